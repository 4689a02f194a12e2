"""``edition serve``: the edition while it is edited, in a browser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._terminal import Terminal
from edition.diagnostic import Severity
from edition.wording import counted

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.project.folder import Project
    from edition.project.report import Build
    from edition.serving import Board, Server


@click.command(name="serve")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Where to serve.  [default: the first free one from 8000 on]",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address of this machine to serve at; 0.0.0.0: all of them, for everybody in reach.",
)
@click.pass_obj
def command(terminal: Terminal, folder: Path, *, port: int | None, host: str) -> int:
    """Build the edition in FOLDER (default: here), show it in a browser, and again at each save.

    A page that is open is loaded anew at the paragraph that was edited, and shows errors and
    warnings; while there are errors in its document it stays as it was. End with Ctrl-C.
    """
    from edition.project.folder import Project
    from edition.serving import Board

    project, board = Project(folder), Board()
    server = _server(host, port, project, board, terminal)
    try:
        with server.at_work():
            terminal.say(f"Serving {project.output} at {server.url} (Ctrl-C ends)")
            _Work(terminal, project, board).go_on()
    except KeyboardInterrupt:
        terminal.say("\nEnded.")
    return 0


def _server(
    host: str, port: int | None, project: Project, board: Board, terminal: Terminal
) -> Server:
    """The server at its address. Raises BadParameter where it cannot be there."""
    import errno

    from edition.serving import bound

    try:
        return bound(host, port, project.output, board, terminal.say)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"port {port or 'near 8000'} is in use; choose another, such as --port 8765."
            hint = "'--port'"
        elif error.errno == errno.EACCES:
            message, hint = f"port {port} is not for everybody; take one from 1024 on.", "'--port'"
        else:
            message, hint = f"{host} is no address of this machine.", "'--host'"
        raise click.BadParameter(message, param_hint=hint) from None


class _Work:
    """Builds, and what is said of them."""

    def __init__(self, terminal: Terminal, project: Project, board: Board) -> None:
        from edition.serving import Rebuilder, Watcher

        self._terminal = terminal
        self._project = project
        self._rebuilder = Rebuilder(
            project, board, lambda process: terminal.say_waiting(process, project.output)
        )
        self._watcher = Watcher(project)
        self._told: set[Diagnostic] = set()

    def go_on(self) -> None:
        """Build, and again at each save, until interrupted."""
        with self._terminal.progress("Building", len(self._project.documents())) as step:
            started = time.monotonic()
            report = self._rebuilder.rebuild(done=lambda _sources: step())
        self._tell(report, started)
        for saved in self._watcher.saves():
            started = time.monotonic()
            report = self._rebuilder.rebuild()
            is_new = report.written or report.removed or set(self._shown(report)) != self._told
            if saved or is_new:
                self._tell(report, started)

    def _shown(self, report: Build) -> list[Diagnostic]:
        return [
            finding
            for finding in report.findings
            if self._terminal.verbose or finding.severity is not Severity.NOTE
        ]

    def _tell(self, report: Build, started: float) -> None:
        """What is new among the findings, and one line."""
        shown = self._shown(report)
        self._terminal.tell(finding for finding in shown if finding not in self._told)
        self._told = set(shown)
        found = [
            counted(number, severity)
            for severity in (Severity.ERROR, Severity.WARNING)
            if (number := report.count(severity))
        ]
        seconds = time.monotonic() - started
        written = counted(report.written, "file")
        state = ", ".join(found) or "no errors"
        self._terminal.say(f"{state}; {written} written, in {seconds:.1f} s.")
