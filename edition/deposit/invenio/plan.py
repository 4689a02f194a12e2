"""Which requests a step makes, told without a network: what a person reads before they are sent."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import md5
from typing import NamedTuple

from edition.deposit.invenio.body import announced, encoded, new_draft
from edition.deposit.invenio.host import Host
from edition.deposit.invenio.package import Package
from edition.deposit.state import State

_DRAFT = "NEW-DRAFT"  # in the place of an identifier that the server will give
_OTHER = "EACH-OTHER-FILE"  # in the place of names that the server knows


class Request(NamedTuple):
    """A request: *size* and *md5* are those of what it sends, 0 and '' for nothing."""

    method: str
    url: str
    size: int = 0
    md5: str = ""

    def __str__(self) -> str:
        content = f"  {self.size:,} bytes  md5 {self.md5}" if self.size else ""
        return f"{self.method:<6} {self.url}{content}"


def reserving(host: Host, state: State | None, title: str, *, taken: str = "") -> Iterator[Request]:
    """What reserving a DOI sends, for the draft *taken* or, where none is, a new one."""
    record = state.record if state else ""
    if not record and taken:
        record = taken
        yield Request("GET", host.api(record, "draft"))
        yield Request("GET", host.api(record))
        yield Request("GET", host.api(record, "draft", "files"))
    elif not record:
        yield _with_body("POST", host.api(), new_draft(title))
    yield from _doi(host, record or _DRAFT, state)


def uploading(
    host: Host, state: State, package: Package, *, prune: bool = False, verify: bool = False
) -> Iterator[Request]:
    """What uploading *package* sends at most: each file may be there, with other bytes."""
    draft = host.api(state.record, "draft")
    yield Request("GET", draft)
    yield _with_body("PUT", draft, package.description)
    yield Request("GET", f"{draft}/files")
    if prune:
        yield Request("DELETE", f"{draft}/files/{_OTHER}")
    for file in package.files:
        address = host.api(state.record, "draft", "files", file.name)
        yield Request("DELETE", address)
        yield _with_body("POST", f"{draft}/files", announced(file.name))
        yield Request("PUT", f"{address}/content", file.size, file.md5)
        yield Request("POST", f"{address}/commit")
    yield Request("GET", f"{draft}/files")
    if verify:
        for file in package.files:
            address = host.api(state.record, "draft", "files", file.name)
            yield Request("GET", f"{address}/content")


def publishing(host: Host, state: State) -> Iterator[Request]:
    """What publishing sends, and what is asked afterwards without a token."""
    record, draft = host.api(state.record), host.api(state.record, "draft")
    yield Request("GET", record)
    yield Request("GET", draft)
    yield Request("GET", f"{draft}/files")
    yield Request("POST", f"{draft}/actions/publish")
    yield Request("GET", record)
    yield Request("GET", f"{record}/files")
    yield Request("GET", record)


def versioning(host: Host, state: State) -> Iterator[Request]:
    """What beginning a new version sends."""
    if state.stage == "published":
        yield Request("POST", host.api(state.record, "versions"))
        state = state.now(record="", doi="")
    yield from _doi(host, state.record or _DRAFT, state)


def _doi(host: Host, record: str, state: State | None) -> Iterator[Request]:
    yield Request("GET", host.api(record, "draft"))
    if state is None or not state.doi:
        yield Request("POST", host.api(record, "draft", "pids", "doi"))


def _with_body(method: str, url: str, body: object) -> Request:
    data = encoded(body)
    return Request(method, url, len(data), md5(data, usedforsecurity=False).hexdigest())
