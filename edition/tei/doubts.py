"""What is doubtful in a TEI file: names that a program marked, and entries that it proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from lxml.etree import _Element as Element

from edition.diagnostic import Place
from edition.names.model import Certainty, Kind
from edition.names.words import folded
from edition.tei.document import Document
from edition.tei.entries import ENCODER
from edition.tei.named import Named, named_text
from edition.tei.reading import pieces
from edition.tei.registers import kind_of, name_elements, read_entry, text_of
from edition.tei.surroundings import Surroundings, slug
from edition.tei.vocabulary import XML_ID, tei

_ENTRIES = tuple(map(tei, ("person", "personGrp", "place", "org")))
_NOTE, _ROLE = tei("note"), tei("roleName")


class Context(NamedTuple):
    """The sentence in which a name stands: what is before it, its words, what is after."""

    before: str
    words: str
    after: str


class Paragraph(NamedTuple):
    """A paragraph by its identifier, with the words that it begins with."""

    id: str
    words: str


class Doubt(msgspec.Struct, frozen=True):
    """Something that waits for a decision.

    *key* is the same at each run: for an entry its identifier, for a turn ``FILE:ID``, for a name
    in a text ``FILE:ID-words``, where ID is the xml:id around it. *ref* is the entry meant, or who
    speaks, '' for none; *choices* are others of the name, or who else speaks. *country* is an
    ISO 3166-1 code, *identifiers* are those of authorities: what the entry says of them. *why* is
    the program's evidence, *times* how often an entry is referred to; *cut* is the paragraph of a
    turn in which another may begin to speak, '' for none, *paragraphs* those before which it can
    be cut.
    """

    key: str
    what: str
    kind: Kind
    words: str
    cert: str
    ref: str
    choices: tuple[str, ...]
    country: str
    identifiers: tuple[str, ...]
    why: str
    times: int
    context: Context | None
    file: str
    line: int
    column: int
    cut: str = ""
    paragraphs: tuple[Paragraph, ...] = ()


def keyed_names(document: Document, stem: str) -> dict[str, Named]:
    """Every name in the text of *document* by its key; *stem* begins each.

    The number after the words tells which of several in one place it is. As it counts words,
    not marks, a mark taken away changes no other key.
    """
    text = named_text(document.root)
    around = Surroundings()
    names: dict[str, Named] = {}
    for one in text.names if text else ():
        key = f"{stem}:{_key(document, one, around)}"
        if key in names:
            key += f".{one.kind}"
        while key in names:
            key += "+"
        names[key] = one
    return names


def name_without_role(one: Named) -> str:
    """The words of *one* but those of its honorifics and offices."""
    of_roles = {inner for role in one.element.iterchildren(_ROLE) for inner in role.iter()}
    texts = (piece.text for piece in pieces(one.element) if piece.element not in of_roles)
    return " ".join("".join(texts).split())


def is_by_program(element: Element) -> bool:
    """Whether a program marked the name *element*, and nobody has decided."""
    return ENCODER in element.get("resp", "").split()


def is_doubtful(one: Named, most: Certainty) -> bool:
    """Whether a program marked *one* without an entry, or with *most* certainty at most."""
    if not is_by_program(one.element):
        return False
    surest_first = list(Certainty)
    cert = one.element.get("cert", Certainty.HIGH)
    known = Certainty(cert) if cert in surest_first else Certainty.HIGH
    return not one.ref or surest_first.index(known) >= surest_first.index(most)


def entries_of(document: Document) -> dict[str, Element]:
    """The entries in *document* by their identifiers, the participants too."""
    found = document.root.iter(*_ENTRIES)
    return {str(entry.get(XML_ID)): entry for entry in found if entry.get(XML_ID)}


def doubtful_names(
    document: Document, names: Mapping[str, Named], bearers: Bearers, most: Certainty
) -> Iterator[Doubt]:
    """Of *names* by their keys, which are those of *document*, the ones that are doubtful.

    A program marked them without an entry, or with *most* certainty at most. *bearers* are all
    entries that are known.
    """
    around = Surroundings()
    for key, one in names.items():
        if is_doubtful(one, most):
            ref = one.ref.removeprefix("#")
            said = _said_of(bearers.entries.get(ref))
            yield Doubt(
                key,
                "name",
                one.kind,
                one.words,
                one.element.get("cert", ""),
                ref,
                bearers.of(one.kind, name_without_role(one), ref),
                said.country,
                said.identifiers,
                evidence(bearers.entries.get(ref)),
                1,
                context(one, around),
                *document.place(one.element),
            )


def doubtful_entry(
    identifier: str, place: Place, bearers: Bearers, names: Sequence[Named]
) -> Doubt:
    """The candidate *identifier* of *bearers*, at *place*; *names* are those that mean it."""
    entry = bearers.entries[identifier]
    words = next(filter(None, map(text_of, name_elements(entry))), "")
    said = _said_of(entry)
    return Doubt(
        identifier,
        "entry",
        kind_of(entry),
        words,
        entry.get("cert", ""),
        "",
        bearers.of(kind_of(entry), words, identifier),
        said.country,
        said.identifiers,
        evidence(entry),
        len(names),
        context(names[0], Surroundings()) if names else None,
        *place,
    )


class _Said(NamedTuple):
    """What an entry says: the country, what authorities call it."""

    country: str = ""
    identifiers: tuple[str, ...] = ()


def _said_of(entry: Element | None) -> _Said:
    """What *entry* says; nothing where there is none."""
    said = read_entry(entry, "") if entry is not None else None
    return _Said(said.country, tuple(one.value for one in said.identifiers)) if said else _Said()


def evidence(entry: Element | None) -> str:
    """What a program noted of *entry*; '' where it noted nothing."""
    notes = entry.iterchildren(_NOTE) if entry is not None else ()
    return " ".join(text_of(note) for note in notes if is_by_program(note))


def context(one: Named, around: Surroundings) -> Context:
    """The sentence in which *one* stands, from the text *around* it."""
    block = around.of(one)
    full = block.text
    start = full.index(one.words, block.before(one))
    end = start + len(one.words)
    first, last = block.sentence(start, end)
    return Context(full[first:start], one.words, full[end:last].rstrip())


def _key(document: Document, one: Named, around: Surroundings) -> str:
    if identifier := one.element.get(XML_ID):
        return str(identifier)
    words = slug(one.words)
    block = around.of(one)
    number = 1 + block.times(words, block.before(one))
    place = document.nearest_id(one.element) or "text"
    return "-".join([place, *words]) + (f".{number}" if number > 1 else "")


class Bearers:
    """Entries by the words of their names."""

    def __init__(self, entries: Mapping[str, Element]) -> None:
        self.entries = entries
        self._by_word: dict[tuple[Kind, str], list[str]] = {}
        for identifier, entry in entries.items():
            kind = kind_of(entry)
            words = {word for name in name_elements(entry) for word in _words(text_of(name))}
            for word in words:
                self._by_word.setdefault((kind, word), []).append(identifier)

    def of(self, kind: Kind, name: str, ref: str) -> tuple[str, ...]:
        """Those of *kind* but *ref* who have every word of *name* in their names."""
        found = [set(self._by_word.get((kind, word), ())) for word in _words(name)]
        return tuple(sorted(set.intersection(*found) - {ref})) if found else ()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text).casefold())
