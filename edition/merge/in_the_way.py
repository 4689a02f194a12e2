"""The changes of the program without which a merged file is sound.

A fault has a place, mostly: the changes at the places of all faults are left out together, and then
given back, one or some at each place at a time. So the whole file is looked at as often as many
changes are at one place, not as often as many are in the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from edition.merge.merging import Merged, Merging
from edition.merge.plan import Plan
from edition.merge.soundness import Fault, Soundness

_MOST_TURNS = 8  # of leaving out what is at faults; then all is left out
_MOST_LOOKS = 80  # at the whole file


def in_the_way(merging: Merging, left_out: Set[int], sound: Soundness, merged: Merged) -> set[int]:
    """Bundles of changes without which the file is sound: few.

    *merged* is the result with all but those *left_out*.
    """
    search = _Search(merging, left_out, sound)
    groups, rest = search.leave_out(sound.faults(merged))
    search.give_back([rest])
    search.give_back(groups)
    return search.out


class _Search:
    """What is left out so far (*out*), beside the bundles *left_out* before."""

    def __init__(self, merging: Merging, left_out: Set[int], sound: Soundness) -> None:
        self._merging, self._left_out, self._sound = merging, left_out, sound
        plan = merging.plan
        self._wanted = [number for number in plan.possible if number not in left_out]
        self._touching: dict[str, list[int]] = {}
        for number in self._wanted:
            for name in plan.touched(number):
                self._touching.setdefault(name, []).append(number)
        self._looks = 0
        self.out: set[int] = set()

    def leave_out(self, faults: Sequence[Fault]) -> tuple[list[list[int]], list[int]]:
        """Leave out all that is at *faults*, and at those that come of it.

        What may be no cause of them comes back: by the place, and, where there is a fault at which
        no change is, all the rest.
        """
        plan = self._merging.plan
        self.out = {n for n in self._wanted if _points_nowhere(plan, n, self._sound)}
        if self.out:
            faults = self._faults(self.out)
        groups: list[list[int]] = []
        rest = [number for number in self._wanted if number not in self.out]
        while faults and rest:
            found = self._at(faults, rest) if self._looks <= _MOST_TURNS else []
            if not found:
                self.out.update(rest)
                return groups, rest
            groups += found
            self.out.update(*found)
            rest = [number for number in rest if number not in self.out]
            faults = self._faults(self.out)
        return [group for group in groups if len(group) > 1], []

    def give_back(self, groups: Iterable[list[int]]) -> None:
        """Leave out no more of *groups*, each of one place, than must be."""
        places = [_halves(group) for group in groups if group]
        while places and self._looks < _MOST_LOOKS:
            given = [place.pop(0) for place in places]
            refused = self._refused(given)
            for place, group in zip(places, given, strict=True):
                if len(group) > 1 and not refused.isdisjoint(group):
                    place[:0] = _halves(group)
            places = [place for place in places if place]

    def _refused(self, given: Sequence[list[int]]) -> set[int]:
        """Those of the groups *given* that cannot be given back; the others are, each whole."""
        refused: set[int] = set()
        back = {number for group in given for number in group}
        while back and (faults := self._faults(self.out - back)):
            blamed = {n for group in self._at(faults, back) for n in group} or back
            if self._looks >= _MOST_LOOKS:
                blamed = back
            refused.update(*(group for group in given if not blamed.isdisjoint(group)))
            back = back - refused
        self.out -= back
        return refused

    def _faults(self, out: Set[int]) -> list[Fault]:
        self._looks += 1
        return self._sound.faults(self._merging.merged(self._left_out | out))

    def _at(self, faults: Iterable[Fault], among: Iterable[int]) -> list[list[int]]:
        """Those of *among* that touch what has a fault, by the fault; each once."""
        left = set(among)
        found: list[list[int]] = []
        for fault in faults:
            at = (left.intersection(self._touching.get(name, ())) for name in fault)
            if here := next(filter(None, at), None):
                found.append(sorted(here))
                left -= here
        return found


def _halves(group: list[int]) -> list[list[int]]:
    middle = (len(group) + 1) // 2
    return [half for half in (group[:middle], group[middle:]) if half]


def _points_nowhere(plan: Plan, number: int, sound: Soundness) -> bool:
    """Whether the bundle *number* points to what neither ours has nor any change can bring."""
    return bool(plan.points_to(number) - sound.identifiers - sound.dangling - plan.identifiers)
