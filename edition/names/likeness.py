"""When two forms of a person's name may be one person's, and when they may not."""

from __future__ import annotations

from functools import lru_cache

from edition.transcript.spelling import spelling


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
