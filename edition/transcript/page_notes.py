"""Footnotes at the foot of a page: they stand between two halves of what somebody says.

A rule is above them, or the number of the page below; and the mark with which each begins stands
in the text above, where a reference does. Where that is not so they are read as the text is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    notes: set[int] = set()
    begin: set[int] = set()
    rules: set[int] = set()
    numbers: set[int] = set()
    last = 0  # behind it the page begins
    for index, line in enumerate(plain):
        if index < last or not line.strip(" "):
            continue
        ruled = _is(_RULE, line)
        if not ruled and (mark_of(line) is None or (index and plain[index - 1].strip(" "))):
            continue
        found = _Foot(plain, max(last, index - _ABOVE), index, ruled=ruled)
        if not found.is_one():
            continue
        notes.update(found.notes)
        begin.update(found.begin)
        rules.update([index] if ruled else [])
        numbers.update([found.page] if found.page is not None else [])
        last = found.end
    return PageNotes(*map(frozenset, (notes, begin, rules, numbers))) if notes else NO_NOTES


class _Foot:
    """What may be the foot of a page, from line *at* on: a rule, notes, the number of the page."""

    def __init__(self, plain: Sequence[str], top: int, at: int, *, ruled: bool) -> None:
        self._ruled = ruled
        known = frozenset(references_in(plain[top:at]))
        self.notes: list[int] = []
        self.begin: list[int] = []
        self.page: int | None = None
        self.end = at + ruled
        while self.end < min(len(plain), at + _MOST):
            line = plain[self.end]
            apart = not plain[self.end - 1].strip(" ") or not self.notes
            if not line.strip(" "):
                pass
            elif self._begins(mark_of(line), known):
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

    def _begins(self, mark: Mark | None, known: frozenset[Mark]) -> bool:
        plain = mark is not None and mark.kind == _PLAIN and not self._ruled
        return mark in known and not plain

    def is_one(self) -> bool:
        """Whether notes are there, the text goes on, and a rule or the page's number is there."""
        return bool(self.begin) and self._goes_on and (self._ruled or self.page is not None)


def _is(pattern: re.Pattern[str], line: str) -> bool:
    return len(line) <= _LONGEST and pattern.fullmatch(line) is not None
