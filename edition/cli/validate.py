"""``edition validate``: whether the TEI is valid, and still the text of its source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import tei_files
from edition.cli._failure import ExitCode
from edition.cli._terminal import Terminal
from edition.diagnostic import EditionError, Severity
from edition.wording import counted, file_name, printable

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.project.fixing import Change
    from edition.project.validating import Validation

_GRAVITY = list(Severity)
# What checking a file does not tell: it cannot be written, or only not by its bytes.
_TOLD_HERE = frozenset({"IO02", "G020", "E017"})


@click.command(name="validate")
@click.argument(
    "files",
    nargs=-1,
    metavar="[FILE]...",
    type=click.Path(path_type=Path),
    shell_complete=tei_files,
)
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
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended safely.")
@click.option("--check", is_flag=True, help="With --fix: write nothing; exit with 1 if it would.")
@click.option("--ignored", is_flag=True, help="List what is ignored too, with the reason.")
@click.pass_obj
def command(
    terminal: Terminal,
    files: tuple[Path, ...],
    *,
    style: str,
    fail_on: str,
    source: Path | None,
    fix: bool,
    check: bool,
    ignored: bool,
) -> int:
    """Check TEI files: grammar, rules, references, content, and each word against the source.

    Without FILE, every TEI file and register in source/ of the edition in the current folder is
    checked. Registers beside a file are compared with it. The transcript is the file of the
    same name beside the TEI file, else the one that the header names. Findings go to standard
    output, a closing line to standard error.

    --fix mends what nobody has to decide: figures in the header, numbers of omitted lines, missing
    identifiers, what the header says of a source that has the same words, copies of entries in
    which nobody wrote anything. It tells each line, and leaves all other bytes as they are.

    A warning, note or rule of the schema (S301) is ignored for the element after
    <?edition-ignore CODE reason?>, or in the whole file if that stands directly in teiHeader.
    """
    from edition.checking.report import report
    from edition.project.lock import locked
    from edition.project.validating import Validation

    if source is not None and len(files) != 1:
        raise click.UsageError("--source goes with exactly one FILE.")
    if check and not fix:
        raise click.UsageError("--check goes with --fix; without it nothing is written anyway.")
    paths = sorted(set(files or _files_of_project()))
    work = Validation(source)
    fixing = _Fixing(terminal, work, write=not check) if fix else None
    written = [path.parent for path in paths if path.exists()] if fix and not check else []
    with locked(written), terminal.progress("Checking", len(paths)) as step:
        for path in paths:
            if fixing is not None:
                fixing.take(path)
            work.check(path)
            step()
    shown = [f for f in work.findings if not terminal.quiet or f.severity is Severity.ERROR]
    if ignored or style == "sarif":
        shown += work.ignored
    click.echo(report(shown, style), nl=False, color=terminal.colour)
    terminal.say(_summary(work))
    if fixing is not None:
        terminal.say(fixing.summary())
    code = _exit_code(work.findings, Severity(fail_on))
    would_change = check and fixing is not None and fixing.files
    return code or (ExitCode.FINDINGS if would_change else ExitCode.CLEAN)


class _Fixing:
    """What is mended, file by file; each line is told."""

    def __init__(self, terminal: Terminal, work: Validation, *, write: bool) -> None:
        self.files = 0
        self._lines = 0
        self._terminal = terminal
        self._work = work
        self._write = write

    def take(self, path: Path) -> None:
        """Mend the file *path*; one that cannot be read tells so when it is checked."""
        from edition.project.fixing import fixed

        try:
            result = fixed(path, self._work)
            if self._write:
                result.write()
        except EditionError as error:
            if error.finding.code in _TOLD_HERE:
                self._work.findings.append(error.finding)
            return
        changes = result.changes()
        self.files += bool(changes)
        self._lines += len(changes)
        for change in changes:
            self._terminal.say(f"{file_name(path)}:{change.line}: {_told(change)}")

    def summary(self) -> str:
        """How much was mended, in a line."""
        verb = "mended" if self._write else "would be mended"
        where = f" in {counted(self.files, 'file')}" if self.files else ""
        return f"{counted(self._lines, 'line')} {verb}{where}."


def _told(change: Change) -> str:
    before, after = printable(change.before), printable(change.after)
    if not before or not after:
        return f"+ {after}" if after else f"- {before}"
    return f"{before} → {after}"


def _summary(work: Validation) -> str:
    """One line: how many files, what was found, what was ignored or could not be compared."""
    counts = [counted(sum(f.severity is it for f in work.findings), it) for it in Severity]
    found = ", ".join(counts) if work.findings else "nothing found"
    if work.ignored:
        found += f", {len(work.ignored):,} ignored"
    line = f"{counted(work.checked, 'file')} checked: {found}."
    if work.uncompared:
        line += f" {counted(work.uncompared, 'file')} not compared with a transcript."
    return line


def _files_of_project() -> Sequence[Path]:
    """The TEI files of the edition in the current folder. Raises click.UsageError for none."""
    from edition.project.folder import Project

    project = Project(Path())
    files = [s.tei for s in project.documents() if s.tei.exists()] + project.register_files()
    if not files:
        raise click.UsageError("There is no TEI file in source/. Run “edition build” first.")
    return files


def _exit_code(findings: Sequence[Diagnostic], fail_on: Severity) -> int:
    if any(finding.code.startswith("IO") for finding in findings):
        return ExitCode.ACCESS
    least = _GRAVITY.index(fail_on)
    grave = any(_GRAVITY.index(finding.severity) <= least for finding in findings)
    return ExitCode.FINDINGS if grave else ExitCode.CLEAN
