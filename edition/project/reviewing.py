"""What is doubtful in an edition, and what its scholar decides: files read, changed, written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import read_bytes, write_whole
from edition.project.folder import REGISTERS
from edition.settings import Editor, Settings, read_settings
from edition.tei.document import Document, parse
from edition.tei.doubts import (
    Bearers,
    Doubt,
    doubtful_entry,
    doubtful_names,
    entries_of,
)
from edition.tei.editing import Edit, Editing
from edition.tei.named import Named, named_text
from edition.tei.registers import entry_elements, is_candidate
from edition.tei.vocabulary import XML_ID, tei


@dataclass(frozen=True)
class Review:
    """The files of an edition under review: each decision gives a new one; nothing is written yet.

    *files* are what the files hold, by their paths, registers first; *read* what they held at
    first. *shown* are those whose doubts are told; *findings* tell of files that are left out.
    """

    folder: Path
    files: Mapping[Path, bytes]
    read: Mapping[Path, bytes]
    shown: frozenset[Path]
    settings: Settings
    findings: tuple[Diagnostic, ...] = ()
    _parsed: dict[Path, Document] = field(default_factory=dict, repr=False)

    def document(self, path: Path) -> Document:
        """The file *path* as a tree. Raises EditionError (X001–X003)."""
        known = self._parsed.get(path)
        if known is None:
            known = self._parsed[path] = parse(self.files[path], str(path))
        return known

    def with_file(self, path: Path, data: bytes) -> Review:
        """The same with *data* in *path*."""
        parsed = {other: document for other, document in self._parsed.items() if other != path}
        return replace(self, files={**self.files, path: data}, _parsed=parsed)

    def editing(self, path: Path) -> Editing:
        """The file *path* to be changed by its bytes. Raises EditionError (X001–X003, G020)."""
        return Editing(self.files[path], str(path))

    def edited(self, path: Path, file: Editing, edits: Iterable[Edit]) -> Review:
        """The same with *edits* carried out in *file*, which is that of *path*."""
        return self.with_file(path, file.edited(edits))

    @property
    def registers(self) -> list[Path]:
        """The files that are registers."""
        return [path for path in self.files if path.stem in REGISTERS]

    @property
    def texts(self) -> list[Path]:
        """The files that are no registers."""
        return [path for path in self.files if path.stem not in REGISTERS]

    @cached_property
    def bearers(self) -> Bearers:
        """Every entry of the registers, and of the texts where no register has it."""
        entries: dict[str, Element] = {}
        for path in self.files:
            for identifier, entry in entries_of(self.document(path)).items():
                entries.setdefault(identifier, entry)
        return Bearers(entries)

    @cached_property
    def homes(self) -> Mapping[str, Path]:
        """The file to which each entry belongs: its register, else the first text."""
        homes: dict[str, Path] = {}
        for path in self.files:
            for identifier in entries_of(self.document(path)):
                homes.setdefault(identifier, path)
        return homes

    def doubts(self, *, medium: bool = False) -> list[Doubt]:
        """What is doubtful in the files shown, file by file, in the order of each.

        With *medium* also names that are fairly certain. Raises EditionError (X001–X003).
        """
        names = self._mentions()
        doubts: list[Doubt] = []
        for path in sorted(self.shown):
            document = self.document(path)
            doubts += doubtful_names(document, path.stem, self.bearers, medium=medium)
            for identifier, entry in entries_of(document).items():
                if self.homes[identifier] == path and is_candidate(entry):
                    mine = names.get(f"#{identifier}", [])
                    place = document.place(entry)
                    doubts.append(doubtful_entry(identifier, place, self.bearers, mine))
        return doubts

    @cached_property
    def open_keys(self) -> frozenset[str]:
        """The keys of everything that is doubtful, if only a little."""
        return frozenset(doubt.key for doubt in self.doubts(medium=True))

    def _mentions(self) -> Mapping[str, Sequence[Named]]:
        """The names in the texts by what they refer to."""
        found: dict[str, list[Named]] = {}
        for path in self.texts:
            text = named_text(self.document(path).root)
            for one in text.names if text else ():
                found.setdefault(one.ref, []).append(one)
        return found

    def editor(self, wanted: str | None = None) -> Editor:
        """Who decides: *wanted*, or the only one. Raises EditionError (N010, N011)."""
        editors = {editor.id: editor for editor in self.settings.editors}
        place = Place(str(self.folder / "edition.toml"))
        if not editors:
            raise EditionError(diagnostic("N010", place, id=wanted or "jd"))
        if wanted is None and len(editors) == 1:
            return next(iter(editors.values()))
        if wanted not in editors:
            reason = f"nobody called {wanted}" if wanted else "more than one editor"
            raise EditionError(diagnostic("N011", place, reason=reason, known=", ".join(editors)))
        return editors[wanted]

    def changed(self) -> list[Path]:
        """The files that decisions change."""
        return [path for path, data in self.files.items() if data != self.read.get(path)]

    def write(self) -> list[Path]:
        """Write what is changed, all of it or nothing; returns the files.

        Raises FileAccessError where that is not possible, EditionError (N017) where somebody
        else has changed one since it was read, or (N021) where one would not be well-formed.
        """
        changed = self.changed()
        for path in changed:
            self._check_readable(path)
            there = read_bytes(path) if path.exists() else None
            if there != self.read.get(path):
                raise EditionError(diagnostic("N017", Place(str(path))))
        written: list[Path] = []
        try:
            for path in changed:
                write_whole(path, self.files[path])
                written.append(path)
        except (FileAccessError, KeyboardInterrupt):
            for path in written:
                self._restore(path)
            raise
        return changed

    def _check_readable(self, path: Path) -> None:
        try:
            self.document(path)
        except EditionError as error:
            at = Place(str(path), error.finding.line, error.finding.column)
            finding = diagnostic("N021", at, reason=error.finding.message)
            raise EditionError(finding) from None

    def _restore(self, path: Path) -> None:
        with suppress(FileAccessError, OSError):
            if (before := self.read.get(path)) is None:
                path.unlink()
            else:
                write_whole(path, before)


def open_review(files: Iterable[Path], folder: Path) -> Review:
    """The review of *files*, TEI files or registers in *folder*; of all there without *files*.

    All other files of *folder* are read too: a decision on an entry concerns each that has it.
    Raises FileAccessError; EditionError (X001–X003; N002 where one of *files* is no TEI).
    """
    wanted = list(files)
    there = [path for path in folder.glob("*.xml") if not path.name.startswith(".")]
    read: dict[Path, bytes] = {}
    findings: list[Diagnostic] = []
    for path in sorted({*there, *wanted}, key=_registers_first):
        try:
            data = read_bytes(path)
            if _is_ours(parse(data, str(path)), path):
                read[path] = data
        except EditionError as error:
            if path in wanted:
                raise
            findings.append(error.finding)
        if path in wanted and path not in read:
            raise EditionError(diagnostic("N002", Place(str(path))))
    settings = read_settings(folder / "edition.toml")
    return Review(folder, read, read, frozenset(wanted or read), settings, tuple(findings))


def _registers_first(path: Path) -> tuple[bool, Path]:
    return path.stem not in REGISTERS, path


def _is_ours(document: Document, path: Path) -> bool:
    """Whether *document* is a TEI file with a text, or a register, if only by its name *path*.

    A register may have no entries: nothing but words that a scholar refused.
    """
    root = document.root
    if root.tag != tei("TEI"):
        return False
    return path.stem in REGISTERS or root.find(tei("text")) is not None or _has_entries(root)


def _has_entries(root: Element) -> bool:
    return any(entry.get(XML_ID) for entry in entry_elements(root))
