"""Paragraphs that begin with the name of a speaker, and not with the sign of labels, are told."""

from __future__ import annotations

import pytest

from edition.transcript.model import Transcript
from edition.transcript.reader import read

COLONS = (
    "Mr Roe: Good morning.\n\nMrs Poe: Yes.\n\nMr Roe: Well?\n\nMrs Poe: No.\n\nMr Noe: So.\n\n"
)
BOLD = "**Sam Keogh:** Where?\n\n**Ann Bell:** Here.\n\n" * 2 + "**Sam Keogh:** When?\n\n"
STOPS = (
    "Mme la présidente. La séance est ouverte.\n\nM. Paul Dumont. Bien ! (Applaudissements sur "
    "les bancs du groupe Avenir.)\n\nMme la présidente. Merci.\n\n"
)


def told(text: str, name: str = "board.txt") -> tuple[Transcript, list[int]]:
    transcript = read(text.encode(), name)
    found = [one.line for one in transcript.diagnostics if one.code == "T025"]
    assert set(found) <= set(transcript.doubted_labels)
    return transcript, found


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mrs Poe; fine.",
        "Mrs Poe. Fine, too.",
        "Mrs Poe - I agree.",
        "Mrs Poe – I agree.",
        "Mr Roe. – “I agree.”",
        "Mrs Poe\n\nWe close.",
        "Mrs Poe\nWe close.",
    ],
)
def test_a_speaker_s_name_and_another_sign_is_told(paragraph: str) -> None:
    text = f"The Board\n\n{COLONS}{paragraph}\n\nMr Noe: Then we close.\n"
    transcript, found = told(text)
    assert found == [13]
    assert len(transcript.turns) == 6


def test_it_is_told_in_markdown_and_behind_a_stop() -> None:
    assert told(f"# Talk\n\n{BOLD}**Ann Bell** – No.\n\n**Sam Keogh:** So.\n", "talk.md")[1] == [13]
    assert told(f"Conseil\n\n{STOPS}M. Paul Dumont – Pourquoi ?\n\n{STOPS}")[1] == [9]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mr Noe said that he was there.",
        "Mrs Poe, will you begin?",
        "Mrs Poe – who had come late – agreed.",
        "Mrs Poe’s plan is good.",
        "Mrs Poe.",
        "I thank\nMrs Poe. She was good.",
        "Mrs Poes. They are many.",
        "They were here:\n\nMrs Poe\n\nMr Roe",
    ],
)
def test_a_plain_sentence_with_a_speaker_s_name_is_not_told(paragraph: str) -> None:
    assert told(f"The Board\n\n{COLONS}{paragraph}\n\nMr Noe: Then we close.\n")[1] == []


def test_an_unknown_office_is_told_where_it_recurs_as_labels_do() -> None:
    said = "M. le vérificateur. La commission attend.\n\n"
    assert told(f"Conseil\n\n{STOPS}{said}{STOPS}{said}{STOPS}")[1] == [9]


def test_whoever_is_called_right_before_is_told() -> None:
    who = "M. Henri d’Estrée, vérificateur"
    text = f"Conseil\n\n{STOPS}Mme la présidente. La parole est à {who}.\n\n{who}. Un mot.\n\n"
    assert told(f"{text}{STOPS}")[1] == [11]


@pytest.mark.parametrize(
    "paragraph", ["M. le vérificateur est venu. Il part.", "M. le vérificateur. Il part."]
)
def test_a_title_that_stands_once_and_a_sentence_are_not_told(paragraph: str) -> None:
    assert told(f"Conseil\n\n{STOPS}{paragraph}\n\n{STOPS}")[1] == []
