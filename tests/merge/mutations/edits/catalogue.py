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


def one(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


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
