"""The rules of the ODD that no grammar can hold: its Schematron, compiled to one stylesheet."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.places import start_tag
from edition.diagnostic import Diagnostic, Severity, diagnostic
from edition.saxon import BrokenEngineError, EngineError, Transformation, engine
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID

MOST_FINDINGS = 500
_UNRESOLVED = "S201"


class _Finding(msgspec.Struct):
    """A finding as the stylesheet writes it; ``element`` counts elements from 0."""

    code: str
    severity: Severity
    message: str
    hint: str
    element: int


def check_rules(document: Document, stylesheet: Path) -> list[Diagnostic]:
    """What the rules in the file *stylesheet*, made from the ODD, find in *document* (S…).

    After the first 500 the rest is counted only (S098).
    """
    return rule_findings(begin_rules(document, stylesheet))


def begin_rules(document: Document, stylesheet: Path) -> Transformation:
    """Let the engine apply the rules while the caller looks at other things."""
    return engine().stylesheet(stylesheet).begin(document)


def rule_findings(begun: Transformation) -> list[Diagnostic]:
    """What came of :func:`begin_rules`, which is waited for."""
    document = begun.document
    try:
        written = begun.result().text
    except EngineError as error:
        return [_failure(document, error)]
    if not written:
        return []
    elements = list(document.root.iter(etree.Element))
    lines = [line for line in written.split("\n") if line]
    found = [msgspec.json.decode(line, type=_Finding) for line in lines[:MOST_FINDINGS]]
    findings = [_diagnostic(document, elements, finding) for finding in found]
    if (more := len(lines) - MOST_FINDINGS) > 0:
        findings.append(diagnostic("S098", document.place(document.root), count=more))
    return findings


def _diagnostic(document: Document, elements: Sequence[Element], found: _Finding) -> Diagnostic:
    element = elements[found.element]
    place = document.place(element)
    return Diagnostic(
        code=found.code,
        severity=found.severity,
        message=_sentence(found.message),
        hint=found.hint,
        file=place.file,
        line=place.line,
        column=place.column,
        xpath=document.xpath(element),
        xml_id=document.nearest_id(element),
        excerpt=start_tag(element),
        expected=_near_ids(document, element) if found.code == _UNRESOLVED else "",
    )


def _sentence(message: str) -> str:
    """*message* as others are written: small first letter, no full stop."""
    first = message[:1] if message[1:2].isupper() else message[:1].lower()
    return first + message[1:].removesuffix(".")


def _near_ids(document: Document, element: Element) -> str:
    """For each pointer of *element* that leads nowhere, the id that was probably meant."""
    known = [str(e.get(XML_ID)) for e in document.root.iter(etree.Element) if e.get(XML_ID)]
    names = set(known)
    pointers = [
        word[1:]
        for value in element.attrib.values()
        for word in str(value).split()
        if word.startswith("#")
    ]
    near = [get_close_matches(pointer, known, 1) for pointer in pointers if pointer not in names]
    return ", ".join(f"#{found[0]}" for found in near if found)


def _failure(document: Document, error: EngineError) -> Diagnostic:
    code = "S001" if isinstance(error, BrokenEngineError) else "S000"
    return diagnostic(code, document.place(document.root), reason=str(error))
