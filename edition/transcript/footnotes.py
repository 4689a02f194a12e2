"""Footnotes behind the last turn: they belong to the record, and nobody speaks them.

A paragraph that begins with a mark is one if the mark stands in the text above, where a reference
does: "the crane.[1]", "since Easter,*"; or if a heading above says so: "Notes".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.convention import Convention
from edition.transcript.model import Label

_MARK = re.compile(
    r" *(?:\\?\[\^?(?P<bracketed>[0-9]{1,3}|[a-z*†‡§])\\?\]:?"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,3})"
    r"|(?P<sign>\*{1,4}|†{1,3}|‡{1,3}|§)(?=[^*]*$)"
    r"|(?P<number>[0-9]{1,3})(?:[.)]|(?= +[^\W\d_a-z]))) *(?=[^\s*_-])"
)
_OPENS = re.compile(r"(?<![^\s(\[“\"])\*+(?=\w)")  # a word in italics begins
_LONGEST_HEADING = 40  # characters
_BEFORE = r"[\w.,;:!?…\"”’)»]"
_REFERENCES = {
    "bracketed": re.compile(r"(?<=\S) ?\\?\[\^?([0-9]{1,3}|[a-z*†‡§])\\?\](?!:)"),
    "raised": re.compile(r"(?<=[^\s¹²³⁰⁴-⁹])([¹²³⁰⁴-⁹]{1,3})(?![¹²³⁰⁴-⁹])"),
    "sign": re.compile(rf"(?<={_BEFORE})(\*{{1,4}}|†{{1,3}}|‡{{1,3}}|§)(?![\w*†‡])"),
    "number": re.compile(
        rf"(?<![0-9][.,:])(?<={_BEFORE})(?<![0-9_A-Z])([0-9]{{1,3}})(?![\w%]|[.,:][0-9])"
    ),
}


class Mark(NamedTuple):
    """The mark of a note: *kind* is a group of the pattern, *sign* what it captured."""

    kind: str
    sign: str


def footnotes_in(
    plain: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> frozenset[int]:
    """The indices of those of the paragraphs *plain* that are footnotes, or the heading of them.

    What stands between two notes belongs to the first, and so does what stands right below one.
    """
    if not labels:
        return frozenset()
    begin = max(labels) + 1
    behind = [index for index in range(begin, len(plain)) if plain[index].strip(" ")]
    marks = {index: mark for index in behind if (mark := mark_of(plain[index])) is not None}
    if not marks:
        return frozenset()
    headings = [
        index
        for index, below in pairwise(behind)
        if below in marks and _is_heading(plain[index], convention)
    ]
    headed = {index for index in marks if headings and index > headings[0]}
    others = {index: mark for index, mark in marks.items() if index not in headed}
    found = headed | set(headings[:1]) | _referred_to(others, plain)
    if not found:
        return frozenset()
    first, last = min(found), max(found)
    if not plain[first - 1].strip(" "):  # paragraphs have blank lines between them
        while last + 1 < len(plain) and plain[last + 1].strip(" "):
            last += 1
    return frozenset(index for index in behind if first <= index <= last)


def mark_of(text: str) -> Mark | None:
    """The mark of a note with which the paragraph *text* begins."""
    match = _MARK.match(text)
    if match is None or match.lastgroup is None:
        return None
    return Mark(match.lastgroup, match[match.lastgroup])


def _is_heading(text: str, convention: Convention) -> bool:
    words = text.strip(" #*_:.").lower()
    return len(text) <= _LONGEST_HEADING and words in convention.marks.headings_of_notes


def _referred_to(marks: Mapping[int, Mark], plain: Sequence[str]) -> set[int]:
    """Those of *marks* that stand in the text above, too; of plain numbers all or none do.

    A list of points that somebody reads out is numbered as notes are.
    """
    if not marks:
        return set()
    references = frozenset(references_in(plain[: min(marks)]))
    found = {index for index, mark in marks.items() if mark in references}
    numbers = {index for index, mark in marks.items() if mark.kind == "number"}
    return found if numbers <= found else found - numbers


def references_in(lines: Iterable[str]) -> Iterator[Mark]:
    """The marks that stand in *lines* as those that refer to a note do."""
    for line in lines:
        for kind, pattern in _REFERENCES.items():
            for match in pattern.finditer(line):
                if not (match[1].startswith("*") and _OPENS.search(line)):
                    yield Mark(kind, match[1])
