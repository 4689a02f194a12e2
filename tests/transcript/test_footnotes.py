"""Footnotes behind the last turn are notes of the record: nobody speaks them."""

from __future__ import annotations

import pytest

from edition.transcript.model import Event, Kind, Transcript
from edition.transcript.reader import read

MEETING = """\
Meeting of the harbour board

Aberdeen, 4 February 1998

Anna Bell: The first matter is the crane.{0} We had it from Leith.

Tom Muir: It has been broken since Easter,{1} and nobody has come.

Anna Bell: Who was to come?

Tom Muir: The firm that built it.
"""
PAGE = (
    '<html lang="en"><body><h1>Town meeting</h1><p>12 May 2019, Ludlow</p>'
    "<p><b>Anna Adler:</b> Good evening.{}</p><p><b>Ben Brand:</b> Thanks to all of you.</p>"
    "<p><b>Anna Adler:</b> Bye.</p><p><b>Ben Brand:</b> Goodbye now.</p>{}</body></html>"
)


def noted(transcript: Transcript) -> list[str]:
    return [block.text for block in transcript.of_kind(Kind.EDITORIAL)]


def codes(transcript: Transcript) -> set[str]:
    return {finding.code for finding in transcript.diagnostics}


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        (("[1]", "[2]"), ["[1] Built in 1921.", "[2] On 30 March."]),
        (("*", "**"), ["* Built in 1921.", "** On 30 March."]),
        (("*", "†"), ["*Built in 1921.", "† On 30 March."]),
        (("1", "2"), ["1. Built in 1921.", "2. On 30 March."]),
        (("1", "2"), ["1 Built in 1921.", "2 On 30 March."]),
        (("¹", "²"), ["¹ Built in 1921.", "² On 30 March."]),
        (("", ""), ["Notes", "1. Built in 1921.", "2) On 30 March."]),
        (("[1]", "[2]"), ["[1] Built in 1921.", "It is old.", "[2] On 30 March."]),
    ],
)
def test_notes_behind_the_last_turn_are_spoken_by_nobody(
    marks: tuple[str, str], notes: list[str]
) -> None:
    text = MEETING.format(*marks) + "".join(f"\n{note}\n" for note in notes)
    found = read(text.encode(), "board.txt")
    assert noted(found) == notes
    assert "T049" in codes(found)


@pytest.mark.parametrize(
    "points",
    [
        ["1. The harbour.", "2. The road."],
        ["[1] The harbour.", "[2] The road."],
        ["* The harbour.", "* The road."],
        ["Notes are here.", "1. The harbour."],
    ],
)
def test_points_that_somebody_reads_out_stay_speech(points: list[str]) -> None:
    text = MEETING.format("", "") + "".join(f"\n{point}\n" for point in points)
    found = read(text.encode(), "board.txt")
    assert noted(found) == []
    assert "T049" not in codes(found)


def test_a_list_of_points_is_none_of_notes_where_one_has_no_reference() -> None:
    text = MEETING.format("1", "") + "\n1. The harbour.\n\n2. The road.\n"
    assert noted(read(text.encode(), "board.txt")) == []


def test_a_word_in_italics_refers_to_no_note() -> None:
    text = MEETING.format(" It is *old*.", "") + "\n* The harbour.\n"
    assert noted(read(text.encode(), "board.md")) == []


def test_a_footnote_of_markdown_is_a_note() -> None:
    text = MEETING.format("[^1]", "") + "\n[^1]: Built in 1921.\n"
    assert noted(read(text.encode(), "board.md")) == ["[^1]: Built in 1921."]


@pytest.mark.parametrize(
    ("reference", "note", "words"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> It was.</p>',
            "[1] It was.",
        ),
        (
            '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>',
            '<ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> It was.</li></ol>',
            "^ It was.",
        ),
        ('<sup><a href="#f1">1</a></sup>', '<p id="f1">1. It was.</p>', "1. It was."),
        ("<sup>1</sup>", "<hr><p><sup>1</sup> It was.</p>", "1 It was."),
        (
            '<sup id="r1"><a href="#n1">1</a></sup>',
            '<div id="n1"><p>It was. <a href="#r1">back</a></p></div>',
            "It was. back",
        ),
    ],
)
def test_a_note_of_a_page_is_known_by_its_links(reference: str, note: str, words: str) -> None:
    assert noted(read(PAGE.format(reference, note).encode(), "page.html")) == [words]


def test_a_paragraph_to_which_somebody_refers_is_no_note() -> None:
    link = ' See point <a href="#s1">1</a> below.'
    page = PAGE.format(link, '<p id="s1">1. The harbour.</p>')
    assert noted(read(page.encode(), "page.html")) == []


def test_a_remark_of_the_editors_between_turns_is_spoken_by_nobody() -> None:
    remark = "\nNote: the chair left.\n\nAnna Bell: Who"
    text = MEETING.format("", "").replace("\nAnna Bell: Who", remark)
    found = read(text.encode(), "board.txt")
    assert noted(found) == ["Note: the chair left."]
    assert "T048" in codes(found)


def test_a_point_that_its_speaker_goes_on_about_is_no_remark() -> None:
    goes_on = "\nNote: it is old.\n\nNobody mends it.\n\nAnna Bell: Who"
    text = MEETING.format("", "").replace("\nAnna Bell: Who", goes_on)
    assert noted(read(text.encode(), "board.txt")) == []


@pytest.mark.parametrize(
    "told",
    [
        "(The meeting rose at 1 p.m.)",
        "[The sitting was suspended at 11.15 and resumed at 11.40.]",
    ],
)
def test_what_a_record_tells_in_brackets_is_the_same_event_as_without(told: str) -> None:
    text = f"{MEETING.format('', '')}\n{told}\n"
    (stage,) = read(text.encode(), "board.txt").of_kind(Kind.STAGE)
    assert stage.event == Event("incident", "break")


PAGED = """\
Interview no. 17
6 June 1994

Amos: Can you tell me where you were born, and in what year that was?

Brand: In Dock Street, in 1921. There were nine of us in the house, and a lodger
who slept under the stairs. We went down to the quay{0} before school, and if it
was a good morning there was a penny for carrying a basket up to the sheds of the
{1}
women, who gave us tea.

Amos: When did you first go to sea, and with whom, and on which of the boats?

Brand: At fourteen. The first trip I was sick for eleven days and on the twelfth
I was not, and never again in all the forty years that I went out from that quay.

Amos: Thank you.

Brand: Thank you.
"""
FEET = {
    "rule": "________\n{0} Opened in 1935 for the boats\nthat fish inshore.\n\n            3\n",
    "rule alone": "--------\n{0} Opened in 1935 for the boats\nthat fish inshore.\n",
    "page alone": "\n{0} Opened in 1935 for the boats\nthat fish inshore.\n\n                  3\n",
}


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("mark", ["¹", "[1]", "*"])
def test_a_note_at_the_foot_of_a_page_does_not_end_the_paragraph(foot: str, mark: str) -> None:
    found = read(PAGED.format(mark, FEET[foot].format(mark)).encode(), "interview.txt")
    said = next(block for block in found.blocks if block.text.startswith("Brand: In Dock"))
    assert said.text.endswith("gave us tea.")
    notes = [said.text[span.start : span.end] for span in said.spans if span.kind == "editorial"]
    assert notes == [f"{mark} Opened in 1935 for the boats\nthat fish inshore."]
    assert len(found.turns) == 6
    assert "T049" in codes(found)


@pytest.mark.parametrize(
    ("mark", "foot"),
    [
        ("", "________\n¹ Opened in 1935 for the boats.\n"),
        ("1", "\n1 Opened in 1935 for the boats.\n\n                  3\n"),
        ("¹", "\n¹ Opened in 1935 for the boats.\n"),
    ],
    ids=["not referred to", "a number and no rule", "neither rule nor number of a page"],
)
def test_without_a_sign_what_stands_in_a_paragraph_is_no_note(mark: str, foot: str) -> None:
    found = read(PAGED.format(mark, foot).encode(), "interview.txt")
    spans = {span.kind for block in found.blocks for span in block.spans}
    assert noted(found) == []
    assert "editorial" not in spans


def test_a_note_between_two_turns_stands_there_in_one_piece() -> None:
    note = "________\n¹ The firm of Orr and Sons, which had built\nthe other crane.\n\n"
    text = MEETING.format("¹", "").replace("Anna Bell: Who", f"{note}Anna Bell: Who")
    found = read(text.encode(), "board.txt")
    assert noted(found) == ["¹ The firm of Orr and Sons, which had built\nthe other crane."]
    assert len(found.turns) == 4
