"""``edition doctor``: what is missing or odd on this machine and in this project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._failure import ExitCode
from edition.cli._format import text_or_json
from edition.cli._terminal import Terminal
from edition.diagnostic import Severity
from edition.wording import counted, finding_text, printable

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.examination import Looked


@click.command(name="doctor")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@text_or_json("a JSON object")
@click.pass_obj
def command(terminal: Terminal, folder: Path, *, style: str) -> int:
    """Look whether all is well with this machine, and with the edition in FOLDER (default: here).

    Python and the packages, the XSLT engine, the terminal, git; the settings, what lies in source/,
    whether output/ can be written, the schemas, and what "edition encode" keeps in source/machine/.
    Nothing is changed, and no network is asked. It exits with 1 where there is an error or a
    warning.
    """
    looked = list(_looked(folder))
    findings = [finding for one in looked for finding in one.findings]
    if style == "json":
        click.echo(_as_json(looked, findings))
    else:
        for line in _as_text(looked, findings):
            click.echo(line, color=terminal.colour)
        terminal.say(_summary(findings))
    grave = any(finding.severity is not Severity.NOTE for finding in findings)
    return ExitCode.FINDINGS if grave else ExitCode.CLEAN


def _looked(folder: Path) -> Iterator[Looked]:
    from edition.examination import Looked, look_at_machine, look_at_project
    from edition.project.folder import Project

    yield from look_at_machine()
    if folder.is_dir() and not (folder / "source").is_dir():
        yield Looked("edition here", "none: there is no folder source/")
    else:
        yield from look_at_project(Project(folder))


def _as_text(looked: list[Looked], findings: list[Diagnostic]) -> Iterator[str]:
    widest = max(len(one.what) for one in looked)
    for one in looked:
        sign = "!" if one.findings else " "
        yield f"{sign} {one.what:<{widest}}  {printable(one.found)}"
    yield from map(finding_text, findings)


def _as_json(looked: list[Looked], findings: list[Diagnostic]) -> str:
    import msgspec

    facts = [{"what": one.what, "found": one.found} for one in looked]
    written = msgspec.json.encode({"looked_at": facts, "findings": findings})
    return msgspec.json.format(written, indent=1).decode()


def _summary(findings: list[Diagnostic]) -> str:
    counts = (counted(sum(f.severity is each for f in findings), each) for each in Severity)
    return f"{', '.join(counts)}." if findings else "All is well."
