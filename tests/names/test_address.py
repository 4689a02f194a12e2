"""Whom an office means by which somebody is addressed."""

from __future__ import annotations

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


def test_nobody_is_guessed() -> None:
    assert _addressed("Anna Zvonar: Well.\n\nBoris Petrenko: Thank you, Mr President.\n") == []
    assert _addressed(ONE.replace("Mr President,", "Mr President Petrenko,")) == []


def test_a_form_of_address_refers_without_naming() -> None:
    transcript = edition.read((HEAD + ONE).encode(), "meeting.txt")
    tei = edition.encode(transcript, naming=name(transcript, lookup=WORLD)).decode()
    rs = '<rs type="person" ref="#AnnaZvonar" cert="high" resp="#encoder">Mr President</rs>'
    assert rs in tei
