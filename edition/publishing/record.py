"""What the index of documents tells of one document."""

from __future__ import annotations

from dataclasses import dataclass

from edition.publishing.parts import place_in


@dataclass(frozen=True, slots=True)
class Record:
    """A document in the index: ``html``, ``text`` and ``tei`` are addresses seen from there.

    Of a long one, whose page is in parts, ``parts`` are the identifiers in each, in short.
    """

    name: str
    title: str
    date: str
    place: str
    language: str
    participants: int
    turns: int
    words: int
    html: str
    text: str
    tei: str
    parts: tuple[str, ...] = ()

    def address_of(self, identifier: str) -> str:
        """The address, seen from the index, of what has *identifier*; of all where that is ''."""
        return place_in(self.html, self.parts, identifier) if identifier else self.html
