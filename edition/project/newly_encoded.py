"""Transcripts that have no TEI yet: encoded one after another, kept, and told to the registers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.project.draft import Draft
from edition.project.folder import Sources
from edition.project.job import Job
from edition.project.own_registers import OwnRegisters
from edition.settings import missing_for_transcript

if TYPE_CHECKING:  # most builds have nothing to encode
    from edition.names.model import Register
    from edition.project.encoding import Encoder


class NewlyEncoded:
    """The new documents of *job*. What one names, the next may name, too: their order counts."""

    def __init__(self, job: Job, registers: OwnRegisters) -> None:
        self._job = job
        self._registers = registers
        self._untold: list[Diagnostic] = []
        self._named: dict[str, Register] = {}
        self.kept: list[Sources] = []

    def encode(self, draft: Draft, sources: Sources, transcript: bytes) -> None:
        """Give *draft* the TEI of *transcript*, or a finding that says why there is none."""
        encoder = self._encoder
        draft.findings += self._untold
        self._untold = []
        settings = self._job.settings
        try:
            result = encoder.encoded(
                transcript, str(sources.transcript), settings, schemas="../schemas"
            )
        except EditionError as error:
            draft.findings.append(error.finding)
            return
        place = Place(str(self._job.project.settings_file))
        draft.findings += [*result.findings, *missing_for_transcript(settings, sources.stem, place)]
        draft.tei = result.tei
        self._named[sources.stem] = result.naming.register
        encoder.know(result.naming.register)

    def keep(self, draft: Draft, sources: Sources) -> bool:
        """Write the TEI of a new document; whether that was done.

        One that is wrong would be the scholar's for ever, and one that somebody has written
        meanwhile is. Raises FileAccessError.
        """
        if draft.tei is None:
            return False
        named = self._named.pop(sources.stem)
        if not draft.is_valid:
            draft.findings.append(diagnostic("E002", Place(str(sources.transcript))))
            return False
        from edition.project.record import Record, write_again
        from edition.project.repeated import checksums

        record = Record(draft.tei, told=checksums(draft.findings))
        try:
            with self._job.proposals.noted(sources.stem, named):
                write_again(sources.tei, None, draft.tei, record)
        except FileAccessError:
            raise
        except EditionError as error:  # of the encoding, which nobody will see, nothing is told
            draft.findings, draft.ignored, draft.is_valid = [error.finding], 0, False
            return False
        self._encoder.keep(named)
        self.kept.append(sources)
        self._job.report.encoded += 1
        return True

    def propose(self) -> None:
        """Add to the registers who and what new documents name.

        Raises FileAccessError, or EditionError where nothing can be added to one.
        """
        self._encoder.propose(self._job.project, self._job.settings)
        self._job.proposals.forget({sources.stem for sources in self.kept})

    @cached_property
    def _encoder(self) -> Encoder:
        from edition.project.conventions import read_conventions
        from edition.project.encoding import Encoder
        from edition.project.register_findings import clashes_in

        conventions, self._untold = read_conventions(self._job.project.source)
        own = self._registers
        editors = {editor.id for editor in self._job.settings.editors}
        wrong = [*own.unreadable, *clashes_in(own.registers, editors), *self._untold]
        return Encoder(own.registers, wrong, conventions)
