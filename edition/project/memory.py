"""What the builds of one process need not look at again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from edition.diagnostic import FileAccessError
from edition.files import read_bytes
from edition.project.manifest import checksum

if TYPE_CHECKING:
    from edition.project.about import Surveys
    from edition.project.manifest import Checksums

_State = tuple[int, ...]  # of a file: its number, size and times; it is read where they differ


class Memory:
    """Files that a build of this process wrote or read, and what is in its pages."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[_State, str]] = {}
        self.surveys: Surveys = {}  # of all pages

    def keep(self, file: Path, check: str) -> None:
        """Remember that *file* was written, with the checksum *check*."""
        self._seen.pop(file, None)
        with suppress(OSError):  # somebody has taken it away
            self._seen[file] = _state(file), check

    def are_there(self, folder: Path, files: Checksums) -> bool:
        """Whether all *files*, by path below *folder*, are there as they were written."""
        return all(self._is_there(folder / path, check) for path, check in files.items())

    def _is_there(self, file: Path, check: str) -> bool:
        try:
            state = _state(file)
            if self._seen.get(file) != (state, check):
                self._seen[file] = state, checksum(read_bytes(file))
        except (FileAccessError, OSError, ValueError):  # it is not there; a path that can be none
            return False
        return self._seen[file][1] == check


def _state(file: Path) -> _State:
    said = file.stat()
    return said.st_ino, said.st_size, said.st_mtime_ns, said.st_ctime_ns
