"""Paragraphs that are printed over several lines."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.decode import decode
from edition.transcript.layout import cut, of_lines, paragraphs, width_of
from edition.transcript.model import Kind
from edition.transcript.reader import read

WRAPPED = """\
[Congressional Record Volume 1, Number 8 (Tuesday, January 28, 1997)]

                      A TRIBUTE TO THE BRIDGES

  Mr. ADLER. Mr. President, this is to express my deep concern over a
decision that was made last year concerning the bridges of this city,
and but one of them has come to light until now, as every Senator who

[[Page S701]]

has walked over it knows. When it was signed into law, a promise was
made to the people: a promise never to close a single one of them, in
whatever weather.
  There are more of them than there were. That is what the counting of
the last weeks has shown to all who came and counted them again at the
water's edge.
  The PRESIDING OFFICER (Mr. Brand). The Senator's time is up, and so is
that of the bridges, however many of them there may have been in those
days.
"""


def test_a_wrapped_paragraph_is_one_block_with_its_line_ends() -> None:
    transcript = read(WRAPPED.encode(), "x.txt", "congressional-record")
    speech = transcript.of_kind(Kind.SPEECH)
    assert [block.line for block in speech] == [5, 14, 17]
    assert speech[0].text.count("\n") == 8
    assert [(span.kind, speech[0].text[span.start : span.end]) for span in speech[0].spans] == [
        ("pageNumber", "[[Page S701]]")
    ]
    assert transcript.rebuild() == WRAPPED


def test_lines_that_are_paragraphs_show_no_width() -> None:
    assert (
        width_of(["Anna Li: Yes.", "Bob Day: No, and that is all that I can say about it."] * 9)
        == 0
    )


def test_a_paragraph_ends_with_a_short_line_or_at_a_label() -> None:
    lines = ["word " * 14 + "end", "word " * 14 + "end", "short end.", "word " * 14 + "end"] * 5
    layout = of_lines(decode("\n".join(lines).encode(), "x.txt"))
    width = width_of(layout.plain)
    joined, places = paragraphs(layout, width, [1], [])
    assert list(joined.lines[:4]) == [1, 2, 4, 8]
    assert places[3] == 2


@pytest.mark.parametrize("text", ["Anna: Yes. Bob: No.", "Anna: Yes. Bob: No.\nMore."])
def test_a_line_that_is_cut_is_rebuilt(text: str) -> None:
    layout = cut(of_lines(decode(text.encode(), "x.txt")), {0: [11]})
    assert list(layout.texts[:2]) == ["Anna: Yes. ", "Bob: No."]
    assert list(layout.columns[:2]) == [0, 11]


def test_a_wrapped_text_agrees_with_its_source_line_by_line() -> None:
    source = f"<title> Hearing on bridges\nand <b>roads</b>\n<body><pre>\n{WRAPPED}".encode()
    for convention in ("congressional-record", "congressional-hearing"):
        tei = edition.encode(edition.read(source, "x.txt", convention))
        found = edition.check(edition.parse(tei, "x.xml"), source=source)
        assert [finding.code for finding in found if finding.code.startswith("F")] == []


def test_a_line_of_wide_spaces_in_wrapped_text_is_read() -> None:
    line = "word " * 14 + "and"
    source = "\n".join([*[line] * 12, "\u2003", *[line] * 3])
    assert edition.read(source.encode(), "x.txt", "generic").rebuild() == source
