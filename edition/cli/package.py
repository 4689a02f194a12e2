"""``edition package``: what a repository takes, from a document that is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import document_names
from edition.cli._failure import exit_code
from edition.cli._terminal import Terminal
from edition.deposit.profiles import DEFAULT, PROFILES
from edition.diagnostic import FileAccessError, Severity
from edition.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition.deposit.packing import Outcome, Packing
    from edition.diagnostic import Diagnostic


@click.command(name="package")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=document_names)
@click.option("--all", "every", is_flag=True, help="Every document, each by itself.")
@click.option(
    "--corpus",
    "name",
    metavar="NAME",
    help="One package of that name, of the documents named, or of all.",
)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    type=click.Choice(PROFILES),
    help=f"A repository that it is for; may be given several times.  [default: {DEFAULT}]",
)
@click.option("--check", is_flag=True, help="Tell what is missing or doubtful; write nothing.")
@click.pass_obj
def command(
    terminal: Terminal,
    slugs: tuple[str, ...],
    *,
    every: bool,
    name: str | None,
    profiles: tuple[str, ...],
    check: bool,
) -> int:
    """Make of documents what a repository takes, in output/deposit/SLUG.

    SLUG is the name of a file in source/ without its ending. What a repository wants to know is
    read from the header of the TEI file; what is missing is told with the line to add. A document
    that lacks what repositories demand gets no package, nor does one that was not built as it is
    now. What other repositories than Zenodo and InvenioRDM take besides lies in a folder of its
    name, with a checklist. Nothing is sent anywhere.
    """
    packing = _packing(slugs, name, profiles, every=every)

    def waiting(process: str) -> None:
        terminal.say_waiting(process, packing.project.output)

    asked = 1 if name and not check else len(packing.wanted)
    try:
        with terminal.progress("Checking" if check else "Packing", len(packing.wanted)) as step:
            outcome = packing.check(step) if check else packing.pack(step, waiting)
    except FileAccessError:  # the disk may be full; what is made is whole, and stays
        terminal.tell(_grave(packing.outcome.findings))
        terminal.say(_summary(packing.outcome, asked, is_check=check))
        raise
    # Of many packages the notes are many: those who want them say so.
    is_told = terminal.verbose or check or (asked == 1 and bool(outcome.made))
    terminal.tell(outcome.findings if is_told else _grave(outcome.findings))
    terminal.say(_summary(outcome, asked, is_check=check))
    hidden = len(outcome.findings) - len(_grave(outcome.findings))
    if hidden and not is_told:
        terminal.say(f"--check tells {counted(hidden, 'note')}, too.")
    return exit_code(outcome.findings)


def _packing(
    slugs: tuple[str, ...], name: str | None, profiles: tuple[str, ...], *, every: bool
) -> Packing:
    """What is asked for. Raises click.UsageError where that is not clear."""
    from edition.deposit.packing import Packing
    from edition.deposit.packing_corpus import CorpusPacking
    from edition.project.folder import Project

    if name is None and every == bool(slugs):
        raise click.UsageError("Name documents, or say --all.")
    if name is None:
        return Packing(Project(Path()), slugs, profiles or [DEFAULT])
    if every and slugs:
        raise click.UsageError("Name documents, or say --all.")
    if set(profiles) - {DEFAULT}:
        raise click.UsageError("--corpus is for Zenodo and InvenioRDM; name one document instead.")
    return CorpusPacking(Project(Path()), slugs, name)


def _grave(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in found if finding.severity is not Severity.NOTE]


def _summary(outcome: Outcome, asked: int, *, is_check: bool) -> str:
    """One line: what was made, what was found, where it lies."""
    found = [
        counted(sum(it.severity is kind for it in outcome.findings), kind) for kind in Severity
    ]
    if is_check:
        return f"{counted(asked, 'document')} looked at. {', '.join(found)}."
    same = len(outcome.made) - outcome.changed
    made = f"{counted(len(outcome.made), 'package')} of {asked:,}"
    made += f", {same:,} as before" if same else ""
    where = f" in {outcome.folder}" if outcome.made else ""
    return f"{made}{where}. {', '.join(found)}."
