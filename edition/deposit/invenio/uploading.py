"""The files of a package brought to a draft, by comparison: what is there already is not sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, NamedTuple

from edition.deposit.invenio.failures import UnverifiedError
from edition.deposit.invenio.opening import Deposit
from edition.deposit.invenio.package import Package, PackedFile
from edition.deposit.invenio.reserving import open_draft, refuse_unknown
from edition.deposit.invenio.saving import save
from edition.deposit.state import State, StateFile
from edition.diagnostic import EditionError, Place, diagnostic
from edition.files import open_to_read

if TYPE_CHECKING:  # what it imports opens a socket at once
    from edition.deposit.invenio.drafts import Drafts, Stored


class Uploaded(NamedTuple):
    """What an upload did: files and bytes sent, and how many were there already."""

    state: State
    files: int
    size: int
    there: int


class ToUpload(NamedTuple):
    """A package that may be brought to its draft."""

    file: StateFile
    state: State
    package: Package


def to_upload(deposit: Deposit) -> ToUpload:
    """What is to be uploaded. Raises EditionError as *deposit*, and where nothing is.

    U013 where it is published, which stays as it is, U050 where that is unknown; U036 where the
    package has another DOI, U045 or A117 where it is old.
    """
    state = deposit.state()
    if state.stage == "published":
        raise EditionError(diagnostic("U013", Place(str(deposit.file.path)), doi=state.doi))
    refuse_unknown(state)
    package = deposit.package()
    refuse_other_doi(state, package)
    deposit.refuse_old(package)
    return ToUpload(deposit.file, state, package)


def upload(
    it: ToUpload,
    drafts: Drafts,
    *,
    prune: bool = False,
    overwrite: bool = False,
    verify: bool = False,
    sent: Callable[[int], None] = lambda _size: None,
) -> Uploaded:
    """Bring the description and the files of a package to its draft; again, it brings the rest.

    *prune* takes away files of the draft that are not of the package; *verify* fetches each and
    compares it; *sent* is called with the number of bytes on their way. Raises EditionError (U034,
    U035), ServerError, UnverifiedError (U040–U042).
    """
    file, state, package = it
    draft = open_draft(drafts, state.record)
    state = save(file, state, package, drafts, draft, overwrite=overwrite)
    there = drafts.files(state.record)
    if prune:
        for name in sorted(there.keys() - {one.name for one in package.files}):
            drafts.remove(state.record, name)
    missing = [one for one in package.files if not _is_as(there.get(one.name), one)]
    for one in missing:
        _bring(drafts, state.record, one, sent, is_there=one.name in there)
    refuse_other_files(package, drafts.files(state.record), drafts.host.form(state.record))
    if verify:
        verify_content(package, drafts, state.record)
    state = file.write(state.now(stage="uploaded", awaited=None))
    size = sum(one.size for one in missing)
    return Uploaded(state, len(missing), size, len(package.files) - len(missing))


def refuse_other_files(
    package: Package, there: Mapping[str, Stored], address: str, *, is_published: bool = False
) -> None:
    """Raise UnverifiedError where the files that are *there* are not those of *package*.

    U040 for each that is not whole or has other bytes, U041 for each too many; U048 and U049 where
    that *is_published*, and can be mended no more.
    """
    other, too_many = ("U048", "U049") if is_published else ("U040", "U041")
    found = [
        diagnostic(other, Place(str(file.path)), address=address)
        for file in package.files
        if not _is_as(there.get(file.name), file)
    ]
    extra = there.keys() - {file.name for file in package.files}
    found += [diagnostic(too_many, Place(address), name=name) for name in sorted(extra)]
    if found:
        raise UnverifiedError(*found)


def verify_content(package: Package, drafts: Drafts, record: str) -> None:
    """Fetch each file of *package* and compare it. Raises UnverifiedError (U042), ServerError."""
    found = [
        diagnostic("U042", Place(str(file.path)))
        for file in package.files
        if drafts.content(record, file.name, file.size) != file.sha256
    ]
    if found:
        raise UnverifiedError(*found)


def refuse_other_doi(state: State, package: Package) -> None:
    """Raise EditionError (U036) where the TEI in *package* has not the DOI that is reserved."""
    if not state.doi or package.doi != state.doi:
        place = Place(package.tei.name)
        raise EditionError(
            diagnostic("U036", place, there=package.doi or "no DOI", doi=state.doi or "none")
        )


def _is_as(stored: Stored | None, file: PackedFile) -> bool:
    """Whether the server has *file*, whole."""
    return stored is not None and (stored.md5, stored.size) == (file.md5, file.size)


def _bring(
    drafts: Drafts, record: str, file: PackedFile, sent: Callable[[int], None], *, is_there: bool
) -> None:
    """Bring *file* to the draft *record*. What is there of that name goes first.

    Sending to a name that is taken is answered as a success, and the file is gone then.
    """
    if is_there:
        drafts.remove(record, file.name)
    drafts.register(record, file.name)
    with open_to_read(file.path) as stream:
        drafts.send(record, file.name, _Counted(stream, file.size, sent))
    drafts.commit(record, file.name)


class _Counted:
    """The bytes of *stream*, of which there are *size*; each part that is read is told."""

    def __init__(self, stream: IO[bytes], size: int, sent: Callable[[int], None]) -> None:
        self._stream = stream
        self._size = size
        self._sent = sent

    def __len__(self) -> int:
        return self._size

    def read(self, size: int = -1) -> bytes:
        """The next part."""
        part = self._stream.read(size)
        self._sent(len(part))
        return part
