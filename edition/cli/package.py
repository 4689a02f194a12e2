"""``edition package``: what a repository takes, from a document that is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import document_names
from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal
from edition.diagnostic import Severity
from edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition.diagnostic import Diagnostic


@click.command(name="package")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=document_names)
@click.option("--all", "every", is_flag=True, help="Every document, each by itself.")
@click.option("--check", is_flag=True, help="Tell what is missing or doubtful; write nothing.")
@click.pass_obj
def command(terminal: Terminal, slugs: tuple[str, ...], *, every: bool, check: bool) -> int:
    """Make of documents what a repository takes, in output/deposit/SLUG.

    SLUG is the name of a file in source/ without its ending. What a repository wants to know is
    read from the header of the TEI file; what is missing is told with the line to add, and as long
    as anything is that repositories demand, nothing is written. Nothing is sent anywhere.
    """
    from edition.deposit.built import LastBuild
    from edition.deposit.choosing import chosen, faults_of, faults_of_names
    from edition.project.folder import Project

    if every == bool(slugs):
        raise click.UsageError("Name documents, or say --all.")
    project = Project(Path())
    wanted = chosen(project, slugs)
    contact, last = project.settings().edition.contact, LastBuild(project)
    found = faults_of_names(project, wanted)
    for sources in wanted:
        found += faults_of(sources, last, ["zenodo"], contact)
    terminal.tell(found if terminal.verbose or check else _grave(found))
    terminal.say(f"{counted(len(wanted), 'document')} looked at.")
    return _exit_code(found)


def _grave(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in found if finding.severity is not Severity.NOTE]


def _exit_code(found: Sequence[Diagnostic]) -> int:
    if any(finding.code.startswith("IO") for finding in found):
        return ExitCode.ACCESS
    errors = any(finding.severity is Severity.ERROR for finding in found)
    return ExitCode.FINDINGS if errors else ExitCode.CLEAN
