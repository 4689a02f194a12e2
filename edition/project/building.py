"""From ``source/`` to ``output/``: encode what is new, check, publish, write what changed.

What was made from the same as it would be now is not made again. A document that fails is
reported; its last good pages stay, and the others go on. Where ``output/`` cannot be written, the
build ends: it would fail again at the next file. Only one build at a time writes there; one that
was killed, at whatever moment, is completed by the next.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.files import read_bytes, remove_left_over
from edition.project.folder import Project, Sources
from edition.project.hands import ONE, Hands, need_distributed
from edition.project.inputs import Wanted
from edition.project.job import Job
from edition.project.ledger import digest
from edition.project.lock import alone_in, locked
from edition.project.manifest import Common, checksum
from edition.project.memory import Memory
from edition.project.own_registers import OwnRegisters
from edition.project.press import Press
from edition.project.program import release
from edition.project.report import NOBODY_WATCHES, Build, Watch
from edition.project.schemas import place_schemas, schema_files
from edition.project.strays import unread
from edition.publishing.assets import assets
from edition.publishing.laying_out import need_weasyprint
from edition.publishing.outputs import ALL, READING, Book, Output, Profile
from edition.publishing.search.pagefind import PACKAGES, need_pagefind
from edition.publishing.theme import NO_THEME, read_theme
from edition.settings import Settings, missing_in_edition, settings_without_transcript


def build(  # noqa: PLR0913 - all but one have a default
    project: Project,
    *,
    outputs: Collection[Output] = ALL,
    width: int | None = None,
    profiles: Iterable[Profile] = (),
    books: Iterable[Book] = (),
    put_off: Iterable[Book] = (),
    anew: bool = False,
    hands: Hands = ONE,
    fail_fast: bool = False,
    watch: Watch = NOBODY_WATCHES,
    memory: Memory | None = None,
    report: Build | None = None,
) -> Build:
    """Build the edition in *project* and tell of it, and of each document to who has a *watch*.

    *outputs* are what to make, *width* the columns of the text, *profiles* the plain texts to make
    besides those that ``edition.toml`` names, and so *books*; of these none is made that is
    *put_off*: it stays as it is while its document does, and else is left to another build. What
    an earlier build made of the same is not made again but with *anew*; what is written and told
    is the same. The *memory* of an earlier build of this process saves reading again what that
    wrote. With several *hands*, these make the documents; processes of this machine only if there
    are many, and whatever calls this must be protected as multiprocessing wants it, from being
    imported by them. Another build of this folder is waited for. If it is to *fail_fast*, the
    build stops at the first document with an error, and keeps what it has made. A *report* that is
    given is filled while the build is under way: it has what was done, also where that raises.
    Raises FileAccessError where something cannot be written, EditionError where ``edition.toml``
    or the theme is wrong, where PDF (P008), Pagefind (P010) or a cluster (P012–P014) is wanted and
    cannot be used, or (E014) where another run writes into ``source/``. Findings in documents are
    in the result.
    """
    settings = project.settings()
    theme = read_theme(project.source) if "html" in outputs else NO_THEME
    texts, wanted_books = _profiles(settings, profiles), _books(settings, books)
    wanted = Wanted(frozenset(outputs), width, texts, theme, wanted_books, frozenset(put_off))
    if settings.search.pagefind and "html" in outputs:
        need_pagefind(Place(str(project.settings_file)))
    if wanted.wants("pdf"):
        need_weasyprint(Place(str(project.settings_file) if settings.book.pdf else "--pdf"))
    need_distributed(hands)
    memory = memory or Memory()
    with alone_in(project.output, watch.waiting):
        memory.recall(project.output)
        remove_left_over(project.output, below=True)
        remove_left_over(project.schemas)
        job = Job(project, wanted, settings, memory, watch, report=report or Build(), anew=anew)
        documents = project.documents()
        registers = _begin(job, documents)
        press = Press(job, registers, hands, fail_fast=fail_fast)
        registers = _print(job, press, documents)
        watch.published(job.report.findings)
        if job.report.stopped_at:
            job.ledger.pause()
        else:
            _end(job, registers)
        job.report.written = job.writer.written
    return job.report


def _begin(job: Job, documents: Sequence[Sources]) -> OwnRegisters:
    """What comes before the documents; returns the registers as they are."""
    with job.report.timed("look round"):
        _take_up(job)
        registers = OwnRegisters(job)
        _look_round(job, registers, documents)
        _prepare(job)
    return registers


def _end(job: Job, registers: OwnRegisters) -> None:
    """What comes after the documents."""
    if "html" in job.wanted.outputs:
        with job.report.timed("all together"):
            _make_whole(job, registers)
    with job.report.timed("note"):
        job.report.removed = job.ledger.close()
        job.memory.note(job.project.output, job.ledger.now.files())


def _profiles(settings: Settings, profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The plain texts to make besides that for reading, which always is made."""
    wanted = {*settings.text.profiles, *profiles} - {READING}
    return tuple(sorted(wanted))


def _books(settings: Settings, books: Iterable[Book]) -> frozenset[Book]:
    """The books to make."""
    said: dict[Book, bool] = {"epub": settings.book.epub, "pdf": settings.book.pdf}
    return frozenset(books) | {book for book, is_wanted in said.items() if is_wanted}


def _take_up(job: Job) -> None:
    """Let the registers have what a run that was killed would have added."""
    if not job.proposals.are_there():
        return
    try:
        with locked([job.project.source]):
            job.report.findings += job.proposals.take_up(job.project, job.settings)
    except EditionError as error:
        job.report.findings.append(error.finding)


def _look_round(job: Job, registers: OwnRegisters, documents: Sequence[Sources]) -> None:
    """What concerns no single document: schemas, settings, names, registers."""
    project = job.project
    if not job.ledger.knows_any():
        job.prepare_engine()
    job.ledger.now.schemas, findings = place_schemas(project, job.ledger.before.schemas)
    stems = [sources.stem for sources in documents]
    of_registers, ignored = registers.findings()
    findings += project.misnamed() + unread(project) + of_registers
    findings += missing_in_edition(job.settings, Place(str(project.settings_file)))
    if job.settings.transcripts or job.settings.source.convention:
        findings += _faults_of_transcripts(project, stems)
    if not stems:
        findings.append(diagnostic("M011", Place(str(project.source))))
    job.report.findings += findings
    job.report.ignored += ignored


def _faults_of_transcripts(project: Project, stems: list[str]) -> list[Diagnostic]:
    """What ``edition.toml`` says of transcripts that are none, or by conventions unknown."""
    from edition.project.conventions import unknown_conventions_in

    data, name = read_bytes(project.settings_file), str(project.settings_file)
    found = settings_without_transcript(data, name, stems)
    return [*found, *unknown_conventions_in(project)]


def _prepare(job: Job) -> None:
    """What every page needs, before the first page: an interrupted build shows whole pages."""
    shared = {f"schemas/{name}": data for name, data in schema_files().items()}
    now, before = job.ledger.now, job.ledger.before.shared
    if "html" in job.wanted.outputs:
        files = assets(job.wanted.theme.style)
        shared |= {f"html/{name}": data for name, data in files.items()}
    else:
        now.shared |= before
    checks = {path: checksum(data) for path, data in shared.items()}
    if not checks.items() <= before.items() or not job.ledger.are_there(checks):
        job.begin_writing()
        job.writer.write(shared)
    now.shared |= checks


def _print(job: Job, press: Press, documents: Sequence[Sources]) -> OwnRegisters:
    """Make all *documents*; returns the registers as they are then."""
    is_any_new = any(one.transcript and not os.path.lexists(one.tei) for one in documents)
    with locked([job.project.source] if is_any_new else []):
        try:
            with job.report.timed("documents"):
                press.documents(documents)
        finally:  # interrupted, too: what is in the TEI files is in the registers
            with job.report.timed("registers"):
                registers = press.propose()
    return registers


def _make_whole(job: Job, own: OwnRegisters) -> None:
    """Make what is of all documents, or leave what was made of the same."""
    now, before = job.ledger.now, job.ledger.before
    documents = {stem: (it.files, it.record) for stem, it in now.documents.items()}
    pagefind = [release(it, it) for it in PACKAGES if job.settings.search.pagefind]
    inputs = digest([documents, own.checksum, job.checks.said(), pagefind])
    known: Common | None = before.site
    if known is not None and known.inputs == inputs and job.ledger.is_whole(known):
        now.shared |= before.shared
        now.pages = before.pages
        now.site = known
        job.report.findings += job.ledger.told(known.findings)
        return
    from edition.project.whole import Whole

    job.begin_writing()
    whole = Whole(job.project, job.settings, own.registers, job.ledger)
    job.memory.recall_surveys(job.project.output)
    found = whole.write(job.writer, job.checks, job.memory)
    job.memory.note_surveys(job.project.output)
    now.site = job.ledger.common(inputs, found, looked_for=whole.looked_for)
    job.report.findings += found
