"""Maps: places where they lie, on the coasts around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import pairwise

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edition.publishing.geography.land import LAND, OUTLINE, Box, Ring, coasts, coasts_in, ring
from edition.publishing.geography.map import (
    MOST_SPOTS,
    WIDTH,
    Spot,
    map_of,
    places_table,
    small_map,
)
from edition.publishing.places import position
from tests.publishing.made import subject_index
from tests.publishing.reading import page

TEI = "http://www.tei-c.org/ns/1.0"


def place(inner: str) -> etree._Element:
    return etree.fromstring(f'<place xmlns="{TEI}">{inner}</place>')


def spot(name: str, longitude: float, latitude: float, mentions: int = 1) -> Spot:
    said = escape(name)
    entry = place(f'<placeName>{said}</placeName><placeName to="1991">Old {said}</placeName>')
    return Spot(name, f"places/{name}.html", longitude, latitude, mentions, entry)


def test_the_coasts_are_whole() -> None:
    assert len(coasts()) > 1000
    for around, written in coasts():
        for x, y in ring(written):
            assert around.west <= x <= around.east
            assert around.south <= y <= around.north
            assert -180 <= x <= 180
            assert -90 <= y <= 90


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("59.94 30.31", (30.31, 59.94)),
        ("59.94, 30.31", (30.31, 59.94)),
        ("somewhere", None),
        ("1 2 3", None),
        ("91 0", None),
        ("nan nan", None),
        ("inf 0", None),
    ],
)
def test_coordinates_are_those_of_the_register(
    said: str, expected: tuple[float, float] | None
) -> None:
    assert position(place(f"<location><geo>{said}</geo></location>")) == expected
    assert position(place("<placeName>Nowhere</placeName>")) is None


boxes = st.tuples(
    st.integers(-180, 170), st.integers(-90, 80), st.integers(5, 60), st.integers(5, 40)
).map(lambda it: Box(it[0], it[1], min(180, it[0] + it[2]), min(90, it[1] + it[3])))


@settings(max_examples=50, deadline=None)
@given(boxes)
def test_what_is_cut_out_lies_in_the_box(box: Box) -> None:
    for part in coasts_in(box):
        for x, y in part:
            assert box.west - 1e-6 <= x <= box.east + 1e-6
            assert box.south - 1e-6 <= y <= box.north + 1e-6


def enclosed(rings: Iterable[Ring]) -> float:
    pairs = (pairwise([*ring, ring[0]]) for ring in rings)
    return sum(abs(sum(x * v - u * y for (x, y), (u, v) in it)) / 2 for it in pairs)


@settings(max_examples=20, deadline=None)
@given(boxes)
def test_the_outline_is_of_the_same_land(box: Box) -> None:
    all_of_it = (box.east - box.west) * (box.north - box.south)
    fine, coarse = (enclosed(coasts_in(box, file)) for file in (LAND, OUTLINE))
    assert abs(fine - coarse) < 0.05 * all_of_it + 0.5


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-180, 180), st.floats(-90, 90), st.integers(0, 999)),
        min_size=1,
        max_size=4,
    )
)
def test_every_place_is_on_its_maps(where: list[tuple[float, float, int]]) -> None:
    spots = [spot(f"P{n}", x, min(86, max(-86, y)), m) for n, (x, y, m) in enumerate(where)]
    for drawn in (map_of(spots), *map(small_map, spots)):
        height = int(drawn.get("height", ""))
        for element in drawn.iter("spot"):
            assert 0 <= int(element.get("x", "")) <= WIDTH
            assert 0 <= int(element.get("y", "")) <= height


def test_names_that_would_overlap_wait_for_a_larger_map() -> None:
    near = [spot("Alphaville", 10, 50, 9), spot("Betaburg", 10.5, 50.1, 5)]
    near += [spot("Gammatown", 11, 50.2, 1), spot("D", 40, 30, 9)]
    levels = {it.get("name"): int(it.get("level", "")) for it in map_of(near).iter("spot")}
    assert levels["D"] == 0
    assert max(levels["Alphaville"], levels["Betaburg"]) < levels["Gammatown"] < 6
    same = list(map_of([near[0]] * 3).iter("spot"))
    assert [it.get("side") for it in same][:2] == ["start", "end"]
    assert same[2].get("level") == "6"


def test_a_map_of_very_many_places_has_those_named_most() -> None:
    many = [spot(f"P{n}", n % 90, n % 60, n) for n in range(MOST_SPOTS + 5)]
    drawn = map_of(many)
    assert drawn.get("all") == str(MOST_SPOTS + 5)
    assert min(int(it.get("mentions", "")) for it in drawn.iter("spot")) == 5


@pytest.mark.parametrize("language", ["en", "ru", "de", "fr"])
def test_a_map_is_a_picture_with_words_and_a_table(language: str) -> None:
    spots = [spot("Leningrad & co", 30.31, 59.94, 3), spot("Riga", 24.1, 56.9)]
    ((_, html),) = subject_index([], "places", language=language, spots=spots)
    html5lib.HTMLParser(strict=True).parse(html)
    tree = page(html)
    (svg,) = tree.xpath("//*[local-name()='svg']")
    assert svg.get("role") == "img"
    ids = {element.get("id") for element in tree.iter()}
    assert set(str(svg.get("aria-labelledby")).split()) <= ids
    (land,) = svg.xpath("*[@class='land']/@d")
    assert re.fullmatch(r"(M-?\d+ ?-?\d+l[-\d ]+z)+", land)
    said = "".join(tree.xpath("//*[local-name()='tbody']")[0].itertext())
    assert "Old Riga (–1991" in said
    assert tree.xpath("//*[local-name()='tbody']//@href") == [
        "../places/Leningrad & co.html",
        "../places/Riga.html",
    ]


def test_places_are_a_table_for_spreadsheets() -> None:
    lines = places_table([spot("=A, B", 1.5, 2), spot("C", 3, 4, 9)]).decode()
    assert lines.splitlines() == [
        "place,latitude,longitude,mentions,other names,page",
        "C,4,3,9,Old C,html/places/C.html",
        '"=A, B",2,1.5,1,"Old =A, B","html/places/=A, B.html"',
    ]
