"""``edition diff``: what one version of an edition has otherwise than another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import tei_files
from edition.cli._failure import ExitCode
from edition.cli._format import text_or_json
from edition.cli._terminal import Terminal
from edition.wording import counted, printable

if TYPE_CHECKING:
    from edition.merge.said import Change


@click.command(name="diff")
@click.argument("old", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.argument("new", type=click.Path(path_type=Path), shell_complete=tei_files)
@text_or_json("a JSON array")
@click.pass_obj
def command(terminal: Terminal, old: Path, new: Path, *, style: str) -> int:
    """Compare two versions of a TEI file: turns, speakers, names, words, markup, entries, header.

    A turn or paragraph that is two now is cut, and two that are one are joined.
    Each difference is told by the xml:id of its turn or paragraph, with the line in NEW (in OLD,
    where it is only there). White space does not count. Exits with 1 where there is a difference.
    """
    from edition.merge.comparison import compared
    from edition.tei.document import read_document

    changes = compared(read_document(old), read_document(new))
    if style == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode([c._asdict() for c in changes])))
    else:
        for change in changes:
            file = old if change.what in {"removed", "joined"} else new
            click.echo(printable(f"{file}:{change.line}: {_told(change)}"))
        terminal.say(f"{counted(len(changes), 'difference')}.")
    return ExitCode.FINDINGS if changes else ExitCode.CLEAN


def _told(change: Change) -> str:
    begin = f"{change.identifier}: {change.kind} {change.what}"
    context = f", {change.context}" if change.context else ""
    if change.what == "cut":
        return f"{begin} before “{change.old}”: the rest is {change.new}{context}"
    if change.what == "joined":
        return f"{begin} to {change.new}{context}"
    texts = f"“{change.old}” → “{change.new}”"
    if not change.old or not change.new:
        texts = f"“{change.old or change.new}”"
    is_in_place = change.what == "changed" and change.kind in {"words", "entry"}
    if is_in_place and not change.new:
        texts += " taken out"
    elif is_in_place and not change.old:
        texts += " put in"
    context = f"  ({change.context})" if change.context else ""
    return f"{begin}: {texts}{context}"
