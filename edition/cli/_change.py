"""What a file would be if it were written: shown, and found."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from edition.cli._terminal import Terminal
from edition.diagnostic import Diagnostic, Place, diagnostic

if TYPE_CHECKING:
    from edition.project.record import Change

_MOST_LINES = 40
_WIDTH = 160  # characters


def would_change(terminal: Terminal, change: Change) -> Diagnostic:
    """The finding (E001) that *change* would be made; what would change is printed first."""
    lines = list(
        difflib.unified_diff(
            (change.there or b"").decode("utf-8", "replace").splitlines(),
            change.new.decode().splitlines(),
            f"{change.file} (as it is)",
            f"{change.file} (as it would be)",
            n=0,
            lineterm="",
        )
    )
    for line in lines[:_MOST_LINES]:
        terminal.say(_shortened(line))
    if len(lines) > _MOST_LINES:
        terminal.say(f"… and {len(lines) - _MOST_LINES:,} more lines")
    removed = sum(line.startswith("-") for line in lines[2:])
    added = sum(line.startswith("+") for line in lines[2:])
    first = next((line for line in lines if line.startswith("@@")), "")
    number = int(first.split()[1].lstrip("-").split(",")[0]) if first else 1
    return diagnostic("E001", Place(str(change.file), max(number, 1)), removed=removed, added=added)


def _shortened(line: str) -> str:
    from edition.wording import printable

    line = printable(line)
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
