"""Namesakes of whoever speaks, where the text itself says that they are others."""

from __future__ import annotations

import pytest

import edition
from edition.names.model import Certainty, Entry, Kind, Name
from edition.names.naming import name
from tests.names.meetings import meant, named, register

_LABELS = ("Mr. BROWN: Yes, I rise.", "Mr. ADAMS: No.", "Mr. BROWN: Yes.", "Mr. ADAMS: No.")


@pytest.mark.parametrize(
    "line",
    [
        "Mr. BROWN: I never met Mr. John Brown of Leeds.",
        "Mr. BROWN: I never met John Brown in my life.",
        "Mr. BROWN: It is said that the late John Brown wrote it.",
        "Mr. ADAMS: I mean Mr. John Brown of Leeds, who is no kinsman of my friend.",
        "Mr. ADAMS: I mean Mr. John Brown, who is not related to my friend.",
        "Mr. ADAMS: I mean the late John Brown.",
    ],
)
def test_a_namesake_gives_his_name_to_no_label(line: str) -> None:
    naming = named(*_LABELS, line, "Mr. ADAMS: I thank Mr. Brown.")
    assert naming.speakers["brown"] == "MrBROWN"
    assert naming.register.entries["MrBROWN"].name == "Mr. BROWN"
    assert "JohnBrown" in {one.entry for one in naming.mentions}


def test_whoever_says_where_somebody_is_from_hardly_names_a_label() -> None:
    naming = named(*_LABELS, "Mr. ADAMS: I mean Mr. John Brown of Leeds.")
    assert naming.register.entries["MrBROWN"].name == "Mr. BROWN"
    assert naming.mentions[-1].certainty is not Certainty.HIGH


@pytest.mark.parametrize("line", ["John Brown. I live in Leeds.", "My name is John Brown."])
def test_who_says_his_own_name_is_no_namesake(line: str) -> None:
    assert meant(*_LABELS, f"Mr. BROWN: {line}")[-1] == "MrBROWN"


def test_with_a_full_label_its_bearer_means_another() -> None:
    naming = named("John Brown: Yes.", "John Brown: I never met Mr John Brown of Leeds.")
    assert naming.mentions[-1].entry != naming.speakers["johnbrown"]


def test_a_wife_is_no_miss() -> None:
    line = "Mrs. Pankhurst, Miss Adela Pankhurst and others came. Miss Pankhurst spoke."
    assert meant(line) == ["MrsPankhurst", "AdelaPankhurst", "AdelaPankhurst"]


def test_the_kin_of_whom_the_text_tells_is_another() -> None:
    line = "Mr. Cole, the convener there, a cousin of Councillor Doris Cole, wrote."
    assert meant(line, "I thank Mr. Cole.") == ["MrCole", "DorisCole", "MrCole"]


def test_mrs_is_another_than_whom_nobody_calls_so() -> None:
    naming = named("I met Robin Kosz.", "Mrs Kosz came.", "So Mrs Kosz said.", "Kosz left.")
    wife = {(one.entry, one.certainty) for one in naming.mentions[-3:-1]}
    assert wife == {("MrsKosz", Certainty.LOW)}
    last = naming.mentions[-1]
    assert (last.entry, last.certainty) == ("RobinKosz", Certainty.MEDIUM)
    naming = named("I met Mrs Stefania Kosz.", "So Mrs Kosz said.")
    assert naming.mentions[-1].certainty is Certainty.HIGH


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("I met Stefania Kosz there. She knew me.", True),
        ("I met Stefan Kosz there. He knew me.", False),
        ("I met Stefan Kosz there, and Anna. She knew me.", False),
        ("I met Stefan Kosz there with his wife. She knew me.", False),
    ],
)
def test_a_pronoun_tells_who_is_mrs(line: str, same: bool) -> None:
    persons = meant(line, "So Mrs Kosz said.")
    assert (persons[0] == persons[-1]) is same


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("Chair: I wrote to Harold Kosz.", False),
        ("Chair: I wrote to Mrs Stefania Kosz.", True),
        ("Mrs Kosz: My name is Stefania Kosz.", True),
    ],
)
def test_a_full_name_is_that_of_the_label_mrs_where_the_text_says_so(
    line: str,
    same: bool,
) -> None:
    naming = named("Mrs Kosz: I am here.", "Chair: Yes.", "Mrs Kosz: So it is.", line)
    assert (naming.mentions[-1].entry == naming.speakers["kosz"]) is same


def test_a_list_of_members_tells_who_mrs_is() -> None:
    text = "A meeting\n\nMay 4, 2016, Moscow\n\nStefania Kosz and Anna Petrova are members.\n\n"
    turns = "Chair: Well.\n\nMrs Kosz: Here.\n\nChair: Yes.\n\nMrs Kosz: So.\n"
    naming = name(edition.read((text + turns).encode(), "meeting.txt"))
    persons = {one.entry for one in naming.mentions if one.kind is Kind.PERSON}
    assert persons == {naming.speakers["kosz"], "AnnaPetrova"}


def test_what_tells_namesakes_apart_is_in_their_names() -> None:
    naming = named("I met Mr Storr, whom Mrs Storr drove home.")
    names = {entry.name for entry in naming.register.entries.values()}
    assert {"Mr Storr", "Mrs Storr"} <= names


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("My husband was Harold. Harold Reed, from work.", "HaroldReed"),
        ("So was Sergeant Reed, no relation of hers. Harold Reed, from work.", "HaroldReed"),
        ("We wrote to Mr Reed, in London. Harold Reed.", "HaroldReed"),
    ],
)
def test_a_full_name_that_is_all_of_a_sentence_says_who_was_meant(line: str, who: str) -> None:
    assert meant(line) == [who, who]


@pytest.mark.parametrize(
    ("speaker", "line", "entry", "certainty"),
    [
        ("Harold Reed", "Was Mrs Reed well?", "MrsReed", Certainty.LOW),
        ("HAROLD REED", "Was Miss Reed well?", "MissReed", Certainty.LOW),
        ("Jean-Claude Reed", "Was Mrs Reed well?", "MrsReed", Certainty.LOW),
        ("JEAN-CLAUDE REED", "Was Mrs Reed well?", "MrsReed", Certainty.LOW),
        ("Mr. Harold Reed", "Was Mrs Reed well?", "MrsReed", Certainty.HIGH),
        ("Harold Reed", "Is Mr Reed well?", "HaroldReed", Certainty.HIGH),
        ("Alice Reed", "Thank you, Mrs Reed.", "AliceReed", Certainty.HIGH),
        ("Alice Reed", "Was Mr Reed well?", "MrReed", Certainty.LOW),
    ],
)
def test_whose_given_name_only_others_bear_is_hardly_meant(
    speaker: str, line: str, entry: str, certainty: Certainty
) -> None:
    naming = named(f"{speaker}: I lived there then.", f"Chair: {line}")
    assert naming.mentions[-1].entry == entry
    assert naming.mentions[-1].certainty is certainty


@pytest.mark.parametrize("given", ["Daryl", "Harold"])
def test_no_given_name_outranks_what_the_text_says(given: str) -> None:
    naming = named(f"Ms. {given} Hannah: Yes.", "Chair: Is Ms. Hannah well? I saw Mrs. Hannah.")
    persons = [one for one in naming.mentions if one.kind is Kind.PERSON]
    assert {one.entry for one in persons} == {f"{given}Hannah"}
    assert {one.certainty for one in persons} == {Certainty.HIGH}


@pytest.mark.parametrize(
    ("sex", "honorific", "is_meant"),
    [("F", "Ms.", True), ("F", "Mr.", False), ("M", "Mrs.", False), ("X", "Ms.", True)],
)
def test_no_given_name_outranks_a_stated_sex(sex: str, honorific: str, is_meant: bool) -> None:
    known = Entry("HH", Kind.PERSON, (Name("Harold Hannah"),), sex=sex)
    lines = "Harold Hannah: Yes.", f"Chair: Is {honorific} Hannah well?"
    last = named(*lines, known=register(known)).mentions[-1]
    assert (last.entry == "HH") is is_meant
    assert last.certainty is Certainty.HIGH


def test_two_of_a_surname_whom_given_names_alone_tell_apart_are_told_with_doubt() -> None:
    labels = "Harold Reed: I was there.", "Alice Reed: I was there, too."
    last = named(*labels, "Chair: Is Mr Reed well?").mentions[-1]
    assert (last.entry, last.certainty) == ("HaroldReed", Certainty.LOW)
    last = named(f"Mr {labels[0]}", labels[1], "Chair: Is Mr Reed well?").mentions[-1]
    assert last.certainty is Certainty.HIGH


def test_of_whom_no_given_name_tells_the_spouse_may_be_meant() -> None:
    naming = named("Zvonim Reed: I lived there then.", "Chair: Was Mrs Reed well?")
    last = naming.mentions[-1]
    assert (last.entry, last.certainty) == ("ZvonimReed", Certainty.LOW)
