"""From ``source/`` to ``output/``: encode what is new, check, publish, write what changed.

A document that fails is reported; its last good pages stay, and the others go on. Where
``output/`` cannot be written, the build ends: it would fail again at the next file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import read_bytes, write_parts, write_whole
from edition.project.about import About
from edition.project.checked import Checks
from edition.project.conventions import unknown_conventions_in
from edition.project.datasets import datasets, downloads, table
from edition.project.folder import Project, Sources
from edition.project.harvest import Harvest
from edition.project.lock import locked
from edition.project.making import Draft, Inputs, Maker, Wanted, read_inputs
from edition.project.manifest import (
    Checksums,
    Entry,
    Manifest,
    checksum,
    read_manifest,
    remove_stale,
    write_manifest,
)
from edition.project.memory import Made, Memory
from edition.project.record import Record as Written
from edition.project.record import write_again
from edition.project.registers import findings_in, read_registers
from edition.project.report import Build
from edition.project.schemas import place_schemas, schema_files
from edition.project.site import Gathering, site_files
from edition.project.strays import unread
from edition.publishing import (
    ALL,
    Output,
    Publication,
    Record,
    assets,
    documents_table,
    index_pages,
)
from edition.publishing.cff import citation_file
from edition.publishing.citing import citing
from edition.publishing.data import decoded, encoded
from edition.publishing.figures import CorpusFigures, document_figures
from edition.publishing.networks import Network
from edition.publishing.profiles import READING, Profile
from edition.publishing.search.index import Index
from edition.publishing.search.site import search_files
from edition.publishing.search.texts import FOLDER as SEARCH
from edition.publishing.search.texts import text_scripts
from edition.publishing.tables import COLUMNS, tables
from edition.publishing.theme import NO_THEME, read_theme
from edition.resources import (
    ABOUT,
    CITE,
    FACING,
    FIGURES,
    INDEX,
    PAGE,
    RECORD,
    RULES,
    SUBJECTS,
    TEXT,
)
from edition.saxon import engine
from edition.settings import Settings, missing_in_edition, settings_without_transcript


def build(
    project: Project,
    *,
    outputs: Collection[Output] = ALL,
    width: int | None = None,
    profiles: Iterable[Profile] = (),
    epub: bool = False,
    making: Callable[[Sources], None] = lambda _sources: None,
    done: Callable[[Sources], None] = lambda _sources: None,
    memory: Memory | None = None,
) -> Build:
    """Build the edition in *project* and tell of it; *done* is called after each document.

    *making* is called before one is made that no earlier build made of the same.
    *outputs* are what to make, *width* the columns of the text, *profiles* the plain texts to make
    besides those that ``edition.toml`` names, *epub* asks for books. With the *memory* of an
    earlier build only what changed since is made; what is written and told is the same as without.
    Raises FileAccessError where something cannot be written, EditionError where ``edition.toml``
    or the theme is wrong, or (E014) where another run writes into the folder. Findings in
    documents are in the result.
    """
    settings = project.settings()
    theme = read_theme(project.source) if "html" in outputs else NO_THEME
    texts = _profiles(settings, profiles)
    wanted = Wanted(frozenset(outputs), width, texts, theme, epub or settings.book.epub)
    work = _Work(project, wanted, settings, memory or Memory(), making)
    work.prepare_engine()
    work.look_round()
    work.prepare()
    documents = list(project.documents())
    is_any_new = any(one.transcript and not os.path.lexists(one.tei) for one in documents)
    with locked([project.source] if is_any_new else []):
        try:
            for sources in documents:
                work.document(sources)
                done(sources)
        finally:  # interrupted, too: what is in the TEI files is in the registers
            work.propose()
    work.finish()
    return work.report


def _further(stem: str, draft: Draft) -> dict[str, bytes]:
    """The plain texts of *draft* besides that for reading, and the book, by their paths."""
    files = {f"text/{name}/{stem}.txt": text.encode() for name, text in draft.texts.items()}
    return files | ({f"epub/{stem}.epub": draft.book} if draft.book else {})


def _profiles(settings: Settings, profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The plain texts to make besides that for reading, which always is made."""
    wanted = {*settings.text.profiles, *profiles} - {READING}
    return tuple(sorted(wanted))


class _Work:
    """A build under way."""

    def __init__(
        self,
        project: Project,
        wanted: Wanted,
        settings: Settings,
        memory: Memory,
        making: Callable[[Sources], None],
    ) -> None:
        self.report = Build()
        self._project = project
        self._wanted = wanted
        self._settings = settings
        self._manifest_file = project.output / "manifest.json"
        self._before = read_manifest(self._manifest_file)
        self._now = Manifest()
        self._checks = Checks()
        self._memory = memory
        self._making = making

    def prepare_engine(self) -> None:
        """Let the engine compile what will be needed while this process reads and encodes."""
        pages = "html" in self._wanted.outputs
        if pages and self._wanted.theme.package is None:  # a theme is compiled when it is read
            engine("pages").prepare(PAGE)
        texts = [TEXT] if "text" in self._wanted.outputs else []
        of_pages = [FACING, FIGURES, CITE, INDEX, SUBJECTS, ABOUT] * pages
        engine().prepare(RULES, *texts, RECORD, *of_pages)

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
        findings += unknown_conventions_in(project)
        if not stems:
            findings.append(diagnostic("M011", Place(str(project.source))))
        self.report.findings += findings

    def _read_registers(self) -> list[Diagnostic]:
        registers, unreadable = read_registers(self._project.register_files())
        files = [(document.name, document.data) for document in registers.documents]
        self._memory.begin((self._settings, self._wanted))
        self._register_files = tuple(files)
        self._registers = registers
        self._maker = Maker(self._project, self._wanted, self._settings, registers, unreadable)
        editors = {editor.id for editor in self._settings.editors}
        standing, ignored = findings_in(registers, editors)
        self.report.ignored += len(ignored)
        return unreadable + standing

    def document(self, sources: Sources) -> None:
        """Make one document and write its files, or recall what was made of the same."""
        self.report.documents += 1
        entry = self._before.documents.get(sources.stem, Entry())
        try:
            inputs = read_inputs(sources)
        except FileAccessError as error:
            self.report.findings.append(error.finding)
        else:
            made = self._made(sources, inputs, entry.files)
            self.report.findings += made.findings
            self.report.ignored += made.ignored
            self._checks.add(sources, inputs.digest()[0], made.findings, made.ignored)
            kept = self._kept(entry.files) if made.files else entry.files
            entry = Entry(kept | made.files, made.record or entry.record)
            if made.record is not None:
                self.report.turns += made.record.turns
                self.report.words += made.record.words
        if entry.files:
            self._now.documents[sources.stem] = entry

    def _made(self, sources: Sources, inputs: Inputs, before: Checksums) -> Made:
        """What is made from *inputs*, now or by an earlier build, which left the files *before*.

        Raises FileAccessError where it cannot be written.
        """
        stem = sources.stem
        has_text = "text" in self._wanted.outputs or f"text/{stem}.txt" in before
        key = (sources.transcript, *inputs.digest(), has_text)
        made = self._recalled(sources, inputs, key)
        if made is None or not self._is_there(made.files, before):
            self._making(sources)
            draft = self._maker.draft(sources, inputs, has_text=has_text)
            if draft.is_new and draft.tei is not None:
                self._keep(sources, draft, draft.tei)
            shown = draft.publication
            more = _further(stem, draft)
            files = self._write(self._pages(draft, shown, more, before)) if shown else {}
            record = shown.record if shown else None
            made = Made(
                inputs=key,
                registers=self._register_files,
                copies=draft.copies,
                findings=tuple(draft.findings),
                ignored=draft.ignored,
                files=files,
                record=record,
            )
            if not draft.is_new:  # what a new one is made from is more than its inputs
                self._memory.keep(stem, made)
        return made

    def _recalled(self, sources: Sources, inputs: Inputs, key: Hashable) -> Made | None:
        """What was made of a document of *inputs*, with *key*, if it is still the same."""
        made = self._memory.recall(sources.stem, key)
        if made is None or made.registers == self._register_files:
            return made
        if self._maker.copies(sources, inputs) != made.copies:
            return None
        made = replace(made, registers=self._register_files)
        self._memory.keep(sources.stem, made)
        return made

    def _is_there(self, files: Checksums, before: Checksums) -> bool:
        """Whether *files* are as the last build, which wrote those of *before*, left them."""
        output = self._project.output
        return files.items() <= before.items() and all((output / name).is_file() for name in files)

    def _keep(self, sources: Sources, draft: Draft, tei: bytes) -> None:
        """Write the TEI of a new transcript; one that is wrong would be the scholar's for ever."""
        if not draft.is_valid:
            draft.findings.append(diagnostic("E002", Place(str(sources.transcript))))
            return
        write_again(sources.tei, tei, Written(tei))
        self._maker.keep(draft.naming.register)
        self.report.encoded += 1

    def prepare(self) -> None:
        """What every page needs, before the first page: an interrupted build shows whole pages."""
        shared = {f"schemas/{name}": data for name, data in schema_files().items()}
        if "html" in self._wanted.outputs:
            files = assets(self._wanted.theme.style)
            shared |= {f"html/{name}": data for name, data in files.items()}
        else:
            self._now.shared |= self._before.shared
        self._now.shared |= self._write(shared)

    def propose(self) -> None:
        """Add to the registers who and what new documents name."""
        if not self.report.encoded:
            return
        try:
            self._maker.propose()
            self._registers, _unreadable = read_registers(self._project.register_files())
        except FileAccessError:
            raise
        except EditionError as error:
            self.report.findings.append(error.finding)

    def finish(self) -> None:
        """Index and manifest; what documents left that are no more."""
        if "html" in self._wanted.outputs:
            entries = self._now.documents.values()
            records = [entry.record for entry in entries if entry.record is not None]
            harvest = Harvest(self._settings)
            about = About(self._settings, self._project.output, self._language(records))
            for name, data in self._site(records, harvest, about):
                self._now.shared |= self._write({name: data})
            self._now.shared |= self._tables()
            for name, data in self._index(records):
                self._now.shared |= self._write({name: data})
            surveys = self._memory.surveys
            for name, data in about.files(self._checks, self._now, records, surveys):
                self._now.shared |= self._write({name: data})
            pages = filter(_is_page, self._now.files())
            self._now.shared |= self._write(harvest.sitemaps(pages))
        self.report.removed = len(remove_stale(self._project.output, self._before, self._now))
        write_manifest(self._manifest_file, self._now)

    def _index(self, records: list[Record]) -> Iterator[tuple[str, bytes]]:
        """The pages that list the documents."""
        pages = index_pages(
            records,
            language=self._language(records),
            title=self._settings.edition.title,
            subjects=True,
            data=[path for path in self._now.shared if not path.startswith("html/")],
        )
        for address, page in pages:
            yield f"html/{address}", page.encode()

    def _language(self, records: list[Record]) -> str:
        """That of the documents, where they have but one: pages of no document are in it."""
        languages = {record.language for record in records}
        return languages.pop() if len(languages) == 1 else "en"

    def _site(
        self, records: list[Record], harvest: Harvest, about: About
    ) -> Iterator[tuple[str, bytes]]:
        """What is of no single document."""
        language = self._language(records)
        yield "data/documents.csv", documents_table(records)
        if (cited := citation_file(self._settings)) is not None:
            yield "CITATION.cff", cited
        gathering, network = Gathering(self._registers, self._project.output / "tei"), Network()
        index = Index()
        figures = CorpusFigures()
        for stem in sorted(self._now.documents):
            file = self._project.output / "data" / f"{stem}.json"
            with suppress(FileAccessError, ValueError):  # somebody else wrote into output/
                data = decoded(read_bytes(file))
                index.add(data, gathering.add(data), gathering.folders)
                network.add(data)
                figures.add(data)
                about.add(data)
                harvest.add(data)
        about.count_entries(gathering.kinds())
        yield from datasets(gathering, network).items()
        yield from site_files(gathering, figures, language=language)
        yield from search_files(index, gathering.names, language=language)
        self.report.findings += harvest.findings(Place(str(self._project.settings_file)))
        yield from harvest.of_all(gathering).items()

    def _tables(self) -> Checksums:
        """Write the tables of the whole edition, and what there is to have of it."""
        output, written = self._project.output, Checksums()
        for name in COLUMNS:
            path = f"data/{name}.csv"
            files = [output / "data" / name / f"{stem}.csv" for stem in sorted(self._now.documents)]
            is_new, written[path] = write_parts(output / path, table(name, files))
            self.report.written += is_new
        documents = {stem: entry.files for stem, entry in self._now.documents.items()}
        listed = downloads(output, documents, self._now.shared | written)
        return written | self._write({"data/downloads.csv": listed})

    def _pages(
        self, draft: Draft, publication: Publication, more: Mapping[str, bytes], before: Checksums
    ) -> Mapping[str, bytes]:
        """All files of a document; *more* are texts besides that for reading, and the book."""
        stem = publication.record.name
        files = {f"tei/{stem}.xml": draft.public, **more}
        if "html" in self._wanted.outputs:
            files[f"html/{stem}.html"] = publication.html.encode()
            files[f"html/facing/{stem}.html"] = draft.facing.encode()
            files[f"data/{stem}.json"] = encoded(publication.data)
            shown = document_figures(publication.data, language=publication.record.language)
            files[f"html/figures/{stem}.html"] = shown.encode()
            made = tables(publication.data)
            files |= {f"data/{name}/{stem}.csv": rows for name, rows in made.items()}
        if "text" in self._wanted.outputs:
            files[f"text/{stem}.txt"] = publication.text.encode()
        if "html" in self._wanted.outputs:
            forms = self._other_forms(before) | files
            address = self._maker.address(stem)
            report = self._settings.edition.report
            files |= citing(publication.data, forms, address=address, report=report, subjects=True)
            files |= Harvest(self._settings).of_document(publication.data)
            files |= text_scripts(publication.data)
        return files

    def _kept(self, files: Checksums) -> Checksums:
        """Those of *files*, made of a document before, that stay where they are not made anew."""
        # Where there may be fewer than before.
        many = {"text": ["text/"], "html": [f"{SEARCH}/", "epub/"]}
        anew = tuple(prefix for output in self._wanted.outputs for prefix in many[output])
        return {name: sum_ for name, sum_ in files.items() if not name.startswith(anew)}

    def _other_forms(self, before: Checksums) -> dict[str, bytes]:
        """The plain texts of *before*, an earlier build, where they stay and are not made anew."""
        forms = {}
        for name in self._kept(before):
            if name.startswith("text/"):
                with suppress(FileAccessError):  # somebody has taken it away
                    forms[name] = read_bytes(self._project.output / name)
        return forms

    def _write(self, files: Mapping[str, bytes]) -> Checksums:
        for name, data in files.items():
            path = self._project.output / Path(name)
            self.report.written += write_whole(path, data, lasting=False)
        return {name: checksum(data) for name, data in files.items()}


def _is_page(path: str) -> bool:
    return path.startswith("html/") and path.endswith(".html")
