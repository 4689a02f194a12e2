"""Identifiers: short, readable, assigned once in document order and never changed.

``u1`` turns, ``p1`` paragraphs, ``d1`` divisions, ``s1`` summaries, ``q1`` what is said in them,
``e1`` events and gaps; ``ms1500`` is a time of a recording. A person's is made of the name: see
:mod:`edition.names.identifiers`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count, product

from edition.names.identifiers import from_name
from edition.names.model import Kind

NUMBERED = re.compile(r"[a-z][0-9]+[a-z]*\Z")


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


def following(before: str, highest: int, used: Collection[str]) -> str:
    """A name that follows *before*: ``p12a`` after ``p12``, then ``p12b``; at the end ``p13``.

    *highest* is the highest number of any name of the kind.
    """
    number = number_of(before)
    if number >= highest:
        return f"{before[0]}{number + 1}"
    names = (f"{before[0]}{number}{letters}" for letters in _letters())
    return next(name for name in names if name not in used)


def number_of(name: str) -> int:
    """The number in the identifier *name*: 12 of ``p12a``."""
    return int(name[1:].rstrip("abcdefghijklmnopqrstuvwxyz"))


def _letters() -> Iterator[str]:
    """The letters a to z, then aa, ab and so on."""
    for length in count(1):
        yield from map("".join, product("abcdefghijklmnopqrstuvwxyz", repeat=length))
