"""What a ``theme.xsl`` may not say: whatever reaches a file, an address, a clock or a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.description import finding_at
from edition.diagnostic import Diagnostic
from edition.tei.document import Document
from edition.tei.vocabulary import local, namespace_of

_XSL = "http://www.w3.org/1999/XSL/Transform"
_PACKAGES = ("edition:html", "edition:core")
_INSTRUCTIONS = frozenset(
    {"include", "import", "import-schema", "result-document", "source-document", "evaluate"}
    | {"merge-source", "stylesheet", "transform"}
)
_FUNCTIONS = (
    "doc",
    "doc-available",
    "document",
    "unparsed-text",
    "unparsed-text-lines",
    "unparsed-text-available",
    "unparsed-binary",
    "json-doc",
    "collection",
    "uri-collection",
    "stream-available",
    "transform",
    "environment-variable",
    "available-environment-variables",
    "system-property",
    "function-lookup",
    "load-xquery-module",
    "current-date",
    "current-dateTime",
    "current-time",
    "implicit-timezone",
    "random-number-generator",
)
# A name of one of these, called or taken as a value; with whatever prefix, for any may be bound.
_CALL = re.compile(rf"(?<![\w.$-])(?:{'|'.join(sorted(_FUNCTIONS, reverse=True))})(?=\s*[(#])")
_EXTENSIONS = re.compile(r"https?://(?:\w+\.)*(?:saxon|saxonica|expath|exslt|exquery)\.\w|java:")


def faults_of_sheet(document: Document) -> Iterator[Diagnostic]:
    """The findings P005: what *document*, a theme, says and may not."""
    root = document.root
    if root.tag != f"{{{_XSL}}}package":
        yield _fault(document, root, f"<{local(str(root.tag))}> in place of <xsl:package>")
    for element in root.iter(etree.Element):
        for what in _said(element):
            yield _fault(document, element, what)


def _said(element: Element) -> Iterator[str]:
    """What *element* and its words say that they may not."""
    tag = str(element.tag)
    name, is_xsl = local(tag), namespace_of(tag) == _XSL
    if is_xsl:
        yield from _said_by_instruction(element, name)
    elif name.lower() == "script" or any(str(key).lower()[:2] == "on" for key in element.attrib):
        yield "a script"
    for key, value in element.attrib.items():
        yield from _said_in(str(value))
        # Its value would be computed, and is any expression then.
        if is_xsl and str(key).startswith("_"):
            yield f"the attribute {key}"
        if local(str(key)) == "extension-element-prefixes":
            yield f"the attribute {local(str(key))}"
    for text in (element.text, *(child.tail for child in element)):
        yield from _said_in(text or "")
    own = set(element.nsmap.values())
    parent = element.getparent()
    for address in sorted(own - set(parent.nsmap.values() if parent is not None else ())):
        if _EXTENSIONS.search(address):
            yield f"functions of {address}"


def _said_by_instruction(element: Element, name: str) -> Iterator[str]:
    is_root = element.getparent() is None
    if name in _INSTRUCTIONS and not is_root:
        yield f"<xsl:{name}>"
    if name == "use-package" and element.get("name") not in _PACKAGES:
        yield f"the package {element.get('name')}"
    if name in ("element", "attribute"):
        made = element.get("name", "").lower()
        if "{" in made or "script" in made or (name == "attribute" and made.startswith("on")):
            yield f'<xsl:{name} name="{element.get("name")}">'


def _said_in(value: str) -> Iterator[str]:
    for call in _CALL.findall(value):
        yield f"{call}()"
    if _EXTENSIONS.search(value):
        yield f"functions of {value}"


def _fault(document: Document, element: Element, what: str) -> Diagnostic:
    return finding_at(document, element, "P005", what=what)
