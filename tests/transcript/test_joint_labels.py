"""Labels of more than one person, where nothing is known of the maker."""

from __future__ import annotations

import pytest

from edition.transcript.model import Transcript
from edition.transcript.reader import read

TURNS = ("Mr Brand: Good morning.", "Ms Cole: Good morning.", "", "Mr Brand: Why?", "Ms Cole: So.")


def with_label(label: str) -> Transcript:
    turns = (turn or f"{label}: Never!" for turn in TURNS)
    return read(("The Board\n\n" + "\n\n".join(turns) + "\n").encode(), "board.txt")


def speakers_of(label: str) -> tuple[str | None, ...]:
    transcript = with_label(label)
    assert len(transcript.turns) == len(TURNS)
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    turn = transcript.turns[2]
    return tuple(names[key] for key in (turn.speaker, *turn.joint) if key)


@pytest.mark.parametrize(
    ("label", "speakers"),
    [
        ("Mr Brand and Ms Cole", ("Mr Brand", "Ms Cole")),
        ("Mr Brand & Ms Cole", ("Mr Brand", "Ms Cole")),
        ("Ms Cole, Mr Brand", ("Ms Cole", "Mr Brand")),
        ("Mr Brand, Mr Dee and Ms Cole", ("Mr Brand", "Mr Dee", "Ms Cole")),
        ("Brand and Cole", ("Mr Brand", "Ms Cole")),
        ("Messrs Brand and Cole", ("Mr Brand", "Ms Cole")),
        ("Mr Brand to Ms Cole", ("Mr Brand",)),
        ("Mr Brand to the others", ("Mr Brand",)),
        ("Mr and Mrs Brand", ("Mr Brand", "Mrs Brand")),
        ("Mr Brand and the Clerk", ("Mr Brand", "the Clerk")),
    ],
)
def test_each_of_them_speaks_and_none_has_an_office_of_names(
    label: str, speakers: tuple[str, ...]
) -> None:
    assert speakers_of(label) == speakers
    transcript = with_label(label)
    assert all(not speaker.titles for speaker in transcript.speakers)
    assert "T043" not in {found.code for found in transcript.diagnostics}


@pytest.mark.parametrize("label", ["Mr Brand and others", "Minister for Roads and Mr Brand"])
def test_where_one_is_no_person_nobody_speaks_and_it_is_told(label: str) -> None:
    assert speakers_of(label) == ()
    found = with_label(label).diagnostics
    assert [one.line for one in found if one.code == "T043"] == [7]


@pytest.mark.parametrize(
    ("label", "name", "title"),
    [
        ("Minister for Trade and Industry Ann Roe", "Ann Roe", "Minister for Trade and Industry"),
        (
            "Mr Brand, Minister for Trade and Industry",
            "Mr Brand",
            "Minister for Trade and Industry",
        ),
    ],
)
def test_an_office_of_two_things_is_one_office(label: str, name: str, title: str) -> None:
    turns = "Mr Brand: Why?\n\nMs Cole: So.\n\n"
    text = f"The Board\n\n{turns}{label}: Never!\n\n{turns}{label}: Ever.\n"
    transcript = read(text.encode(), "board.txt")
    assert len(transcript.turns) == 6
    who = next(one for one in transcript.speakers if one.key == transcript.turns[2].speaker)
    assert (who.name, who.titles) == (name, (title,))


def test_people_are_joined_in_other_languages() -> None:
    text = "Rat\n\nHerr Brand: Warum?\n\nFrau Kohl: Darum.\n\nHerr Brand: Ach?\n\n"
    transcript = read(f"{text}Frau Kohl und Herr Brand: Nie!\n".encode(), "rat.txt")
    assert (transcript.turns[3].speaker, transcript.turns[3].joint) == ("kohl", ("brand",))


@pytest.mark.parametrize("label", ["All", "Voices", "Everybody"])
def test_many_at_once_are_no_person(label: str) -> None:
    transcript = with_label(label)
    assert [one.name for one in transcript.speakers if one.collective] == [label]


@pytest.mark.parametrize("words", ["Total", "Against", "Yours", "Dear Ms Cole", "Apologies"])
def test_words_that_head_a_line_are_nobody(words: str) -> None:
    assert len(with_label(words).turns) == len(TURNS) - 1


PART = "{0}: Yes.\n\n{1}: Good.\n\n{2}: Why?\n\n{3}: Never!\n\n{2}: So.\n\n"


def in_two_parts(*labels: str) -> Transcript:
    return read(f"The Board\n\n{PART * 2}".format(*labels).encode(), "board.txt")


@pytest.mark.parametrize(
    ("speakers", "label", "together"),
    [
        (("MR. BRAND", "MRS. COLE", "MR. BRAND"), "MR. BRAND AND MRS. COLE", (0, 1)),
        (("JOHN BRAND", "MARY COLE", "JOHN BRAND"), "JOHN BRAND AND MARY COLE", (0, 1)),
        (("JOHN BRAND", "MARY COLE", "JOHN BRAND"), "JOHN BRAND/MARY COLE", (0, 1)),
        (("Mr Brand", "Mrs Cole", "Mr Dee"), "Mr. Brand / Mrs Cole", (0, 1)),
        (("Mr Brand", "Mrs Cole", "Mr Dee"), "Mrs. Cole, Mr. Brand", (1, 0)),
        (("M. Blanc", "Mme Roux", "Le Maire"), "M. Blanc et Mme Roux", (0, 1)),
    ],
)
def test_two_who_are_labelled_once_are_no_third_person(
    speakers: tuple[str, str, str], label: str, together: tuple[int, int]
) -> None:
    transcript = in_two_parts(*speakers, label)
    keys = [turn.speaker for turn in transcript.turns]
    found = transcript.turns[3]
    assert (found.speaker, *found.joint) == tuple(keys[i] for i in together)
    assert set(keys) == set(keys[:3])


def test_those_behind_one_word_of_politeness_are_two() -> None:
    transcript = in_two_parts("M. Blanc", "M. Noir", "Le Maire", "MM. Blanc et Noir")
    first, second, _, both, *_ = transcript.turns
    assert (both.speaker, both.joint) == (first.speaker, (second.speaker,))


def test_an_office_and_a_comma_before_a_name_are_one_person() -> None:
    transcript = in_two_parts("Mr Brand", "Mr Low", "Mrs Cole", "The Clerk, Mr Low")
    assert [turn.joint for turn in transcript.turns] == [()] * 10


def test_a_surname_of_two_is_one_person() -> None:
    name = "José Ortega y Gasset"
    transcript = in_two_parts(name, "Ana Roca", name, "Ana Roca")
    assert [turn.joint for turn in transcript.turns] == [()] * 10
