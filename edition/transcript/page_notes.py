"""Footnotes at the foot of a page: they stand between two halves of what somebody says.

A rule is above them, or the number of the page below; and the mark with which each begins stands
in the text above, where a reference does. Where that is not so they are read as the text is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from edition.transcript.footnotes import Mark, mark_of, references_in

_RULE = re.compile(r"\s*(?:_{3,}|-{5,}|[–—]{3,}|─{3,})\s*")
_PAGE = re.compile(r"\s*(?:(?i:page) +)?[-–]? ?[0-9]{1,5} ?[-–]?\s*")
_LONGEST = 120  # characters, of a rule or of the number of a page
_ABOVE = 80  # lines in which the reference must stand
_MOST = 40  # lines of notes on a page
_PLAIN = "number"  # the kind of a mark that a list has, too


class PageNotes(NamedTuple):
    """The lines, from 0, of *notes*, of those the ones that *begin* one, rules and page numbers."""

    notes: frozenset[int]
    begin: frozenset[int]
    rules: frozenset[int]
    numbers: frozenset[int]


NO_NOTES = PageNotes(frozenset(), frozenset(), frozenset(), frozenset())


def notes_of_pages(plain: Sequence[str]) -> PageNotes:
    """The footnotes among the lines *plain* behind which the text goes on."""
    edges = [index for index, line in enumerate(plain) if _is(_RULE, line) or _is(_PAGE, line)]
    if not edges:
        return NO_NOTES
    feet = list(_feet(plain, edges))
    if not feet:
        return NO_NOTES
    return PageNotes(
        notes=frozenset(index for foot in feet for index in foot.notes),
        begin=frozenset(index for foot in feet for index in foot.begin),
        rules=frozenset(foot.at for foot in feet if foot.ruled),
        numbers=frozenset(foot.page for foot in feet if foot.page is not None),
    )


def _feet(plain: Sequence[str], edges: Sequence[int]) -> Iterator[_Foot]:
    """The feet of pages; *edges* are the lines with a rule or with the number of a page."""
    seen: dict[Mark, int] = {}  # where each mark was last referred to
    last = 0  # behind it the page begins
    for index, line in enumerate(plain):
        if index < last or not line.strip(" "):
            continue
        ruled = _is(_RULE, line)
        apart = index > 0 and not plain[index - 1].strip(" ")
        if ruled or (apart and _edge_below(index, edges) and mark_of(line) is not None):
            foot = _Foot(plain, seen, index, ruled=ruled)
            if foot.is_one():
                yield foot
                last = foot.end
                continue
        seen.update(dict.fromkeys(references_in([line]), index))


def _edge_below(index: int, edges: Sequence[int]) -> bool:
    """Whether one of *edges* is not far below line *index*."""
    following = edges[at] if (at := bisect_right(edges, index)) < len(edges) else None
    return following is not None and following - index < _MOST


class _Foot:
    """What may be the foot of a page, from line *at* on: a rule, notes, the number of the page.

    *seen* are the marks referred to above, with the last line of each.
    """

    def __init__(
        self, plain: Sequence[str], seen: Mapping[Mark, int], at: int, *, ruled: bool
    ) -> None:
        self.at = at
        self.ruled = ruled
        self.notes: list[int] = []
        self.begin: list[int] = []
        self.page: int | None = None
        self.end = at + ruled
        while self.end < min(len(plain), at + _MOST):
            line = plain[self.end]
            apart = not plain[self.end - 1].strip(" ") or not self.notes
            if not line.strip(" "):
                pass
            elif self._begins(mark_of(line), seen):
                self.begin.append(self.end)
                self.notes.append(self.end)
            elif apart or _is(_PAGE, line):
                break
            else:
                self.notes.append(self.end)
            self.end += 1
        if self.end < len(plain) and _is(_PAGE, plain[self.end]):
            self.page = self.end
            self.end += 1
        self._goes_on = any(line.strip(" ") for line in plain[self.end : self.end + _MOST])

    def _begins(self, mark: Mark | None, seen: Mapping[Mark, int]) -> bool:
        if mark is None or (mark.kind == _PLAIN and not self.ruled):
            return False
        return self.at - seen.get(mark, -_ABOVE - 1) <= _ABOVE

    def is_one(self) -> bool:
        """Whether notes are there, the text goes on, and a rule or the page's number is there."""
        return bool(self.begin) and self._goes_on and (self.ruled or self.page is not None)


def _is(pattern: re.Pattern[str], line: str) -> bool:
    return len(line) <= _LONGEST and pattern.fullmatch(line) is not None
