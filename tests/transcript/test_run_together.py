"""Text whose paragraphs are run together: labels in mid-line begin turns, and nothing is lost."""

from __future__ import annotations

import re

import pytest

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

TALK = (
    "President of Russia Vladimir Putin: Mr Orlov, good afternoon. I know how long the way was, "
    "and how bad the road. Pavel Orlov: Good afternoon, Mr President. There are three things: "
    "roads, schools and water. First: the roads are bad. Vladimir Putin: How bad? Pavel Orlov: "
    "Very bad. <…> Vladimir Putin: Thank you."
)
SPEAKERS = ["vladimirputin", "pavelorlov", "vladimirputin", "pavelorlov", "vladimirputin"]


def transcript_of(text: str, convention: str | None = None) -> Transcript:
    return read(text.encode(), "flat.txt", convention)


@pytest.mark.parametrize("convention", ["kremlin", "generic", None])
def test_labels_in_mid_line_begin_turns(convention: str | None) -> None:
    text = f"Meeting with Pavel Orlov\n\n{TALK}\n"
    transcript = transcript_of(text, convention)
    assert [turn.speaker for turn in transcript.turns] == SPEAKERS
    assert {turn.line for turn in transcript.turns} == {3}
    assert transcript.rebuild() == text


def test_a_speaker_whom_the_title_names_needs_to_speak_but_once() -> None:
    talk = TALK.replace("Pavel Orlov: Very bad.", "Why?")
    transcript = transcript_of(f"Meeting with Pavel Orlov\n\n{talk}\n", "kremlin")
    assert [turn.speaker for turn in transcript.turns] == SPEAKERS[:3] + SPEAKERS[4:]


def test_a_tooltip_pasted_into_a_label_is_no_part_of_the_name() -> None:
    talk = TALK.replace("Pavel Orlov: Good", "Mayor Pavel Orlov Orlov PavelMayor of Ashby : Good")
    transcript = transcript_of(f"Meeting with Pavel Orlov\n\n{talk}\n", "kremlin")
    assert [turn.speaker for turn in transcript.turns] == SPEAKERS


def test_a_paragraph_is_not_cut_where_labels_begin_lines() -> None:
    long = "It is so. He wrote a book. Anna Li: The Mill. It sold well. " * 5
    text = f"Talk\n\nAnna Li: {long}\n\nBob Orr: Why? I ask.\n\nAnna Li: No.\n\nBob Orr: Yes.\n"
    transcript = transcript_of(text.replace("Anna Li: The Mill. It", "The Mill. It", 4))
    assert [turn.line for turn in transcript.turns] == [3, 5, 7, 9]


def test_initials_and_forms_of_address_end_no_sentence() -> None:
    talk = (
        "A. B. Orr: I have waited for a long time, Mr. Li: ten years. Do you know what that is? "
        "Mr. Li: I do. I have waited as long as you. A. B. Orr: Then let us begin with the list "
        "of 1994. Mr. Li: Very well. It is long."
    )
    transcript = transcript_of(f"Talk\n\n{talk}\n")
    labels = [block.text[: block.label.end] for block in transcript.blocks if block.label]
    assert labels == ["A. B. Orr:", "Mr. Li:", "A. B. Orr:", "Mr. Li:"]


def test_the_tei_of_run_together_text_has_every_turn() -> None:
    tei = edition.encode(transcript_of(f"Meeting with Pavel Orlov\n\n{TALK}\n", "kremlin"))
    assert tei.count(b"<u ") == len(SPEAKERS)


def test_names_stand_in_the_turn_in_which_they_are_said() -> None:
    talk = TALK.replace("How bad?", "In Paris?").replace("Very bad.", "In London.")
    transcript = transcript_of(f"Meeting with Pavel Orlov\n\n{talk}\n", "kremlin")
    tei = edition.encode(transcript, naming=edition.name(transcript)).decode()
    paragraphs = re.findall("<seg [^>]*>(.*?)</seg>", tei)
    named = [re.findall("<placeName [^>]*>(\\w+)</", paragraph) for paragraph in paragraphs]
    assert named == [[], [], ["Paris"], ["London"], []]
