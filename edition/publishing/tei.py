"""The TEI file as it is published."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element
from lxml.etree import _ProcessingInstruction as Instruction

if TYPE_CHECKING:
    from edition.tei.document import Document


def published_tei(data: bytes, document: Document) -> bytes:
    """*data*, the file of *document*, without instructions that name a style sheet.

    A browser that opens the file would fetch that from wherever it is (W3C, Associating Style
    Sheets with XML documents, which knows such instructions before the first element only).
    A file that has one is published in UTF-8, any other to the byte.
    """
    return without_instructions(data, document, _names_style_sheet)


def without_instructions(
    data: bytes, document: Document, is_unwanted: Callable[[Element], bool]
) -> bytes:
    """*data*, the file of *document*, without what is before the first element and *is_unwanted*.

    Where there is any, the rest is in UTF-8.
    """
    before = [*document.root.itersiblings(preceding=True)][::-1]
    numbers = [number for number, node in enumerate(before) if is_unwanted(node)]
    if not numbers:
        return data
    data, markup = document.data, document.markup
    first = int(data.startswith(b"<?xml") and data[5:6].isspace())
    for number in reversed(numbers):
        start, end = (markup.after_comments(0, first + number + n) for n in (0, 1))
        data = data[:start] + data[end:]
    return data


def _names_style_sheet(node: Element) -> bool:
    return isinstance(node, Instruction) and node.target == "xml-stylesheet"
