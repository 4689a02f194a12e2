"""What the page prints around a record: the numbers of its lines, running heads and feet.

Courts number the lines of each page anew, mostly from 1 to 25. Such numbers, and what stands
between the last line of a page and the first of the next and recurs there, are no words of the
record. Where lines have no numbers, what recurs beside the numbers of the pages is a running head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.decode import Decoded
from edition.transcript.layout import Layout
from edition.transcript.model import Block, Span
from edition.transcript.page_notes import notes_of_pages

_NUMBERED = re.compile(r" {0,8}([0-9]{1,2})(?: |\Z)")
_PAGE = re.compile(r" *(?:(?i:page) +)?[-–]? ?([0-9]{1,5}) ?[-–]? *")
_DIGITS = re.compile(r"[0-9]+")
_FEWEST_LINES = 20  # of a page whose lines are numbered
_FEWEST_PAGES = 3  # with numbers alone on their lines, where lines have none
_SHORTEST_PAGE = 8  # lines
_LONGEST = 120  # characters, of a running head
_SET_OFF = 20  # spaces before a page's number that is printed in the middle or at the right
_STOPS = (".", "?", "!", ":", ",", ";")  # end no running head
_NEAR = 3  # lines with words from a page's number at which a running head may stand


NOTE = "editorial"
"""The kind of the lines of a footnote."""


class Pages(NamedTuple):
    """By the index of the line: where its number stands, and what kind of furniture it is.

    Kinds are ``lineNumber`` (a number and nothing else), ``pageNumber`` and ``runningHead``;
    *edges* are all lines between two pages, *spacing* the blank lines without number within one.
    Footnotes are furniture of the kind ``editorial``; *goes_on* are their lines but the first.
    """

    numbers: Mapping[int, tuple[int, int]]
    furniture: Mapping[int, str]
    edges: frozenset[int]
    spacing: frozenset[int] = frozenset()
    goes_on: frozenset[int] = frozenset()

    def without(self, decoded: Decoded) -> Decoded:
        """*decoded* with spaces for what the page prints, so that nothing else moves."""
        if not (self.numbers or self.furniture):
            return decoded
        return decoded._replace(
            lines=self._spaced(decoded.lines), plain=self._spaced(decoded.plain)
        )

    def restored(self, layout: Layout, lines: Sequence[str]) -> Sequence[str]:
        """The texts of *layout*, as :meth:`without` left them, as they are in *lines*."""
        if not (self.numbers or self.furniture):
            return layout.texts
        return [
            "\n".join(lines[line - 1 : line + text.count("\n")])[column : column + len(text)]
            for text, line, column in zip(layout.texts, layout.lines, layout.columns, strict=True)
        ]

    def spans(self, block: Block) -> list[Span]:
        """What the page prints in *block*."""
        if not (self.numbers or self.furniture):
            return []
        found: list[Span] = []
        start = 0
        for index, line in enumerate(block.text.split("\n"), block.line - 1):
            if index in self.furniture:
                indent = len(line) - len(line.lstrip())
                begin = start + indent
                if index in self.goes_on and found:
                    begin = found.pop().start
                found.append(Span(begin, start + len(line.rstrip()), self.furniture[index]))
            elif index in self.numbers and not (block.column and start == 0):
                first, end = self.numbers[index]
                found.append(Span(start + first, start + end, "lineNumber"))
            start += len(line) + 1
        return found

    def _spaced(self, lines: Sequence[str]) -> tuple[str, ...]:
        made = list(lines)
        for index, (start, end) in self.numbers.items():
            made[index] = f"{made[index][:start]}{' ' * (end - start)}{made[index][end:]}"
        for index in self.furniture:
            made[index] = " " * len(made[index])
        return tuple(made)


NO_PAGES = Pages({}, {}, frozenset())


def pages_of(plain: Sequence[str]) -> Pages:
    """What the page prints in the lines *plain*."""
    runs = _runs(plain)
    if runs:
        return _numbered(plain, runs)
    return _with_notes(_with_page_numbers(plain) or _with_set_off_numbers(plain), plain)


def _with_notes(pages: Pages, plain: Sequence[str]) -> Pages:
    """*pages*, and the footnotes in the lines *plain*; the rule above them is the page's, too."""
    found = notes_of_pages(plain)
    if not found.notes:
        return pages
    furniture = {
        **dict.fromkeys(found.notes, NOTE),
        **dict.fromkeys(found.rules, "runningHead"),
        **dict.fromkeys(found.numbers, "pageNumber"),
    }
    return pages._replace(
        furniture={**pages.furniture, **furniture},
        edges=pages.edges.union(furniture),
        goes_on=found.notes - found.begin,
    )


def _runs(plain: Sequence[str]) -> list[list[int]]:
    """The lines of each page, if all have numbers, from 1 on each; nothing if they have not.

    The first page may begin with another number, and the last may be shorter.
    """
    runs: list[list[int]] = []
    last = 0
    for index, line in enumerate(plain):
        match = _NUMBERED.match(line)
        if match is None:
            if line.strip(" "):
                last = -1
            continue
        number = int(match[1])
        if number == last + 1 and runs and last > 0:
            runs[-1].append(index)
        elif number == 1 or not runs:
            runs.append([index])
        else:
            number = -1
        last = number
    return runs if _are_pages(plain, runs) else []


def _are_pages(plain: Sequence[str], runs: Sequence[Sequence[int]]) -> bool:
    """Whether *runs* are pages: of one length, but for the first and the last."""
    if len(runs) < 2:
        return False
    ends = [_number(plain[run[-1]]) for run in runs[:-1]]
    length = Counter(ends).most_common(1)[0][0]
    return (
        length >= _FEWEST_LINES
        and all(end == length for end in ends)
        and len(runs[-1]) <= length
        and all(_number(plain[run[0]]) == 1 for run in runs[1:])
    )


def _number(line: str) -> int:
    match = _NUMBERED.match(line)
    return int(match[1]) if match else 0


def _numbered(plain: Sequence[str], runs: Sequence[Sequence[int]]) -> Pages:
    """The furniture of pages whose numbered lines are *runs*."""
    numbers: dict[int, tuple[int, int]] = {}
    furniture: dict[int, str] = {}
    for index in (index for run in runs for index in run):
        match = _NUMBERED.match(plain[index])
        if match is not None and plain[index][match.end(1) :].strip(" "):
            numbers[index] = match.span(1)
        else:
            furniture[index] = "lineNumber"
    gaps = [range(before[-1] + 1, after[0]) for before, after in pairwise(runs)]
    edges = frozenset(index for gap in gaps for index in gap)
    outside = [range(runs[0][0]), *gaps, range(runs[-1][-1] + 1, len(plain))]
    furniture |= _running(plain, [[i for i in gap if plain[i].strip(" ")] for gap in outside])
    inside = {index for run in runs for index in range(run[0], run[-1])}
    return Pages(numbers, furniture, edges, frozenset(inside - numbers.keys() - furniture.keys()))


def _running(plain: Sequence[str], gaps: Sequence[Sequence[int]]) -> dict[int, str]:
    """What stands in more than one of *gaps*, whatever the numbers in it."""
    times = Counter(text for gap in gaps for text in {_text(plain[index]) for index in gap})
    return {
        index: "pageNumber" if _PAGE.fullmatch(plain[index]) else "runningHead"
        for gap in gaps
        for index in gap
        if times[_text(plain[index])] > 1 and len(plain[index].strip(" ")) <= _LONGEST
    }


def _text(line: str) -> str:
    """*line* without its numbers and the space around it."""
    return " ".join(_DIGITS.sub("", line).split())


def _with_set_off_numbers(plain: Sequence[str]) -> Pages:
    """The numbers of pages that stand in the middle or at the right, the first above all else.

    The next has the next number.
    """
    found: list[int] = []
    number = 0
    for index, line in enumerate(plain):
        if not line.strip(" "):
            continue
        match = _PAGE.fullmatch(line) if line.startswith(" " * _SET_OFF) else None
        if match is not None and (not found or int(match[1]) == number + 1):
            found.append(index)
            number = int(match[1])
        elif not found:
            break
    return Pages({}, dict.fromkeys(found, "pageNumber"), frozenset(found))


def _with_page_numbers(plain: Sequence[str]) -> Pages | None:
    """The running heads and numbers of pages whose lines have no numbers; None if there are none.

    Numbers that count the pages stand alone on their lines; beside most of them stands the same.
    """
    pages = list(_page_numbers(plain))
    if len(pages) < _FEWEST_PAGES:
        return None
    near = [_near(plain, index) for index in pages]
    found = {
        index: kind
        for index, kind in _running(plain, near).items()
        if not plain[index].rstrip(" ").endswith(_STOPS)
        and sum(any(_text(plain[i]) == _text(plain[index]) for i in gap) for gap in near) * 2
        >= len(pages)
    }
    if not found:
        return None
    furniture = found | dict.fromkeys(pages, "pageNumber")
    edges = {
        index
        for gap, page in zip(near, pages, strict=True)
        for inside in [[page, *(i for i in gap if i in found)]]
        for index in range(min(inside), max(inside) + 1)
    }
    return Pages({}, furniture, frozenset(edges))


def _page_numbers(plain: Sequence[str]) -> Iterator[int]:
    """The lines with nothing but a number, each greater by one than that before."""
    last = before = -1
    found: list[int] = []
    for index, line in enumerate(plain):
        match = _PAGE.fullmatch(line) if len(line) <= _LONGEST else None
        if match is None:
            continue
        if found and int(match[1]) == last + 1 and index - before >= _SHORTEST_PAGE:
            found.append(index)
        elif len(found) < _FEWEST_PAGES:
            found = [index]
        else:
            continue
        last, before = int(match[1]), index
    yield from found


def _near(plain: Sequence[str], page: int) -> list[int]:
    """The lines with words around the number of a *page*."""
    filled = [
        i for i in range(max(0, page - 12), min(len(plain), page + 12)) if plain[i].strip(" ")
    ]
    at = filled.index(page)
    return [i for i in filled[max(0, at - _NEAR) : at + _NEAR + 1] if i != page]
