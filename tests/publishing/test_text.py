"""The plain text edition: its lines, labels, brackets."""

from __future__ import annotations

import re

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from edition.publishing.document import publish
from tests.publishing.reading import page
from tests.publishing.sample import document, in_paragraph, in_turn, large, sample


def test_the_sample_as_text(file_regression: FileRegressionFixture) -> None:
    file_regression.check(publish(sample()).text, encoding="utf-8", newline="")


def test_lines_are_no_longer_than_the_width() -> None:
    lines = publish(large(3), width=40).text.split("\n")
    assert max(map(len, lines)) <= 40
    assert sum(len(line) > 30 for line in lines) > len(lines) / 2


def test_width_zero_is_a_paragraph_a_line() -> None:
    text = publish(in_turn("<seg>a b</seg><lg><l>c</l><l>d</l></lg>"), width=0).text
    assert text == "⟦Harbour council, open meeting⟧\nQuay: a b\nc d\n"


def test_a_word_longer_than_the_width_stays_whole() -> None:
    text = publish(in_paragraph("x" * 90), width=20).text
    assert text.endswith("\nQuay: before\n" + "x" * 90 + "\nafter\n")


def test_verse_and_lists_keep_their_lines() -> None:
    text = publish(in_turn("<seg>a</seg><lg><l>b</l><l>c</l></lg><list><item>d</item></list>")).text
    assert text.endswith("Quay: a\n\nb\nc\n\n- d\n")


def test_white_space_is_one_space_and_a_no_break_space_stays() -> None:
    text = publish(in_turn("<seg>a\n    b\t <emph> c</emph>\u00a0 d </seg>"), width=0).text
    assert text.endswith("Quay: a b c\u00a0 d\n")


def test_an_empty_paragraph_leaves_no_line() -> None:
    text = publish(in_turn("<seg>a</seg><seg> </seg><seg>b</seg>")).text
    assert text.endswith("Quay: a\n\nb\n")


def test_a_label_without_a_space_gets_one() -> None:
    assert "Quay: before" in publish(in_paragraph("x")).text


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<choice><sic>teh</sic><corr>the</corr></choice>", "teh⟦read: the⟧"),
        ("<choice><abbr>LPR</abbr><expan>Lugansk</expan></choice>", "LPR⟦= Lugansk⟧"),
        ("<supplied>one</supplied>", "⟦one⟧"),
        ("<unclear>one</unclear>", "one⟦?⟧"),
        ('<note type="annotation" resp="#ab">one</note>', "⟦Note: one — Ada Byron⟧"),
        ('<persName cert="low">He</persName>', "He⟦low certainty⟧"),
        ('<gap reason="inaudible"/>', "⟦inaudible⟧"),
        ('<pb n="7"/>', "⟦page 7⟧"),
    ],
)
def test_what_the_edition_adds_stands_in_double_brackets(markup: str, shown: str) -> None:
    text = publish(in_paragraph(markup), width=0).text
    assert f"before {shown} after" in text


def test_a_text_ends_with_one_line_end_and_has_no_other_white_space() -> None:
    text = publish(sample()).text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert not {"\u2028", "\u2029"} & set(text)
    assert not any(line != line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("one <lb/>two", "one two"),
        ("one<lb/>two", "one two"),
        ('inter-<lb break="maybe"/>est', "inter-est"),
        ('inter<lb break="no"/>est', "interest"),
    ],
)
def test_paragraphs_are_filled_whatever_the_lines_of_the_source(markup: str, shown: str) -> None:
    made = in_paragraph(markup)
    assert f"before {shown} after" in publish(made, width=0).text
    assert f"before {shown} after" in " ".join("".join(page(publish(made).html).itertext()).split())


def test_a_heading_keeps_its_lines() -> None:
    text = "<text><body><div><head>A talk <lb/>on moss</head><p>Words.</p></div></body></text>"
    assert "A talk\non moss" in publish(document(text)).text
    assert re.search("<br ?/>on moss", publish(document(text)).html)


def test_why_the_speaker_of_many_turns_is_not_certain_is_told_once() -> None:
    turns = "".join(
        f'<note type="speaker">Q.</note><u xml:id="u{n}" cert="medium"><seg>Why {n}?</seg></u>'
        for n in (1, 2, 3)
    )
    stated = (
        '<standOff><certainty target="#gone #u1 #u2 #u3" match="@who" locus="value" cert="medium">'
        "<desc>The label is that of whoever asks.</desc></certainty></standOff>"
    )
    made = document(f"<text><body><div>{turns}</div></body></text>{stated}")
    text = publish(made, width=0).text
    assert text.count("whoever asks") == 1
    assert text.count("⟦medium certainty⟧") == 2
    assert text.index("whoever asks") < text.index("Why 1")
