"""Times of a recording that stand in the text itself: in labels, or on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from edition.transcript.convention import Convention
from edition.transcript.inputs.extract import Time
from edition.transcript.model import Block, Kind

_TIME = re.compile(
    r"(?<![\w:.,-])\d{1,3}(?::\d{2}){1,3}(?:[.,]\d{1,3})?(?![\w:.])(?! ?[AaPp]\.?[Mm])"
    r"|(?<!\S)\d{2,3}(?: \d{2}){3}(?!\S)"  # 04 06 45 58
)
_SECONDS = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def is_time(words: str) -> bool:
    """Whether *words* are a time of a recording, brackets aside."""
    return _TIME.fullmatch(words.strip("[](){}*_ ")) is not None


def recorded_times(
    blocks: Sequence[Block], convention: Convention
) -> Mapping[int, tuple[Time, ...]] | None:
    """The time at which the words of each line begin, by its number, where one is printed.

    Nothing where *convention* prints times of day; None where the times do not follow one
    another, and are no times of one recording.
    """
    if not convention.clock:
        return {}
    found = {block.line: time for block, time in _printed(blocks, convention.clock)}
    if any(after.seconds < before.seconds for before, after in pairwise(found.values())):
        return None
    return {line: (time,) for line, time in found.items()}


def _printed(blocks: Sequence[Block], clock: str) -> Iterator[tuple[Block, Time]]:
    """Each block of speech before which a time stands, or in whose label, and that time.

    And each event before which one stands on its line.
    """
    waiting: re.Match[str] | None = None
    for block in blocks:
        if block.furniture == "timeStamp":
            waiting = _TIME.search(block.text)
        elif (stamp := next(iter(block.spans), None)) and stamp.kind == "timeStamp":
            match = _TIME.search(block.text, stamp.start, stamp.end)
            if match is not None and (seconds := _seconds(match.group(), clock)) is not None:
                yield block, Time(block.column, seconds, match.group())
        elif block.kind is Kind.SPEECH:
            own = _TIME.search(block.text, 0, block.label.end) if block.label else None
            match, waiting = own or waiting, None
            if match is not None and (seconds := _seconds(match.group(), clock)) is not None:
                yield block, Time(block.column, seconds, match.group())


def _seconds(printed: str, clock: str) -> float | None:
    """The time *printed* in seconds; None where it has more parts than the *clock*."""
    *numbers, last = printed.replace(",", ".").replace(" ", ":").split(":")
    parts = [*map(int, numbers), float(last)]
    units = clock.split(":")[-len(parts) :]
    if len(units) < len(parts):
        return None
    return sum(part * _SECONDS[unit] for part, unit in zip(parts, units, strict=True))
