"""What a document is made from, and what is to be made of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.diagnostic import Diagnostic, FileAccessError
from edition.files import read_bytes
from edition.project.folder import Sources
from edition.project.manifest import checksum
from edition.publishing.outputs import Book, Output, Profile
from edition.publishing.theme import NO_THEME, Theme


@dataclass(frozen=True)
class Wanted:
    """What is to be made, and how it should look.

    *profiles* are the plain texts besides that for reading; *books* are those asked for, of which
    those *put_off* are made by another build.
    """

    outputs: frozenset[Output]
    width: int | None
    profiles: tuple[Profile, ...] = ()
    theme: Theme = NO_THEME
    books: frozenset[Book] = frozenset()
    put_off: frozenset[Book] = frozenset()

    def asks_for(self, book: Book) -> bool:
        """Whether *book* belongs to the edition: with the pages, which list it."""
        return book in self.books and "html" in self.outputs

    def wants(self, book: Book) -> bool:
        """Whether *book* is to be made now."""
        return self.asks_for(book) and book not in self.put_off


@dataclass(frozen=True)
class Inputs:
    """What a document is made from: its transcript and its TEI, where there are such files."""

    transcript: bytes | None
    tei: bytes | None

    def digest(self) -> tuple[str, str]:
        """What stands for these bytes; '' for a file that is not there, which is no empty one."""
        return self._digest

    @cached_property
    def _digest(self) -> tuple[str, str]:
        transcript, tei = (
            "" if data is None else checksum(data) for data in (self.transcript, self.tei)
        )
        return transcript, tei

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.transcript or b"") + len(self.tei or b"")


@dataclass(frozen=True)
class Version:
    """The TEI *file* of a version that was published, and its bytes, or why it cannot be read."""

    file: Path
    data: bytes = b""
    fault: Diagnostic | None = None

    @property
    def name(self) -> str:
        """What the version is called."""
        return self.file.parent.name

    def stamp(self) -> str:
        """What stands for it."""
        return self.name if self.fault else f"{self.name} {checksum(self.data)}"


def read_versions(sources: Sources) -> tuple[Version, ...]:
    """The versions of a document that were published, the last first."""
    return tuple(map(_version, sources.versions))


def _version(file: Path) -> Version:
    try:
        return Version(file, read_bytes(file))
    except FileAccessError as error:
        return Version(file, fault=error.finding)


def read_inputs(sources: Sources) -> Inputs:
    """What there is of a document. Raises FileAccessError."""
    transcript = read_bytes(sources.transcript) if sources.transcript else None
    has_tei = transcript is None or os.path.lexists(sources.tei)
    return Inputs(transcript, read_bytes(sources.tei) if has_tei else None)
