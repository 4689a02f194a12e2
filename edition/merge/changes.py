"""What the program changed from one version to the next, as changes that hold or fall together.

A tag without its partner is no change: where a start tag comes or goes, so does its end tag, and
all that is needed for both is one change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from edition.alignment import Difference, differences
from edition.merge.tokens import Tokens


def matched(left: Tokens, right: Tokens) -> dict[int, int]:
    """The index in *right* of each token of *left* that stands in both, in one order."""
    found: dict[int, int] = {}
    at = other = 0
    end = Difference(len(left.tokens), len(left.tokens), len(right.tokens), len(right.tokens))
    for difference in [*differences(left.keys, right.keys), end]:
        pairs = zip(range(at, difference.start), range(other, difference.other_start), strict=True)
        found.update(pairs)
        at, other = difference.end, difference.other_end
    return found


class Changes:
    """The changes from the tokens *old* to the tokens *new*."""

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.old = old
        self.new = new
        self.differences = differences(old.keys, new.keys)
        self.matched = matched(old, new)

    @cached_property
    def together(self) -> list[list[Difference]]:
        """The differences in groups: each group is applied whole or not at all."""
        groups: dict[int, list[Difference]] = {}
        for number, difference in enumerate(self.differences):
            groups.setdefault(self._root(number), []).append(difference)
        return list(groups.values())

    def _root(self, node: int) -> int:
        while self._parents[node] != node:
            node = self._parents[node]
        return node

    @cached_property
    def _parents(self) -> list[int]:
        """For each difference, and then for each old token, one that stands or falls with it."""
        count = len(self.differences)
        parents = list(range(count + len(self.old.tokens)))

        def join(one: int, other: int) -> None:
            while parents[one] != one:
                one = parents[one]
            while parents[other] != other:
                other = parents[other]
            parents[max(one, other)] = min(one, other)

        for one, other in self._broken_pairs():
            join(one, other)
        return parents

    def _broken_pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of tags of one element that are not the pair of one element in both versions."""
        old_nodes = dict(self._nodes(self.matched, [d[:2] for d in self.differences]))
        back = {there: here for here, there in self.matched.items()}
        new_nodes = dict(self._nodes(back, [d[2:] for d in self.differences], back))
        for tokens, nodes, there, partners in (
            (self.old, old_nodes, self.matched, self.new.partners),
            (self.new, new_nodes, back, self.old.partners),
        ):
            for start, end in tokens.partners.items():
                if start < end and partners.get(there.get(start, -1), -2) != there.get(end, -3):
                    yield nodes[start], nodes[end]

    def _nodes(
        self,
        there: Mapping[int, int],
        stretches: Sequence[tuple[int, ...]],
        back: Mapping[int, int] | None = None,
    ) -> Iterator[tuple[int, int]]:
        """The node of each token: its difference, or, where it is in both, its old token."""
        count = len(self.differences)
        for number, (start, end) in enumerate(stretches):
            yield from ((index, number) for index in range(start, end))
        for index in there:
            yield index, count + (back[index] if back else index)
