"""What a page is told of a build, as an event of a stream (HTML Living Standard, 9.2)."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import msgspec

from edition.diagnostic import Diagnostic, Severity
from edition.serving.board import Built
from edition.serving.published import file_at, read, version

_MOST = 50  # findings that a page shows; all are told at the terminal


class Finding(msgspec.Struct):
    """A finding as the page shows it."""

    severity: str
    place: str
    message: str
    code: str
    excerpt: str
    expected: str
    hint: str


class Told(msgspec.Struct):
    """What the page needs: which page there is now, where it was edited, what was found.

    ``edited`` is empty where the last edit is not that of this page; ``is_old`` says that the
    document has an error, so that the page is the last good one.
    """

    version: str
    edited: tuple[str, ...]
    is_old: bool
    errors: int
    warnings: int
    findings: list[Finding]


def event(built: Built, output: Path, path: str) -> bytes:
    """The event that tells the page at *path* of an address, below *output*, of *built*."""
    now = version(read(file_at(output, path)))
    name = PurePosixPath(unquote(path)).stem
    edit = built.edits.get(name)
    grave = [found for found in built.findings if found.severity is not Severity.NOTE]
    errors = [found for found in grave if found.severity is Severity.ERROR]
    told = Told(
        version=now,
        edited=edit.ids if edit is not None and edit.page == now else (),
        is_old=any(Path(error.file).stem == name for error in errors),
        errors=len(errors),
        warnings=len(grave) - len(errors),
        findings=[
            _shown(found)
            for found in sorted(grave, key=lambda it: it.severity is not Severity.ERROR)[:_MOST]
        ],
    )
    return b"data: " + msgspec.json.encode(told) + b"\n\n"


def _shown(found: Diagnostic) -> Finding:
    return Finding(
        severity=found.severity,
        place=f"{found.file}:{found.line}:{found.column}",
        message=found.message,
        code=found.code,
        excerpt=found.excerpt,
        expected=found.expected,
        hint=found.hint,
    )
