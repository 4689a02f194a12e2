"""The order of the words: merging changes no more of the text than the program did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.tei.reading import source_blocks
from edition.tei.serialise import STRUCTURE
from edition.tei.vocabulary import tei


def lines(root: Element) -> list[str]:
    """The paragraphs, labels and the like of the text of the file *root*, in order."""
    text = root.find(tei("text"))
    return [] if text is None else list(_lines(text))


def _lines(text: Element) -> Iterator[str]:
    todo = [text]
    while todo:
        element = todo.pop()
        if element.tag in STRUCTURE:
            yield _line(element.text)
            todo += list(element)[::-1]
        elif isinstance(element.tag, str):
            yield _line("".join(element.itertext(etree.Element)))
        if element is not text:
            yield _line(element.tail)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def printed(root: Element) -> str:
    """The text that the source prints in the file *root*, without white space."""
    return "".join("".join(block.text.split()) for block in source_blocks(root))


def changed(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words come and go from the lines *old* to the lines *new*."""
    before, now = list(filter(None, old)), list(filter(None, new))
    found = 0
    for start, end, other_start, other_end in differences(before, now):
        words = " ".join(before[start:end]).split()
        others = " ".join(now[other_start:other_end]).split()
        for first, last, other_first, other_last in differences(words, others):
            found += last - first + other_last - other_first
    return found


def displaced(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words come and go from *old* to *new* besides those that only one of them has."""
    before, now = (Counter(" ".join(side).split()) for side in (old, new))
    return changed(old, new) - (before - now).total() - (now - before).total()
