"""Checking a TEI file: grammar, rules of the ODD, fidelity to its source, content."""

from __future__ import annotations

from edition.checking.content import check_content
from edition.checking.fidelity import check_fidelity
from edition.checking.relaxng import check_grammar
from edition.checking.rules import MOST_FINDINGS, begin_rules, rule_findings
from edition.diagnostic import Diagnostic
from edition.resources import RULES, SCHEMAS
from edition.tei.document import Document
from edition.tei.reading import source_blocks, source_file_name

__all__ = ["check"]


def check(
    document: Document,
    *,
    source: bytes | None = None,
    source_name: str = "",
    most: int = MOST_FINDINGS,
) -> list[Diagnostic]:
    """Every finding in *document*, in the order of the file.

    *source* holds the bytes of the transcript that it encodes, *source_name* its name (default:
    as the header says); without *source* the text is not compared. After *most* findings of the
    rules the rest is counted only. Raises FileAccessError where the schema cannot be read.
    """
    rules = begin_rules(document, RULES)
    blocks = source_blocks(document.root)
    findings = check_grammar(document, SCHEMAS / "edition.rng")
    if source is not None:
        source_name = source_name or source_file_name(document.root) or "the source"
        findings += check_fidelity(document, blocks, source, source_name)
    findings += check_content(document, blocks)
    findings += rule_findings(rules, most)
    return sorted(findings, key=lambda finding: (finding.line, finding.column, finding.code))
