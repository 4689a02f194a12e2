"""Which of the towns of one name is meant, by the other places that a document names."""

from __future__ import annotations

import msgspec
import pytest

from edition.names.known import Known
from edition.names.model import Certainty, Entry, Kind
from edition.names.naming import name
from tests.names.meetings import entry, meeting, register

BRITISH = "We saw London, Edinburgh, Glasgow, Nottingham and Cardiff."
DURHAM, WHITBY, PARIS_TEXAS = ("GB", "2650628"), ("GB", "2634135"), ("US", "4717560")
BOSTON, PARIS = ("GB", "2655138"), ("FR", "2988507")
NONE = ("", "")


def _places(*lines: str, known: Known | None = None) -> list[tuple[Entry, Certainty]]:
    naming = name(meeting(*lines), known, language="en")
    return [
        (naming.register.entries[one.entry or ""], one.certainty)
        for one in naming.mentions
        if one.kind is Kind.PLACE and one.line > 5
    ]


def _located(place: Entry) -> tuple[str, str]:
    """The country of *place* and its number of GeoNames; "" for what is not said."""
    return place.country, place.identifiers[0].value if place.identifiers else ""


@pytest.mark.parametrize(
    ("line", "located"),
    [
        ("He went to Durham.", DURHAM),
        ("He went to Whitby.", WHITBY),  # that in Canada has ten times its people
        ("He stayed in Boston.", NONE),  # everybody knows that in America
        ("He saw Germany, then he went to Whitby.", NONE),  # of the world
        ("He went to the Bishop of Durham.", NONE),
        ("I know the Duke of Wellington.", NONE),
    ],
)
def test_the_country_of_the_other_places_decides(line: str, located: tuple[str, str]) -> None:
    place, certainty = _places(BRITISH, line)[-1]
    assert (_located(place), certainty) == (located, Certainty.MEDIUM)


def test_a_greater_namesake_is_no_rival_of_whom_everybody_knows() -> None:
    place, certainty = _places(BRITISH, "He went to Paris.")[-1]
    assert (_located(place), certainty) == (PARIS, Certainty.HIGH)


@pytest.mark.parametrize("line", ["He went to Whitby.", "We saw Texas; he went to Springfield."])
def test_of_two_that_are_as_likely_none_is_asserted(line: str) -> None:
    place, certainty = _places(line)[-1]
    assert (_located(place), certainty) == (NONE, Certainty.MEDIUM)
    assert place.coordinates == ""
    assert place.note == "several places"


@pytest.mark.parametrize(
    ("line", "located", "certainty"),
    [
        ("He is from Boston, in Lincolnshire.", BOSTON, Certainty.MEDIUM),
        ("He is from Boston, Lincolnshire.", BOSTON, Certainty.MEDIUM),
        ("He is from Paris in Texas.", PARIS_TEXAS, Certainty.HIGH),
        ("He is from Newport, in Shropshire.", NONE, Certainty.MEDIUM),  # others in England
        ("He was in Paris, in Germany and in Spain.", PARIS, Certainty.HIGH),
    ],
)
def test_the_land_after_in_decides(
    line: str, located: tuple[str, str], certainty: Certainty
) -> None:
    place, sure = _places(line)[0]
    assert (_located(place), sure) == (located, certainty)


def test_what_is_said_of_the_name_in_a_title_is_not_said_of_the_town() -> None:
    (title, _), (town, _) = _places(BRITISH, "The Bishop of Durham came to Durham.")[-2:]
    assert (_located(title), _located(town)) == (NONE, DURHAM)
    assert title.id != town.id


def test_a_place_of_the_register_keeps_company() -> None:
    names = ("Zvonovo", "Sandsend", "Aislaby", "Ugglebarnby")
    here = [entry(one, one, kind=Kind.PLACE) for one in names]
    known = register(*(msgspec.structs.replace(one, country="GB") for one in here))
    line = "We saw Zvonovo, Sandsend, Aislaby and Ugglebarnby; he went to Whitby."
    assert _located(_places(line, known=known)[-1][0]) == WHITBY


def test_a_full_name_of_a_country_is_that_country() -> None:
    assert _places("The Republic of Zimbabwe is ready.")[0][0].country == "ZW"


def test_a_few_places_are_no_company_that_decides() -> None:
    assert _located(_places("We saw London and Nottingham; he went to Durham.")[-1][0]) == NONE
