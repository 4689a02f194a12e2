"""The times of a recording on the page and in the text: shown, and no words of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

import edition
from edition.publishing.document import publish
from edition.tei.document import Document, parse
from tests.publishing.reading import (
    page,
    source_words,
    source_words_of_page,
    source_words_of_text,
)
from tests.publishing.sample import document

DATA = Path(__file__).parent.parent / "data"


def council() -> Document:
    data = (DATA / "council.vtt").read_bytes()
    return parse(edition.encode(edition.read(data, "council.vtt")), "council.xml")


def with_time_line(points: str, unit: str = "s", origin: str = "t0") -> Document:
    timeline = f'<timeline unit="{unit}" origin="#{origin}">{points}</timeline>'
    return document(
        '<text><body><div type="debateSection" xml:id="d1"><note type="speaker">Quay:</note>'
        '<u xml:id="u1" who="#MaryQuay" start="#t1"><seg xml:id="p1">Yes.</seg></u></div></body>'
        f"</text><standOff>{timeline}</standOff>"
    )


def test_the_words_are_those_of_the_source() -> None:
    source = council()
    publication = publish(source)
    assert publication.diagnostics == ()
    assert source_words_of_page(publication.html) == source_words(source)
    assert source_words_of_text(publication.text) == source_words(source)


def test_turns_events_and_paragraphs_show_their_time_and_other_places_know_it() -> None:
    publication = publish(council())
    tree = page(publication.html)
    shown = ["".join(e.itertext()) for e in tree.iter("{*}span") if e.get("class") == "clock"]
    assert shown == ["0:01", "0:06", "0:08", "1:00:00", "1:00:02"]
    known = [e.get("title") for e in tree.iter("{*}span") if e.get("class") == "anchor"]
    assert known == ["0:04", "0:05", "1:00:02"]
    assert "Mr Brandt: ⟦1:00:00⟧ The mill is still." in publication.text
    assert "⟦0:06⟧ [Laughter]" in publication.text


@pytest.mark.parametrize(
    ("attributes", "unit", "origin", "clock"),
    [
        ('interval="3725.9" since="#t0"', "s", "t0", "1:02:05"),
        ("", "s", "t1", "0:00"),
        ('absolute="16:30:00"', "s", "t1", "16:30:00"),
        ('interval="2" since="#t0" n="about two"', "min", "t0", "about two"),
    ],
)
def test_a_time_is_told_as_the_time_line_has_it(
    attributes: str, unit: str, origin: str, clock: str
) -> None:
    source = with_time_line(f'<when xml:id="t1" {attributes}/>', unit, origin)
    assert f"Quay: ⟦{clock}⟧ Yes." in publish(source).text


def test_a_time_that_leads_nowhere_is_not_shown() -> None:
    assert "Quay: Yes." in publish(with_time_line('<when xml:id="t2"/>')).text
