"""Where exactly something stands in a TEI file: texts inside elements, and start tags."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.names import local
from edition.diagnostic import Place
from edition.tei.document import Document


class _Chunk(NamedTuple):
    """A stretch of characters as expat reports it: from byte *at*."""

    text: str
    line: int
    at: int


@dataclass(frozen=True)
class TextPlaces:
    """Where the characters of a document's texts stand. Made only where something is wrong.

    A text is named by its element and its slot: 0 before the first child, *n* after the
    *n*-th, comments and processing instructions counted.
    """

    document: Document

    @cached_property
    def _chunks(self) -> dict[tuple[int, int], list[_Chunk]]:
        """The texts of each element (by its number in the document) and slot."""
        return _Listener(self.document.data).chunks

    @cached_property
    def _numbers(self) -> dict[Element, int]:
        return {e: number for number, e in enumerate(self.document.root.iter(etree.Element))}

    def of_character(self, element: Element, slot: int, offset: int) -> Place:
        """The place of character *offset* of the text in *slot* of *element*."""
        chunks = self._chunks.get((self._numbers.get(element, -1), slot))
        if not chunks:
            return self.document.place(element)
        starts = [0]
        for chunk in chunks[:-1]:
            starts.append(starts[-1] + len(chunk.text))
        number = bisect_right(starts, offset) - 1
        chunk = chunks[number]
        index = chunk.at + len(chunk.text[: offset - starts[number]].encode())
        data = self.document.data
        line_start = max(data.rfind(b"\n", 0, index), data.rfind(b"\r", 0, index)) + 1
        column = len(data[line_start:index].decode("utf-8", "replace")) + 1
        return Place(self.document.name, chunk.line, column)

    def of_text(self, element: Element, slot: int) -> Place:
        """The place of the first character that is no white space in *slot* of *element*."""
        chunks = self._chunks.get((self._numbers.get(element, -1), slot), [])
        text = "".join(chunk.text for chunk in chunks)
        return self.of_character(element, slot, len(text) - len(text.lstrip()))


class _Listener:
    """Reads a document with expat and keeps its texts with their places."""

    def __init__(self, data: bytes) -> None:
        self.chunks: dict[tuple[int, int], list[_Chunk]] = {}
        self._open: list[list[int]] = []  # number of the element, and its children so far
        self._count = 0
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = lambda _text: self._child()
        parser.ProcessingInstructionHandler = lambda _target, _text: self._child()
        parser.Parse(data, True)

    def _start(self, _name: str, _attributes: object) -> None:
        self._child()
        self._open.append([self._count, 0])
        self._count += 1

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _child(self) -> None:
        if self._open:
            self._open[-1][1] += 1

    def _text(self, text: str) -> None:
        parser = self._parser
        chunk = _Chunk(text, parser.CurrentLineNumber, parser.CurrentByteIndex)
        number, slot = self._open[-1]
        self.chunks.setdefault((number, slot), []).append(chunk)


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
