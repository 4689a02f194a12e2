"""Questions and answers of one examination in one paragraph: "214. Where?—Here."."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

EVIDENCE = """MINUTES OF EVIDENCE

Mr. JOHN HARRIS called and examined.

211. (Chairman.) You are a fisherman at Grimsby?—Yes, for thirty years.
212. And you own your boat?—I own half of her.
213. What does she bring in?—About 4l. in a good week.
214. (Mr. Gedge.) Do you mean for both of you?—Yes; for both.
215. Tell us of a bad week.—Nothing at all comes in.
216. (Chairman.) Is there anything you wish to add?—Only that the harbour wants a light.

The witness withdrew.
"""
WRAPPED = """MINUTES OF EVIDENCE

JOHN HARRIS, Esq., called in; and Examined.

511. Mr. Gedge.] You have, I think, been the master of the harbour of
Grimsby for many years?—I have been the master of that harbour since
the year of the great storm, and my father was it before me.

512. And the light was not there then?—There was no light at all on
the northern side, nor was there any on the southern side.

513. Has there been one since?—Never; the money was always wanted for
some other thing.

514. Sir H. Pole.] Who had the money?—The town had it, Sir Henry, as
far as I know.
"""


def turns_of(text: str) -> tuple[Transcript, list[tuple[int, str | None]]]:
    """The transcript in *text*, and the line and speaker of each of its turns."""
    transcript = read(text.encode(), "x.txt")
    assert transcript.rebuild() == text
    return transcript, [(turn.line, turn.speaker) for turn in transcript.turns]


def test_the_answer_behind_a_question_is_a_turn_of_the_witness() -> None:
    transcript, turns = turns_of(EVIDENCE)
    assert transcript.convention == "generic"
    chair, gedge, harris = "chairman ", "gedge", "johnharris"
    asking = [chair, chair, chair, gedge, gedge, chair]
    assert turns == [(line, who) for line, asks in enumerate(asking, 5) for who in (asks, harris)]
    said = [block.text[block.label.end :] for block in transcript.blocks if block.label]
    assert said[8:10] == ["Tell us of a bad week.", "Nothing at all comes in."]
    assert transcript.blocks[-2].turn is None  # "The witness withdrew."
    edition.encode(transcript)


def test_questions_go_on_over_lines() -> None:
    _, turns = turns_of(WRAPPED)
    harris = "johnharris"
    assert [who for _, who in turns] == ["gedge", harris] * 3 + ["hpole", harris]
    assert [line for line, _ in turns] == [5, 6, 9, 9, 12, 12, 15, 15]


@pytest.mark.parametrize("old", ["(Chairman.) ", "(Mr. Gedge.) "])
def test_who_is_not_named_is_nobody(old: str) -> None:
    _, turns = turns_of(EVIDENCE.replace(old, "").replace("Mr. JOHN HARRIS called", "A man called"))
    asks = {who for _, who in turns[::2]}
    assert None in {who for _, who in turns[1::2]}
    assert asks <= {None, "chairman ", "gedge"}


def test_q_and_a_run_in_are_two_people() -> None:
    asked = "Q. Where do you live, sir?—A. In Boston.\n"
    _, turns = turns_of("TESTIMONY\n\nJOHN HARRIS, sworn and examined.\n\n" + asked * 5)
    assert len(turns) == 10
    assert {who for _, who in turns[1::2]} == {"johnharris"}


@pytest.mark.parametrize("text", [EVIDENCE, WRAPPED, EVIDENCE.replace("?—", "? — ")])
def test_what_is_printed_in_one_line_is_as_its_source(text: str) -> None:
    document = edition.parse(edition.encode(read(text.encode(), "x.txt")), "x.xml")
    found = edition.check(document, source=text.encode(), source_name="x.txt")
    assert [it for it in found if it.severity is edition.Severity.ERROR] == []
    spoilt = text.replace(" for ", " of ")
    told = edition.check(document, source=spoilt.encode(), source_name="x.txt")
    assert [it.code for it in told if it.code.startswith("F0") and it.code != "F009"]


def test_a_further_question_in_an_answer_is_told() -> None:
    text = EVIDENCE.replace("Yes; for both.", "Yes. And for a third?—No, never.")
    transcript = read(text.encode(), "x.txt")
    (told,) = [it for it in transcript.diagnostics if it.code == "T066"]
    assert (told.line, told.excerpt.startswith("—No, never.")) == (8, True)
    assert not [it for it in read(EVIDENCE.encode(), "x.txt").diagnostics if it.code == "T066"]


@pytest.mark.parametrize("space", ["\u2028", "\x85", "\u3000", "\u2003"])
def test_white_space_before_a_label_is_no_title(space: str) -> None:
    chair = f"{space}\U0001d4b3  The Chair (Hon. Ann Roe (Crewe, GREENS)): Order."
    text = f"{chair}\nQ. Were you there?—I was.{chair}\n{chair[4:]}\n"
    assert read(text.encode(), "x.txt").rebuild() == text
