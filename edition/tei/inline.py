"""Text with markup inside it: from a block and its spans to mixed content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.normalisation import normalised
from edition.tei.vocabulary import XML_ID, tei
from edition.transcript.model import FURNITURE, Block, DateAndPlace, Event, Span

_new = etree.SubElement
_LINE_END = re.compile(r" *\n[ \n]*")
_DIVIDED = re.compile(r"[^\W\d_]-\Z")


class Part(NamedTuple):
    """A stretch of a text, characters *start* to *end*, that becomes the element *element*."""

    start: int
    end: int
    element: Element


def element(
    parent: Element, tag: str, text: str | None = None, /, xml_id: str = "", **attributes: str
) -> Element:
    """A new last child of *parent*; attributes without value are left out, ``xml_id`` is first."""
    child = _new(parent, tei(tag))
    if xml_id:
        child.set(XML_ID, xml_id)
    for key, value in attributes.items():
        if value:
            child.set(key, value)
    if text is not None:
        child.text = text
    return child


def free(tag: str, /, **attributes: str) -> Element:
    """An element without parent yet."""
    made = etree.Element(tei(tag))
    for key, value in attributes.items():
        made.set(key, value)
    return made


def fill(parent: Element, text: str, start: int, end: int, parts: Sequence[Part]) -> None:
    """Put characters *start* to *end* of *text* into *parent*, each part into its element.

    Where *text* goes on in another line there is a line break. White space at the two ends is
    left out; parts are in order, an outer one before those inside
    it, and none overlaps another by a part. An element that holds something already gets its text
    at its last descendant without text (``desc``).
    """
    if not parts:
        _append(parent, normalised(text[start:end]).strip(" \n"))
        return
    position, index = start, 0
    while index < len(parts):
        part = parts[index]
        if part.start < position or part.end > end:
            raise ValueError(f"parts overlap at character {part.start} of {text!r}")
        inside = index + 1
        while inside < len(parts) and parts[inside].start < part.end:
            inside += 1
        before = normalised(text[position : part.start])
        _append(parent, before if position > start else before.lstrip(" \n"))
        fill(_innermost(part.element), text, part.start, part.end, parts[index + 1 : inside])
        parent.append(part.element)
        position, index = part.end, inside
    _append(parent, normalised(text[position:end]).rstrip(" \n"))
    _strip_ends(parent)


def spans_as_parts(spans: Sequence[Span]) -> list[Part]:
    """The elements for what is no speech inside a paragraph."""
    return [] if not spans else [Part(span.start, span.end, _of_span(span)) for span in spans]


def parts_of(block: Block, start: int = 0) -> list[Part]:
    """The elements for what is no speech in *block* from *start* on, and for its date line."""
    spans = spans_as_parts([span for span in block.spans if span.start >= start])
    if block.dateline is None:
        return spans
    return sorted([*spans, *dateline_parts(block.dateline)], key=lambda part: part.start)


def event_element(event: Event, xml_id: str = "") -> Element:
    """The element of a stage event, or of words that nobody could hear.

    It has an empty ``desc`` for the printed words.
    """
    if event.element == "gap":
        return gap_element(xml_id, event.type)
    made = etree.Element(tei(event.element))
    if xml_id:
        made.set(XML_ID, xml_id)
    made.set("type", event.type)
    etree.SubElement(made, tei("desc"))
    return made


def event_of_span(event: Event, xml_id: str = "", *, inferred: bool = False) -> Element:
    """The element of an event within a paragraph; where it is *inferred*, it says so."""
    made = event_element(event, xml_id)
    if inferred:
        made.attrib.update({"cert": "medium", "resp": "#encoder"})
    return made


def gap_element(xml_id: str = "", reason: str = "omitted") -> Element:
    """The element of an elision, with an empty ``desc`` for the printed sign."""
    made = etree.Element(tei("gap"))
    if xml_id:
        made.set(XML_ID, xml_id)
    made.set("reason", reason)
    made.set("resp", "#source")
    etree.SubElement(made, tei("desc"))
    return made


def dateline_parts(found: DateAndPlace) -> list[Part]:
    """The elements for date, time and place in a line, in the order of the line."""
    parts = []
    if found.date and found.date_span:
        parts.append(Part(*found.date_span, free("date", when=found.date)))
    if found.time and found.time_span:
        parts.append(Part(*found.time_span, free("time", when=found.time)))
    if found.place_span:
        parts.append(Part(*found.place_span, free("placeName")))
    return sorted(parts, key=lambda part: part.start)


def _of_span(span: Span) -> Element:
    if span.event is not None:
        return event_of_span(span.event, inferred=span.inferred)
    if span.kind == "elision":
        return gap_element()
    if span.kind in FURNITURE:
        return free("fw", type=span.kind)
    return free("note", type="editorial", place="inline", resp="#source")


def _innermost(made: Element) -> Element:
    return _innermost(made[-1]) if len(made) else made


def _append(parent: Element, text: str) -> None:
    """Add *text* at the end of *parent*; where a line ends in it, a line break.

    After a hyphen it is not known whether the word goes on: nothing is joined, no hyphen removed.
    In a description, where no line break may stand, it is a SPACE.
    """
    if parent.tag == tei("desc"):
        text = normalised(text.replace("\n", " "))
    line, *others = _LINE_END.split(text) if "\n" in text else (text,)
    _append_line(parent, line)
    for other in others:
        divided = _DIVIDED.search(line) is not None
        if not divided:
            _append_line(parent, " ")
        if parent.tag != tei("desc"):  # in which TEI allows no line break
            element(parent, "lb", **{"break": "maybe"} if divided else {})
        _append_line(parent, other)
        line = other


def _append_line(parent: Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _strip_ends(parent: Element) -> None:
    parent.text = (parent.text or "").lstrip(" ") or None
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "").rstrip(" ") or None
    elif parent.text:
        parent.text = parent.text.rstrip(" ") or None
