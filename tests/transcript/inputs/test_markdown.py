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


def test_the_text_of_a_link_tells_of_no_event() -> None:
    said = "I showed [the map](https://x.example/a_b) and [laughter](l.html), [laughter]."
    text = f"# Council\n\n12 May 2019\n\n**Anna:** {said}\n\n**Ben:** Thanks.\n\n**Anna:** Bye.\n"
    (block,) = (block for block in read(text.encode(), "c.md").blocks if block.spans)
    assert [block.text[span.start : span.end] for span in block.spans] == ["[laughter]"]
