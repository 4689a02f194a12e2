"""The rules of the ODD that no grammar can hold: its Schematron, compiled to XSLT.

One stylesheet says which assertion is broken by which element. What to say of it stands in
another, which a document without findings does not need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.checking.places import start_tag
from edition.diagnostic import Diagnostic, Severity, diagnostic
from edition.saxon import BrokenEngineError, EngineError, Transformation, engine
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID

MOST_FINDINGS = 500
MESSAGES = "edition-messages.xsl"
_UNRESOLVED = "S201"
_MOST_COMPARED = 20  # pointers of a document
_GRAVEST_FIRST = list(Severity)


class _Broken(NamedTuple):
    """A line of the stylesheet of checks; ``element`` counts elements from 0."""

    assertion: str
    severity: Severity
    element: int


class _Finding(msgspec.Struct):
    """A line of the stylesheet of messages: what is said of such a line."""

    code: str
    severity: Severity
    message: str
    hint: str
    element: int


def begin_rules(document: Document, stylesheet: Path) -> Transformation:
    """Let the engine apply the rules in *stylesheet*, made from the ODD, to *document*.

    The caller may look at other things meanwhile.
    """
    return engine().stylesheet(stylesheet).begin(document)


def rule_findings(begun: Transformation, most: int = MOST_FINDINGS) -> list[Diagnostic]:
    """What came of :func:`begin_rules`, which is waited for (S…); errors before warnings.

    After *most* the rest is counted only (S098).
    """
    document = begun.document
    try:
        broken = [_broken(line) for line in begun.result().text.splitlines() if line]
        broken.sort(key=lambda it: _GRAVEST_FIRST.index(it.severity))
        found = _told(begun, broken[:most]) if broken else []
    except EngineError as error:
        return [_failure(document, error)]
    elements = list(document.root.iter(etree.Element)) if found else []
    ids = _Ids(elements)
    findings = [_diagnostic(document, elements, finding, ids) for finding in found]
    if untold := broken[most:]:
        more = diagnostic("S098", document.place(document.root), count=len(untold))
        findings.append(replace(more, severity=untold[0].severity))
    return findings


def broken_rules(begun: Transformation) -> Counter[tuple[str, str]]:
    """How often each rule that is an error is broken, with the identifier where; nothing is said.

    Nothing where the engine fails.
    """
    try:
        broken = [_broken(line) for line in begun.result().text.splitlines() if line]
    except EngineError:
        return Counter()
    errors = [it for it in broken if it.severity is Severity.ERROR]
    elements = list(begun.document.root.iter(etree.Element)) if errors else []
    return Counter((it.assertion, begun.document.nearest_id(elements[it.element])) for it in errors)


def _broken(line: str) -> _Broken:
    assertion, severity, element = line.split()
    return _Broken(assertion, Severity(severity), int(element))


def _told(begun: Transformation, broken: Sequence[_Broken]) -> list[_Finding]:
    """What the stylesheet of messages, beside that of checks, says of *broken*."""
    stylesheet = engine().stylesheet(Path(begun.path).with_name(MESSAGES))
    lines = "\n".join(" ".join(map(str, it)) for it in broken)
    written = stylesheet.transform(begun.document, findings=lines).text
    return [msgspec.json.decode(line, type=_Finding) for line in written.splitlines() if line]


def _diagnostic(
    document: Document, elements: Sequence[Element], found: _Finding, ids: _Ids
) -> Diagnostic:
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
        expected=ids.near(element) if found.code == _UNRESOLVED else "",
    )


def _sentence(message: str) -> str:
    """*message* as others are written: small first letter, no full stop."""
    first = message[:1] if message[1:2].isupper() else message[:1].lower()
    return first + message[1:].removesuffix(".")


class _Ids:
    """The identifiers in a document, to which pointers that lead nowhere may have been meant."""

    def __init__(self, elements: Sequence[Element]) -> None:
        """*elements* are all of the document."""
        self._elements = elements
        self._near: dict[str, str] = {}

    @cached_property
    def _known(self) -> list[str]:
        return [name for element in self._elements if (name := str(element.get(XML_ID, "")))]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._known)

    def near(self, element: Element) -> str:
        """For each pointer of *element* that leads nowhere, the id that was probably meant.

        Of a document only the first pointers are looked at: each is compared with every id.
        """
        words = [word for value in element.attrib.values() for word in str(value).split()]
        pointers = [word[1:] for word in words if word.startswith("#")]
        near = [self._nearest(one) for one in pointers if one not in self._names]
        return ", ".join(f"#{found}" for found in near if found)

    def _nearest(self, pointer: str) -> str:
        from difflib import get_close_matches  # a document without findings does without

        if pointer not in self._near and len(self._near) < _MOST_COMPARED:
            self._near[pointer] = next(iter(get_close_matches(pointer, self._known, 1)), "")
        return self._near.get(pointer, "")


def _failure(document: Document, error: EngineError) -> Diagnostic:
    code = "S001" if isinstance(error, BrokenEngineError) else "S000"
    return diagnostic(code, document.place(document.root), reason=str(error))
