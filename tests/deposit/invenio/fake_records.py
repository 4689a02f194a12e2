"""What InvenioRDM answers, with all that is odd about it: a model without a network.

It is kept honest by ``exchange.toml``, which is also asked of the real server.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from hashlib import md5
from typing import Any

from tests.deposit.invenio.exported import RELATIONS, datacite

PREFIX = "10.5072"
MOST_FILES = 100
KNOWN = {
    "rights": {"cc-by-4.0", "cc0-1.0"},
    "languages": {"eng", "rus", "deu"},
    "resource_type": {"dataset", "publication-article"},
}
REQUIRED = ("resource_type", "creators", "title", "publication_date")
MISSING = "Missing data for required field."


@dataclass
class Answer:
    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class File:
    content: bytes | None = None
    is_whole: bool = False

    @property
    def md5(self) -> str:
        return md5(self.content or b"", usedforsecurity=False).hexdigest()


@dataclass
class Record:
    id: str
    parent: str
    metadata: dict[str, Any] = field(default_factory=dict)
    access: dict[str, Any] = field(default_factory=lambda: {"record": "public", "files": "public"})
    files: dict[str, File] = field(default_factory=dict)
    doi: str = ""
    revision: int = 1
    is_published: bool = False
    next: str = ""


def answer(status: int, said: object) -> Answer:
    return Answer(status, json.dumps(said).encode())


def refusal(status: int, message: str, **more: object) -> Answer:
    return answer(status, {"status": status, "message": message, **more})


def _invalid(field_name: str, words: str) -> Answer:
    wrong = [{"field": field_name, "messages": [words]}]
    return refusal(400, "A validation error occurred.", errors=wrong)


class Records:
    """All records, and every request to them. *links* is what addresses in answers begin with."""

    def __init__(self, token: str, links: str = "") -> None:
        self.token = token
        self.links = links
        self.drops: set[str] = set()  # fields that are not kept, without a word
        self.records: dict[str, Record] = {}
        self.published: list[str] = []  # in order, each time that it happened

    def handle(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        is_owner = headers.get("authorization") == f"Bearer {self.token}"
        steps = [step for step in path.removeprefix("/api/records").split("/") if step]
        if not path.startswith("/api/records"):
            return refusal(404, "Not found.")
        if not steps:
            if method != "POST" or not is_owner:
                return refusal(403, "Permission denied.")
            return self._create(json.loads(body))
        record = self.records.get(steps[0])
        if record is None:
            return refusal(404, "The persistent identifier does not exist.")
        if steps[1:2] == ["draft"]:
            if not is_owner or record.is_published:
                return refusal(404, "The persistent identifier does not exist.")
            return self._draft(method, record, steps[2:], headers, body)
        if steps[1:] == ["versions"] and method == "POST":
            if not is_owner:
                return refusal(403, "Permission denied.")
            return self._new_version(record)
        return self._published(method, record, steps[1:], headers)

    def _create(self, said: dict[str, Any]) -> Answer:
        if wrong := _wrong_words(said.get("metadata", {})):
            return wrong
        number = len(self.records) + 1
        record = Record(f"draft-{number:05}", f"parent-{number:05}", said.get("metadata", {}))
        self.records[record.id] = record
        return self._saved(201, record)

    def _draft(
        self, method: str, record: Record, steps: list[str], headers: dict[str, str], body: bytes
    ) -> Answer:
        match (method, steps):
            case ("GET", []):
                return answer(200, self._shown(record))
            case ("PUT", []):
                return self._replace(record, headers, json.loads(body))
            case ("DELETE", []):
                del self.records[record.id]
                return Answer(204)
            case ("POST", ["pids", "doi"]):
                return self._reserve(record)
            case ("POST", ["actions", "publish"]):
                return self._publish(record)
            case ("POST", ["actions", "files-import"]):
                return self._import(record)
            case (_, ["files", *rest]):
                return self._files(method, record, rest, body)
        return refusal(405, "Method not allowed.")

    def _replace(self, record: Record, headers: dict[str, str], said: dict[str, Any]) -> Answer:
        wanted = headers.get("if-match")
        if wanted is not None and wanted.strip('"') != str(record.revision):
            return refusal(412, "The revision is not the one that was expected.")
        if wrong := _wrong_words(said.get("metadata", {})):
            return wrong
        metadata = said.get("metadata", {})
        record.metadata = {key: it for key, it in metadata.items() if key not in self.drops}
        record.access = {"record": "public", "files": "public"} | said.get("access", {})
        record.revision += 3
        return self._saved(200, record)

    def _saved(self, status: int, record: Record) -> Answer:
        """A save always succeeds; what is wrong is told this once."""
        said = self._shown(record)
        if errors := _errors(record):
            said["errors"] = errors
        return answer(status, said)

    def _reserve(self, record: Record) -> Answer:
        if record.doi:
            return _invalid("pids.doi", "A PID already exists for type doi")
        record.doi = f"{PREFIX}/fake.{record.id}"
        record.revision += 1
        return answer(201, self._shown(record))

    def _publish(self, record: Record) -> Answer:
        if errors := _errors(record, is_last=True):
            return refusal(400, "A validation error occurred.", errors=errors)
        record.is_published = True
        record.revision += 1
        record.doi = record.doi or f"{PREFIX}/fake.{record.id}"
        self.published.append(record.id)
        return answer(202, self._shown(record))

    def _new_version(self, record: Record) -> Answer:
        if not record.is_published:
            return refusal(404, "The persistent identifier does not exist.")
        if not record.next or record.next not in self.records:
            number = len(self.records) + 1
            metadata = {key: it for key, it in record.metadata.items() if key != "version"}
            metadata["publication_date"] = "2026-11-29"
            new = Record(f"draft-{number:05}", record.parent, metadata, dict(record.access))
            self.records[new.id] = new
            record.next = new.id
        return answer(201, self._shown(self.records[record.next]))

    def _import(self, record: Record) -> Answer:
        if record.files:
            return _invalid("files", "Please remove all files first.")
        before = next(one for one in self.records.values() if one.next == record.id)
        record.files = {name: File(file.content, True) for name, file in before.files.items()}
        return answer(201, {"entries": _entries(record)})

    def _files(self, method: str, record: Record, steps: list[str], body: bytes) -> Answer:
        match (method, steps):
            case ("GET", []):
                return answer(200, {"enabled": True, "entries": _entries(record)})
            case ("POST", []):
                return _register(record, [str(one["key"]) for one in json.loads(body)])
        file = record.files.get(steps[0])
        if file is None:
            return refusal(404, f"File with key “{steps[0]}” has not been found.")
        match (method, steps[1:]):
            case ("DELETE", []):
                del record.files[steps[0]]
                return Answer(204)
            case ("PUT", ["content"]):
                if file.is_whole:  # it says that all is well, and the file is gone
                    said = answer(200, _entry(steps[0], file))
                    del record.files[steps[0]]
                    return said
                file.content = body
                return answer(200, _entry(steps[0], file))
            case ("POST", ["commit"]):
                if file.content is None:
                    return _invalid("files", "File upload was not completed.")
                file.is_whole = True
                return answer(200, _entry(steps[0], file))
            case ("GET", ["content"]):
                return _content(file)
        return refusal(405, "Method not allowed.")

    def _published(
        self, method: str, record: Record, steps: list[str], headers: dict[str, str]
    ) -> Answer:
        if not record.is_published:
            return refusal(404, "The persistent identifier is not registered.")
        match (method, steps):
            case ("GET", []):
                if "datacite+xml" in headers.get("accept", ""):
                    xml = datacite(record.doi, self._concept(record), record.metadata)
                    return Answer(200, xml, "application/vnd.datacite.datacite+xml")
                return answer(200, self._shown(record))
            case ("GET", ["files"]):
                if "application/json" not in headers.get("accept", ""):
                    return refusal(406, "Invalid 'Accept' header.")
                return answer(200, {"enabled": True, "entries": _entries(record)})
            case ("GET", ["files", name, "content"]) if name in record.files:
                return _content(record.files[name])
        return refusal(404, "Not found.")

    def _concept(self, record: Record) -> str:
        is_there = any(
            it.is_published for it in self.records.values() if it.parent == record.parent
        )
        return f"{PREFIX}/fake.{record.parent}" if is_there else ""

    def _shown(self, record: Record) -> dict[str, Any]:
        concept = self._concept(record)
        draft = "" if record.is_published else "/draft"
        self_link = f"{self.links}/api/records/{record.id}{draft}"
        return {
            "id": record.id,
            "revision_id": record.revision,
            "is_published": record.is_published,
            "is_draft": not record.is_published,
            "pids": {"doi": {"identifier": record.doi}} if record.doi else {},
            "parent": {"id": record.parent, "pids": {"doi": {"identifier": concept}}}
            if concept
            else {"id": record.parent, "pids": {}},
            "metadata": _titled(record.metadata),
            "access": record.access,
            "links": {"self": self_link, "files": f"{self_link}/files"},
        }


def _wrong_words(metadata: dict[str, Any]) -> Answer | None:
    """A refusal where a word is in no vocabulary: then nothing is saved."""
    for name, known in KNOWN.items():
        value = metadata.get(name, [])
        for one in value if isinstance(value, list) else [value]:
            if "id" in one and one["id"] not in known:
                return _invalid(f"metadata.{name}", f"Invalid value {one['id']}.")
    for one in metadata.get("related_identifiers", []):
        relation = one["relation_type"]["id"]
        if relation not in RELATIONS:
            return _invalid("metadata.related_identifiers", f"Invalid value {relation}.")
    return None


def _errors(record: Record, *, is_last: bool = False) -> list[dict[str, Any]]:
    errors = [
        {"field": f"metadata.{name}", "messages": [MISSING]}
        for name in REQUIRED
        if not record.metadata.get(name)
    ]
    if record.doi and not record.metadata.get("publisher"):
        errors.append({"field": "metadata.publisher", "messages": [MISSING]})
    if is_last and not record.files:
        words = "Missing uploaded files. To disable files for this record please mark it as …"
        errors.append({"field": "files.enabled", "messages": [words]})
    if is_last and not all(file.is_whole for file in record.files.values()):
        words = "One or more files have not completed their transfer, please wait."
        errors.append({"field": "files", "messages": [words]})
    return errors


def _register(record: Record, names: list[str]) -> Answer:
    if len(record.files) + len(names) > MOST_FILES:
        return _invalid("files", f"Uploading selected files will result in {MOST_FILES + 1} files")
    for name in names:
        if name in record.files:
            return _invalid("files", f"File with key {name} already exists.")
    record.files |= {name: File() for name in names}
    return answer(201, {"entries": _entries(record)})


def _entries(record: Record) -> list[dict[str, Any]]:
    return [_entry(name, file) for name, file in record.files.items()]


def _entry(name: str, file: File) -> dict[str, Any]:
    said: dict[str, Any] = {"key": name, "status": "completed" if file.is_whole else "pending"}
    if file.is_whole:
        said |= {"checksum": f"md5:{file.md5}", "size": len(file.content or b"")}
    return said


def _content(file: File) -> Answer:
    headers = {"Content-MD5": file.md5}
    return Answer(200, file.content or b"", "text/plain; charset=utf-8", headers)


def _titled(metadata: dict[str, Any]) -> dict[str, Any]:
    """What is said of words of a vocabulary comes with their titles."""
    shown: dict[str, Any] = json.loads(json.dumps(metadata))
    for name in KNOWN:
        value = shown.get(name, [])
        for one in value if isinstance(value, list) else [value]:
            if "id" in one:
                one["title"] = {"en": re.sub(r"\W+", " ", one["id"]).title()}
    return shown
