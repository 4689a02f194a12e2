"""Whether the schemas are there to which a TEI file points by ``xml-model``.

https://www.w3.org/TR/xml-model/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element as Element
from lxml.etree import _ProcessingInstruction as Instruction

from edition.diagnostic import Diagnostic, diagnostic
from edition.project.schemas import NAMES, address_of_schemas
from edition.tei.document import Document

_MODEL = "xml-model"
_HREF = re.compile(rb"""\shref\s*=\s*(["'])(.*?)\1""")


class Pointer(NamedTuple):
    """The address of a schema in an ``xml-model``: from byte *start* to *end* it says *href*.

    *right* is where that schema lies instead; '' where it is not known.
    """

    start: int
    end: int
    href: str
    right: str


def schemas_not_there(document: Document, path: Path) -> list[Diagnostic]:
    """The findings M018: instructions in the file *path* that name a schema which is not there."""
    return [
        diagnostic("M018", document.place_of_byte(at.start), expected=at.right, href=at.href)
        for at in lost_schemas(document, path)
    ]


def lost_schemas(document: Document, path: Path) -> Iterator[Pointer]:
    """Where in the file *path* an ``xml-model`` names a file which is not there.

    Addresses on the network, and from the root of a disk, are not looked at.
    """
    nodes: list[Element] = document.root.xpath("//processing-instruction()")
    for node, at in zip(nodes, document.markup.instructions if nodes else (), strict=True):
        if not isinstance(node, Instruction) or node.target != _MODEL:
            continue
        found = _HREF.search(document.data, at, document.data.index(b"?>", at))
        if found is None:
            continue
        href = found[2].decode()
        file = _file_at(href)
        if file and not _is_file(path.parent / file):
            yield Pointer(*found.span(2), href, _right(path, file.rpartition("/")[2]))


def _file_at(href: str) -> str:
    """The relative path to which *href* leads; '' where it leads elsewhere."""
    try:
        address = urlsplit(href)
    except ValueError:  # no address at all
        return href
    elsewhere = address.scheme or address.netloc or address.path[:1] == "/"
    return "" if elsewhere else unquote(address.path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it
        return False


def _right(path: Path, name: str) -> str:
    folder = address_of_schemas(path) if name in NAMES else None
    return f"{folder}/{name}" if folder else ""
