"""``edition convention``: how transcripts are printed, and how one is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import convention_names, transcripts
from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal, read_all
from edition.diagnostic import EditionError, Place, diagnostic

if TYPE_CHECKING:
    from edition.transcript.convention_files import Conventions

STDIN = Path("-")


@click.group(name="convention")
def command() -> None:
    """Conventions: how the makers of transcripts print them.

    A project's own are in source/conventions/, each a file NAME.toml; "edition explain conventions"
    says how to write one.
    """


@command.command(name="list")
@click.pass_obj
def list_(terminal: Terminal) -> int:
    """Name the conventions there are: the program's, and those of the project here."""
    conventions, faulty = _conventions(terminal)
    names = conventions.names()
    widest = max(map(len, names))
    for name in names:
        convention = conventions.load(name)
        own = " (of this project)" if name in conventions.own else ""
        click.echo(f"{name:<{widest}}  {convention.title}{own}")
    return ExitCode.FINDINGS if faulty else ExitCode.CLEAN


@command.command()
@click.argument("name", shell_complete=convention_names)
@click.pass_obj
def show(terminal: Terminal, name: str) -> int:
    """Print the file of a convention, to read or to begin one of your own with."""
    from edition.files import read_bytes
    from edition.transcript.convention_files import FOLDER

    conventions, _ = _conventions(terminal)
    if name not in conventions.names():
        known = ", ".join(conventions.names())
        raise EditionError(diagnostic("T010", Place(name), name=name, known=known))
    folder = Path("source/conventions") if name in conventions.own else FOLDER
    click.echo(read_bytes(folder / f"{name}.toml").decode(), nl=False)
    return ExitCode.CLEAN


@command.command()
@click.argument("file", type=click.Path(path_type=Path), shell_complete=transcripts)
@click.option(
    "--convention",
    metavar="NAME",
    shell_complete=convention_names,
    help="A convention by its name, or the file of one.  [default: the one that explains most]",
)
@click.option("--summary", "brief", is_flag=True, help="Only the counts, not the lines.")
@click.pass_obj
def test(terminal: Terminal, file: Path, *, convention: str | None, brief: bool) -> int:
    """Show a transcript as its convention sees it.

    Each line is printed with its number and with what it is, each kind in a colour of its own;
    where a turn begins, with the speaker. A ? marks what could not be placed. FILE may be - for
    standard input. Nothing is written.
    """
    from edition.cli._seen import seen_lines, summary
    from edition.files import read_bytes
    from edition.transcript.decode import LARGEST_FILE
    from edition.transcript.reader import read

    conventions, faulty = _conventions(terminal, file.parent)
    if convention is not None and convention.endswith(".toml"):
        conventions, convention = _with_file(conventions, Path(convention))
    data = read_all(LARGEST_FILE) if file == STDIN else read_bytes(file)
    name = "stdin" if file == STDIN else str(file)
    transcript = read(data, name, convention, conventions=conventions)
    if not brief:
        for line in seen_lines(transcript):
            click.echo(line, color=terminal.colour)
        click.echo()
    for line in summary(transcript):
        click.echo(line)
    terminal.tell(transcript.diagnostics)
    return ExitCode.FINDINGS if faulty else ExitCode.CLEAN


def _conventions(terminal: Terminal, beside: Path | None = None) -> tuple[Conventions, bool]:
    """Those of the program and of a project, and whether one of these is faulty.

    The project is that with transcripts *beside*, if it has conventions, or the one here. What is
    wrong with it is told.
    """
    from edition.project.conventions import read_conventions
    from edition.project.folder import CONVENTIONS

    has_own = beside is not None and (beside / CONVENTIONS).is_dir()
    conventions, faulty = read_conventions(beside if beside and has_own else Path("source"))
    terminal.tell(faulty)
    return conventions, bool(faulty)


def _with_file(conventions: Conventions, file: Path) -> tuple[Conventions, str]:
    from edition.files import read_bytes
    from edition.transcript.convention_files import Conventions, parse_convention

    own = parse_convention(read_bytes(file), str(file))
    return Conventions({**conventions.own, own.name: own}), own.name
