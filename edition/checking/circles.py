"""Ways through a graph that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """For each edge that closes a circle, the circle, from the node where it was entered.

    Each node is visited once: the time is that of reading *edges*.
    """
    found: list[list[str]] = []
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        path: dict[str, Iterator[str]] = {start: iter(edges[start])}
        while path:
            node = next(reversed(path))
            step = next(path[node], None)
            if step is None:
                del path[node]
                done.add(node)
            elif step in path:
                way = list(path)
                found.append(way[way.index(step) :])
            elif step not in done:
                path[step] = iter(edges.get(step, ()))
    return found
