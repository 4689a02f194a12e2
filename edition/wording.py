"""A finding for people: one line that editors can jump to, and below it what helps to mend it."""

from __future__ import annotations

from pathlib import Path

import click

from edition.diagnostic import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def finding_text(finding: Diagnostic) -> str:
    """``file:line:column: severity: message [code]``; then excerpt, what is expected, hint.

    Of a finding that is ignored, the reason instead of the hint.
    """
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    place = f"{finding.file}:{finding.line}:{finding.column}"
    lines = [f"{printable(place)}: {severity}: {printable(finding.message)} [{finding.code}]"]
    if finding.excerpt:
        lines.append("    " + click.style(printable(finding.excerpt), dim=True))
    if finding.expected:
        lines.append(f"  expected: {printable(finding.expected)}")
    if finding.ignored:
        lines.append(f"  ignored: {printable(finding.ignored)}")
    elif finding.hint:
        lines.append(f"  Hint: {printable(finding.hint)}")
    return "\n".join(lines)


def file_name(path: Path | str) -> str:
    """*path* to be shown: bytes that are no characters become replacement characters."""
    return click.format_filename(path)


def printable(written: str) -> str:
    r"""*written* with what could steer a terminal written out, as ``\x1b``."""
    if written.isprintable():
        return written
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in written)


def counted(number: int, noun: str) -> str:
    """*number* with its noun: "1 file", "2,000 files"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
