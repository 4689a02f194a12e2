"""The stylesheets know the elements of the schema, all of them and no others."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edition.publishing.document import publish
from edition.resources import XSLT
from tests.publishing.grammar import ELEMENTS, below, children, has_words
from tests.publishing.reading import page
from tests.publishing.sample import document
from tests.publishing.test_fidelity import assert_faithful

XSL = "{http://www.w3.org/1999/XSL/Transform}"
SHEETS = sorted(
    path
    for room in ("html", "text")
    for path in (XSLT / room).glob("*.xsl")
    if 'xpath-default-namespace="http://www.tei-c.org' in path.read_text(encoding="utf-8")
)
# Sheets for TEI of other making, and profiles, which leave out what is of it.
OF_OTHERS = {"drama", "tokens", "matter", "source", "speech-only", "screenplay"}
PLAYS = {"sp", "spGrp"}  # which turns there are, plays' too, one sheet lists
TEXT = below("text")
AROUND = [
    way
    for part in ("teiHeader", "standOff")
    for element, way in below(part).items()
    if element not in TEXT or element == "bibl"
]
ATTRIBUTES = {
    "note": ' type="editorial"',
    "gap": ' reason="inaudible"',
    "certainty": ' target="#VeraInber" cert="low"',
}
PROSE = "<text><body><div><p>a</p></div></body></text>"
ENTRY = "<listPerson><person xml:id='VeraInber'><persName>V.</persName></person></listPerson>"


def names(pattern: str) -> set[str]:
    """The elements that a match *pattern* names."""
    bare = re.sub(r"'[^']*'|[\w:-]+\(|@[\w:]+|[\w-]+::|\b(and|or|not)\b", " ", pattern)
    return set(re.findall(r"[A-Za-z]\w*", bare))


def matched(sheet: Path) -> set[str]:
    """The elements that templates in *sheet* match."""
    patterns = [str(it.get("match", "")) for it in etree.parse(str(sheet)).iter(f"{XSL}template")]
    return set().union(*map(names, patterns))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_is_for_an_element_of_the_schema(sheet: Path) -> None:
    others = matched(sheet) - ELEMENTS
    if sheet.stem in OF_OTHERS:
        assert others <= matched_by_both()
    else:
        assert others - PLAYS == set()


@cache
def matched_by_both() -> frozenset[str]:
    """What pages and texts both know of TEI of other making: neither knows more."""
    rooms = [
        set().union(*(matched(sheet) for sheet in SHEETS if sheet.parent.name == room))
        for room in ("html", "text")
    ]
    return frozenset(set.intersection(*rooms))


def with_all_children(way: tuple[str, ...]) -> str:
    """The last element of *way* in those before it, with each child that the schema allows.

    Words of their own stand wherever they may.
    """
    content = "w0x " if has_words(way[-1]) else ""
    for number, child in enumerate(sorted(children(way[-1])), start=1):
        said = f"w{number}x" if has_words(child) else ""
        content += f"<{child}{ATTRIBUTES.get(child, '')}>{said}</{child}> "
    for element in reversed(way):
        content = f"<{element}{ATTRIBUTES.get(element, '')}>{content}</{element}>"
    return content


@pytest.mark.parametrize("element", TEXT)
def test_whatever_may_stand_in_an_element_of_the_text_is_shown(element: str) -> None:
    assert_faithful(document(with_all_children(TEXT[element])))


@pytest.mark.parametrize("way", AROUND, ids="/".join)
def test_whatever_words_stand_around_the_text_are_on_the_page(way: tuple[str, ...]) -> None:
    made = with_all_children(way)
    if way[0] == "teiHeader":
        source = document(PROSE, header=made)
    else:
        listed = made.replace("<standOff>", f"<standOff>{ENTRY}")
        source = document(PROSE + listed, header="<teiHeader/>")
    publication = publish(source)
    shown = "".join(page(publication.html).itertext())
    assert publication.diagnostics == ()
    assert [word for word in re.findall(r"w\d+x", made) if word not in shown] == []


def test_every_element_of_the_schema_is_tried() -> None:
    tried = {"TEI"} | TEXT.keys() | below("teiHeader").keys() | below("standOff").keys()
    assert tried == ELEMENTS
