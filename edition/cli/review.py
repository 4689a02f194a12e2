"""``edition review``: what is doubtful about turns and names, and what the scholar decides."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import tei_files
from edition.cli._failure import ExitCode
from edition.cli._format import text_or_json
from edition.cli._terminal import Terminal
from edition.wording import counted, printable

if TYPE_CHECKING:
    from edition.names.model import Certainty
    from edition.project.reviewing import Review
    from edition.project.ruling import Ruling

_RULINGS = "edition.rulings"


def _gather(ctx: click.Context, option: click.Parameter, values: Iterable[object]) -> None:
    """Keep the decisions that *option* gives, in the order of the command line."""
    from edition.project.ruling import Ruling, Verdict

    verdict = Verdict(option.opts[0].removeprefix("--"))
    for value in values:
        words = value if isinstance(value, tuple) else (value,)
        ctx.meta.setdefault(_RULINGS, []).append(Ruling(verdict, *words))


def _decision(
    name: str, form: str, told: str, *, words: int = 1
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """An option that decides about something; it may be given many times."""
    return click.option(
        name,
        nargs=words,
        multiple=True,
        metavar=form,
        help=told,
        callback=_gather,
        expose_value=False,
    )


@click.command(name="review")
@click.argument(
    "files",
    nargs=-1,
    metavar="[FILE]...",
    type=click.Path(path_type=Path),
    shell_complete=tei_files,
)
@click.option("--medium", is_flag=True, help="List turns and names of medium certainty too.")
@click.option("--list", "listed", is_flag=True, help="List the doubts, as without any option.")
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="List every turn and name in doubt that nobody has decided.",
)
@text_or_json("a JSON array")
@_decision("--right", "KEY", "KEY is right.")
@_decision("--wrong", "KEY", "The name KEY is one, but means none of these.")
@_decision("--is", "KEY ENTRY", "KEY is ENTRY.", words=2)
@_decision("--cut", "KEY ENTRY", "ENTRY says the turn KEY from its doubtful paragraph on.", words=2)
@_decision("--not-a-name", "KEY|WORDS", "The name KEY is none; or the entry KEY, or WORDS, never.")
@click.option("--by", metavar="EDITOR", help="Who decides, where edition.toml has several.")
@click.option("-i", "--interactive", is_flag=True, help="Ask about one after the other.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    *,
    medium: bool,
    every: bool,
    style: str,
    by: str | None,
    interactive: bool,
    listed: bool,
) -> int:
    """List the doubtful turns, names and entries in TEI files, or decide about them.

    Without FILE, those of every file in source/ of the edition in the current folder. Each has a
    KEY that stays the same. Listed are turns of whose speaker the program is not sure, names
    that it marked with low certainty or without an entry (--medium, --all: and surer ones), and
    entries that it proposed; it exits with 1 where there are any.

    A decision about a turn or a name is written into its TEI file, under the name of the editor;
    one about an entry into the register and every TEI file that has the entry. --cut takes FILE:ID
    of any paragraph too, before which its turn is cut. All decisions of a call are written, or
    none is.
    """
    from edition.names.model import Certainty
    from edition.project.reviewing import open_review

    terminal: Terminal = ctx.obj
    rulings: list[Ruling] = ctx.meta.get(_RULINGS, [])
    if interactive and (rulings or listed or style != "text"):
        raise click.UsageError("--interactive goes with no decision, no --list and no --format.")
    if listed and rulings:
        raise click.UsageError("--list goes with no decision.")
    review = open_review(files, _folder(files))
    terminal.tell(review.findings)
    if by is not None:
        review.editor(by)  # where there is nobody so called, it is told before anything is asked
    most = Certainty.HIGH if every else Certainty.MEDIUM if medium else Certainty.LOW
    if interactive:
        return _walk(terminal, review, by, most)
    if rulings:
        return _decide(terminal, review, rulings, by)
    doubts = review.doubts(most)
    if style == "json":
        import msgspec

        lines = ",\n".join(msgspec.json.encode(doubt).decode() for doubt in doubts)
        click.echo(f"[\n{lines}\n]" if lines else "[]")
    else:
        from edition.cli._doubt import doubt_lines

        for doubt in doubts:
            click.echo("\n".join(doubt_lines(doubt)), color=terminal.colour)
        terminal.say(f"{counted(len(doubts), 'doubt')}.")
    return ExitCode.FINDINGS if doubts else ExitCode.CLEAN


def _folder(files: tuple[Path, ...]) -> Path:
    """The folder in which the files lie. Raises click.UsageError where that are several."""
    from edition.project.folder import Project

    if not files:
        return Project(Path()).source
    folders = {file.parent for file in files}
    if len(folders) > 1:
        raise click.UsageError("The files lie in different folders, which are different editions.")
    return folders.pop()


def _decide(terminal: Terminal, review: Review, rulings: list[Ruling], by: str | None) -> int:
    from edition.project.ruling import rule

    for ruling in rulings:
        review = rule(review, ruling, by)
    tell_written(terminal, review)
    return ExitCode.CLEAN


def _walk(terminal: Terminal, review: Review, by: str | None, most: Certainty) -> int:
    from edition.cli._walk import walk

    if not is_at_terminal():
        raise click.UsageError("--interactive needs a terminal; the other options do not.")
    decided = walk(review, by, most)
    if decided.changed():
        tell_written(terminal, decided)
    return ExitCode.CLEAN


def is_at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def tell_written(terminal: Terminal, review: Review) -> None:
    """Write the decisions of *review* and say which files they are in."""
    written = review.write()
    for path in written:
        terminal.say(f"{printable(str(path))} is written")
    if not written:
        terminal.say("Nothing changes: this was decided already.")
