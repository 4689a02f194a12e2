"""What there is to tell of a build, and to whom while it is under way."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from edition.diagnostic import Diagnostic, Severity
from edition.project.folder import Sources

Outcome = Literal["made", "left", "wrong", "unread"]


@dataclass
class DocumentRun:
    """What a build did with the document *name*, and *why* it was made, where it was.

    *made* is published, *left* is as an earlier build made it, *wrong* has an error that forbids
    publishing it, *unread* has a file that cannot be read. *findings* are counted by code,
    *seconds* by step.
    """

    name: str
    outcome: Outcome = "unread"
    why: str = ""
    encoded: bool = False
    bytes_read: int = 0
    bytes_made: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    has_error: bool = False
    seconds: dict[str, float] = field(default_factory=dict)

    def found(self, findings: Iterable[Diagnostic]) -> None:
        """Count *findings*."""
        for finding in findings:
            self.findings[finding.code] = self.findings.get(finding.code, 0) + 1
            self.has_error |= finding.severity is Severity.ERROR

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Count the seconds of the body as those of *step*."""
        with _timed(self.seconds, step):
            yield


@dataclass
class Build:
    """What a build did: numbers for the summary, and every finding that nobody ignores.

    *stopped_at* is the document with an error at which it was to stop; *runs* has each document
    in order, *seconds* those of each step, which two builds that did the same need not share.
    """

    documents: int = 0
    encoded: int = 0
    turns: int = 0
    words: int = 0
    written: int = 0
    removed: int = 0
    ignored: int = 0
    findings: list[Diagnostic] = field(default_factory=list)
    stopped_at: str = ""
    runs: list[DocumentRun] = field(default_factory=list, compare=False)
    seconds: dict[str, float] = field(default_factory=dict, compare=False)

    def outcomes(self) -> Counter[Outcome]:
        """How many documents came out how."""
        return Counter(run.outcome for run in self.runs)

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Count the seconds of the body as those of *step*."""
        with _timed(self.seconds, step):
            yield

    def count(self, severity: Severity) -> int:
        """How many findings are so grave."""
        return sum(finding.severity is severity for finding in self.findings)


@contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    began = time.monotonic()  # no clock that somebody may set back
    try:
        yield
    finally:
        seconds[step] = seconds.get(step, 0.0) + time.monotonic() - began


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
