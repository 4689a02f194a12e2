"""Identifiers that are unique in a corpus: each document's own, with the document's name before."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.registers import NO_POINTERS
from edition.tei.vocabulary import XML_ID

# What is no name character in every edition of XML 1.0; and an underscore that could be taken for
# the beginning of an escape.
_ESCAPED = re.compile(
    "[^A-Za-z0-9._À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΑ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣-]|_(?=x)"
)


def document_identifier(corpus: str, stem: str) -> str:
    """The identifier of the document *stem* in *corpus*: no other document has it.

    What cannot be in an identifier is written ``_x0020_``.
    """
    return f"{corpus}_{_ESCAPED.sub(lambda it: f'_x{ord(it[0]):04X}_', stem)}"


def make_unique(root: Element, prefix: str) -> None:
    """Put *prefix* and a full stop before each identifier in *root*, and where it is pointed to.

    *root* is called *prefix* if it has no identifier.
    """
    own = {it.get(XML_ID) for it in root.iter(etree.Element)} - {None}
    for element in root.iter(etree.Element):
        for key, value in element.items():
            if key == XML_ID:
                element.set(key, f"{prefix}.{value}")
            elif "#" in value and key not in NO_POINTERS:
                element.set(key, " ".join(_pointed(it, own, prefix) for it in value.split()))
    if root.get(XML_ID) is None:
        root.set(XML_ID, prefix)


def _pointed(pointer: str, own: set[str | None], prefix: str) -> str:
    return f"#{prefix}.{pointer[1:]}" if pointer[:1] == "#" and pointer[1:] in own else pointer
