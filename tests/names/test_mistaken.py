"""What has the name of a person or place and is another thing, and what is only likely one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edition.names.gazetteer import lookup
from edition.names.model import Certainty, Kind, Mention
from edition.names.naming import name
from edition.transcript.model import Block
from tests.names.meetings import meeting


def _found(line: str, kind: Kind) -> list[str]:
    block = meeting(line).blocks
    return [_text(one, block) for one in _mentions(line) if one.kind is kind]


def _mentions(line: str) -> list[Mention]:
    naming = name(meeting(line), lookup=lookup)
    return [one for one in naming.mentions if one.line > 5]


def _text(one: Mention, blocks: Sequence[Block]) -> str:
    block = next(block for block in blocks if (block.line, block.column) == (one.line, one.column))
    return block.text[one.start : one.end]


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        (
            "We joined the National Union of Rail, Maritime and Transport Workers then.",
            ["National Union of Rail, Maritime and Transport Workers"],
        ),
        (
            "So the Department for Digital, Culture, Media and Sport said.",
            ["Department for Digital, Culture, Media and Sport"],
        ),
        ("We bought it from Burns, Philp and Company.", ["Burns, Philp and Company"]),
        (
            "We bought it from William Simons and Company of Renfrew.",
            ["William Simons and Company"],
        ),
        (
            "He joined the Peninsular and Oriental Steam Navigation Company.",
            ["Peninsular and Oriental Steam Navigation Company"],
        ),
        ("So the Yorkshire Post said.", ["Yorkshire Post"]),
        ("As a member of this House I should say so.", []),
        ("He got the Distinguished Service Cross for it.", []),
    ],
)
def test_a_body_has_all_of_its_name_and_no_more(line: str, bodies: list[str]) -> None:
    assert _found(line, Kind.ORG) == bodies


@pytest.mark.parametrize(
    "line",
    [
        "We joined the National Union of Rail, Maritime and Transport Workers then.",
        "So the Yorkshire Post said.",
        "The Felician Sisters taught us.",
        "They sent us the papers on the Estonia.",
        "He has preached on it in St George's Cathedral.",
    ],
)
def test_no_place_is_named(line: str) -> None:
    assert _found(line, Kind.PLACE) == []


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("We saw the Ukraine and the Falklands.", ["Ukraine", "Falklands"]),
        ("She lives in Ann Arbor.", ["Ann Arbor"]),
        ("He fell at Monte Cassino.", ["Monte Cassino"]),
        ("Read The Island of Sakhalin, friends.", ["Sakhalin"]),
        ("So says the Member for Leeds North West.", ["Leeds"]),
        ("So says the Member for Perth West.", ["Perth West"]),
        ("So says the Member for Zvonokirk.", ["Zvonokirk"]),
        ("I live at 14 Nether Street, Zvonokirk.", ["Zvonokirk"]),
        ("He was killed at Zvonoto and Zvonika.", ["Zvonoto", "Zvonika"]),
        ("He was from Chelsea.", ["Chelsea"]),
        ("She was Esther Weiss, from Lawrence.", ["Lawrence"]),
    ],
)
def test_places_are_named(line: str, places: list[str]) -> None:
    assert _found(line, Kind.PLACE) == places


@pytest.mark.parametrize(
    "line",
    [
        "She lives in Ann Arbor.",
        "We lived near Santa Rosa then.",
        "He wouldn't marry us at St. Stanislaus Kostka then.",
    ],
)
def test_no_person_is_named(line: str) -> None:
    assert _found(line, Kind.PERSON) == []


def test_a_ship_that_a_heading_names_is_no_person() -> None:
    lines = ('Chair: We speak of the ferry "PRINCESS RAGNHILD".', "I was on the Princess Ragnhild.")
    named = name(meeting(*lines), lookup=lookup).mentions
    assert [one for one in named if one.line > 5 and one.kind is Kind.PERSON] == []


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Was it made by Kelvin Hughes?", Certainty.LOW),
        ("I know that Kelvin Hughes manufactures radars.", Certainty.LOW),
        ("I was on the Princess Ragnhild.", Certainty.MEDIUM),
        ("He was killed at Zvonovka.", Certainty.LOW),
        ("He was from Zvonoto.", Certainty.LOW),
        ("In Zvonoto, by the sea, he stayed.", Certainty.LOW),
        ("He knew Zvono Waterz.", Certainty.LOW),
    ],
)
def test_what_is_only_likely_is_less_sure(line: str, sure: Certainty) -> None:
    (one,) = _mentions(line)
    assert one.certainty is sure


@pytest.mark.parametrize(
    "line",
    [
        "They hold a stake in Zvonoto.",
        "Look at Zvonoto.",
        "We read it in Latin.",
        "He wrote in Farewell to Zvonoto.",
    ],
)
def test_after_a_preposition_not_all_is_a_place(line: str) -> None:
    assert _mentions(line) == []


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Dr. King came.", "Dr. King"),
        ("Harvey was in the Navy.", "Harvey"),
        ("So said Prime Minister of Mongolia Zvonsan Oyun-Erdez.", "Zvonsan Oyun-Erdez"),
        ("She read me Wisz Zvonska then.", "Wisz Zvonska"),
        ("So was Able Seaman Solberg.", "Solberg"),
    ],
)
def test_persons_are_named(line: str, person: str) -> None:
    assert _found(line, Kind.PERSON) == [person]


def test_a_word_of_radio_messages_is_nobody() -> None:
    line = "Ahh, Roger; lift-off and the clock is started. Roger. Roger, looking good."
    assert _found(line, Kind.PERSON) == []


def test_a_given_name_that_is_a_word_of_radio_messages_may_be_said() -> None:
    assert _found("Roger told me so, and I met Roger.", Kind.PERSON) == ["Roger", "Roger"]
    assert _found("Roger Morland: Well. I thank you, Roger.", Kind.PERSON)[-1] == "Roger"


def test_a_call_sign_is_nobody() -> None:
    line = "This is Freedom Seven, and Seven is go. You read Roger Freedom Seven now."
    assert _found(line, Kind.PERSON) == []


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Identify Andros Island, please.", ["Andros Island"]),
        ("He went back up to Zvonattis then. He worked over to Zvonattis.", ["Zvonattis"] * 2),
        ("I have been to Zvonim and Zvonika.", ["Zvonim", "Zvonika"]),
        ("When it comes to Zvonocare we know.", []),
        ("They live east of Rifle. The Rifle mill is there.", ["Rifle", "Rifle"]),
        ("It is in the Gateway area, not in the Zvonik area.", ["Gateway"]),
        ("We saw White Canyon and Gold Springs.", ["White Canyon", "Gold Springs"]),
        ("They fish in the river Zvon.", ["Zvon"]),
        ("It grows along the Zvonysh the whole year.", ["Zvonysh"]),
        ("Rain fell on the Zvonov steppe.", ["Zvonov"]),
        ("That was after the Dallas police shooting. So Dallas came.", ["Dallas"]),
    ],
)
def test_a_place_is_told_by_what_stands_beside_it(line: str, places: list[str]) -> None:
    assert _found(line, Kind.PLACE) == places


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("She was there with this boy, Zvonim. He was small.", ["Zvonim"]),
        ("That was before Zvonim was born.", ["Zvonim"]),
        ("So they called him Zvonim.", ["Zvonim"]),
        ("Zvonerim Zvonasenova, Zvon TV. Tell us more.", ["Zvonerim Zvonasenova"]),
        ("And one, Zvoneap Zvonea, she writes to me.", ["Zvoneap Zvonea"]),
        ("I met Robin Zvonas, Roy Zvonel and Sandy Zvonternts.", None),
        ("I met President of Kazakhstan Nursultan Zvonarbay.", ["Nursultan Zvonarbay"]),
        ("So does Gutenberg's legacy.", ["Gutenberg"]),
    ],
)
def test_unlisted_persons_are_named(line: str, persons: list[str] | None) -> None:
    expected = persons or ["Robin Zvonas", "Roy Zvonel", "Sandy Zvonternts"]
    assert _found(line, Kind.PERSON) == expected


def test_a_region_is_another_place_than_its_river_or_town() -> None:
    line = "We know the Volga and the Volga region, Tver and Tver region. "
    line += "We know Oslo and Oslo county."
    entries = [one.entry for one in _mentions(line) if one.kind is Kind.PLACE]
    assert len(entries) == len(set(entries)) == 6


def test_the_surname_of_somebody_named_in_full_is_no_small_town() -> None:
    line = "We met Ed Burwell there. We were told so by the men, from Burwell on down."
    assert _found(line, Kind.PERSON) == ["Ed Burwell", "Burwell"]
    assert _found(line, Kind.PLACE) == []
    line = "We met Ed Burwell there. We lived in Burwell then."
    assert _found(line, Kind.PLACE) == ["Burwell"]


@pytest.mark.parametrize(
    "line",
    [
        "He is a shareholder of Kelvin Hughes.",
        "So Kelvin Hughes announced its results.",
        "It was made by Kelvin Hughes.",
    ],
)
def test_a_firm_is_hardly_a_person(line: str) -> None:
    (one,) = _mentions(line)
    assert one.certainty is Certainty.LOW


@pytest.mark.parametrize("bank", ["J.P. Morgan Chase", "J. P. Morgan Chase", "JP Morgan Chase"])
def test_a_bank_is_no_person_however_it_is_written(bank: str) -> None:
    assert _found(f"So {bank} failed.", Kind.PERSON) == []
    assert _found(f"So {bank} failed.", Kind.ORG) == [bank]


def test_a_given_name_that_is_a_word_may_begin_a_sentence_of_whom_the_text_names() -> None:
    line = "I was under Sandy Zvonternts then. Sandy is not alive now."
    assert _found(line, Kind.PERSON) == ["Sandy Zvonternts", "Sandy"]
