"""Findings as commands of GitHub's workflows, which show them beside the line they are about.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.diagnostic import Diagnostic, Severity
from edition.wording import printable

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {":": "%3A", ",": "%2C"}


def github(findings: Sequence[Diagnostic]) -> str:
    """*findings* as ``::error file=…,line=…,col=…,title=…::message``, one a line."""
    return "".join(map(_command, findings))


def _command(finding: Diagnostic) -> str:
    properties = {
        "file": finding.file,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    written = ",".join(f"{name}={_escaped(v, _IN_PROPERTY)}" for name, v in properties.items())
    lines = [finding.message]
    lines += [f"expected: {finding.expected}"] if finding.expected else []
    if finding.ignored:
        lines.append(f"ignored: {finding.ignored}")
    elif finding.hint:
        lines.append(f"Hint: {finding.hint}")
    message = _escaped("\n".join(map(printable, lines)), _IN_MESSAGE)
    level = "notice" if finding.ignored else _LEVELS[finding.severity]
    return f"::{level} {written}::{message}\n"


def _escaped(written: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(character, character) for character in written)
