"""Changes of a text by the characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """Characters *start* to *end* of a text become *new*."""

    start: int
    end: int
    new: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """*text* with *edits*, of which no two overlap but in white space (:func:`overlapping`)."""
    return "".join(piece for *_, piece in pieces(text, edits))


def overlapping(edits: Sequence[Edit], text: str) -> int | None:
    """The number of an edit that changes what another changes too; None if there is none."""
    at = 0
    for number, edit in sorted(enumerate(edits), key=lambda pair: pair[1][:2]):
        if edit.start < at and text[edit.start : min(at, max(edit.end, edit.start + 1))].strip():
            return number
        at = max(at, edit.end)
    return None


def pieces(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, str]]:
    """*text* with *edits*, in pieces: each with the characters of *text* that it stands for."""
    at = 0
    last = ""
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        left = new.lstrip() if start < at and last[-1:].isspace() else new
        yield at, max(at, start), text[at:start]
        yield max(at, start), max(at, end), left
        last = left or text[at:start] or last
        at = max(at, end)
    yield at, len(text), text[at:]


def tight(edit: Edit, text: str) -> Edit:
    """*edit* without the white space at its ends that stays."""
    start, end, new = edit
    while start < end and new and text[start] == new[0] and text[start].isspace():
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1] and new[-1].isspace():
        end, new = end - 1, new[:-1]
    return Edit(start, end, new)


def lies_in(edit: Edit, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether *edit* is made in one of *stretches*, which are in order and apart."""
    index = bisect_right(stretches, (edit.start, edit.end)) - 1
    return any(
        start <= edit.start < end or start < edit.end <= end
        for start, end in stretches[max(index, 0) : index + 2]
    )
