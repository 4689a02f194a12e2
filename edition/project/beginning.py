"""A project ready to work in: what ``template/`` beside this file holds, and the schemas."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from edition.files import read_bytes, write_whole
from edition.project.folder import Project
from edition.project.schemas import COPIES
from edition.resources import SCHEMAS

_TEMPLATE = Path(__file__).with_name("template")
_SETTINGS = "edition.toml"
_OF_EXAMPLE = "example.toml"


class Begun(NamedTuple):
    """The files that were written, and those that were there already and stay as they are.

    *is_edition*: there were documents already, so that the example was left out.
    """

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    is_edition: bool


def begin(folder: Path, *, bare: bool = False) -> Begun:
    """Make *folder* a project, also where it exists; *bare*: without the example.

    Nothing that is there is changed, and where there are documents the invented one is not put
    among them. Raises FileAccessError.
    """
    is_edition = (folder / "source").is_dir() and bool(Project(folder).documents())
    written, kept = [], []
    for path, data in _files(bare=bare or is_edition):
        file = folder / path
        if os.path.lexists(file):
            kept.append(file)
        else:
            write_whole(file, data)
            written.append(file)
    return Begun(tuple(written), tuple(kept), is_edition)


def _files(*, bare: bool) -> Iterator[tuple[Path, bytes]]:
    """The files of a project, by their paths in it."""
    settings = read_bytes(_TEMPLATE / _SETTINGS)
    if bare:
        yield Path("source", _SETTINGS), settings
    else:
        yield Path("source", _SETTINGS), settings + read_bytes(_TEMPLATE / _OF_EXAMPLE)
        yield from ((Path("source", file.name), read_bytes(file)) for file in _transcripts())
        yield Path("README.md"), read_bytes(_TEMPLATE / "README.md")
    yield from ((Path("schemas", name), read_bytes(SCHEMAS / name)) for name in COPIES)


def _transcripts() -> list[Path]:
    return sorted(_TEMPLATE.glob("*.txt"))
