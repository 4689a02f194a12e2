"""Identifiers that are unique in a corpus: each document's own, with the document's name before."""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.registers import NO_POINTERS
from edition.tei.vocabulary import XML_ID

# What is no name character in every edition of XML 1.0; and an underscore that could be taken for
# the beginning of an escape.
_ESCAPED = re.compile(
    "[^A-Za-z0-9._À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΑ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣-]|_(?=x)"
)
_NAME = re.compile(r"[^\W\d][\w.-]*\Z")  # no XPointer, which has parentheses


def document_identifier(corpus: str, stem: str) -> str:
    """The identifier of the document *stem* in *corpus*: no other document has it.

    What cannot be in an identifier is written ``_x0020_``.
    """
    return f"{corpus}_{_ESCAPED.sub(lambda it: f'_x{ord(it[0]):04X}_', stem)}"


def make_unique(root: Element, corpus: str, stem: str, documents: Container[str]) -> None:
    """Put the identifier of the document *stem* before each in *root*, and where it is pointed to.

    So with pointers to other *documents* of *corpus*, which are names of files (``other.xml#p2``).
    *root* is called as the document if it has no identifier.
    """
    prefix = document_identifier(corpus, stem)
    own = {it.get(XML_ID) for it in root.iter(etree.Element)} - {None}

    def pointed(pointer: str) -> str:
        address, _, name = pointer.partition("#")
        if not address:
            return f"#{prefix}.{name}" if name in own else pointer
        file = unquote(address).removeprefix("./")
        other = file.removesuffix(".xml")
        if other != file and other in documents and _NAME.match(name):
            return f"#{document_identifier(corpus, other)}.{name}"
        return pointer

    for element in root.iter(etree.Element):
        for key, value in element.items():
            if key == XML_ID:
                element.set(key, f"{prefix}.{value}")
            elif "#" in value and key not in NO_POINTERS:
                element.set(key, " ".join(map(pointed, value.split())))
    if root.get(XML_ID) is None:
        root.set(XML_ID, prefix)
