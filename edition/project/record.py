"""The record of a TEI file: what the program last wrote of it, so that hand edits are told from it.

Beside a TEI file ``NAME.xml`` lies ``machine/NAME.xml``: what the program last wrote, nothing else.
It is written in two steps, so that after any interruption it fits the file that is there.
"""

from __future__ import annotations

import os
import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from edition.diagnostic import EditionError
from edition.files import read_bytes, replace_whole, write_whole
from edition.project.folder import RECORDS
from edition.tei.document import is_well_formed

_NOTE = re.compile(rb"<\?edition ([^?]*)\?>\n")
_PENDING = ".next"


class Record(NamedTuple):
    """What the program wrote last: the TEI, and what became of its identifiers.

    What of it the file would not take over is not in *tei*: it comes again, and is told again.
    *vanished* are those that nothing has any more, *renamed* those that the scholar changed; *told*
    are the checksums of the notes that were told. *is_lost* says that an earlier record was lost,
    and that the source had changed since: the file may lack words of it.
    """

    tei: bytes
    vanished: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()
    is_lost: bool = False


def last_record(target: Path, there: bytes | None) -> Record | None:
    """What the program last wrote of *target*, which has the bytes *there*; None if not known.

    It is not known either where somebody damaged the record.

    A record that waits is taken where the file it belongs to has been written. Nothing is written.
    """
    pending, written = _record_files(target)
    return _record(pending) if _belongs(pending, there) else _record(written)


def _belongs(pending: Path, there: bytes | None) -> bool:
    if there is None or not os.path.lexists(pending):
        return False
    return _attributes(read_bytes(pending)).get("belongs") == sha256(there).hexdigest()


def settled_record(target: Path) -> Record | None:
    """What the program last wrote of *target*; None if not known, or an interruption left it open.

    Nothing is written.
    """
    pending, written = _record_files(target)
    return None if os.path.lexists(pending) else _record(written)


def _record(written: Path) -> Record | None:
    if not os.path.lexists(written):
        return None
    data = read_bytes(written)
    if not is_well_formed(data):
        return None
    note = _attributes(data)
    pairs = (pair.partition("=") for pair in note.get("renamed", "").split())
    return Record(
        _NOTE.sub(b"", data, count=1),
        tuple(note.get("vanished", "").split()),
        tuple((old, new) for old, _, new in pairs),
        tuple(note.get("told", "").split()),
        "lost" in note,
    )


class Change(NamedTuple):
    """What *file* has now, and would have."""

    file: Path
    there: bytes | None
    new: bytes


def changes(target: Path, there: bytes | None, tei: bytes, record: Record) -> list[Change]:
    """What :func:`write_again` would change: the file *target*, its record, or both.

    That other notes were told is no change. Raises FileAccessError.
    """
    _, written = _record_files(target)
    last = read_bytes(written) if os.path.lexists(written) else None
    new = _with_note(tei, record)
    found = [] if there == tei else [Change(target, there, tei)]
    is_same = last is not None and _without(last, "belongs|told") == _without(new, "belongs|told")
    return found if is_same else [*found, Change(written, last, new)]


def write_again(target: Path, there: bytes | None, tei: bytes, record: Record) -> bool:
    """Write *tei* to the file *target*, and *record* beside it; whether the file is another now.

    *there* is what *target* had when it was read; None where it was not there. Raises
    FileAccessError, or EditionError (E017) where it has something else now: then all is as it was.
    """
    pending, written = _record_files(target)
    if _belongs(pending, there):
        os.replace(pending, written)
    wanted = {change.file: change.new for change in changes(target, there, tei, record)}
    if written in wanted:
        write_whole(pending, wanted[written])
    try:
        changed = replace_whole(target, there, tei)
    except EditionError:
        pending.unlink(missing_ok=True)
        raise
    if written in wanted:
        os.replace(pending, written)
    elif os.path.lexists(pending):
        pending.unlink()
    return changed


def _with_note(tei: bytes, record: Record) -> bytes:
    """*record* as it is written, with the sum of the file *tei* to which it belongs."""
    note = f'<?edition belongs="{sha256(tei).hexdigest()}"'
    if record.vanished:
        note += f' vanished="{" ".join(record.vanished)}"'
    if record.renamed:
        note += f' renamed="{" ".join(map("=".join, record.renamed))}"'
    if record.is_lost:
        note += ' lost="yes"'
    if record.told:
        note += f' told="{" ".join(record.told)}"'
    head, start, rest = record.tei.partition(b"<TEI")
    return head + f"{note}?>\n".encode() + start + rest


def _record_files(target: Path) -> tuple[Path, Path]:
    written = target.parent / RECORDS / target.name
    return written.with_name(written.name + _PENDING), written


def _attributes(data: bytes) -> dict[str, str]:
    note = _NOTE.search(data, 0, data.find(b"<TEI"))
    return dict(re.findall(r'(\w+)="([^"]*)"', note[1].decode())) if note else {}


def _without(data: bytes, names: str) -> bytes:
    """*data* without what its note has by *names*, of the sum and the notes that were told."""
    note = _NOTE.search(data, 0, data.find(b"<TEI"))
    if note is None:
        return data
    rest = re.sub(rf' (?:{names})="[^"]*"'.encode(), b"", note[0])
    return data[: note.start()] + rest + data[note.end() :]
