"""The lines of WebVTT and SRT files: blocks, and the times at which a cue begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CLOCK = r"(?:(\d{1,6}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_CLOCK = re.compile(CLOCK)
_TIMING = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})(?:\s|\Z)")
_DAMAGED = re.compile(r"(?=.*\d)(?=.*(?::|--))[\d:.,;OoIl\s]*-+>[\d:.,;OoIl\s]*\Z")


class Clock(NamedTuple):
    """A time as printed, and in seconds."""

    printed: str
    seconds: float


class Block(NamedTuple):
    """Lines without a blank line between: those before the timing, the timing, those after.

    Without a timing all lines are *after*; one that cannot be read is *damaged*.
    """

    before: list[str]
    timing: tuple[Clock, Clock] | None
    after: list[str]
    damaged: str = ""


def clock(printed: str) -> Clock:
    """The time *printed*, which is as :data:`CLOCK` says."""
    match = _CLOCK.fullmatch(printed)
    if match is None:
        raise ValueError(f"no time: {printed!r}")
    hours, minutes, seconds, fraction = match.groups()
    thousandths = int((fraction or "0").ljust(3, "0"))
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return Clock(printed, whole + thousandths / 1000)


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a file. A second timing in one begins a block of its own."""
    block: Block | None = None
    for line in lines:
        if not line.strip():
            if block is not None:
                yield block
            block = None
            continue
        block = block or Block([], None, [])
        match = _TIMING.match(line)
        if match is None and (_DAMAGED.match(line) or _stands_for_timing(line, block)):
            damaged, times = line, None
        elif match is None:
            block.after.append(line)
            continue
        else:
            damaged, times = "", (clock(match[1]), clock(match[6]))
        if block.timing is None and not block.damaged:
            block = Block(block.after, times, [], damaged)
            continue
        before = [block.after.pop()] if block.after and block.after[-1].strip().isdecimal() else []
        yield block
        block = Block(before, times, [], damaged)
    if block is not None:
        yield block


def _stands_for_timing(line: str, block: Block) -> bool:
    """Whether *line* has the arrow of a timing where one is due: in a *block* without words yet."""
    is_due = block.timing is None and all(it.strip().isdecimal() for it in block.after)
    return is_due and not block.damaged and "-->" in line
