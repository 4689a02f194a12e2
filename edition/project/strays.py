"""What lies in ``source/`` and is no source: files that no command reads, XML that is no TEI."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from edition.checking.foreign import refuse_corpus, sign_of_others
from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import entries_of
from edition.project.folder import (
    CONVENTIONS,
    DEPOSITS,
    RECORDS,
    THEME,
    VERSIONS,
    Project,
    is_readme,
)
from edition.tei.document import Document, read_document
from edition.tei.vocabulary import namespace_of, tei
from edition.transcript.inputs.formats import SUFFIXES

_READ = frozenset({*SUFFIXES, ".xml"})
_OF_OTHER_PROGRAMS = frozenset({".doc", ".odt", ".pdf", ".rtf", ".ott", ".pages"})
_BACKUP = re.compile(r".*(?:\.bak\d*|\.orig|\.swp|~)\Z", re.DOTALL)
_ENDINGS = f"{', '.join([*SUFFIXES][:-1])} or {[*SUFFIXES][-1]}"


def unread(project: Project) -> list[Diagnostic]:
    """A finding (M015) for each file in ``source/`` and ``source/conventions/`` nothing reads.

    Hidden files, backups and what is called README are left alone. Raises FileAccessError where
    ``source/`` cannot be listed.
    """
    found = [
        diagnostic("M015", Place(str(file)), advice=_advice(file))
        for file in entries_of(project.source)
        if not _is_known(file)
    ]
    return found + [
        diagnostic("M015", Place(str(file)), advice="A convention is a file NAME.toml.")
        for file in _beside_conventions(project.source / CONVENTIONS)
    ]


def no_tei(project: Project) -> Iterator[Diagnostic]:
    """What keeps a file NAME.xml without a transcript from being TEI (M016, O006, X…, IO01)."""
    for sources in project.documents():
        if sources.transcript is None:
            try:
                refuse_other_xml(read_document(sources.tei))
            except EditionError as error:
                yield error.finding


def refuse_other_xml(document: Document) -> None:
    """Raise EditionError (M016, O006) where the outermost element of *document* is not ``TEI``."""
    refuse_corpus(document)
    root = document.root
    if root.tag != tei("TEI"):
        name = etree.QName(root).localname
        space = namespace_of(str(root.tag))
        where = f"in the namespace {space}" if space else "in no namespace"
        raise EditionError(diagnostic("M016", document.place(root), name=name, where=where))


def refuse_foreign(document: Document) -> None:
    """Raise EditionError (E019) where *document* is TEI of other making: it is never changed."""
    if sign := sign_of_others(document.root):
        raise EditionError(diagnostic("E019", document.place(document.root), sign=sign))


def _is_known(file: Path) -> bool:
    if _is_aside(file):
        return True
    if file.is_dir():
        return file.name in (RECORDS, CONVENTIONS, DEPOSITS, VERSIONS)
    return file.suffix in _READ or file.name in ("edition.toml", CONVENTIONS, *THEME)


def _is_aside(file: Path) -> bool:
    return file.name.startswith(".") or is_readme(file.name) or bool(_BACKUP.match(file.name))


def _advice(file: Path) -> str:
    """What to do with *file*, which nothing reads."""
    if file.is_dir():
        return "Transcripts lie in source/ itself, each under a name of its own: move them there."
    ending = file.suffix
    if ending.lower() in _READ:
        return f"Write its ending in small letters: {file.stem}{ending.lower()}."
    if ending.lower() in _OF_OTHER_PROGRAMS:
        return "Open it in the program that made it, and save it as .docx or as plain text (.txt)."
    return f"If it is a transcript, give it its ending ({_ENDINGS}); else keep it outside source/."


def _beside_conventions(folder: Path) -> list[Path]:
    if not os.path.isdir(folder):
        return []
    try:
        files = entries_of(folder)
    except FileAccessError:  # told by those who look for conventions
        return []
    return [file for file in files if file.suffix != ".toml" and not _is_aside(file)]
