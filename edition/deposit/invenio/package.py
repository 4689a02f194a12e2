"""The package to be deposited: its files, what is said of it, and that both are as they were made.

``edition package`` writes it: ``upload/`` with the files, of which ``SHA256SUMS`` is the list, and
``metadata/invenio.json``, the description that the repository gets.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import md5, sha256
from pathlib import Path
from typing import Any, NamedTuple

from edition.decoding import NotThatError, decoded
from edition.deposit.file_names import is_safe
from edition.deposit.layout import SUMS, promised
from edition.diagnostic import EditionError, Place, diagnostic
from edition.files import NOBODYS, entries_of, open_to_read, read_bytes
from edition.tei.document import Document, parse
from edition.tei.publication import content_of, doi_of, version_of

MOST_FILES = 100
_AT_ONCE = 1 << 20


class PackedFile(NamedTuple):
    """A file to upload. md5 is what repositories compare, SHA-256 what the package promises."""

    path: Path
    size: int
    md5: str
    sha256: str

    @property
    def name(self) -> str:
        """What it is called in the repository."""
        return self.path.name


class Package(NamedTuple):
    """A package that holds what it promises."""

    folder: Path
    files: tuple[PackedFile, ...]
    description: Mapping[str, Any]
    tei: Document

    @property
    def doi(self) -> str:
        """The DOI that its TEI gives itself."""
        return doi_of(self.tei.root)

    @property
    def version(self) -> str:
        """The version that its TEI gives itself."""
        return version_of(self.tei.root)

    @property
    def content(self) -> str:
        """What stands for all that its TEI says."""
        return content_of(self.tei.root)

    @property
    def datacite(self) -> bytes:
        """Its description for DataCite. Raises FileAccessError."""
        return read_bytes(self.folder / "upload" / "datacite.xml")

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(file.size for file in self.files)


def read_package(folder: Path, slug: str) -> Package:
    """The package of the document *slug*, in *folder*.

    Raises FileAccessError, or EditionError: U030 where there is none, U031 where a file is not as
    it was packed, U032 for a name or number of files that repositories refuse, U033 where the
    description cannot be used.
    """
    upload = folder / "upload"
    if not (upload / SUMS).is_file():
        raise EditionError(diagnostic("U030", Place(str(folder)), slug=slug))
    files = _files(upload)
    tei = next((file for file in files if _is_text(file.name)), None)
    if tei is None:
        raise EditionError(diagnostic("U031", Place(str(upload / SUMS)), reason="it has no TEI"))
    document = parse(read_bytes(tei.path), str(tei.path))
    return Package(folder, files, _description(folder / "metadata" / "invenio.json"), document)


def _files(upload: Path) -> tuple[PackedFile, ...]:
    """The files in *upload* in the order of its list, which comes last."""
    try:
        sums = promised(read_bytes(upload / SUMS))
    except ValueError as error:
        raise _not_as_packed(upload / SUMS, str(error)) from None
    there = {file.name for file in entries_of(upload)} - NOBODYS
    wrong = sorted(there ^ {*sums, SUMS})
    if wrong:
        what = "is not in it" if wrong[0] in there else "is missing"
        raise _not_as_packed(upload / SUMS, f"{wrong[0]} {what}")
    for name in there:
        if not is_safe(name):
            raise EditionError(diagnostic("U032", Place(str(upload)), reason=f"the name {name!r}"))
    if len(there) > MOST_FILES:
        reason = f"more than {MOST_FILES} files in a record, and here are {len(there)}"
        raise EditionError(diagnostic("U032", Place(str(upload)), reason=reason))
    files = tuple(_measured(upload / name) for name in (*sums, SUMS))
    for file in files:
        if file.name != SUMS and sums[file.name] != file.sha256:
            raise _not_as_packed(file.path, "it has other bytes")
        if not file.size:
            raise EditionError(diagnostic("U032", Place(str(file.path)), reason="an empty file"))
    return files


def _measured(path: Path) -> PackedFile:
    fast, sure, size = md5(usedforsecurity=False), sha256(), 0
    with open_to_read(path) as stream:
        while part := stream.read(_AT_ONCE):
            fast.update(part)
            sure.update(part)
            size += len(part)
    return PackedFile(path, size, fast.hexdigest(), sure.hexdigest())


def _description(file: Path) -> Mapping[str, Any]:
    try:
        said = decoded(read_bytes(file), dict[str, Any])
    except NotThatError as error:
        raise EditionError(diagnostic("U033", Place(str(file)), reason=str(error))) from None
    metadata = said.get("metadata")
    if not isinstance(metadata, dict):
        raise EditionError(diagnostic("U033", Place(str(file)), reason="it has no “metadata”"))
    if not metadata.get("rights"):
        reason = "it has no licence (“rights”), and would be published without one"
        raise EditionError(diagnostic("U033", Place(str(file)), reason=reason))
    return said


def _is_text(name: str) -> bool:
    return name.endswith(".xml") and name != "datacite.xml"


def _not_as_packed(path: Path, reason: str) -> EditionError:
    return EditionError(diagnostic("U031", Place(str(path)), reason=reason))
