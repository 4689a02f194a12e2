"""``edition score``: how well names are marked, against a file corrected by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.cli._completing import tei_files
from edition.cli._failure import ExitCode
from edition.cli._format import text_or_json
from edition.cli._terminal import Terminal
from edition.wording import printable

if TYPE_CHECKING:
    from edition.checking.scoring import Difference, Figures, Score

_SAYINGS = {
    "extra": "marked here only",
    "missing": "marked in the gold only",
    "kind": "the gold has {other}",
    "words": "the gold marks “{other}”",
    "link": "linked otherwise: {ref} here, {other} in the gold",
}
_MEASURES = ("exact", "overlapping", "linking")


@click.command(name="score")
@click.argument("file", type=click.Path(path_type=Path), shell_complete=tei_files)
@click.option(
    "--gold",
    required=True,
    type=click.Path(path_type=Path),
    shell_complete=tei_files,
    help="The same text with its names corrected by hand.",
)
@text_or_json("a JSON object")
@click.pass_obj
def command(terminal: Terminal, file: Path, *, gold: Path, style: str) -> int:
    """Compare the names marked in the TEI file FILE with those of a hand-corrected one.

    Told are precision, recall and F1 of persons, places and bodies: marked by exactly the same
    words, by overlapping words, and rightly linked (two names of one person have one @ref in
    both files, whatever it is). Each difference follows, with its place. Exits with 1 where
    there is one.
    """
    import msgspec

    from edition.checking.scoring import score
    from edition.tei.document import read_document

    result = score(read_document(file), read_document(gold))
    if style == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(result), indent=2))
    else:
        click.echo("\n".join(_report(result, all_told=not terminal.quiet)))
    return ExitCode.FINDINGS if result.differences else ExitCode.CLEAN


def _report(result: Score, *, all_told: bool) -> Iterator[str]:
    """The table, and below it the differences where they are wanted."""
    yield f"{'':8}{'':13}{'right':>7}{'here':>7}{'gold':>7}{'precision':>11}{'recall':>9}{'F1':>9}"
    for kind, scores in result.scores.items():
        for measure in _MEASURES:
            yield f"{kind:8}{measure:13}{_row(getattr(scores, measure))}"
    if all_told and result.differences:
        yield ""
        yield from map(_told, result.differences)


def _row(figures: Figures) -> str:
    counts = (figures.found, figures.claimed, figures.wanted)
    shares = (_share(figures.precision), _share(figures.recall), _share(figures.f1))
    return "".join([f"{count:7,}" for count in counts]) + "{:>11}{:>9}{:>9}".format(*shares)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _told(one: Difference) -> str:
    saying = _SAYINGS[one.what].format(other=one.other or "no @ref", ref=one.ref or "no @ref")
    where = f"{one.file}:{one.line}:{one.column}"
    return printable(f"{where}: {one.kind} “{one.words}”: {saying}")
