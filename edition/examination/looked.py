"""What was looked at, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from edition.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Looked:
    """*what* was looked at, what was *found* in a few words, and the *findings* about it."""

    what: str
    found: str
    findings: tuple[Diagnostic, ...] = ()
