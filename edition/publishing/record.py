"""What the index of documents tells of one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """A document in the index: ``html``, ``text`` and ``tei`` are addresses seen from there."""

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
