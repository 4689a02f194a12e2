"""Headings of a record: a line that its convention knows, and the short lines that belong to it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from edition.transcript.convention import Convention
from edition.transcript.convention_tables import Heading
from edition.transcript.notes import whole_bracket

_STOPS = (".", "!", "?", "…", ".”", '."')
_ENDS = (".", "!", "?", "…", ":", ";", ",")
MARKED = Heading(words="", pattern="")  # what the format of a file says is a heading
_SHORT = Heading(words="", pattern="")
_MOST_LINES = 12  # of a paragraph, in which its stop is looked for
_LONGEST = 200  # characters, of a line that belongs to a heading


def headings_in(
    lines: Sequence[str], labels: Container[int], convention: Convention
) -> dict[int, Heading]:
    """The headings among *lines*, which are plain, by their indices; *labels* are none."""
    found: dict[int, Heading] = {}
    if not convention.headings and not convention.short_headings:
        return found
    above: Heading | None = None
    left = 0  # so many lines may still belong to the heading above
    for index, line in enumerate(lines):
        if not line.strip(" "):
            continue
        own = None if index in labels else _heading(line, convention)
        if own is _SHORT and _goes_on(lines, index, labels):
            own = None
        if own is not None:
            above, left = own, own.lines
        elif not ((left or _is_second(lines, index, above)) and _may_belong(lines, index, labels)):
            above, left = None, 0
        if above is not None:
            found[index] = above
            left -= 1
    return found


def _heading(line: str, convention: Convention) -> Heading | None:
    """The heading that *line* is by its words, or because it is short and no stop ends it."""
    if (known := convention.heading_in(line)) is not None:
        return known
    text = line.strip(" ")
    short = len(text) <= convention.short_headings and text[0].isupper()
    ends = text[-1].isalnum() or text[-1] == ")"
    return _SHORT if short and ends and ": " not in text else None


def _is_second(lines: Sequence[str], index: int, above: Heading | None) -> bool:
    """Whether a short heading goes on in line *index*, right below it and in small letters."""
    right_below = index > 0 and bool(lines[index - 1].strip(" "))
    return above is _SHORT and right_below and lines[index].strip(" ")[0].islower()


def _may_belong(lines: Sequence[str], index: int, labels: Container[int]) -> bool:
    return index not in labels and _is_short(lines[index])


def _goes_on(lines: Sequence[str], first: int, labels: Container[int]) -> bool:
    """Whether the lines below line *first* belong to it, and a stop ends them: a paragraph."""
    for index in range(first + 1, min(len(lines), first + 1 + _MOST_LINES)):
        text = lines[index].strip(" ")
        if not text or index in labels or not (index > first + 1 or text[0].islower()):
            return False
        if text.endswith(_STOPS):
            return True
    return False


def _is_short(line: str) -> bool:
    """Whether *line* may belong to a heading: no sentence, and no note."""
    text = line.strip(" ")
    return len(text) <= _LONGEST and not text.endswith(_ENDS) and whole_bracket(text) is None
