"""A name found in a text, before it is known what it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.names.model import Certainty, Kind
from edition.names.words import Word


class Found(NamedTuple):
    """The words *first* to *last* (both inside) of a text name something of *kind*.

    *name* is the name without honorific, *role* how many words before it are one. *why* is the
    rule; *bare* says that the name is only a part of a name (a surname). *titles* are the offices
    printed before it, *addressed* says that it is followed by what kin or work the person has.
    *apart* is set where the text says that this is another person of the same name: a key.
    """

    first: int
    last: int
    kind: Kind
    name: str
    why: str
    certainty: Certainty = Certainty.HIGH
    role: int = 0
    bare: bool = False
    titles: tuple[str, ...] = ()
    addressed: bool = False
    apart: tuple[int, int] | None = None


def run_end(found: Sequence[Word], index: int) -> int:
    """The last word of the run of capitalised words, parted by spaces only, from *index* on."""
    last = index
    while last + 1 < len(found) and found[last + 1].joined and found[last + 1].capital:
        last += 1
    return last


def text_of(found: Sequence[Word], first: int, last: int) -> str:
    """The words *first* to *last* with one space between."""
    return " ".join(word.text for word in found[first : last + 1])
