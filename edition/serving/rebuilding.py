"""A project built again and again in one process, and each build put up for readers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress

from edition.diagnostic import Diagnostic, EditionError, FileAccessError
from edition.files import read_bytes
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.memory import Memory
from edition.project.report import Build, Watch
from edition.serving.board import Board, Edit
from edition.serving.edited import edited
from edition.serving.published import read, version


class Rebuilder:
    """Builds *project* for *board*. The engine and what did not change stay at hand.

    An edited page is put up before indexes, figures and search, which may take longer, are made.
    *waiting* is called where a build of another process, whose number it gets, has to end first.
    """

    def __init__(
        self,
        project: Project,
        board: Board,
        waiting: Callable[[str], None] = lambda _process: None,
    ) -> None:
        self._project = project
        self._board = board
        self._waiting = waiting
        self._memory = Memory()
        self._before = b""
        self._edits: dict[str, Edit] = {}

    def rebuild(self, done: Callable[[Sources], None] = lambda _sources: None) -> Build:
        """Build. One that cannot go on has a finding more: nothing is raised for it.

        *done* is called after each document.
        """

        def is_done(sources: Sources) -> None:
            self._find_edit(sources)
            done(sources)

        def show(findings: list[Diagnostic]) -> None:
            if self._edits:
                self._board.put(tuple(findings), self._edits)
            writing.close()

        self._edits = {}
        with ExitStack() as writing:
            writing.enter_context(self._board.pages)
            watch = Watch(self._look_at, is_done, show, self._waiting)
            try:
                # Who edits does not wait for a PDF at each save.
                report = build(self._project, put_off=["pdf"], memory=self._memory, watch=watch)
            except EditionError as error:
                report = Build(findings=list(error.findings))
            self._board.put(tuple(report.findings), self._edits)
        return report

    def _look_at(self, sources: Sources, _why: str) -> None:
        """Keep what was published of a document that is made anew."""
        self._before = self._published(sources)

    def _find_edit(self, sources: Sources) -> None:
        """Where a document that was made anew differs from what was published of it before."""
        before, self._before = self._before, b""
        after = self._published(sources) if before else b""
        if not after or before == after:
            return
        with suppress(EditionError):  # somebody else wrote into output/
            page = self._project.output / "html" / f"{sources.stem}.html"
            self._edits[sources.stem] = Edit(version(read(page)), edited(before, after))

    def _published(self, sources: Sources) -> bytes:
        """The TEI that was last published of a document, or nothing."""
        with suppress(FileAccessError):
            return read_bytes(self._project.output / "tei" / f"{sources.stem}.xml")
        return b""
