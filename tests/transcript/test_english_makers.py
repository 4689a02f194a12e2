"""Makers who print in English: Hansard, press briefings, the United Nations, voices from space."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

DATA = Path(__file__).parent.parent / "data"
MAKERS = ("hansard", "press-briefing", "united-nations", "air-to-ground")


def transcript_of(maker: str) -> Transcript:
    return read((DATA / f"{maker}.txt").read_bytes(), f"{maker}.txt")


def labels_of(transcript: Transcript) -> list[str]:
    return [b.text[: b.label.end].strip() for b in transcript.blocks if b.label is not None]


def labels_in(body: str, convention: str) -> list[str]:
    return labels_of(read(body.encode(), "x.txt", convention))


def speakers_in(body: str, convention: str) -> list[str | None]:
    return [turn.speaker for turn in read(body.encode(), "x.txt", convention).turns]


def texts_of(transcript: Transcript, *kinds: Kind) -> list[str]:
    return [block.text for block in transcript.blocks if block.kind in kinds]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_maker_is_known_by_its_print(maker: str) -> None:
    assert transcript_of(maker).convention == maker


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("4. Mr. Dykes asked the Secretary of State how.", "4. Mr. Dykes"),
        ("The Under-Secretary of State (Mr. David Hunt): Yes.", "(Mr. David Hunt):"),
        ("The Secretary of State for Energy (John Brand): Yes.", "(John Brand):"),
        ("Mr. Deputy Speaker: Order.", "Mr. Deputy Speaker:"),
        ("Lord Smith of Clifton: My Lords, no.", "Lord Smith of Clifton:"),
        ("Q1. [901234] Jim Brand (Strangford) (DUP): Why?", "(DUP):"),
        ("Hon. Members: Oh!", "Hon. Members:"),
        ("The Earl of Selborne: My Lords, yes.", "The Earl of Selborne:"),
        ("THE LORD CHANCELLOR (THE EARL OF HALSBURY): No.", "(THE EARL OF HALSBURY):"),
        ("MR. GLADSTONE said, he did not agree.", "MR. GLADSTONE"),
    ],
)
def test_labels_of_hansard(line: str, label: str) -> None:
    found = labels_in(f"House of Commons\n\nMr. Adler: Yes.\n\n{line}\n", "hansard")
    assert len(found) == 2
    assert found[1].endswith(label)


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Dykes said that he would come, and he did.",
        "My question is: when?",
        "The report states: it is late.",
        "Column 27: it says so.",
    ],
)
def test_no_label_of_hansard(line: str) -> None:
    assert labels_in(f"House of Commons\n\nMr. Adler: Yes.\n\n{line}\n", "hansard") == [
        "Mr. Adler:"
    ]


def test_the_name_in_brackets_is_the_office_holders() -> None:
    body = "The Secretary of State (Mr. Hunt): Yes.\n\nMr. Day: No.\n\nMr. Hunt: Yes.\n"
    first, _, last = speakers_in(body, "hansard")
    assert first == last


def test_an_earl_is_named_with_his_title() -> None:
    body = (
        "THE LORD PRIVY SEAL (THE EARL OF CREWE): Yes.\n\nLORD DAY: No.\n\n"
        "THE EARL OF CREWE: Yes.\n"
    )
    transcript = read(body.encode(), "x.txt", "hansard")
    assert [speaker.name for speaker in transcript.speakers] == ["EARL OF CREWE", "LORD DAY"]


def test_who_rises_does_not_speak() -> None:
    body = "Mr. Day: Yes.\n\nMr. Graham Allen (Leeds, North) rose—\n\nMr. Brand: No.\n"
    transcript = read(body.encode(), "x.txt", "hansard")
    assert texts_of(transcript, Kind.STAGE) == ["Mr. Graham Allen (Leeds, North) rose—"]


def test_nobody_speaks_after_a_division() -> None:
    transcript = transcript_of("hansard")
    assert texts_of(transcript, Kind.PROSE) == ["Adler, Mr. A."]


def test_what_is_debated_is_a_heading() -> None:
    assert texts_of(transcript_of("hansard"), Kind.HEADING) == ["Ferries", "AYES"]


@pytest.mark.parametrize("gap", ["    ", "  ", " ", "\u00a0\u00a0 ", "\t"])
def test_a_question_at_a_briefing_has_no_colon_and_no_name(gap: str) -> None:
    body = f"MR. CARNEY:  Yes.\n\nQ{gap}Jay, two things: why?\n\nMR. CARNEY:  No.\n"
    assert labels_in(body, "press-briefing") == ["MR. CARNEY:", "Q", "MR. CARNEY:"]
    assert speakers_in(body, "press-briefing")[1] is None


@pytest.mark.parametrize("line", ["Question one is: the cost.", "Quiet, please.", "QE2 is a ship."])
def test_no_label_of_a_briefing(line: str) -> None:
    assert labels_in(f"MR. CARNEY:  Yes.\n\n{line}\n", "press-briefing") == ["MR. CARNEY:"]


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("PRIME MINISTER CAMERON:", ["MR. CARNEY", "CAMERON"]),
        ("JOSH EARNEST:", ["MR. CARNEY", "JOSH EARNEST"]),
        ("SENIOR ADMINISTRATION OFFICIAL:", ["MR. CARNEY"]),
        ("REPORTER:", ["MR. CARNEY"]),
    ],
)
def test_who_speaks_at_a_briefing(label: str, names: list[str]) -> None:
    transcript = read(f"MR. CARNEY:  Yes.\n\n{label}  No.\n".encode(), "x.txt", "press-briefing")
    assert labels_of(transcript) == ["MR. CARNEY:", label]
    assert [speaker.name for speaker in transcript.speakers] == names


def test_an_audience_is_no_person() -> None:
    speakers = transcript_of("press-briefing").speakers
    assert [speaker.name for speaker in speakers if speaker.collective] == ["AUDIENCE"]


def test_the_end_of_a_briefing_is_no_speech() -> None:
    transcript = transcript_of("press-briefing")
    assert texts_of(transcript, Kind.TRAILER, Kind.CLOSING) == ["END", "1:10 P.M. EST"]


def test_a_time_after_noon_is_of_the_afternoon() -> None:
    lines = [b.dateline.time for b in transcript_of("press-briefing").blocks if b.dateline]
    assert lines == ["", "12:45:00", "13:10:00"]


def test_the_state_of_a_speaker_is_no_part_of_the_name() -> None:
    names = {speaker.name for speaker in transcript_of("united-nations").speakers}
    assert {"Mrs. Day", "Archbishop King", "President", "Acting President"} <= names


def test_a_numbered_paragraph_may_begin_a_turn() -> None:
    assert "84. The President:" in labels_of(transcript_of("united-nations"))


def test_what_the_meeting_does_is_no_speech() -> None:
    assert "The meeting rose at 1.10 p.m." in texts_of(transcript_of("united-nations"), Kind.STAGE)


def test_two_speak_under_one_time_stamp() -> None:
    transcript = transcript_of("air-to-ground")
    assert labels_of(transcript)[2:4] == ["CC:", "CDR:"]
    assert len(texts_of(transcript, Kind.FURNITURE)) == 7


def test_two_at_one_station_are_two() -> None:
    body = (
        "[-00:01:57:00]\nКедр: Как слышите?\n\nЗаря 1 (Каманин): Хорошо.\n\n"
        "Кедр: Да.\n\nЗаря 1 (Королев): Понял.\n_comment: Кедр: (не слышал)\n"
    )
    speakers = speakers_in(body, "air-to-ground")
    assert [speakers.index(speaker) for speaker in speakers] == [0, 1, 0, 3]


TRIAL = """ANN LEE was indicted for stealing, on the 3d of May, a hat.

JOHN ROOK. I keep a shop. {}

Court. Where was the hat?

Rook. On a nail.

Nothing. It was never found, and nobody has seen it since.

Prisoner. I know nothing of it.

Court. Have you any witness?

Prisoner. I have not.
"""


def test_a_last_name_is_a_label_where_the_full_name_is_one() -> None:
    transcript = read(TRIAL.format("").encode(), "x.txt")
    assert transcript.convention == "trial"
    labels = [b.text[: b.label.end] for b in transcript.blocks if b.label is not None]
    assert labels == ["JOHN ROOK.", "Court.", "Rook.", "Prisoner.", "Court.", "Prisoner."]
    assert transcript.turns[0].speaker == transcript.turns[2].speaker


def test_whoever_is_called_in_capitals_answers() -> None:
    transcript = read(TRIAL.format("\n\nQ. Why?\n\nA. I sell hats.").encode(), "x.txt")
    asked, answered = transcript.turns[1:3]
    assert (asked.speaker, answered.speaker) == (None, transcript.turns[0].speaker)
    assert answered.inferred == "examination"


def test_a_paragraph_over_two_lines_is_no_heading() -> None:
    body = (
        "The President: I thank you.\n\nWe have learned that people give up their guns when they\n"
        "trust their police. No more is needed.\n\nSmall arms in the lake basin\n\n"
        "Report of the Secretary-General on the work\nof the Organization\n\n"
        "The President: We go on.\n"
    )
    headings = texts_of(read(body.encode(), "x.txt", "united-nations"), Kind.HEADING)
    assert headings == [
        "Small arms in the lake basin",
        "Report of the Secretary-General on the work",
        "of the Organization",
    ]
