"""The registers of an edition as a build finds them, and which documents agree with them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import msgspec

from edition.checking.registers import facts
from edition.diagnostic import Diagnostic
from edition.project.folder import Sources
from edition.project.inputs import Inputs, read_inputs
from edition.project.job import Job
from edition.project.ledger import digest
from edition.project.manifest import Common, Made, checksum
from edition.project.registers import read_registers
from edition.tei.vocabulary import local


class OwnRegisters:
    """The registers of the edition that *job* builds, as they are now."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.registers, self.unreadable = read_registers(job.project.register_files())
        self._said: dict[str, object] = {}

    @cached_property
    def checksum(self) -> str:
        """What stands for all bytes of them."""
        files = [(Path(it.name).name, checksum(it.data)) for it in self.registers.documents]
        return digest(files)

    def findings(self) -> tuple[list[Diagnostic], int]:
        """What is wrong in them, which is noted, and how much of it is ignored."""
        job = self._job
        known: Common | None = job.ledger.before.registers
        if known is not None and known.inputs == self.checksum:
            job.ledger.now.registers = known
            return self.unreadable + job.ledger.told(known.findings), known.ignored
        from edition.project.register_findings import findings_in

        job.prepare_engine()
        editors = {it.id for it in job.settings.editors}
        standing, ignored = findings_in(self.registers, editors)
        job.ledger.now.registers = job.ledger.common(self.checksum, standing, len(ignored))
        return self.unreadable + standing, len(ignored)

    def noted(self, made: Made) -> Made:
        """*made*, noted as that which agrees with these registers."""
        entries = self._said_of(made.names)
        return msgspec.structs.replace(made, registers=self.checksum, entries=entries)

    def agreeing(self, made: Made, sources: Sources, inputs: Inputs | None = None) -> Made | None:
        """*made* as :meth:`noted`, if of its copies would be told what was; else None.

        It is looked at only if the entries that it has copies of say something else, or anything
        was told of them, which has the line in the register; without *inputs*, they are read.
        """
        if made.registers == self.checksum:
            return made
        is_same = not made.copies and made.entries == self._said_of(made.names)
        if is_same or self.copies(sources, inputs or read_inputs(sources)) == made.copies:
            return self.noted(made)
        return None

    def copies(self, sources: Sources, inputs: Inputs) -> tuple[Diagnostic, ...]:
        """What they have against copies of their entries, as it is noted."""
        from edition.project.making import findings_in_copies

        return self._job.ledger.carried(findings_in_copies(sources, inputs, self.registers))

    def _said_of(self, names: Iterable[str]) -> str:
        """What stands for all that is said of the entries *names*."""
        return digest([sorted(self.registers.kinds), [self._said_by(name) for name in names]])

    def _said_by(self, name: str) -> object:
        if name not in self._said:
            entry = self.registers.element(name)
            said = None if entry is None else [local(str(entry.tag)), *facts(entry)]
            self._said[name] = checksum(msgspec.json.encode(said))
        return self._said[name]
