"""A map: places at their coordinates, on what of the coasts lies around them.

Projected so that distances are right along the middle parallel, as along every meridian
(equirectangular). No borders are drawn: those of today are not those of the day of a meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, floor, radians, sqrt
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.geography.land import LAND, OUTLINE, Box, Ring, coasts_in
from edition.publishing.sheets import sheet
from edition.tei.registers import text_of
from edition.tei.vocabulary import tei

_Room = tuple[float, float, float, float]  # left, top, right, bottom
WIDTH = 2000  # units of a map; the height follows
MOST_SPOTS = 150
# The sizes of names, in units, from a narrow screen to a wide one, and on when the map is enlarged.
_SIZES = (84, 46, 28, 14, 7, 3)
_WIDE = 45  # degrees; on a map that has more, bends that the outline lacks are not seen
_STEPS = (30, 20, 15, 10, 5, 2, 1)  # degrees from one line of the grid to the next
_WORLD = Box(-180, -90, 180, 90)


class Spot(NamedTuple):
    """A place on a map: its name, where its page is, where it lies, how often it is named.

    *entry* is its TEI element, which has its other names.
    """

    name: str
    address: str
    longitude: float
    latitude: float
    mentions: int
    entry: Element


def places_table(spots: Iterable[Spot]) -> bytes:
    """*spots* as CSV, those named most first."""
    head = ("place", "latitude", "longitude", "mentions", "other names", "page")
    return sheet(
        head,
        (
            (
                it.name,
                it.latitude,
                it.longitude,
                it.mentions,
                "; ".join(map(text_of, _other_names(it.entry))),
                f"html/{it.address}",
            )
            for it in sorted(spots, key=_order)
        ),
    )


def _order(spot: Spot) -> tuple[int, str, str]:
    return -spot.mentions, spot.name, spot.address


def map_of(spots: Sequence[Spot]) -> Element:
    """The map of *spots*, of which there is at least one, for the stylesheets.

    Of many spots those named most are on it.
    """
    shown = sorted(spots, key=_order)[:MOST_SPOTS]
    drawing = _Drawing(_around(shown))
    root = drawing.ground()
    root.set("all", str(len(spots)))
    places = [drawing.place(it.longitude, it.latitude) for it in shown]
    names = _Names(places, [it.name for it in shown])
    for number, (spot, (x, y)) in enumerate(zip(shown, places, strict=True)):
        element = etree.SubElement(root, "spot", name=spot.name, address=spot.address)
        element.attrib.update({"x": str(x), "y": str(y), "mentions": str(spot.mentions)})
        element.set("at", f"{spot.latitude:g}, {spot.longitude:g}")
        element.set("size", f"{min(22.0, 7 + 1.5 * sqrt(spot.mentions)):.1f}")
        level, side = names.shown(number)
        element.attrib.update({"level": str(level), "side": side})
        element.extend(_other_names(spot.entry))
    return root


def small_map(spot: Spot) -> Element:
    """The map of the part of the world around *spot*, for the stylesheets."""
    # The same part for places that are near each other: it is cut out once.
    x, y = (10 * round(it / 10) for it in (spot.longitude, spot.latitude))
    y = max(-75, min(75, y))  # up to the 87th degree
    half = min(24 / cos(radians(y)), 60)
    west, east = max(-180, x - half), min(180, x + half)
    drawing = _Drawing(Box(west, y - 12, east, y + 12))
    root = drawing.ground()
    px, py = drawing.place(spot.longitude, spot.latitude)
    element = etree.SubElement(root, "spot", name=spot.name, address=spot.address)
    element.attrib.update({"x": str(px), "y": str(py), "size": "10", "level": "0"})
    element.set("at", f"{spot.latitude:g}, {spot.longitude:g}")
    element.set("side", "end" if px > WIDTH / 2 else "start")
    return root


def _other_names(entry: Element) -> Iterator[Element]:
    from copy import deepcopy

    for name in list(entry.iterchildren(tei("placeName")))[1:]:
        copy = deepcopy(name)
        copy.tail = None
        yield copy


def _around(spots: Sequence[Spot]) -> Box:
    """The part of the world to show: all *spots*, with some room around."""
    xs, ys = [it.longitude for it in spots], [it.latitude for it in spots]
    tall = max(6.0, 1.3 * (max(ys) - min(ys)))
    y = (max(ys) + min(ys)) / 2
    scale = cos(radians(max(-75.0, min(75.0, y))))
    wide = max(1.3 * (max(xs) - min(xs)), 1.5 * tall / scale)
    tall = max(tall, wide * scale / 2)  # never wider than twice its height
    x = (max(xs) + min(xs)) / 2
    return Box(
        west=max(_WORLD.west, floor(x - wide / 2)),
        south=max(_WORLD.south, floor(y - tall / 2)),
        east=min(_WORLD.east, ceil(x + wide / 2)),
        north=min(_WORLD.north, ceil(y + tall / 2)),
    )


class _Drawing:
    """A part of the world in units of a map."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._scale = WIDTH / (box.east - box.west)
        self._up = self._scale / cos(radians((box.south + box.north) / 2))
        self.height = round((box.north - box.south) * self._up)

    def place(self, longitude: float, latitude: float) -> tuple[int, int]:
        """Where a place is on the map."""
        x = (longitude - self._box.west) * self._scale
        return round(x), round((self._box.north - latitude) * self._up)

    def ground(self) -> Element:
        """The map without a place."""
        root = etree.Element("map", width=str(WIDTH), height=str(self.height))
        root.set("land", _land(self._box))
        for axis, low, high in (("meridian", *self._box[::2]), ("parallel", *self._box[1::2])):
            step = next((it for it in _STEPS if (high - low) / it >= 3), 1)
            for degrees in range(step * ceil((low + 1e-9) / step), ceil(high), step):
                at = self.place(degrees, 0)[0] if axis == "meridian" else self.place(0, degrees)[1]
                etree.SubElement(root, axis, degrees=str(degrees), at=str(at))
        return root

    def ring(self, ring: Ring) -> str:
        """*ring* as a path, '' where it is too small to be seen."""
        west, north, scale, up = self._box.west, self._box.north, self._scale, self._up
        places = [(round((x - west) * scale), round((north - y) * up)) for x, y in ring]
        points = places[:1]
        for x, y in places[1:]:
            if abs(x - points[-1][0]) + abs(y - points[-1][1]) >= 3:
                points.append((x, y))
        if len(points) < 3:
            return ""
        ways = [(u - x, v - y) for (x, y), (u, v) in pairwise(points)]
        return f"M{points[0][0]} {points[0][1]}l{' '.join(f'{x} {y}' for x, y in ways)}z"


@lru_cache(maxsize=512)
def _land(box: Box) -> str:
    """The land in *box*, as one path."""
    coasts = OUTLINE if box.east - box.west > _WIDE else LAND
    drawing = _Drawing(box)
    wide, tall = (box.east - box.west) / 50, (box.north - box.south) / 50
    # Cut beyond the edge of the map, where the cut is not seen.
    more = Box(box.west - wide, box.south - tall, box.east + wide, box.north + tall)
    return "".join(drawing.ring(ring) for ring in coasts_in(more, coasts)).replace(" -", "-")


class _Names:
    """Which names there is room for, at each size, and on which side of their place."""

    def __init__(self, places: Sequence[tuple[int, int]], names: Iterable[str]) -> None:
        self._places = places
        self._names = list(names)
        self._levels: dict[int, tuple[int, str]] = {}
        for level, size in enumerate(_SIZES):
            self._find_room(level, size)

    def shown(self, number: int) -> tuple[int, str]:
        """From which size on the name of a place is shown, and on which side of it."""
        return self._levels.get(number, (len(_SIZES), "start"))

    def _find_room(self, level: int, size: float) -> None:
        """Place names of *size* units: those that stand already, then others, the first first."""
        taken = [self._room(number, side, size) for number, (_level, side) in self._levels.items()]
        for number in range(len(self._places)):
            if number in self._levels:
                continue
            dots = self._dots_around(number, size)
            for side in ("start", "end"):
                room = self._room(number, side, size)
                is_cut = level < 3 and (room[0] < 0 or room[2] > WIDTH)
                if not is_cut and not any(_overlap(room, it) for it in [*taken, *dots]):
                    taken.append(room)
                    self._levels[number] = level, side
                    break

    def _dots_around(self, number: int, size: float) -> list[_Room]:
        """What the dots of places named more often take, but for those on the same spot."""
        x, y = self._places[number]
        half, reach = 0.4 * size, size * (len(self._names[number]) + 1)
        return [
            (u - half, v - half, u + half, v + half)
            for u, v in self._places[:number]
            if abs(v - y) < 2 * size and size / 2 < abs(u - x) + abs(v - y) < reach
        ]

    def _room(self, number: int, side: str, size: float) -> _Room:
        """What the name takes."""
        x, y = self._places[number]
        width, gap = size * 0.58 * len(self._names[number]), 0.5 * size
        left = x + gap if side == "start" else x - gap - width
        return left, y - 0.6 * size, left + width, y + 0.6 * size


def _overlap(one: _Room, other: _Room) -> bool:
    is_beside = one[2] < other[0] or other[2] < one[0]
    return not (is_beside or one[3] < other[1] or other[3] < one[1])
