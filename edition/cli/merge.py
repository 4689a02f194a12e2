"""``edition merge``: two editors' versions of a TEI file as one, also for git."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import tei_files
from edition.cli._failure import ExitCode
from edition.cli._output import in_existing_folder
from edition.cli._terminal import Terminal, write_all
from edition.diagnostic import EditionError

if TYPE_CHECKING:
    from edition.merge.merging import Merged

_Files = tuple[Path, Path, Path]


@click.command(name="merge")
@click.argument("base", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.argument("ours", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.argument("theirs", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    callback=in_existing_folder,
    help="File to write to; - is standard output.  [default: -]",
)
@click.option("--name", metavar="FILE", help="What the file is called in messages.")
@click.pass_obj
def command(
    terminal: Terminal,
    base: Path,
    ours: Path,
    theirs: Path,
    *,
    output: Path | None,
    name: str | None,
) -> int:
    """Merge what two editors made of a TEI file: OURS and THEIRS, both of BASE.

    What only one has changed is taken. Where both changed the same, OURS stands, each such place
    is told, and it exits with 1. Lines end as those of OURS.

    It can be the merge driver of git: see docs/editing.md, “Two editors”.
    """
    called = name or str(ours)
    if output is None or str(output) == "-":
        merged = _merged(terminal, (base, ours, theirs), called)
        write_all(merged.data)
    else:
        merged = _merged_into(output, terminal, (base, ours, theirs), called)
    terminal.tell(merged.findings)
    return ExitCode.FINDINGS if merged.findings else ExitCode.CLEAN


def _merged_into(output: Path, terminal: Terminal, files: _Files, called: str) -> Merged:
    """As :func:`_merged`, and written to *output*, where nobody has saved that meanwhile."""
    from edition.files import read_bytes, replace_whole
    from edition.project.lock import locked

    with locked([output.parent]):
        before = read_bytes(output) if os.path.lexists(output) else None
        merged = _merged(terminal, files, called)
        replace_whole(output, before, merged.data)
    return merged


def _merged(terminal: Terminal, files: _Files, called: str) -> Merged:
    """What comes of the *files* BASE, OURS and THEIRS. Raises EditionError, which is told."""
    from edition.files import read_bytes
    from edition.merge.editors import merged_versions

    base, ours, theirs = map(read_bytes, files)
    try:
        return merged_versions(base, ours, theirs, called)
    except EditionError:
        terminal.say(f"{called} is not merged: OURS stays as it is, without what THEIRS changed.")
        raise
