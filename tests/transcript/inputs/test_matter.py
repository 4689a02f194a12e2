"""Notes, tables and lists of names in pages and documents: kept, and nobody speaks them."""

from __future__ import annotations

import io

import docx
import pytest

import edition
from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read
from tests.word_documents import council

FIRST = "<p><b>Ann Roe:</b> Who is for the bridge?</p><p><b>Bob Li:</b> Let us see it.</p>"
LAST = "<p><b>Ann Roe:</b> I thank the House.</p>"


def page(inside: str) -> Transcript:
    return read(f"<html><body>{FIRST}{inside}{LAST}</body></html>".encode(), "page.html")


def kinds(transcript: Transcript, words: str) -> list[Kind]:
    return [block.kind for block in transcript.blocks if words in block.text]


@pytest.mark.parametrize(
    "inside",
    [
        "<ul><li>Adler, Ann</li><li>Burke, Tom</li><li>Cole, Eve</li><li>Dahl, Kim</li></ul>",
        "<table><tr><td>Adler</td><td>12</td></tr><tr><td>Burke</td><td>14</td></tr></table>",
    ],
)
def test_nobody_speaks_a_table_or_a_list_of_names(inside: str) -> None:
    assert set(kinds(page(inside), "Adler")) == set(kinds(page(inside), "Burke")) == {Kind.PROSE}


def test_a_list_of_sentences_is_speech() -> None:
    items = "".join(f"<li>We need a rope, number {n}.</li>" for n in range(5))
    assert set(kinds(page(f"<ul>{items}</ul>"), "rope")) == {Kind.SPEECH}


TABLE = "<table><tr><td>Bread</td><td>5</td></tr><tr><td>Milk</td><td>7</td></tr></table>"
NOTE = '<div class="footnote">1 She shows the figures.</div>'


@pytest.mark.parametrize("before", ["", NOTE])
def test_a_table_right_behind_a_label_is_what_the_turn_says(before: str) -> None:
    transcript = page(f"<p><b>Bob Li:</b></p>{before}{TABLE}<p>So it is.</p>")
    assert set(kinds(transcript, "Bread") + kinds(transcript, "Milk")) == {Kind.SPEECH}


def test_the_table_left_out_of_a_turn_is_told_once() -> None:
    assert [one.line for one in page(TABLE).diagnostics if one.code == "T044"] == [3]


POINTS = "<ul><li>{}</li><li>Better buses</li><li>Clean air</li><li>More jobs</li></ul>"
NAMES = "<ul><li>{}</li><li>Tom Burke</li><li>Eve Cole (chair)</li><li>Kim de Dahl</li></ul>"


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        (POINTS.format("Housing for all"), Kind.SPEECH),
        (POINTS.format("Two new schools"), Kind.SPEECH),
        (NAMES.format("Ann Adler, secretary of state"), Kind.PROSE),
        (NAMES.format("bread 5"), Kind.PROSE),
        ("<p>These are for it:</p>" + NAMES.format("Ann Adler"), Kind.SPEECH),
    ],
)
def test_points_of_a_speech_are_spoken(items: str, kind: Kind) -> None:
    transcript = page(items)
    (last,) = [
        block.kind for block in transcript.blocks if "jobs" in block.text or "Dahl" in block.text
    ]
    assert last is kind


def test_a_table_in_which_people_speak_is_speech() -> None:
    rows = "<tr><td>Bob Li: It leans.</td></tr><tr><td>By two feet.</td></tr>"
    assert set(kinds(page(f"<table>{rows}</table>"), "feet")) == {Kind.SPEECH}


@pytest.mark.parametrize("mark", ['role="doc-footnote"', 'class="footnotes"'])
def test_a_note_at_the_foot_of_a_page_is_a_note(mark: str) -> None:
    transcript = page(f"<div {mark}><p>1. Bob Li: see the plan.</p></div>")
    assert kinds(transcript, "the plan") == [Kind.EDITORIAL]
    assert len(transcript.turns) == 3


def test_a_note_in_a_document_stands_behind_its_paragraph() -> None:
    transcript = read(council(), "council.docx")
    assert kinds(transcript, "upper mill") == [Kind.EDITORIAL]


def document(before: tuple[str, ...], rows: tuple[tuple[str, str], ...]) -> Transcript:
    """A Word document: paragraphs, then a table, then a paragraph."""
    made = docx.Document()
    for text in before:
        made.add_paragraph(text)
    table = made.add_table(rows=len(rows), cols=2)
    for row, texts in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = texts
    made.add_paragraph("Thank you.")
    buffer = io.BytesIO()
    made.save(buffer)
    return read(buffer.getvalue(), "x.docx")


def test_nobody_speaks_a_table_of_a_document() -> None:
    said = ("Ann Roe: What is it?", "Bob Li: Bread.", "Ann Roe: Is it?", "Bob Li: See here.")
    transcript = document(said, (("Bread", "5"), ("Milk", "7")))
    assert kinds(transcript, "Milk\t7") == [Kind.PROSE]
    assert kinds(transcript, "Thank you.") == [Kind.SPEECH]
    assert [one.line for one in transcript.diagnostics if one.code == "T044"] == [5]


def test_a_table_of_a_document_in_which_people_speak_is_speech() -> None:
    said = ("Who is for it?", "I am for it.", "Why is that?", "It is old.", "Is it?", "It is.")
    rows = tuple((("Ann Roe:", "Bob Li:")[n % 2], text) for n, text in enumerate(said))
    transcript = document((), rows)
    assert len(transcript.turns) == len(said)
    assert kinds(transcript, "It is old.") == [Kind.SPEECH]


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ("the road<br>to the north", ["the road\nto the north"]),
        ("the road,<br/>and the bridge<br>too.", ["the road,\nand the bridge\ntoo."]),
        ("the road.<br>Then the bridge.", ["the road.", "Then the bridge."]),
        ("the road<br><br>the bridge", ["the road", "the bridge"]),
        ("the road<br>Ann Roe: No.", ["the road", "Ann Roe: No."]),
        ("the road<br>(Applause.)", ["the road", "(Applause.)"]),
    ],
)
def test_a_line_break_in_a_sentence_makes_no_paragraph(between: str, said: list[str]) -> None:
    transcript = page(f"<p><b>Bob Li:</b> We began with<br>{between}</p>")
    blocks = [block.text for block in transcript.blocks][2:-1]
    assert blocks == [f"Bob Li: We began with\n{said[0]}", *said[1:]]


def test_nobody_speaks_the_mark_that_refers_to_a_note() -> None:
    mark = '<sup><a href="#n1" id="r1">1</a></sup>'
    transcript = page(f"<p><b>Bob Li:</b> We built in the town{mark}<br>and by the lake.</p>")
    assert b"town1" in edition.encode(transcript)  # there is no note to which it refers
    note = '<p id="n1"><a href="#r1">1</a> Minutes of 1998.</p>'
    text = f"<p><b>Bob Li:</b> We built in the town{mark}<br>and by the lake.</p>"
    tei = edition.encode(
        read(f"<html><body>{FIRST}{text}{LAST}{note}</body></html>".encode(), "page.html")
    ).decode()
    assert 'in the town<note type="editorial" place="inline" resp="#source">1</note>' in tei
