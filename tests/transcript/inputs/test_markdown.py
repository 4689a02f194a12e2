"""Markdown: what its marks say."""

from __future__ import annotations

import pytest

from edition.transcript.inputs.markdown import without_marks
from edition.transcript.model import Kind
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


FRONT = "---\n{}author: Ann Roe\ntags:\n  - moss\n---\n\n"


def test_the_date_in_front_is_that_of_the_text_and_all_else_the_page_s() -> None:
    front = FRONT.format("title: Moss\ndate: 2004-06-02\n")
    transcript = read(f"{front}{TURNS}".encode(), "talk.md")
    page = Kind.CHROME
    kinds = [block.kind for block in transcript.blocks[:7]]
    assert kinds == [page, page, Kind.DATELINE, page, page, page, page]
    assert transcript.title == ""


def test_a_heading_is_the_title_rather_than_that_in_front() -> None:
    front = FRONT.format("title: Moss\ndate: 2004-06-02\n")
    transcript = read(f"{front}# A talk on moss\n\n{TURNS}".encode(), "talk.md")
    assert transcript.title == "A talk on moss"
    assert [one.dateline.date for one in transcript.blocks if one.dateline] == ["2004-06-02"]


@pytest.mark.parametrize(
    "front", ["---\n\n", "---\nA talk on moss\n---\n\n", "---\ntitle: Moss\n\n"]
)
def test_rules_and_lines_that_are_no_front_matter_stay_text(front: str) -> None:
    transcript = read(f"{front}{TURNS}".encode(), "talk.md")
    text = front.split("\n")[1]
    assert Kind.CHROME not in {one.kind for one in transcript.blocks if text and one.text == text}


def test_a_note_between_turns_is_nobody_s_speech() -> None:
    text = f"# Talk\n\n**Ann Li:** In 1939.[^1]\n\n[^1]: In September.\n\n{TURNS}"
    transcript = read(text.encode(), "talk.md")
    assert transcript.block_at(5).kind is Kind.EDITORIAL
