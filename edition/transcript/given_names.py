"""Given names: lists in ``languages/``, one file for each language, a name on each line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from edition.transcript.convention import Convention

_FOLDER = Path(__file__).with_name("languages")
_MOST = 4  # words of a name


@cache
def given_names(language: str = "*") -> frozenset[str]:
    """The given names of *language*; by default those of all. None where nobody wrote them yet."""
    lists = [_names(path) for path in sorted(_FOLDER.glob(f"{language}.given.txt"))]
    return lists[0] if len(lists) == 1 else frozenset().union(*lists)


@cache
def _names(path: Path) -> frozenset[str]:
    """The names of one file."""
    lines = map(str.strip, path.read_text(encoding="utf-8").splitlines())
    return frozenset([line for line in lines if line and line[0] != "#"])


def is_full_name(text: str, convention: Convention) -> bool:
    """Whether *text* is a person's whole name: a given name and one or more with capitals.

    Its last word ends no name of another kind: "Albert Street".
    """
    words = text.split()
    return (
        1 < len(words) <= _MOST
        and words[0] in given_names()
        and all(word[0].isupper() or word in convention.particles for word in words)
        and words[-1].lower() not in convention.not_names | convention.offices
    )
