"""Which transcripts are encoded, and where the TEI goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edition.diagnostic import EditionError

if TYPE_CHECKING:
    from edition.project.folder import Project
    from edition.tei.document import Document

STDIN = Path("-")
SETTINGS = "edition.toml"


@dataclass(frozen=True, slots=True)
class Task:
    """A transcript to read and the file to write; None is standard output.

    *in_project*: all of the project here are encoded.
    """

    source: Path
    target: Path | None
    in_project: bool = False

    def there(self) -> bytes | None:
        """What the file to write has; None where it is not there. Raises FileAccessError."""
        from edition.files import read_bytes

        return read_bytes(self.target) if self.target and os.path.lexists(self.target) else None

    def is_of_edition(self) -> bool:
        """Whether the TEI is written into the source of an edition."""
        from edition.project.folder import registers_in

        source = self.source.parent
        if self.target is None or self.target.parent != source:
            return False
        is_edition = (source / SETTINGS).exists() or bool(registers_in(source))
        return self.in_project or (Path(os.path.abspath(source)).name == "source" and is_edition)


def tasks_of(files: tuple[Path, ...], output: Path | None) -> Iterator[Task]:
    """The tasks for *files*, which go to *output*; None is beside each.

    Raises click.BadParameter where one of them is no transcript.
    """
    for file in files:
        if file.name == SETTINGS:
            raise click.BadParameter(f"{file} holds settings, and is no transcript.")
        if output == STDIN or (output is None and file == STDIN):
            yield Task(file, None)
        elif output is None:
            yield Task(file, file.with_suffix(".xml") if file.name else None)
        elif output.is_dir():
            yield Task(file, output / f"{'stdin' if file == STDIN else file.stem}.xml")
        else:
            yield Task(file, output)


def project_of(source: Path) -> Project:
    """The edition whose folder of sources is *source*."""
    from edition.project.folder import Project

    return Project(source.parent if source.name == "source" else source / "..")


def document_in(data: bytes, path: Path) -> Document | None:
    """The document *data* in the file *path*; None where it is no XML, which is told elsewhere."""
    from edition.tei.document import parse

    try:
        return parse(data, str(path))
    except EditionError:
        return None
