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
