"""The documents of an edition, one after another: each is made, or left as it was made before."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.project.folder import Sources
from edition.project.inputs import Inputs, Wanted, read_inputs
from edition.project.job import Job
from edition.project.ledger import digest, kept
from edition.project.manifest import Checksums, Entry, Made
from edition.project.own_registers import OwnRegisters
from edition.publishing.record import Record

if TYPE_CHECKING:  # most builds make little, and need little
    from edition.project.making import Draft, Maker
    from edition.publishing.document import Publication


class Press:
    """Makes the documents of *job*, of which *registers* say who is who."""

    def __init__(self, job: Job, registers: OwnRegisters) -> None:
        self._job = job
        self._ledger = job.ledger
        self._wanted = job.wanted
        self._registers = registers
        self._new: list[Sources] = []

    def document(self, sources: Sources) -> None:
        """Make one document and write its files, or leave what was made of the same."""
        report = self._job.report
        report.documents += 1
        entry = self._ledger.entry(sources.stem)
        try:
            inputs = read_inputs(sources)
        except FileAccessError as error:
            report.findings.append(error.finding)
            entry = msgspec.structs.replace(entry, made=None)
        else:
            has_text = "text" in self._wanted.outputs or self._has_text(sources.stem, entry)
            known = self._known(sources, inputs, entry, has_text=has_text)
            entry = known or self._made(sources, inputs, entry, has_text=has_text)
        if entry.files or entry.made is not None:
            self._ledger.now.documents[sources.stem] = entry
        self._job.watch.done(sources)

    @cached_property
    def _maker(self) -> Maker:
        from edition.project.making import Maker

        job, own = self._job, self._registers
        if self._wanted.wants("pdf"):
            from edition.publishing.laying_out import need_weasyprint

            is_in_settings = job.settings.book.pdf
            asked = str(job.project.settings_file) if is_in_settings else "--pdf"
            need_weasyprint(Place(asked))
        return Maker(job.project, self._wanted, job.settings, own.registers, own.unreadable)

    def _has_text(self, stem: str, entry: Entry) -> bool:
        """Whether there is a text edition by an earlier build."""
        path = f"text/{stem}.txt"
        return path in self._ledger.staying(kept(entry.files, self._wanted.outputs))

    def _known(
        self, sources: Sources, inputs: Inputs, entry: Entry, *, has_text: bool
    ) -> Entry | None:
        """*entry*, if the document was made from the same and its files are there."""
        made = entry.made
        keys = _keys(self._wanted, sources, inputs, has_text=has_text)
        if made is None or made.inputs not in keys or not self._ledger.are_there(entry.files):
            return None
        made = self._registers.agreeing(made, sources, inputs)
        if made is None:
            return None
        record = entry.record if made.is_published else None
        self._tell(sources, inputs, self._ledger.told(made.findings), made.ignored, record)
        return msgspec.structs.replace(entry, made=made)

    def _made(self, sources: Sources, inputs: Inputs, entry: Entry, *, has_text: bool) -> Entry:
        """What is made from *inputs*; *entry* is what there was. Raises FileAccessError."""
        self._job.begin_writing()
        self._job.watch.making(sources)
        draft = self._maker.draft(sources, inputs, has_text=has_text)
        if draft.is_new and draft.tei is not None:
            self._keep(sources, draft, draft.tei)
        shown = draft.publication
        record = shown.record if shown else None
        files = self._files(draft, shown, entry.files) if shown else None
        self._tell(sources, inputs, draft.findings, draft.ignored, record)
        made = None
        if draft.is_valid or not draft.is_new:
            made = self._noted(sources, inputs, draft, has_text=has_text)
        files = self._ledger.staying(entry.files) if files is None else files
        return Entry(files, record or entry.record, made)

    def _noted(
        self, sources: Sources, inputs: Inputs, draft: Draft, *, has_text: bool
    ) -> Made | None:
        """What is noted of a document that was made, if anything is."""
        inputs = Inputs(inputs.transcript, draft.tei)
        *_, now = _keys(self._wanted, sources, inputs, has_text=has_text)
        made = Made(
            now,
            "",
            draft.copies,
            tuple(draft.lasting if draft.is_new else draft.findings),
            draft.ignored,
            draft.publication is not None,
            draft.names,
            transcript=inputs.digest()[0],
        )
        # New names are not yet in the registers: nothing is known of copies till then.
        return self._ledger.made(made if draft.is_new else self._registers.noted(made))

    def _tell(
        self,
        sources: Sources,
        inputs: Inputs,
        findings: list[Diagnostic],
        ignored: int,
        record: Record | None,
    ) -> None:
        """Add a document to the report; *record* is what there is to read of it."""
        report = self._job.report
        report.findings += findings
        report.ignored += ignored
        self._job.checks.add(sources, inputs.digest()[0], findings, ignored)
        if record is not None:
            report.turns += record.turns
            report.words += record.words

    def _files(self, draft: Draft, shown: Publication, before: Checksums) -> Checksums:
        """Write the files of a document; returns these and what stays of those *before*."""
        from edition.project.document_files import document_files, texts_in

        outputs = self._wanted.outputs
        staying = self._ledger.staying(kept(before, outputs))
        made = document_files(
            draft,
            shown,
            self._job.settings,
            outputs,
            address=self._maker.address(shown.record.name),
            texts_before=texts_in(self._job.project.output, staying),
        )
        return staying | self._job.writer.write(made)

    def _keep(self, sources: Sources, draft: Draft, tei: bytes) -> None:
        """Write the TEI of a new transcript; one that is wrong would be the scholar's for ever."""
        from edition.project.record import Record, write_again

        if not draft.is_valid:
            draft.findings.append(diagnostic("E002", Place(str(sources.transcript))))
            return
        self._job.proposals.note(sources.stem, draft.naming.register)
        write_again(sources.tei, tei, Record(tei))
        self._maker.keep(draft.naming.register)
        self._new.append(sources)
        self._job.report.encoded += 1

    def propose(self) -> OwnRegisters:
        """Add to the registers who and what new documents name; returns them as they are then."""
        if self._new:
            try:
                self._maker.propose()
                self._job.proposals.forget()
                self._registers = OwnRegisters(self._job)
                self._remember_new()
            except FileAccessError:
                raise
            except EditionError as error:
                self._job.report.findings.append(error.finding)
        return self._registers

    def _remember_new(self) -> None:
        """Note how the next build finds the registers, and new documents beside them."""
        self._registers.findings()
        documents = self._ledger.now.documents
        for sources in self._new:
            entry = documents.get(sources.stem, Entry())
            if (made := entry.made) is not None:
                copies = self._registers.copies(sources, read_inputs(sources))
                made = msgspec.structs.replace(
                    made, copies=copies, findings=(*copies, *made.findings)
                )
                made = self._registers.noted(made)
                documents[sources.stem] = msgspec.structs.replace(entry, made=made)


def _keys(wanted: Wanted, sources: Sources, inputs: Inputs, *, has_text: bool) -> list[str]:
    """What stands for that which a document is made from: with all that is asked for, and as now.

    What lacks a book that was put off is good until the build that makes it.
    """
    name = sources.transcript and sources.transcript.name
    lacking = [book for book in sorted(wanted.put_off) if wanted.asks_for(book)]
    return [digest([name, *inputs.digest(), has_text, put_off]) for put_off in ([], lacking)]
