"""From ``source/`` to ``output/``: encode what is new, check, publish, write what changed.

What was made from the same as it would be now is not made again. A document that fails is
reported; its last good pages stay, and the others go on. Where ``output/`` cannot be written, the
build ends: it would fail again at the next file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import read_bytes
from edition.project.checked import Checks
from edition.project.folder import Project, Sources
from edition.project.inputs import Inputs, Wanted, read_inputs
from edition.project.ledger import Ledger, digest, kept
from edition.project.lock import locked
from edition.project.manifest import Checksums, Common, Entry, checksum
from edition.project.memory import Memory
from edition.project.program import program_checksum, release
from edition.project.registers import read_registers
from edition.project.report import Build
from edition.project.schemas import place_schemas, schema_files
from edition.project.strays import unread
from edition.project.writer import Writer
from edition.publishing.assets import assets
from edition.publishing.outputs import ALL, READING, Book, Output, Profile
from edition.publishing.record import Record
from edition.publishing.search.pagefind import need_pagefind
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
from edition.tei.registers import Registers

if TYPE_CHECKING:  # most builds make little, and need little
    from edition.project.making import Draft, Maker
    from edition.publishing.document import Publication


class Watch(NamedTuple):
    """What is called before a document is *making*, if it is made, and when each is *done*.

    *published* is called with what was found when all are, before what they make together.
    """

    making: Callable[[Sources], None] = lambda _sources: None
    done: Callable[[Sources], None] = lambda _sources: None
    published: Callable[[list[Diagnostic]], None] = lambda _findings: None


NOBODY_WATCHES = Watch()
_BESIDE_PAGES = (FACING, FIGURES, CITE, SUBJECTS, INDEX, ABOUT)


def build(
    project: Project,
    *,
    outputs: Collection[Output] = ALL,
    width: int | None = None,
    profiles: Iterable[Profile] = (),
    books: Iterable[Book] = (),
    anew: bool = False,
    watch: Watch = NOBODY_WATCHES,
    memory: Memory | None = None,
) -> Build:
    """Build the edition in *project* and tell of it, and of each document to who has a *watch*.

    *outputs* are what to make, *width* the columns of the text, *profiles* the plain texts to make
    besides those that ``edition.toml`` names, and so *books*. What an earlier build made of the
    same is not made again but with *anew*; what is written and told is the same. The *memory* of an
    earlier build of this process saves reading again what that wrote.
    Raises FileAccessError where something cannot be written, EditionError where ``edition.toml``
    or the theme is wrong, where PDF (P008) or Pagefind (P010) is wanted and not there, or (E014)
    where another run writes into the folder. Findings in documents are in the result.
    """
    settings = project.settings()
    theme = read_theme(project.source) if "html" in outputs else NO_THEME
    texts = _profiles(settings, profiles)
    wanted = Wanted(frozenset(outputs), width, texts, theme, _books(settings, books))
    if settings.search.pagefind and "html" in outputs:
        need_pagefind(Place(str(project.settings_file)))
    work = _Work(project, wanted, settings, memory or Memory(), watch, anew=anew)
    work.look_round()
    work.prepare()
    documents = list(project.documents())
    is_any_new = any(one.transcript and not os.path.lexists(one.tei) for one in documents)
    with locked([project.source] if is_any_new else []):
        try:
            for sources in documents:
                work.document(sources)
                watch.done(sources)
        finally:  # interrupted, too: what is in the TEI files is in the registers
            work.propose()
    watch.published(work.report.findings)
    work.finish()
    return work.report


def _profiles(settings: Settings, profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The plain texts to make besides that for reading, which always is made."""
    wanted = {*settings.text.profiles, *profiles} - {READING}
    return tuple(sorted(wanted))


def _books(settings: Settings, books: Iterable[Book]) -> frozenset[Book]:
    """The books to make."""
    said: dict[Book, bool] = {"epub": settings.book.epub, "pdf": settings.book.pdf}
    return frozenset(books) | {book for book, is_wanted in said.items() if is_wanted}


class _Work:
    """A build under way."""

    def __init__(
        self,
        project: Project,
        wanted: Wanted,
        settings: Settings,
        memory: Memory,
        watch: Watch,
        *,
        anew: bool,
    ) -> None:
        self.report = Build()
        self._project = project
        self._wanted = wanted
        self._settings = settings
        self._memory = memory
        self._watch = watch
        surroundings = _surroundings(wanted, settings)
        self._ledger = Ledger(project.folder, project.output, memory, surroundings, anew=anew)
        self._now = self._ledger.now
        self._checks = Checks()
        self._writer = Writer(project.output, memory)
        self._new: list[Sources] = []
        self._is_prepared = False

    def look_round(self) -> None:
        """What concerns no single document: schemas, settings, names, registers."""
        project = self._project
        if not self._ledger.knows_any():
            self._prepare_engine()
        self._now.schemas, findings = place_schemas(project, self._ledger.before.schemas)
        stems = [sources.stem for sources in project.documents()]
        findings += project.misnamed() + unread(project) + self._read_registers()
        findings += missing_in_edition(self._settings, Place(str(project.settings_file)))
        if self._settings.transcripts:
            findings += self._faults_of_transcripts(stems)
        if not stems:
            findings.append(diagnostic("M011", Place(str(project.source))))
        self.report.findings += findings

    def _faults_of_transcripts(self, stems: list[str]) -> list[Diagnostic]:
        """What ``edition.toml`` says of transcripts that are none, or by conventions unknown."""
        from edition.project.conventions import unknown_conventions_in

        data, name = read_bytes(self._project.settings_file), str(self._project.settings_file)
        found = settings_without_transcript(data, name, stems)
        return [*found, *unknown_conventions_in(self._project)]

    def _prepare_engine(self) -> None:
        """Let the engine compile what will be needed while this process reads and encodes."""
        if self._is_prepared:
            return
        self._is_prepared = True
        pages = "html" in self._wanted.outputs
        if pages and self._wanted.theme.package is None:  # a theme is compiled when it is read
            engine("pages").prepare(PAGE)
        texts = [TEXT] if "text" in self._wanted.outputs else []
        engine().prepare(RULES, *texts, RECORD, *_BESIDE_PAGES * pages)

    def _read_registers(self) -> list[Diagnostic]:
        registers, unreadable = read_registers(self._project.register_files())
        self._unreadable = unreadable
        return unreadable + self._checked(registers)

    def _checked(self, registers: Registers) -> list[Diagnostic]:
        """What is wrong in *registers*, which are those of the edition from now on."""
        files = [(Path(it.name).name, checksum(it.data)) for it in registers.documents]
        self._registers, self._registers_sum = registers, digest(files)
        known = self._ledger.before.registers
        if known is not None and known.inputs == self._registers_sum:
            self._now.registers = known
            self.report.ignored += known.ignored
            return self._ledger.told(known.findings)
        from edition.project.register_findings import findings_in

        self._prepare_engine()
        standing, ignored = findings_in(registers, {it.id for it in self._settings.editors})
        self._now.registers = self._ledger.common(self._registers_sum, standing, len(ignored))
        self.report.ignored += len(ignored)
        return standing

    @cached_property
    def _maker(self) -> Maker:
        from edition.project.making import Maker

        if self._wanted.wants("pdf"):
            from edition.publishing.laying_out import need_weasyprint

            is_in_settings = self._settings.book.pdf
            asked = str(self._project.settings_file) if is_in_settings else "--pdf"
            need_weasyprint(Place(asked))
        return Maker(self._project, self._wanted, self._settings, self._registers, self._unreadable)

    def prepare(self) -> None:
        """What every page needs, before the first page: an interrupted build shows whole pages."""
        shared = {f"schemas/{name}": data for name, data in schema_files().items()}
        before = self._ledger.before.shared
        if "html" in self._wanted.outputs:
            files = assets(self._wanted.theme.style)
            shared |= {f"html/{name}": data for name, data in files.items()}
        else:
            self._now.shared |= before
        checks = {path: checksum(data) for path, data in shared.items()}
        if not checks.items() <= before.items() or not self._ledger.are_there(checks):
            self._begin_writing()
            self._writer.write(shared)
        self._now.shared |= checks

    def _begin_writing(self) -> None:
        self._prepare_engine()
        self._ledger.note_progress()

    def document(self, sources: Sources) -> None:
        """Make one document and write its files, or leave what was made of the same."""
        self.report.documents += 1
        entry = self._ledger.entry(sources.stem)
        try:
            inputs = read_inputs(sources)
        except FileAccessError as error:
            self.report.findings.append(error.finding)
            entry = msgspec.structs.replace(entry, made=None)
        else:
            has_text = "text" in self._wanted.outputs or self._has_text(sources.stem, entry)
            known = self._known(sources, inputs, entry, has_text=has_text)
            entry = known or self._made(sources, inputs, entry, has_text=has_text)
        if entry.files or entry.made is not None:
            self._now.documents[sources.stem] = entry

    def _has_text(self, stem: str, entry: Entry) -> bool:
        """Whether there is a text edition by an earlier build."""
        path = f"text/{stem}.txt"
        return path in self._ledger.staying(kept(entry.files, self._wanted.outputs))

    def _known(
        self, sources: Sources, inputs: Inputs, entry: Entry, *, has_text: bool
    ) -> Entry | None:
        """*entry*, if the document was made from the same and its files are there."""
        made = entry.made
        is_same = made is not None and made.inputs == _key(sources, inputs, has_text=has_text)
        if made is None or not is_same or not self._ledger.are_there(entry.files):
            return None
        if made.registers != self._registers_sum:
            if self._copies(sources, inputs) != made.copies:
                return None
            made = msgspec.structs.replace(made, registers=self._registers_sum)
        record = entry.record if made.is_published else None
        self._tell(sources, inputs, self._ledger.told(made.findings), made.ignored, record)
        return msgspec.structs.replace(entry, made=made)

    def _copies(self, sources: Sources, inputs: Inputs) -> tuple[Diagnostic, ...]:
        """What the registers have against copies of their entries, as it is noted."""
        from edition.project.making import findings_in_copies

        return self._ledger.carried(findings_in_copies(sources, inputs, self._registers))

    def _made(self, sources: Sources, inputs: Inputs, entry: Entry, *, has_text: bool) -> Entry:
        """What is made from *inputs*; *entry* is what there was. Raises FileAccessError."""
        self._begin_writing()
        self._watch.making(sources)
        draft = self._maker.draft(sources, inputs, has_text=has_text)
        if draft.is_new and draft.tei is not None:
            self._keep(sources, draft, draft.tei)
        shown = draft.publication
        record = shown.record if shown else None
        files = self._files(draft, shown, entry.files) if shown else None
        self._tell(sources, inputs, draft.findings, draft.ignored, record)
        made = None
        if draft.is_valid or not draft.is_new:
            made = self._ledger.made(
                _key(sources, Inputs(inputs.transcript, draft.tei), has_text=has_text),
                # New names are not yet in the registers: nothing is known of copies till then.
                "" if draft.is_new else self._registers_sum,
                draft.copies,
                draft.lasting if draft.is_new else draft.findings,
                ignored=draft.ignored,
                is_published=shown is not None,
            )
        files = self._ledger.staying(entry.files) if files is None else files
        return Entry(files, record or entry.record, made)

    def _tell(
        self,
        sources: Sources,
        inputs: Inputs,
        findings: list[Diagnostic],
        ignored: int,
        record: Record | None,
    ) -> None:
        """Add a document to the report; *record* is what there is to read of it."""
        self.report.findings += findings
        self.report.ignored += ignored
        self._checks.add(sources, inputs.digest()[0], findings, ignored)
        if record is not None:
            self.report.turns += record.turns
            self.report.words += record.words

    def _files(self, draft: Draft, shown: Publication, before: Checksums) -> Checksums:
        """Write the files of a document; returns these and what stays of those *before*."""
        from edition.project.document_files import document_files, texts_in

        outputs = self._wanted.outputs
        staying = self._ledger.staying(kept(before, outputs))
        made = document_files(
            draft,
            shown,
            self._settings,
            outputs,
            address=self._maker.address(shown.record.name),
            texts_before=texts_in(self._project.output, staying),
        )
        return staying | self._writer.write(made)

    def _keep(self, sources: Sources, draft: Draft, tei: bytes) -> None:
        """Write the TEI of a new transcript; one that is wrong would be the scholar's for ever."""
        from edition.project.record import Record, write_again

        if not draft.is_valid:
            draft.findings.append(diagnostic("E002", Place(str(sources.transcript))))
            return
        write_again(sources.tei, tei, Record(tei))
        self._maker.keep(draft.naming.register)
        self._new.append(sources)
        self.report.encoded += 1

    def propose(self) -> None:
        """Add to the registers who and what new documents name."""
        if not self._new:
            return
        try:
            self._maker.propose()
            self._remember_new()
        except FileAccessError:
            raise
        except EditionError as error:
            self.report.findings.append(error.finding)

    def _remember_new(self) -> None:
        """Note how the next build finds the registers, and new documents beside them."""
        registers, _unreadable = read_registers(self._project.register_files())
        ignored = self.report.ignored
        self._checked(registers)
        self.report.ignored = ignored
        for sources in self._new:
            entry = self._now.documents.get(sources.stem, Entry())
            if (made := entry.made) is not None:
                copies = self._copies(sources, read_inputs(sources))
                made = msgspec.structs.replace(
                    made,
                    registers=self._registers_sum,
                    copies=copies,
                    findings=(*copies, *made.findings),
                )
                self._now.documents[sources.stem] = msgspec.structs.replace(entry, made=made)

    def finish(self) -> None:
        """What all documents make together, and the manifest; remove what no document has."""
        if "html" in self._wanted.outputs:
            self._site()
        self.report.removed = self._ledger.close()
        self.report.written = self._writer.written

    def _site(self) -> None:
        """Make what is of all documents, or leave what was made of the same."""
        documents = {stem: (it.files, it.record) for stem, it in self._now.documents.items()}
        inputs = digest([documents, self._registers_sum, self._checks.said()])
        before = self._ledger.before
        known: Common | None = before.site
        if known is not None and known.inputs == inputs and self._ledger.is_whole(known):
            self._now.shared |= before.shared
            self._now.site = known
            self.report.findings += self._ledger.told(known.findings)
            return
        from edition.project.whole import Whole

        self._begin_writing()
        whole = Whole(self._project, self._settings, self._registers, self._now)
        found = whole.write(self._writer, self._checks, self._memory)
        self._now.site = self._ledger.common(inputs, found, looked_for=whole.looked_for)
        self.report.findings += found


def _surroundings(wanted: Wanted, settings: Settings) -> str:
    """What stands for all that concerns every document."""
    theme = wanted.theme
    look = (sorted(wanted.outputs), wanted.width, wanted.profiles, sorted(wanted.books))
    own = (theme.checksum, checksum(theme.style))
    layout = release("weasyprint", "weasyprint") if wanted.wants("pdf") else ""
    return digest([program_checksum(), settings, look, own, layout])


def _key(sources: Sources, inputs: Inputs, *, has_text: bool) -> str:
    """What stands for that which a document is made from."""
    return digest([sources.transcript and sources.transcript.name, *inputs.digest(), has_text])
