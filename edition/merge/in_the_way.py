"""The changes of the program without which a merged file is sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from edition.merge.merging import Merging
from edition.merge.plan import Plan
from edition.merge.soundness import Soundness
from edition.tei.document import is_well_formed

_MOST_TRIES = 80  # by halving; each looks at the whole file

_POINTER = re.compile(r"""["' ]#([^\s"']+)""")


def in_the_way(merging: Merging, left_out: Set[int], sound: Soundness, merged: bytes) -> set[int]:
    """Bundles of changes without which the file is sound: few.

    They are found by the places of its errors, or by halving.
    *merged* is the file with all but those *left_out*.
    """
    plan = merging.plan
    wanted = [number for number in range(len(plan.bundles)) if number not in left_out]
    without = {number for number in wanted if _points_nowhere(plan, number, sound)}
    likely = without | _at_fault(plan, wanted, sound, merged)
    if likely and sound.holds(merging.merged(left_out | likely).data):
        return likely
    todo = [[number for number in wanted if number not in without]]
    kept: set[int] = set()
    tries = 0
    while todo:
        group = todo.pop(0)
        tries += 1
        others = set(wanted) - kept - set(group)
        if tries <= _MOST_TRIES and sound.holds(merging.merged(left_out | others).data):
            kept |= set(group)
        elif tries > _MOST_TRIES or len(group) == 1:
            without |= set(group)
        elif group:
            middle = len(group) // 2
            todo = [group[:middle], group[middle:], *todo]
    return without


def _at_fault(plan: Plan, wanted: Iterable[int], sound: Soundness, merged: bytes) -> set[int]:
    """The bundles that alone of *wanted* touch what has an error in *merged*."""
    if not is_well_formed(merged) or not (names := sound.where_worse(merged)):
        return set()
    touching: dict[str, list[int]] = {}
    for number in wanted:
        for name in plan.touched(number) & names:
            touching.setdefault(name, []).append(number)
    return {numbers[0] for numbers in touching.values() if len(numbers) == 1}


def _points_nowhere(plan: Plan, number: int, sound: Soundness) -> bool:
    """Whether the bundle *number* points to what neither ours has nor any change can bring."""
    pointed = set(_POINTER.findall(" ".join(edit.new for edit in plan.edits_of(number))))
    return bool(pointed - sound.identifiers - sound.dangling - plan.identifiers)
