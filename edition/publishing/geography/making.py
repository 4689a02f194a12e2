"""Make ``land.txt`` and ``outline.txt`` from Natural Earth.

``python -m edition.publishing.geography.making FILE``, where FILE is ``land-50m.json`` of the npm
package ``world-atlas`` (2.0.2: Natural Earth 4.1.0, 1:50m, as TopoJSON). Needed again only where
another version of the data is wanted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import ceil, cos, floor, radians
from pathlib import Path
from typing import Any

from edition.publishing.geography.land import LAND, OUTLINE, Box, cut

Ring = list[tuple[int, int]]  # hundredths of a degree: longitude, latitude
# What a bend must enclose to be kept, by weight, and an island: squares of a hundredth of a degree.
_LEAST = {LAND: (4.5, 60.0), OUTLINE: (60.0, 150.0)}
_WORLD = Box(-18_000, -9000, 18_000, 9000)
_HEAD = """\
# The coasts of the world: a line a ring, holes too (even-odd rule): a box around it in degrees,
# and an encoded polyline of two decimals, longitude first. Read by the module land, beside it.
# Made with Natural Earth, free vector and raster map data @ naturalearthdata.com (public domain):
# land, 1:50m, version 4.1.0, as in world-atlas 2.0.2; bends and islands too small to be seen left
# out by edition.publishing.geography.making.
"""


def main(file: str) -> None:
    """Write both from the TopoJSON in *file*."""
    topology = json.loads(Path(file).read_bytes())
    for made, (bend, island) in _LEAST.items():
        rings = (whole(ring) for ring in rings_of(topology))
        parts = (part for ring in rings for part in in_the_world(simplified(ring, bend)))
        lines = sorted(line(it) for it in parts if len(it) > 3 and abs(area(it)) >= island)
        made.write_text(_HEAD + "".join(f"{it}\n" for it in lines), encoding="ascii")


def rings_of(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every ring of the land in *topology*."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(100 * (x * sx + tx)), round(100 * (y * sy + ty))))
        arcs.append(points)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                yield joined(arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring)


def joined(arcs: Iterable[Ring]) -> Ring:
    """One ring of *arcs*, each of which begins where the last ends; not closed."""
    points: Ring = []
    for arc in arcs:
        points += arc[1:] if points else arc
    return points[:-1]


def whole(ring: Ring) -> Ring:
    """*ring* without the leap from one side of the 180th meridian to the other.

    What goes round a pole, as Antarctica does, is closed along it.
    """
    points = ring[:1]
    for (x, _), (u, v) in pairwise([*ring, ring[0]]):
        way = (u - x + 18_000) % 36_000 - 18_000
        points.append((points[-1][0] + way, v))
    if points[-1][0] == points[0][0]:
        return points[:-1]
    return [*points, (points[-1][0], -9000), (points[0][0], -9000)]


def in_the_world(ring: Ring) -> Iterator[Ring]:
    """*ring* where it lies on a map from the 180th meridian to the 180th meridian."""
    for turn in (-36_000, 0, 36_000):
        shifted = tuple((x + turn, y) for x, y in ring)
        if part := cut(shifted, _WORLD, _box(shifted)):
            yield [(round(x), round(y)) for x, y in part]


def area(ring: Sequence[tuple[int, int]]) -> float:
    """What *ring* encloses, with a sign for the way round."""
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def simplified(ring: Ring, least: float) -> Ring:
    """*ring* without the bends that enclose less than *least*.

    The least go first (Visvalingam 1993).
    """
    following = {n: (n + 1) % len(ring) for n in range(len(ring))}
    before = {after: n for n, after in following.items()}
    sizes: dict[int, float] = {}
    heap: list[tuple[float, int]] = []

    def measure(n: int) -> None:
        bend = abs(area([ring[before[n]], ring[n], ring[following[n]]]))
        sizes[n] = bend * cos(radians(ring[n][1] / 100))
        heappush(heap, (sizes[n], n))

    for n in range(len(ring)):
        measure(n)
    heapify(heap)
    while heap and heap[0][0] < least and len(following) > 4:
        size, n = heappop(heap)
        if sizes.get(n) != size or n not in following:
            continue
        left, right = before.pop(n), following.pop(n)
        following[left], before[right] = right, left
        measure(left)
        measure(right)
    return [ring[n] for n in sorted(following)]


def line(ring: Ring) -> str:
    """*ring* as it is written: a box of whole degrees around it, then the way from point to point.

    Numbers are written with five bits a character, the least first, the sign in the lowest.
    """
    around = _box(ring)
    box = [floor(around.west / 100), floor(around.south / 100)]
    box += [ceil(around.east / 100), ceil(around.north / 100)]
    ways = [(u - x, v - y) for (x, y), (u, v) in pairwise(ring)]
    points = "".join(_number(it) for way in [ring[0], *ways] for it in way)
    return f"{''.join(map(_number, box))} {points}"


def _box(ring: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _number(number: int) -> str:
    rest = ~(number << 1) if number < 0 else number << 1
    written = ""
    while rest >= 0x20:
        written += chr((0x20 | rest & 0x1F) + 63)
        rest >>= 5
    return written + chr(rest + 63)


if __name__ == "__main__":
    main(sys.argv[1])
