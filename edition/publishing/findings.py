"""What the stylesheets said by ``xsl:message``, as findings with a place in the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from edition.diagnostic import Diagnostic, diagnostic

if TYPE_CHECKING:
    from edition.tei.document import Document

_EXPANDED = re.compile(r"Q(\{[^}]*\})")


def findings(document: Document, messages: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A finding for each message ``<finding code="…" path="…"/>``, each once, in the order said."""
    return tuple(_finding(document, message) for message in dict.fromkeys(messages))


def _finding(document: Document, message: str) -> Diagnostic:
    said = etree.fromstring(message)
    element = _element(document, said.get("path", ""))
    return diagnostic(
        said.get("code", ""),
        document.place(element),
        xpath=document.xpath(element),
        xml_id=document.nearest_id(element),
        element=said.get("element"),
    )


def _element(document: Document, path: str) -> etree._Element:
    """The element at a path such as ``/Q{http://www.tei-c.org/ns/1.0}TEI[1]/…``."""
    found = etree.ETXPath(_EXPANDED.sub(r"\1", path))(document.root.getroottree())
    return found[0] if isinstance(found, list) and found else document.root
