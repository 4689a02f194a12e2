"""``edition export``: the documents in the forms of other programs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import document_names
from edition.cli._failure import exit_code
from edition.cli._terminal import Terminal
from edition.diagnostic import Severity
from edition.export.forms import NAMES
from edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition.diagnostic import Diagnostic
    from edition.export.exporting import Outcome

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.-]*\Z")


@click.command(name="export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(NAMES))
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=document_names)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write into.  [default: output/export/FORMAT]",
)
@click.option(
    "--name",
    default="corpus",
    metavar="NAME",
    help="How the whole is called, where a form has a name for it.  [default: corpus]",
)
@click.option("--joined", is_flag=True, help="tei-corpus: all documents in one file.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    help="Processes, if there are many documents.  [default: one for each processor]",
)
@click.pass_obj
def command(
    terminal: Terminal,
    format_: str,
    slugs: tuple[str, ...],
    *,
    folder: Path | None,
    name: str,
    joined: bool,
    jobs: int | None,
) -> int:
    """Write the documents of source/, or those named SLUG, in the form FORMAT.

    \b
    parlamint    a corpus as ParlaMint encodes them
    tei-corpus   a teiCorpus that includes each document, with one register of all
    tsv          turns and names as tables with tabs
    parquet      the same for pandas, Arrow, DuckDB (needs edition[parquet])
    text         what is said, a file a document, a paragraph a line
    huggingface  a folder that load_dataset() reads

    The TEI files in source/ are read as they are. Files are written whole, and only over those of
    an earlier export. A document that cannot be in it is told and left out.
    """  # noqa: D301 - \b is click's sign for lines that are kept
    from edition.cli._processors import processors
    from edition.export.exporting import export
    from edition.project.folder import Project

    if joined and format_ != "tei-corpus":
        raise click.UsageError("--joined is for tei-corpus.")
    if not _NAME.match(name):
        raise click.UsageError("--name is a letter, then letters, digits, hyphens, full stops.")
    project = Project(Path())
    count = len(slugs) or len(project.documents())
    with terminal.progress("Exporting", count) as step:
        outcome = export(
            project,
            format_,
            slugs,
            folder,
            called=name,
            options={"joined": joined},
            jobs=jobs or processors(),
            step=step,
            waiting=lambda process: terminal.say_waiting(
                process, folder or project.output / "export" / format_
            ),
        )
    terminal.tell(outcome.findings if terminal.verbose else _grave(outcome.findings))
    terminal.say(_summary(outcome, count))
    return exit_code(outcome.findings)


def _grave(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in found if finding.severity is not Severity.NOTE]


def _summary(outcome: Outcome, asked: int) -> str:
    """One line: what was written, where it lies, what was found."""
    found = [
        counted(sum(it.severity is kind for it in outcome.findings), kind) for kind in Severity
    ]
    made = f"{counted(outcome.documents, 'document')} of {asked:,}"
    where = f" in {counted(outcome.files, 'file')} in {outcome.folder}" if outcome.files else ""
    return f"{made}{where}. {', '.join(found)}."
