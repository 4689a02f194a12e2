"""Ships, newspapers, works and streets are called after persons and places, and are neither."""

from __future__ import annotations

import pytest

from edition.names.model import Certainty, Kind
from tests.names.meetings import mentioned, named


@pytest.mark.parametrize(
    "line",
    [
        "So the freighter John Randolph sank.",
        "It was the Ivan Zvonov icebreaker.",
        "It was the Ivan Zvonov ice class patrol ship.",
        "This is the Ivan Zvonov.",
        "So the newspaper Ivan Zvonov wrote of it.",
        "I lead the search team Lena.",
        "Kipling wrote Kim in Moscow.",
        "Gogol wrote Taras Bulba and Ivan Zvonov then.",
        "We have Tvardovsky’s Vasily Tyorkin there.",
        "We would name it Lena.",
    ],
)
def test_nobody_is_named_by_a_thing(line: str) -> None:
    assert set(mentioned(line)) <= {"Kipling", "Gogol", "Tvardovsky"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("He wrote Stalin a letter.", ["Stalin"]),
        ("He wrote Anna Petrova that he came.", ["Anna Petrova"]),
        ("It was Hitler’s Joseph Goebbels.", ["Hitler", "Joseph Goebbels"]),
    ],
)
def test_who_is_written_to_or_is_somebodys_is_a_person(line: str, names: list[str]) -> None:
    assert mentioned(line) == names


def test_who_has_the_name_of_a_ship_that_the_document_tells_is_less_sure() -> None:
    lines = ["So the tug Ivan Zvonov came.", "I know Ivan Zvonov.", "I know Anna Zvonova."]
    persons = [one for one in named(*lines).mentions if one.kind is Kind.PERSON and one.line > 5]
    assert [one.certainty for one in persons] == [Certainty.MEDIUM, Certainty.HIGH]


def test_a_ship_called_after_somebody_who_is_named_is_a_ship_in_every_spelling() -> None:
    line = "I know Nikolai Zvonov. This is the Nikolay Zvonov. It is the Nikolai Zvonov."
    assert mentioned(line) == ["Nikolai Zvonov"]


@pytest.mark.parametrize("line", ["I live in Moscow Street.", "So the frigate Moscow came."])
def test_no_town_is_meant_by_a_street_or_a_ship(line: str) -> None:
    assert mentioned(line, kind=Kind.PLACE) == []


def test_no_town_is_meant_by_the_name_of_a_firm() -> None:
    assert mentioned("I know Moscow Nickel and the Moscow Theatre.", kind=Kind.ORG) != []
    assert mentioned("I know Moscow Nickel.", kind=Kind.PLACE) == []
    assert mentioned("I know the Moscow Theatre.", kind=Kind.PLACE) == ["Moscow"]
