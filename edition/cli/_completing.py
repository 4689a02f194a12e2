"""What a shell offers behind a command, when somebody presses the tab key.

Nothing here fails: what cannot be read is not offered.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem


def explained(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Elements, rules, codes of findings and subjects that begin so, with what they mean."""
    from edition.diagnostic import codes
    from edition.resources import GUIDES
    from edition.schema import describe, elements, rules

    meanings = {rule.code: rule.description for rule in rules()}
    meanings |= {code: entry.message for code, entry in codes().items()}
    found = [
        CompletionItem(name, help=describe(name).gloss)
        for name in elements()
        if name.startswith(begun)
    ]
    found += [CompletionItem(name) for name in GUIDES if name.startswith(begun)]
    return found + [
        CompletionItem(code, help=meanings[code])
        for code in sorted(meanings)
        if code.startswith(begun.upper())
    ]


def convention_names(
    _ctx: click.Context, _param: click.Parameter, begun: str
) -> list[CompletionItem]:
    """The conventions of the program and of the project here that begin so."""
    from edition.project.conventions import read_conventions

    conventions, _ = read_conventions(Path("source"))
    names = (name for name in conventions.names() if name.startswith(begun))
    return [CompletionItem(name) for name in names]


def tei_files(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """TEI files that begin so, with the folders beside them; at first those of the project here."""
    return _files_with(begun, [".xml"])


def transcripts(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Transcripts that begin so, with the folders beside them; at first those of the project."""
    from edition.transcript.inputs.formats import SUFFIXES

    return _files_with(begun, SUFFIXES)


def document_names(
    _ctx: click.Context, _param: click.Parameter, begun: str
) -> list[CompletionItem]:
    """The documents of the project here that begin so."""
    from edition.diagnostic import EditionError
    from edition.project.folder import Project

    try:
        names = [sources.stem for sources in Project(Path()).documents()]
    except EditionError:
        return []
    return [CompletionItem(name) for name in names if name.startswith(begun)]


def _files_with(begun: str, endings: Iterable[str]) -> list[CompletionItem]:
    folder, _, name = begun.rpartition("/")
    where = f"{folder}/" if "/" in begun else ""
    files, folders = _in(where, name, tuple(endings))
    if not begun and not files:
        files, folders = _in("source/", "", tuple(endings))
    if not files:  # the shell goes on by itself from folder to folder
        return [CompletionItem(begun, type="dir")]
    if any(shlex.quote(name) != name for name in (*files, *folders)):
        return [CompletionItem(begun, type="file")]  # the shell knows how to write such names
    return [CompletionItem(file) for file in [*files, *folders]]


def _in(where: str, name: str, endings: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The files in the folder *where* with *endings*, and its folders; all begin with *name*."""
    try:
        entries = sorted(os.scandir(where or "."), key=lambda entry: entry.name)
        seen = [e for e in entries if e.name.startswith(name) and not e.name.startswith(".")]
        files = [where + e.name for e in seen if e.name.endswith(endings) and e.is_file()]
        return files, [f"{where}{e.name}/" for e in seen if e.is_dir()]
    except OSError:
        return [], []
