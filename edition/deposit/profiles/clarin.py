"""CLARIN repositories (CLARIN-DSpace): one zip file whose name is that of the folder in it."""

from __future__ import annotations

from io import BytesIO

from edition.deposit.archive import Archive
from edition.deposit.content import Deposit, File, Part
from edition.deposit.formats.texts import licence_text, readme


def files(deposit: Deposit, part: Part) -> dict[str, bytes]:
    """The zip file: a README with title and Handle, the TEI, its schemas, the source, the text."""
    held = [part.tei, *([part.source] if part.source else []), *part.others, *deposit.shared]
    facts = deposit.facts
    terms = "the terms of the edition and of its source"
    held.insert(0, File("LICENSE.txt", licence_text(facts), terms))
    listed = [("README.md", "this file"), *((it.path, it.about) for it in held)]
    held.insert(0, File("README.md", readme(facts, listed), ""))
    stream = BytesIO()
    with Archive(stream, deposit.name, deposit.moment) as archive:
        for file in held:
            archive.add(file.path, file.data)
    return {f"{deposit.name}.zip": stream.getvalue()}
