"""Aids to reading: ways of a speaker, the length of turns, kinds of names, what can be hidden."""

from __future__ import annotations

import pytest
from lxml.etree import _Element as Element

from edition.publishing.document import publish
from tests.publishing.reading import page
from tests.publishing.sample import document, in_paragraph, sample


def speakers(*who: str) -> Element:
    """A page of turns by *who*, each of two words."""
    turns = "".join(
        f'<u xml:id="u{n}" who="{one}"><seg xml:id="p{n}">some words</seg></u>'
        for n, one in enumerate(who, 1)
    ).replace(' who=""', "")
    return page(publish(document(f"<text><body><div>{turns}</div></body></text>")).html)


def ways(tree: Element) -> dict[str, dict[str, str]]:
    """Of each turn that has ways: where they lead, by their class."""
    return {
        turn.get("id", ""): {
            str(a.get("class")): str(a.get("href")) for a in turn.xpath(".//*[@class='ways']/*")
        }
        for turn in tree.xpath("//*[contains(@class, 'turn')][@id]")
        if turn.xpath(".//*[@class='ways']")
    }


def test_a_turn_has_ways_to_those_of_the_same_speaker() -> None:
    assert ways(speakers("#MaryQuay", "#JohnMole", "#MaryQuay", "#AnnPier", "#MaryQuay")) == {
        "u1": {"after": "#u3"},
        "u3": {"before": "#u1", "after": "#u5"},
        "u5": {"before": "#u3"},
    }


def test_nobody_knows_whether_unnamed_speakers_are_one() -> None:
    assert ways(speakers("", "#MaryQuay", "")) == {}


def test_ways_are_no_stops_on_the_way_through_a_page() -> None:
    (span, *_) = speakers("#MaryQuay", "#MaryQuay").xpath("//*[@class='ways']")
    assert span.get("aria-hidden") == "true"
    assert {a.get("tabindex") for a in span} == {"-1"}


def test_the_list_shows_how_long_a_turn_is_beside_the_longest() -> None:
    said = ["word " * n for n in (200, 100, 1)]
    turns = "".join(
        f'<u xml:id="u{n}"><seg xml:id="p{n}">{words}</seg></u>' for n, words in enumerate(said)
    )
    tree = page(publish(document(f"<text><body><div>{turns}</div></body></text>")).html)
    lengths = {
        a.get("href"): a.xpath(".//@width") for a in tree.xpath("//*[@class='turns']//*[@href]")
    }
    assert lengths == {"#u0": ["100%"], "#u1": ["50%"], "#u2": []}


@pytest.mark.parametrize(
    ("markup", "classes"),
    [
        ('<persName ref="#MaryQuay">x</persName>', "name persName"),
        ('<settlement ref="#Quay">x</settlement>', "name settlement placeName"),
        ('<rs ref="#MaryQuay">x</rs>', "name rs persName"),
        ('<name ref="#Quay">x</name>', "name placeName"),
        ('<name ref="https://example.org/ship">x</name>', "name"),
        ('<objectName ref="#Quay">x</objectName>', "name objectName"),
    ],
)
def test_a_name_is_marked_by_its_kind(markup: str, classes: str) -> None:
    text = f'<text><body><div><u xml:id="u1"><seg>x {markup} x</seg></u></div></body></text>'
    quay = '<place xml:id="Quay"><placeName>The Quay</placeName></place>'
    html = publish(document(f"{text}<standOff><listPlace>{quay}</listPlace></standOff>")).html
    names = page(html).xpath("//*[local-name()='article']//*[contains(@class, 'name')]")
    assert [name.get("class") for name in names] == [classes]


def test_what_can_be_hidden_is_counted() -> None:
    boxes = page(publish(sample()).html).xpath("//*[@class='view']//*[local-name()='li']")
    assert {
        box.xpath("string(.//@value)"): box.xpath("string(*[@class='at'])") for box in boxes
    } == {"persName": "2", "notes": "2", "events": "3", "edits": "1"}


def test_what_editors_put_in_can_be_hidden() -> None:
    made = in_paragraph("<choice><sic>a</sic><corr>b</corr></choice> <supplied>c</supplied>")
    (box,) = page(publish(made).html).xpath("//*[@class='view']//*[@value='edits']/../..")
    assert box.xpath("string(*[@class='at'])") == "2"


def test_a_page_with_nothing_to_hide_has_no_view() -> None:
    assert speakers("#MaryQuay").xpath("//*[@class='view']") == []


@pytest.mark.parametrize("cert", ["high", "medium", "low"])
def test_a_name_says_how_certain_it_is_unless_it_is(cert: str) -> None:
    tree = page(publish(in_paragraph(f'<persName ref="#MaryQuay" cert="{cert}">x</persName>')).html)
    said = tree.xpath("//*[contains(@class, 'persName')]/@data-cert")
    assert said == ([] if cert == "high" else [cert])
    assert tree.xpath("//*[@class='cert']/@data-cert") == said
