"""The registers of an edition, read and checked: what is wrong is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from edition.checking import check
from edition.checking.description import finding_at
from edition.checking.ignoring import sifted
from edition.checking.registers import check_registers
from edition.checking.relaxng import check_grammar
from edition.diagnostic import Diagnostic, EditionError, Severity
from edition.files import read_bytes
from edition.merge.ambiguous import refuse_ambiguous
from edition.resources import SCHEMAS
from edition.tei.document import Document, parse
from edition.tei.registers import Registers, read_register
from edition.tei.vocabulary import local, tei

_CLASHES = frozenset({"G001", "G002"})


def read_registers(files: Sequence[Path]) -> tuple[Registers, list[Diagnostic]]:
    """The registers in *files*, and a finding for each that cannot be read.

    What is not in the namespace of TEI cannot: its entries would be none.
    """
    documents: list[Document] = []
    findings = []
    for file in files:
        try:
            document = parse(read_bytes(file), str(file))
        except EditionError as error:
            findings.append(error.finding)
            continue
        root = document.root
        if local(str(root.tag)) == "TEI" and root.tag != tei("TEI"):
            findings.append(finding_at(document, root, "R017", name="TEI"))
        else:
            documents.append(document)
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


def errors_in(registers: Registers, taken: Collection[str] = ()) -> list[Diagnostic]:
    """Of :func:`findings_in` the errors that the rules of the schema do not tell, in a moment.

    An encoding tells them: such an entry may be no entry to it.
    """
    found = check_registers(registers, taken)
    found += [
        finding
        for document in registers.documents
        for finding in check_grammar(document, SCHEMAS / "edition.rng")
    ]
    return [finding for finding in found if finding.severity is Severity.ERROR]


def clashes_in(registers: Registers, taken: Collection[str] = ()) -> list[Diagnostic]:
    """Of :func:`errors_in` those of identifiers: no name, there twice, or given to somebody else.

    By such registers nothing can be encoded: what points to the one would point to the other.
    """
    found = [one for one in check_registers(registers, taken) if one.code in _CLASHES]
    for document in registers.documents:
        try:
            refuse_ambiguous(document)
        except EditionError as error:
            found.append(error.finding)
    return found
