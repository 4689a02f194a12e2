"""The words of a source and of a TEI file, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from edition.checking.places import TextPlaces
from edition.diagnostic import Place
from edition.tei.reading import Block, pieces

_CONTROLS = bytes([*range(9), *range(14, 32)])
_STRETCH = re.compile("[^ \t\r\n\x0b\x0c\u00a0]+")


def words(text: str) -> list[bytes]:
    """The stretches of *text* between white space (SPACE, TAB, line ends, NO-BREAK SPACE).

    Characters that XML cannot hold are left out, as the encoding leaves them out.
    """
    data = text.encode("utf-8", "surrogatepass").translate(None, _CONTROLS)
    if b"\xef\xbf" in data:
        data = data.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")
    return data.replace(b"\xc2\xa0", b" ").split()


@dataclass(frozen=True)
class Words:
    """Words in order, and for each one where it stands and how it follows the one before.

    ``where`` is its line in the source, or its block in the file. ``joins``: in the source
    there is no white space before it, in the file there may be none.
    """

    words: list[bytes] = field(default_factory=list)
    joins: list[bool] = field(default_factory=list)
    where: list[int] = field(default_factory=list)
    blocks: Sequence[Block] = ()

    def add(self, found: Sequence[bytes], where: int, *, joins: bool) -> None:
        """Add the words *found*; *joins* says how the first of them follows."""
        self.words.extend(found)
        self.joins.extend([joins, *[False] * (len(found) - 1)] if found else [])
        self.where.extend([where] * len(found))

    def text(self, start: int, end: int) -> str:
        """Words *start* to *end*; both may lie outside."""
        return b" ".join(self.words[max(start, 0) : max(end, 0)]).decode("utf-8", "replace")

    def place(self, word: int, places: TextPlaces) -> tuple[Element, Place]:
        """The element in which *word* stands, and its place in the file."""
        if not self.words:
            root = places.document.root
            return root, places.document.place(root)
        word = max(word, 0)
        number = self.where[word]
        block = self.blocks[number]
        nth = word - self.where.index(number)
        return _place_in_block(block, nth, places)


def of_file(blocks: Sequence[Block]) -> Words:
    """The words of a TEI file whose source reading is *blocks*."""
    result = Words(blocks=blocks)
    for number, block in enumerate(blocks):
        result.add(words(block.text), number, joins=block.joins_previous)
    return result


def of_source(lines: Sequence[str], file: Words) -> Words:
    """The words of *lines*; one that is a label glued to speech in *file* is taken for several."""
    glued = _glued(file)
    result = Words()
    for number, line in enumerate(lines, 1):
        found = words(line)
        if glued.keys().isdisjoint(found):
            result.add(found, number, joins=False)
            continue
        for word in found:
            for at, part in enumerate(glued.get(word, (word,))):
                result.add([part], number, joins=at > 0)
    return result


def _glued(file: Words) -> dict[bytes, tuple[bytes, ...]]:
    """The words of *file* that may be printed as one, by that: two, or three around a label."""
    found = {}
    joints = [at for at, joins in enumerate(file.joins) if joins and at]
    for at in joints:
        for end in (at + 1, at + 2):
            if all(file.joins[at:end]):
                parts = tuple(file.words[at - 1 : end])
                found[b"".join(parts)] = parts
    return found


def _place_in_block(block: Block, nth: int, places: TextPlaces) -> tuple[Element, Place]:
    """Where the word number *nth* of *block* begins."""
    parts = list(pieces(block.element))
    text = "".join(part.text for part in parts)
    starts = [match.start() for match in _STRETCH.finditer(text)]
    if text != block.text or nth >= len(starts):
        return block.element, places.document.place(block.element)
    offset = starts[nth]
    for part in parts:
        if offset < len(part.text):
            return part.element, places.of_character(part.element, part.slot, offset)
        offset -= len(part.text)
    return block.element, places.document.place(block.element)
