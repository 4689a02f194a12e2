"""Registers that grow: entries proposed by the program, added to what a scholar wrote.

Not a byte of the file changes but those that are added. Candidates stand at the end of the
list, in the order of their identifiers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, diagnostic
from edition.names.model import Entry, Kind
from edition.settings import Settings
from edition.tei.editing import Edit, Editing
from edition.tei.entries import ENTRIES, LISTS, candidate
from edition.tei.header import add_editors, add_encoder, add_publication
from edition.tei.inline import element
from edition.tei.languages import OURS, is_ours
from edition.tei.registers import is_candidate
from edition.tei.responsibility import encoder_stated
from edition.tei.serialise import markup, new_root, serialise, tags
from edition.tei.statements import statements
from edition.tei.vocabulary import XML_ID, XML_LANG, tei


def with_candidates(
    data: bytes | None,
    entries: Iterable[Entry],
    kind: Kind,
    *,
    name: str,
    settings: Settings | None = None,
    schemas: str | None = None,
) -> bytes:
    """The register *data*, called *name*, with those of *entries* of *kind* that it lacks.

    Without *data* a new one, with what *settings* say of the edition; *schemas* is the relative
    address of the folder with the schemas. A new one without entry is b"": no file is needed.
    Raises EditionError: X001–X003, G020–G022 where nothing can be added to *data*.
    """
    wanted = {entry.id: entry for entry in entries if entry.kind is kind}
    if not wanted:
        return data or b""
    if data is None:
        data = new_register(kind, settings or Settings(), schemas)
    file = Editing(data, name)
    new = [wanted[identifier] for identifier in sorted(wanted.keys() - _known(file))]
    edits = _additions(file, new, kind) if new else []
    return file.edited([*edits, *encoder_stated(file)] if edits else [])


def new_register(kind: Kind, settings: Settings, schemas: str | None) -> bytes:
    """A register of *kind* without entries yet, which is not valid so."""
    words = statements()["registers"]
    root = new_root()
    language = settings.source.language or OURS
    root.set(XML_LANG, language)
    header = element(root, "teiHeader")
    if not is_ours(language):
        header.set(XML_LANG, OURS)
    file = element(header, "fileDesc")
    titles = element(file, "titleStmt")
    element(titles, "title", words[LISTS[kind]], type="main")
    add_editors(titles, settings)
    add_encoder(titles)
    add_publication(element(file, "publicationStmt"), settings.edition, "")
    element(element(file, "sourceDesc"), "p", words["source"])
    element(element(root, "standOff"), LISTS[kind], "\n    ")
    return serialise(root, schemas)


def entry_lines(entry: Entry, prefix: str = "") -> list[str]:
    """The markup of *entry* as a candidate, a fact a line; *prefix* goes before element names."""
    made = candidate(entry)
    start, end = tags(made, prefix)
    return [start, *[f"  {markup(fact, prefix)}" for fact in made], end]


def _known(file: Editing) -> set[str]:
    """The identifiers of all entries. What else has the identifier of a new entry is refused."""
    tags = {tei(name) for name in (*ENTRIES.values(), "personGrp")}
    return {str(e.get(XML_ID)) for e in file.root.iter(*tags) if e.get(XML_ID)}


def _additions(file: Editing, new: list[Entry], kind: Kind) -> list[Edit]:
    """The edits that put *new* into the last list of *kind*, or into a new list."""
    _refuse_taken(file, {entry.id for entry in new})
    stand_off = open_stand_off(file)
    entries = stand_off.findall(tei(LISTS[kind]))
    if not entries or not file.is_open(entries[-1]):
        return [_new_list(file, stand_off, new, kind)]
    within = entries[-1]
    before, candidates = _before_candidates(within, kind)
    # The smallest identifier from each candidate on: in order, even if the candidates are not.
    smallest = list(accumulate((c.get(XML_ID, "") for c in reversed(candidates)), min))[::-1]
    edits = []
    for entry in new:
        smaller = bisect_left(smallest, entry.id)
        place = candidates[smaller - 1] if smaller else before
        if place is None:
            edits.append(file.first_in(within, entry_lines(entry, file.prefix(within))))
        else:
            edits.append(file.after(place, entry_lines(entry, file.prefix(within))))
    return edits


def _before_candidates(within: Element, kind: Kind) -> tuple[Element | None, list[Element]]:
    """The candidates at the end of the list *within*, and the element before the first."""
    relations = tei("listRelation")
    children = [c for c in within if isinstance(c.tag, str) and c.tag != relations]
    at = len(children)
    while at and children[at - 1].tag == tei(ENTRIES[kind]) and is_candidate(children[at - 1]):
        at -= 1
    return (children[at - 1] if at else None), children[at:]


def _new_list(file: Editing, stand_off: Element, new: list[Entry], kind: Kind) -> Edit:
    prefix = file.prefix(stand_off)
    tag = f"{prefix}{LISTS[kind]}"
    lines = [f"  {line}" for entry in new for line in entry_lines(entry, prefix)]
    return file.last_in(stand_off, [f"<{tag}>", *lines, f"</{tag}>"])


def open_stand_off(file: Editing) -> Element:
    """The ``standOff`` that takes new entries. Raises EditionError (G021) where there is none."""
    found = file.root.find(tei("standOff"))
    if found is None or not file.is_open(found) or file.root.find(tei("text")) is not None:
        raise EditionError(diagnostic("G021", file.document.place(file.root)))
    return found


def _refuse_taken(file: Editing, identifiers: set[str]) -> None:
    for other in file.root.iter("{*}*"):
        if other.get(XML_ID) in identifiers:
            place = file.document.place(other)
            raise EditionError(diagnostic("G022", place, id=other.get(XML_ID)))
