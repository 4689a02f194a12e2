"""TEI files and registers, checked one by one against their sources and registers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from edition.checking import check
from edition.checking.foreign import check_foreign, recognised, refuse_corpus
from edition.checking.ignoring import Ignoring
from edition.checking.registers import check_copies, check_registers
from edition.checking.rules import MOST_FINDINGS
from edition.diagnostic import Diagnostic, EditionError
from edition.files import read_bytes
from edition.project.folder import registers_in
from edition.project.registers import read_registers
from edition.project.schema_pointers import schemas_not_there
from edition.tei.document import Document, parse
from edition.tei.reading import source_file_name
from edition.tei.registers import Registers, is_register, read_register
from edition.transcript.inputs.formats import SUFFIXES
from edition.wording import file_name


class Source(NamedTuple):
    """A transcript: its name as it is shown, its bytes."""

    name: str
    data: bytes


class Examined(NamedTuple):
    """What is found in a file: what stands, what is ignored.

    *source* is the transcript with which it was compared; a register has none, nor needs one.
    """

    standing: Sequence[Diagnostic]
    ignored: Sequence[Diagnostic]
    source: Source | None = None
    needs_source: bool = False


class Validation:
    """Files checked one by one: a broken one does not keep the others from being checked.

    *source* is the transcript of the only file, where it does not lie beside it.
    """

    def __init__(self, source: Path | None = None) -> None:
        #: What is found and stands, what is ignored.
        self.findings: list[Diagnostic] = []
        self.ignored: list[Diagnostic] = []
        #: How many files were checked, and how many of them not compared with a transcript.
        self.checked = self.uncompared = 0
        self._source = source
        self._registers: dict[Path, Registers] = {}

    def check(self, path: Path) -> None:
        """Check the file *path* and keep what is found."""
        self.checked += 1
        try:
            found = self.examined(path, read_bytes(path, file_name(path)))
        except EditionError as error:
            self.findings.append(error.finding)
            return
        self.findings += found.standing
        self.ignored += found.ignored
        self.uncompared += found.needs_source and found.source is None

    def examined(self, path: Path, data: bytes, most: int = MOST_FINDINGS) -> Examined:
        """What is found in *data*, as if the file *path* held it. Raises EditionError.

        After *most* findings of the schema's rules the rest is counted only.
        """
        document = parse(data, file_name(path))
        refuse_corpus(document)
        ignoring = Ignoring(document)
        registers = self.registers_beside(path)
        if is_register(document.root) or path in registers_in(path.parent):
            standing = ignoring.standing(check(document) + _of_file(document, registers))
            return Examined(standing + ignoring.faults("CGS"), ignoring.ignored)
        transcript = self._transcript_of(path, document)
        foreign = recognised(document, has_source=transcript is not None)
        if foreign is not None:
            standing = ignoring.standing([foreign, *check_foreign(document)])
            return Examined(standing + ignoring.faults("O"), ignoring.ignored)
        source, unread = _read_source(transcript)
        name, bytes_of_source = source or ("", None)
        found = check(document, source=bytes_of_source, source_name=name, most=most)
        found += check_copies(document, registers) + schemas_not_there(document, path)
        standing = ignoring.standing(found) + unread
        standing += ignoring.faults(["C", "G", "M018", "S", *(["F"] if source else [])])
        return Examined(standing, ignoring.ignored, source, needs_source=True)

    def registers_beside(self, path: Path) -> Registers:
        """The registers in the folder of *path*; one that cannot be read tells so itself."""
        if path.parent not in self._registers:
            self._registers[path.parent], _ = read_registers(registers_in(path.parent))
        return self._registers[path.parent]

    def _transcript_of(self, path: Path, document: Document) -> Path | None:
        """The transcript of *document*, the file *path*; None where there is none.

        It is in the folder of *path*: of the same name, else as the header says. Of several of
        the same name it is the one that the header names.
        """
        if self._source is not None:
            return self._source
        beside = [path.with_suffix(suffix) for suffix in SUFFIXES]
        same = [file for file in beside if file.exists()]
        name = source_file_name(document.root)
        named = path.with_name(name) if name and PurePath(name).name == name else None
        if same and named not in same:
            return same[0]
        return named if named is not None and named.is_file() else None


def _read_source(transcript: Path | None) -> tuple[Source | None, list[Diagnostic]]:
    if transcript is None:
        return None, []
    name = file_name(transcript)
    try:
        return Source(name, read_bytes(transcript, name)), []
    except EditionError as error:
        return None, [error.finding]


def _of_file(document: Document, registers: Registers) -> list[Diagnostic]:
    """What *registers* and the register *document*, which may be one of them, say of it."""
    if document.name not in {other.name for other in registers.documents}:
        registers = read_register([*registers.documents, document])
    return [f for f in check_registers(registers) if f.file == document.name]
