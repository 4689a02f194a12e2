"""The index in blocks, of which the page loads those it needs: a word, most often, is in one.

A block has the terms from a first one to that of the next block. A form stands in the block in
which it would be looked for; where its term is in another, there is a pointer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from edition.publishing.search.coding import packed, squeezed
from edition.publishing.search.index import Term, sorted_as

_LENGTH = 32_000  # characters of a block; a longer term is a block of its own
_SHARED = 25  # most characters that a form has from the one before: letters A to Z


class Block(NamedTuple):
    """A part of the index, which begins with the stem *first*.

    *forms* are those of all its terms. Each begins with a capital, which is the number of the
    characters that it has from the form before (A is none); the first one of a term has a full
    stop before that. They are squeezed. *passages* are those of the terms, in their order.
    *elsewhere* are the forms whose term is in another block: form, block, number of the term in
    it.
    """

    first: str
    forms: tuple[str, str, str]
    passages: str
    elsewhere: str


def blocks(terms: Iterable[Term]) -> list[Block]:
    """*terms*, which are sorted by their stems, in blocks."""
    made: list[Block] = []
    strays: list[tuple[str, int, int]] = []
    for block, following in pairwise(chain(_filled(terms), [None])):
        if block is not None:
            strays += [(form, len(made), number) for form, number in block.strays(following)]
            made.append(block.closed())
    firsts = [sorted_as(block.first) for block in made]
    elsewhere: dict[int, list[str]] = defaultdict(list)
    for form, n, number in strays:
        home = max(bisect_right(firsts, sorted_as(form)) - 1, 0)
        if home != n:
            elsewhere[home].append(f"{form},{n},{number}")
    return [block._replace(elsewhere="|".join(elsewhere[n])) for n, block in enumerate(made)]


class _Filling:
    """A block that is filled."""

    def __init__(self, first: str) -> None:
        self.first = first
        self.length = 0
        self._forms: list[str] = []
        self._bits: list[str] = []
        self._places: list[tuple[str, int]] = []
        self._before = ""

    def add(self, term: Term) -> None:
        """Add *term*."""
        self._places += [(form, len(self._bits)) for form in term.forms]
        self._forms.append(".")
        self._forms += [self._short(form) for form in term.forms]
        self._bits.append(term.bits)
        self.length += len(term.bits) // 6 + sum(map(len, term.forms)) // 2

    def strays(self, following: _Filling | None) -> list[tuple[str, int]]:
        """The forms that are not looked for here, with the numbers of their terms."""
        begin = sorted_as(self.first)
        end = None if following is None else sorted_as(following.first)
        return [
            (form, number)
            for form, number in self._places
            if (key := sorted_as(form)) < begin or (end is not None and key >= end)
        ]

    def closed(self) -> Block:
        """The block, with nothing elsewhere."""
        forms = squeezed("".join(self._forms))
        return Block(self.first, forms, packed("".join(self._bits)), "")

    def _short(self, form: str) -> str:
        pairs = takewhile(lambda pair: pair[0] == pair[1], zip(self._before, form, strict=False))
        shared = min(sum(1 for _pair in pairs), _SHARED)
        self._before = form
        return chr(ord("A") + shared) + form[shared:]


def _filled(terms: Iterable[Term]) -> Iterator[_Filling]:
    block: _Filling | None = None
    for term in terms:
        if block is None or block.length > _LENGTH:
            if block is not None:
                yield block
            block = _Filling(term.stem)
        block.add(term)
    if block is not None:
        yield block
