"""``output/manifest.json``: every file the last build wrote, with its checksum, and from what.

A file is removed only where the manifest has it and its bytes are still those written: so
nothing is ever removed that somebody else put there or changed. What was made from the same as it
would be now is not made again. All is told by checksums of bytes; the time of a file only tells
whether it has to be read for that (:mod:`edition.project.memory`).
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from edition.decoding import NotThatError, decoded
from edition.diagnostic import Diagnostic, FileAccessError
from edition.files import is_path_below, read_bytes, write_whole
from edition.publishing.record import Record

VERSION = 4
Checksums = dict[str, str]


class Made(msgspec.Struct, frozen=True):
    """From which *inputs* a document was made, and what was found in them.

    *copies* are the findings that depend on *registers*, in which *names* are the entries that it
    has copies of, and *entries* stands for what these say; nothing else does. What *is_published*
    has the files and the record of its entry; the last good ones of another stay. *transcript*
    and *tei* are the SHA-256 of what it is made from, where there is such a file; *versions* stand
    for those of it that were published.
    """

    inputs: str
    registers: str
    copies: tuple[Diagnostic, ...]
    findings: tuple[Diagnostic, ...]
    ignored: int
    is_published: bool
    names: tuple[str, ...] = ()
    entries: str = ""
    transcript: str = ""
    tei: str = ""
    versions: tuple[str, ...] = ()


class Entry(msgspec.Struct):
    """A document: its files, and what the index of documents tells of it.

    *made* is missing where nothing is known but that the files are there.
    """

    files: Checksums = msgspec.field(default_factory=dict)
    record: Record | None = None
    made: Made | None = None


class Common(msgspec.Struct, frozen=True):
    """What is of no single document: what it was made from, and what was found.

    *looked_for* says of files in ``output/`` that no build makes whether they were there.
    """

    inputs: str
    findings: tuple[Diagnostic, ...]
    ignored: int = 0
    looked_for: dict[str, bool] = {}


class Manifest(msgspec.Struct):
    """What was written, by document; ``shared`` files are of none, ``schemas`` lie elsewhere.

    ``surroundings`` stand for what concerns every document: program, settings, what is wanted;
    ``pages`` for that from which a shared page was made, where it is made of nothing else.
    """

    version: int = VERSION
    surroundings: dict[str, str] = msgspec.field(default_factory=dict)
    documents: dict[str, Entry] = msgspec.field(default_factory=dict)
    shared: Checksums = msgspec.field(default_factory=dict)
    pages: Checksums = msgspec.field(default_factory=dict)
    schemas: Checksums = msgspec.field(default_factory=dict)
    registers: Common | None = None
    site: Common | None = None

    def forgetting(self) -> Manifest:
        """What it says of files, without that from which they were made."""
        documents = {
            stem: msgspec.structs.replace(entry, made=None)
            for stem, entry in self.documents.items()
        }
        return Manifest(documents=documents, shared=self.shared, schemas=self.schemas)

    def files(self) -> Checksums:
        """All files below ``output/`` with their checksums."""
        of_documents = (entry.files for entry in self.documents.values())
        return {
            path: check for part in (*of_documents, self.shared) for path, check in part.items()
        }


def read_manifest(path: Path) -> Manifest:
    """The manifest in *path*; an empty one where there is none that can be understood."""
    try:
        manifest = decoded(read_bytes(path), Manifest)
    except (FileAccessError, NotThatError):
        return Manifest()
    return manifest if manifest.version == VERSION else Manifest()


def write_manifest(path: Path, manifest: Manifest) -> bool:
    """Write *manifest* to *path*; False where it was there already. Raises FileAccessError."""
    data = msgspec.json.format(msgspec.json.encode(manifest, order="deterministic"), indent=1)
    return write_whole(path, data + b"\n", lasting=False)


def checksum(data: bytes) -> str:
    """The SHA-256 of *data* in hexadecimal."""
    return sha256(data).hexdigest()


def remove_stale(
    output: Path, files: Iterable[tuple[str, str]], kept: Container[str]
) -> Collection[str]:
    """Remove *files*, by path and checksum, that are not *kept*; returns the paths of those.

    A folder that nothing is left in goes, too.
    """
    removed = set()
    for name, check in files:
        if name in kept or not is_path_below(name):
            continue
        if is_inside(output, name) and _has(output / name, check):
            with suppress(OSError):
                (output / name).unlink()
                removed.add(name)
        for folder in list(PurePosixPath(name).parents)[:-1]:
            with suppress(OSError):
                if is_inside(output, str(folder)):
                    (output / folder).rmdir()
    return removed


def is_inside(folder: Path, name: str) -> bool:
    """Whether *name* is there below *folder*, reached by no link."""
    try:
        return (folder / name).resolve(strict=True) == folder.resolve(strict=True) / name
    except OSError:
        return False


def _has(file: Path, check: str) -> bool:
    """Whether *file* has the bytes that we wrote."""
    try:
        return file.is_file() and checksum(file.read_bytes()) == check
    except OSError:
        return False
