"""Places in the bytes of an XML file are those that a parser of XML finds."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from lxml import etree

from edition.checking.places import TextPlaces
from edition.tei.document import Document, parse

TRAPS = (
    "<!-- <no> ' -->\r\n<r a='>' b=\"/>'\"><?no <no>?>ä<![CDATA[<no> & &amp;]]>"
    "<a b='/'/>\r<b\n>&lt;x</b ><a\t/>\n<!----><b><![CDATA[]]></b></r>"
).encode()


def document(written: str) -> Document:
    return parse(written.encode(), "a.xml")


def test_start_tags_are_those_of_the_parser() -> None:
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _name, _attributes: places.append(
        (parser.CurrentLineNumber, parser.CurrentByteIndex)
    )
    parser.Parse(TRAPS, True)
    read = parse(TRAPS, "a.xml")
    elements = list(read.root.iter(etree.Element))
    assert [(read.place(e).line, read.start(e)) for e in elements] == places


@pytest.mark.parametrize(
    ("written", "slot", "offset", "at"),
    [
        ("<r a='>'>abc</r>", 0, 1, "bc"),
        ("<r>&lt;&#x1F600;c</r>", 0, 1, "&#x"),
        ("<r>&lt;&#x1F600;c</r>", 0, 2, "c<"),
        ("<r>ä<![CDATA[&amp;]]>b</r>", 0, 2, "amp;"),
        ("<r>ä<![CDATA[&amp;]]>b</r>", 0, 6, "b<"),
        ("<r><!-- <a> --><?b c?>d</r>", 2, 0, "d<"),
        ("<r>a<b><c/>'</b>d</r>", 1, 0, "d<"),
        ("<r>a<b/><!-- e --><![CDATA[<!--]]>d</r>", 2, 1, "!--]"),
        ("<r>a<b/><![CDATA[<!-- ]]><!-- e -->d</r>", 2, 0, "d<"),
    ],
)
def test_the_place_of_a_character(written: str, slot: int, offset: int, at: str) -> None:
    read = document(written)
    place = TextPlaces(read).of_character(read.root, slot, offset)
    assert written[place.column - 1 :].startswith(at)


def test_lines_end_as_xml_says() -> None:
    read = document("<r>\r\n\r\n\ra\n\u0085b<c/></r>")
    assert read.place(read.root[0])[1:] == (5, 3)
    assert TextPlaces(read).of_character(read.root, 0, 3)[1:] == (4, 1)


def test_a_text_that_is_not_there_is_placed_at_its_element() -> None:
    read = document("<r><a/>b</r>")
    assert TextPlaces(read).of_character(read.root[0], 0, 0) == read.place(read.root[0])
