"""What lies where in the folder of an edition."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import splitext
from pathlib import Path

from edition.diagnostic import Diagnostic, FileAccessError, Place, diagnostic
from edition.files import entries_of, names_in
from edition.names.model import Kind
from edition.settings import Settings, read_settings
from edition.tei.registers import REGISTER_OF
from edition.transcript.inputs.formats import SUFFIXES

CONVENTIONS = "conventions"  # in source/: the project's own
THEME = ("theme.xsl", "theme.css")  # in source/: how pages differ from those of other projects
RECORDS = "machine"  # in source/: what the program last wrote of each TEI file
VERSIONS = "versions"  # in source/: the TEI of each version that was published, in a folder each
DEPOSITS = "deposit"  # in source/: how far the deposit of each document has come
REGISTERS = frozenset(REGISTER_OF.values())
UNPRINTABLE = "it holds a character that cannot be printed"
_OUR_PAGES = frozenset({"index"})


@dataclass(frozen=True, slots=True)
class Sources:
    """A document as a scholar owns it: its transcript, where there is one, and its TEI.

    *versions* are the TEI files of versions of it that were published, the last first.
    """

    stem: str
    transcript: Path | None
    tei: Path
    versions: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Project:
    """The folder of an edition, with ``source/`` in it. Raises FileAccessError (M010) else."""

    folder: Path

    def __post_init__(self) -> None:
        if not self.source.is_dir():
            finding = diagnostic("M010", Place(str(self.folder)), folder=str(self.source))
            raise FileAccessError(finding)

    @property
    def source(self) -> Path:
        """What a scholar owns."""
        return self.folder / "source"

    @property
    def output(self) -> Path:
        """What can be deleted at any time."""
        return self.folder / "output"

    @property
    def schemas(self) -> Path:
        """Where the TEI files look for their schema."""
        return self.folder / "schemas"

    @property
    def settings_file(self) -> Path:
        """Where the scholar says what is known of edition and sources."""
        return self.source / "edition.toml"

    def settings(self) -> Settings:
        """What ``edition.toml`` says. Raises FileAccessError or EditionError (M001–M006)."""
        return read_settings(self.settings_file)

    def register_file(self, kind: Kind) -> Path:
        """Where the register of *kind* lies, or would lie."""
        return self.source / f"{REGISTER_OF[kind]}.xml"

    def register_files(self) -> list[Path]:
        """The registers that there are."""
        return registers_in(self.source)

    def documents(self) -> list[Sources]:
        """Every transcript and every TEI file but the registers, in the order of their names.

        Raises FileAccessError where the folder cannot be listed.
        """
        names = [name for name in self._names() if not _fault_of_name(splitext(name)[0])]
        encoded = {name.removesuffix(".xml") for name in names if name.endswith(".xml")}
        transcripts = _transcripts(names)
        versions = self._versions()
        return [
            Sources(
                stem,
                self.source / only[0] if len(only := transcripts.get(stem, [])) == 1 else None,
                self.source / f"{stem}.xml",
                tuple(it for folder in versions if (it := folder / f"{stem}.xml").is_file()),
            )
            for stem in sorted(encoded | transcripts.keys())
            if stem in encoded or len(transcripts[stem]) == 1
        ]

    def misnamed(self) -> list[Diagnostic]:
        """A finding for each file whose name cannot name a document (M012), or names two (M014)."""
        names = self._names()
        found = [
            diagnostic("M012", Place(str(self.source / name)), reason=reason)
            for name in names
            if (reason := _fault_of_name(splitext(name)[0]))
        ]
        return found + [
            diagnostic("M014", Place(str(self.source / other)), first=first)
            for first, *others in _transcripts(names).values()
            for other in others
        ]

    def _versions(self) -> list[Path]:
        """The folders of versions that were published, the last first: 1.10.0 is after 1.9.0."""
        folder = self.source / VERSIONS
        found = [it for it in entries_of(folder) if it.is_dir()] if folder.is_dir() else []
        return sorted(found, key=_order_of_version, reverse=True)

    def _names(self) -> list[str]:
        # Names and not paths: a large edition has many.
        return [name for name in names_in(self.source) if _is_document(name)]


def _order_of_version(folder: Path) -> list[tuple[int, str]]:
    parts = re.findall(r"\d+|\D+", folder.name)
    return [(int(it), "") if it.isdecimal() else (-1, it) for it in parts]


def registers_in(folder: Path) -> list[Path]:
    """The registers in *folder*: those of the three that there are."""
    files = (folder / f"{name}.xml" for name in REGISTER_OF.values())
    return [file for file in files if os.path.lexists(file)]


def _transcripts(names: Iterable[str]) -> dict[str, list[str]]:
    """The transcripts among *names*, in order, by the name without ending."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        stem, ending = splitext(name)
        if ending != ".xml":
            found.setdefault(stem, []).append(name)
    return found


def is_readme(name: str) -> bool:
    """Whether the file called *name* is for people, and no source whatever its ending."""
    return splitext(name)[0].upper() == "README"


def _is_document(name: str) -> bool:
    if name.startswith(".") or is_readme(name):
        return False
    stem, ending = splitext(name)
    return stem not in REGISTERS if ending == ".xml" else ending in SUFFIXES


def _fault_of_name(stem: str) -> str:
    """Why *stem* cannot name a document, or ''."""
    if stem.lower() in _OUR_PAGES | REGISTERS:
        return f"{stem} is the name of a page or register of the edition itself"
    if not stem.isprintable():
        return UNPRINTABLE
    return ""
