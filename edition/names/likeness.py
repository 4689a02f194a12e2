"""When two forms of a person's name may be one person's, and when they may not."""

from __future__ import annotations

import re
from functools import lru_cache

from edition.transcript.spelling import spelling

# After a surname, which of those of one name is meant: "Walter Jones, Jr.", "William Gates III".
_GENERATION = re.compile("(?:[JS]n?r\\.?)|II|III|IV", re.IGNORECASE)


def is_generation(word: str) -> bool:
    """Whether *word* after a full name tells father and son apart: "Jr."."""
    return _GENERATION.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def without_generation(name: str) -> tuple[str, ...]:
    """The words of *name*, without what tells father and son apart: "Walter Jones" of two.

    "Albert II" has no surname, and keeps his number.
    """
    words = tuple(name.split())
    return words[:-1] if len(words) > 2 and is_generation(words[-1]) else words


def surname(name: str) -> str:
    """The last word of *name* that is a name."""
    return without_generation(name)[-1]


def spelling_of_name(name: str) -> tuple[str, str] | None:
    """What different spellings of the full *name* of a person have in common; None for one word.

    Its first and its last word: names between them are often left out.
    """
    words = without_generation(name)
    return (spelling(words[0]), spelling(words[-1])) if len(words) > 1 else None


def spelling_of_given(name: str) -> str:
    """What spellings of the given *name* have in common: "Lansana" and "Lanzana"."""
    spelt = spelling(name)
    return spelt[:1] + spelt[1:].replace("z", "s")


def compatible(one: str, other: str) -> bool:
    """Whether two full names of one first and last word do not contradict each other between.

    "George Bush" may be "George W. Bush", who is not "George H. W. Bush"; father and son are two.
    """
    marks = {_generation(one), _generation(other)} - {""}
    return len(marks) < 2 and all(
        mine == theirs or (mine[0] == theirs[0] and "." in (mine[-1], theirs[-1]))
        for mine, theirs in zip(_middle(one), _middle(other), strict=False)
    )


def is_slip(one: str, other: str) -> bool:
    """Whether a letter inside, not near an end, is all that one of the two words lacks."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) != 1:
        return False
    at = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    return 1 < at < len(shorter) - 2 and shorter[at:] == longer[at + 1 :]


@lru_cache(maxsize=65536)
def _middle(name: str) -> tuple[str, ...]:
    """The words between first and last, particles left out, as they are compared."""
    words = without_generation(name)[1:-1]
    return tuple(spelling(word) for word in words if not word.islower())


def _generation(name: str) -> str:
    """What tells father and son apart at the end of *name*, as it is compared; or ""."""
    words = name.split()
    if len(without_generation(name)) == len(words):
        return ""
    return words[-1].casefold().strip(".").replace("n", "")
