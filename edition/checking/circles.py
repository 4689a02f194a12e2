"""Ways through a graph that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_Edges = Mapping[str, Sequence[str]]


def circles(edges: _Edges) -> list[list[str]]:
    """One circle of each group of nodes that all lead to one another.

    It is the shortest through the node of the group that is met first, and begins there. The
    time is that of reading *edges*.
    """
    groups = _Groups(edges)
    found = [_circle(group, edges) for start in edges for group in groups.reached(start)]
    return [circle for circle in found if circle]


class _Groups:
    """The groups of nodes that all lead to one another, by one walk through *edges*."""

    def __init__(self, edges: _Edges) -> None:
        self._edges = edges
        self._place: dict[str, int] = {}  # of each node met among the open ones
        self._open: list[str] = []  # those whose group is not complete
        self._firsts: list[str] = []  # of these the ones that may be the first of a group
        self._done: set[str] = set()

    def reached(self, start: str) -> Iterator[list[str]]:
        """The groups to which *start* leads and no start before did; the first met is first."""
        way = [] if start in self._place else [self._entered(start)]
        while way:
            node, steps = way[-1]
            step = next(steps, None)
            if step is None:
                way.pop()
                if self._firsts[-1] == node:
                    yield self._closed(node)
            elif step not in self._place:
                way.append(self._entered(step))
            elif step not in self._done:  # it leads back: all between are of one group
                while self._place[self._firsts[-1]] > self._place[step]:
                    self._firsts.pop()

    def _entered(self, node: str) -> tuple[str, Iterator[str]]:
        self._place[node] = len(self._open)
        self._open.append(node)
        self._firsts.append(node)
        return node, iter(self._edges.get(node, ()))

    def _closed(self, first: str) -> list[str]:
        self._firsts.pop()
        at = self._place[first]
        group = self._open[at:]
        del self._open[at:]
        self._done.update(group)
        return group


def _circle(group: Sequence[str], edges: _Edges) -> list[str]:
    """The shortest way within *group* from its first node to itself; none is []."""
    first = group[0]
    inside = set(group)
    before: dict[str, str] = {}
    waiting = [first]
    for node in waiting:
        for step in edges.get(node, ()):
            if step in inside and step not in before:
                before[step] = node
                waiting.append(step)
        if first in before:
            return _way_back(first, before)
    return []


def _way_back(first: str, before: Mapping[str, str]) -> list[str]:
    way = [before[first]]
    while way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]
