"""A bag (BagIt 1.0, RFC 8493) in a zip file, written file by file: one at a time is in memory."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256, sha512
from typing import IO, NamedTuple, Self

from edition.deposit.archive import Archive

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Packed(NamedTuple):
    """A file of the bag: its path in it, its size and its sums in hexadecimal."""

    path: str
    size: int
    sha256: str
    sha512: str


class Bag:
    """A bag under way in *stream*, in the folder *name* of the zip file.

    *moment* (seconds since 1970) is the time of every file. Used in a ``with``, as an
    :class:`Archive`, and made a bag by :meth:`complete`.
    """

    def __init__(self, stream: IO[bytes], name: str, moment: int) -> None:
        self._archive = Archive(stream, name, moment)
        self.payload: list[Packed] = []
        self._tags: list[Packed] = []

    def __enter__(self) -> Self:
        self._archive.__enter__()
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._archive.__exit__(kind, error, trace)

    def add(self, path: str, data: bytes) -> Packed:
        """Put *data* into the payload as ``data/PATH``."""
        packed = self._write(f"data/{path}", data)
        self.payload.append(packed)
        return packed

    def add_tag_file(self, path: str, data: bytes) -> None:
        """Put *data* beside the payload."""
        self._tags.append(self._write(path, data))

    def complete(self, about: Mapping[str, str]) -> None:
        """Write what makes it a bag: manifests, and *about* it, in the order given."""
        oxum = f"{sum(it.size for it in self.payload)}.{len(self.payload)}"
        told = {**about, "Payload-Oxum": oxum}
        self.add_tag_file("bagit.txt", _DECLARATION)
        info = "".join(f"{label}: {_line(value)}\n" for label, value in told.items() if value)
        self.add_tag_file("bag-info.txt", info.encode())
        self.add_tag_file("manifest-sha256.txt", _manifest(self.payload, "sha256"))
        self.add_tag_file("manifest-sha512.txt", _manifest(self.payload, "sha512"))
        tags = list(self._tags)
        self._write("tagmanifest-sha256.txt", _manifest(tags, "sha256"))
        self._write("tagmanifest-sha512.txt", _manifest(tags, "sha512"))

    def _write(self, path: str, data: bytes) -> Packed:
        self._archive.add(path, data)
        return Packed(path, len(data), sha256(data).hexdigest(), sha512(data).hexdigest())


def _manifest(files: list[Packed], algorithm: str) -> bytes:
    lines = sorted(f"{getattr(it, algorithm)}  {it.path}\n" for it in files)
    return "".join(sorted(lines, key=lambda line: line.partition("  ")[2])).encode()


def _line(value: str) -> str:
    return " ".join(value.split())
