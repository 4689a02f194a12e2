"""What ``edition build`` says at its end: a line for a small edition, tables for a large one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.diagnostic import Severity
from edition.project.run_report import findings_by_code
from edition.wording import counted, file_name

if TYPE_CHECKING:
    from edition.project.report import Build, DocumentRun

MANY_DOCUMENTS = 100
_MANY_FINDINGS = 50
_FEW = 3  # documents that are named beside a code


def closing(build: Build, output: Path | str, seconds: float, *, notes_shown: bool) -> str:
    """What was built, what was found, where it lies."""
    lines = []
    if len(build.findings) > _MANY_FINDINGS:
        lines += [*_by_code(build, notes_shown=notes_shown), ""]
    if build.documents >= MANY_DOCUMENTS:
        lines += [*_by_outcome(build, seconds), ""]
    lines.append(_summary(build, output, seconds, notes_shown=notes_shown))
    return "\n".join(lines)


def _summary(build: Build, output: Path | str, seconds: float, *, notes_shown: bool) -> str:
    built = [counted(build.documents, "document")]
    built += [counted(build.turns, "turn"), counted(build.words, "word")]
    found = [counted(build.count(severity), severity) for severity in Severity]
    if build.count(Severity.NOTE) and not notes_shown:
        found[-1] += " (edition --verbose build)"
    if build.ignored:
        found.append(f"{build.ignored:,} ignored")
    changed = f"{counted(build.written, 'file')} written to {file_name(output)}"
    if build.removed:
        changed += f", {build.removed:,} removed"
    return f"{', '.join(built)}. {', '.join(found)}. {changed}, in {seconds:.1f} s."


def stopped(build: Build, documents: int) -> str:
    """Where a build of so many *documents* stopped, and what becomes of the others."""
    left = counted(documents - build.documents, "document")
    return (
        f"Stopped at {build.stopped_at}, the first document with an error; {left} not looked at."
        " What was made is kept: the next build goes on from there."
    )


def _by_outcome(build: Build, seconds: float) -> Iterator[str]:
    """How many documents came out how, and which step took how long."""
    outcomes = build.outcomes()
    rate = build.documents / seconds if seconds else 0.0
    told = ", ".join(f"{number:,} {outcome}" for outcome, number in sorted(outcomes.items()))
    yield f"Documents: {told}; {rate:,.1f} a second"
    for step, needed in build.seconds.items():
        yield f"  {step:<14}{needed:>10.1f} s"


def _by_code(build: Build, *, notes_shown: bool) -> Iterator[str]:
    """Each code that was found, with the documents that have it most."""
    yield f"{'code':<6}{'severity':<10}{'found':>8}{'documents':>11}  most in"
    for row in findings_by_code(build):
        if row.severity is not Severity.NOTE or notes_shown:
            most = ", ".join(_most(build.runs, row.code))
            yield f"{row.code:<6}{row.severity:<10}{row.number:>8,}{row.documents:>11,}  {most}"


def _most(runs: Sequence[DocumentRun], code: str) -> list[str]:
    having = [run for run in runs if code in run.findings]
    having.sort(key=lambda run: -run.findings[code])
    return [f"{run.name} ({run.findings[code]:,})" for run in having[:_FEW]]
