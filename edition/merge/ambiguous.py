"""Identifiers that name nothing, or two things: by such ones no versions can be compared."""

from __future__ import annotations

import re

from lxml import etree

from edition.diagnostic import EditionError, diagnostic
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID, local

_NAME = re.compile(r"[^\W\d][\w.\-·]*\Z")  # an XML name without colon


def refuse_ambiguous(document: Document) -> None:
    """Raise EditionError where an identifier is there twice (R015), or is no name (R012)."""
    seen: dict[str, etree._Element] = {}
    for element in document.root.iter(etree.Element):
        name = element.get(XML_ID)
        if name is None:
            continue
        place = document.place
        if not _NAME.match(name):
            found = {"name": "xml:id", "element": local(str(element.tag)), "value": name}
            raise EditionError(
                diagnostic("R012", place(element), **found, advice="Correct the value.")
            )
        if (earlier := seen.setdefault(name, element)) is not element:
            line = place(earlier).line
            raise EditionError(diagnostic("R015", place(element), value=name, line=line))
