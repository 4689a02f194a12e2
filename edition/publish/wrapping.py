"""Lines of the plain text edition.

The stylesheet gives one paragraph a line, LINE SEPARATOR where a line ends in any case. In
Python because Saxon's regular expressions take 20 times as long for this.
"""

from __future__ import annotations

import re
from functools import cache

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
    lines = paragraph.split(LINE_SEPARATOR)
    return "\n".join(_long(width).sub(r"\1\n", line + " ")[:-1] for line in lines)


@cache
def _long(width: int) -> re.Pattern[str]:
    """As many words as go on a line, and the space after them."""
    return re.compile(rf"(.{{1,{width}}}|[^ ]+) ")
