"""``python -m tests.merge N``: N cases of hand edits, and what is wrong with each.

``FIRST..LAST`` instead of N are the cases of these numbers; without either there are 1,000. With
``--own`` only the small documents of the tests are taken.

Counted are cases, edits, conflicts told and faults; a fault is printed with the number of its
case, and ``python -m tests.merge NUMBER..NUMBER`` is that case alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from tests.merge.mutations.bench import case
from tests.merge.mutations.documents import documents


def main() -> int:
    """Run the cases that are asked for and print the figures; 1 where there is a fault."""
    asked = argparse.ArgumentParser("python -m tests.merge", description=__doc__)
    asked.add_argument("cases", nargs="?", type=_cases, default=range(1000))
    asked.add_argument("--own", action="store_true")
    given = asked.parse_args()
    known = documents(every=not given.own)
    began = time.perf_counter()
    done = []
    for number in given.cases:
        result = case(number, known)
        done.append(result)
        for fault in result.faults[:3]:
            print(f"{number} {result.told} {result.edits[:6]}: {fault}")
    bad = [one for one in done if one.faults]
    kinds = Counter(name for one in done for name in one.edits)
    print(
        f"{len(done):,} cases on {len(known)} documents, {sum(one.rounds for one in done):,} "
        f"encodings, {kinds.total():,} edits of {len(kinds)} kinds, "
        f"{sum(one.conflicts for one in done):,} conflicts told, "
        f"{sum(one.unsettled for one in done):,} not settled by the old record, "
        f"{len(bad):,} cases with faults, "
        f"{time.perf_counter() - began:.0f} s"
    )
    return 1 if bad else 0


def _cases(wanted: str) -> range:
    first, dots, last = wanted.partition("..")
    return range(int(first), int(last) + 1) if dots else range(int(first))


if __name__ == "__main__":
    sys.exit(main())
