"""Why a document is not valid: every fault, where it is, and what was expected there.

libxml2 says yes or no, and where it says no, one poor sentence without a column.
"""

from __future__ import annotations

from edition.checking.faults import Fault
from edition.checking.grammar import Grammar
from edition.checking.places import TextPlaces, shown, start_tag, text_in_slot
from edition.checking.walk import Walk
from edition.diagnostic import Diagnostic, diagnostic
from edition.tei.document import Document

MOST_FAULTS = 500


def explain(document: Document, grammar: Grammar) -> list[Diagnostic]:
    """The faults of *document* by *grammar*, in the order of the document.

    After the first 500 the rest is counted only (R098).
    """
    walk = Walk(grammar)
    walk.document(document.root)
    faults = walk.faults.found
    texts = TextPlaces(document)
    findings = [_finding(fault, document, texts) for fault in faults[:MOST_FAULTS]]
    if (more := len(faults) - MOST_FAULTS) > 0:
        findings.append(diagnostic("R098", document.place(document.root), count=more))
    return sorted(findings, key=lambda finding: (finding.line, finding.column))


def _finding(fault: Fault, document: Document, texts: TextPlaces) -> Diagnostic:
    if fault.slot is None:
        place, excerpt = document.place(fault.node), start_tag(fault.node)
    else:
        place = texts.of_text(fault.node, fault.slot)
        excerpt = shown(text_in_slot(fault.node, fault.slot), 80)
    return diagnostic(
        fault.code,
        place,
        xpath=document.xpath(fault.node),
        xml_id=document.nearest_id(fault.node),
        excerpt=excerpt,
        expected=fault.expected,
        **fault.values,
    )
