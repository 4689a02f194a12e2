"""Whether the source that goes into a package is the one of which the header tells the SHA-256."""

from __future__ import annotations

from hashlib import sha256

from edition.deposit.findings import Findings
from edition.diagnostic import Diagnostic
from edition.files import read_bytes
from edition.header.reading import found
from edition.project.folder import Sources
from edition.tei.document import Document
from edition.tei.registers import text_of

_SUM = "t:teiHeader/t:fileDesc/t:sourceDesc/t:bibl/t:idno[@type='sha256']"


def faults_of_sum(document: Document, sources: Sources) -> list[Diagnostic]:
    """A finding (A117) where no sum in *document* is that of its transcript as it is now.

    None where there is no transcript, or the header has no sum. Raises FileAccessError.
    """
    told = found(document.root, _SUM)
    if sources.transcript is None or not told:
        return []
    there = sha256(read_bytes(sources.transcript)).hexdigest()
    if there in map(text_of, told):
        return []
    findings = Findings(document)
    findings.at("A117", told[0], source=sources.transcript.name, slug=sources.stem, sum=there)
    return findings.all
