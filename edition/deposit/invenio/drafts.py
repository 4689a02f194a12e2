"""Drafts, files and records of a repository: each request of the interface as a function."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

import msgspec

from edition.decoding import NotThatError, decoded
from edition.deposit.invenio.body import announced, new_draft
from edition.deposit.invenio.connection import ACCEPT, Answer, Connection, Readable, problems
from edition.deposit.invenio.failures import ServerError
from edition.deposit.state import is_identifier
from edition.diagnostic import Place, diagnostic

# Where files of a published record are listed, only this is taken; of records it would be another
# form, on Zenodo.
_PLAIN = "application/json"
DATACITE = "application/vnd.datacite.datacite+xml"
_DOI = re.compile(r"10\.\d{4,}/[A-Za-z0-9._;()/:-]+\Z")
_T = TypeVar("_T")


class _Identifier(msgspec.Struct):
    identifier: str = ""


class _Parent(msgspec.Struct):
    pids: dict[str, _Identifier] = {}


class _Record(msgspec.Struct):
    """What is used of the answer about a draft or record; all else is let be."""

    id: str
    revision_id: int = 0
    is_published: bool = False
    is_draft: bool = False
    pids: dict[str, _Identifier] = {}
    parent: _Parent = msgspec.field(default_factory=_Parent)
    metadata: dict[str, Any] = {}
    access: dict[str, Any] = {}


class _File(msgspec.Struct):
    key: str
    checksum: str | None = None
    size: int | None = None
    status: str = ""


class _Files(msgspec.Struct):
    entries: list[_File] = []


class Draft(NamedTuple):
    """A draft, or a published record, as the server has it.

    *problems* are what the server finds wrong when it saves a draft, by field; asked again it does
    not repeat them.
    """

    id: str
    revision: int
    doi: str
    concept: str
    is_published: bool
    metadata: Mapping[str, Any]
    access: Mapping[str, Any]
    problems: tuple[tuple[str, str], ...] = ()


class Stored(NamedTuple):
    """A file as the server has it; *md5* is '' and *size* -1 where it has it not whole."""

    md5: str
    size: int


class Drafts:
    """What can be asked of a repository over a *connection*. All raise ServerError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.host = connection.host

    def create(self, title: str) -> Draft:
        """A new draft, of which only the *title* is said."""
        body = new_draft(title)
        return self._draft(self._connection.post(self.host.api(), body), self.host.api())

    def draft(self, record: str) -> Draft | None:
        """The draft *record*; None where there is none, or the token is not its owner's."""
        return self._read(self.host.api(record, "draft"))

    def record(self, record: str) -> Draft | None:
        """The published *record*; None where there is none."""
        found = self._read(self.host.api(record))
        return found if found is not None and found.is_published else None

    def reserve_doi(self, record: str) -> Draft:
        """The draft *record* with a DOI reserved for it."""
        url = self.host.api(record, "draft", "pids", "doi")
        return self._draft(self._connection.post(url), url)

    def save(self, draft: Draft, body: Mapping[str, Any]) -> Draft:
        """Replace what is said of *draft* by *body*, if nobody else has changed it meanwhile."""
        url = self.host.api(draft.id, "draft")
        headers = {"If-Match": str(draft.revision)}
        return self._draft(self._connection.put(url, body, headers), url)

    def files(self, record: str) -> dict[str, Stored]:
        """The files of the draft *record* by their names."""
        return self._files(self.host.api(record, "draft", "files"))

    def published_files(self, record: str) -> dict[str, Stored]:
        """The files of the published *record* by their names."""
        return self._files(self.host.api(record, "files"), _PLAIN)

    def register(self, record: str, name: str) -> None:
        """Announce the file *name* in the draft *record*."""
        self._connection.post(self.host.api(record, "draft", "files"), announced(name))

    def send(self, record: str, name: str, stream: Readable) -> None:
        """Send the bytes of the file *name*, which is announced and not there yet."""
        url = self.host.api(record, "draft", "files", name, "content")
        self._connection.put_file(url, stream)

    def commit(self, record: str, name: str) -> None:
        """Say that the file *name* is sent."""
        self._connection.post(self.host.api(record, "draft", "files", name, "commit"))

    def remove(self, record: str, name: str) -> None:
        """Take the file *name* out of the draft *record*, if it is there."""
        self._connection.delete(self.host.api(record, "draft", "files", name))

    def publish(self, record: str) -> None:
        """Publish the draft *record*. Who gets a ServerError must look what became of it."""
        self._connection.post(self.host.api(record, "draft", "actions", "publish"))

    def new_version(self, record: str) -> Draft:
        """The draft of the next version of the published *record*, which may be there already."""
        url = self.host.api(record, "versions")
        return self._draft(self._connection.post(url), url)

    def datacite(self, record: str) -> bytes:
        """What the repository tells DataCite of the published *record*, as XML; b'' for nothing."""
        answer = self._connection.get(self.host.api(record), DATACITE)
        return b"" if answer.status == 404 else answer.body

    def content(self, record: str, name: str, most: int) -> str:
        """The SHA-256 of a file of the draft, fetched; '' where it has more than *most* bytes."""
        steps = (record, "draft", "files", name)
        digest, size = sha256(), 0
        with self._connection.parts(self.host.api(*steps, "content")) as parts:
            for part in parts:
                size += len(part)
                if size > most:
                    return ""
                digest.update(part)
        return digest.hexdigest()

    def _read(self, url: str) -> Draft | None:
        answer = self._connection.get(url)
        return None if answer.status == 404 else self._draft(answer, url)

    def _draft(self, answer: Answer, url: str) -> Draft:
        found = _understood(answer, url, _Record)
        if not is_identifier(found.id):
            raise _not_understood(url, "its identifier is none")
        said = _understood(answer, url, dict[str, Any])
        return Draft(
            id=found.id,
            revision=found.revision_id,
            doi=_doi(found.pids, url),
            concept=_doi(found.parent.pids, url),
            is_published=found.is_published and not found.is_draft,
            metadata=found.metadata,
            access=found.access,
            problems=tuple(problems(said)),
        )

    def _files(self, url: str, accept: str = ACCEPT) -> dict[str, Stored]:
        answer = self._connection.get(url, accept)
        if answer.status == 404:
            raise ServerError(diagnostic("U025", Place(url), method="GET", told="no files"), 404)
        return {file.key: _stored(file) for file in _understood(answer, url, _Files).entries}


def _stored(file: _File) -> Stored:
    kind, _, digest = (file.checksum or "").partition(":")
    if file.status != "completed" or kind != "md5" or file.size is None:
        return Stored("", -1)
    return Stored(digest, file.size)


def _doi(pids: Mapping[str, _Identifier], url: str) -> str:
    doi = pids.get("doi", _Identifier()).identifier
    if doi and not _DOI.match(doi):
        raise _not_understood(url, "its DOI is none")
    return doi


def _understood(answer: Answer, url: str, kind: type[_T]) -> _T:
    try:
        return decoded(answer.body, kind)
    except NotThatError:
        raise _not_understood(url, "it is not that of InvenioRDM") from None


def _not_understood(url: str, reason: str) -> ServerError:
    return ServerError(diagnostic("U023", Place(url), reason=reason), is_open=True)
