"""Records of the Congress of the United States: traps of labels, and what is no speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

DATA = Path(__file__).parent.parent / "data"
RECORD = DATA / "congressional-record.txt"
HEARING = DATA / "congressional-hearing.txt"


@pytest.fixture(scope="module")
def record() -> Transcript:
    return read(RECORD.read_bytes(), RECORD.name)


@pytest.fixture(scope="module")
def hearing() -> Transcript:
    return read(HEARING.read_bytes(), HEARING.name)


def labels_of(transcript: Transcript) -> list[str]:
    return [b.text[: b.label.end].strip() for b in transcript.blocks if b.label is not None]


def names_of(transcript: Transcript) -> list[str]:
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    return [names[turn.speaker or ""] for turn in transcript.turns]


def texts_of(transcript: Transcript, kind: Kind) -> list[str]:
    return [" ".join(block.text.split()) for block in transcript.of_kind(kind)]


def labels_in(body: str, convention: str) -> list[str]:
    return labels_of(read(body.encode(), "x.txt", convention))


def test_both_are_known_by_their_print(record: Transcript, hearing: Transcript) -> None:
    assert (record.convention, hearing.convention) == (
        "congressional-record",
        "congressional-hearing",
    )


def test_an_office_in_capitals_is_a_label_whoever_holds_it(record: Transcript) -> None:
    offices = [label for label in labels_of(record) if label.startswith("The")]
    assert offices == [
        "The PRESIDING OFFICER (Mrs. Day).",
        "The PRESIDING OFFICER.",
        "The PRESIDING OFFICER (Mrs. Day).",
    ]


def test_a_state_tells_namesakes_apart(record: Transcript, hearing: Transcript) -> None:
    assert {"BROWN of Ohio", "BROWN of Oregon"} <= set(names_of(record))
    assert names_of(hearing)[3:7] == ["Smith of Ohio", "Smith of Maine", "Ward", "Smith of Maine"]


def test_one_member_with_several_titles_is_one_person() -> None:
    body = "    Chairman Levin. Yes.\n    Senator Levin. No.\n    Mr. Levin. Yes.\n"
    transcript = read(body.encode(), "x.txt", "congressional-hearing")
    assert len(transcript.speakers) == 1


def test_a_general_is_not_a_member_of_the_same_name() -> None:
    body = "    General Jones. Yes.\n    Mr. Jones. No.\n"
    transcript = read(body.encode(), "x.txt", "congressional-hearing")
    assert len(transcript.speakers) == 2


def test_a_double_name_is_not_the_name_that_it_ends_in() -> None:
    body = "  Ms. JACKSON LEE. Yes, it is.\n  Mr. LEE. No, it is not.\n"
    transcript = read(body.encode(), "x.txt", "congressional-record")
    assert len(transcript.speakers) == 2


@pytest.mark.parametrize(
    "line",
    [
        "  Mr. Adler. This name is not in capitals.",
        "  Mr. President. I rise to speak of bridges.",
        "  The Presiding Officer. This office is not in capitals.",
        "Mr. ADLER. This line is not indented.",
        "  By Mr. ADLER (for himself and Mr. BROWN):",
    ],
)
def test_no_label_of_the_record(line: str) -> None:
    assert labels_in(f"  Mr. DAY. Yes.\n{line}\n", "congressional-record") == ["Mr. DAY."]


@pytest.mark.parametrize(
    "line",
    [
        "    Mr. Chairman. I move that we adjourn.",
        "    The committee. It was founded long ago.",
        "      Questions submitted by Senator Day for Alison A. Minea",
        "    Mr. Spence (for himself and Mr. Day) introduced the following bill.",
    ],
)
def test_no_label_of_a_hearing(line: str) -> None:
    body = f"    Mr. King. Yes.\n{line}\n    Lieutenant General Ward. No.\n"
    labels = ["Mr. King.", "Lieutenant General Ward."]
    assert labels_in(body, "congressional-hearing") == labels


def test_what_the_clerk_reads_is_nobodys_speech(record: Transcript) -> None:
    assert texts_of(record, Kind.PROSE) == [
        "The Senator from Washington [Mr. Adler], proposes an amendment numbered 7:",
        "Strike ``rust'' and insert ``repair''. Mr. Adler. Is it clear that this is no label?",
    ]


def test_the_record_tells_what_happens(record: Transcript) -> None:
    assert texts_of(record, Kind.STAGE) == [
        "There was no objection.",
        "The amendment (No. 7) was agreed to.",
    ]


def test_a_prepared_statement_is_nobodys_speech(hearing: Transcript) -> None:
    assert "Members of the committee, this statement was written and is spoken by nobody." in (
        texts_of(hearing, Kind.PROSE)
    )


def test_nobody_speaks_after_the_hearing_without_a_label(hearing: Transcript) -> None:
    end = next(b.line for b in hearing.of_kind(Kind.STAGE) if "Whereupon" in b.text)
    label = next(b.line for b in hearing.blocks if b.line > end and b.label is not None)
    assert all(block.turn is None for block in hearing.blocks if end < block.line < label)


def test_items_of_a_list_are_not_one_paragraph(hearing: Transcript) -> None:
    assert [text[:3] for text in texts_of(hearing, Kind.SPEECH)[-2:]] == ["(1)", "(2)"]


def test_a_centred_heading_of_two_lines_is_one(hearing: Transcript) -> None:
    assert texts_of(hearing, Kind.HEADING) == [
        "STATEMENT OF JANE ADLER, ENGINEER, BRIDGE OFFICE OF THE CITY OF BALTIMORE",
        "A P P E N D I X",
        "Costs of the Bridges",
    ]


def test_a_bracket_is_no_part_of_the_paragraph_before(hearing: Transcript) -> None:
    assert "[Laughter.]" in texts_of(hearing, Kind.STAGE)


OFFICER = """\
  The PRESIDING OFFICER. Who yields time?
  Mr. ADLER. I do.
  The PRESIDING OFFICER (Mrs. Day). The clerk will report.
  Mr. ADLER. I thank the Chair.
  The PRESIDING OFFICER. Without objection, it is so ordered.
  Mr. ADLER. I suggest the absence of a quorum.
  The legislative clerk proceeded to call the roll.
  The PRESIDING OFFICER. The Senate will be in order.
  The PRESIDING OFFICER (Mr. King). Without objection.
  Mr. ADLER. I yield the floor.
  The PRESIDING OFFICER. The Senator yields the floor.
"""


def test_an_office_is_whoever_it_was_printed_with_until_the_roll_is_called() -> None:
    transcript = read(OFFICER.encode(), "x.txt", "congressional-record")
    office = [turn.speaker for turn in transcript.turns if turn.speaker != "adler"]
    assert office == ["presidingofficer ", "day", "day", "presidingofficer ", "king", "king"]


def test_whose_an_office_is_that_several_hold_is_told() -> None:
    transcript = read(OFFICER.encode(), "x.txt", "congressional-record")
    inferred = [turn.line for turn in transcript.turns if turn.inferred == "held"]
    told = [found.line for found in transcript.diagnostics if found.code == "T045"]
    assert (inferred, told) == ([5, 11], [5, 11])


def test_whose_an_office_is_that_one_person_holds_needs_no_telling() -> None:
    alone = "".join(OFFICER.splitlines(keepends=True)[:6])
    transcript = read(alone.encode(), "x.txt", "congressional-record")
    assert [turn.speaker for turn in transcript.turns][4] == "day"
    assert [turn.inferred for turn in transcript.turns] == [""] * 6
