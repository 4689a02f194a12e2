"""The coasts of the world, and what of them lies in a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from edition.files import read_bytes

LAND = Path(__file__).with_name("land.txt")
Point = tuple[float, float]  # degrees: longitude, latitude
Ring = tuple[Point, ...]


class Box(NamedTuple):
    """A part of the world, in degrees; it does not go over the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


@cache
def coasts() -> tuple[tuple[Box, Ring], ...]:
    """Every ring, with the box it fills. Raises FileAccessError where it cannot be read."""
    lines = read_bytes(LAND).decode("ascii").splitlines()
    rings = (_ring(line) for line in lines if line and not line.startswith("#"))
    return tuple((_box(ring), ring) for ring in rings)


def coasts_in(box: Box) -> Iterator[Ring]:
    """What of the land lies in *box*: rings, cut at its edges (Sutherland and Hodgman 1974)."""
    for around, ring in coasts():
        if _apart(around, box):
            continue
        inside = _inside(around, box)
        if part := ring if inside else cut(ring, box):
            yield part


def _ring(line: str) -> Ring:
    numbers = _numbers(line)
    x = y = 0
    points = []
    for dx, dy in zip(numbers, numbers, strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    return tuple(points)


def _numbers(line: str) -> Iterator[int]:
    """The whole numbers in *line*, an encoded polyline (Google, *Encoded Polyline Algorithm*)."""
    number = shift = 0
    for character in line:
        bits = ord(character) - 63
        number |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            yield ~(number >> 1) if number & 1 else number >> 1
            number = shift = 0


def _box(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _apart(one: Box, other: Box) -> bool:
    is_beside = one.east < other.west or other.east < one.west
    return is_beside or one.north < other.south or other.north < one.south


def _inside(one: Box, other: Box) -> bool:
    is_between = other.west <= one.west and one.east <= other.east
    return is_between and other.south <= one.south and one.north <= other.north


def cut(ring: Ring, box: Box) -> Ring:
    """*ring* within *box*: cut along each edge in turn."""
    for axis, limit, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        ring = _cut_at(ring, axis, limit, sign)
        if not ring:
            break
    return ring


def _cut_at(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    kept: list[Point] = []
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        is_in, goes_in = (sign * (it[axis] - limit) >= 0 for it in (here, there))
        if is_in:
            kept.append(here)
        if is_in != goes_in:
            share = (limit - here[axis]) / (there[axis] - here[axis])
            other = here[1 - axis] + share * (there[1 - axis] - here[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
    return tuple(kept)
