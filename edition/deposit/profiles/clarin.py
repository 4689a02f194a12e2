"""CLARIN repositories (CLARIN-DSpace): one zip file whose name is that of the folder in it."""

from __future__ import annotations

from io import BytesIO

from edition.deposit.archive import Archive
from edition.deposit.content import Deposit, Part
from edition.deposit.formats.plain import ABOUT, plain_files


def files(deposit: Deposit, part: Part) -> dict[str, bytes]:
    """The zip file: a README with title and Handle, the other files to be read first, all else."""
    held = [part.tei, *([part.source] if part.source else []), *part.others, *deposit.shared]
    listed = [*ABOUT.items(), *((it.path, it.about) for it in held)]
    stream = BytesIO()
    with Archive(stream, deposit.name, deposit.moment) as archive:
        for file in (*plain_files(deposit, listed), *held):
            archive.add(file.path, file.data)
    return {f"{deposit.name}.zip": stream.getvalue()}
