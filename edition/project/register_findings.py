"""What is wrong in the registers of an edition."""

from __future__ import annotations

from collections.abc import Collection

from edition.checking import check
from edition.checking.ignoring import sifted
from edition.checking.registers import check_registers
from edition.checking.relaxng import check_grammar
from edition.diagnostic import Diagnostic, EditionError, Severity
from edition.merge.ambiguous import refuse_ambiguous
from edition.resources import SCHEMAS
from edition.tei.registers import Registers

_CLASHES = frozenset({"G001", "G002"})


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
