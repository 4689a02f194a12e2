"""Any number of transcripts, each unlike the others: the turns of real ones, shuffled."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from edition.names.model import Entry, Kind, Name, Register

SOURCES = Path(__file__).parents[2] / "source"
_LABEL = re.compile(r"[A-Z][^\n:]{2,80}: ")
_OWN = """\
A meeting that never was

March 3, 2021, Moscow

Chair Anna Ivanova: Good morning.
Let us begin with the minutes of {number:,} earlier meetings.
Boris Petrov: I have read them. (Laughter.)
Question: All of them?
Boris Petrov: All {number:,} <…> and the annex [of 2019].
Anna Ivanova: Thank you.
"""


def transcripts(count: int) -> Iterator[bytes]:
    """*count* transcripts: the first as they lie in ``source/``, then shuffled ones."""
    real = [path.read_bytes() for path in sorted(SOURCES.glob("*.txt"))]
    yield from real[:count]
    for number in range(len(real), count):
        text = real[number % len(real)].decode() if number % 10 else _OWN.format(number=number)
        yield shuffled(text, random.Random(number)).encode()


def clear_transcripts(count: int) -> Iterator[bytes]:
    """*count* of such transcripts in which two persons alternate: nobody's turn is in doubt."""
    for data in transcripts(count):
        front, *turns = _turns(data.decode())
        labels = cycle(["Anna Ivanova: ", "Boris Petrov: "])
        told = [
            _LABEL.sub(label, turn, count=1) for label, turn in zip(labels, turns, strict=False)
        ]
        yield "".join([front, *told]).encode()


def shuffled(text: str, chance: random.Random) -> str:
    """*text* with its turns after the first in another order; what precedes them stays."""
    front, *turns = _turns(text)
    if len(turns) < 3:
        return text
    first, last, middle = turns[0], turns[-1], turns[1:-1]
    chance.shuffle(middle)
    return "".join([front, first, *middle, last])


def _turns(text: str) -> list[str]:
    parts = [""]
    for line in text.splitlines(keepends=True):
        if _LABEL.match(line):
            parts.append(line)
        else:
            parts[-1] += line
    return parts


def long_register(count: int) -> Register:
    """*count* persons and places; the names of many occur more than once."""
    chance = random.Random(count)
    syllables = [first + second for first in "bdgklmnprstvz" for second in "aeiou"]
    entries = {}
    for number in range(count):
        family = "".join(chance.choices(syllables, k=3)).title()
        given = chance.choice(("Alexander", "Anna", "Boris", "Maria", "Vladimir", "Zoya"))
        kind = Kind.PERSON if number % 3 else Kind.PLACE
        names = (Name(f"{given} {family}ov"), Name(f"{given[0]}. {family}ov"))
        entries[f"entry-{number}"] = Entry(f"entry-{number}", kind, names)
    return Register(entries)
