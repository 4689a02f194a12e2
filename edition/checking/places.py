"""Where exactly something stands in a TEI file: texts inside elements, and start tags."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from edition.diagnostic import Place
from edition.tei.document import Document
from edition.tei.vocabulary import local


@dataclass(frozen=True)
class TextPlaces:
    """Where the characters of a document's texts stand.

    A text is named by its element and its slot: 0 before the first child, *n* after the
    *n*-th, comments and processing instructions counted.
    """

    document: Document

    def of_character(self, element: Element, slot: int, offset: int) -> Place:
        """The place of character *offset* of the text in *slot* of *element*."""
        begin = self._begin(element, slot) if text_in_slot(element, slot) else None
        at = None if begin is None else self.document.markup.character(begin, offset)
        return self.document.place(element) if at is None else self.document.place_of_byte(at)

    def of_text(self, element: Element, slot: int) -> Place:
        """The place of the first character that is no white space in *slot* of *element*."""
        text = text_in_slot(element, slot)
        return self.of_character(element, slot, len(text) - len(text.lstrip()))

    def _begin(self, element: Element, slot: int) -> int | None:
        """The byte at which the text in *slot* of *element* begins."""
        markup, comments = self.document.markup, 0
        before = element[slot - 1] if slot else None
        while before is not None and not isinstance(before.tag, str):
            before, comments = before.getprevious(), comments + 1
        start = self.document.start(element if before is None else before)
        if start is None:
            return None
        end = markup.after_start_tag(start) if before is None else markup.after_element(start)
        return markup.after_comments(end, comments)


def text_in_slot(element: Element, slot: int) -> str:
    """The text in *slot* of *element*."""
    return (element.text if slot == 0 else element[slot - 1].tail) or ""


def start_tag(element: Element) -> str:
    """The start tag of *element* as markup, on one line."""
    attributes = "".join(
        f' {local(str(name))}="{shown(str(value), 80)}"' for name, value in element.attrib.items()
    )
    prefix = f"{element.prefix}:" if element.prefix else ""
    return f"<{prefix}{local(str(element.tag))}{attributes}>"


def shown(text: str, longest: int) -> str:
    """*text* on one line, cut after *longest* characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
