"""Whether what the program last wrote, in ``source/machine/``, fits the TEI files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.examination.looked import Looked
from edition.files import entries_of
from edition.project.folder import RECORDS, REGISTERS, Project
from edition.tei.document import read_document
from edition.tei.reading import source_file_name
from edition.wording import counted


def look_at_records(project: Project) -> Looked:
    """Look at the record of each TEI file of *project*, and at records of none."""
    folder = project.source / RECORDS
    try:
        files = [f for f in entries_of(folder) if f.suffix == ".xml" and f.stem not in REGISTERS]
        there = {f.name: f for f in files}
    except FileAccessError as error:
        if folder.exists():
            return Looked("records", "cannot be read", (error.finding,))
        there = {}
    found = counted(len(there), "record")
    return Looked("records", found, tuple(_findings(project, there)))


def _findings(project: Project, there: dict[str, Path]) -> Iterator[Diagnostic]:
    for sources in project.documents():
        record = there.pop(sources.tei.name, None)
        if not sources.tei.exists():
            if record is not None:
                yield _odd(record, "there is no TEI file of this name any more")
        elif record is not None:
            yield from _compared(sources.tei, record)
        elif sources.transcript is not None:
            yield from _without_record(sources.tei)
    for record in there.values():
        yield _odd(record, "there is no TEI file of this name any more")


def _without_record(tei: Path) -> Iterator[Diagnostic]:
    try:
        read_document(tei)
        yield diagnostic("H014", Place(str(tei)))
    except EditionError as error:
        yield error.finding


def _compared(tei: Path, record: Path) -> Iterator[Diagnostic]:
    """What is odd about *record*, that of the file *tei*, if that can be read."""
    try:
        wrote = source_file_name(read_document(record).root)
    except EditionError as error:
        yield _odd(record, f"it is damaged ({error.finding.message})")
        return
    try:
        says = source_file_name(read_document(tei).root)
    except EditionError as error:
        yield error.finding
        return
    if wrote != says:
        yield _odd(record, f"it is that of another document ({wrote or 'unnamed'})")


def _odd(record: Path, reason: str) -> Diagnostic:
    return diagnostic("H013", Place(str(record)), reason=reason)
