"""TEI to publish: a small document with every construct once, and pieces to build others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from edition.publishing.index import index_pages
from edition.publishing.record import Record
from edition.tei.document import Document, parse

_TEI = Path(__file__).with_name("sample.xml").read_text(encoding="utf-8")
HEADER = _TEI[_TEI.index("<teiHeader>") : _TEI.index("<text>")]
TEXT = _TEI[_TEI.index("<text>") : _TEI.index("</TEI>")]


def document(text: str, *, header: str = HEADER, language: str = "en") -> Document:
    """A TEI document called harbour.xml, of a header and what follows it."""
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">{header}{text}</TEI>'
    return parse(tei.encode(), "harbour.xml")


def sample() -> Document:
    """The small document with every construct."""
    return document(TEXT)


def in_paragraph(markup: str) -> Document:
    """A document whose only paragraph holds *markup*."""
    return in_turn(f'<seg xml:id="p1">before {markup} after</seg>')


def in_turn(markup: str) -> Document:
    """A document whose only turn holds *markup*."""
    return document(
        '<text><body><div type="debateSection" xml:id="d1"><note type="speaker">Quay:</note>'
        f'<u xml:id="u1" who="#MaryQuay">{markup}</u></div></body></text>'
    )


def large(turns: int = 60) -> Document:
    """A document of many turns, about as large as a long meeting."""
    said = "The harbour needs a wall, and the wall needs stones, and the stones need hands. " * 8
    parts = [
        f'<note type="speaker">Quay:</note><u xml:id="u{n}" who="#MaryQuay">'
        f'<seg xml:id="p{2 * n}">{said}<placeName ref="#Quay">Quay</placeName></seg>'
        f'<seg xml:id="p{2 * n + 1}">{said}</seg></u>'
        for n in range(1, turns + 1)
    ]
    body = f'<div type="debateSection" xml:id="d1">{"".join(parts)}</div>'
    return document(f"<text><body>{body}</body></text>")


def home(records: Iterable[Record], **options: Any) -> str:
    """The first page of the index of *records*."""
    return dict(index_pages(records, **options))["index.html"]
