"""A project built again and again in one process, and each build put up for readers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from edition.diagnostic import EditionError, FileAccessError
from edition.files import read_bytes
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.memory import Memory
from edition.project.report import Build
from edition.serving.board import Board, Edit
from edition.serving.edited import edited
from edition.serving.published import version


class Rebuilder:
    """Builds *project* for *board*. The engine and what did not change stay at hand."""

    def __init__(self, project: Project, board: Board) -> None:
        self._project = project
        self._board = board
        self._memory = Memory()

    def rebuild(
        self,
        names: Collection[str] = (),
        done: Callable[[Sources], None] = lambda _sources: None,
    ) -> Build:
        """Build, *names* being those of the documents whose files were saved.

        Without any, they are those whose TEI is newer than what was published of it. A build that
        cannot go on is one with a finding more: nothing is raised for it. *done* is called after
        each document.
        """
        with self._board.pages:
            return self._rebuild(names or self._newer(), done)

    def _rebuild(self, names: Collection[str], done: Callable[[Sources], None]) -> Build:
        before = {name: self._published(name) for name in names}
        try:
            report = build(self._project, memory=self._memory, done=done)
        except EditionError as error:
            report = Build(findings=list(error.findings))
        edits = {
            name: edit for name in names if (edit := self._edit(name, before[name])) is not None
        }
        self._board.put(tuple(report.findings), edits)
        return report

    def _edit(self, name: str, before: bytes) -> Edit | None:
        """Where the document *name* differs from what was published of it *before*."""
        after = self._published(name)
        if not before or not after or before == after:
            return None
        with suppress(EditionError):  # somebody else wrote into output/
            page = self._project.output / "html" / f"{name}.html"
            return Edit(version(page), edited(before, after))
        return None

    def _newer(self) -> list[str]:
        """The names of the documents that were saved since they were last published."""
        with suppress(EditionError):  # the build will tell
            return [
                sources.stem
                for sources in self._project.documents()
                if 0 < _saved(self._tei(sources.stem)) < _saved(sources.tei)
            ]
        return []

    def _tei(self, name: str) -> Path:
        return self._project.output / "tei" / f"{name}.xml"

    def _published(self, name: str) -> bytes:
        """The TEI that was last published of the document *name*, or nothing."""
        with suppress(FileAccessError):
            return read_bytes(self._tei(name))
        return b""


def _saved(file: Path) -> int:
    """When *file* was last changed, in nanoseconds; 0 where there is none."""
    with suppress(OSError):
        return file.stat().st_mtime_ns
    return 0
