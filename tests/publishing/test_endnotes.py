"""Doubts about anything: the endnote leads back to a place that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import edition
from tests.publishing.reading import page
from tests.publishing.sample import document

SOURCE = Path(__file__).parent.parent / "data" / "forum.txt"
TURN = '<text><body><div><u xml:id="u1" who="#MaryQuay"><seg>a</seg></u></div></body></text>'


@pytest.mark.parametrize("target", ["d1", "s1", "p1", "p3", "u2", "e1", "e2", "p11"])
def test_a_doubt_about_anything_leads_somewhere(target: str) -> None:
    tei = edition.encode(edition.read(SOURCE.read_bytes(), SOURCE.name)).decode()
    doubt = (
        f'<certainty target="#{target}" match="@who" locus="value" cert="low" resp="#encoder">'
        "<desc>It is not known.</desc></certainty></standOff>"
    )
    document = edition.parse(tei.replace("</standOff>", doubt).encode(), "forum.xml")
    html = edition.publish(document).html
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    assert "It is not known." in html
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ('locus="start"', "This reading: low certainty."),
        ('locus="value"', "Speaker of this turn: low certainty."),
        ('locus="value" match="@who"', "Speaker of this turn: low certainty."),
    ],
)
def test_an_endnote_says_what_is_uncertain(about: str, said: str) -> None:
    doubt = f'<standOff><certainty target="#u1" {about} cert="low"><desc>D</desc></certainty>'
    html = edition.publish(document(TURN + doubt + "</standOff>")).html
    assert said in html


def marks(turn: str) -> list[str]:
    """The marks in the page of *turn*, whose speaker the program doubted."""
    doubt = (
        '<standOff><certainty target="#u1 #p1" match="@who" locus="value" cert="{cert}"'
        ' resp="#encoder"><desc>No label is printed.</desc></certainty></standOff>'
    )
    attributes, _, cert = turn.partition("|")
    text = (
        f'<text><body><div><u xml:id="u1" who="#MaryQuay"{attributes}>'
        '<seg xml:id="p1">a</seg></u></div></body></text>'
    )
    tree = page(edition.publish(document(text + doubt.format(cert=cert or "low"))).html)
    links = tree.xpath("//@href[starts-with(., '#')]")
    assert {link[1:] for link in links} <= set(tree.xpath("//@id"))
    return ["".join(mark.itertext()) for mark in tree.xpath("//*[@role='doc-noteref']")]


@pytest.mark.parametrize(
    ("turn", "shown"),
    [
        (' cert="low" resp="#encoder"', ["?1", "?1"]),
        ("", ["?1", "?1"]),
        (' cert="medium" resp="#ab"', ["?1", "?1"]),
        (' cert="high" resp="#ab"', []),
        (' resp="#ab"', []),
        ("|high", ["1", "1"]),
    ],
)
def test_a_doubt_that_was_decided_is_none(turn: str, shown: list[str]) -> None:
    assert marks(turn) == shown
