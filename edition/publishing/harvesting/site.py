"""What harvesters are told of an edition and of each document in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.record import Record
from edition.tei.bibliography import Reference


@dataclass(frozen=True)
class Site:
    """An edition on the web: *address* is where ``output/`` lies; the rest is '' where unknown."""

    address: str
    title: str = ""
    publisher: str = ""
    contact: str = ""

    @property
    def name(self) -> str:
        """What the edition is called: its title, else its address."""
        return self.title or self.address

    @property
    def host(self) -> str:
        """The name of the computer where it lies, without a port."""
        try:
            return urlsplit(self.address).hostname or ""
        except ValueError:  # it is no address, which only who lies there can know
            return ""

    def at(self, path: str) -> str:
        """The address of the file *path* below ``output/``."""
        return f"{self.address.rstrip('/')}/{quote(path, safe='/;=')}"


class Work(NamedTuple):
    """A document as harvesters see it."""

    record: Record
    reference: Reference

    @property
    def page(self) -> str:
        """The path of its page below ``output/``."""
        return f"html/{self.record.name}.html"

    def media(self) -> Iterator[tuple[str, str]]:
        """Its other forms: media type, and path below ``output/``."""
        yield "application/tei+xml", f"tei/{self.record.name}.xml"
        if self.record.text:
            yield "text/plain", f"text/{self.record.name}.txt"


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element of the namespace of *parent*, unless *name* has one of its own."""
    namespace = etree.QName(parent).namespace
    tag = name if name.startswith("{") else f"{{{namespace}}}{name}"
    child = etree.SubElement(parent, tag, attributes)
    child.text = text or None
    return child


def xml(root: Element) -> bytes:
    """*root* as a file."""
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
