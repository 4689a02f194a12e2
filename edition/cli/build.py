"""``edition build``: the whole edition, from ``source/`` to ``output/``."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._elsewhere import FolderOrAddress, at_hand, name_of
from edition.cli._failure import ExitCode
from edition.cli._processors import processors
from edition.cli._terminal import Terminal
from edition.diagnostic import Severity

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.project.folder import Sources
    from edition.project.hands import Hands
    from edition.project.report import Build
    from edition.publishing.outputs import Book, Output, Profile


@click.command(name="build")
@click.argument("folder", default=".", type=FolderOrAddress())
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
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Let the workers of a Dask cluster make the documents, such as tcp://HOST:8786.",
)
@click.option(
    "--mirror",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep here what was fetched from storage, for the next build of it.",
)
@click.option("--anew", is_flag=True, help="Make everything, also what did not change.")
@click.option("--explain", is_flag=True, help="Say of each document that is made why it is.")
@click.option(
    "--fail-fast", is_flag=True, help="Stop at the first document with an error; keep what is made."
)
@click.option(
    "--report",
    "report_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what was done, found and needed to FILE, as JSON.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_obj
def command(  # noqa: PLR0913 - a parameter an option
    terminal: Terminal,
    folder: Path | str,
    *,
    only: Output | None,
    width: int | None,
    profiles: tuple[Profile, ...],
    epub: bool,
    pdf: bool,
    jobs: int | None,
    cluster: str | None,
    mirror: Path | None,
    anew: bool,
    explain: bool,
    fail_fast: bool,
    report_file: Path | None,
    strict: bool,
) -> int:
    """Build the edition in FOLDER (default: here) into FOLDER/output.

    Transcripts in FOLDER/source that have no TEI yet are encoded; every TEI file is checked
    and published. A document with errors is reported, and its last good pages stay. What
    was made from the same bytes by an earlier build is not made again. FOLDER may be in
    storage, as s3://BUCKET/FOLDER; needs edition[storage].
    """
    from edition.project.building import build
    from edition.project.folder import Project
    from edition.project.hands import Hands
    from edition.project.report import Build, Watch
    from edition.publishing.outputs import ALL

    if jobs and cluster:
        raise click.UsageError("--jobs and --cluster exclude each other.")
    if mirror and isinstance(folder, Path):
        raise click.UsageError("--mirror is for an edition in storage, such as s3://BUCKET/FOLDER.")
    started = time.monotonic()
    report = Build()
    hands = Hands(0 if cluster else jobs or processors(), cluster or "")
    with (
        _reported(report_file, report, name_of(folder), hands),
        at_hand(terminal, folder, mirror) as place,
    ):
        project = Project(place.folder)
        documents = len(project.documents())
        with terminal.progress("Building", documents) as step:
            build(
                project,
                outputs=[only] if only else ALL,
                width=width,
                profiles=profiles,
                books=_books(epub=epub, pdf=pdf),
                anew=anew,
                hands=hands,
                fail_fast=fail_fast,
                watch=Watch(
                    making=_explained if explain else Watch().making,
                    done=lambda _sources: step(),
                    waiting=lambda process: terminal.say_waiting(process, project.output),
                ),
                report=report,
            )
        report.findings = place.named(report.findings)
        terminal.tell(report.findings if terminal.verbose else _grave(report))
    _close(terminal, report, place.output, time.monotonic() - started)
    if report.stopped_at:
        from edition.cli._closing import stopped

        terminal.say(stopped(report, documents))
    return _exit_code(report, strict=strict)


def _reported(
    file: Path | None, report: Build, folder: str, hands: Hands
) -> AbstractContextManager[None]:
    """Let *report* be written to *file*, where one is asked for, when the body has ended."""
    if file is None:
        return nullcontext()
    from edition.project.run_report import reported

    return reported(file, report, folder, hands)


def _close(terminal: Terminal, report: Build, output: Path | str, seconds: float) -> None:
    """Say what was done, where a person watches."""
    if terminal.interactive or terminal.verbose:
        from edition.cli._closing import closing

        notes_shown = terminal.verbose
        terminal.say(closing(report, output, seconds, notes_shown=notes_shown))


def _explained(sources: Sources, why: str) -> None:
    click.echo(f"{sources.stem}: {why}")


def _books(*, epub: bool, pdf: bool) -> set[Book]:
    """The books that are asked for."""
    wanted: dict[Book, bool] = {"epub": epub, "pdf": pdf}
    return {book for book, is_wanted in wanted.items() if is_wanted}


def _grave(report: Build) -> list[Diagnostic]:
    return [finding for finding in report.findings if finding.severity is not Severity.NOTE]


def _exit_code(report: Build, *, strict: bool) -> int:
    if any(finding.code.startswith("IO") for finding in report.findings):
        return ExitCode.ACCESS
    faults = report.count(Severity.ERROR) + strict * report.count(Severity.WARNING)
    return ExitCode.FINDINGS if faults else ExitCode.CLEAN
