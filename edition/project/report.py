"""What there is to tell of a build, and to whom while it is under way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Severity
from edition.project.folder import Sources


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


class Watch(NamedTuple):
    """Who is told: of a document that is *making*, and why it is, and of each when it is *done*.

    *published* is called with what was found when all are, before what they make together.
    *waiting* is called where another build has to end first, with the number of its process.
    """

    making: Callable[[Sources, str], None] = lambda _sources, _why: None
    done: Callable[[Sources], None] = lambda _sources: None
    published: Callable[[list[Diagnostic]], None] = lambda _findings: None
    waiting: Callable[[str], None] = lambda _process: None


NOBODY_WATCHES = Watch()
