"""The coasts of the world, and what of them lies in a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from edition.files import read_bytes

LAND = Path(__file__).with_name("land.txt")
OUTLINE = LAND.with_name(
    "outline.txt"
)  # without what a map of a wide part of the world cannot show
Point = tuple[float, float]  # degrees: longitude, latitude
Ring = tuple[Point, ...]


class Box(NamedTuple):
    """A part of the world, in degrees; it does not go over the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


@cache
def coasts(file: Path = LAND) -> tuple[tuple[Box, str], ...]:
    """Every ring as it is written in *file*, with a box around it, in whole degrees.

    Raises FileAccessError where the coasts cannot be read.
    """
    lines = read_bytes(file).decode("ascii").splitlines()
    parted = (line.split(" ") for line in lines if line and not line.startswith("#"))
    return tuple((Box(*_numbers(box)), ring) for box, ring in parted)


def coasts_in(box: Box, file: Path = LAND) -> Iterator[Ring]:
    """What of the land in *file* lies in *box*: rings, cut at its edges.

    So Sutherland and Hodgman (1974).
    """
    for around, written in coasts(file):
        if not _apart(around, box) and (part := cut(ring(written), box, around)):
            yield part


@cache
def ring(written: str) -> Ring:
    """The ring that is *written* so."""
    numbers = _numbers(written)
    xs, ys = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return tuple([(x / 100, y / 100) for x, y in zip(xs, ys, strict=True)])


def _numbers(written: str) -> list[int]:
    """The whole numbers in an encoded polyline (Google, *Encoded Polyline Algorithm Format*)."""
    numbers = []
    number = shift = 0
    for bits in written.encode("ascii"):
        if bits >= 95:
            number |= (bits - 95) << shift
            shift += 5
        else:
            number |= (bits - 63) << shift
            numbers.append(~(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    return numbers


def _apart(one: Box, other: Box) -> bool:
    is_beside = one.east < other.west or other.east < one.west
    return is_beside or one.north < other.south or other.north < one.south


def cut(points: Ring, box: Box, around: Box) -> Ring:
    """The ring *points*, which lies in *around*, within *box*: cut along each edge in turn."""
    if around.north > box.north:
        points = _cut_at(points, 1, -box.north, -1)
    if around.south < box.south:
        points = _cut_at(points, 1, box.south, 1)
    if around.west < box.west:
        points = _cut_at(points, 0, box.west, 1)
    if around.east > box.east:
        points = _cut_at(points, 0, -box.east, -1)
    return points


def _cut_at(points: Ring, axis: int, limit: float, sign: int) -> Ring:
    """What of *points* is at least *limit* on *axis*, its *sign* turned where that is -1."""
    kept: list[Point] = []
    here = points[-1] if points else (0.0, 0.0)
    was_in = sign * here[axis] >= limit
    for there in points:
        is_in = sign * there[axis] >= limit
        if is_in != was_in:
            share = (sign * limit - here[axis]) / (there[axis] - here[axis])
            other = here[1 - axis] + share * (there[1 - axis] - here[1 - axis])
            kept.append((sign * limit, other) if axis == 0 else (other, sign * limit))
        if is_in:
            kept.append(there)
        here, was_in = there, is_in
    return tuple(kept)
