"""What goes wrong, as a message and an exit code: the one table of both."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum

import click

from edition.cli._terminal import Terminal
from edition.diagnostic import (
    Diagnostic,
    EditionError,
    FileAccessError,
    Place,
    Severity,
    diagnostic,
)
from edition.interruption import EXIT_CODE, Interruption


class ExitCode(IntEnum):
    """How a command ends."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    ACCESS = 3
    NOT_SENT = 4
    NOT_VERIFIED = 5
    ECHO_DIFFERS = 6
    UNKNOWN = 7
    FAULT = 70
    INTERRUPTED = EXIT_CODE
    PIPE_CLOSED = 141


_MEANINGS = {
    ExitCode.CLEAN: "clean",
    ExitCode.FINDINGS: "findings",
    ExitCode.USAGE: "wrong use of the command",
    ExitCode.ACCESS: "a file cannot be read or written",
    ExitCode.NOT_SENT: "a repository refused or did not answer",
    ExitCode.NOT_VERIFIED: "what a repository has is not the package",
    ExitCode.ECHO_DIFFERS: "published, but the repository describes it otherwise",
    ExitCode.UNKNOWN: "not known whether it was published",
    ExitCode.FAULT: "a fault of this program",
    ExitCode.INTERRUPTED: "interrupted",
    ExitCode.PIPE_CLOSED: "the reader of the output has gone",
}
_OF_FULL_DISKS = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def exit_codes() -> str:
    """The exit codes in a line, for the help."""
    return "Exit codes: " + ", ".join(f"{code:d} {text}" for code, text in _MEANINGS.items()) + "."


def exit_code(found: Iterable[Diagnostic]) -> ExitCode:
    """That of a command which *found* this and went on."""
    findings = list(found)
    if any(finding.code.startswith("IO") for finding in findings):
        return ExitCode.ACCESS
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    return ExitCode.FINDINGS if errors else ExitCode.CLEAN


@contextmanager
def failures_told(ctx: click.Context) -> Iterator[None]:
    """Run the body; where it fails, say why on standard error and leave with an exit code."""
    interruption = Interruption()
    try:
        with interruption.awaited():
            yield
    except (click.ClickException, click.exceptions.Exit):
        raise
    except EditionError as error:
        terminal = _terminal(ctx)
        terminal.tell(error.findings)
        access = isinstance(error, FileAccessError)
        code = ExitCode.ACCESS if access else ExitCode.FINDINGS
    except (KeyboardInterrupt, click.Abort):
        code = _tell_interrupted()
    except BrokenPipeError:
        _silence_standard_output()
        code = ExitCode.PIPE_CLOSED
    except OSError as error:
        _tell_access(error, _terminal(ctx))
        _silence_standard_output()
        code = ExitCode.ACCESS
    except MemoryError:
        click.echo("Error: there is not enough memory for this.", err=True)
        code = ExitCode.ACCESS
    except Exception as error:  # noqa: BLE001 - the last resort before a traceback
        made_of_it = interruption.happened  # as libraries in C make errors of any exception
        code = _tell_interrupted() if made_of_it else _tell_fault(error, _terminal(ctx))
    else:
        return
    ctx.exit(code)


def _terminal(ctx: click.Context) -> Terminal:
    return ctx.obj if isinstance(ctx.obj, Terminal) else Terminal()


def _tell_access(error: OSError, terminal: Terminal) -> None:
    reason = error.strerror or str(error)
    if not error.filename and error.errno in _OF_FULL_DISKS:  # of files, edition.files tells
        terminal.tell([diagnostic("IO02", Place("stdout"), reason=reason)])
    else:
        name = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {name}{reason}", err=True)


def _tell_interrupted() -> ExitCode:
    click.echo("\nInterrupted. Files written until now are whole.", err=True)
    return ExitCode.INTERRUPTED


def _tell_fault(error: Exception, terminal: Terminal) -> ExitCode:
    if terminal.verbose:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    click.echo(
        f"Error: a fault of this program, {type(error).__name__}: {error}\n"
        "  Please report it with what `edition --verbose …` prints.",
        err=True,
    )
    return ExitCode.FAULT


def _silence_standard_output() -> None:
    """Let what is still in the buffer go nowhere, or Python complains of it at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
