"""Small changes of a TEI file by its bytes.

What is not changed stays as it was written, to the byte: comments, white space, the order of
attributes. Only files in UTF-8 can be changed so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import escape  # xml.sax.saxutils imports a web client
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import EditionError, Place, diagnostic
from edition.tei.document import Document, parse
from edition.tei.markup import Markup
from edition.tei.tags import names_of_attributes, with_attributes
from edition.tei.vocabulary import TEI_NAMESPACE, XML_NAMESPACE

_TAG_NAME = re.compile(rb"<([^\s/>]+)")
_LINE_END = re.compile(r"\r?\n")
_REST_OF_LINE = re.compile(rb"(?:[ \t]*<!--.*?-->)*", re.DOTALL)
_UTF_8 = frozenset({"UTF-8", "UTF8", "US-ASCII", "ASCII"})


class Edit(NamedTuple):
    """Bytes *start* to *end* become *new*."""

    start: int
    end: int
    new: bytes


class Editing:
    """The bytes of a TEI file, its tree, and what has to change in the bytes for a change in it."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises EditionError: X001–X003, or G020 where *data* is not UTF-8."""
        self.document: Document = parse(data, name)
        self.data = data
        self._markup = Markup(data)
        encoding = self.root.getroottree().docinfo.encoding or "UTF-8"
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if wide or encoding.upper() not in _UTF_8:
            raise EditionError(diagnostic("G020", Place(name), encoding=encoding))
        self._newline = b"\r\n" if b"\r\n" in data else b"\n"

    @property
    def root(self) -> Element:
        """The root of the tree."""
        return self.document.root

    @cached_property
    def _starts(self) -> dict[Element, int]:
        return dict(zip(self.root.iter(etree.Element), self._markup.starts, strict=True))

    def start(self, element: Element) -> int:
        """The first byte of *element*."""
        return self._starts[element]

    def content(self, element: Element) -> int:
        """The byte after the start tag of *element*."""
        return self._markup.after_start_tag(self.start(element))

    def end(self, element: Element) -> int:
        """The byte after *element*."""
        return self._markup.after_element(self.start(element))

    def is_open(self, element: Element) -> bool:
        """Whether *element* has an end tag, so that something can be put into it."""
        return not self._start_tag(element).endswith(b"/>")

    def copied(self, element: Element, prefix: str, inside: Iterable[Edit] = ()) -> str:
        """*element* as it is written, but with *prefix* before the names of all TEI elements.

        Other prefixes that are used in it are declared in it. *inside* are edits between its tags.
        """
        edits = [*self._declared(element), *inside]
        for inner in element.iter(f"{{{TEI_NAMESPACE}}}*"):
            edits += self._renamed(inner, prefix)
        after = len(self.data) - self.end(element)
        written = self.edited(edits)
        return written[self.start(element) : len(written) - after].decode()

    def unindented(self, element: Element, prefix: str, inside: Iterable[Edit] = ()) -> list[str]:
        """The lines of :meth:`copied`, without the indentation that the first one has."""
        before = self.indentation(element)
        lines = _LINE_END.split(self.copied(element, prefix, inside))
        return [line.removeprefix(before) for line in lines]

    def _renamed(self, element: Element, prefix: str) -> Iterator[Edit]:
        old = self.prefix(element)
        if old == prefix:
            return
        starts = [self.start(element) + len("<")]
        if self.is_open(element):
            starts.append(self._end_tag(element) + len("</"))
        for at in starts:
            yield Edit(at, at + len(old), prefix.encode())

    def _declared(self, element: Element) -> Iterator[Edit]:
        """Declarations of the prefixes that are used in *element* and declared around it."""
        tag = self._start_tag(element)
        at = self.start(element) + len(b"<") + len(_TAG_NAME.findall(tag)[0])
        for prefix, space in sorted(_used_prefixes(element).items()):
            if not re.search(rb"\sxmlns:" + prefix.encode() + rb"\s*=", tag):
                yield Edit(at, at, _attribute(f"xmlns:{prefix}", space))

    def _start_tag(self, element: Element) -> bytes:
        return self.data[self.start(element) : self.content(element)]

    def indentation(self, element: Element) -> str:
        """The white space before *element* on its line; '' where more stands there."""
        start = self.start(element)
        before = self.data[self.data.rfind(b"\n", 0, start) + 1 : start]
        return "" if before.strip(b" \t") else before.decode()

    def prefix(self, element: Element) -> str:
        """The prefix of *element* with its colon, which those beside it need too."""
        return f"{element.prefix}:" if element.prefix else ""

    def after(self, element: Element, lines: Iterable[str]) -> Edit:
        """*lines* put after *element*, and what is remarked on its line, indented as it is."""
        end = self.end(element)
        remarks = _REST_OF_LINE.match(self.data, end)
        at = remarks.end() if remarks else end
        return self._inserted(at, self.indentation(element), lines)

    def before(self, element: Element, lines: Iterable[str], indentation: str) -> Edit:
        """*lines*, so indented, put before *element*; into its line, where it begins none."""
        start = self.start(element)
        line = self.data.rfind(b"\n", 0, start) + 1
        if self.data[line:start].strip(b" \t"):
            return Edit(start, start, "".join(lines).encode())
        new = b"".join((indentation + one).encode() + self._newline for one in lines)
        return Edit(line, line, new)

    def first_in(self, element: Element, lines: Iterable[str]) -> Edit:
        """*lines* put at the beginning of *element*, which :meth:`is_open`, and further in."""
        return self._inserted(self.content(element), self._indentation_in(element), lines)

    def _indentation_in(self, element: Element) -> str:
        """That of the first child of *element* where it is on a line of its own, else one more."""
        own = self.indentation(element)
        child = next(element.iterchildren(etree.Element), None)
        inner = own if child is None else self.indentation(child)
        return inner if inner.startswith(own) and inner != own else own + "  "

    def last_in(self, element: Element, lines: Iterable[str]) -> Edit:
        """*lines* put after the last element in *element*, which :meth:`is_open`."""
        children = [child for child in element if isinstance(child.tag, str)]
        return self.after(children[-1], lines) if children else self.first_in(element, lines)

    def replaced(self, element: Element, lines: list[str]) -> Edit:
        """*lines* in the place of *element*, indented as it is."""
        between = self._newline + self.indentation(element).encode()
        return Edit(
            self.start(element), self.end(element), between.join(line.encode() for line in lines)
        )

    def with_text(self, element: Element, text: str) -> Edit:
        """*text* in the place of what stands in *element*, which :meth:`is_open`."""
        new = escape(text, quote=False).encode()
        return Edit(self.content(element), self._end_tag(element), new)

    def without(self, element: Element) -> Edit:
        """*element* taken out, with the white space before it."""
        start = self.start(element)
        before = len(self.data[:start].rstrip(b" \t\r\n"))
        return Edit(before, self.end(element), b"")

    def with_attributes(self, element: Element, changed: dict[str, str]) -> Edit:
        """The attributes of *element* that *changed* names, with its values; '' takes one out.

        Those it does not have yet follow the others; they are in no namespace, or have a prefix.
        """
        start, tag = self.start(element), self._start_tag(element).decode()
        written = {_in_full(element, name): name for name in names_of_attributes(tag)}
        values = {written.get(name, name): value or None for name, value in changed.items()}
        return Edit(start, start + len(tag.encode()), with_attributes(tag, values).encode())

    def unwrapped(self, element: Element) -> list[Edit]:
        """The tags of *element* taken out; what stands between them stays."""
        start, content, end = self.start(element), self.content(element), self.end(element)
        if not self.is_open(element):
            return [Edit(start, end, b"")]
        return [Edit(start, content, b""), Edit(self._end_tag(element), end, b"")]

    def _end_tag(self, element: Element) -> int:
        return self.data.rindex(b"</", self.content(element), self.end(element))

    def _inserted(self, at: int, indentation: str, lines: Iterable[str]) -> Edit:
        new = b"".join(self._newline + (indentation + line).encode() for line in lines)
        return Edit(at, at, new)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The file with *edits*, which do not overlap; of those at one byte the first is first."""
        return b"".join(self._parts(sorted(edits, key=lambda edit: edit[:2])))

    def _parts(self, edits: list[Edit]) -> Iterator[bytes]:
        at = 0
        for start, end, new in edits:
            yield self.data[at:start]
            yield new
            at = end
        yield self.data[at:]


def _in_full(element: Element, written: str) -> str:
    """The name of an attribute of *element* as lxml has it, its prefix resolved."""
    prefix, colon, name = written.rpartition(":")
    spaces = {"xml": XML_NAMESPACE, **element.nsmap}
    return f"{{{spaces[prefix]}}}{name}" if colon and prefix in spaces else written


def _used_prefixes(element: Element) -> dict[str, str]:
    """The prefixes in *element* that are declared around it, but those of TEI elements."""
    used: set[str | None] = set()
    for inner in element.iter(etree.Element):
        if etree.QName(inner).namespace != TEI_NAMESPACE:
            used.add(inner.prefix)
        spaces = {etree.QName(str(key)).namespace for key in inner.attrib}
        used.update(prefix for prefix, space in inner.nsmap.items() if space in spaces)
    return {prefix: element.nsmap[prefix] for prefix in used if prefix and prefix in element.nsmap}


def _attribute(name: str, value: str) -> bytes:
    return f' {name}="{escape(value)}"'.encode() if value else b""
