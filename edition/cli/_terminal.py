"""What a command says to the person at the terminal, on standard error."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from edition.diagnostic import Diagnostic, FileAccessError, Place, Severity, diagnostic
from edition.wording import file_name, finding_text

_MANY = 20


def read_all(limit: int) -> bytes:
    """Standard input, to one byte beyond *limit*. Raises FileAccessError where it is closed."""
    if sys.stdin is None:
        reason = "standard input is closed"
        raise FileAccessError(diagnostic("IO01", Place("stdin"), reason=reason))
    return sys.stdin.buffer.read(limit + 1)


def write_all(data: bytes) -> None:
    """Write *data* to standard output to the last byte, also where Python does not buffer it."""
    if sys.stdout is None:
        reason = "standard output is closed"
        raise FileAccessError(diagnostic("IO02", Place("stdout"), reason=reason))
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileAccessError(diagnostic("IO02", Place("stdout"), reason=reason)) from None


def print_in_any_encoding() -> None:
    r"""Print a character that the terminal does not have as an escape such as ``\u2026``."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _rate(steps: int, began: float) -> str:
    """How many of *steps* there were a second since *began*."""
    return f"{steps / max(time.monotonic() - began, 0.001):,.1f} a second"


@dataclass(frozen=True)
class Terminal:
    """How much is said, and whether in colour (None: as standard error is a terminal)."""

    quiet: bool = False
    verbose: bool = False
    colour: bool | None = None

    @classmethod
    def of_surroundings(cls, *, quiet: bool, verbose: bool, colour: bool | None) -> Terminal:
        """As the options say, and where they say nothing, the environment."""
        if colour is None and os.environ.get("NO_COLOR"):
            colour = False
        return cls(quiet, verbose, colour)

    @property
    def interactive(self) -> bool:
        """Whether a person watches: progress and summaries are for nobody else."""
        return not self.quiet and sys.stderr is not None and sys.stderr.isatty()

    def say(self, text: str) -> None:
        """Print *text*, unless --quiet."""
        if not self.quiet:
            click.echo(text, err=True, color=self.colour)

    def say_waiting(self, process: str, folder: Path) -> None:
        """Say that the build of another *process* into *folder* has to end first."""
        begin = "\n" if self.interactive else ""  # behind a bar that has not moved yet
        name = file_name(folder)
        self.say(f"{begin}Waiting for another build into {name} (process {process}); Ctrl-C ends.")

    def tell(self, findings: Iterable[Diagnostic]) -> None:
        """Print *findings*; with --quiet only the errors."""
        for finding in findings:
            if not self.quiet or finding.severity is Severity.ERROR:
                click.echo(finding_text(finding), err=True, color=self.colour)

    @contextmanager
    def progress(self, label: str, length: int) -> Iterator[Callable[[], None]]:
        """What to call after each of *length* steps: a bar fills where a person watches.

        With many steps it says how many are done, how many a second, and the time that is left.
        """
        if self.interactive and length > 1:
            began, is_long = time.monotonic(), length >= _MANY
            with click.progressbar(
                length=length,
                label=label,
                file=sys.stderr,
                show_eta=is_long,
                show_pos=is_long,
                item_show_func=lambda done: _rate(done, began) if done and is_long else None,
            ) as bar:
                yield lambda: bar.update(1, bar.pos + 1)
        else:
            yield lambda: None

    @contextmanager
    def transfer(self, label: str, size: int) -> Iterator[Callable[[int], None]]:
        """What to call with the number of each part of *size* bytes that is on its way."""
        if self.interactive and size:
            with click.progressbar(length=size, label=label, file=sys.stderr) as bar:
                yield bar.update
        else:
            yield lambda _size: None
