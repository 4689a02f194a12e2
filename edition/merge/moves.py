"""Words that leave one place and come in at another: such changes hold or fall together.

Were only one of the two made, the words would be there twice, or nowhere. So do words that leave a
place, and others that come in there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from edition.alignment import Difference, differences

Unit = Hashable
RUN = 3  # words that follow one another in both versions, or all of a place
_MOST_OF = 0.6  # share of the words of a place that stand in the other in one order


class Stretch(NamedTuple):
    """The *words* that the change *unit* takes away at one place, or brings there.

    *place* is how much that has not changed stands before it, in both versions.
    """

    unit: Unit
    words: Sequence[Hashable]
    place: int


def bundles(
    units: Iterable[Unit],
    joined: Iterable[tuple[Unit, Unit]],
    old: Sequence[Stretch],
    new: Sequence[Stretch],
) -> list[list[Unit]]:
    """*units* in bundles, in order: those *joined*, or between which words move, are in one.

    *old* are the words that go, *new* those that come, in the order of the file.
    """
    parents: dict[Unit, Unit] = {unit: unit for unit in units}

    def root(unit: Unit) -> Unit:
        while parents[unit] != unit:
            parents[unit] = parents[parents[unit]]
            unit = parents[unit]
        return unit

    for one, other in (*joined, *_pairs(old, new)):
        parents[root(other)] = root(one)
    found: dict[Unit, list[Unit]] = {}
    for unit in parents:
        found.setdefault(root(unit), []).append(unit)
    return list(found.values())


def _pairs(old: Sequence[Stretch], new: Sequence[Stretch]) -> Iterator[tuple[Unit, Unit]]:
    """The units between which words go over."""
    before, now = _spread(old), _spread(new)
    rest, other_rest = [], []
    common: Counter[tuple[int, int]] = Counter()  # words of an old stretch and a new one
    end = Difference(len(before), len(before), len(now), len(now))
    at = other = 0
    for difference in [*differences([w for w, _ in before], [w for w, _ in now]), end]:
        pairs = zip(range(at, difference.start), range(other, difference.other_start), strict=True)
        for (one, two), run in groupby(pairs, lambda pair: (before[pair[0]][1], now[pair[1]][1])):
            least = min(RUN, len(old[one].words), len(new[two].words))
            length = len(list(run))
            common[one, two] += length
            if old[one].unit != new[two].unit and length >= least:
                yield old[one].unit, new[two].unit
        yield from _replaced(
            [old[number] for _, number in before[difference.start : difference.end]],
            [new[number] for _, number in now[difference.other_start : difference.other_end]],
        )
        rest += before[difference.start : difference.end]
        other_rest += now[difference.other_start : difference.other_end]
        at, other = difference.end, difference.other_end
    for (one, two), number in common.items():
        fewest = min(len(old[one].words), len(new[two].words))
        if old[one].unit != new[two].unit and number >= max(RUN, _MOST_OF * fewest):
            yield old[one].unit, new[two].unit
    yield from _elsewhere(_runs(rest, old), _runs(other_rest, new))


def _replaced(old: Iterable[Stretch], new: Iterable[Stretch]) -> Iterator[tuple[Unit, Unit]]:
    """The unit that only takes words away, and the one that only brings others in their place."""
    gone, come = {one.unit: one.place for one in old}, {one.unit: one.place for one in new}
    going, coming = gone.keys() - come.keys(), come.keys() - gone.keys()
    if len(going) == len(coming) == 1:
        one, other = going.pop(), coming.pop()
        if gone[one] == come[other]:
            yield one, other


def _spread(stretches: Sequence[Stretch]) -> list[tuple[Hashable, int]]:
    """Each word with the number of its stretch."""
    return [(word, number) for number, one in enumerate(stretches) for word in one.words]


def _runs(
    words: Sequence[tuple[Hashable, int]], stretches: Sequence[Stretch]
) -> dict[tuple[Hashable, ...], list[Unit]]:
    """The units in which each run of *words* stands, in order."""
    found: dict[tuple[Hashable, ...], list[Unit]] = {}
    for number, group in groupby(words, lambda pair: pair[1]):
        run = [word for word, _ in group]
        size = min(RUN, len(stretches[number].words))
        for at in range(len(run) - size + 1):
            found.setdefault(tuple(run[at : at + size]), []).append(stretches[number].unit)
    return found


def _elsewhere(
    old: dict[tuple[Hashable, ...], list[Unit]], new: dict[tuple[Hashable, ...], list[Unit]]
) -> Iterator[tuple[Unit, Unit]]:
    """The units of which one takes away and another brings the same run of words."""
    for run, units in old.items():
        for one, other in zip(units, new.get(run, ()), strict=False):
            if one != other:
                yield one, other
