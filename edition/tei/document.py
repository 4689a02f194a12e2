"""A TEI file read back: its tree, and the exact place of every element.

A file that names a document type, and with it entities, is refused before anything is
expanded or fetched; XInclude is never followed; processing instructions are only text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.files import read_bytes
from edition.tei.markup import Markup
from edition.tei.reading import Counts, counts
from edition.tei.vocabulary import XML_ID

_ENCODING = re.compile(r"""\A(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""")
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE")


@dataclass(frozen=True)
class Document:
    """A well-formed TEI file: *name* as the user gave it, its bytes in UTF-8, its tree."""

    name: str
    data: bytes = field(repr=False)
    root: etree._Element = field(repr=False)

    @cached_property
    def counts(self) -> Counts:
        """How much there is in the text; counted once for all who ask."""
        return counts(self.root)

    @cached_property
    def markup(self) -> Markup:
        """Where tags and texts stand in the bytes. Made only where something is to be placed."""
        return Markup(self.data)

    @cached_property
    def _starts(self) -> dict[etree._Element, int]:
        """The byte at which each element's start tag begins."""
        return dict(zip(self.root.iter(etree.Element), self.markup.starts, strict=True))

    def start(self, element: etree._Element) -> int | None:
        """The byte at which the start tag of *element* begins; None for one of another tree."""
        return self._starts.get(element)

    def place(self, element: etree._Element) -> Place:
        """Where the start tag of *element* begins."""
        at = self.start(element)
        return Place(self.name, element.sourceline or 1) if at is None else self.place_of_byte(at)

    def place_of_byte(self, at: int) -> Place:
        """Line and column of the byte *at* of ``data``."""
        return Place(self.name, *self.markup.line_and_column(at))

    def xpath(self, element: etree._Element) -> str:
        """A path to *element* in the TEI namespace, such as ``/TEI/text[1]/body[1]``."""
        path: str = self.root.getroottree().getelementpath(element)
        path = re.sub(r"\{[^}]*\}", "", path)
        root = etree.QName(self.root).localname
        return f"/{root}" if path == "." else f"/{root}/{path}"

    def nearest_id(self, element: etree._Element) -> str:
        """The xml:id of *element* or of the nearest ancestor that has one, else ''."""
        step: etree._Element | None = element
        while step is not None:
            if identifier := step.get(XML_ID):
                return str(identifier)
            step = step.getparent()
        return ""


def parse(data: bytes, name: str) -> Document:
    """The TEI document in *data*. Raises EditionError (X001–X003) with line and column."""
    if not data.strip():
        raise EditionError(diagnostic("X003", Place(name)))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise EditionError(_malformed(data, name, error)) from None
    if root.getroottree().docinfo.doctype:
        raise EditionError(diagnostic("X002", _place_of_doctype(data, name)))
    return Document(name, _in_utf_8(data, root), root)


def tree(data: bytes) -> etree._Element:
    """The root of *data*, which is known to be XML; identifiers may be there twice.

    Raises lxml.etree.XMLSyntaxError where it is none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    return etree.fromstring(data, parser)


def is_well_formed(data: bytes) -> bool:
    """Whether *data* is well-formed XML."""
    try:
        tree(data)
    except etree.XMLSyntaxError:
        return False
    return True


def read_document(path: Path) -> Document:
    """The TEI document in the file *path*. Raises FileAccessError or EditionError."""
    return parse(read_bytes(path), str(path))


def _in_utf_8(data: bytes, root: etree._Element) -> bytes:
    """*data* as UTF-8 without byte order mark: what places are counted in, and Saxon reads.

    A file in an encoding that only libxml2 knows is written anew from its tree; then columns
    are those of the new file.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else root.getroottree().docinfo.encoding or "utf-8"
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):
        text = str(etree.tostring(root.getroottree(), encoding="unicode"))
    text = text.removeprefix("\ufeff")
    return _ENCODING.sub(r"\1", text, count=1).encode("utf-8")


def _malformed(data: bytes, name: str, error: Exception) -> Diagnostic:
    if (match := _DOCUMENT_TYPE.search(data)) is not None:
        return diagnostic("X002", _place_at(data, match.start(), name))
    if isinstance(error, etree.XMLSyntaxError):
        line, column = error.position
        message = (error.msg or "not well-formed").split(", line ")[0]
        return diagnostic("X001", Place(name, max(line, 1), max(column, 1)), reason=message)
    return diagnostic("X001", Place(name), reason=str(error))


def _place_of_doctype(data: bytes, name: str) -> Place:
    match = _DOCUMENT_TYPE.search(data)
    return _place_at(data, match.start(), name) if match else Place(name)


def _place_at(data: bytes, index: int, name: str) -> Place:
    line = data.count(b"\n", 0, index) + 1
    return Place(name, line, index - data.rfind(b"\n", 0, index))
