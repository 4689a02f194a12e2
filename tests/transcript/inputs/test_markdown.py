"""Markdown: what its marks say."""

from __future__ import annotations

import pytest

from edition.transcript.inputs.markdown import without_marks
from edition.transcript.reader import read

TURNS = "**Ann Li:** Why?\n\n**Bob Orr:** So.\n\n**Ann Li:** Ah.\n"


@pytest.mark.parametrize(
    "line", ["# A talk on moss", "## A talk on *moss* ##", "**A talk on moss**"]
)
def test_the_marks_of_a_title_are_no_part_of_it_and_stay_in_the_text(line: str) -> None:
    transcript = read(f"{line}\n\n{TURNS}".encode(), "talk.md")
    assert transcript.title == "A talk on moss"
    assert transcript.blocks[0].text == line


def test_in_plain_text_a_sign_is_a_sign() -> None:
    assert read(f"# Moss\n\n{TURNS}".encode(), "talk.txt").title == "# Moss"


@pytest.mark.parametrize("words", ["#7 and C#", "2 * 3 * 4", "a_b_c", "#"])
def test_what_is_no_mark_stays(words: str) -> None:
    assert without_marks(words) == ("" if words == "#" else words)
