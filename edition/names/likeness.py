"""When two forms of a person's name may be one person's, and when they may not."""

from __future__ import annotations

import re
from functools import lru_cache

from edition.names.words import folded

# Spellings of one name in Latin letters: what is on the left is written as what is on the right.
_SPELLINGS = (
    ("shch", "sch"),
    ("kh", "h"),
    ("ks", "x"),
    ("ph", "f"),
    ("tz", "ts"),
    ("ck", "k"),
    ("ou", "u"),
    ("oe", "o"),
    ("ue", "u"),
    ("yo", "e"),
    ("ye", "e"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("'", ""),
)


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """*word* with what different transliterations write differently made equal."""
    plain = folded(word).casefold()
    for written, common in _SPELLINGS:
        plain = plain.replace(written, common)
    return re.sub(r"(.)\1", r"\1", plain)


def spelling_of_name(name: str) -> tuple[str, str] | None:
    """What different spellings of the full *name* of a person have in common; None for one word.

    Its first and its last word: names between them are often left out.
    """
    words = name.split()
    return (spelling(words[0]), spelling(words[-1])) if len(words) > 1 else None


def compatible(one: str, other: str) -> bool:
    """Whether two full names of one first and last word do not contradict each other between.

    "George Bush" may be "George W. Bush", who is not "George H. W. Bush".
    """
    return all(
        mine == theirs or (mine[0] == theirs[0] and "." in (mine[-1], theirs[-1]))
        for mine, theirs in zip(_middle(one), _middle(other), strict=False)
    )


@lru_cache(maxsize=65536)
def _middle(name: str) -> tuple[str, ...]:
    """The words between first and last, particles left out, as they are compared."""
    return tuple(spelling(word) for word in name.split()[1:-1] if not word.islower())
