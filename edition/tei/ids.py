"""Identifiers: short, readable, assigned once in document order and never changed.

``u1`` turns, ``p1`` paragraphs, ``d1`` divisions, ``s1`` summaries, ``q1`` what is said in them,
``e1`` events and gaps; ``ms1500`` is a time of a recording. A person's is made of the name: see
:mod:`edition.names.identifiers`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edition.names.identifiers import from_name
from edition.names.model import Kind


class Identifiers:
    """Gives out the identifiers of one document."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._numbers: Counter[str] = Counter()
        self._taken = set(taken)

    def next(self, letter: str) -> str:
        """The next identifier of the kind that *letter* stands for."""
        self._numbers[letter] += 1
        return f"{letter}{self._numbers[letter]}"

    def of_person(self, name: str) -> str:
        """An identifier made of the letters of *name*; with a number where it is taken."""
        identifier = from_name(name, Kind.PERSON, self._taken)
        self._taken.add(identifier)
        return identifier
