"""``edition encode``: from printed transcripts to TEI files."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from edition.cli._change import would_change
from edition.cli._completing import convention_names, transcripts
from edition.cli._failure import ExitCode
from edition.cli._growing import GrowingRegisters
from edition.cli._output import in_existing_folder
from edition.cli._replaced import kept_beside
from edition.cli._tasks import SETTINGS, STDIN, Task, document_in, tasks_of
from edition.cli._terminal import Terminal, read_all, write_all
from edition.diagnostic import Diagnostic, EditionError, Place, Severity, diagnostic
from edition.wording import counted

if TYPE_CHECKING:
    from edition.names.model import Register
    from edition.project.encoding import Encoded, Encoder
    from edition.project.encoding_again import Again
    from edition.tei.document import Document


@click.command(name="encode")
@click.argument(
    "files",
    nargs=-1,
    metavar="[FILE]...",
    type=click.Path(path_type=Path),
    shell_complete=transcripts,
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    callback=in_existing_folder,
    help="File or folder that exists to write to; - is standard output.  [default: beside FILE]",
)
@click.option(
    "--convention",
    metavar="NAME",
    shell_complete=convention_names,
    help="How the transcript is printed.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--force", is_flag=True, help="Replace a TEI file; the old one is kept beside it.")
@click.pass_obj
def command(
    terminal: Terminal,
    files: tuple[Path, ...],
    *,
    output: Path | None,
    convention: str | None,
    check: bool,
    force: bool,
) -> int:
    """Encode transcripts as TEI P5: FILE.txt becomes FILE.xml.

    A transcript is plain text, a saved web page, or a file of Word, Markdown, WebVTT or SRT.

    FILE may be - for standard input, which is written to standard output. Without FILE, every
    transcript in ./source is encoded.

    A TEI file that exists is yours: what you changed in it stays, and what the program has learnt
    since comes in elsewhere. For that, what the program wrote is kept in the folder "machine"
    beside it. --force writes the file wholly anew, and keeps the old one beside it.
    """
    from edition.project.lock import locked

    if output is not None and len(files) != 1 and not output.is_dir():
        raise click.UsageError("--output takes one FILE, or a folder that exists.")
    if check and force:
        raise click.UsageError("--check and --force exclude each other.")
    run = _Run(terminal, convention, check=check, force=force)
    tasks = list(tasks_of(files, output)) if files else _project_tasks(run)
    written = [] if check else [task.target.parent for task in tasks if task.target]
    with locked(written), terminal.progress("Encoding", len(tasks)) as step:
        is_whole = False
        run.registers.take_up(tasks)
        try:
            for task in tasks:
                run.take(task)
                step()
            is_whole = not files
        finally:  # interrupted, too: what is in the TEI files is in the registers
            run.registers.propose(is_whole=is_whole, all_known=run.all_written)
    run.close()
    if terminal.interactive or terminal.verbose:
        terminal.say(run.summary())
    return run.exit_code


def _project_tasks(run: _Run) -> list[Task]:
    """Every transcript of the project here; its schemas are put in place first, if it may write."""
    from edition.project.folder import Project
    from edition.project.schemas import place_schemas
    from edition.project.strays import no_tei, unread

    project = Project(Path())
    if not run.check:
        run.tell(place_schemas(project, {})[1])
    run.tell([*project.misnamed(), *unread(project), *no_tei(project)])
    documents = [sources for sources in project.documents() if sources.transcript]
    if not documents:
        run.tell([diagnostic("M011", Place(str(project.source)))])
    return [
        Task(sources.transcript, sources.tei, in_project=True)
        for sources in documents
        if sources.transcript
    ]


class _Made(NamedTuple):
    """A transcript and the TEI that was made of it."""

    source: bytes
    tei: bytes


class _Run:
    """One call of the command: what was written, and how it ends."""

    def __init__(
        self,
        terminal: Terminal,
        convention: str | None,
        *,
        check: bool,
        force: bool,
    ) -> None:
        self.exit_code = ExitCode.CLEAN
        self._terminal = terminal
        self._convention = convention
        self.check = check
        self._force = force
        self._encoders: dict[Path, Encoder] = {}
        self._told: set[Diagnostic] = set()
        self._repeated: set[Diagnostic] = set()
        self.all_written = True
        self.registers = GrowingRegisters(terminal, self.tell, self._encoder, check=check)
        self._written = self._unchanged = self._refused = 0

    def take(self, task: Task) -> None:
        """Encode one transcript; what is wrong with it does not keep the others.

        What becomes of hand edits is told first, then what is noted on the way there.
        """
        noted: list[Diagnostic] = []
        try:
            there = task.there()  # once: what is saved after this is not written over
            _refuse_foreign(task.target, there)
            made, register, told = self._encoded(task, there, noted)
            written = self._write(task, there, made, register, told)
            self._encoder(task.source.parent).keep(
                register, written if written != made.tei else None
            )
            self.registers.has(task, written)
        except EditionError as error:
            self._refused += 1
            self.all_written = False
            self.tell([*noted, *error.findings])
        else:
            self.tell(noted)

    def close(self) -> None:
        """Say how many notes were told at the last encoding, too, and how to have them."""
        if number := len(self._repeated - self._told):
            told = f"{counted(number, 'note')} on settings and source as at the last encoding"
            self._terminal.say(f"{told} (edition --verbose encode).")

    def tell(self, findings: Iterable[Diagnostic]) -> None:
        """Say once what is found beside the transcripts; an error decides how the call ends."""
        for finding in findings:
            if finding not in self._told:
                self._terminal.tell([finding])
                self._told.add(finding)
            if finding.severity is Severity.ERROR:
                access = finding.code.startswith("IO")
                code = ExitCode.ACCESS if access else ExitCode.FINDINGS
                self.exit_code = max(self.exit_code, code)

    def summary(self) -> str:
        """What was done, in a line."""
        counts = {
            "encoded": self._written,
            "unchanged": self._unchanged,
            "not written": self._refused,
        }
        told = [f"{count:,} {what}" for what, count in counts.items() if count]
        return (", ".join(told) or "nothing to encode") + "."

    def _encoded(
        self, task: Task, there: bytes | None, noted: list[Diagnostic]
    ) -> tuple[_Made, Register, tuple[str, ...]]:
        """The TEI and whom it names, where the file has *there*; *noted* is what is to be told.

        The last is what the record keeps of the notes. All else is let go: merging needs much room.
        """
        from edition.files import read_bytes
        from edition.project.encoding_again import taken_for_last
        from edition.project.record import last_record
        from edition.project.repeated import checksums, repeated
        from edition.project.schemas import address_of_schemas
        from edition.settings import missing_for_transcript, missing_in_edition, read_settings
        from edition.tei.document import parse
        from edition.transcript.decode import LARGEST_FILE

        if task.source == STDIN:
            data, name = read_all(LARGEST_FILE), "stdin"
        else:
            data, name = read_bytes(task.source), str(task.source)
        file = task.source.parent / SETTINGS
        settings = read_settings(file)
        if file.exists():
            noted += missing_in_edition(settings, Place(str(file)))
        schemas = address_of_schemas(task.target) if task.target else None
        if task.in_project:
            schemas = "../schemas"  # where they will be, if they are not there yet
        encoder = self._encoder(task.source.parent)
        again = task.target if there is not None and not self._force else None
        if file.exists() and not again:
            stem = task.source.stem
            noted += missing_for_transcript(settings, stem, Place(str(file)))
        before = document_in(there, again) if there and again else None
        record = last_record(again, there) if again else None
        last = document_in(record.tei, again) if record and again else None

        def encoded(last: Document | None) -> Encoded:
            return encoder.encoded(
                data,
                name,
                settings,
                convention=self._convention,
                schemas=schemas,
                before=before,
                last=last,
            )

        result = encoded(last)
        if before is not None and last is None:  # then the next run knows this one's labels
            result = encoded(parse(taken_for_last(before.data, result.tei), name))
        noted += result.findings
        told = checksums(noted)
        if record and not self._terminal.verbose:
            known = repeated(noted, record.told, record.tei, result.tei)
            self._repeated.update(known)
            noted[:] = [finding for finding in noted if finding not in known]
        return _Made(data, result.tei), result.naming.register, told

    def _encoder(self, folder: Path) -> Encoder:
        """What encodes the transcripts of *folder*, by the registers beside them."""
        from edition.project.conventions import read_conventions
        from edition.project.encoding import Encoder
        from edition.project.folder import registers_in
        from edition.project.register_findings import clashes_in, errors_in
        from edition.project.registers import read_registers
        from edition.settings import read_settings

        if folder not in self._encoders:
            registers, unread = read_registers(registers_in(folder))
            conventions, faulty = read_conventions(folder)
            self._terminal.tell([*unread, *faulty])
            wrong = [*unread, *faulty]
            if registers.documents:
                editors = {one.id for one in read_settings(folder / SETTINGS).editors}
                self.tell(errors_in(registers, editors))
                wrong += clashes_in(registers, editors)
            self._encoders[folder] = Encoder(registers, wrong, conventions)
        return self._encoders[folder]

    def _write(
        self,
        task: Task,
        there: bytes | None,
        made: _Made,
        register: Register,
        told: tuple[str, ...],
    ) -> bytes:
        """Write the TEI *made*, which names *register*, into the file, which has *there*.

        A scholar may have edited that. The record has what was *told*. Returns what is written.
        """
        from edition.project.encoding_again import Again, encoded_again
        from edition.project.proposals import Proposals
        from edition.project.record import Record, changes, write_again
        from edition.project.strays import refuse_other_xml
        from edition.tei.document import parse

        tei = made.tei
        if task.target is None:
            write_all(tei)
            self._written += 1
            return tei
        again = Again(tei, Record(tei, ()), ())
        if there is not None and not self._force:
            refuse_other_xml(parse(there, str(task.target)))
            again = encoded_again(task.target, there, tei)
            self._terminal.tell(again.findings)
            again = self._whole(again, made.source, task)
        if self.check:
            found = changes(task.target, there, again.tei, again.record)
            self.tell(would_change(self._terminal, one) for one in found)
            self._refused += bool(found)
            self._unchanged += not found
            return again.tei
        proposals = Proposals(task.target.parent)
        is_proposed = there != again.tei and task.is_of_edition()
        noting = proposals.noted(task.target.stem, register) if is_proposed else nullcontext()
        is_replaced = there is not None and there != again.tei and self._force
        keeping = (
            kept_beside(self._terminal, task.target, there or b"") if is_replaced else nullcontext()
        )
        with keeping, noting:
            record = again.record._replace(told=told)
            changed = write_again(task.target, there, again.tei, record)
        self._written += changed
        self._unchanged += not changed
        return again.tei

    def _whole(self, again: Again, source: bytes, task: Task) -> Again:
        """*again*, which lacks nothing of the *source*; else it is told what, each time."""
        from edition.project.lost_record import lacking

        if not again.record.is_lost:
            return again
        missing = lacking(again.tei, source, str(task.source), str(task.target))
        self._terminal.tell(missing)
        return again._replace(record=again.record._replace(is_lost=bool(missing)))


def _refuse_foreign(target: Path | None, there: bytes | None) -> None:
    """Raises EditionError (E019) where the file *target*, with *there*, is of other making."""
    from edition.project.strays import refuse_foreign

    document = document_in(there, target) if target and there is not None else None
    if document is not None:
        refuse_foreign(document)
