"""The registers of an edition, read and checked: what is wrong is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from edition.checking import check
from edition.checking.ignoring import sifted
from edition.checking.registers import check_registers
from edition.diagnostic import Diagnostic, EditionError
from edition.files import read_bytes
from edition.tei.document import Document, parse
from edition.tei.registers import Registers, read_register


def read_registers(files: Sequence[Path]) -> tuple[Registers, list[Diagnostic]]:
    """The registers in *files*, and a finding for each that cannot be read."""
    documents: list[Document] = []
    findings = []
    for file in files:
        try:
            documents.append(parse(read_bytes(file), str(file)))
        except EditionError as error:
            findings.append(error.finding)
    return read_register(documents), findings


def findings_in(
    registers: Registers, taken: Collection[str] = ()
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What grammar, rules and the other files say against each file of *registers*.

    Those that stand, and those that somebody ignores. *taken* are identifiers that every encoding
    gives to somebody else, such as its editors.
    """
    among_files = check_registers(registers, taken)
    standing: list[Diagnostic] = []
    ignored: list[Diagnostic] = []
    for document in registers.documents:
        found = check(document) + [f for f in among_files if f.file == document.name]
        stand, ignore = sifted(document, found, "CGS")
        standing += stand
        ignored += ignore
    return standing, ignored
