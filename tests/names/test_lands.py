"""A town with its land: the land tells which town of that name is meant."""

from __future__ import annotations

import msgspec
import pytest

from edition.names.known import Known
from edition.names.model import Certainty, Identifier, Kind, Mention, Naming
from edition.names.naming import name
from tests.names.meetings import entry, meeting, register

PARIS, PARIS_TEXAS = "2988507", "4717560"


def _named(*lines: str, known: Known | None = None) -> Naming:
    return name(meeting(*lines), known)


def _numbers(naming: Naming) -> list[str]:
    """GeoNames' numbers of the places mentioned; "" for a place that it does not have."""
    entries = [naming.register.entries[one.entry or ""] for one in _places(naming)]
    return [one.identifiers[0].value if one.identifiers else "" for one in entries]


def _places(naming: Naming) -> list[Mention]:
    return [one for one in naming.mentions if one.kind is Kind.PLACE and one.line > 5]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("He is from Paris, Texas, you know.", [PARIS_TEXAS, "4736286"]),
        ("He is from London, Ontario.", ["6058560", "6093943"]),
        ("We saw Athens, Georgia.", ["4180386", "4197000"]),
        ("We saw Tbilisi, Georgia.", ["611717", "614540"]),
        ("He is from Davenport, IA.", ["4853423", "4862182"]),  # in short
        ("He is from Buffalo, New York.", ["5110629", "5128638"]),
        ("She works in Washington, DC.", ["4140963", "4138106"]),
        ("We saw Paris, Germany and Spain.", [PARIS, "2921044", "2510769"]),  # a list
        ("We saw St Petersburg, Moscow and the north.", ["498817", "524901"]),
        ("We saw Paris, London and Rome.", [PARIS, "2643743", "3169070"]),
    ],
)
def test_the_land_after_a_town_decides(line: str, numbers: list[str]) -> None:
    assert _numbers(_named(line)) == numbers


def test_a_town_that_is_not_known_in_that_land_has_no_authority() -> None:
    naming = _named("He is from Paris, Alberta, you know.")
    assert _numbers(naming) == ["", "5883102"]
    assert _places(naming)[0].entry == "ParisAlberta"
    assert _places(naming)[0].certainty is Certainty.MEDIUM


def test_after_a_namesake_the_bare_name_is_undecided() -> None:
    naming = _named("We saw Paris.", "He is from Paris, Texas.", "I like Paris, too.")
    assert [one.entry for one in _places(naming)] == ["Paris", "ParisTexas", "Texas", None]
    assert [one.code for one in naming.diagnostics] == ["N030"]


def test_a_place_of_the_register_is_not_its_namesake_in_another_land() -> None:
    paris = entry("p", "Paris", kind=Kind.PLACE)
    known = register(msgspec.structs.replace(paris, identifiers=(Identifier("geonames", PARIS),)))
    naming = _named("We saw Paris.", "He is from Paris, Texas.", known=known)
    assert [one.entry for one in _places(naming)] == ["p", "ParisTexas", "Texas"]


def test_a_place_of_the_register_without_authority_may_be_meant() -> None:
    known = register(entry("p", "Paris", kind=Kind.PLACE))
    naming = _named("He is from Paris, Texas.", known=known)
    assert [one.entry for one in _places(naming)] == ["p", "Texas"]


@pytest.mark.parametrize("line", ["John Adler, New Jersey", "The European Union, Cyprus, and I."])
def test_a_part_of_another_name_is_no_town_though_a_land_follows(line: str) -> None:
    assert len(_places(_named(line))) == 1
