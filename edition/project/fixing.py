"""Findings that the program can mend by itself, because nothing that a person decides is in them.

Each fix is tried on the bytes of the file and looked at before it counts: its findings are gone,
no other has come, and the text is the same to the letter. Else the file stays as it was there.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.checking.fidelity import misnumbered
from edition.checking.registers import facts, own_facts
from edition.files import read_bytes, replace_whole
from edition.project.record import Record, settled_record
from edition.project.schema_pointers import lost_schemas
from edition.project.validating import Examined, Validation
from edition.tei.copies import copied_anew, remarks
from edition.tei.described import described_anew
from edition.tei.document import Document
from edition.tei.doubts import entries_of
from edition.tei.editing import Edit, Editing
from edition.tei.figures import Figure, real, with_figures, wrong
from edition.tei.identifying import with_identifiers
from edition.tei.registers import Registers, pointers
from edition.tei.verdicts import with_copy
from edition.tei.vocabulary import tei
from edition.transcript.decode import decode
from edition.wording import file_name

_ALL = sys.maxsize  # findings; what is only counted could hide that another has come


class Change(NamedTuple):
    """A line of a file that is another now; '' where it is new, or gone."""

    line: int
    before: str
    after: str


@dataclass(frozen=True)
class Fixed:
    """The file *path*: what it held, and what it holds with the fixes that are safe."""

    path: Path
    before: bytes
    after: bytes

    def changes(self) -> list[Change]:
        """What is otherwise, line by line, without the white space at both ends of a line."""
        old, new = self.before.splitlines(), self.after.splitlines()
        return [
            change
            for start, end, other, other_end in differences(old, new)
            for change in _changes(start, old[start:end], new[other:other_end])
        ]

    def write(self) -> bool:
        """Write the file whole, where there is something to write.

        Raises FileAccessError, or EditionError (E017) where somebody else has changed it.
        """
        return replace_whole(self.path, self.before, self.after, file_name(self.path))


def fixed(path: Path, validation: Validation) -> Fixed:
    """The file *path* with every safe fix of what *validation* finds in it; nothing is written.

    Raises EditionError: X001–X003, G020 where the file is not in UTF-8; FileAccessError.
    """
    before = data = read_bytes(path, file_name(path))
    found = validation.examined(path, data, _ALL)
    for codes, fix in FIXES.items():
        if not any(finding.code in codes for finding in found.standing):
            continue
        tried = fix(_Case(path, data, found, validation))
        if tried != data:
            then = validation.examined(path, tried, _ALL)
            if _is_better(then, found) and _is_same_text(data, tried):
                data, found = tried, then
    return Fixed(path, before, data)


@dataclass(frozen=True)
class _Case:
    """A file to be mended, and what is found in it."""

    path: Path
    data: bytes
    found: Examined
    validation: Validation

    @cached_property
    def file(self) -> Editing:
        return Editing(self.data, file_name(self.path))

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(finding.code for finding in self.found.standing)

    @cached_property
    def registers(self) -> Registers:
        return self.validation.registers_beside(self.path)

    def home(self, register: Document) -> Editing:
        """The file *register*, to copy from."""
        if register.name not in self._homes:
            self._homes[register.name] = Editing(register.data, register.name)
        return self._homes[register.name]

    @cached_property
    def _homes(self) -> dict[str, Editing]:
        return {}

    @cached_property
    def record(self) -> Record | None:
        """What the program last wrote of the file, where that is known."""
        return settled_record(self.path)


def _with_right_figures(case: _Case) -> bytes:
    """The figures of ``extent`` and ``tagsDecl`` as the text has them."""
    root = case.file.root
    return with_figures(case.data, real(root), set(_figures(root, case.codes)))


def _figures(root: Element, codes: Collection[str]) -> Iterator[Figure]:
    """The wrong figures of which *codes* speak."""
    there = {
        (element.tag, element.get(key))
        for key in ("unit", "gi")
        for element in root.iter(tei("measure"), tei("tagUsage"))
    }
    for name, what in wrong(root):
        if (tei(name), what) not in there:
            code = "C005" if name == "measure" else "C006"
        elif name == "measure":
            code = "C004" if what == "words" else "S504"
        else:
            code = "S505"
        if code in codes:
            yield name, what


def _with_right_lines(case: _Case) -> bytes:
    """The numbers of omitted lines as they are in the source."""
    if case.found.source is None:
        return case.data
    source = decode(case.found.source.data, case.found.source.name)
    right = misnumbered(case.file.document, source)
    return case.file.edited(
        case.file.with_attributes(line, {"n": str(number)}) for line, number in right.items()
    )


def _with_right_description(case: _Case) -> bytes:
    """Checksum, size and normalisations of the source, where all its words are in the text."""
    is_other = any(code.startswith("F00") and code != "F009" for code in case.codes)
    if case.found.source is None or is_other:
        return case.data
    source = decode(case.found.source.data, case.found.source.name)
    return case.file.edited(described_anew(case.file, source))


def _with_identifiers(case: _Case) -> bytes:
    """Identifiers where they are missing: the old one, or one that nothing ever had."""
    if case.record is None:
        return case.file.edited(with_identifiers(case.file))
    then = Editing(case.record.tei, "")
    taken = {*case.record.vanished, *_identifiers(then)}
    return case.file.edited(with_identifiers(case.file, taken, then.root))


def _with_right_copies(case: _Case) -> bytes:
    """Copies of entries as the registers have them, where no word of the scholar is in them."""
    written = {} if case.record is None else _entries(case.record.tei)
    edits: list[Edit] = []
    renewed: dict[Element, Element] = {}  # by the copy, the entry
    for identifier, copy in entries_of(case.file.document).items():
        original, home = case.registers.element(identifier), case.registers.document(identifier)
        if original is None or home is None or not _is_stale(copy, original):
            continue
        within_another = any(around in renewed for around in copy.iterancestors())
        if not within_another and not _is_own(copy, original, written.get(identifier)):
            renewed[copy] = original
            edits += copied_anew(case.file, copy, case.home(home))
    goals = [goal for entry in renewed.values() for goal in pointers(entry)]
    return _with_entries(case, case.file.edited(edits), goals)


def _is_stale(copy: Element, original: Element) -> bool:
    return bool(own_facts(copy, original) or set(facts(original)) - set(facts(copy)))


def _is_own(copy: Element, original: Element, written: Element | None) -> bool:
    """Whether *copy* says what neither the register nor the program has said."""
    known = set() if written is None else set(facts(written))
    noted = remarks(original) | (set() if written is None else remarks(written))
    return not (set(own_facts(copy, original)) <= known and remarks(copy) <= noted)


def _with_entries(case: _Case, data: bytes, wanted: Iterable[str]) -> bytes:
    """*data* with copies of the entries *wanted* that it lacks, and of those they point to."""
    lacking = set(case.registers.related(wanted))
    if lacking:
        lacking -= _identifiers(Editing(data, ""))
    for identifier in sorted(lacking):
        if (register := case.registers.document(identifier)) is not None:
            file, home = Editing(data, ""), case.home(register)
            data = file.edited(with_copy(file, home, entries_of(home.document)[identifier]))
    return data


def _identifiers(file: Editing) -> set[str]:
    return set(map(str, file.root.xpath("//@xml:id")))


def _entries(data: bytes) -> Mapping[str, Element]:
    return entries_of(Editing(data, "").document)


def _with_right_schemas(case: _Case) -> bytes:
    """The schemas that are there, in the place of those that are not."""
    # The bytes of the document are without byte order mark and declared encoding.
    shift = len(case.data) - len(case.file.document.data)
    return case.file.edited(
        Edit(at.start + shift, at.end + shift, at.right.encode())
        for at in lost_schemas(case.file.document, case.path)
        if at.right
    )


FIXES: Mapping[frozenset[str], Callable[[_Case], bytes]] = {
    frozenset({"S101", "S102", "S103", "S107"}): _with_identifiers,
    frozenset({"G008"}): _with_right_copies,
    frozenset({"M018"}): _with_right_schemas,
    frozenset({"F007"}): _with_right_lines,
    frozenset({"F009", "F010", "F011"}): _with_right_description,
    frozenset({"C004", "C005", "C006", "S504", "S505"}): _with_right_figures,
}


def _is_better(then: Examined, now: Examined) -> bool:
    """Whether there are fewer findings *then*, of no code more than *now*."""
    after = Counter(finding.code for finding in then.standing)
    before = Counter(finding.code for finding in now.standing)
    return after < before


def _is_same_text(one: bytes, other: bytes) -> bool:
    """Whether the text is the same, tag by tag; an identifier more does not count."""
    before, after = (_tags(Editing(data, "").root) for data in (one, other))
    return len(before) == len(after) and all(
        was[:3] == now[:3] and {**now[3], **was[3]} == now[3]
        for was, now in zip(before, after, strict=True)
    )


def _tags(root: Element) -> list[tuple[object, str | None, str | None, dict[str, str]]]:
    text = root.find(tei("text"))
    if text is None:
        return []
    return [
        (node.tag, node.text, node.tail, {str(k): str(v) for k, v in node.items()})
        for node in text.iter()
    ]


def _changes(line: int, old: list[bytes], new: list[bytes]) -> Iterator[Change]:
    """The lines *old*, behind *line* others, that became *new*: those that have partners first."""
    for number in range(max(len(old), len(new))):
        before, after = (
            lines[number].decode("utf-8", "replace").strip() if number < len(lines) else ""
            for lines in (old, new)
        )
        yield Change(line + min(number, max(len(old) - 1, 0)) + 1, before, after)
