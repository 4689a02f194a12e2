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
    """A finding for each kind of message ``<finding code="…" element="…" path="…"/>``.

    It is placed at the first element that is concerned, and says how many there are.
    """
    kinds: dict[tuple[str, str], dict[str, None]] = {}
    for message in messages:
        said = etree.fromstring(message)
        paths = kinds.setdefault((said.get("code", ""), said.get("element", "")), {})
        paths[said.get("path", "")] = None
    return tuple(_finding(document, *kind, list(paths)) for kind, paths in kinds.items())


def _finding(document: Document, code: str, name: str, paths: list[str]) -> Diagnostic:
    element = _element(document, paths[0])
    return diagnostic(
        code,
        document.place(element),
        xpath=document.xpath(element),
        xml_id=document.nearest_id(element),
        element=name,
        count=len(paths),
    )


def _element(document: Document, path: str) -> etree._Element:
    """The element at a path such as ``/Q{http://www.tei-c.org/ns/1.0}TEI[1]/…``."""
    found = etree.ETXPath(_EXPANDED.sub(r"\1", path))(document.root.getroottree())
    return found[0] if isinstance(found, list) and found else document.root
