"""A project: its settings, conventions and files, what is written beside them, and where."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.examination.looked import Looked
from edition.examination.records import look_at_records
from edition.examination.versions import look_at_versions
from edition.files import read_bytes
from edition.project.conventions import read_conventions, unknown_conventions_in
from edition.project.folder import Project, Sources
from edition.project.manifest import checksum, read_manifest
from edition.project.registers import read_registers
from edition.project.schemas import COPIES
from edition.project.strays import no_tei, unread
from edition.publishing.laying_out import need_weasyprint
from edition.publishing.search.pagefind import need_pagefind
from edition.resources import SCHEMAS
from edition.settings import settings_without_transcript
from edition.version import VERSION
from edition.wording import counted


def look_at_project(project: Project) -> Iterator[Looked]:
    """Look at *project*. Raises FileAccessError where ``source/`` cannot be listed."""
    yield _documents(project)
    yield _settings(project)
    yield _conventions(project)
    registers = project.register_files()
    _, findings = read_registers(registers)
    yield Looked("registers", ", ".join(file.name for file in registers) or "none", tuple(findings))
    yield look_at_records(project)
    yield _schemas(project)
    yield from (_writable(folder) for folder in (project.source, project.output))
    yield from look_at_versions(project.folder)


def _documents(project: Project) -> Looked:
    documents = project.documents()
    transcripts = sum(sources.transcript is not None for sources in documents)
    encoded = sum(sources.tei.exists() for sources in documents)
    found = f"{counted(transcripts, 'transcript')}, {counted(encoded, 'TEI file')}"
    findings = (*project.misnamed(), *unread(project), *_closed(documents), *no_tei(project))
    return Looked("source", found, findings)


def _closed(documents: Iterable[Sources]) -> Iterator[Diagnostic]:
    """What keeps the transcripts of *documents* from being read (IO01)."""
    for sources in documents:
        if sources.transcript is not None:
            try:
                read_bytes(sources.transcript)
            except EditionError as error:
                yield error.finding


def _settings(project: Project) -> Looked:
    file = project.settings_file
    if not os.path.lexists(file):
        return Looked("settings", "no edition.toml; none is needed")
    try:
        settings = project.settings()
        if settings.book.pdf:
            need_weasyprint(Place(str(file)))
        if settings.search.pagefind:
            need_pagefind(Place(str(file)))
        stems = [sources.stem for sources in project.documents()]
        findings = settings_without_transcript(read_bytes(file), str(file), stems)
        findings += unknown_conventions_in(project)
    except EditionError as error:
        return Looked("settings", "edition.toml cannot be used here", error.findings)
    return Looked("settings", "edition.toml", tuple(findings))


def _conventions(project: Project) -> Looked:
    conventions, findings = read_conventions(project.source)
    return Looked("conventions", ", ".join(conventions.own) or "none of its own", tuple(findings))


def _schemas(project: Project) -> Looked:
    """Whether the copies of the schemas are those of this program.

    One that a build put there and nobody touched is left out: the next build brings the new one.
    """
    built = read_manifest(project.output / "manifest.json").schemas
    there = [project.schemas / name for name in COPIES if (project.schemas / name).exists()]
    findings: list[Diagnostic] = []
    for file in there:
        try:
            now = checksum(read_bytes(file))
        except EditionError as error:
            findings.append(error.finding)
            continue
        if now not in (checksum(read_bytes(SCHEMAS / file.name)), built.get(file.name)):
            findings.append(diagnostic("H012", Place(str(file)), version=VERSION))
    return Looked("schemas", ", ".join(file.name for file in there) or "none yet", tuple(findings))


def _writable(folder: Path) -> Looked:
    """Whether files can be written into *folder*, or where it would be made."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    try:
        with tempfile.TemporaryFile(dir=there):  # has no name that anybody could see
            pass
    except OSError as error:
        failed = diagnostic("IO02", Place(str(there)), reason=error.strerror or str(error))
        return Looked(f"{folder.name}/", "cannot be written", (failed,))
    return Looked(f"{folder.name}/", "can be written")
