"""One entry in the place of another, in all files: :func:`merged`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from edition.project.reviewing import Review
from edition.tei.decisions import facts_copied
from edition.tei.doubts import entries_of
from edition.tei.registers import is_participant, pointers
from edition.tei.verdicts import (
    in_place_of_participant,
    referring_to,
    with_copy,
    without_meeting,
)


def merged(review: Review, old: str, new: str) -> Review:
    """Everywhere the entry *new* is in the place of the candidate *old*.

    It has the names and offices of both. A register that had *old* has *new*.
    """
    home = review.editing(review.homes[old])
    candidate = entries_of(home.document)[old]
    register = review.homes[old]
    if register in review.registers and review.homes[new] not in review.registers:
        review = with_copy_of(review, register, new)
        file = review.editing(register)
        review = review.edited(register, file, without_meeting(file, new))
    for path in texts_with(review, old):
        review = _in_text(with_copy_of(review, path, new), path, old, new)
    for path in files_with(review, old):
        file = review.editing(path)
        review = review.edited(path, file, referring_to(file, old, new))
    for path in files_with(review, new):
        file = review.editing(path)
        entry = entries_of(file.document).get(new)
        if entry is not None:
            edits = facts_copied(file, entry, home, candidate, dated=False)
            review = review.edited(path, file, edits)
    return review


def _in_text(review: Review, path: Path, old: str, new: str) -> Review:
    """In the text *path*, which has both, *new* takes the place, role and offices of *old*."""
    before = review.editing(path)
    entries = entries_of(before.document)
    copy = entries.get(old)
    if copy is None or not is_participant(copy):
        return review
    review = review.edited(path, before, in_place_of_participant(before, old, new))
    file = review.editing(path)
    entry = entries_of(file.document)[new]
    review = review.edited(path, file, facts_copied(file, entry, before, copy, dated=True))
    file = review.editing(path)
    entry = entries_of(file.document)[new]
    role = "" if entry.get("role") else copy.get("role", "")
    return review.edited(path, file, [file.with_attributes(entry, {"role": role})] if role else [])


def with_copy_of(review: Review, path: Path, identifier: str) -> Review:
    """*review* with a copy, in the file *path*, of the entry and all to which it points."""
    entries = review.bearers.entries
    wanted = [identifier]
    for one in wanted:
        new = [other for other in pointers(entries[one]) if other in entries]
        wanted += [other for other in dict.fromkeys(new) if other not in wanted]
    for one in wanted:
        file = review.editing(path)
        if one not in entries_of(file.document):
            home = review.editing(review.homes[one])
            entry = entries_of(home.document)[one]
            review = review.edited(path, file, with_copy(file, home, entry))
    return review


def files_with(review: Review, identifier: str) -> Sequence[Path]:
    """The files in which the entry *identifier* is, or is referred to; registers first."""
    return [
        path
        for path, data in review.files.items()
        if identifier.encode() in data and _concerns(review, path, identifier)
    ]


def texts_with(review: Review, identifier: str) -> Sequence[Path]:
    """Those of :func:`files_with` that are texts."""
    return [path for path in files_with(review, identifier) if path in review.texts]


def _concerns(review: Review, path: Path, identifier: str) -> bool:
    return identifier in review.entries(path) or identifier in pointers(review.document(path).root)
