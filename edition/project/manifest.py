"""``output/manifest.json``: every file the last build wrote, with its checksum.

A file is removed only where the manifest has it and its bytes are still those written: so
nothing is ever removed that somebody else put there or changed.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from edition.diagnostic import FileAccessError
from edition.files import read_bytes, write_whole
from edition.publishing import Record

VERSION = 1
Checksums = dict[str, str]


class Entry(msgspec.Struct):
    """A document: its files, and what the index of documents tells of it."""

    files: Checksums = msgspec.field(default_factory=dict)
    record: Record | None = None


class Manifest(msgspec.Struct):
    """What was written, by document; ``shared`` files are of none, ``schemas`` lie elsewhere."""

    version: int = VERSION
    documents: dict[str, Entry] = msgspec.field(default_factory=dict)
    shared: Checksums = msgspec.field(default_factory=dict)
    schemas: Checksums = msgspec.field(default_factory=dict)

    def files(self) -> Checksums:
        """All files below ``output/`` with their checksums."""
        of_documents = (entry.files for entry in self.documents.values())
        return {
            path: check for part in (*of_documents, self.shared) for path, check in part.items()
        }


def read_manifest(path: Path) -> Manifest:
    """The manifest in *path*; an empty one where there is none that can be understood."""
    try:
        manifest = msgspec.json.decode(read_bytes(path), type=Manifest)
    except (FileAccessError, msgspec.DecodeError, RecursionError):
        return Manifest()
    return manifest if manifest.version == VERSION else Manifest()


def write_manifest(path: Path, manifest: Manifest) -> bool:
    """Write *manifest* to *path*; False where it was there already. Raises FileAccessError."""
    data = msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1)
    return write_whole(path, data + b"\n")


def checksum(data: bytes) -> str:
    """The SHA-256 of *data* in hexadecimal."""
    return sha256(data).hexdigest()


def remove_stale(output: Path, before: Manifest, now: Manifest) -> list[str]:
    """Remove the files of *before* that are not of *now*; returns their paths."""
    kept = now.files()
    removed = []
    for name, check in before.files().items():
        if name not in kept and _is_ours(output, name, check):
            with suppress(OSError):
                (output / name).unlink()
                removed.append(name)
    return removed


def _is_ours(output: Path, name: str, check: str) -> bool:
    """Whether *name* is a file below *output*, reached by no link, with the bytes we wrote."""
    path = PurePosixPath(name)
    if path.is_absolute() or "\\" in name or ":" in name:
        return False
    file = output / path
    try:
        inside = file.resolve(strict=True) == output.resolve(strict=True) / path
        return inside and file.is_file() and checksum(file.read_bytes()) == check
    except (OSError, ValueError):
        return False
