"""What there is to tell of a build."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.diagnostic import Diagnostic, Severity


@dataclass
class Build:
    """What a build did: numbers for the summary, and every finding that nobody ignores."""

    documents: int = 0
    encoded: int = 0
    turns: int = 0
    words: int = 0
    written: int = 0
    removed: int = 0
    ignored: int = 0
    findings: list[Diagnostic] = field(default_factory=list)

    def count(self, severity: Severity) -> int:
        """How many findings are so grave."""
        return sum(finding.severity is severity for finding in self.findings)
