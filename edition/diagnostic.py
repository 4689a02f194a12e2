"""The one type for every finding: what is wrong, where, and what to do about it.

Every code is described once, in ``diagnostics/``, a file a letter: severity, message and hint.
A finding is made by :func:`diagnostic`, which fills the message with its values.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import digits
from typing import NamedTuple

_FOLDER = Path(__file__).with_name("diagnostics")


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """Where a finding lies: file name as the user gave it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding. ``line`` and ``column`` count from 1, in lines and characters.

    ``ignored`` is the reason for which somebody lets it be; '' where it stands.
    """

    code: str
    severity: Severity
    message: str
    hint: str
    file: str
    line: int
    column: int
    xpath: str = ""
    xml_id: str = ""
    excerpt: str = ""
    expected: str = ""
    fix: str = ""
    ignored: str = ""


class CodeEntry(NamedTuple):
    """What is said of one code: how severe it is, its message and its hint."""

    severity: Severity
    message: str
    hint: str


@cache
def codes() -> dict[str, CodeEntry]:
    """Every code the program can report, by letter and number."""
    tables = (tomllib.loads(_written(file.stem)) for file in sorted(_FOLDER.glob("*.toml")))
    return {code: _entry(table) for of_letter in tables for code, table in of_letter.items()}


@cache
def _written(letter: str) -> str:
    return (_FOLDER / f"{letter}.toml").read_text(encoding="utf-8")


@cache
def code_entry(code: str) -> CodeEntry:
    """What is said of *code*. Only its own table is read: all of them take milliseconds."""
    written = _written(code.rstrip(digits))
    start = written.index(f"[{code}]\n")
    end = written.find("\n[", start)
    return _entry(tomllib.loads(written[start : end if end > 0 else None])[code])


def _entry(table: dict[str, str]) -> CodeEntry:
    return CodeEntry(Severity(table["severity"]), table["message"], table["hint"])


def diagnostic(
    code: str,
    place: Place,
    *,
    xpath: str = "",
    xml_id: str = "",
    excerpt: str = "",
    expected: str = "",
    fix: str = "",
    **values: object,
) -> Diagnostic:
    """A finding of *code* at *place*; *values* fill message and hint of its entry."""
    entry = code_entry(code)
    return Diagnostic(
        code=code,
        severity=entry.severity,
        message=entry.message.format(**values),
        hint=entry.hint.format(**values),
        file=place.file,
        line=place.line,
        column=place.column,
        xpath=xpath,
        xml_id=xml_id,
        excerpt=excerpt,
        expected=expected,
        fix=fix,
    )


class EditionError(Exception):
    """A step cannot go on. Carries the finding that says why, and others like it in *findings*."""

    def __init__(self, finding: Diagnostic, *others: Diagnostic) -> None:
        super().__init__(f"{finding.file}:{finding.line}:{finding.column}: {finding.message}")
        self.finding = finding
        self.findings = (finding, *others)

    def __reduce__(self) -> tuple[type[EditionError], tuple[Diagnostic, ...]]:
        """From another process it comes with its findings."""
        return type(self), self.findings


class FileAccessError(EditionError):
    """A file cannot be read or written: the surroundings are at fault, not the text."""
