"""Kin of one surname: two persons, of whom the titled surname goes on meaning the first."""

from __future__ import annotations

import msgspec
import pytest

from edition.names.model import Certainty, Kind
from tests.names.meetings import entry, meant, named, register


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        (
            "I met Captain Zvonov; his wife, Anna Zvonov, taught me.",
            ["CaptainZvonov", "AnnaZvonov"],
        ),
        ("Here is Professor Lee and his brother, Dr Thomas Lee.", ["ProfessorLee", "ThomasLee"]),
        ("I met Captain Zvonov with his sister Anna Zvonov.", ["CaptainZvonov", "AnnaZvonov"]),
        (
            "I met Mr Jackson. Mr Jackson's son, Peter Jackson.",
            ["MrJackson"] * 2 + ["PeterJackson"],
        ),
        ("I met Lord Hart, and Edward Hart, his father.", ["LordHart", "EdwardHart"]),
        ("I met Tom Reed, brother of Mr Reed.", ["TomReed", "MrReed"]),
        ("I met Lord Hart and Lady Hart.", ["LordHart", "LadyHart"]),
        ("It is of the widow of Colonel Zvonov, Anna Zvonov.", ["ColonelZvonov", "AnnaZvonov"]),
    ],
)
def test_kin_of_one_surname_are_two_persons(line: str, persons: list[str]) -> None:
    assert meant(line) == persons


def test_an_officer_is_never_who_was_introduced_as_his_wife() -> None:
    lines = ("He is here with his wife, Anna Zvonov.", "I know Captain Zvonov. I know Mr Zvonov.")
    assert meant(*lines) == ["AnnaZvonov", "CaptainZvonov", "CaptainZvonov"]


def test_whoever_bears_the_title_is_meant() -> None:
    lines = (
        "I met Professor Lee and his brother, Dr Thomas Lee.",
        "I know Professor Lee. I know Dr Lee.",
    )
    assert meant(*lines)[2:] == ["ProfessorLee", "ThomasLee"]


def test_mrs_is_the_wife_less_surely() -> None:
    naming = named("I met Captain Zvonov with his wife, Anna Zvonov. So Mrs Zvonov said.")
    assert naming.mentions[-1].entry == "AnnaZvonov"
    assert naming.mentions[-1].certainty is Certainty.MEDIUM


def test_an_office_of_the_register_decides() -> None:
    captain = msgspec.structs.replace(entry("captain", "John Zvonov"), roles=("Captain",))
    known = register(captain, entry("anna", "Anna Zvonov"))
    line = "I met Captain Zvonov; his wife, Anna Zvonov, knew Mr Zvonov."
    assert meant(line, known=known) == ["captain", "anna", "captain"]


def test_kin_named_before_is_the_same_person() -> None:
    lines = ("I know Anna Zvonova.", "I met Mr Zvonova with his sister, Anna Zvonova.")
    assert meant(*lines) == ["AnnaZvonova", "MrZvonova", "AnnaZvonova"]


def test_a_participant_called_a_sister_is_not_her_brother() -> None:
    naming = named(
        "Anna Zvonova: Here.",
        "Chair: This is Mr Zvonova and his sister, Anna Zvonova.",
        "Anna Zvonova: So.",
    )
    persons = [one.entry for one in naming.mentions if one.kind is Kind.PERSON and one.line > 5]
    assert persons == ["MrZvonova", None]


def test_in_the_paragraph_that_introduces_another_of_the_surname_nothing_is_decided() -> None:
    lines = ("I know Anna Zvonova.", "I know Maria Zvonova, too. So Zvonova said.")
    assert meant(*lines)[-1] is None


def test_an_officer_is_not_whom_the_paragraph_names_in_full_besides_his_kin() -> None:
    line = "I met Captain Zvonov's daughter, Anna Zvonov, and Ivan Zvonov. I know Captain Zvonov."
    assert meant(line) == ["CaptainZvonov", "AnnaZvonov", "IvanZvonov", "CaptainZvonov"]


def test_an_officer_of_whom_nothing_is_known_is_not_the_wife() -> None:
    lines = ("I met Ivan Zvonov; his wife, Anna Zvonov, is here.", "I know Mayor Zvonov.")
    assert meant(*lines) == ["IvanZvonov", "AnnaZvonov", "IvanZvonov"]


@pytest.mark.parametrize(
    ("kin", "honorific", "who"),
    [
        ("father", "Mr", "IvanZvonov"),
        ("wife", "Mrs", "AnnaZvonov"),
        ("brother", "Mr", "IvanZvonov"),
    ],
)
def test_a_participant_is_meant_before_kin_that_the_honorific_does_not_tell_from_him(
    kin: str, honorific: str, who: str
) -> None:
    lines = (
        f"Ivan Zvonov: I came with my {kin}, Anna Zvonov.",
        "Chair: Yes.",
        "Ivan Zvonov: So.",
        f"Chair: I know {honorific} Zvonov.",
    )
    assert meant(*lines)[-1] == who
