"""A file as it reads, whoever serialised it: characters in the place of references to them.

Each change is found in the text as it reads, and made in the file as it is written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

_WRITTEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>"
    r"|<!\[CDATA\[(?P<section>.*?)\]\]>"
    r"|&#(?:x(?P<hexadecimal>[0-9A-Fa-f]+)|(?P<decimal>[0-9]+));",
    re.DOTALL,
)
_ASCII = re.compile(r"""<\?xml[^>]*\bencoding\s*=\s*["'](?:US-)?ASCII["']""", re.IGNORECASE)
_KEPT = "\t\n\r "  # a reference to one of these is not the same as the character


class _Piece(NamedTuple):
    """Characters *start* to *end* of the file read as *text*, from *at* of the text as it reads."""

    at: int
    text: str
    start: int
    end: int


class Resolved:
    """The file *written*; *text* is how it reads."""

    def __init__(self, written: str) -> None:
        self._written = written
        self._is_ascii = bool(_ASCII.match(written))
        self._pieces = list(_pieces(written))
        self._places = [piece.at for piece in self._pieces]
        parts: list[str] = []
        at = 0
        for piece in self._pieces:
            parts += (written[at : piece.start], piece.text)
            at = piece.end
        self.text = "".join([*parts, written[at:]])

    def copied(self, start: int, end: int) -> str:
        """Characters *start* to *end* of the text as they are written; parts of CDATA as text."""
        if not self._pieces or start >= end:
            return self._written[start:end]
        first, last = self._piece(start), self._piece(end)
        before = after = ""
        if first and start < first.at + len(first.text):
            if last == first and end < first.at + len(first.text):
                return first.text[start - first.at : end - first.at]
            if start > first.at:
                before, start = first.text[start - first.at :], first.at + len(first.text)
        if last and last.at < end < last.at + len(last.text):
            after, end = last.text[: end - last.at], last.at
        return before + self._written[self._place(start) : self._place(end)] + after

    def as_written(self, new: str) -> str:
        """*new* in the characters that the file may have."""
        return new.encode("ascii", "xmlcharrefreplace").decode() if self._is_ascii else new

    def _piece(self, at: int) -> _Piece | None:
        """The last piece that begins at *at* or before it."""
        index = bisect_right(self._places, at) - 1
        return self._pieces[index] if index >= 0 else None

    def _place(self, at: int) -> int:
        """The character of the file where *at* of the text is, which is not inside of a piece."""
        piece = self._piece(at)
        if piece is None:
            return at
        if at == piece.at:
            return piece.start
        return piece.end + at - piece.at - len(piece.text)


def _pieces(written: str) -> Iterator[_Piece]:
    shift = 0
    for match in _WRITTEN.finditer(written):
        text = _read(match)
        if text is not None:
            yield _Piece(match.start() + shift, text, *match.span())
            shift += len(text) - len(match.group())


def _read(match: re.Match[str]) -> str | None:
    """How *match* reads; None where it stays as it is written."""
    if match["section"]:
        return escape(match["section"], quote=False)
    if match["hexadecimal"] or match["decimal"]:
        number = int(match["hexadecimal"], 16) if match["hexadecimal"] else int(match["decimal"])
        return None if chr(number) in _KEPT else escape(chr(number))
    return None
