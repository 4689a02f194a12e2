"""Lines of the plain text edition.

The stylesheet gives one paragraph a line, LINE SEPARATOR where a line ends in any case. Lines
are made here because Saxon's regular expressions take twenty times as long for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE_SEPARATOR = "\u2028"
_SPACES = re.compile(r" *\u2028[ \u2028]*")


def wrapped(text: str, width: int) -> str:
    """*text*, one paragraph a line, as paragraphs of lines no longer than *width* characters.

    Paragraphs are parted by a blank line; a word longer than *width* stays whole. Width 0 leaves
    one paragraph a line, and no blank lines.
    """
    paragraphs = (_SPACES.sub(LINE_SEPARATOR, line).strip(" \u2028") for line in text.split("\n"))
    kept = [paragraph for paragraph in paragraphs if paragraph]
    if width <= 0:
        return "\n".join(kept).replace(LINE_SEPARATOR, " ") + "\n"
    return "\n\n".join(_paragraph(paragraph, width) for paragraph in kept) + "\n"


def _paragraph(paragraph: str, width: int) -> str:
    return "\n".join(
        line for part in paragraph.split(LINE_SEPARATOR) for line in _lines(part, width)
    )


def _lines(rest: str, width: int) -> Iterator[str]:
    """As many words a line as fit."""
    while len(rest) > width:
        end = rest.rfind(" ", 0, width + 1)
        if end < 0:
            end = rest.find(" ", width)
        if end < 0:
            break
        yield rest[:end]
        rest = rest[end + 1 :]
    yield rest
