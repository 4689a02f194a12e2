"""TEI files and registers, checked one by one against their sources and registers."""

from __future__ import annotations

from pathlib import Path, PurePath

from edition.checking import check
from edition.checking.ignoring import Ignoring
from edition.checking.registers import check_copies, check_registers
from edition.diagnostic import Diagnostic, EditionError
from edition.files import read_bytes
from edition.project.folder import registers_in
from edition.project.registers import read_registers
from edition.tei.document import Document, parse
from edition.tei.reading import source_file_name
from edition.tei.registers import Registers, is_register, read_register
from edition.transcript.inputs.formats import SUFFIXES
from edition.wording import file_name


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
            self._take(path, parse(read_bytes(path, file_name(path)), file_name(path)))
        except EditionError as error:
            self.findings.append(error.finding)

    def _take(self, path: Path, document: Document) -> None:
        ignoring = Ignoring(document)
        registers = self.registers_beside(path)
        looked_for = "CGS"
        if is_register(document.root) or path in registers_in(path.parent):
            found = check(document) + _of_file(document, registers)
        else:
            transcript = self.transcript_of(path, document)
            data = self._read_source(transcript)
            label = file_name(transcript) if transcript else ""
            found = check(document, source=data, source_name=label)
            found += check_copies(document, registers)
            looked_for += "F" if data is not None else ""
        self.findings += ignoring.standing(found)
        self.findings += ignoring.faults(looked_for)
        self.ignored += ignoring.ignored

    def registers_beside(self, path: Path) -> Registers:
        """The registers in the folder of *path*; one that cannot be read tells so itself."""
        if path.parent not in self._registers:
            self._registers[path.parent], _ = read_registers(registers_in(path.parent))
        return self._registers[path.parent]

    def transcript_of(self, path: Path, document: Document) -> Path | None:
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

    def _read_source(self, transcript: Path | None) -> bytes | None:
        if transcript is not None:
            try:
                return read_bytes(transcript, file_name(transcript))
            except EditionError as error:
                self.findings.append(error.finding)
        self.uncompared += 1
        return None


def _of_file(document: Document, registers: Registers) -> list[Diagnostic]:
    """What *registers* and the register *document*, which may be one of them, say of it."""
    if document.name not in {other.name for other in registers.documents}:
        registers = read_register([*registers.documents, document])
    return [f for f in check_registers(registers) if f.file == document.name]
