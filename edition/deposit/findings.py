"""A finding of the gate: at the element that is wrong, or where the one that is missing belongs."""

from __future__ import annotations

from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, diagnostic
from edition.header.reading import found
from edition.tei.document import Document


class Findings:
    """Collects what is found in the header of *document*."""

    def __init__(self, document: Document) -> None:
        self.all: list[Diagnostic] = []
        self._document = document

    def at(self, code: str, element: Element, **values: str) -> None:
        """Find *code* at *element*."""
        document = self._document
        self.all.append(
            diagnostic(
                code,
                document.place(element),
                xpath=document.xpath(element),
                xml_id=document.nearest_id(element),
                **values,
            )
        )

    def missing(self, code: str, path: str, **values: str) -> None:
        """Find *code* where the element at *path*, from ``teiHeader`` on, belongs.

        That is the innermost element around it that is there.
        """
        element = self._document.root
        for step in ("teiHeader", *path.split("/")):
            inner = next(iter(found(element, f"t:{step}")), None)
            if inner is None:
                break
            element = inner
        self.at(code, element, **values)
