"""``edition new``: a project ready to work in."""

from __future__ import annotations

from pathlib import Path

import click

from edition.cli._terminal import Terminal
from edition.wording import printable


@click.command(name="new")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--bare", is_flag=True, help="Without the example.")
@click.pass_obj
def command(terminal: Terminal, folder: Path, *, bare: bool) -> None:
    """Begin an edition in FOLDER, which may exist.

    It gets a folder source/ with an edition.toml that explains every key, the schemas, and a small
    example with a README, unless there are documents already. What is there stays as it is.
    """
    from edition.project.beginning import begin

    begun = begin(folder, bare=bare)
    for file in begun.written:
        terminal.say(f"{printable(str(file))} is written")
    for file in begun.kept:
        terminal.say(f"{printable(str(file))} was there and stays as it is")
    if begun.is_edition and not bare:
        terminal.say("There are documents in source/ already: the example is left out.")
    where = "" if folder == Path() else f" in {printable(str(folder))}"
    terminal.say(f"Put your transcripts into source/, and run “edition build”{where}.")
