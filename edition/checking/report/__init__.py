"""Findings written out: for people, for programs, for code scanning, for GitHub.

Every format has all findings, sorted by file, line, column and code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from edition.checking.report.github import github
from edition.checking.report.records import json
from edition.checking.report.sarif import sarif
from edition.checking.report.text import text
from edition.diagnostic import Diagnostic

__all__ = ["FORMATS", "report"]

FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": text,
    "json": json,
    "sarif": sarif,
    "github": github,
}


def report(findings: Iterable[Diagnostic], style: str = "text") -> str:
    """*findings* in the format *style*, one of :data:`FORMATS`; '' or whole lines.

    Text has terminal colours; click's ``echo`` takes them out where they do not belong.
    """
    return FORMATS[style](sorted(findings, key=_order))


def _order(finding: Diagnostic) -> tuple[str, int, int, str, str]:
    return finding.file, finding.line, finding.column, finding.code, finding.message
