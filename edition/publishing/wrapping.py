"""Lines of the plain text edition.

The stylesheet ends a paragraph with PARAGRAPH SEPARATOR, and a line that ends in any case with
LINE SEPARATOR; white space is still that of the TEI. It is made one space here, and lines are
made here, because Saxon takes many times as long for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PARAGRAPH_SEPARATOR = "\u2029"
LINE_SEPARATOR = "\u2028"
_SPACES = re.compile(r"[ \t\r\n]+")


def wrapped(text: str, width: int) -> str:
    """*text*, as the stylesheet gives it, as paragraphs of lines no longer than *width* characters.

    Paragraphs are parted by a blank line; a word longer than *width* stays whole. Width 0 leaves
    one paragraph a line, and no blank lines.
    """
    paragraphs = [lines for part in text.split(PARAGRAPH_SEPARATOR) if (lines := _lines(part))]
    if width <= 0:
        return "\n".join([" ".join(lines) for lines in paragraphs]) + "\n"
    return "\n\n".join(["\n".join(_short(lines, width)) for lines in paragraphs]) + "\n"


def lines(text: str) -> str:
    """*text*, as the stylesheet gives it, with every line of it a line, and none that is empty."""
    found = [line for part in text.split(PARAGRAPH_SEPARATOR) for line in _lines(part)]
    return "".join(f"{line}\n" for line in found)


def _lines(paragraph: str) -> list[str]:
    """The lines of *paragraph* that hold something, with single spaces."""
    lines = [_single_spaced(line) for line in paragraph.split(LINE_SEPARATOR)]
    return [line for line in lines if line]


def _single_spaced(line: str) -> str:
    if "  " in line or "\n" in line or "\t" in line or "\r" in line:
        line = _SPACES.sub(" ", line)
    return line.strip(" ")


def _short(lines: list[str], width: int) -> Iterator[str]:
    """*lines* with as many words each as fit."""
    for line in lines:
        start = 0
        while len(line) - start > width:
            end = line.rfind(" ", start, start + width + 1)
            if end < 0:
                end = line.find(" ", start + width)
            if end < 0:
                break
            yield line[start:end]
            start = end + 1
        yield line[start:]
