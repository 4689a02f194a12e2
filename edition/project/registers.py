"""The registers of an edition, read: what cannot be is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from edition.checking.description import finding_at
from edition.diagnostic import Diagnostic, EditionError
from edition.files import read_bytes
from edition.tei.document import Document, parse
from edition.tei.registers import Registers, read_register
from edition.tei.vocabulary import local, tei


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
