"""``edition schema``: the schema files, from the ODD or for a project."""

from __future__ import annotations

from pathlib import Path

import click

from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal


@click.command(name="schema")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where a file is stale.")
@click.option(
    "--copy",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Copy grammar, rules, ODD and guide into FOLDER, for a project of your own.",
)
@click.pass_obj
def command(terminal: Terminal, *, check: bool, folder: Path | None) -> int:
    """Make grammar, rules and encoding guide from schemas/edition.odd.

    The files are edition.rng (RelaxNG), edition.sch (Schematron), edition-checks.xsl and
    edition-messages.xsl (the same rules as the program applies them) and guide.html. They are
    made in the checkout whose program this is; a program that pip installed has them ready to
    be copied.
    """
    if check and folder is not None:
        raise click.UsageError("--check and --copy exclude each other.")
    if folder is not None:
        return _copy(terminal, folder)
    return _check(terminal) if check else _make(terminal)


def _copy(terminal: Terminal, folder: Path) -> int:
    from edition.files import read_bytes, write_whole
    from edition.project.schemas import COPIES
    from edition.resources import SCHEMAS

    written = [name for name in COPIES if write_whole(folder / name, read_bytes(SCHEMAS / name))]
    _tell(terminal, written, folder)
    return ExitCode.CLEAN


def _check(terminal: Terminal) -> int:
    from edition.schema import stale

    found = stale()
    for name in found:
        terminal.say(f"schemas/{name} is not what edition.odd compiles to; run: edition schema")
    return ExitCode.FINDINGS if found else ExitCode.CLEAN


def _make(terminal: Terminal) -> int:
    from edition.files import write_whole
    from edition.resources import SCHEMAS
    from edition.schema import compile_schema

    if SCHEMAS.parent.name == "share":
        raise click.UsageError("an installed program has no ODD to change; use --copy FOLDER.")
    files = compile_schema()
    written = [name for name, data in files.items() if write_whole(SCHEMAS / name, data)]
    _tell(terminal, written, SCHEMAS)
    return ExitCode.CLEAN


def _tell(terminal: Terminal, written: list[str], folder: Path) -> None:
    if terminal.interactive or terminal.verbose:
        terminal.say(f"{', '.join(written) or 'Nothing new'} in {folder}.")
