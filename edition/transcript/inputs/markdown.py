"""Markdown: plain text, of which the marks for bold, italics and headings tell something.

Every character stays, marks too: what the edition has is what was written. The marks are looked
for by themselves, for a parser of Markdown tells where a block stands and not where a character
does, and here a line is a paragraph whatever Markdown makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.transcript.inputs import text
from edition.transcript.inputs.extract import Extract

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|\Z)")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,60}\]:[ \t]")  # what a mark refers to: "[^1]: …"
_FENCES = ("---", "...")  # around the matter in front, the first on the first line
_LONGEST_FRONT = 100  # lines
_FRONT = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?: .*)?|[ \t#-].*|")  # one of its lines
_ROW = re.compile(r" {0,3}\|(?:[^|\n]*\|){2,}[ \t]*\Z")  # of a table
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*\1(?!`)")
_EMPHASIS = re.compile(
    r"(?<![\\*_\w])(\*{1,3}|_{1,3})(?=[^\s*_])"  # begins
    r"([^*_\n]{0,1999}[^\s*_\\])"
    r"\1(?![\w*_])"  # ends
)


def extract(data: bytes, name: str) -> Extract:
    """The lines of the text in *data*. Raises EditionError (T001–T004)."""
    found = text.extract(data, name)
    emphasised = {i: spans for i, line in enumerate(found.lines) if (spans := _emphasised(line))}
    headings = {
        i: len(match[1]) for i, line in enumerate(found.lines) if (match := _HEADING.match(line))
    }
    listed = frozenset(i for i, line in enumerate(found.lines) if _ROW.match(line))
    notes = frozenset(i for i, line in enumerate(found.lines) if _NOTE.match(line))
    return found._replace(
        emphasised=emphasised,
        headings=headings,
        listed=listed,
        notes=notes,
        furniture=_front(found.lines),
    )


def _front(lines: Sequence[str]) -> frozenset[int]:
    """The lines of the matter in front that are no text: "---", "author: Ann Roe", "---".

    All but the date.
    """
    last = next((i for i in range(1, min(len(lines), _LONGEST_FRONT)) if lines[i] in _FENCES), 0)
    keys = [_FRONT.fullmatch(line) for line in lines[1:last]]
    if (
        not last
        or lines[0] != "---"
        or not all(keys)
        or not any(key and key["key"] for key in keys)
    ):
        return frozenset()
    dated = (i for i, key in enumerate(keys, 1) if key and (key["key"] or "").lower() == "date")
    return frozenset(range(last + 1)).difference(dated)


def _emphasised(line: str) -> tuple[tuple[int, int], ...]:
    """The stretches of *line* in bold or italics, without their marks."""
    if "*" not in line and "_" not in line:
        return ()
    code = [match.span() for match in _CODE.finditer(line)]
    return tuple(
        span
        for span in _spans(line)
        if not any(start < span[1] and span[0] < end for start, end in code)
    )


def _spans(line: str) -> Iterator[tuple[int, int]]:
    return (match.span(2) for match in _EMPHASIS.finditer(line))


def without_marks(words: str) -> str:
    """*words* of a line without the marks of a heading, and of what is bold or in italics."""
    heading = _HEADING.match(words)
    if heading is not None:
        words = words[heading.end() :].strip(" \t").rstrip("#").rstrip(" \t")
    return _EMPHASIS.sub(r"\2", words)
