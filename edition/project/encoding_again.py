"""Encoding again: what the program wrote last time is kept, so that hand edits are told from it.

Beside a TEI file ``NAME.xml`` lies ``machine/NAME.xml``: what the program last wrote, nothing else.
It is written in two steps, so that after any interruption it fits the file that is there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.files import read_bytes, write_whole
from edition.merge.identifiers import identifiers_in, kept
from edition.merge.merging import merge
from edition.tei.document import parse

FOLDER = "machine"
_NOTE = re.compile(rb"<\?edition ([^?]*)\?>\n")
_PENDING = ".next"


class Record(NamedTuple):
    """What the program wrote last: the TEI, and the identifiers that nothing has any more."""

    tei: bytes
    vanished: tuple[str, ...]


class Again(NamedTuple):
    """A TEI file encoded again: as it will be, the record to keep, what there is to say."""

    tei: bytes
    record: Record
    findings: tuple[Diagnostic, ...]


def encoded_again(target: Path, there: bytes, tei: bytes) -> Again:
    """The file *target*, which has the bytes *there*, with what the encoding *tei* brings.

    Where it is not known what the program wrote last, all that differs is taken for the scholar's.
    Raises EditionError (X001–X003) where the file cannot be read, FileAccessError.
    """
    document = parse(there, str(target))
    last = last_record(target, there)
    if last is None:
        unknown = [] if there == tei else [diagnostic("E011", Place(str(target)))]
        return Again(there, Record(tei, ()), tuple(unknown))
    taken = {*identifiers_in(document.root), *last.vanished}
    theirs, vanished = kept(last.tei, tei, taken)
    merged = merge(last.tei, there, theirs, str(target))
    gone = [name for name in vanished if name not in taken - {*last.vanished}]
    findings = (*merged.findings, *_vanished(target, gone))
    return Again(merged.data, Record(theirs, (*last.vanished, *vanished)), findings)


def _vanished(target: Path, names: list[str]) -> Iterator[Diagnostic]:
    for name in names:
        yield diagnostic("E012", Place(str(target)), identifier=name)


def last_record(target: Path, there: bytes | None) -> Record | None:
    """What the program last wrote of *target*, which has the bytes *there*; None if not known.

    A record that waits is taken where the file it belongs to has been written.
    """
    pending, written = _record_files(target)
    if os.path.lexists(pending):
        data = read_bytes(pending)
        if there is not None and _attributes(data).get("belongs") == sha256(there).hexdigest():
            os.replace(pending, written)
        else:
            pending.unlink()
    if not os.path.lexists(written):
        return None
    data = read_bytes(written)
    return Record(
        _NOTE.sub(b"", data, count=1), tuple(_attributes(data).get("vanished", "").split())
    )


def write_again(target: Path, tei: bytes, record: Record) -> bool:
    """Write *tei* to the file *target*, and *record* beside it; whether the file is another now.

    Raises FileAccessError.
    """
    pending, written = _record_files(target)
    note = f'<?edition belongs="{sha256(tei).hexdigest()}"'
    if record.vanished:
        note += f' vanished="{" ".join(record.vanished)}"'
    head, start, rest = record.tei.partition(b"<TEI")
    data = head + f"{note}?>\n".encode() + start + rest
    is_same = os.path.lexists(written) and _unsigned(read_bytes(written)) == _unsigned(data)
    if is_same and os.path.lexists(target) and read_bytes(target) == tei:
        return False
    if not is_same:
        write_whole(pending, data)
    changed = write_whole(target, tei)
    if not is_same:
        os.replace(pending, written)
    return changed


def _record_files(target: Path) -> tuple[Path, Path]:
    written = target.parent / FOLDER / target.name
    return written.with_name(written.name + _PENDING), written


def _attributes(data: bytes) -> dict[str, str]:
    note = _NOTE.search(data, 0, data.find(b"<TEI"))
    return dict(re.findall(r'(\w+)="([^"]*)"', note[1].decode())) if note else {}


def _unsigned(data: bytes) -> bytes:
    """*data* without the sum of the file to which it belongs."""
    return re.sub(rb' belongs="\w*"', b"", data, count=1)
