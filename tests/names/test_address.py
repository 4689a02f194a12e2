"""Whom an office means by which somebody is addressed."""

from __future__ import annotations

import pytest

import edition
from edition.names.model import Certainty
from edition.names.naming import name
from tests.names.meetings import WORLD

HEAD = "A meeting\n\nMay 4, 2016, Moscow\n\n"
ONE = "President of Russia Anna Zvonar: Well.\n\nBoris Petrenko: Thank you, Mr President, so.\n"
TWO = (
    "President of Russia Anna Zvonar: Well, Mr President.\n\nPresident of Iowa Boris Petrenko: So."
    "\n\nQuestion: Mr President, why?\n\nAnna Zvonar: Yes.\n"
)


def _addressed(text: str) -> list[tuple[str, str | None, Certainty]]:
    transcript = edition.read((HEAD + text).encode(), "meeting.txt")
    blocks = {block.line: block.text for block in transcript.blocks}
    return [
        (blocks[one.line][one.start : one.end], one.entry, one.certainty)
        for one in name(transcript, lookup=WORLD).mentions
        if not one.named
    ]


def test_the_one_participant_of_an_office_is_addressed_by_it() -> None:
    assert _addressed(ONE) == [("Mr President", "AnnaZvonar", Certainty.HIGH)]


def test_of_two_the_one_who_answers_is_likely_meant_and_never_who_speaks() -> None:
    assert _addressed(TWO) == [
        ("Mr President", "BorisPetrenko", Certainty.HIGH),
        ("Mr President", "AnnaZvonar", Certainty.MEDIUM),
    ]


THREE = (
    "President of Iowa Boris Petrenko: Well.\n\nPresident of Russia Anna Zvonar: Mr President, so."
    "\n\nPresident of Belarus Ivan Zvonov: Well.\n\nAnna Zvonar: {}\n\nBoris Petrenko: Yes.\n"
)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Thank you, Mr President.", "IvanZvonov"),
        ("Mr President, you have the floor.", "BorisPetrenko"),
        ("Please, Mr President.", "BorisPetrenko"),
        ("Mr President, would you please say to all of us how this is to be done?", "IvanZvonov"),
    ],
)
def test_who_spoke_before_is_answered_and_who_speaks_next_is_given_the_floor(
    words: str, who: str
) -> None:
    assert _addressed(THREE.format(words)) == [
        ("Mr President", "BorisPetrenko", Certainty.MEDIUM),
        ("Mr President", who, Certainty.MEDIUM),
    ]


def test_among_two_of_whom_neither_spoke_before_nothing_decides_and_it_is_told() -> None:
    text = f"{HEAD}Question: Mr President, thank you.\n\n{THREE.format('So.')}"
    naming = name(edition.read(text.encode(), "meeting.txt"), lookup=WORLD)
    mention = next(one for one in naming.mentions if not one.named)
    assert (mention.entry, mention.certainty) == (None, Certainty.LOW)
    assert mention.choices == ("BorisPetrenko", "AnnaZvonar", "IvanZvonov")
    assert [(finding.code, finding.line) for finding in naming.diagnostics] == [("N030", 5)]


def test_nobody_is_guessed() -> None:
    assert _addressed("Anna Zvonar: Well.\n\nBoris Petrenko: Thank you, Mr President.\n") == []
    assert _addressed(ONE.replace("Mr President,", "Mr President Petrenko,")) == []


def test_a_form_of_address_refers_without_naming() -> None:
    transcript = edition.read((HEAD + ONE).encode(), "meeting.txt")
    tei = edition.encode(transcript, naming=name(transcript, lookup=WORLD)).decode()
    rs = '<rs type="person" ref="#AnnaZvonar" cert="high" resp="#encoder">Mr President</rs>'
    assert rs in tei


def test_one_of_two_offices_in_a_title_is_addressed_where_nobody_bears_it_alone() -> None:
    deputy = "Vice Chancellor and Minister for Trade Boris Petrenko: So.\n\n"
    text = f"{deputy}Anna Zvonar: Mr Minister, Mr Vice Chancellor.\n"
    assert [entry for _, entry, _ in _addressed(text)] == ["BorisPetrenko"] * 2
    other = "Minister of Defence Ivan Zvonov: So.\n\n"
    assert [entry for _, entry, _ in _addressed(other + text)] == ["IvanZvonov", "BorisPetrenko"]


def test_a_style_means_the_other_of_two_and_nobody_of_three() -> None:
    text = "Boris Petrenko: Thank you, Your Excellency.\n\n"
    assert _addressed(ONE + text) == [
        ("Mr President", "AnnaZvonar", Certainty.HIGH),
        ("Your Excellency", "AnnaZvonar", Certainty.MEDIUM),
    ]
    assert _addressed(text + "Anna Zvonar: Yes.\n\nIvan Zvonov: No.\n") == []


def test_a_label_that_names_nobody_makes_no_entry() -> None:
    text = HEAD + "Hon. Members: Well.\n\nAnna Zvonar: So.\n\nHon. Members: Yes.\n"
    transcript = edition.read(text.encode(), "meeting.txt")
    assert len(transcript.speakers) == 2
    assert set(name(transcript, lookup=WORLD).speakers.values()) == {"AnnaZvonar"}
