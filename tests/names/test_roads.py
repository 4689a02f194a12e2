"""Roads that have the name of a town, and what else holds a name and is not called by it."""

from __future__ import annotations

import pytest

from edition.names.model import Kind
from tests.names.meetings import mentioned


@pytest.mark.parametrize(
    "line",
    [
        "She lives on River Road in Iowa.",
        "I live in 50 River Road, and he in River Road.",
        "We drove from River Road to Moscow.",
        "We met near River Road.",
    ],
)
def test_a_road_is_no_town(line: str) -> None:
    assert "River Road" not in mentioned(line, kind=Kind.PLACE)


@pytest.mark.parametrize("line", ["We saw the town of River Road.", "He is from River Road, Iowa."])
def test_a_town_with_the_name_of_a_road_is_told(line: str) -> None:
    assert "River Road" in mentioned(line, kind=Kind.PLACE)


@pytest.mark.parametrize(
    "line",
    [
        "We went by the Russia-Belarus Mainline.",
        "The Moscow–Geneva–Davenport Highway is there.",
        "It is the Trans-Siberia Railway.",
    ],
)
def test_a_way_that_has_a_name_is_neither_of_its_ends(line: str) -> None:
    assert mentioned(line, kind=Kind.PLACE) == mentioned(line) == []


def test_a_way_without_a_name_has_ends() -> None:
    line = "We went by the Russia-Belarus line."
    assert mentioned(line, kind=Kind.PLACE) == ["Russia", "Belarus"]


@pytest.mark.parametrize("line", ["We met at Union Square.", "They sold the Bank Street house."])
def test_a_road_called_after_a_body_is_none(line: str) -> None:
    assert mentioned(line, kind=Kind.ORG) == []


def test_a_saint_is_part_of_the_name_of_a_body() -> None:
    line = "Saint Moscow State University drew the map."
    assert mentioned(line, kind=Kind.ORG) == ["Saint Moscow State University"]


@pytest.mark.parametrize("line", ["St. John?", "They asked O'Hara and St. John."])
def test_a_saint_is_no_given_name(line: str) -> None:
    assert mentioned("John Weld: Yes.", line, "Anna Weld: I said so.") == []


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("In 1990 Anna Moscow Brundtland spoke.", ["Anna Moscow Brundtland"]),
        ("We heard Minister Anna Moscow Brundtland.", ["Anna Moscow Brundtland"]),
        ("Will Moscow Brundtland agree?", []),
    ],
)
def test_a_place_is_the_middle_of_a_name(line: str, persons: list[str]) -> None:
    assert mentioned(line) == persons
    assert ("Moscow" in mentioned(line, kind=Kind.PLACE)) == (not persons)
