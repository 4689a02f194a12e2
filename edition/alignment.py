"""Where two sequences, of words say, differ: exact, and with bounded work on whatever texts.

Words that occur once in both texts are anchors (Bram Cohen's patience diff); small gaps
between them are aligned word by word. Where a large gap has no anchors, the texts are taken
up again at the next run of words that both have; where there is none, it is one difference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_SMALL = 40_000  # pairs of words that difflib may compare: a blink even at its worst
_DEEPEST = 40
_RUN = 6  # words that must agree for two texts to be taken up again
_NEAR = 32  # words within which such a run is looked for first
_REACH = 2_000  # and at last
_MOST_RUNS = 3_000


class Difference(NamedTuple):
    """Words *start* to *end* of the one text stand where the other has those of ``other``."""

    start: int
    end: int
    other_start: int
    other_end: int


def differences(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Difference]:
    """The stretches in which *left* and *right* differ, in order.

    Outside of them both have the same words.
    """
    found: list[Difference] = []
    todo = [(Difference(0, len(left), 0, len(right)), 0)]
    runs = 0
    while todo:
        window, depth = todo.pop()
        trimmed = _trimmed(left, right, window)
        start, end, other_start, other_end = trimmed
        if start == end or other_start == other_end:
            if trimmed != (start, start, other_start, other_start):
                found.append(trimmed)
        elif (end - start) * (other_end - other_start) <= _SMALL:
            found += _word_by_word(left, right, trimmed)
        elif depth < _DEEPEST and (anchors := _anchors(left, right, trimmed)):
            todo += [(gap, depth + 1) for gap in _gaps(trimmed, anchors)]
        elif runs < _MOST_RUNS and (again := _taken_up(left, right, trimmed)) is not None:
            runs += 1
            todo += [(again[0], depth + 1), (again[1], _DEEPEST)]
        else:
            found.append(trimmed)
    return sorted(found)


def _trimmed(left: Sequence[Hashable], right: Sequence[Hashable], window: Difference) -> Difference:
    """*window* without the words that both begin and both end with."""
    start, end, other_start, other_end = window
    while start < end and other_start < other_end and left[start] == right[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and left[end - 1] == right[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return Difference(start, end, other_start, other_end)


def _word_by_word(
    left: Sequence[Hashable], right: Sequence[Hashable], window: Difference
) -> list[Difference]:
    start, end, other_start, other_end = window
    matcher = SequenceMatcher(None, left[start:end], right[other_start:other_end], autojunk=False)
    return [
        Difference(start + a, start + b, other_start + c, other_start + d)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def _anchors(
    left: Sequence[Hashable], right: Sequence[Hashable], window: Difference
) -> list[tuple[int, int]]:
    """The places of words that occur once on both sides: the longest run in one order."""
    start, end, other_start, other_end = window
    once = _once(left, start, end)
    other_once = _once(right, other_start, other_end)
    pairs = [(place, other_once[word]) for word, place in once.items() if word in other_once]
    return _longest_rising(pairs)


def _taken_up(
    left: Sequence[Hashable], right: Sequence[Hashable], window: Difference
) -> tuple[Difference, Difference] | None:
    """*window* in two: up to the next run of words that both texts have, and from there on."""
    start, end, other_start, other_end = window
    reach = _NEAR
    nearest = _nearest_run(left, right, window, reach)
    while reach < _REACH and (nearest is None or nearest[0] > reach):  # else none is nearer
        reach = min(4 * reach, _REACH)
        nearest = _nearest_run(left, right, window, reach)
    if nearest is None:
        return None
    _, place, other = nearest
    return (
        Difference(start, place, other_start, other),
        Difference(place, end, other, other_end),
    )


def _nearest_run(
    left: Sequence[Hashable], right: Sequence[Hashable], window: Difference, reach: int
) -> tuple[int, int, int] | None:
    """The next run within *reach*: how many words are before it in both, and where it begins."""
    start, end, other_start, other_end = window
    runs: dict[tuple[Hashable, ...], int] = {}
    for at in range(min(other_start + reach, other_end - _RUN), other_start - 1, -1):
        runs[tuple(right[at : at + _RUN])] = at
    places = (
        (place - start + runs[run] - other_start, place, runs[run])
        for place in range(start, min(start + reach, end - _RUN) + 1)
        if (run := tuple(left[place : place + _RUN])) in runs
    )
    return min(places, default=None)


def _once(words: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    """The words that occur once from *start* to *end*, with their places, in order."""
    times = Counter(words[start:end])
    return {words[at]: at for at in range(start, end) if times[words[at]] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of *pairs* in which the second numbers rise, as the first do."""
    lowest: list[int] = []  # the least second number with which a run of this length ends
    last: list[int] = []  # its index in pairs
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        length = bisect_left(lowest, other)
        before.append(last[length - 1] if length else -1)
        lowest[length : length + 1] = [other]
        last[length : length + 1] = [index]
    run: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _gaps(window: Difference, anchors: Sequence[tuple[int, int]]) -> list[Difference]:
    """What lies before, between and after *anchors* in *window*."""
    edges = [(window.start - 1, window.other_start - 1), *anchors, (window.end, window.other_end)]
    return [
        Difference(place + 1, next_place, other + 1, next_other)
        for (place, other), (next_place, next_other) in pairwise(edges)
    ]


def near_ones_together(found: Sequence[Difference]) -> list[Difference]:
    """*found*, but two with one word between them are one."""
    joined: list[Difference] = []
    for difference in found:
        if joined and difference.start - joined[-1].end <= 1:
            first = joined.pop()
            joined.append(
                Difference(first.start, difference.end, first.other_start, difference.other_end)
            )
        else:
            joined.append(difference)
    return joined
