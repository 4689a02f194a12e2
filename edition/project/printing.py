"""The files of a document, made in this process or in another: the order has all that it takes."""

from __future__ import annotations

import atexit
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from edition.diagnostic import Place
from edition.project.document_files import Files, document_files
from edition.project.draft import Draft
from edition.project.folder import Sources
from edition.project.inputs import Version, Wanted
from edition.project.making import Maker, address_of
from edition.publishing.laying_out import need_weasyprint
from edition.publishing.pages import is_page
from edition.publishing.record import Record
from edition.publishing.survey import PageSurvey, survey_page
from edition.settings import Settings
from edition.tei.document import parse
from edition.tei.registers import Registers, read_register


@dataclass
class Order:
    """A *draft* to be checked and published; its *transcript*, where there is one.

    *has_text* says whether its page leads to a text edition, *texts_before* are plain texts of an
    earlier build that stay, *versions* those of it that were published, the last first.
    """

    draft: Draft
    sources: Sources
    transcript: bytes | None
    has_text: bool
    texts_before: Files
    versions: Sequence[Version] = ()


@dataclass
class Printed:
    """What came of an order: *record* and *files*, by path, are missing of a wrong document.

    *surveys* are of the pages among the files, *seconds* what the steps needed.
    """

    draft: Draft
    record: Record | None = None
    files: Files | None = None
    surveys: dict[str, PageSurvey] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


class Printer:
    """Makes the files of one document after another."""

    def __init__(self, wanted: Wanted, settings: Settings, registers: Registers) -> None:
        self._wanted = wanted
        self._settings = settings
        self._maker = Maker(wanted, settings, registers)

    def printed(self, order: Order) -> Printed:
        """What comes of *order*."""
        began = time.monotonic()
        draft = order.draft
        reading = self._maker.make(
            draft, order.sources, order.transcript, order.versions, has_text=order.has_text
        )
        published = time.monotonic()
        seconds = {"publish": published - began}
        if reading is None:
            return Printed(draft, seconds=seconds)
        record = reading.publication.record
        files = document_files(
            reading,
            self._settings,
            self._wanted.outputs,
            address=address_of(self._settings, record.name),
            texts_before=order.texts_before,
        )
        surveys = {path: survey_page(path, files[path]) for path in files if is_page(path)}
        seconds["lay out"] = time.monotonic() - published
        return Printed(draft, record, files, surveys, seconds)


def printing_elsewhere(
    wanted: Wanted, settings: Settings, registers: list[tuple[bytes, str]]
) -> Callable[[Order], Printed]:
    """What a process does for another; *registers* are files of them, as bytes and names."""
    documents = [parse(data, name) for data, name in registers]
    return Printer(wanted, settings, read_register(documents)).printed


def printing_on_cluster(
    wanted: Wanted, settings: Settings, registers: list[tuple[bytes, str]], theme: bytes
) -> Callable[[Order], Printed]:
    """As :func:`printing_elsewhere`, where no file of the edition is; *theme* is its package.

    Raises EditionError (P008) where PDF is wanted, and cannot be made.
    """
    if wanted.wants("pdf"):
        need_weasyprint(Place("--cluster"))
    if wanted.theme.package is not None:
        file = Path(mkdtemp(prefix="edition-"), wanted.theme.package.name)
        file.write_bytes(theme)
        atexit.register(rmtree, file.parent, ignore_errors=True)
        wanted = replace(wanted, theme=replace(wanted.theme, package=file))
    return printing_elsewhere(wanted, settings, registers)
