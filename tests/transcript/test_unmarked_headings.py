"""Headings that nothing marks, and what the record tells between the speeches."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.convention_files import Conventions
from edition.transcript.misprints import without_delimiter
from edition.transcript.model import Kind, Label, Transcript
from edition.transcript.reader import read
from edition.transcript.unmarked_headings import headings_before_labels

SPEECHES = "\n\n".join(f"Ann Roe: It is so, for reason {n}.\n\nBob Low: Is it?" for n in range(9))


def transcript_of(between: str, speeches: str = SPEECHES) -> Transcript:
    return read(f"A meeting\n\n{speeches}\n\n{between}\n\nAnn Roe: Good.\n".encode(), "x.txt")


def texts_of(transcript: Transcript, kind: Kind) -> list[str]:
    return [block.text for block in transcript.of_kind(kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Rural Post Offices",
        "MOTIONS",
        "Order of Business",
        "Albert Street",
        "3. NEW ROADS",
        "A Tax on Sugar",
        "The Sea Fish Order 2022 (SSI 2022/35)",
    ],
)
def test_a_short_line_before_a_label_is_a_heading_and_told(line: str) -> None:
    transcript = transcript_of(line)
    assert texts_of(transcript, Kind.HEADING) == [line]
    assert "T046" in {found.code for found in transcript.diagnostics}
    assert (
        f'<head cert="medium" resp="#encoder">{line}</head>' in edition.encode(transcript).decode()
    )


def test_what_a_radio_play_lets_hear_is_nobody() -> None:
    transcript = transcript_of("SOUND: FOOTSTEPS. A DOOR OPENS")
    assert texts_of(transcript, Kind.STAGE) == ["SOUND: FOOTSTEPS. A DOOR OPENS"]
    assert {speaker.name for speaker in transcript.speakers} == {"Ann Roe", "Bob Low"}


def test_one_word_is_a_heading_beside_others() -> None:
    headings = ["Rural Post Offices", "Roads"]
    assert texts_of(transcript_of("\n\n".join(headings)), Kind.HEADING) == headings
    assert texts_of(transcript_of("Roads"), Kind.HEADING) == []


@pytest.mark.parametrize(
    "line",
    ["Thank you", "Yes", "It is so", "and so on", "Look: here", "Tom Hill", "Maria de Souza"],
)
def test_what_may_be_said_is_no_heading(line: str) -> None:
    assert texts_of(transcript_of(line), Kind.HEADING) == []


HEADINGS = ["MOTIONS", "Rural Post Offices", "Order of Business", "Water Supply", "Third Part"]


@pytest.mark.parametrize(("count", "found"), [(1, 1), (4, 4), (5, 0)])
def test_so_many_short_lines_below_one_another_are_headings(count: int, found: int) -> None:
    transcript = transcript_of("\n\n".join(HEADINGS[:count]))
    assert len(texts_of(transcript, Kind.HEADING)) == found


@pytest.mark.parametrize(("length", "found"), [(90, 1), (91, 0)])
def test_a_heading_is_short(length: int, found: int) -> None:
    line = ("Rural Post Offices " * 9)[: length - 1] + "x"
    assert len(texts_of(transcript_of(line), Kind.HEADING)) == found


@pytest.mark.parametrize(("turns", "found"), [(14, 1), (13, 0)])
def test_a_few_paragraphs_show_no_heading(turns: int, found: int) -> None:
    speeches = "\n\n".join(SPEECHES.split("\n\n")[:turns])
    transcript = transcript_of("Rural Post Offices", speeches)
    assert len(transcript.turns) == turns + 1
    assert len(texts_of(transcript, Kind.HEADING)) == found


def labelled(lines: list[str]) -> dict[int, Label]:
    return {i: Label(8, (0, 7), None) for i, line in enumerate(lines) if ":" in line}


def test_many_headings_take_linear_time() -> None:
    lines = ["Ann Roe: So.", "", "Rural Post Offices", "", "Ann Roe: So.", ""] * 6_000
    found = headings_before_labels(lines, labelled(lines), Conventions().load("generic"))
    assert len(found) == 6_000


def test_many_names_alone_take_linear_time() -> None:
    lines = ["Ann Roe: So.", "", "Ann Roe", "", "It is.", ""] * 6_000
    found = [*without_delimiter(lines, labelled(lines), Conventions().load("generic"))]
    assert len(found) == 5_999


def test_where_speech_has_no_stops_nothing_shows_a_heading() -> None:
    careless = SPEECHES.replace("3.", "3").replace("5.", "5")
    assert texts_of(transcript_of("Rural Post Offices", careless), Kind.HEADING) == []


def test_a_line_behind_half_a_sentence_goes_on_with_it() -> None:
    half = SPEECHES.removesuffix("?") + " so, said"
    assert texts_of(transcript_of("Rural Post Offices", half), Kind.HEADING) == []


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("The House divided.", "break"),
        ("Proceedings suspended from 10:29 to 10:46", "break"),
        ("Meeting suspended.", "break"),
        ("The Dáil adjourned at 9 p.m. until 9.30 a.m. on Wednesday, 5 March 2014.", "break"),
        ("Sitting suspended at 1.05 p.m. and resumed at 2.05 p.m.", "break"),
        ("Question put and agreed to.", "vote"),
        ("Amendment 110 withdrawn.", "vote"),
        ("Ayes ...................... 83", "vote"),
        ("Schluss der Sitzung: 17.23 Uhr", "break"),
        ("La séance est suspendue à quinze heures, est reprise à seize heures.", "break"),
        ("Sluiting 12.40 uur.", "break"),
        ("La seduta termina alle 13,10.", "break"),
        ("Se levanta la sesión a las once de la mañana.", "break"),
    ],
)
def test_what_a_record_tells_is_no_speech(line: str, type_: str) -> None:
    told = [block.event for block in transcript_of(line).of_kind(Kind.STAGE)]
    assert [event.type for event in told if event] == [type_]


@pytest.mark.parametrize(
    "line",
    [
        "The House rose to applaud him.",
        "The committee divided the money among us.",
        "Question put that way, I agree.",
        "The House adjourned before we could vote on it.",
        "This transcript is wrong.",
        "La séance est ouverte.",
        "Se abre la sesión.",
    ],
)
def test_what_is_said_of_a_house_is_speech(line: str) -> None:
    assert line in texts_of(transcript_of(line), Kind.SPEECH)


@pytest.mark.parametrize(
    "line", ["Transcribed by https://otter.example", "END", "This transcript was typed by Bo."]
)
def test_who_made_a_transcript_is_no_speech(line: str) -> None:
    assert line in texts_of(transcript_of(line), Kind.EDITORIAL)


@pytest.mark.parametrize("line", ["12.00 hrs.", "10.54 a.m.", "(11.32 am)"])
def test_the_times_of_day_alone_are_no_speech(line: str) -> None:
    assert (
        texts_of(transcript_of(f"{line}\n\nBob Low: Yes.\n\n{line}"), Kind.FURNITURE) == [line] * 2
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["ROADS OF THE NORTH", "Vote No 38 - Roads:"],
        ["23.3014", "Motion Roe. Boats on trains"],
    ],
)
def test_some_lines_are_headings_beside_another(lines: list[str]) -> None:
    assert texts_of(transcript_of("\n".join(lines)), Kind.HEADING) == lines


def test_a_note_in_brackets_may_follow_a_heading() -> None:
    assert texts_of(transcript_of("ROADS AND BOATS\n\n(Debate)"), Kind.HEADING) == [
        "ROADS AND BOATS"
    ]
