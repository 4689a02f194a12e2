"""The schema files that TEI files point to, put beside ``source/`` where they are missing."""

from __future__ import annotations

import os
from pathlib import Path

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.files import read_bytes, write_whole
from edition.project.folder import Project
from edition.project.manifest import Checksums, checksum
from edition.resources import SCHEMAS
from edition.version import VERSION

NAMES = ("edition.rng", "edition.sch")
# Of use to a project: the source and the guides, too.
COPIES = ("edition.odd", *NAMES, "guide.html", "editing.md")


def schema_files() -> dict[str, bytes]:
    """The schema files of the program, by name. Raises FileAccessError."""
    return {name: read_bytes(SCHEMAS / name) for name in NAMES}


def place_schemas(project: Project, written: Checksums) -> tuple[Checksums, list[Diagnostic]]:
    """Put the schema files into the project; one that somebody edited stays as it is (M013).

    *written* has the checksums of those that an earlier build put there: they are replaced
    when the program has newer ones. Returns the checksums now, and the findings.
    """
    placed: Checksums = {}
    findings = []
    for name, data in schema_files().items():
        file = project.schemas / name
        there = checksum(read_bytes(file)) if file.exists() else None
        if there in (None, written.get(name), checksum(data)):
            write_whole(file, data, lasting=False)
            placed[name] = checksum(data)
        else:
            findings.append(diagnostic("M013", Place(str(file)), version=VERSION))
    return placed, findings


def address_of_schemas(file: Path) -> str | None:
    """The relative address, from the folder of *file*, of the nearest ``schemas`` above it.

    None where no folder above has one: a file that names no schema is better than a file
    that names one which is not there.
    """
    folder = Path(os.path.abspath(file)).parent
    for distance, parent in enumerate([folder, *folder.parents]):
        if (parent / "schemas" / "edition.rng").is_file():
            return "/".join([*[".."] * distance, "schemas"])
    return None
