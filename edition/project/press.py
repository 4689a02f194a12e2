"""The documents of an edition, in order: each is made, or left as it was made before.

Where there are many, several processes make them. What is told and written is the same, and in the
same order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import read_bytes
from edition.project.draft import Draft
from edition.project.folder import Sources
from edition.project.hands import ONE, Hands
from edition.project.inputs import Inputs, Version, Wanted, read_inputs, read_versions
from edition.project.job import Job
from edition.project.ledger import digest, kept
from edition.project.manifest import Entry, Made
from edition.project.newly_encoded import NewlyEncoded
from edition.project.own_registers import OwnRegisters
from edition.project.report import DocumentRun
from edition.project.workers import Crew, WorkerEndedError, Workers
from edition.publishing.record import Record

if TYPE_CHECKING:  # most builds make little, and need little
    from edition.project.printing import Order, Printed, Printer

# Processes are started when so many documents were made here, and so many may be left: till they
# are ready some would be made.
_MADE_HERE = 4
_LEFT = 12
_FOR_EACH = 6  # documents at least: to be ready costs a process as much as some documents
_AHEAD = 2  # orders for each process: none waits for one, and few documents are in memory


class Press:
    """Makes the documents of *job*, of which *registers* say who is who, by processes of *hands*.

    If it is to *fail_fast*, the first document with an error is the last that is made.
    """

    def __init__(
        self,
        job: Job,
        registers: OwnRegisters,
        hands: Hands = ONE,
        *,
        fail_fast: bool = False,
    ) -> None:
        self._job = job
        self._ledger = job.ledger
        self._wanted = job.wanted
        self._registers = registers
        self._newly = NewlyEncoded(job, registers)
        self._hands = hands
        self._fail_fast = fail_fast
        self._workers: Crew[Order, Printed] | None = None
        self._made = 0
        self._documents: Sequence[Sources] = ()

    def documents(self, documents: Sequence[Sources]) -> None:
        """Make *documents* and write their files. Raises EditionError where a build has to end."""
        self._documents = documents
        try:
            for run, finish in self._in_order(documents):
                finish()
                if self._fail_fast and run.has_error:
                    self._job.report.stopped_at = run.name
                    break
        finally:
            if self._workers is not None:
                self._workers.close()

    def _in_order(
        self, documents: Sequence[Sources]
    ) -> Iterator[tuple[DocumentRun, Callable[[], None]]]:
        """Each document with what ends it, which has to be called before the next is taken."""
        under_way: deque[tuple[DocumentRun, Callable[[], None]]] = deque()
        for n, sources in enumerate(documents, 1):
            run = DocumentRun(sources.stem)
            under_way.append((run, self._begun(sources, run, left=len(documents) - n)))
            while len(under_way) > (self._workers.count * _AHEAD if self._workers else 0):
                yield under_way.popleft()
        yield from under_way

    def propose(self) -> OwnRegisters:
        """Add to the registers who and what new documents name; returns them as they are then."""
        if self._newly.kept:
            try:
                self._newly.propose()
                self._registers = OwnRegisters(self._job)
                self._remember()
            except FileAccessError:
                raise
            except EditionError as error:
                self._job.report.findings.append(error.finding)
        return self._registers

    def _begun(self, sources: Sources, run: DocumentRun, left: int) -> Callable[[], None]:
        """Begin with a document; returns what ends it, when all before it have ended."""
        entry = self._ledger.entry(sources.stem)
        try:
            with run.timed("read"):
                inputs = read_inputs(sources)
        except FileAccessError as error:
            return partial(self._leave_unread, sources, run, entry, error)
        versions = read_versions(sources)
        run.bytes_read = inputs.size
        has_text = "text" in self._wanted.outputs or self._has_text(sources.stem, entry)
        with run.timed("compare"):
            made = self._agreeing(sources, inputs, versions, entry, has_text=has_text)
        if made is not None:
            return partial(self._leave, sources, run, inputs.digest()[0], entry, made)
        self._job.begin_writing()
        run.why = self._ledger.why(sources.stem, inputs, versions)
        self._job.watch.making(sources, run.why)
        draft = Draft(is_new=inputs.tei is None, tei=inputs.tei)
        if draft.is_new:
            with run.timed("encode"):
                self._newly.encode(draft, sources, inputs.transcript or b"")
        order = self._order(draft, sources, inputs, versions, entry, has_text=has_text)
        return partial(self._finish, order, run, entry, self._printing(order, left))

    def _has_text(self, stem: str, entry: Entry) -> bool:
        """Whether there is a text edition by an earlier build."""
        path = f"text/{stem}.txt"
        return path in self._ledger.staying(kept(entry.files, self._wanted.outputs))

    def _agreeing(
        self,
        sources: Sources,
        inputs: Inputs,
        versions: Sequence[Version],
        entry: Entry,
        *,
        has_text: bool,
    ) -> Made | None:
        """What *entry* notes, if the document was made from the same and its files are there."""
        made = entry.made
        keys = _keys(self._wanted, sources, inputs, versions, has_text=has_text)
        if made is None or made.inputs not in keys or not self._ledger.are_there(entry.files):
            return None
        return self._registers.agreeing(made, sources, inputs)

    def _order(
        self,
        draft: Draft,
        sources: Sources,
        inputs: Inputs,
        versions: Sequence[Version],
        entry: Entry,
        *,
        has_text: bool,
    ) -> Order:
        from edition.project.document_files import texts_in
        from edition.project.printing import Order

        staying = self._ledger.staying(kept(entry.files, self._wanted.outputs))
        texts = texts_in(self._job.project.output, staying)
        return Order(draft, sources, inputs.transcript, has_text, texts, versions)

    def _printing(self, order: Order, left: int) -> Callable[[], Printed]:
        """Let *order* be done: here, when it is asked for, or by another process from now on."""
        if self._workers is None:
            self._workers = self._called(left)
        self._made += 1
        if self._workers is None:
            return partial(self._printer.printed, order)
        return partial(self._workers.answer, self._workers.order(order))

    @cached_property
    def _printer(self) -> Printer:
        from edition.project.printing import Printer

        job = self._job
        return Printer(self._wanted, job.settings, self._registers.registers)

    def _called(self, left: int) -> Crew[Order, Printed] | None:
        """Those who are to make documents from now on, of which so many are *left*, if not we."""
        if self._hands.cluster:
            return self._cluster()
        jobs = self._hands.jobs
        if jobs <= 1 or self._made < _MADE_HERE or left < _LEFT:
            return None
        from edition.project.printing import printing_elsewhere

        given = self._wanted, self._job.settings, self._register_files()
        return Workers(min(jobs, left // _FOR_EACH), printing_elsewhere, *given)

    def _cluster(self) -> Crew[Order, Printed]:
        from edition.project.cluster import Cluster
        from edition.project.printing import printing_on_cluster

        package = self._wanted.theme.package
        theme = read_bytes(package) if package else b""
        given = self._wanted, self._job.settings, self._register_files(), theme
        return Cluster(self._hands.cluster, printing_on_cluster, *given)

    def _register_files(self) -> list[tuple[bytes, str]]:
        return [(it.data, it.name) for it in self._registers.registers.documents]

    def _leave_unread(
        self, sources: Sources, run: DocumentRun, entry: Entry, error: FileAccessError
    ) -> None:
        """Tell why a document cannot be read; what was made of it stays."""
        self._job.report.findings.append(error.finding)
        run.found([error.finding])
        self._note(sources, run, msgspec.structs.replace(entry, made=None))

    def _leave(
        self, sources: Sources, run: DocumentRun, transcript: str, entry: Entry, made: Made
    ) -> None:
        """Leave a document as it was made; *transcript* is the checksum of that."""
        record = entry.record if made.is_published else None
        run.outcome = "left" if made.is_published else "wrong"
        findings = self._ledger.told(made.findings)
        self._tell(sources, run, transcript, findings, ignored=made.ignored, record=record)
        self._note(sources, run, msgspec.structs.replace(entry, made=made))

    def _finish(
        self, order: Order, run: DocumentRun, entry: Entry, printing: Callable[[], Printed]
    ) -> None:
        """Write what is made by *printing* to *order*. Raises FileAccessError."""
        sources = order.sources
        printed = self._printed(order, printing)
        draft, record, files = printed.draft, printed.record, printed.files
        run.seconds |= printed.seconds
        run.outcome = "wrong" if record is None else "made"
        run.encoded = draft.is_new and record is not None
        written = self._ledger.staying(entry.files)
        if files is not None:
            with run.timed("write"):
                written = self._ledger.staying(kept(entry.files, self._wanted.outputs))
                written |= self._job.writer.write(files)
            run.bytes_made = sum(map(len, files.values()))
            surveys = {path: (written[path], it) for path, it in printed.surveys.items()}
            self._job.memory.surveys.update(surveys)
        transcript, _ = Inputs(order.transcript, None).digest()
        findings, ignored = draft.findings, draft.ignored
        self._tell(sources, run, transcript, findings, ignored=ignored, record=record)
        made = self._noted(order, draft, record)
        self._note(sources, run, Entry(written, record or entry.record, made))

    def _printed(self, order: Order, printing: Callable[[], Printed]) -> Printed:
        """What is made by *printing*; the TEI of a new document is written."""
        from edition.project.printing import Printed

        try:
            printed = printing()
        except WorkerEndedError as error:
            place = Place(str(order.sources.transcript or order.sources.tei))
            order.draft.findings.append(diagnostic("P011", place, manner=str(error)))
            return Printed(order.draft)
        if printed.draft.is_new and not self._newly.keep(printed.draft, order.sources):
            return Printed(printed.draft)
        return printed

    def _noted(self, order: Order, draft: Draft, record: Record | None) -> Made | None:
        """What is noted of a document that was made, if anything is."""
        if draft.is_new and not draft.is_valid:
            return None
        sources, inputs = order.sources, Inputs(order.transcript, draft.tei)
        transcript, tei = inputs.digest()
        *_, now = _keys(self._wanted, sources, inputs, order.versions, has_text=order.has_text)
        made = Made(
            now,
            "",
            draft.copies,
            tuple(draft.lasting if draft.is_new else draft.findings),
            draft.ignored,
            record is not None,
            draft.names,
            transcript=transcript,
            tei=tei,
            versions=tuple(it.stamp() for it in order.versions),
        )
        # New names are not yet in the registers: nothing is known of copies till then.
        return self._ledger.made(made if draft.is_new else self._registers.noted(made))

    def _note(self, sources: Sources, run: DocumentRun, entry: Entry) -> None:
        self._job.report.documents += 1
        self._job.report.runs.append(run)
        if entry.files or entry.made is not None:
            self._ledger.now.documents[sources.stem] = entry
        self._job.watch.done(sources)

    def _tell(
        self,
        sources: Sources,
        run: DocumentRun,
        transcript: str,
        findings: list[Diagnostic],
        *,
        ignored: int,
        record: Record | None,
    ) -> None:
        """Add a document to the report; *record* is what there is to read of it."""
        report = self._job.report
        report.findings += findings
        run.found(findings)
        report.ignored += ignored
        self._job.checks.add(sources, transcript, findings, ignored)
        if record is not None:
            report.turns += record.turns
            report.words += record.words

    def _remember(self) -> None:
        """Note how the next build finds the registers, and documents beside them.

        Those of an earlier build, too: one that was interrupted leaves what a whole one would.
        """
        self._registers.findings()
        new = {sources.stem for sources in self._newly.kept}
        documents = self._ledger.now.documents
        for sources in self._documents:
            entry = documents.get(sources.stem, Entry())
            if (made := entry.made) is None:
                continue
            if sources.stem in new:
                copies = self._registers.copies(sources, read_inputs(sources))
                found = (*copies, *made.findings)
                made = msgspec.structs.replace(made, copies=copies, findings=found)
                made = self._registers.noted(made)
            else:
                made = self._registers.agreeing(made, sources) or made
            documents[sources.stem] = msgspec.structs.replace(entry, made=made)


def _keys(
    wanted: Wanted,
    sources: Sources,
    inputs: Inputs,
    versions: Sequence[Version],
    *,
    has_text: bool,
) -> list[str]:
    """What stands for that which a document is made from: with all that is asked for, and as now.

    What lacks a book that was put off is good until the build that makes it.
    """
    name = sources.transcript and sources.transcript.name
    lacking = [book for book in sorted(wanted.put_off) if wanted.asks_for(book)]
    made_from = [name, *inputs.digest(), has_text, *(it.stamp() for it in versions)]
    return [digest([*made_from, put_off]) for put_off in ([[], lacking] if lacking else [[]])]
