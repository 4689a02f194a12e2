"""The catalogue of hand edits, and what they are made of: patterns, and one by chance of many.

An edit returns the text changed, or None where there is nothing of the kind to change. Words that
are added have the mark, which stands nowhere else, so that what became of them can be seen.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Edit = Callable[[str, random.Random, str], str | None]
CATALOGUE: dict[str, Edit] = {}
WHOLE_FILE: dict[str, Edit] = {}

SEG = re.compile(r'<(seg|p) xml:id="([^"]+)">(.*?)</\1>', re.DOTALL)
TURN = re.compile(r'<note type="speaker">(?:(?!</?u\b).)*?</note>\s*<u\b[^>]*>.*?</u>', re.DOTALL)
U = re.compile(r'<u xml:id="([^"]+)"[^>]*>')
NAME = re.compile(r"<(persName|placeName|orgName) ref=[^>]*>([^<]*)</\1>")
ENTRY = re.compile(r'[ \t]*<(person|place|org) xml:id="([^"]+)"[^>]*>.*?</\1>\n?', re.DOTALL)
DIVISION = re.compile(r"<div\b[^>]*>(?:(?!</?div\b).)*</div>", re.DOTALL)  # without others
LABEL = re.compile(r'<note type="speaker">(.*?)</note>', re.DOTALL)
_WORD = re.compile(r"(?<![\w&#;])[^\W\d_]{3,}(?![\w;])")
TAG = re.compile(r"<[^>]*>")


def edit(function: Edit) -> Edit:
    """An edit of the catalogue."""
    CATALOGUE[function.__name__.replace("_", " ")] = function
    return function


def whole_file(function: Edit) -> Edit:
    """An edit that an editor's program makes of a whole file."""
    WHOLE_FILE[function.__name__.replace("_", " ")] = function
    return function


def by_pattern(table: dict[str, tuple[str, str]]) -> None:
    """Edits of the catalogue, by name: one place by chance that has the pattern, as it will be.

    The new text may have groups of the pattern, as ``re.Match.expand`` has them, and MARK.
    """
    for name, (pattern, new) in table.items():
        CATALOGUE[name] = _replacing(re.compile(pattern, re.DOTALL), new)


def _replacing(pattern: re.Pattern[str], new: str) -> Edit:
    def replaced(text: str, rng: random.Random, mark: str) -> str | None:
        found = one(pattern, text, rng)
        return found and instead(text, found, found.expand(new.replace("MARK", mark)))

    return replaced


def one(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def instead(text: str, found: re.Match[str], new: str) -> str:
    """*text* with *new* in the place of what was *found*."""
    return text[: found.start()] + new + text[found.end() :]


def moved(text: str, rng: random.Random, found: re.Match[str], to: re.Pattern[str]) -> str | None:
    """*text* with what was *found* behind a place by chance that has the pattern *to*."""
    rest = instead(text, found, "")
    place = one(to, rest, rng)
    return place and instead(rest, place, place[0] + found[0])


def swapped(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    """*text* with *one* and the *other*, later one in each other's place."""
    return instead(instead(text, other, one[0]), one, other[0])


def pointing(text: str, old: str, new: str) -> str:
    """*text* with all that points to the identifier *old* pointing to *new*."""
    return re.sub(rf"#{re.escape(old)}(?=[ '\"])", f"#{new}", text)


def renamed(text: str, old: str, new: str) -> str:
    """*text* with the identifier *new* for *old*, and all that points to it."""
    return pointing(text.replace(f'xml:id="{old}"', f'xml:id="{new}"'), old, new)


def word_in(text: str, rng: random.Random) -> tuple[int, int] | None:
    """Where a word of a paragraph stands, outside of tags."""
    if (seg := one(SEG, text, rng)) is None:
        return None
    tags = [tag.span() for tag in TAG.finditer(text, seg.start(3), seg.end(3))]
    words = [
        word.span()
        for word in _WORD.finditer(text, seg.start(3), seg.end(3))
        if not any(start < word.end() and word.start() < end for start, end in tags)
    ]
    return rng.choice(words) if words else None
