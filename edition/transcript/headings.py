"""Headings of a record: a line that its convention knows, and the short lines that belong to it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from edition.transcript.convention import Convention
from edition.transcript.convention_tables import Heading
from edition.transcript.notes import whole_bracket

_ENDS = (".", "!", "?", "…", ":", ";", ",")
MARKED = Heading(words="", pattern="")  # what the format of a file says is a heading
_SHORT = Heading(words="", pattern="")
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
        if own is not None:
            above, left = own, own.lines
        elif not (left and index not in labels and _is_short(line)):
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


def _is_short(line: str) -> bool:
    """Whether *line* may belong to a heading: no sentence, and no note."""
    text = line.strip(" ")
    return len(text) <= _LONGEST and not text.endswith(_ENDS) and whole_bracket(text) is None
