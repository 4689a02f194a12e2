"""``edition validate``: whether the TEI is valid, and still the text of its source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal
from edition.diagnostic import EditionError, Severity
from edition.wording import counted

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.tei.document import Document
    from edition.tei.registers import Registers

_GRAVITY = list(Severity)


@click.command(name="validate")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="For people; a JSON array; SARIF 2.1.0; annotations on GitHub.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default=str(Severity.NOTE),
    show_default=True,
    help="Exit with 1 only where a finding is at least so grave.",
)
@click.option(
    "--source",
    type=click.Path(path_type=Path),
    help="The transcript of FILE, where it does not lie beside it.",
)
@click.pass_obj
def command(
    terminal: Terminal, files: tuple[Path, ...], *, style: str, fail_on: str, source: Path | None
) -> int:
    """Check TEI files: grammar, rules, references, content, and each word against the source.

    Without FILE, every TEI file and register in source/ of the edition in the current folder is
    checked. Registers beside a file are compared with it. The transcript is the file of the
    same name beside the TEI file, else the one that the header names. Findings go to standard
    output, a closing line to standard error.
    """
    from edition.checking.report import report

    if source is not None and len(files) != 1:
        raise click.UsageError("--source goes with exactly one FILE.")
    paths = sorted(set(files or _files_of_project()))
    work = _Validation(source)
    with terminal.progress("Checking", len(paths)) as step:
        for path in paths:
            work.check(path)
            step()
    shown = [f for f in work.findings if not terminal.quiet or f.severity is Severity.ERROR]
    click.echo(report(shown, style), nl=False, color=terminal.colour)
    terminal.say(work.summary())
    return _exit_code(work.findings, Severity(fail_on))


class _Validation:
    """Files checked one by one: a broken one does not keep the others from being checked."""

    def __init__(self, source: Path | None) -> None:
        self.findings: list[Diagnostic] = []
        self._source = source
        self._checked = 0
        self._uncompared = 0
        self._registers: dict[Path, Registers] = {}

    def check(self, path: Path) -> None:
        """Check the file *path* and keep what is found."""
        from edition.checking import check
        from edition.checking.registers import check_copies
        from edition.files import read_bytes
        from edition.project.folder import registers_in
        from edition.tei.document import parse
        from edition.tei.registers import is_register

        self._checked += 1
        name = click.format_filename(path)
        try:
            document = parse(read_bytes(path, name), name)
            registers = self._registers_beside(path)
            if is_register(document.root) or path in registers_in(path.parent):
                self.findings += check(document) + _of_file(document, registers)
                return
            transcript = self._source or _transcript_beside(path, document)
            data = self._read_source(transcript)
            label = click.format_filename(transcript) if transcript else ""
            self.findings += check(document, source=data, source_name=label)
            self.findings += check_copies(document, registers)
        except EditionError as error:
            self.findings.append(error.finding)

    def _registers_beside(self, path: Path) -> Registers:
        """The registers in the folder of *path*; one that cannot be read tells so itself."""
        from edition.project.folder import registers_in
        from edition.project.registers import read_registers

        if path.parent not in self._registers:
            self._registers[path.parent], _ = read_registers(registers_in(path.parent))
        return self._registers[path.parent]

    def _read_source(self, transcript: Path | None) -> bytes | None:
        from edition.files import read_bytes

        if transcript is not None:
            try:
                return read_bytes(transcript, click.format_filename(transcript))
            except EditionError as error:
                self.findings.append(error.finding)
        self._uncompared += 1
        return None

    def summary(self) -> str:
        """One line: how many files, what was found, what could not be compared."""
        counts = [
            counted(sum(f.severity is severity for f in self.findings), severity)
            for severity in Severity
        ]
        found = ", ".join(counts) if self.findings else "nothing found"
        line = f"{counted(self._checked, 'file')} checked: {found}."
        if self._uncompared:
            line += f" {counted(self._uncompared, 'file')} not compared with a transcript."
        return line


def _of_file(document: Document, registers: Registers) -> list[Diagnostic]:
    """What *registers* and the register *document*, which may be one of them, say of it."""
    from edition.checking.registers import check_registers
    from edition.tei.registers import read_register

    if document.name not in {other.name for other in registers.documents}:
        registers = read_register([*registers.documents, document])
    return [f for f in check_registers(registers) if f.file == document.name]


def _files_of_project() -> Sequence[Path]:
    """The TEI files of the edition in the current folder. Raises click.UsageError for none."""
    from edition.project.folder import Project

    project = Project(Path())
    files = [s.tei for s in project.documents() if s.tei.exists()] + project.register_files()
    if not files:
        raise click.UsageError("There is no TEI file in source/. Run “edition build” first.")
    return files


def _transcript_beside(path: Path, document: Document) -> Path | None:
    """The transcript in the folder of *path*: of the same name, else as the header says.

    Of several of the same name it is the one that the header names.
    """
    from edition.tei.reading import source_file_name
    from edition.transcript.inputs.formats import SUFFIXES

    same = [path.with_suffix(suffix) for suffix in SUFFIXES if path.with_suffix(suffix).exists()]
    name = source_file_name(document.root)
    named = path.with_name(name) if name and PurePath(name).name == name else None
    if same and named not in same:
        return same[0]
    return named if named is not None and named.is_file() else None


def _exit_code(findings: Sequence[Diagnostic], fail_on: Severity) -> int:
    if any(finding.code.startswith("IO") for finding in findings):
        return ExitCode.ACCESS
    least = _GRAVITY.index(fail_on)
    grave = any(_GRAVITY.index(finding.severity) <= least for finding in findings)
    return ExitCode.FINDINGS if grave else ExitCode.CLEAN
