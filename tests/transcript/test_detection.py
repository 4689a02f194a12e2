"""Which convention is chosen: the maker's, or a project's own."""

from __future__ import annotations

import pytest

from edition.transcript.convention_files import Conventions, parse_convention
from edition.transcript.reader import read

COUNCIL = (
    "Council of Northport\n\n4 May 2019\n\nAnn Roe: Shall we begin?\n\nBob Li: Yes.\n\n"
    "Ann Roe: The bridge: who has seen it?\n\nBob Li: I have.\n\nAnn Roe: And?\n\n"
    "Bob Li: It leans.\n"
)
RECORD = (
    "LOK SABHA\n\nMR. SPEAKER: Question 81.\n\nSHRI BALAN: Sir, who made the definition?\n\n"
    "MR. SPEAKER: Order.\n\nSHRI BALAN: I ask again.\n\nMR. SPEAKER: The hon. Member may sit.\n"
)
BRACKETS = "<<Ann Roe>> Shall we begin?\n\n<<Bob Li>> Yes.\n\n<<Ann Roe>> Who?\n\n<<Bob Li>> I.\n"
HEAD = 'name = "town"\ntitle = "Our town"\nlanguage = "en"\n\n[labels]\n'


def chosen(text: str, labels: str) -> str:
    own = {"town": parse_convention(f"{HEAD}{labels}\n".encode(), "town.toml")}
    return read(text.encode(), "x.txt", conventions=Conventions(own)).convention


@pytest.mark.parametrize(
    "labels",
    ['delimiter = ":"', 'delimiter = ":"\nrecurs = 2', '[[labels.forms]]\nprint = "{name}:"'],
)
@pytest.mark.parametrize("text", [COUNCIL, COUNCIL * 40], ids=["short", "long"])
def test_a_projects_own_convention_wins_where_it_explains_as_much(text: str, labels: str) -> None:
    assert chosen(text, labels) == "town"


def test_it_wins_over_a_maker_whose_marks_the_text_has() -> None:
    assert read(RECORD.encode(), "x.txt").convention == "hansard"
    assert chosen(RECORD, 'delimiter = ":"\nrecurs = 2') == "town"


def test_it_is_found_by_a_form_that_nobody_else_prints() -> None:
    assert chosen(BRACKETS, '[[labels.forms]]\nprint = "<<{name}>>"') == "town"


@pytest.mark.parametrize("text", [COUNCIL, RECORD])
def test_it_is_not_taken_where_it_explains_less(text: str) -> None:
    assert chosen(text, '[[labels.forms]]\nprint = "<<{name}>>"') != "town"


def test_a_text_in_a_language_of_no_convention() -> None:
    text = "Riigikogu\n\nTAMM (SDE). – Head kolleegid.\n\nKASK (RE). – Täiesti nõus.\n" * 3
    assert read(text.encode(), "x.txt").convention


def test_a_comma_before_a_colon_is_no_label() -> None:
    assert read(b"JOHN: x\n\nJOHN: y\n\n,T: z\n", "x.txt").convention == "generic"


def test_an_examiner_whom_a_pattern_does_not_name() -> None:
    labels = """[[labels.forms]]
print = "{generic}."

[[labels.generic]]
words = "q a"

[roles]
asks = "q"
answers = "a"
examiner = 'BY|by (?P<name>Mr X)'
witness = 'WITNESS (?P<name>.*)'
"""
    own = {"town": parse_convention(f"{HEAD}{labels}".encode(), "town.toml")}
    text = b"BY\n\nQ. Who?\n\nA. Ann Roe.\n\nQ. When?\n\nA. Now.\n"
    assert read(text, "x.txt", "town", conventions=Conventions(own)).convention == "town"


def test_it_is_not_taken_for_prose() -> None:
    prose = "It was late.\n\nOne thing: the bridge leant.\n\nAnother: nobody saw it.\n"
    assert chosen(prose, 'delimiter = ":"') == "generic"
