"""Who is called by name, and speaks next: "The floor is Ms Roe's." and then "Ann Roe".

In many languages a name has another ending where somebody is spoken to or of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from edition.transcript.convention import Convention
from edition.transcript.word_sense import is_caseless

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 4  # letters, of a name and of what never changes in it
_SHORTEST_CASELESS = 3  # letters, of a word in a script without capitals
_ENDING = 3  # letters at most, that a case may change


def called_in(
    said: Sequence[str], labels: Sequence[tuple[int, str]], convention: Convention
) -> Mapping[int, str]:
    """Those of *labels* whose speaker is called in what another one says right before.

    *said* are the lines without their labels; *labels* are the index of the line and the words of
    each, in order, and so are those found.
    """
    small = _small_words(said)
    found: dict[int, str] = {}
    for (index, core), (following, other) in pairwise(labels):
        if core == other:
            continue
        stems = tuple(_stems(other, small, convention))
        words = (word for line in said[index:following] for word in _WORD.findall(line))
        if stems and any(_is_large(word) and word.lower().startswith(stems) for word in words):
            found[following] = other
    return found


def _small_words(said: Sequence[str]) -> frozenset[str]:
    """The words that stand in small letters where something is said."""
    return frozenset(word for line in said for word in _WORD.findall(line) if word[0].islower())


def _stems(core: str, small: frozenset[str], convention: Convention) -> list[str]:
    """The beginnings of the names in *core*, the words of a label, in small letters."""
    titles = convention.offices | convention.honorifics | convention.articles
    words = (word.lower() for word in _WORD.findall(core) if _is_large(word))
    return [
        word if is_caseless(word) else word[: max(_SHORTEST, len(word) - _ENDING)]
        for word in words
        if len(word) >= (_SHORTEST_CASELESS if is_caseless(word) else _SHORTEST)
        and word not in titles
        and word not in small
    ]


def _is_large(word: str) -> bool:
    """Whether *word* begins with a capital, or its script has none."""
    return word[0].isupper() or is_caseless(word)
