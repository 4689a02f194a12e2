"""Spellings of one name: what different transliterations, and a slip of one vowel, make of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

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
_VOWELS = frozenset("aeiou")
_CONSONANTS = str.maketrans(dict.fromkeys(_VOWELS, ""))  # leaves them
_NUMBER = re.compile("[ivx]+")  # "Nicholas II" is not another spelling of "Nicholas I"
_INITIAL = re.compile(r"[^\W\d_]\.?")
_SHORTEST = 5  # letters of a word in which one vowel may be wrong or missing


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """*word* with what different transliterations write differently made equal."""
    plain = word.replace("’", "'")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    plain = plain.casefold()
    if _NUMBER.fullmatch(plain):
        return plain
    for written, common in _SPELLINGS:
        plain = plain.replace(written, common)
    return re.sub(r"(.)\1", r"\1", plain)


def other_spellings(names: Iterable[str]) -> dict[str, str]:
    """For each of *names*, full ones, that only spells an earlier one in another way, that one.

    Or that has its two words in the other order, or an initial for the first.
    """
    names = list(dict.fromkeys(names))
    found = _with_initials(names)
    known: dict[tuple[str, ...], str] = {}
    near: dict[tuple[int, tuple[str, ...], str], list[tuple[str, ...]]] = {}
    for name in names:
        if name in found:
            continue
        words = tuple(spelling(word) for word in name.split())
        if len(words) < 2 or not all(word.isalpha() for word in words):
            continue
        rests = [
            (at, words[:at] + words[at + 1 :], word.translate(_CONSONANTS))
            for at, word in enumerate(words)
        ]
        same = (
            known.get(words)
            or known.get(words[::-1])
            or next(
                (
                    known[other]
                    for rest in rests
                    for other in near.get(rest, ())
                    if _differ_by_a_vowel(words[rest[0]], other[rest[0]])
                ),
                None,
            )
        )
        if same is not None:
            found[name] = same
        else:
            known[words] = name
            for rest in rests:
                near.setdefault(rest, []).append(words)
    return found


def _with_initials(names: Sequence[str]) -> dict[str, str]:
    """For each of *names* of an initial and a last name, the one that has it in full."""
    full: dict[tuple[str, str], list[str]] = {}
    short: dict[str, tuple[str, str]] = {}
    for name in names:
        first, _, last = name.partition(" ")
        if not last or " " in last:
            continue
        initial = spelling(first[:1])
        if _INITIAL.fullmatch(first):
            short[name] = (initial, spelling(last))
        elif "." not in first:
            full.setdefault((initial, spelling(last)), []).append(name)
    return {name: full[key][0] for name, key in short.items() if len(full.get(key, ())) == 1}


def _differ_by_a_vowel(one: str, other: str) -> bool:
    """Whether a vowel inside is all that differs, or that one lacks: "fidor", "fedor", "fiodor"."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) < _SHORTEST or len(longer) - len(shorter) > 1:
        return False
    gap = len(longer) - len(shorter)
    return any(
        longer[at] in _VOWELS
        and longer[:at] == shorter[:at]
        and longer[at + 1 :] == shorter[at + 1 - gap :]
        and (gap or shorter[at] in _VOWELS)
        for at in range(1, len(longer) - 1)
    )
