"""``edition merge``: two editors' versions of a TEI file as one, also for git."""

from __future__ import annotations

from pathlib import Path

import click

from edition.cli._completing import tei_files
from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal, write_all
from edition.diagnostic import EditionError


@click.command(name="merge")
@click.argument("base", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.argument("ours", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.argument("theirs", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
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
    is told, and it exits with 1.

    It can be the merge driver of git: see the README.
    """
    from edition.files import read_bytes, write_whole
    from edition.merge.editors import merged_versions

    called = name or str(ours)
    versions = (read_bytes(base), read_bytes(ours), read_bytes(theirs))
    try:
        merged = merged_versions(*versions, called)
    except EditionError:
        terminal.say(f"{called} is not merged: OURS stays as it is, without what THEIRS changed.")
        raise
    if output is None or str(output) == "-":
        write_all(merged.data)
    else:
        write_whole(output, merged.data)
    terminal.tell(merged.findings)
    return ExitCode.FINDINGS if merged.findings else ExitCode.CLEAN
