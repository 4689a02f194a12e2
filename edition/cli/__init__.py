"""The command line: each file of this folder is a command, imported only when it is used.

A command module has one public thing, ``command``. A command returns its exit code, or
nothing for 0, and raises what goes wrong: this file alone turns failures into messages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from edition.cli._failure import exit_codes, failures_told
from edition.cli._terminal import Terminal, print_in_any_encoding
from edition.version import VERSION

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """The group whose commands are the files beside this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files, ``a_b.py`` as ``a-b``; a leading ``_`` hides a file."""
        files = Path(__file__).parent.glob("[!_]*.py")
        return sorted(file.stem.replace("_", "-") for file in files)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the file of the command; None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name those that are spelt like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            names = self.list_commands(ctx)
            raise click.NoSuchCommand(error.command_name, possibilities=names, ctx=ctx) from None

    @contextmanager
    def _placed_options(self, ctx: click.Context) -> Iterator[None]:
        """Where an option of the whole command stands behind the name of one, say where it goes."""
        try:
            yield
        except click.NoSuchOption as error:
            name, at = error.option_name, error.ctx
            if at is None or not any(name in (*p.opts, *p.secondary_opts) for p in self.params):
                raise
            rest = at.command_path.removeprefix(ctx.command_path)
            right = f"{ctx.command_path} {name}{rest}"
            raise click.UsageError(f"{name} stands before the command: {right} …", at) from None

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run the command and leave with its exit code."""
        with failures_told(ctx), self._placed_options(ctx):
            code = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            ctx.exit(code or 0)
        raise AssertionError("unreachable: ctx.exit raises")


@click.command(cls=Commands, context_settings=_CONTEXT, epilog=exit_codes())
@click.version_option(VERSION, prog_name="edition", message="%(prog)s %(version)s")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is done, and all about a failure.")
@click.option(
    "--color/--plain",
    "colour",
    default=None,
    help="Colour or none, whatever the terminal; also NO_COLOR.",
)
@click.pass_context
def main(ctx: click.Context, *, quiet: bool, verbose: bool, colour: bool | None) -> None:
    """Make digital editions in TEI P5 from printed transcripts of meetings."""
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other.")
    print_in_any_encoding()
    terminal = Terminal.of_surroundings(quiet=quiet, verbose=verbose, colour=colour)
    ctx.obj = terminal
    ctx.color = terminal.colour
