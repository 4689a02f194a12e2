"""The page that has a source beside its edition, line by line, the encoding, and checksums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.facing import Facing, Line, Row, Source, text_checksum
from edition.publishing.facing_parts import (
    Part,
    Places,
    encoded,
    is_long,
    places_of_turns,
    turns_of,
)
from edition.publishing.record import Record
from edition.publishing.transformation import transformed
from edition.resources import FACING
from edition.tei.concordance import number
from edition.tei.document import Document, parse
from edition.tei.reading import Block, is_label, source_checksum
from edition.tei.vocabulary import XML_ID, local, tei

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ARTICLE = "{http://www.w3.org/1999/xhtml}article"
_NOT_ADDED = etree.XPath(".//text()[not(ancestor::*/@data-added)]", smart_strings=False)
_PARAGRAPHS = (tei("seg"), tei("p"))
_TAG = re.compile(r"""<!--.*?-->|<[!?].*?[]?]>|<(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def facing_pages(
    document: Document,
    made: Facing,
    shown: str,
    record: Record,
    *,
    parts: Sequence[Part] = (),
    subjects: bool = False,
) -> tuple[str, ...]:
    """The pages of *document* and its source, as *made* has them.

    *shown* is the :func:`checksum_of_pages` of its reading pages. *record* tells of it; *parts* are
    what each page has, in place of one for all; with *subjects* there are pages of persons,
    places … Raises EditionError (P003, P004).
    """
    parts = parts or [Part(made.rows, "")]
    begun: set[str] = set()
    places = places_of_turns(document)
    pages = []
    for n, part in enumerate(parts, 1):
        root = etree.Element("facing", title=record.title, language=record.language)
        root.attrib.update({"name": record.name, "file": quote(record.name)})
        root.attrib.update({"html": record.html, "tei": record.tei})
        root.attrib.update({"part": str(n), "parts": str(len(parts))})
        root.set("has-source", str(made.source is not None).lower())
        root.set("subjects", str(subjects).lower())
        if n == 1:
            root.append(_proof(document, made, shown))
        root.extend(_row(document, row, record, places, begun) for row in part.rows)
        data = etree.tostring(root, encoding="UTF-8")
        pages.append(transformed(FACING, parse(data, record.name)).text + "\n")
    return tuple(pages)


def checksum_of_pages(pages: Iterable[str]) -> str:
    """What :func:`edition.checking.facing.text_checksum` gives for the text of reading *pages*."""
    return text_checksum(map(text_of_page, pages))


def text_of_page(html: str) -> str:
    """The words of the document in its page: the article without what has ``data-added``."""
    article = etree.fromstring(html.partition(">")[2].encode()).find(f".//{_ARTICLE}")
    return "" if article is None else "".join(_NOT_ADDED(article))


def _proof(document: Document, made: Facing, shown: str) -> Element:
    proof = etree.Element("proof", tei=made.text_checksum, html=shown)
    if made.source is not None:
        _of_source(proof, document, made.source)
    return proof


def _of_source(proof: Element, document: Document, source: Source) -> None:
    proof.set("file", source.name)
    proof.set("bytes", source.checksum)
    proof.set("source", source.text_checksum)
    proof.set("omitted", " ".join(map(str, source.omitted)))
    proof.set("is-text", str(source.is_text).lower())
    proof.set("declared", source_checksum(document.root))


def _row(document: Document, row: Row, record: Record, places: Places, begun: set[str]) -> Element:
    element = etree.Element("row")
    if row.differs:
        element.set("differs", "")
    element.extend(map(_line, row.lines))
    element.extend(_block(block, record, places, begun) for block in row.blocks)
    if parts := list(encoded(document, row.blocks)):
        start, end = parts[0][0], parts[-1][1]
        lines = (document.place_of_byte(at).line for at in (start, end - 1))
        first, last = map(str, lines)
        shown = etree.SubElement(element, "encoding", first=first, last=last)
        if is_long(parts):
            shown.set("elsewhere", "")
        else:
            _highlight(shown, "\n".join(_part(document, *part) for part in parts))
    return element


def _line(line: Line) -> Element:
    element = etree.Element("line", n=str(line.number))
    if line.is_omitted:
        element.set("omitted", "")
    element.text = _NO_XML.sub("\ufffd", line.text.strip())
    return element


def _block(block: Block, record: Record, places: Places, begun: set[str]) -> Element:
    """*block* as readers see it; what is in *begun* has a place already, to which links lead."""
    tag, identifier = block.element.tag, block.element.get(XML_ID, "")
    element = etree.Element("block", kind=local(str(tag)))
    element.set("id", "" if identifier in begun else identifier)
    begun.add(identifier)
    element.set("n", number(identifier) if tag in _PARAGRAPHS else "")
    element.set("href", record.address_of(identifier))
    if is_label(block.element) or tag == tei("speaker"):
        element.set("kind", "label")
    if turns := [turn for turn in turns_of(block.element, places) if turn not in begun]:
        begun.update(turns)
        element.set("turns", " ".join(turns))
    element.text = " ".join(block.text.split())
    return element


def _part(document: Document, start: int, end: int) -> str:
    """The bytes *start* to *end*, without the space by which their first line is indented."""
    data = document.data
    indent = data[data.rfind(b"\n", 0, start) + 1 : start].decode()
    text = data[start:end].decode()
    return text if indent.strip() else text.replace("\n" + indent, "\n")


def _highlight(shown: Element, text: str) -> None:
    """Add *text*, which is XML, to *shown*: tags that stand together are an element."""
    end = 0
    for found in _TAG.finditer(text):
        between = text[end : found.start()]
        if between.strip() or not len(shown):
            _say(shown, between)
            between = ""
            etree.SubElement(shown, "tag").text = ""
        shown[-1].text = f"{shown[-1].text}{between}{found[0]}"
        end = found.end()
    _say(shown, text[end:])


def _say(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
