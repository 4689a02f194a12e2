"""From ``source/`` to ``output/``: encode what is new, check, publish, write what changed.

A document that fails is reported; its last good pages stay, and the others go on. Where
``output/`` cannot be written, the build ends: it would fail again at the next file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from edition.checking import check
from edition.checking.ignoring import Ignoring
from edition.checking.registers import check_copies
from edition.diagnostic import (
    Diagnostic,
    EditionError,
    FileAccessError,
    Place,
    Severity,
    diagnostic,
)
from edition.files import read_bytes, write_whole
from edition.names.model import Naming
from edition.project.folder import Project, Sources
from edition.project.manifest import (
    Checksums,
    Entry,
    Manifest,
    checksum,
    read_manifest,
    remove_stale,
    write_manifest,
)
from edition.project.registers import findings_in, read_registers
from edition.project.report import Build
from edition.project.schemas import place_schemas, schema_files
from edition.project.strays import unread
from edition.publishing import (
    ALL,
    Links,
    Output,
    Publication,
    Record,
    assets,
    index_page,
    publish,
    published_tei,
)
from edition.resources import INDEX, PAGE, RECORD, RULES, TEXT
from edition.saxon import engine
from edition.settings import (
    missing_for_transcript,
    missing_in_edition,
    settings_without_transcript,
)
from edition.tei.document import Document, parse
from edition.tei.facts import not_in_header
from edition.tei.registers import Registers, is_register

if TYPE_CHECKING:
    from edition.project.encoding import Encoder


@dataclass(frozen=True)
class _Wanted:
    """What is to be made, and how it should look."""

    outputs: frozenset[Output]
    width: int | None


@dataclass(frozen=True)
class _Made:
    """A document made: its TEI, whether it is new, whether free of errors; then what is public."""

    tei: bytes
    is_new: bool
    is_valid: bool = False
    publication: Publication | None = None
    public: bytes = b""


def build(
    project: Project,
    *,
    outputs: Iterable[Output] = ALL,
    width: int | None = None,
    done: Callable[[Sources], None] = lambda _sources: None,
) -> Build:
    """Build the edition in *project* and tell of it; *done* is called after each document.

    *outputs* are what to make, *width* the columns of the text.
    Raises FileAccessError where something cannot be written, EditionError where
    ``edition.toml`` is wrong. Findings in documents are in the result.
    """
    work = _Work(project, _Wanted(frozenset(outputs), width))
    work.prepare_engine()
    work.look_round()
    work.prepare()
    try:
        for sources in project.documents():
            work.document(sources)
            done(sources)
    finally:  # interrupted, too: what is in the TEI files is in the registers
        work.propose()
    work.finish()
    return work.report


class _Work:
    """A build under way."""

    def __init__(self, project: Project, wanted: _Wanted) -> None:
        self.report = Build()
        self._project = project
        self._wanted = wanted
        self._settings = project.settings()
        self._manifest_file = project.output / "manifest.json"
        self._registers = Registers()
        self._unread: list[Diagnostic] = []
        self._naming = Naming()
        self._before = read_manifest(self._manifest_file)
        self._now = Manifest()

    def prepare_engine(self) -> None:
        """Let the engine compile what will be needed while this process reads and encodes."""
        pages = "html" in self._wanted.outputs
        if pages:
            engine("pages").prepare(PAGE)
        texts = [TEXT] if "text" in self._wanted.outputs else []
        engine().prepare(RULES, *texts, RECORD, *[INDEX] * pages)

    def look_round(self) -> None:
        """What concerns no single document: schemas, settings, names, registers."""
        project = self._project
        self._now.schemas, findings = place_schemas(project, self._before.schemas)
        stems = [sources.stem for sources in project.documents()]
        findings += project.misnamed() + unread(project) + self._read_registers()
        findings += missing_in_edition(self._settings, Place(str(project.settings_file)))
        if self._settings.transcripts:
            data = read_bytes(project.settings_file)
            findings += settings_without_transcript(data, str(project.settings_file), stems)
        if not stems:
            findings.append(diagnostic("M011", Place(str(project.source))))
        self.report.findings += findings

    def _read_registers(self) -> list[Diagnostic]:
        self._registers, self._unread = read_registers(self._project.register_files())
        editors = {editor.id for editor in self._settings.editors}
        standing, ignored = findings_in(self._registers, editors)
        self.report.ignored += len(ignored)
        return self._unread + standing

    def document(self, sources: Sources) -> None:
        """Make one document and write its files."""
        self.report.documents += 1
        entry = self._before.documents.get(sources.stem, Entry())
        made = self._made(sources)
        if made is not None and made.is_new:
            self._keep(sources, made)
        if made is not None and made.publication is not None:
            record = made.publication.record
            self.report.turns += record.turns
            self.report.words += record.words
            files = self._pages(sources.stem, made.public, made.publication)
            entry = Entry(entry.files | self._write(files), record)
        if entry.files:
            self._now.documents[sources.stem] = entry

    def _keep(self, sources: Sources, made: _Made) -> None:
        """Write the TEI of a new transcript; one that is wrong would be the scholar's for ever."""
        from edition.project.encoding_again import Record, write_again  # only where one is new

        if not made.is_valid:
            self.report.findings.append(diagnostic("E002", Place(str(sources.transcript))))
            return
        write_again(sources.tei, made.tei, Record(made.tei, ()))
        self._encoder.keep(self._naming)
        self.report.encoded += 1

    def prepare(self) -> None:
        """What every page needs, before the first page: an interrupted build shows whole pages."""
        shared = {f"schemas/{name}": data for name, data in schema_files().items()}
        if "html" in self._wanted.outputs:
            shared |= {f"html/{name}": data for name, data in assets().items()}
        else:
            self._now.shared |= self._before.shared
        self._now.shared |= self._write(shared)

    def propose(self) -> None:
        """Add to the registers who and what new documents name."""
        if not self.report.encoded:
            return
        try:
            self._encoder.propose(self._project, self._settings)
        except FileAccessError:
            raise
        except EditionError as error:
            self.report.findings.append(error.finding)

    def finish(self) -> None:
        """Index and manifest; what documents left that are no more."""
        if "html" in self._wanted.outputs:
            entries = self._now.documents.values()
            records = [entry.record for entry in entries if entry.record is not None]
            self._now.shared |= self._write({"html/index.html": self._index(records).encode()})
        self.report.removed = len(remove_stale(self._project.output, self._before, self._now))
        write_manifest(self._manifest_file, self._now)

    def _made(self, sources: Sources) -> _Made | None:
        """The document, all that is found noted; None where there is no TEI to be had."""
        findings = self.report.findings
        made = None
        try:
            source = read_bytes(sources.transcript) if sources.transcript else None
            if source is None or os.path.lexists(sources.tei):
                made = _Made(read_bytes(sources.tei), is_new=False)
            else:
                made = _Made(self._encoded(sources, source), is_new=True)
            document = parse(made.tei, str(sources.tei))
            if is_register(document.root):
                raise EditionError(diagnostic("G009", document.place(document.root)))
            ignoring = Ignoring(document)
            if not made.is_new:
                findings += ignoring.standing(self._unsaid(document, sources.stem))
                findings += ignoring.standing(check_copies(document, self._registers))
            name = str(sources.transcript or "")
            found = ignoring.standing(check(document, source=source, source_name=name))
            # What is doubtful in a new encoding has just been told, with its line in the source.
            findings += [f for f in found if not (made.is_new and f.code == "C008")]
            looked_for = "CGMS" if source is None else "CFGMS"
            if not any(finding.severity is Severity.ERROR for finding in found):
                made = replace(made, is_valid=True)
                publication = self._published(sources.stem, document)
                findings += ignoring.standing(publication.diagnostics)
                looked_for += "P" if self._wanted.outputs == frozenset(ALL) else ""
                public = published_tei(made.tei, document)
                made = replace(made, publication=publication, public=public)
            findings += ignoring.faults(looked_for)
            self.report.ignored += len(ignoring.ignored)
        except EditionError as error:
            findings.append(error.finding)
        return made

    def _encoded(self, sources: Sources, data: bytes) -> bytes:
        """The TEI of a transcript that has none yet."""
        name = str(sources.transcript)
        result = self._encoder.encoded(data, name, self._settings, schemas="../schemas")
        place = Place(str(self._project.settings_file))
        self.report.findings += result.findings
        self.report.findings += missing_for_transcript(self._settings, sources.stem, place)
        self._naming = result.naming
        return result.tei

    @cached_property
    def _encoder(self) -> Encoder:
        from edition.project.conventions import read_conventions
        from edition.project.encoding import Encoder  # most builds have nothing to encode

        conventions, faulty = read_conventions(self._project.source)
        self.report.findings += faulty
        return Encoder(self._registers, [*self._unread, *faulty], conventions)

    def _unsaid(self, document: Document, stem: str) -> list[Diagnostic]:
        """Where ``edition.toml`` was changed and the header, which is the scholar's, was not."""
        return [
            diagnostic("M108", document.place(document.root), name=name, said=said, written=written)
            for name, said, written in not_in_header(document.root, self._settings, stem)
        ]

    def _published(self, stem: str, document: Document) -> Publication:
        name = quote(stem)
        has_text = "text" in self._wanted.outputs or self._was_written(stem, f"text/{stem}.txt")
        site = self._settings.edition.url
        links = Links(
            html=f"{name}.html",
            text=f"../text/{name}.txt" if has_text else "",
            tei=f"../tei/{name}.xml",
            address=f"{site.rstrip('/')}/html/{name}.html" if site else "",
        )
        return publish(
            document, outputs=self._wanted.outputs, width=self._wanted.width, links=links
        )

    def _was_written(self, stem: str, name: str) -> bool:
        return name in self._before.documents.get(stem, Entry()).files

    def _index(self, records: list[Record]) -> str:
        """The index, in the language of the documents where they have but one."""
        languages = {record.language for record in records}
        language = languages.pop() if len(languages) == 1 else "en"
        return index_page(records, language=language, title=self._settings.edition.title)

    def _pages(self, stem: str, tei: bytes, publication: Publication) -> Mapping[str, bytes]:
        files = {f"tei/{stem}.xml": tei}
        if "html" in self._wanted.outputs:
            files[f"html/{stem}.html"] = publication.html.encode()
        if "text" in self._wanted.outputs:
            files[f"text/{stem}.txt"] = publication.text.encode()
        return files

    def _write(self, files: Mapping[str, bytes]) -> Checksums:
        for name, data in files.items():
            path = self._project.output / Path(name)
            self.report.written += write_whole(path, data, lasting=False)
        return {name: checksum(data) for name, data in files.items()}
