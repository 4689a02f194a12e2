"""Turns and names as rows: every word that is said, and each name where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.export.form import Whole
from edition.export.opened import Opened
from edition.export.said import Reading, Said, said_in
from edition.export.text import lines
from edition.settings import Settings, SourceSettings
from edition.tei.document import Document
from edition.tei.reading import speech
from edition.tei.tokens import joined
from edition.tei.vocabulary import tei
from tests.publishing.others import play, sitting, tokens
from tests.publishing.sample import document, in_paragraph, in_turn, large, sample
from tests.publishing.test_fidelity import BETWEEN, MARKUP, PHRASES, READINGS, division

WHOLE = Whole("corpus", Settings(), "edition.toml", frozenset({"MaryQuay"}), {})


def rows(made: Document) -> Said:
    return said_in(Opened("harbour", joined(made), SourceSettings()), WHOLE)


def assert_said(made: Document) -> None:
    """The rows have what is said, and each name stands where its row says."""
    turns = list(joined(made).root.iter(tei("u"), tei("sp")))
    said = rows(made)
    assert [turn.text for turn in said.turns] == [speech(turn) for turn in turns]
    texts = [turn.text for turn in said.turns]
    for turn, text in zip(turns, texts, strict=True):
        for _, _, start, end in Reading(turn).names():
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end] != ""
    words = "".join(f"{text}\n" for text in texts if text).split()
    if turns:
        assert "\n".join(lines(joined(made).root)).split() == words


@pytest.mark.parametrize(
    "made", [sample(), large(3), sitting(), tokens(), play()], ids=lambda it: it.root.tag
)
def test_documents(made: Document) -> None:
    assert_said(made)
    assert rows(made).turns


@pytest.mark.parametrize(
    "markup", MARKUP + READINGS + [f"<{name}>a b</{name}>" for name in PHRASES]
)
def test_whatever_stands_in_a_paragraph(markup: str) -> None:
    assert_said(in_paragraph(markup))
    assert_said(in_paragraph(f'mid<persName ref="#MaryQuay">{markup} Quay\n  </persName>word'))


@pytest.mark.parametrize("markup", BETWEEN)
def test_whatever_stands_between_paragraphs(markup: str) -> None:
    assert_said(in_turn(f"<seg>before</seg>{markup}<seg>after</seg>"))


@settings(max_examples=60)
@given(st.lists(division, max_size=2))
def test_whatever_document_it_is(divisions: list[list[str]]) -> None:
    body = "".join(f"<div>{''.join(parts)}</div>" for parts in divisions)
    assert_said(document(f"<text><body>{body}</body></text>"))


def test_a_name_has_its_place_in_the_text_of_the_turn() -> None:
    made = in_turn(
        '<seg xml:id="p1">One  <vocal type="laughter"><desc>(<placeName ref="#Quay">x</placeName>)'
        '</desc></vocal> two.</seg><seg xml:id="p2">\n  <persName ref="#MaryQuay #Other" '
        'cert="low"> Mary <choice><sic>Qay</sic><corr>Quay</corr></choice> </persName>, then</seg>'
    )
    (found,) = rows(made).mentions
    assert (found.paragraph, found.kind, found.cert) == ("p2", "person", "low")
    assert (found.start, found.end, found.text) == (9, 17, "Mary Qay")
    assert rows(made).turns[0].text == "One two.\nMary Qay , then"


def test_who_is_in_no_register_is_of_the_document_alone() -> None:
    made = in_paragraph('<persName ref="#MaryQuay #Other">Mary</persName>')
    assert rows(made).mentions[0].ref == "MaryQuay harbour.Other"


def test_names_of_names_have_places_of_their_own() -> None:
    made = in_paragraph('<orgName>Port of <placeName ref="#Quay">Quay</placeName></orgName>')
    found = [(it.kind, it.text, it.ref) for it in rows(made).mentions]
    assert found == [("org", "Port of Quay", ""), ("place", "Quay", "harbour.Quay")]
