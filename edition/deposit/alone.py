"""A TEI file that lies beside no schemas: in the list of files of a record, or in an import."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml.etree import _Element as Element
from lxml.etree import _ProcessingInstruction as Instruction

from edition.publishing.tei import without_instructions
from edition.tei.document import parse


def standing_alone(tei: bytes) -> bytes:
    """*tei* without instructions that name a schema which lies elsewhere than on the web.

    All else stays; where there was any, in UTF-8, which needs no declaration.
    Raises EditionError (X001–X003).
    """
    return without_instructions(tei, parse(tei, ""), lambda node: near_schema(node) is not None)


def near_schema(node: Element) -> str | None:
    """The address of the schema that *node*, an xml-model, names; None for all on the web.

    Also None for whatever else *node* is.
    """
    if not isinstance(node, Instruction) or node.target != "xml-model":
        return None
    href = node.get("href") or ""
    try:
        return None if urlsplit(href).scheme in ("http", "https") else href
    except ValueError:
        return href
