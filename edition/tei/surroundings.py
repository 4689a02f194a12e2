"""The text around names: its sentences, and how often the same words stand before a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from lxml.etree import _Element as Element

from edition.tei.named import Named
from edition.tei.reading import pieces
from edition.tei.vocabulary import XML_ID

_BREAK = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[—–-]*\s?[^\W\da-z_])")
# "Mr. Petrov" ends no sentence.
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.\Z")


def slug(text: str) -> list[str]:
    """The words of *text* as keys have them."""
    return re.findall(r"\w+", text.casefold())


class Surroundings:
    """The text around names: of each element with an xml:id it is read once."""

    def __init__(self) -> None:
        self._blocks: dict[Element, Block] = {}

    def of(self, one: Named) -> Block:
        """The text of the nearest element with an xml:id around *one*."""
        block = one.element
        while (above := block.getparent()) is not None:
            block = above
            if block.get(XML_ID):
                break
        if block not in self._blocks:
            self._blocks[block] = Block(block)
        return self._blocks[block]


class Block:
    """The text of an element, with one SPACE between words, and where names begin in it.

    What all its names need is made once: a block may have thousands.
    """

    def __init__(self, element: Element) -> None:
        parts: list[str] = []
        self._elements: dict[Element, int] = {}
        at = 0
        for piece in pieces(element):
            self._elements.setdefault(piece.element, at)
            parts.append(piece.text)
            at += len(piece.text)
        words = list(re.finditer(r"\S+", "".join(parts)))
        self.text = " ".join(word[0] for word in words)
        self._raw = [word.start() for word in words]
        self._lengths = [len(word[0]) for word in words]
        self._begins = list(accumulate((length + 1 for length in self._lengths), initial=0))
        self._counted: dict[tuple[str, ...], list[int]] = {}

    def before(self, one: Named) -> int:
        """How many characters of the text stand before *one*, without the space at their end."""
        at = self._elements[one.element]
        last = bisect_left(self._raw, at) - 1
        if last < 0:
            return 0
        return self._begins[last] + min(at - self._raw[last], self._lengths[last])

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence begins and ends in which characters *start* to *end* stand."""
        first = bisect_right(self._breaks, start) - 1
        last = bisect_left(self._breaks, end)
        return (
            self._breaks[first] if first >= 0 else 0,
            self._breaks[last] if last < len(self._breaks) else len(self.text),
        )

    @cached_property
    def _breaks(self) -> list[int]:
        found = _BREAK.finditer(self.text)
        return [one.end() for one in found if not self._is_abbreviated(one)]

    def _is_abbreviated(self, found: re.Match[str]) -> bool:
        begin = max(found.start() - 5, 0)
        return _ABBREVIATED.search(self.text, begin, found.start()) is not None

    def times(self, words: list[str], end: int) -> int:
        """How often *words* follow one another in the first *end* characters."""
        if not words:
            return 0
        at = self._folded_length(end)
        whole = bisect_right(self._ends, at)
        number = bisect_right(self._places(tuple(words)), whole - len(words))
        cut = self._folded[self._starts[whole] : at] if whole < len(self._starts) else ""
        if cut and [*self._slug[max(whole - len(words) + 1, 0) : whole], cut] == words:
            number += 1  # the last of them is the part of a word that is before a name
        return number

    def _places(self, words: tuple[str, ...]) -> list[int]:
        """The numbers of the words at which *words* begin."""
        if words not in self._counted:
            where = [self._words.get(word, []) for word in words]
            offset = min(range(len(words)), key=lambda index: len(where[index]))
            places = (at - offset for at in where[offset] if at >= offset)
            wanted, size = list(words), len(words)
            self._counted[words] = [p for p in places if self._slug[p : p + size] == wanted]
        return self._counted[words]

    @cached_property
    def _folded(self) -> str:
        return self.text.casefold()

    def _folded_length(self, end: int) -> int:
        if len(self._folded) == len(self.text):  # no character became two
            return end
        return len(self.text[:end].casefold())

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer(r"\w+", self._folded)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._spans]

    @cached_property
    def _slug(self) -> list[str]:
        return [self._folded[start:end] for start, end in self._spans]

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """The places of each word."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self._slug):
            places.setdefault(word, []).append(number)
        return places
