"""The lines of a source beside the blocks of its TEI file, in rows; and what stands for both texts.

A row begins where a line of the source and a block of the file begin with the same word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from edition.alignment import Difference, differences
from edition.checking.fidelity import lines_of_record
from edition.checking.words import Words, of_file, of_source, words
from edition.tei.document import Document
from edition.tei.reading import Block, source_blocks
from edition.transcript.decode import decode


class Line(NamedTuple):
    """A line of the source, by its number from 1; *is_omitted* where it is none of the record."""

    number: int
    text: str
    is_omitted: bool


class Row(NamedTuple):
    """Lines of the source, without empty ones, and the blocks of the file that stand for them.

    *differs* where their characters, white space apart, are not the same.
    """

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    differs: bool


class Source(NamedTuple):
    """A source: its name, the SHA-256 of its bytes, and of its text without omitted lines.

    *omitted* are the numbers of those, *is_text* says whether it is plain text in UTF-8: then
    anybody can compute the second as :func:`text_checksum` does.
    """

    name: str
    checksum: str
    text_checksum: str
    omitted: tuple[int, ...]
    is_text: bool


class Facing(NamedTuple):
    """A document beside its source, which may be missing; *text_checksum* is that of the TEI."""

    rows: tuple[Row, ...]
    text_checksum: str
    source: Source | None


def text_checksum(texts: Iterable[str]) -> str:
    """The SHA-256 of *texts* in UTF-8, one after the other, without white space.

    White space are SPACE, TAB, line ends and NO-BREAK SPACE. Characters that XML cannot hold are
    left out, too.
    """
    return sha256(_characters(texts)).hexdigest()


def facing(document: Document, data: bytes | None, name: str) -> Facing:
    """*document* beside its source, the bytes *data* (None: there is none) called *name*.

    Raises EditionError (T001–T006) where *data* cannot be read.
    """
    blocks = source_blocks(document.root)
    checksum = text_checksum([block.text for block in blocks])
    if data is None:
        return Facing(tuple(Row((), (block,), differs=False) for block in blocks), checksum, None)
    decoded = decode(data, name)
    kept = lines_of_record(document, decoded)
    lines = [
        Line(number, line, is_omitted=not text and bool(words(line)))
        for number, (line, text) in enumerate(zip(decoded.lines, kept, strict=True), 1)
    ]
    source = Source(
        name=name,
        checksum=decoded.sha256,
        text_checksum=text_checksum(kept),
        omitted=tuple(line.number for line in lines if line.is_omitted),
        is_text=decoded.format == "text" and decoded.encoding == "utf-8",
    )
    return Facing(tuple(_rows(blocks, lines)), checksum, source)


def _rows(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Row]:
    """*blocks* and *lines* in rows, each of them in one."""
    file = of_file(blocks)
    source = of_source(["" if line.is_omitted else line.text for line in lines], file)
    shown = placed = 0  # lines and blocks that have their row
    for (start, other), (end, other_end) in pairwise(_cuts(source, file)):
        if end > start:
            first, last = source.where[start] - 1, source.where[end - 1]
            yield from _beside_nothing(lines[shown:first])
        else:
            first = last = shown
        to = file.where[other_end - 1] + 1 if other_end > other else placed
        yield _row(lines[first:last], blocks[placed:to])
        shown, placed = last, to
    yield from _beside_nothing(lines[shown:])


def _row(lines: Sequence[Line], blocks: Sequence[Block]) -> Row:
    printed = _characters([line.text for line in lines if not line.is_omitted])
    differs = printed != _characters([block.text for block in blocks])
    return Row(tuple(filter(_is_seen, lines)), tuple(blocks), differs)


def _beside_nothing(lines: Sequence[Line]) -> Iterator[Row]:
    """The row of *lines* that are none of the record, if there is one among them."""
    if seen := tuple(filter(_is_seen, lines)):
        yield Row(seen, (), differs=False)


def _is_seen(line: Line) -> bool:
    return bool(line.text.strip())


def _characters(texts: Iterable[str]) -> bytes:
    """The characters of *texts*, without white space."""
    return b"".join([word for text in texts for word in words(text)])


def _cuts(source: Words, file: Words) -> list[tuple[int, int]]:
    """Between which words a line and a block begin, and both texts at their ends."""
    ends = len(source.words), len(file.words)
    begins = [at for at in range(ends[1]) if not at or file.where[at] != file.where[at - 1]]
    found = {(0, 0), ends}
    for start, other, length in _alike(differences(source.words, file.words), *ends):
        nearby = slice(bisect_left(begins, other), bisect_right(begins, other + length))
        for at in [*begins[nearby], *[ends[1]] * (other + length == ends[1])]:
            line = start + at - other
            if line in (0, ends[0]) or source.where[line] != source.where[line - 1]:
                found.add((line, at))
    return sorted(found)


def _alike(
    found: Sequence[Difference], length: int, other_length: int
) -> Iterator[tuple[int, int, int]]:
    """The stretches between the differences *found*: where they begin in both texts, how long."""
    start = other = 0
    for difference in [*found, Difference(length, length, other_length, other_length)]:
        yield start, other, difference.start - start
        start, other = difference.end, difference.other_end
