"""Findings for people, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from edition.diagnostic import Diagnostic
from edition.wording import finding_text


def text(findings: Sequence[Diagnostic]) -> str:
    """All *findings*, each as :func:`edition.wording.finding_text` writes it."""
    return "".join(f"{finding_text(finding)}\n" for finding in findings)
