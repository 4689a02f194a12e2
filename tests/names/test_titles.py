"""Titles in capitals, titles that are adjectives, and whom a title with a given name means."""

from __future__ import annotations

import pytest

import edition
from edition.names.model import Kind
from edition.names.naming import name
from tests.names.meetings import mentioned, named


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("Then CLLR ZVONOV spoke.", ["CLLR ZVONOV"]),
        ("Then MR. ZVONOV spoke.", ["MR. ZVONOV"]),
        ("The Annual General Meeting was held.", []),
        ("We heard Annual General Zvonov there.", []),  # an adjective
        ("We heard Attorney General Zvonov there.", ["Attorney General Zvonov"]),
        ("We heard US General Zvonov there.", ["Zvonov"]),
        ("We met Theresa May there.", ["Theresa May"]),
        ("We met Lisa Russia there.", ["Lisa Russia"]),
        ("We met Mrs May there.", ["Mrs May"]),
        ("We thank the noble Lord. Zvonov left.", []),
        ("Talk with Susan Hale-Whitcombe Recorded in 1980.", ["Susan Hale-Whitcombe"]),
        ("He lived on Zvonovskaya then.", []),  # a street
        ("The tankers Ivan Zvonov and Pyotr Zvonov sailed.", []),
    ],
)
def test_a_title_is_split_from_the_name(line: str, persons: list[str]) -> None:
    assert mentioned(line) == persons


def persons(*lines: str) -> list[str | None]:
    found = named(*lines).mentions
    return [one.entry for one in found if one.kind is Kind.PERSON and one.line > 5]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (["I met Sir Anthony. Then Sir Anthony Rowe came."], ["AnthonyRowe"] * 2),
        (
            ["I met Sir Anthony Rowe and Anthony Pole. Sir Anthony left."],
            ["AnthonyRowe", "AnthonyPole", "AnthonyRowe"],
        ),
        (["I met Salva Kiir Mayardit. Then President Kiir left."], ["SalvaKiirMayardit"] * 2),
        (["I met Karel van Oosterom. Then Mr Van Oosterom left."], ["KarelvanOosterom"] * 2),
    ],
)
def test_one_person_has_one_entry(lines: list[str], entries: list[str]) -> None:
    assert persons(*lines) == entries


def test_a_label_in_capitals_is_whom_the_text_names_in_full() -> None:
    turns = (
        "MR. ZVONOV: Hello.",
        "MS. LI: So says Josh Zvonov.",
        "MR. ZVONOV: Yes.",
        "MS. LI: No.",
    )
    transcript = edition.read(("Talk\n\n" + "\n\n".join(turns) + "\n").encode(), "talk.txt")
    naming = name(transcript)
    (person,) = [one.entry for one in naming.mentions if one.line > 1]
    assert person == naming.speakers["zvonov"]


def test_nobody_may_be_one_and_the_same() -> None:
    naming = named("I met Ivan Zvonov and Pyotr Zvonov. Zvonov left.")
    for one in naming.mentions:
        assert len(set(one.choices)) == len(one.choices)
        assert len(one.choices) != 1
