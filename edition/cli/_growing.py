"""The registers of an edition grow by whom and what its transcripts name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli._change import would_change
from edition.cli._tasks import Task, document_in, project_of
from edition.cli._terminal import Terminal
from edition.diagnostic import Diagnostic, EditionError

if TYPE_CHECKING:
    from edition.project.encoding import Encoder
    from edition.project.folder import Project

Tell = Callable[[Iterable[Diagnostic]], None]


class GrowingRegisters:
    """The registers beside the transcripts that are encoded.

    *encoder* is what encodes those of a folder; *tell* is given what is found. With *check*
    nothing is written.
    """

    def __init__(
        self, terminal: Terminal, tell: Tell, encoder: Callable[[Path], Encoder], *, check: bool
    ) -> None:
        self._terminal, self._tell, self._encoder = terminal, tell, encoder
        self._check = check
        self._grown: dict[Path, set[str]] = {}  # by sources of editions, documents that they have
        self._meant: set[str] = set()  # what the documents refer to

    def take_up(self, tasks: Iterable[Task]) -> None:
        """Let the registers beside *tasks* have what a run that was killed would have added."""
        from edition.project.proposals import Proposals

        sources = {task.source.parent for task in tasks if task.is_of_edition()}
        for source in sorted(sources):
            proposals = Proposals(source)
            if proposals.are_there() and not self._check:
                project = project_of(source)
                try:
                    self._tell(proposals.take_up(project, project.settings()))
                except EditionError as error:
                    self._tell(error.findings)

    def has(self, task: Task, tei: bytes) -> None:
        """Take note that the file of *task* has *tei* now."""
        from edition.tei.document import tree
        from edition.tei.registers import meant_in

        if task.target and task.is_of_edition():
            self._grown.setdefault(task.source.parent, set()).add(task.target.stem)
        if task.in_project:
            self._meant |= meant_in(tree(tei))

    def propose(self, *, is_whole: bool, all_known: bool) -> None:
        """Add to the registers of each edition who and what the documents written name.

        Where the edition was encoded whole (*is_whole*) and *all_known* is what its documents
        name, candidates go that none means any more.
        """
        from edition.project.candidates import write
        from edition.project.proposals import Proposals

        for source, stems in sorted(self._grown.items()):
            project = project_of(source)
            try:
                meant = self._meant_in(project) if is_whole and all_known else None
                found = self._encoder(source).register_changes(project, project.settings(), meant)
                if self._check:
                    self._tell(would_change(self._terminal, one) for one in found.changes)
                else:
                    write(found)
                    Proposals(source).forget(stems)
                self._tell(found.found)
            except EditionError as error:
                self._tell(error.findings)

    def _meant_in(self, project: Project) -> set[str] | None:
        """What the TEI files of *project* mean, as they will be; None where it is not known."""
        from edition.files import read_bytes
        from edition.tei.registers import meant_in

        if project.misnamed():
            return None
        meant = set(self._meant)
        for sources in project.documents():
            if not sources.transcript:
                document = document_in(read_bytes(sources.tei), sources.tei)
                if document is None:
                    return None
                meant |= meant_in(document.root)
        return meant
