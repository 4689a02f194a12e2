"""Where tags, lines and characters stand in the bytes of an XML file, without parsing it again.

All this is only asked of well-formed files without a document type, in UTF-8.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

# A "<" that is no part of a comment, processing instruction or CDATA section begins a tag.
_OPENINGS = re.compile(rb"<(?:([^!?/])|!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>)", re.DOTALL)
_TAG = rb"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
_MARKUP = re.compile(
    rb"<(?:(!--.*?--|\?.*?\?)|!\[CDATA\[(.*?)\]\]|(/)[^>]*|([^!?/]" + _TAG + rb"))>", re.DOTALL
)
_COMMENT, _CDATA, _END = 1, 2, 3
_INSTRUCTIONS = re.compile(rb"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|(\?)(?!xml\s).*?\?>)", re.DOTALL)
_LINE_END = re.compile(rb"\r\n?|\n")
# In a text: a reference or line end, which are one character each, or characters as they are.
_CHARACTERS = re.compile(rb"&[^;]*;|\r\n?|[^&\r]+")


class Markup:
    """The markup of the XML file *data*. A place in it is the number of a byte."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def starts(self) -> list[int]:
        """Where the start tag of each element begins, in the order of the file."""
        return [found.start() for found in _OPENINGS.finditer(self._data) if found.lastindex]

    @cached_property
    def instructions(self) -> list[int]:
        """Where each processing instruction begins, in the order of the file."""
        return [at.start() for at in _INSTRUCTIONS.finditer(self._data) if at.lastindex]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *[found.end() for found in _LINE_END.finditer(self._data)]]

    def line_and_column(self, at: int) -> tuple[int, int]:
        """The line and column of the byte *at*, counted from 1, columns in characters."""
        line = bisect_right(self._lines, at)
        before = self._data[self._lines[line - 1] : at]
        return line, len(before.decode("utf-8", "replace")) + 1

    def after_start_tag(self, at: int) -> int:
        """Where the content of the element begins whose start tag is at *at*."""
        return next(_MARKUP.finditer(self._data, at)).end()

    def after_element(self, at: int) -> int:
        """Where the element ends whose start tag is at *at*."""
        depth = 0
        for found in _MARKUP.finditer(self._data, at):
            if found.lastindex == _END:
                depth -= 1
            elif found.lastindex not in (_COMMENT, _CDATA) and found[0][-2:] != b"/>":
                depth += 1
            if depth == 0:
                return found.end()
        return len(self._data)

    def after_comments(self, at: int, number: int) -> int:
        """Where so many comments and processing instructions after *at* have ended."""
        tokens = _MARKUP.finditer(self._data, at)
        ends = (found.end() for found in tokens if found.lastindex == _COMMENT)
        for _ in range(number):
            at = next(ends)
        return at

    def character(self, at: int, offset: int) -> int | None:
        """Where character *offset* of the text that begins at *at* stands; its end if shorter.

        None where no text stands there.
        """
        end = None
        for text, start in self._stretches(at):
            for found in _CHARACTERS.finditer(text):
                plain = "" if found[0][0] in b"&\r" else found[0].decode("utf-8", "replace")
                if offset < (len(plain) or 1):
                    return start + found.start() + len(plain[:offset].encode())
                offset -= len(plain) or 1
                end = start + found.end()
        return end

    def _stretches(self, at: int) -> Iterator[tuple[bytes, int]]:
        """The text from *at* to the next tag or comment, in and outside of CDATA sections."""
        for found in _MARKUP.finditer(self._data, at):
            yield self._data[at : found.start()], at
            if found.lastindex != _CDATA:
                return
            yield found[_CDATA].replace(b"&", b"?"), found.start(_CDATA)
            at = found.end()
