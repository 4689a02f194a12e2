"""Texts of makers without a convention: every label of a dialogue, and none where there is none.

In ``tests/data/dialogues`` each label stands in ⟦label|speaker⟧, without a speaker if it names
nobody.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

DATA = Path(__file__).parent.parent / "data"
DIALOGUES = sorted((DATA / "dialogues").glob("*.*"))
OTHERS = sorted((DATA / "no-dialogue").iterdir())
MARKED = re.compile("⟦([^|⟧]*)\\|([^⟧]*)⟧")


def transcript_of(path: Path) -> tuple[Transcript, dict[int, str]]:
    """The transcript at *path* without its marks, and who speaks from each labelled line on."""
    text = path.read_text(encoding="utf-8")
    marks = enumerate(map(MARKED.search, text.split("\n")), 1)
    said = {line: mark[2] for line, mark in marks if mark}
    return read(MARKED.sub(r"\1", text).encode(), path.name), said


def test_there_are_texts_of_both_kinds() -> None:
    assert len(DIALOGUES) >= 25
    assert len(OTHERS) >= 15


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_every_label_of_a_dialogue_is_found_and_nothing_else(path: Path) -> None:
    transcript, said = transcript_of(path)
    assert [turn.line for turn in transcript.turns] == list(said)


@pytest.mark.parametrize("path", [*DIALOGUES, *OTHERS], ids=lambda path: path.stem)
def test_what_is_encoded_is_valid_and_has_the_words_of_its_source(path: Path) -> None:
    data = MARKED.sub(r"\1", path.read_text(encoding="utf-8")).encode()
    try:
        transcript = read(data, path.name)
    except edition.EditionError:
        return
    document = edition.parse(edition.encode(transcript), "x.xml")
    found = edition.check(document, source=data, source_name=path.name)
    assert [it for it in found if it.severity is edition.Severity.ERROR] == []


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_a_speaker_is_never_two_and_two_are_never_one(path: Path) -> None:
    transcript, said = transcript_of(path)
    pairs = {(said[turn.line], turn.speaker) for turn in transcript.turns if said[turn.line]}
    assert len({who for who, _ in pairs}) == len(pairs) == len({key for _, key in pairs})


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_where_nobody_speaks_no_speaker_is_invented(path: Path) -> None:
    transcript = read(path.read_bytes(), path.name)
    assert transcript.turns == ()
    assert "T021" in {found.code for found in transcript.diagnostics}
    assert b"<u " not in edition.encode(transcript)


@pytest.mark.parametrize(
    ("line", "date", "time"),
    [
        ("October 3, 1984", "1984-10-03", ""),
        ("JANUARY 12, 2016", "2016-01-12", ""),
        ("Tuesday, February 3, 2015, 7:00 p.m.", "2015-02-03", "19:00:00"),
        ("Date: May 4, 1998", "1998-05-04", ""),
        ("**Date:** 2022-05-10", "2022-05-10", ""),
        ("Published 2021-03-14", "2021-03-14", ""),
        ("2022-05-10T20:10:00Z", "2022-05-10", "20:10:00"),
        ("Aired September 12, 2018 - 21:00 ET", "2018-09-12", "21:00:00"),
        ("Thu, Mar 4, 2021 10:00AM • 31:12", "2021-03-04", "10:00:00"),
        ("Held on 3 May 1979", "1979-05-03", ""),
        ("Tuesday, 14 June 2021", "2021-06-14", ""),
        ("07 Feb 2013", "2013-02-07", ""),
        ("w dniu 25 kwietnia 2012 r.", "2012-04-25", ""),
        ("10 мая 2022 года", "2022-05-10", ""),
        ("We met in her kitchen on 9 August 2003.", "", ""),
        ("Chapter 31, 2004 and after", "", ""),
        ("February 31, 2004", "", ""),
    ],
)
@pytest.mark.parametrize("first", [False, True], ids=["second", "first"])
def test_a_date_line_is_read_before_the_title_and_behind_it(
    line: str, date: str, time: str, first: bool
) -> None:
    head = f"{line}\nA talk on moss" if first else f"A talk on moss\n{line}"
    turns = "".join(f"Anna Li: Question {n}?\n\nBob Orr: Answer {n}.\n\n" for n in range(3))
    transcript = read(f"{head}\n\n{turns}".encode(), "talk.txt")
    lines = (block.dateline for block in transcript.blocks if block.dateline is not None)
    assert [(found.date, found.time) for found in lines] == ([(date, time)] if date else [])
    if date:
        assert transcript.title == "A talk on moss"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("March 7, 1911, Alderbrook", "Alderbrook"),
        ("7 March 1911, Alderbrook Mill", "Alderbrook Mill"),
        ("March 7, 1911, 10:00 a.m., Alderbrook", "Alderbrook"),
        ("7 mars 1911, Saint-Malo", "Saint-Malo"),
        ("March 7, 1911, Tuesday", ""),
        ("March 7, 1911, Evening Session", ""),
        ("March 7, 1911, we met", ""),
        ("March 7, 1911, Professor Li", ""),
    ],
)
def test_a_place_may_stand_behind_the_date(line: str, place: str) -> None:
    turns = "".join(f"Anna Li: Question {n}?\n\nBob Orr: Answer {n}.\n\n" for n in range(3))
    transcript = read(f"A talk on moss\n{line}\n\n{turns}".encode(), "talk.txt")
    lines = [block for block in transcript.blocks if block.dateline is not None]
    spans = [block.dateline.place_span for block in lines if block.dateline is not None]
    assert [line[slice(*span)] for span in spans if span] == ([place] if place else [])


def labels_of(text: str, convention: str | None = None) -> list[str]:
    blocks = read(text.encode(), "text.txt", convention).blocks
    return [block.text[: block.label.end] for block in blocks if block.label]


def speakers_of(text: str) -> list[str | None]:
    return [turn.speaker for turn in read(text.encode(), "text.txt").turns]


def test_a_convention_that_is_asked_for_needs_no_dialogue() -> None:
    text = "Tape\n\nMr LI: Hello.\n\nMr ORR: Bye.\n"
    assert labels_of(text, "press-briefing") == ["Mr LI:", "Mr ORR:"]


def test_initials_behind_a_name_are_that_person_and_no_doctor() -> None:
    text = "Tape\n\nDan Reed (DR): Hello?\n\nAnn Li (AL): Yes.\n\n"
    text += "DR: So?\n\nAL: So.\n\nDR: No.\n\nAL: Bye.\n"
    assert speakers_of(text) == ["danreed", "annli"] * 3


def test_an_office_alone_is_whoever_was_named_with_it() -> None:
    text = (
        "Sitting\n\nThe Minister for Roads (Ann Li): Yes?\n\nBob Orr: No.\n\n"
        "The Minister for Roads: Why?\n\nBob Orr: Snow.\n"
    )
    assert speakers_of(text) == ["annli", "boborr", "annli", "boborr"]


@pytest.mark.parametrize(
    "line",
    [
        "BY MS. ORTEGA:",
        "Examined by Mr. Pell:",
        "NOTE: it is late.",
        "Ed.: See the catalogue.",
        "Ich darf Sie fragen, Herr Pell: Was?",
        "Tuesday, 7:30 p.m.",
        "ACTION: Pell to write.",
    ],
)
def test_what_stands_among_labels_is_not_always_one(line: str) -> None:
    text = "Talk\n\nMr. Pell: Well?\n\nMs. Ortega: Well.\n\nMr. Pell: Well!\n\nMs. Ortega: No.\n\n"
    labels = ["Mr. Pell:", "Ms. Ortega:"] * 2
    assert labels_of(f"{text}{line}\n\nMr. Pell: Yes.\n") == [*labels, "Mr. Pell:"]


@pytest.mark.parametrize("before", ["[00:01:02] ", "00:01:02 ", "10:04 AM ", ">> ", "[1:02] "])
def test_what_stands_in_front_of_a_label_is_no_part_of_the_name(before: str) -> None:
    turns = ("ANN LI: Why?", "BOB ORR: So.", "ANN LI: Ah.", "BOB ORR: Yes.")
    text = "Talk\n\n" + "\n\n".join(before + turn for turn in turns) + "\n"
    assert speakers_of(text) == ["annli", "boborr", "annli", "boborr"]


def test_a_mention_of_a_maker_makes_no_text_the_makers() -> None:
    said = "I was at the United Nations, the General Assembly and the Security Council."
    text = f"Talk\n\nANN LI: {said}\n\nBOB ORR: Why?\n\nANN LI: Ah.\n\nBOB ORR: The Kremlin.\n"
    transcript = read(text.encode(), "text.txt")
    assert transcript.convention == "generic"
    assert len(transcript.turns) == 4


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_the_choice_is_stable_under_small_changes(path: Path) -> None:
    text = MARKED.sub(r"\1", path.read_text(encoding="utf-8"))
    chosen = read(text.encode(), path.name).convention
    for changed in (text + "\n\n", text.replace("\n", "\r\n"), text.rstrip("\n") + " "):
        assert read(changed.encode(), path.name).convention == chosen


def test_three_turns_of_two_people_by_name_are_a_dialogue() -> None:
    text = "Meeting\n\nAnna Adler: Hello.\n\nBob Brown: Hello too.\n\nAnna Adler: Bye.\n"
    assert speakers_of(text) == ["annaadler", "bobbrown", "annaadler"]


@pytest.mark.parametrize(
    "text",
    [
        "Soil Type: It is clay.\n\nSoil Depth: It is deep.\n\nSoil Type: It is sand.\n",
        "Anna Adler: Hello.\n\nAnna Adler: Hello too.\n\nBob Brown: Bye.\n",
        "Anna Adler: Hello.\n\nIt\n\nis\n\nlong.\n\nBob Brown: Hello.\n\nAnna Adler: Bye.\n",
    ],
    ids=["list", "twice running", "prose"],
)
def test_three_labels_are_no_dialogue_if_anything_speaks_against_it(text: str) -> None:
    assert speakers_of(f"Report\n\n{text}") == []


@pytest.mark.parametrize("label", ["Participant {}", "Speaker #{}", "Teilnehmer {}"])
def test_people_who_have_numbers_for_names_are_told_apart(label: str) -> None:
    turns = [f"{label.format(n)}: Why is it {word}?" for n, word in ((1, "so"), (2, "not"))]
    text = "Talk\n\n" + "\n\n".join([*turns, *turns, f"{label.format(3)} (F): It is."]) + "\n"
    one, two, three = (label.format(n).lower().replace(" ", "").replace("#", "") for n in (1, 2, 3))
    assert speakers_of(text) == [one, two, one, two, three]


@pytest.mark.parametrize("word", ["Table", "Figure", "Step", "Chapter"])
def test_what_else_has_numbers_does_not_speak(word: str) -> None:
    lines = [f"{word} {n}: The boats of the harbour." for n in (1, 2, 3)]
    assert speakers_of("Report\n\n" + "\n\n".join([*lines, *lines]) + "\n") == []
