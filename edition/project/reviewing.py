"""What is doubtful in an edition, and what its scholar decides: files read, changed, written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lxml.etree import _Element as Element

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.files import read_bytes, replace_whole
from edition.names.model import Certainty
from edition.project.folder import REGISTERS
from edition.project.lock import locked
from edition.settings import Editor, Settings, read_settings
from edition.tei.document import Document, parse
from edition.tei.doubted_turns import doubtful_turns, is_doubted, keyed_turns
from edition.tei.doubts import (
    Bearers,
    Doubt,
    doubtful_entry,
    doubtful_names,
    entries_of,
    is_doubtful,
    keyed_names,
)
from edition.tei.editing import Edit, Editing
from edition.tei.named import Named, words_of
from edition.tei.registers import entry_elements, is_candidate
from edition.tei.vocabulary import XML_ID, tei
from edition.transcript.decode import decode


class _Tree:
    """A file as a tree, and what is asked of it again after each decision on another file."""

    def __init__(self, data: bytes, path: Path) -> None:
        """Raises EditionError (X001–X003)."""
        self.document = parse(data, str(path))
        self._stem = path.stem

    @cached_property
    def names(self) -> Mapping[str, Named]:
        return keyed_names(self.document, self._stem)

    @cached_property
    def turns(self) -> Mapping[str, Element]:
        return keyed_turns(self.document, self._stem)

    @cached_property
    def entries(self) -> Mapping[str, Element]:
        return entries_of(self.document)


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
    _trees: dict[Path, _Tree] = field(default_factory=dict, repr=False)

    def document(self, path: Path) -> Document:
        """The file *path* as a tree. Raises EditionError (X001–X003)."""
        return self._tree(path).document

    def names(self, path: Path) -> Mapping[str, Named]:
        """The names in the text of the file *path* by their keys."""
        return self._tree(path).names

    def turns(self, path: Path) -> Mapping[str, Element]:
        """The turns in the text of the file *path* by their keys."""
        return self._tree(path).turns

    def entries(self, path: Path) -> Mapping[str, Element]:
        """The entries in the file *path* by their identifiers, the participants too."""
        return self._tree(path).entries

    def _tree(self, path: Path) -> _Tree:
        known = self._trees.get(path)
        if known is None:
            known = self._trees[path] = _Tree(self.files[path], path)
        return known

    def with_file(self, path: Path, data: bytes) -> Review:
        """The same with *data* in *path*."""
        trees = {other: tree for other, tree in self._trees.items() if other != path}
        return replace(self, files={**self.files, path: data}, _trees=trees)

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
            for identifier, entry in self.entries(path).items():
                entries.setdefault(identifier, entry)
        return Bearers(entries)

    @cached_property
    def homes(self) -> Mapping[str, Path]:
        """The file to which each entry belongs: its register, else the first text."""
        homes: dict[str, Path] = {}
        for path in self.files:
            for identifier in self.entries(path):
                homes.setdefault(identifier, path)
        return homes

    def doubts(self, most: Certainty = Certainty.LOW) -> list[Doubt]:
        """What is doubtful in the files shown, file by file, in the order of each.

        Turns of whose speaker a program is of *most* certainty at most; names that it marked so, or
        without an entry; and all entries that it proposed. Raises EditionError (X001–X003).
        """
        mentions = self._mentions()
        doubts: list[Doubt] = []
        for path in sorted(self.shown):
            document = self.document(path)
            doubts += doubtful_turns(document, self.turns(path), most)
            doubts += doubtful_names(document, self.names(path), self.bearers, most)
            for identifier, entry in self._candidates(path):
                mine = mentions.get(f"#{identifier}", [])
                doubts.append(doubtful_entry(identifier, document.place(entry), self.bearers, mine))
        return doubts

    @cached_property
    def open_keys(self) -> frozenset[str]:
        """The keys of everything in the files shown that nobody has decided, however sure."""
        keys = set[str]()
        for path in self.shown:
            turns = self.turns(path).items()
            keys.update(key for key, turn in turns if is_doubted(turn, Certainty.HIGH))
            names = self.names(path).items()
            keys.update(key for key, one in names if is_doubtful(one, Certainty.HIGH))
            keys.update(identifier for identifier, _ in self._candidates(path))
        return frozenset(keys)

    def _candidates(self, path: Path) -> Iterator[tuple[str, Element]]:
        """The entries proposed that belong to the file *path*."""
        for identifier, entry in self.entries(path).items():
            if self.homes[identifier] == path and is_candidate(entry):
                yield identifier, entry

    def _mentions(self) -> Mapping[str, Sequence[Named]]:
        """The names in the texts by what they refer to."""
        found: dict[str, list[Named]] = {}
        for path in self.texts:
            for one in self.names(path).values():
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

        Raises FileAccessError where that is not possible, EditionError (N017, or at the last moment
        E017) where somebody else has changed one since it was read, (N021) where one would not be
        well-formed, or (E014) where another run writes into the folder.
        """
        changed = self.changed()
        with locked(path.parent for path in changed):
            self._write(changed)
        return changed

    def _write(self, changed: Sequence[Path]) -> None:
        for path in changed:
            self._check_readable(path)
            there = read_bytes(path) if path.exists() else None
            if there != self.read.get(path):
                raise EditionError(diagnostic("N017", Place(str(path))))
        written: list[Path] = []
        try:
            for path in changed:
                replace_whole(path, self.read.get(path), self.files[path])
                written.append(path)
        except (EditionError, KeyboardInterrupt):
            for path in written:
                self._restore(path)
            raise

    def _check_readable(self, path: Path) -> None:
        try:
            self.document(path)
        except EditionError as error:
            at = Place(str(path), error.finding.line, error.finding.column)
            finding = diagnostic("N021", at, reason=error.finding.message)
            raise EditionError(finding) from None

    def _restore(self, path: Path) -> None:
        with suppress(EditionError, OSError):
            if (before := self.read.get(path)) is None:
                path.unlink()
            else:
                replace_whole(path, self.files[path], before)


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


def stand_in_text(review: Review, words: str) -> bool:
    """Whether *words* stand in a text of *review*, or in a transcript beside it."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    texts = (review.document(path).root.find(tei("text")) for path in review.texts)
    if any(whole.search(words_of(text)) for text in texts if text is not None):
        return True
    for path in sorted(review.folder.glob("*.txt")):
        with suppress(EditionError):  # no transcript
            if any(map(whole.search, decode(read_bytes(path), str(path)).plain)):
                return True
    return False


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
