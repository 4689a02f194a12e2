"""Registers that grow: entries proposed by the program, added to what a scholar wrote.

Not a byte of the file changes but those that are added. Candidates stand at the end of the
list, in the order of their identifiers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from itertools import accumulate

from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, diagnostic
from edition.names.model import Entry, Kind
from edition.settings import Settings
from edition.tei.document import tree
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

_ENTRIES = [tei(name) for name in (*ENTRIES.values(), "personGrp")]


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
    new = new_candidates(data, entries, kind, name)
    if not new:
        return data or b""
    if data is None:
        data = new_register(kind, settings or Settings(), schemas)
    file = Editing(data, name)
    return file.edited([*_additions(file, new, kind), *encoder_stated(file)])


def new_candidates(
    data: bytes | None, entries: Iterable[Entry], kind: Kind, name: str
) -> list[Entry]:
    """Those of *entries* of *kind* that the register *data*, called *name*, lacks, by their ids.

    Raises EditionError (X001–X003, G020).
    """
    wanted = {entry.id: entry for entry in entries if entry.kind is kind}
    known = entries_there(data, name) if wanted and data else set()
    return [wanted[identifier] for identifier in sorted(wanted.keys() - known)]


def untouched(data: bytes, proposed: bytes) -> set[str]:
    """The candidates in the register *data* that say no more and no less than in *proposed*."""
    before = {str(e.get(XML_ID)): _said(e) for e in tree(proposed).iter(*_ENTRIES)}
    return {
        str(entry.get(XML_ID))
        for entry in tree(data).iter(*_ENTRIES)
        if is_candidate(entry) and before.get(str(entry.get(XML_ID))) == _said(entry)
    }


def _said(node: Element) -> tuple[object, ...]:
    """All that *node* says, however it is laid out."""
    text = " ".join((node.text or "").split())
    inner = [(_said(child), " ".join((child.tail or "").split())) for child in node]
    return (node.tag, sorted(node.items()), text, inner)


def without_entries(data: bytes, identifiers: Collection[str], name: str) -> bytes:
    """The register *data*, called *name*, without the entries *identifiers*.

    Of a list that would be empty, which none may be, the entries stay.
    """
    if not identifiers:
        return data
    file = Editing(data, name)
    gone = {e for e in file.root.iter(*_ENTRIES) if e.get(XML_ID) in identifiers}
    lists = {above for entry in gone if (above := entry.getparent()) is not None}
    full = [one for one in lists if any(e not in gone for e in one.iterchildren(*_ENTRIES))]
    return file.edited([file.without(e) for e in gone if e.getparent() in full])


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


def entries_there(data: bytes, name: str) -> set[str]:
    """The identifiers of all entries in the register *data*, called *name*.

    What else has the identifier of a new entry is refused. Raises EditionError (X001–X003, G020).
    """
    entries = Editing(data, name).root.iter(*_ENTRIES)
    return {str(e.get(XML_ID)) for e in entries if e.get(XML_ID)}


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
