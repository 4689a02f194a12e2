"""``front``: the title page and the lead."""

from __future__ import annotations

from lxml.etree import _Element as Element

from edition.tei.ids import Identifiers
from edition.tei.inline import element, fill, parts_of
from edition.tei.marks import Marks
from edition.transcript.model import Block, Kind, Transcript


def add_front(text: Element, transcript: Transcript, ids: Identifiers, marks: Marks) -> None:
    """Add ``front`` to *text*; nothing where there is no title: then its text is in the body."""
    if not has_title(transcript):
        return
    blocks = [b for b in transcript.blocks if b.kind in (Kind.TITLE, Kind.DATELINE, Kind.LEAD)]
    front = element(text, "front")
    on_page = _end_of_title_page(blocks)
    _title_page(element(front, "titlePage"), blocks[:on_page], ids, marks)
    if blocks[on_page:]:
        lead = element(front, "div", type="lead")
        for block in blocks[on_page:]:
            _paragraph(lead, block, ids, marks)


def _end_of_title_page(blocks: list[Block]) -> int:
    """Index after the first date line and those that follow it at once, and after the title."""
    titles = [index for index, block in enumerate(blocks) if block.kind is Kind.TITLE]
    end = next((i for i, block in enumerate(blocks) if block.kind is Kind.DATELINE), 0)
    while end < len(blocks) and blocks[end].kind is Kind.DATELINE:
        end += 1
    return max(end, titles[-1] + 1)


def has_title(transcript: Transcript) -> bool:
    """Whether the transcript prints a title: without one there is no title page."""
    return any(block.kind is Kind.TITLE for block in transcript.blocks)


def _title_page(page: Element, blocks: list[Block], ids: Identifiers, marks: Marks) -> None:
    doc_title: Element | None = None
    for block in blocks:
        goes_on = doc_title is None or page[-1] is doc_title
        if block.kind is Kind.TITLE and goes_on:
            doc_title = element(page, "docTitle") if doc_title is None else doc_title
            if len(doc_title):
                doc_title[-1].tail = " "
            title = element(doc_title, "titlePart", type="main")
            fill(title, block.text, 0, len(block.text), marks.among(block, parts_of(block)))
        elif block.kind is Kind.DATELINE and block.dateline is not None:
            line = element(page, "docDate")
            parts = marks.among(block, parts_of(block))
            fill(line, block.text, 0, len(block.text), parts)
        else:
            _paragraph(element(page, "argument"), block, ids, marks)


def _paragraph(parent: Element, block: Block, ids: Identifiers, marks: Marks) -> None:
    paragraph = element(parent, "p", xml_id=ids.next("p"))
    parts = marks.among(block, parts_of(block))
    fill(paragraph, block.text, 0, len(block.text), parts)
