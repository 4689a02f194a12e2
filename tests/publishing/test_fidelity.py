"""Every word of the TEI is in the page and in the text, in order; nothing else passes for it."""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.publishing.document import publish
from edition.tei.document import Document
from tests.publishing.reading import (
    all_words,
    page,
    source_words,
    source_words_of_page,
    source_words_of_text,
)
from tests.publishing.sample import document, in_paragraph, in_turn, large, sample

PHRASES = re.findall(
    r"\w+",
    """persName placeName orgName rs name roleName forename surname addName genName nameLink
geogName country region settlement district eventName objectName date time num measure title q quote
soCalled mentioned foreign gloss term emph hi distinct sic orig abbr unclear del seg ref said bibl
corr reg expan ex supplied add anchor""",
)
READINGS = [
    "<choice><sic>teh</sic><corr>the</corr></choice>",
    "<choice><orig>colour</orig><reg>color</reg></choice>",
    "<choice><abbr>LPR</abbr><expan>Lugansk <ex>Peo</ex>ple</expan></choice>",
]
MARKUP = [
    '<gap reason="inaudible"/>',
    '<gap reason="omitted"><desc>&lt;…&gt;</desc></gap>',
    '<note type="editorial">[in brackets]</note>',
    '<note type="annotation" resp="#ab">ours</note>',
    '<note type="annotation" resp="#ab"><p>ours</p><p>too</p></note>',
    '<vocal type="laughter"><desc>(Laughs.)</desc></vocal>',
    '<kinesic type="applause"><desc>(Applause.)</desc></kinesic>',
    '<incident type="other"/>',
    "<pause/>",
    '<pb n="7"/>',
    "<lb/>",
    '<milestone unit="section"/>',
    '<fw type="separator">* * *</fw>',
    '<ptr target="#p1"/>',
    "<lg><l>one line</l><l>two lines</l></lg>",
    "<list><item>first</item><item>second</item></list>",
    "<list><label>a</label><item>first</item></list>",
    '<table><row role="label"><cell>h</cell></row><row><cell>x</cell></row></table>',
    "<quote><p>quoted</p></quote>",
    "<quote><p>quoted</p> and more</quote>",
    "<bibl><editor>A</editor> <extent>9 p.</extent></bibl>",
    "<bibl><respStmt><resp>by</resp> <name>B</name></respStmt></bibl>",
    "<bibl><availability><licence>free</licence></availability></bibl>",
]
BETWEEN = [
    *MARKUP,
    "<quote>quoted</quote>",
    "<quote><p>quoted</p> and <emph>more</emph></quote>",
    '<note type="editorial"><p>first</p> and more</note>',
    "<list><item>first <list><item>inner</item></list> and more</item></list>",
    "<quote><lg><l>line</l></lg></quote>",
    "<writing><desc>(On the screen)</desc></writing>",
    '<shift feature="loud" new="f"/>',
    '<note type="pullquote">again</note>',
    '<note type="summary"><said direct="false">(He spoke.)</said></note>',
    '<note type="summary">(He spoke.)</note>',
    "<anchor/>",
    '<list type="ordered"><head>Points</head><item>first</item><pb/></list>',
    '<table><head>T</head><row><cell cols="2">x</cell></row><row><cell>y</cell><pb/></row></table>',
]


def assert_faithful(source: Document) -> None:
    """Page and text have the words of *source*, in order, and no others pass for them."""
    publication = publish(source)
    expected = source_words(source)
    assert publication.diagnostics == ()
    assert source_words_of_page(publication.html) == expected
    assert source_words_of_text(publication.text) == expected
    shown = "".join(page(publication.html).itertext())
    assert [word for word in all_words(source) if word not in shown] == []
    assert [word for word in all_words(source) if word not in publication.text] == []


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_keeps_its_words(name: str) -> None:
    assert_faithful(in_paragraph(f"<{name}>some words</{name}>"))


@pytest.mark.parametrize("name", PHRASES)
def test_phrases_nest_in_a_name(name: str) -> None:
    assert_faithful(
        in_paragraph(f'<persName ref="#MaryQuay"><{name}>some</{name}> words</persName>')
    )


@pytest.mark.parametrize("markup", MARKUP + READINGS)
def test_what_stands_in_a_paragraph_keeps_its_words(markup: str) -> None:
    assert_faithful(in_paragraph(markup))


@pytest.mark.parametrize("markup", MARKUP + READINGS + [f"<{name}>x</{name}>" for name in PHRASES])
def test_what_stands_in_a_word_parts_it_no_further(markup: str) -> None:
    assert_faithful(in_paragraph(f"mid{markup}word"))


@pytest.mark.parametrize("cert", ["low", "medium"])
def test_a_doubt_parts_no_word(cert: str) -> None:
    assert_faithful(in_paragraph(f'mid<date cert="{cert}">1931</date>, word'))


@pytest.mark.parametrize("markup", BETWEEN)
def test_what_stands_between_paragraphs_keeps_its_words(markup: str) -> None:
    assert_faithful(in_turn(f"<seg>before</seg>{markup}<seg>after</seg>"))


@pytest.mark.parametrize("made", [sample(), large(5)], ids=["sample", "large"])
def test_documents_keep_their_words(made: Document) -> None:
    assert_faithful(made)


def test_words_beside_the_date_of_a_closing_are_kept() -> None:
    closer = "<closer>Closed, <dateline>Harbour, noon</dateline> so it was.</closer>"
    assert_faithful(document(f"<text><body><div><p>prose</p>{closer}</div></body></text>"))


def test_a_document_without_anything_is_published() -> None:
    publication = publish(document("<text><body/></text>", header="<teiHeader/>"))
    assert publication.diagnostics == ()
    assert publication.record.turns == 0


words = st.text(alphabet="aé Жß–.,()[]*’“&<>\u4e2d", min_size=1, max_size=20).map(
    lambda said: said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
phrase = st.recursive(
    words | st.sampled_from(MARKUP + READINGS),
    lambda inner: st.tuples(st.sampled_from(PHRASES), st.lists(inner, max_size=3)).map(
        lambda parts: f"<{parts[0]}>{''.join(parts[1])}</{parts[0]}>"
    ),
    max_leaves=6,
)
separator = st.sampled_from(["", " "])
paragraph = st.tuples(separator, st.lists(phrase, max_size=4)).map(
    lambda parts: f"<seg>{parts[0].join(parts[1])}</seg>"
)
turn = st.tuples(words, st.lists(paragraph | st.sampled_from(BETWEEN), max_size=4)).map(
    lambda parts: f'<note type="speaker">{parts[0]}:</note><u>{"".join(parts[1])}</u>'
)
division = st.lists(turn | st.sampled_from(["<trailer>End</trailer>", "<p>prose</p>"]), max_size=3)


@settings(max_examples=40, deadline=None)
@given(st.lists(division, max_size=2))
def test_any_document_keeps_its_words(divisions: list[list[str]]) -> None:
    numbers = count(1)
    body = "".join(f"<div>{''.join(parts)}</div>" for parts in divisions)
    body = re.sub("<(u|seg)>", lambda m: f'<{m[1]} xml:id="{m[1][0]}{next(numbers)}">', body)
    assert_faithful(document(f"<text><body>{body}</body></text>"))
