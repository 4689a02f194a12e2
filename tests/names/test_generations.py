"""Father and son, surnames that are other things as well, and names told only half."""

from __future__ import annotations

import pytest

import edition
from edition.names.gazetteer import Alone
from edition.names.model import Certainty
from edition.names.naming import name
from tests.names.meetings import meant, meeting, mentioned, named, world


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("We met Walter Jones, Jr., there.", ["Walter Jones, Jr."]),
        ("We met Walter Jones Sr. there.", ["Walter Jones Sr."]),
        ("We met Walter Jones, III, there.", ["Walter Jones, III"]),
        ("We met Walter Jones, too; Jr. is another.", ["Walter Jones"]),
        ("We met Peter T. King there.", ["Peter T. King"]),
        ("We met Michael N. Castle there.", ["Michael N. Castle"]),
        ("We met Patrick T. Moscow there.", ["Patrick T. Moscow"]),
        ("We met Anna K. Today it rains.", []),
        ("We met Mr de Zvonov and Mrs van der Zvonov.", ["Mr de Zvonov", "Mrs van der Zvonov"]),
        ("We met President von Zvonov there.", ["von Zvonov"]),
        ("We met Karel de Zvonar; so de Zvonar left.", ["Karel de Zvonar", "de Zvonar"]),
        ("We met Assistant Secretary Zvonov there.", ["Zvonov"]),
        ("We met a boy called Zork Vornak there.", ["Zork Vornak"]),
        ("The plan is called Zork Vornak there.", []),
        ("We met Linda Brown; Brown v. Board is law.", ["Linda Brown"]),
        ("Moody's said so, and Eric Cornell.", ["Eric Cornell"]),
        ("PETER T. KING, Iowa\nWM. LACY CLAY, Iowa", ["PETER T. KING", "WM. LACY CLAY"]),
        ("PETER CLAY, Iowa   J. GRESHAM ZVONOV", ["PETER CLAY", "J. GRESHAM ZVONOV"]),
    ],
)
def test_a_name_is_whole(line: str, persons: list[str]) -> None:
    assert mentioned(line) == persons


def test_father_and_son_are_two_persons() -> None:
    father, son = meant("We met Walter Jones Sr. there.", "We met Walter Jones, Jr., there.")
    assert father != son
    assert None not in {father, son}


@pytest.mark.parametrize("other", ["Mr Jones", "Walter Jones", "Walter B. Jones"])
def test_the_son_is_meant_by_less(other: str) -> None:
    first, second = meant("We met Walter Jones, Jr., there.", f"We met {other} there.")
    assert first == second is not None


def test_no_relation_is_another_person() -> None:
    friend = "I know Mr Hallett."
    assert meant("We met Tom Hallett, of Leeds.", friend) == ["TomHallett"] * 2
    lines = ("We met Tom Hallett, of Leeds, no relation of Mr Hallett.", friend)
    assert meant(*lines) == ["TomHallett", "MrHallett", "MrHallett"]


def test_kin_is_nobody_who_has_the_name_between_others() -> None:
    first, second = meant("We met John Patrick Hale.", "I saw my grandson Patrick.")
    assert first != second


def test_a_slip_in_a_long_surname_hardly_tells_who_is_meant() -> None:
    slip = named("We met Kirill Serebrennikov.", "As for Serebennikov, he left.").mentions[-1]
    assert (slip.entry, slip.certainty) == ("KirillSerebrennikov", Certainty.LOW)
    assert len(set(meant("We met Kirill Petrenkov.", "As for Petrenko, he left."))) == 2


def test_a_given_name_is_short_for_a_body() -> None:
    lines = ("They saved Freddie Mac.", "So Freddie grew.")
    assert mentioned(*lines) == []
    assert mentioned("So Freddie grew.") == ["Freddie"]
    assert mentioned(*lines, "I met Freddie Hale.") == ["Freddie", "Freddie Hale"]


def test_a_possessive_after_in_is_no_town() -> None:
    places = world({"Zvonov": Alone.PEOPLE})
    text = meeting("I know Anna Zvonov.", "They ruled in Zvonov's favour.", "I was in Zvonov.")
    kinds = [one.kind.value for one in name(text, lookup=places).mentions if one.line > 5]
    assert kinds == ["person", "person", "place"]


def test_editorial_notes_name_persons() -> None:
    lines = ["Mr. BOND. I yield.", "(The remarks of Mr. Bond are located in today's Record.)"]
    text = "[Congressional Record Volume 1]\n[Senate]\n\n  " + "\n\n  ".join(lines * 2) + "\n"
    transcript = edition.read(text.encode(), "record.txt")
    encoded = bytes(edition.encode(transcript, naming=name(transcript)))
    note = encoded.partition(b'type="editorial"')[2].partition(b"</note>")[0]
    assert b"persName" in note


@pytest.mark.parametrize(("short", "full"), [("Valya", "Valentina"), ("Daniel", "Danny")])
def test_a_given_name_in_another_form_hardly_tells_who_is_meant(short: str, full: str) -> None:
    lines = (f"We met {full} Zvonar there.", f"I saw that {short} grew.")
    last = named(*lines).mentions[-1]
    assert (last.entry, last.certainty) == (f"{full}Zvonar", Certainty.LOW)
    assert meant(lines[0], f"We met {full} Hale there.", lines[1])[-1] == short
    assert meant(*reversed(lines))[0] == short


def test_nobody_who_takes_no_part_is_spoken_to_by_another_form() -> None:
    lines = ("Anna Hill: We met Jeffrey Zvonar there.", "Chair: Jeff, go ahead.")
    assert meant(*lines)[-1] == "Jeff"
    beside = "Anna Hill: Here is Valentina Zvonar. Valya, go ahead."
    assert meant(beside)[-1] == "ValentinaZvonar"
