"""The zip file of a package: a bag whose payload is a crate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from edition.deposit.bag import Bag
from edition.deposit.content import Checked, Deposit, File, Part
from edition.deposit.file_names import is_safe
from edition.deposit.formats.crate import NAME as CRATE
from edition.deposit.formats.crate import UNKNOWN, CrateFile, crate
from edition.deposit.formats.datacite import encoded
from edition.deposit.formats.description import MEDIA_TYPE, abstract, name_of
from edition.deposit.formats.plain import ABOUT, plain_files
from edition.deposit.scan import Scanner
from edition.diagnostic import EditionError, Place, diagnostic
from edition.header.facts import Terms
from edition.header.identifiers import address, swhid_of
from edition.version import VERSION

_MEDIA = {
    ".odd": MEDIA_TYPE,
    ".rng": "application/xml",
    ".sch": "application/xml",
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".cff": "application/yaml",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

# What people and programs read first.
_ABOUT = ABOUT | {CRATE: "what each file is, and how it came about (RO-Crate 1.1)"}
_KNOWN_BY_CONTENT = ("tei/", "source/")


class Crated(NamedTuple):
    """What the crate holds."""

    files: tuple[CrateFile, ...]
    checked: Checked


class Crating:
    """A zip file under way in *stream*: each file is looked at by *scanner* as it is written."""

    def __init__(self, deposit: Deposit, scanner: Scanner, stream: IO[bytes]) -> None:
        self._deposit = deposit
        self._scanner = scanner
        self._bag = Bag(stream, deposit.full_name, deposit.moment)
        self._files: list[CrateFile] = []
        self._tei: list[str] = []
        self._warnings = self._ignored = 0

    def write(self, parts: Iterable[Part], described: Mapping[str, bytes]) -> Crated:
        """Write *parts*, what is *described* of them, and what makes it crate and bag."""
        with self._bag:
            return self._fill(parts, described)

    def _fill(self, parts: Iterable[Part], described: Mapping[str, bytes]) -> Crated:
        deposit = self._deposit
        for part in parts:
            self._write(part)
        for file in deposit.shared:
            self._add(file, deposit.place)
        listed = [(it.path, it.about) for it in self._files] + [*_ABOUT.items()]
        for file in plain_files(deposit, listed):
            self._add(file, deposit.place)
        checked = Checked(self._warnings, self._ignored)
        metadata = crate(
            deposit.facts, self._files, made=self._tei, checked=checked, contact=deposit.contact
        )
        self._bag.add(CRATE, self._seen(CRATE, encoded(metadata), deposit.place))
        for name, data in described.items():
            path = f"metadata/{name}"
            self._bag.add_tag_file(path, self._seen(path, data, deposit.place))
        self._bag.complete(self._about())
        return Crated(tuple(self._files), checked)

    def _write(self, part: Part) -> None:
        self._scanner.document(part)
        if part.source is not None:
            terms = part.origin.terms if part.origin else None
            self._add(part.source, part.source_place, terms or UNKNOWN)
        terms = part.terms if part.terms != self._deposit.facts.terms else None
        self._add(part.tei, part.place, terms)
        self._tei.append(part.tei.path)
        for file in part.others:
            self._add(file, part.place, terms)
        self._warnings += part.checked.warnings
        self._ignored += part.checked.ignored

    def _add(self, file: File, place: Place, terms: Terms | None = None) -> None:
        """Put *file*, made from what lies at *place*, into the bag; None are the whole's terms."""
        data = self._seen(file.path, file.data, place)
        packed = self._bag.add(file.path, data)
        media = _media(file.path)
        swhid = swhid_of(data) if file.path.startswith(_KNOWN_BY_CONTENT) else ""
        self._files.append(
            CrateFile(file.path, media, file.about, packed.size, packed.sha256, swhid, terms)
        )

    def _seen(self, path: str, data: bytes, place: Place) -> bytes:
        """*data*, the file *path*, once it has been looked at."""
        if not data:
            raise EditionError(diagnostic("A113", place, path=path))
        if not is_safe(path):
            reason = f"{path} would lie in the package"
            raise EditionError(diagnostic("A105", place, name=path, reason=reason))
        if not path.startswith(("tei/", "source/")):  # they are looked at together
            self._scanner.file(path, data, place)
        return data

    def _about(self) -> dict[str, str]:
        """What ``bag-info.txt`` says (RFC 8493, 2.2.2)."""
        facts, deposit = self._deposit.facts, self._deposit
        return {
            "Source-Organization": facts.publisher,
            "Contact-Name": name_of(facts.creators[0]) if facts.creators else "",
            "Contact-Email": deposit.contact,
            "External-Description": abstract(facts),
            "Bagging-Date": deposit.day.isoformat(),
            "External-Identifier": address("DOI", facts.doi) if facts.doi else facts.slug,
            "Internal-Sender-Identifier": deposit.full_name,
            "Bag-Software-Agent": f"edition {VERSION}",
        }


def _media(path: str) -> str:
    if path.startswith("tei/"):
        return MEDIA_TYPE
    return _MEDIA.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
