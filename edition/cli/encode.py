"""``edition encode``: from printed transcripts to TEI files."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import convention_names, transcripts
from edition.cli._failure import ExitCode
from edition.cli._output import in_existing_folder
from edition.cli._terminal import Terminal, read_all, write_all
from edition.diagnostic import Diagnostic, EditionError, Place, Severity, diagnostic

if TYPE_CHECKING:
    from edition.names.model import Register
    from edition.project.encoding import Encoder
    from edition.project.folder import Project
    from edition.project.record import Change
    from edition.tei.document import Document

STDIN = Path("-")
_MOST_LINES = 40

_SETTINGS = "edition.toml"


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
    run = _Run(terminal, convention, check=check, force=force, in_project=not files)
    tasks = list(_tasks(files, output)) if files else _project_tasks(run)
    written = [] if check else [task.target.parent for task in tasks if task.target]
    with locked(written), terminal.progress("Encoding", len(tasks)) as step:
        is_whole = False
        run.take_up(tasks)
        try:
            for task in tasks:
                run.take(task)
                step()
            is_whole = not files
        finally:  # interrupted, too: what is in the TEI files is in the registers
            run.propose(is_whole=is_whole)
    if terminal.interactive or terminal.verbose:
        terminal.say(run.summary())
    return run.exit_code


@dataclass(frozen=True, slots=True)
class _Task:
    """A transcript to read and the file to write; None is standard output."""

    source: Path
    target: Path | None


def _tasks(files: tuple[Path, ...], output: Path | None) -> Iterator[_Task]:
    for file in files:
        if file.name == _SETTINGS:
            raise click.BadParameter(f"{file} holds settings, and is no transcript.")
        if output == STDIN or (output is None and file == STDIN):
            yield _Task(file, None)
        elif output is None:
            yield _Task(file, file.with_suffix(".xml") if file.name else None)
        elif output.is_dir():
            yield _Task(file, output / f"{'stdin' if file == STDIN else file.stem}.xml")
        else:
            yield _Task(file, output)


def _project_tasks(run: _Run) -> list[_Task]:
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
    return [_Task(sources.transcript, sources.tei) for sources in documents if sources.transcript]


class _Run:
    """One call of the command: what was written, and how it ends."""

    def __init__(
        self,
        terminal: Terminal,
        convention: str | None,
        *,
        check: bool,
        force: bool,
        in_project: bool,
    ) -> None:
        self.exit_code = ExitCode.CLEAN
        self._terminal = terminal
        self._convention = convention
        self.check = check
        self._force = force
        self._in_project = in_project
        self._encoders: dict[Path, Encoder] = {}
        self._grown: dict[Path, set[str]] = {}  # by sources of editions, documents that they have
        self._told: set[Diagnostic] = set()
        self._meant: set[str] = set()  # what the documents refer to
        self._failed = False
        self._written = self._unchanged = self._refused = 0

    def take(self, task: _Task) -> None:
        """Encode one transcript; what is wrong with it does not keep the others."""
        from edition.tei.document import tree
        from edition.tei.registers import meant_in

        try:
            there = _there(task.target)  # once: what is saved after this is not written over
            _refuse_foreign(task.target, there)
            tei, register = self._encoded(task, there)
            written = self._write(task, there, tei, register)
            self._encoder(task.source.parent).keep(register, written if written != tei else None)
            if task.target and self._is_of_edition(task):
                self._grown.setdefault(task.source.parent, set()).add(task.target.stem)
            if self._in_project:
                self._meant |= meant_in(tree(written))
        except EditionError as error:
            self._refused += 1
            self._failed = True
            self.tell(error.findings)

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

    def _encoded(self, task: _Task, there: bytes | None) -> tuple[bytes, Register]:
        """The TEI and whom it names, where the file has *there*.

        All else is let go: merging needs much room.
        """
        from edition.files import read_bytes
        from edition.project.schemas import address_of_schemas
        from edition.settings import missing_for_transcript, missing_in_edition, read_settings
        from edition.transcript.decode import LARGEST_FILE

        if task.source == STDIN:
            data, name = read_all(LARGEST_FILE), "stdin"
        else:
            data, name = read_bytes(task.source), str(task.source)
        file = task.source.parent / _SETTINGS
        settings = read_settings(file)
        if file.exists():
            self.tell(missing_in_edition(settings, Place(str(file))))
        schemas = address_of_schemas(task.target) if task.target else None
        if self._in_project:
            schemas = "../schemas"  # where they will be, if they are not there yet
        encoder = self._encoder(task.source.parent)
        again = task.target if there is not None and not self._force else None
        if file.exists() and not again:
            stem = task.source.stem
            self._terminal.tell(missing_for_transcript(settings, stem, Place(str(file))))
        result = encoder.encoded(
            data,
            name,
            settings,
            convention=self._convention,
            schemas=schemas,
            before=_parsed(there, again) if there and again else None,
            last=_last(again, there) if again else None,
        )
        self._terminal.tell(result.findings)
        return result.tei, result.naming.register

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
                editors = {one.id for one in read_settings(folder / _SETTINGS).editors}
                self.tell(errors_in(registers, editors))
                wrong += clashes_in(registers, editors)
            self._encoders[folder] = Encoder(registers, wrong, conventions)
        return self._encoders[folder]

    def take_up(self, tasks: Iterable[_Task]) -> None:
        """Let the registers beside *tasks* have what a run that was killed would have added."""
        from edition.project.proposals import Proposals

        sources = {task.source.parent for task in tasks if self._is_of_edition(task)}
        for source in sorted(sources):
            proposals = Proposals(source)
            if proposals.are_there() and not self.check:
                project = _project_of(source)
                try:
                    self.tell(proposals.take_up(project, project.settings()))
                except EditionError as error:
                    self.tell(error.findings)

    def propose(self, *, is_whole: bool) -> None:
        """Add to the registers of each edition who and what the documents written name.

        Where the edition was encoded whole (*is_whole*), candidates go that none means any more.
        """
        from edition.project.candidates import write
        from edition.project.proposals import Proposals

        for source, stems in sorted(self._grown.items()):
            project = _project_of(source)
            try:
                meant = self._meant_in(project) if is_whole else None
                found = self._encoder(source).register_changes(project, project.settings(), meant)
                if self.check:
                    self.tell(map(self._would_change, found.changes))
                else:
                    write(found)
                    Proposals(source).forget(stems)
                self.tell(found.found)
            except EditionError as error:
                self.tell(error.findings)

    def _meant_in(self, project: Project) -> set[str] | None:
        """What the TEI files of *project* mean, as they will be; None where it is not known."""
        from edition.tei.registers import meant_in

        if self._failed or project.misnamed():
            return None
        meant = set(self._meant)
        for sources in project.documents():
            if not sources.transcript:
                document = _document(sources.tei)
                if document is None:
                    return None
                meant |= meant_in(document.root)
        return meant

    def _is_of_edition(self, task: _Task) -> bool:
        """Whether the TEI of *task* was written into the source of an edition."""
        from edition.project.folder import registers_in

        source = task.source.parent
        if task.target is None or task.target.parent != source:
            return False
        is_edition = (source / _SETTINGS).exists() or bool(registers_in(source))
        return self._in_project or (Path(os.path.abspath(source)).name == "source" and is_edition)

    def _write(self, task: _Task, there: bytes | None, tei: bytes, register: Register) -> bytes:
        """Write *tei*, which names *register*, as what it is in the file, which has *there*.

        A scholar may have edited that. Returns what is written.
        """
        from edition.project.encoding_again import Again, encoded_again
        from edition.project.proposals import Proposals
        from edition.project.record import Record, changes, write_again
        from edition.project.strays import refuse_other_xml
        from edition.tei.document import parse

        if task.target is None:
            write_all(tei)
            self._written += 1
            return tei
        again = Again(tei, Record(tei, ()), ())
        if there is not None and not self._force:
            refuse_other_xml(parse(there, str(task.target)))
            again = encoded_again(task.target, there, tei)
            self._terminal.tell(again.findings)
        if self.check:
            found = changes(task.target, there, again.tei, again.record)
            self.tell(map(self._would_change, found))
            self._refused += bool(found)
            self._unchanged += not found
            return again.tei
        proposals = Proposals(task.target.parent)
        is_proposed = there != again.tei and self._is_of_edition(task)
        noting = proposals.noted(task.target.stem, register) if is_proposed else nullcontext()
        is_replaced = there is not None and there != again.tei and self._force
        keeping = self._kept(task.target, there or b"") if is_replaced else nullcontext()
        with keeping, noting:
            changed = write_again(task.target, there, again.tei, again.record)
        self._written += changed
        self._unchanged += not changed
        return again.tei

    @contextmanager
    def _kept(self, target: Path, there: bytes) -> Iterator[None]:
        """Keep the old file *target*, which has *there*, beside the one that is written meanwhile.

        Where that fails the old one is where it was.
        """
        from edition.files import write_whole

        kept = _free_name(target)
        write_whole(kept, there)
        try:
            yield
        except EditionError:
            kept.unlink(missing_ok=True)
            raise
        self._terminal.say(f"{target}: the old file is kept as {kept.name}")

    def _would_change(self, change: Change) -> Diagnostic:
        """The finding that says so; what would change is printed first."""
        lines = list(
            difflib.unified_diff(
                (change.there or b"").decode("utf-8", "replace").splitlines(),
                change.new.decode().splitlines(),
                f"{change.file} (as it is)",
                f"{change.file} (as it would be)",
                n=0,
                lineterm="",
            )
        )
        for line in lines[:_MOST_LINES]:
            self._terminal.say(_shortened(line))
        if len(lines) > _MOST_LINES:
            self._terminal.say(f"… and {len(lines) - _MOST_LINES:,} more lines")
        removed = sum(line.startswith("-") for line in lines[2:])
        added = sum(line.startswith("+") for line in lines[2:])
        first = next((line for line in lines if line.startswith("@@")), "")
        number = int(first.split()[1].lstrip("-").split(",")[0]) if first else 1
        return diagnostic(
            "E001", Place(str(change.file), max(number, 1)), removed=removed, added=added
        )


def _there(target: Path | None) -> bytes | None:
    """What the file *target* has; None where it is not there. Raises FileAccessError."""
    from edition.files import read_bytes

    return read_bytes(target) if target and os.path.lexists(target) else None


def _project_of(source: Path) -> Project:
    """The edition whose folder of sources is *source*."""
    from edition.project.folder import Project

    return Project(source.parent if source.name == "source" else source / "..")


def _refuse_foreign(target: Path | None, there: bytes | None) -> None:
    """Raises EditionError (E019) where the file *target*, with *there*, is of other making."""
    from edition.project.strays import refuse_foreign

    document = _parsed(there, target) if target and there is not None else None
    if document is not None:
        refuse_foreign(document)


def _document(path: Path) -> Document | None:
    """The TEI file *path*; None where it is no XML, which is told where it is merged."""
    from edition.files import read_bytes

    return _parsed(read_bytes(path), path)


def _parsed(data: bytes, path: Path) -> Document | None:
    from edition.tei.document import parse

    try:
        return parse(data, str(path))
    except EditionError:
        return None


def _last(path: Path, there: bytes | None) -> Document | None:
    """What the program last wrote of the TEI file *path*, which has *there*; None if not known."""
    from edition.project.record import last_record

    record = last_record(path, there)
    return _parsed(record.tei, path) if record else None


def _free_name(path: Path) -> Path:
    """A name that nothing has yet: ``FILE.xml.bak``, then ``FILE.xml.bak2``."""
    candidate, number = path.with_name(f"{path.name}.bak"), 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}.bak{number}")
    return candidate


def _shortened(line: str) -> str:
    from edition.wording import printable

    line = printable(line)
    return line if len(line) <= 160 else line[:159] + "…"
