"""What was told at the last encoding, too: notes on the settings and on how a source is read."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, Severity
from edition.tei.document import Document, tree
from edition.tei.figures import stated, with_figures
from edition.tei.vocabulary import tei

_OF_READING = ("M", "T", "N039")  # codes: settings, transcript, the language that is taken for it


def repeated(findings: Iterable[Diagnostic], last: Document, now: bytes) -> list[Diagnostic]:
    """Of *findings* the notes that were told when *last* was written, where *now* comes of it.

    None, where the header of the encoding *now* says anything else, figures of the text apart: then
    source or settings have changed. *last* is what the program wrote last.
    """
    there = stated(last.root)
    counted = tree(with_figures(now, there, {*there, *stated(tree(now))}))
    if _header(counted) != _header(last.root):
        return []
    return [
        finding
        for finding in findings
        if finding.severity is Severity.NOTE and finding.code.startswith(_OF_READING)
    ]


def _header(root: Element) -> bytes:
    header = root.find(tei("teiHeader"))
    return b"" if header is None else etree.tostring(header, method="c14n")
