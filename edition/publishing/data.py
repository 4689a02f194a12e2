"""A document as data: what it is, how it is cited, who speaks and who and what is named where.

``output/data/NAME.json`` is made of it; pages of subjects, searching and tables are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from lxml.etree import _Element as Element

from edition import decoding
from edition.publishing.elements import Use, uses
from edition.publishing.record import Record
from edition.tei.bibliography import Reference, reference
from edition.tei.concordance import Occurrence, Turn, concordance, entries
from edition.tei.document import Document
from edition.tei.passages import Passage, passages
from edition.tei.registers import name_elements, text_of


class Data(msgspec.Struct, frozen=True):
    """A document as data. *entries* are the names of all that it has, by identifier.

    *own* are those identifiers that mean nothing outside of this document, *passages* the words
    that are in no paragraph of a turn, *elements* the TEI elements of the text, by name.
    """

    document: Record
    reference: Reference
    turns: tuple[Turn, ...]
    occurrences: tuple[Occurrence, ...]
    entries: dict[str, str]
    own: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    elements: dict[str, Use] = {}

    def key(self, name: str) -> str:
        """What stands in the whole edition for the entry *name* of this document."""
        return f"{self.document.name}.{name}" if name in self.own else name

    def names(self, entries: Iterable[str]) -> str:
        """The names of *entries*, joined."""
        return ", ".join(self.entries.get(entry, entry) for entry in entries)


def data_of(document: Document, record: Record, own: tuple[str, ...] = ()) -> Data:
    """*document*, of which *record* tells, as data; *own* are its own identifiers."""
    said = concordance(document.root)
    names = {name: _name(element, name) for name, element in entries(document.root).items()}
    cited = reference(
        document.root,
        title=record.title,
        date=record.date,
        place=record.place,
        language=record.language,
    )
    return Data(
        document=record,
        reference=cited,
        turns=said.turns,
        occurrences=said.occurrences,
        entries=names,
        own=own,
        passages=tuple(passages(document.root)),
        elements=uses(document.root),
    )


def encoded(data: Data) -> bytes:
    """*data* as JSON, a line for each turn and each occurrence."""
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def decoded(data: bytes) -> Data:
    """What :func:`encoded` made *data* of. Raises ValueError where it is not of that form."""
    return decoding.decoded(data, Data)


def _name(entry: Element, identifier: str) -> str:
    names = name_elements(entry)
    return (text_of(names[0]) if names else "") or identifier
