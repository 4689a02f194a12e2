"""What a command says to the person at the terminal, on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from edition.diagnostic import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


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
        return not self.quiet and sys.stderr.isatty()

    def say(self, text: str) -> None:
        """Print *text*, unless --quiet."""
        if not self.quiet:
            click.echo(text, err=True, color=self.colour)

    def tell(self, findings: Iterable[Diagnostic]) -> None:
        """Print *findings*; with --quiet only the errors."""
        for finding in findings:
            if not self.quiet or finding.severity is Severity.ERROR:
                click.echo(finding_lines(finding), err=True, color=self.colour)

    @contextmanager
    def progress(self, label: str, length: int) -> Iterator[Callable[[], None]]:
        """What to call after each of *length* steps: a bar fills where a person watches."""
        if self.interactive and length > 1:
            with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
                yield lambda: bar.update(1)
        else:
            yield lambda: None


def finding_lines(finding: Diagnostic) -> str:
    """``file:line:column: severity: message [code]``, and the hint on a line of its own."""
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    place = f"{finding.file}:{finding.line}:{finding.column}"
    lines = [f"{printable(place)}: {severity}: {printable(finding.message)} [{finding.code}]"]
    if finding.hint:
        lines.append(f"  {printable(finding.hint)}")
    return "\n".join(lines)


def printable(text: str) -> str:
    r"""*text* with what could steer a terminal written out, as ``\x1b``."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
