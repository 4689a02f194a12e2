"""Exports under way: one document after another, in some processes where there are many."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from edition.diagnostic import (
    Diagnostic,
    EditionError,
    FileAccessError,
    Place,
    Severity,
    diagnostic,
)
from edition.export.form import Form, Whole
from edition.export.forms import form_called
from edition.export.opened import opened
from edition.export.target import Target
from edition.project.choosing import chosen
from edition.project.folder import Project, Sources
from edition.project.lock import alone_in
from edition.project.registers import read_registers
from edition.project.workers import WorkerEndedError, Workers

_MANY = 24  # documents for which more than one process is worth while
_AHEAD = 2  # orders for each process: none waits for one, and few documents are in memory


@dataclass
class Outcome:
    """What came of an export: into which folder, of how many documents, what was found."""

    folder: Path
    documents: int = 0
    files: int = 0
    findings: list[Diagnostic] = field(default_factory=list)


def export(  # noqa: PLR0913 - what somebody asks for
    project: Project,
    name: str,
    slugs: Collection[str] = (),
    folder: Path | None = None,
    *,
    called: str = "corpus",
    options: Mapping[str, bool] | None = None,
    jobs: int = 1,
    step: Callable[[], None] = lambda: None,
    waiting: Callable[[str], None] = lambda _process: None,
) -> Outcome:
    """Write the documents of *project* named *slugs* (default: all) in the form *name*.

    It goes into *folder* (default: ``output/export/NAME``), and is *called* so where a form has a
    name for the whole. *step* is called after each document; with more *jobs* than one, so many
    processes make them, if there are many. The bytes are the same. A document that cannot be in it
    is told and left out. Another export into the same folder is waited for: *waiting* is called
    with the number of its process.
    Raises EditionError where nothing can be made (A112, K003, K004 …), or what the settings lack,
    FileAccessError.
    """
    wanted = chosen(project, slugs)
    form = form_called(name)
    registers, found = read_registers(project.register_files())
    whole = Whole(
        called,
        project.settings(),
        str(project.settings_file),
        frozenset(registers.register.entries),
        dict(options or {}),
        frozenset(it.stem for it in wanted),
    )
    outcome = Outcome(folder or project.output / "export" / name, findings=found)
    outcome.findings += form.faults(whole, registers)
    if any(it.severity is Severity.ERROR for it in outcome.findings):
        return outcome
    _refuse_links(outcome.folder)
    with alone_in(outcome.folder, waiting):
        target = Target(outcome.folder)
        with _closed(form(whole, registers, target)) as made:
            for sources, answer in _made(name, wanted, whole, jobs):
                _take(made, sources, answer, outcome)
                step()
            if outcome.documents:
                outcome.findings += made.finish()
        if outcome.documents:
            target.finish()
        outcome.files = len(target.written)
    return outcome


def _refuse_links(folder: Path) -> None:
    """Raise EditionError where *folder* is there and is none."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise EditionError(diagnostic("K003", Place(str(folder))))


@contextmanager
def _closed(form: Form[Any]) -> Iterator[Form[Any]]:
    """*form*, which gives up what it holds when the body ends."""
    try:
        yield form
    except BaseException as error:
        form.close(error)
        raise
    form.close(None)


_Answer = Callable[[], tuple[Any, list[Diagnostic]]]


def _take(form: Form[Any], sources: Sources, answer: _Answer, outcome: Outcome) -> None:
    """Let *form* have what a document is, or tell why it cannot be had."""
    try:
        made, found = answer()
        form.add(sources.stem, made)
    except FileAccessError:  # there is no going on
        raise
    except EditionError as error:
        outcome.findings += error.findings
        return
    except WorkerEndedError as error:
        outcome.findings.append(diagnostic("K005", Place(str(sources.tei)), manner=str(error)))
        return
    outcome.findings += found
    outcome.documents += 1


def _made(
    name: str, wanted: Collection[Sources], whole: Whole, jobs: int
) -> Iterator[tuple[Sources, _Answer]]:
    """Each document, in order, with what answers what the form *name* makes of it."""
    if jobs < 2 or len(wanted) < _MANY:
        make = begin(name, whole)
        for sources in wanted:
            yield sources, partial(make, sources)
        return
    workers: Workers[Sources, tuple[Any, list[Diagnostic]]] = Workers(jobs, begin, name, whole)
    ordered: deque[tuple[Sources, int]] = deque()
    try:
        for sources in wanted:
            ordered.append((sources, workers.order(sources)))
            if len(ordered) > _AHEAD * jobs:
                first, number = ordered.popleft()
                yield first, partial(workers.answer, number)
        for first, number in ordered:
            yield first, partial(workers.answer, number)
    finally:
        workers.close()


def begin(name: str, whole: Whole) -> Callable[[Sources], tuple[Any, list[Diagnostic]]]:
    """What makes of a document what it is in the form *name*."""
    form = form_called(name)
    return lambda sources: form.make(opened(sources, whole.settings), whole)
