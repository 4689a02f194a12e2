"""The folder that an export is written into: whole files, and only where nobody else's are.

``SHA256SUMS`` has each file of the last export that was finished (``sha256sum -c`` reads it).
While one is under way, what it is about to write stands in ``.unfinished``; so what was written by
one that was killed is known for what it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic
from edition.files import (
    NOBODYS,
    append,
    is_left_over,
    read_bytes,
    remove_left_over,
    write_parts,
    writing_whole,
)

SUMS = "SHA256SUMS"
_JOURNAL = ".unfinished"
_TOLD = 3  # strangers, before no more are looked for
_OWN = frozenset({SUMS, _JOURNAL, ".lock"})


class Target:
    """*folder*, in which no other export is at work.

    Raises EditionError (K003) for what lies there and no export has written, or somebody has
    changed since; FileAccessError.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._checks = _told(folder / _JOURNAL, _told(folder / SUMS, {}))
        self._before: set[str] = set()
        strangers: list[Path] = []
        for file in _files_in(folder):
            if self._is_ours(file):
                self._before.add(self._name(file))
            elif file.name not in NOBODYS:
                strangers.append(file)
            if len(strangers) == _TOLD:  # the folder may be one of thousands of files
                break
        if strangers:
            raise EditionError(*(diagnostic("K003", Place(str(it))) for it in strangers))
        remove_left_over(folder, below=True)
        self._before &= self._checks.keys()
        self.written: dict[str, str] = {}

    def put(self, path: str, data: bytes) -> None:
        """Write *data* to *path*, with ``/`` between folders. Raises FileAccessError."""
        _, self.written[path] = write_parts(
            self.folder / path, [data], lambda check: self._announce(path, check)
        )

    @contextmanager
    def stream(self, path: str) -> Iterator[BinaryIO]:
        """What is written to this is the file *path* when the body has ended."""

        def announce(check: str) -> None:
            self._announce(path, check)
            self.written[path] = check

        with writing_whole(self.folder / path, announce) as stream:
            yield stream

    def finish(self) -> None:
        """Remove what an earlier export has written and this one has not, and note what it has."""
        for path in sorted(self._before - self.written.keys()):
            self._remove(path)
        lines = "".join(f"{check}  {path}\n" for path, check in sorted(self.written.items()))
        write_parts(self.folder / SUMS, [lines.encode()])
        with suppress(FileNotFoundError):
            (self.folder / _JOURNAL).unlink()

    def _announce(self, path: str, check: str) -> None:
        append(self.folder / _JOURNAL, f"{check}  {path}\n".encode(), lasting=False)

    def _name(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix()

    def _is_ours(self, file: Path) -> bool:
        """Whether *file* is an export's, as it was written."""
        if file.is_symlink() or not file.is_file() or file == self.folder:
            return False
        name = self._name(file)
        if name in _OWN or is_left_over(file.name):
            return True
        checks = self._checks.get(name)
        if not checks:
            return False
        with open(file, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest() in checks

    def _remove(self, path: str) -> None:
        """Remove our file *path*, and the folders that are empty then."""
        file = self.folder / path
        with suppress(FileNotFoundError):
            file.unlink()
        with suppress(OSError):
            for above in file.relative_to(self.folder).parents:
                if above != Path():
                    (self.folder / above).rmdir()


def _files_in(folder: Path) -> Iterator[Path]:
    """Whatever lies below *folder* and is no folder; *folder* itself where it is none."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        yield folder
        return
    for where, folders, files in os.walk(folder):
        folders.sort()
        links = [it for it in folders if os.path.islink(os.path.join(where, it))]
        yield from (Path(where, name) for name in sorted([*files, *links]))


def _told(file: Path, known: dict[str, set[str]]) -> dict[str, set[str]]:
    """*known* with the paths and checksums that *file* tells; a line that is cut off tells none."""
    try:
        lines = read_bytes(file).decode("utf-8", "replace").split("\n")[:-1]
    except FileAccessError:
        return known
    for line in lines:
        check, _, path = line.partition("  ")
        known.setdefault(path, set()).add(check)
    return known


class _Abandoned(Exception):  # noqa: N818 - no error: nothing was to be written
    """No file takes its place."""


def give_up(held: ExitStack, error: BaseException | None) -> None:
    """Let none of the streams that are still *held* take its place, be it for an *error* or not."""
    cause = error or _Abandoned()
    held.__exit__(type(cause), cause, cause.__traceback__)
