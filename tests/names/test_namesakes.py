"""Who has the name of a participant and is somebody else, and who stays the participant."""

from __future__ import annotations

import pytest

from edition.names.model import Certainty, Entry, Kind, Name, Naming
from edition.names.naming import name
from tests.names.meetings import WORLD, entry, meeting, named, register

SPEAKS = "Ivan Morozov: Here. "
AGAIN = "Ivan Morozov: So."
KEY = next(key for key in named(SPEAKS, "Chair: Yes.", AGAIN).speakers if "hair" not in key)


def _persons(naming: Naming) -> list[tuple[str | None, Certainty]]:
    mentions = (one for one in naming.mentions if one.kind is Kind.PERSON and one.line > 5)
    return [(one.entry, one.certainty) for one in mentions]


@pytest.mark.parametrize(
    "words",
    [
        "My grandfather, Ivan Morozov, fought.",
        "I follow my elder brother Ivan Morozov.",
        "I knew Ivan Morozov senior.",
        "I knew Ivan Morozov the elder.",
        "I knew the elder Ivan Morozov.",
        "I knew the late Ivan Morozov.",
        "I read Ivan Morozov (1897–1955) there.",
        "I read Ivan Morozov (1897-1955) there.",
        "I know Ivan Morozov died in Moscow.",
        "I know Ivan Morozov was killed in Moscow.",
        "I know Ivan Morozov, killed in 1943, there.",
    ],
)
def test_kin_the_dead_and_the_elder_of_a_speakers_name_are_other_persons(words: str) -> None:
    naming = named(SPEAKS + words, "Chair: Yes.", AGAIN)
    assert _persons(naming) == [("IvanMorozov2", Certainty.MEDIUM)]
    assert naming.speakers[KEY] == "IvanMorozov"


@pytest.mark.parametrize(
    "words",
    [
        "I read Ivan Morozov (2019) there.",
        "I read Ivan Morozov (2019, 2020) there.",
        "I know Ivan Morozov's father died in 1955.",
        "I know Ivan Morozov killed the bill.",
        "I know that Ivan Morozov has executed the plan.",
    ],
)
def test_a_citation_the_death_of_kin_and_what_he_does_make_no_other_person(words: str) -> None:
    naming = named(SPEAKS, "Chair: " + words, AGAIN)
    assert _persons(naming) == [("IvanMorozov", Certainty.HIGH)]


def test_what_another_says_of_kin_is_undecided_and_told() -> None:
    naming = named(SPEAKS, "Chair: This is my son, Ivan Morozov.", AGAIN)
    assert _persons(naming) == [(None, Certainty.LOW)]
    assert [finding.code for finding in naming.diagnostics] == ["N030"]


def test_whoever_is_named_without_such_words_is_the_speaker_less_surely() -> None:
    naming = named(
        SPEAKS + "My grandfather, Ivan Morozov, fought.",
        "Chair: I know Ivan Morozov, too. I know Mr Morozov.",
        AGAIN,
    )
    assert _persons(naming)[1:] == [("IvanMorozov", Certainty.MEDIUM)] * 2


def test_in_the_paragraph_that_speaks_of_the_other_nothing_is_decided() -> None:
    naming = named(
        SPEAKS + "My grandfather, Ivan Morozov, fought. I know Ivan Morozov. So Mr Morozov said.",
        "Chair: Yes.",
        AGAIN,
    )
    assert [who for who, _ in _persons(naming)] == ["IvanMorozov2", None, "IvanMorozov"]


def test_the_kin_of_whoever_was_named_before_is_another_person() -> None:
    naming = named(
        "I know Ivan Petrovich Morozov.", "Morozov was here. So his grandson, Ivan Morozov."
    )
    assert len({who for who, _ in _persons(naming)}) == 2


def test_the_namesake_is_the_one_of_the_register_who_takes_no_part() -> None:
    known = register(entry("young", "Ivan Morozov"), entry("old", "Ivan Morozov"))
    transcript = meeting(SPEAKS + "My grandfather, Ivan Morozov, fought.", "Chair: Yes.", AGAIN)
    naming = name(transcript, known, lookup=WORLD, speakers={"Ivan Morozov": "young"})
    assert naming.speakers[KEY] == "young"
    assert _persons(naming) == [("old", Certainty.MEDIUM)]
    assert not naming.diagnostics


def test_a_namesake_added_to_the_register_does_not_take_over_a_speaker_and_is_told() -> None:
    candidate = Entry("IvanMorozov", Kind.PERSON, (Name("Ivan Morozov"),), candidate=True)
    known = register(candidate, entry("old", "Ivan Morozov"))
    transcript = meeting(SPEAKS, "Chair: Yes.", AGAIN)
    naming = name(transcript, known, lookup=WORLD, speakers={"Ivan Morozov": "IvanMorozov"})
    assert naming.speakers[KEY] == "IvanMorozov"
    assert [finding.code for finding in naming.diagnostics] == ["N031"]
    assert "old" in naming.diagnostics[0].message


def test_of_those_of_a_surname_the_one_who_is_called_so_and_no_more_speaks() -> None:
    known = register(entry("anna", "Anna Lee"), entry("lee", "Lee"))
    naming = named("Lee: Here.", "Chair: Yes.", "Lee: So.", "Chair: Well.", known=known)
    assert naming.speakers["lee"] == "lee"
    assert not naming.diagnostics


def test_a_speaker_with_two_namesakes_in_the_register_is_a_person_apart_and_told() -> None:
    known = register(entry("one", "Ivan Morozov"), entry("two", "Ivan Morozov"))
    naming = named(SPEAKS, "Chair: Yes.", AGAIN, known=known)
    assert naming.speakers[KEY] == "IvanMorozov"
    assert [finding.code for finding in naming.diagnostics] == ["N031"]


def test_unlike_kin_of_one_name_are_unlike_persons() -> None:
    words = "My grandfather, Ivan Morozov, fought. My son, Ivan Morozov, is six."
    naming = named(SPEAKS + words, "Chair: Yes.", AGAIN)
    assert [who for who, _ in _persons(naming)] == ["IvanMorozov2", "IvanMorozov3"]


def test_whoever_says_who_he_is_is_the_speaker_though_he_speaks_of_a_namesake() -> None:
    words = "My name is Ivan Morozov. I knew Ivan Morozov senior."
    naming = named(SPEAKS + words, "Chair: Yes.", AGAIN)
    assert _persons(naming)[0] == ("IvanMorozov", Certainty.HIGH)


def test_the_son_of_whoever_was_named_last_is_another_one_who_has_his_name() -> None:
    naming = named(
        "I know Ivan Morozov.", "Here is his son, Ivan Morozov.", "So Ivan Morozov said."
    )
    assert [who for who, _ in _persons(naming)] == ["IvanMorozov", "IvanMorozov2", "IvanMorozov"]
    naming = named(
        "I know Pavel Morozov.", "Here is his son, Ivan Morozov.", "So Ivan Morozov said."
    )
    assert [who for who, _ in _persons(naming)][1:] == ["IvanMorozov"] * 2
