"""Names that a person shares with a place, or with another person by a nickname."""

from __future__ import annotations

import pytest

from edition.names.gazetteer import Alone, Place
from edition.names.known import Known
from edition.names.model import Certainty, Kind, Mention, Name
from edition.names.naming import name
from tests.names.meetings import PLACES, entry, meant, meeting, mentioned, named, register, world

_WORLD = world({**PLACES, "Diego Garcia": Alone.ALWAYS, "Georgia": Alone.ALWAYS})


def _mentions(*lines: str, known: Known | None = None) -> list[Mention]:
    naming = name(meeting(*lines), known, lookup=_WORLD)
    return [one for one in naming.mentions if one.line > 5]


@pytest.mark.parametrize("label", ["Diego Garcia", "Mr Diego Garcia"])
def test_a_participant_is_no_place_of_his_name(label: str) -> None:
    lines = ("Chair: Thank you, Diego Garcia.", "I met Diego Garcia, our engineer.")
    one, other = _mentions(f"{label}: Here.", *lines)
    assert one.kind is other.kind is Kind.PERSON
    assert one.entry == other.entry == "DiegoGarcia"


def test_a_place_of_the_gazetteer_is_one_where_nobody_is_called_so() -> None:
    (one,) = _mentions("We saw Diego Garcia, too.")
    assert one.kind is Kind.PLACE


def test_a_person_of_the_register_goes_before_its_place_unless_the_context_shows_that() -> None:
    known = register(
        entry("Island", "Diego Garcia", kind=Kind.PLACE), entry("Engineer", "Diego Garcia")
    )
    named = _mentions("I thank Diego Garcia now.", "We live on Diego Garcia now.", known=known)
    assert [one.entry for one in named] == ["Engineer", "Island"]


def test_a_country_that_speaks_by_its_delegate_is_a_place_all_the_same() -> None:
    land = Place("1", "country", (Name("Anna Maria"),), alone=Alone.ALWAYS)
    transcript = meeting("Anna Maria: Here.", "Chair: We saw Anna Maria, too.")
    naming = name(transcript, lookup=lambda form: (land,) if form == "Anna Maria" else ())
    assert naming.mentions[-1].kind is Kind.PLACE


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        ("Chair: Then Georgia left.", Certainty.LOW),
        ("Chair: Then we met in Georgia.", Certainty.MEDIUM),
    ],
)
def test_a_place_is_doubtful_where_a_participant_has_that_given_name(
    line: str, certainty: Certainty
) -> None:
    assert _mentions("Anna Zvonov: Here.", line)[-1].certainty is Certainty.HIGH
    assert _mentions("Georgia Zvonov: Here.", line)[-1].certainty is certainty


@pytest.mark.parametrize(
    ("one", "other"),
    [("Janet Zvonov", "Jan Zvonov"), ("Harry Zvonov", "Henry Zvonov")],
)
def test_a_usual_given_name_is_hardly_a_nickname(one: str, other: str) -> None:
    first, second = named(f"I know {one}, too.", f"I know {other}, too.").mentions[1:]
    assert first.entry == second.entry
    assert second.certainty is Certainty.LOW


def test_a_usual_given_name_after_an_honorific_is_no_nickname() -> None:
    lines = ("Janet Zvonov: Jan Zvonov came.", "Chair: So Mr Jan Zvonov said, and Jan Zvonov left.")
    assert meant(*lines) == ["JanZvonov"] * 3


def test_a_nickname_is_nobodys_whom_the_honorific_contradicts() -> None:
    first, second = meant("I know Ms Alexandra Zvonov.", "I know Mr Alex Zvonov.")
    assert first != second
    first, second = meant("I know Mrs Patrick Zvonov.", "I know Mr Pat Zvonov.")
    assert first != second


def test_a_surname_before_a_surname_is_a_given_name() -> None:
    lines = ("I know Anna Pasha and Pavel Zvonov.", "Now Pasha Zvonov left.", "Pasha Zvonov left.")
    assert mentioned(*lines)[2:] == ["Pasha Zvonov"] * 2
    assert meant(*lines)[1:] == ["PavelZvonov"] * 3
    assert [one.certainty for one in named(*lines).mentions][-1] is Certainty.MEDIUM
