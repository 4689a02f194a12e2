"""Where in the files under review that stands which has a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from edition.diagnostic import EditionError, Place, diagnostic
from edition.project.reviewing import Review

Keyed = Callable[[Path], Mapping[str, object]]


class Found(NamedTuple):
    """What has the *key*, the name of its file included, in the text of the file *path*."""

    path: Path
    key: str


def found_by(review: Review, key: str, keyed: Keyed) -> list[Found]:
    """What has *key*, or has it after the name of its file; *keyed* gives what a file has."""
    stem, colon, _ = key.partition(":")
    found = []
    for path in review.texts:
        full = key if colon else f"{path.stem}:{key}"
        if (not colon or path.stem == stem) and full in keyed(path):
            found.append(Found(path, full))
    return found


def only_one(review: Review, key: str, keyed: Keyed) -> Found | None:
    """The one thing that has *key*; None if nothing has. Raises EditionError (N016)."""
    found = found_by(review, key, keyed)
    if len(found) > 1:
        known = ", ".join(one.key for one in found)
        raise EditionError(diagnostic("N016", Place(str(review.folder)), key=key, known=known))
    return found[0] if found else None
