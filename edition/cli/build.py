"""``edition build``: the whole edition, from ``source/`` to ``output/``."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal
from edition.diagnostic import Severity
from edition.wording import counted

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.project.folder import Sources
    from edition.project.report import Build
    from edition.publishing.outputs import Book, Output, Profile


@click.command(name="build")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--only", type=click.Choice(["html", "text"]), help="Make pages or texts only.")
@click.option(
    "--width",
    type=click.IntRange(0, 1000),
    help="Columns of a line in the text edition; 0: a line for each paragraph.  [default: 72]",
)
@click.option(
    "--text",
    "profiles",
    multiple=True,
    type=click.Choice(["reading", "speech", "diplomatic", "screenplay"]),
    help="A plain text to make besides that for reading; may be given several times.",
)
@click.option("--epub", is_flag=True, help="Make a book of each document, too (EPUB).")
@click.option("--pdf", is_flag=True, help="Make a PDF of each document, too; needs edition[pdf].")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    help="Processes that make documents, if there are many.  [default: one for each processor]",
)
@click.option("--anew", is_flag=True, help="Make everything, also what did not change.")
@click.option("--explain", is_flag=True, help="Say of each document that is made why it is.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_obj
def command(  # noqa: PLR0913 - a parameter an option
    terminal: Terminal,
    folder: Path,
    *,
    only: Output | None,
    width: int | None,
    profiles: tuple[Profile, ...],
    epub: bool,
    pdf: bool,
    jobs: int | None,
    anew: bool,
    explain: bool,
    strict: bool,
) -> int:
    """Build the edition in FOLDER (default: here) into FOLDER/output.

    Transcripts in FOLDER/source that have no TEI yet are encoded; every TEI file is checked
    and published. A document with errors is reported, and its last good pages stay. What
    was made from the same bytes by an earlier build is not made again.
    """
    from edition.project.building import build
    from edition.project.folder import Project
    from edition.project.report import Watch
    from edition.publishing.outputs import ALL

    started = time.monotonic()
    project = Project(folder)
    with terminal.progress("Building", len(project.documents())) as step:
        report = build(
            project,
            outputs=[only] if only else ALL,
            width=width,
            profiles=profiles,
            books=_books(epub=epub, pdf=pdf),
            anew=anew,
            jobs=jobs or _processors(),
            watch=Watch(
                making=_explained if explain else Watch().making,
                done=lambda _sources: step(),
                waiting=lambda process: terminal.say_waiting(process, project.output),
            ),
        )
    terminal.tell(report.findings if terminal.verbose else _grave(report))
    if terminal.interactive or terminal.verbose:
        seconds = time.monotonic() - started
        terminal.say(_summary(report, project.output, seconds, notes_shown=terminal.verbose))
    return _exit_code(report, strict=strict)


def _explained(sources: Sources, why: str) -> None:
    click.echo(f"{sources.stem}: {why}")


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _books(*, epub: bool, pdf: bool) -> set[Book]:
    """The books that are asked for."""
    wanted: dict[Book, bool] = {"epub": epub, "pdf": pdf}
    return {book for book, is_wanted in wanted.items() if is_wanted}


def _grave(report: Build) -> list[Diagnostic]:
    return [finding for finding in report.findings if finding.severity is not Severity.NOTE]


def _summary(report: Build, output: Path, seconds: float, *, notes_shown: bool) -> str:
    """One line: what was built, what was found, where it lies."""
    built = [counted(report.documents, "document")]
    built += [counted(report.turns, "turn"), counted(report.words, "word")]
    found = [counted(report.count(severity), severity) for severity in Severity]
    if report.count(Severity.NOTE) and not notes_shown:
        found[-1] += " (edition --verbose build)"
    if report.ignored:
        found.append(f"{report.ignored:,} ignored")
    changed = f"{counted(report.written, 'file')} written to {output}"
    if report.removed:
        changed += f", {report.removed:,} removed"
    return f"{', '.join(built)}. {', '.join(found)}. {changed}, in {seconds:.1f} s."


def _exit_code(report: Build, *, strict: bool) -> int:
    if any(finding.code.startswith("IO") for finding in report.findings):
        return ExitCode.ACCESS
    faults = report.count(Severity.ERROR) + strict * report.count(Severity.WARNING)
    return ExitCode.FINDINGS if faults else ExitCode.CLEAN
