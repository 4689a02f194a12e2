"""What the builds of one process need not look at again."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from edition.files import read_regular
from edition.project.manifest import checksum

if TYPE_CHECKING:
    from edition.project.about import Surveys
    from edition.project.manifest import Checksums

_State = tuple[int, ...]  # of a file: its number, size and times; it is read where they differ


class Memory:
    """Files that a build of this process wrote or read, and what is in its pages."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[_State, str]] = {}
        self.surveys: Surveys = {}  # of all pages

    def keep(self, file: Path, check: str) -> None:
        """Remember that *file* was written, with the checksum *check*."""
        name = os.fspath(file)
        self._seen.pop(name, None)
        with suppress(OSError):  # somebody has taken it away
            self._seen[name] = _state(os.stat(name)), check

    def are_there(self, folder: Path, files: Checksums) -> bool:
        """Whether all *files*, by path below *folder*, are there as they were written."""
        # Names and not paths: a large edition has a million files.
        base = os.fspath(folder)
        return all(self._is_there(f"{base}/{path}", check) for path, check in files.items())

    def _is_there(self, name: str, check: str) -> bool:
        try:
            seen = self._seen.get(name)
            if seen is None or seen != (_state(os.stat(name)), check):
                said, data = read_regular(name)
                seen = self._seen[name] = _state(said), checksum(data)
        except (OSError, ValueError):  # it is not there; a path that can be none
            return False
        return seen[1] == check


def _state(said: os.stat_result) -> _State:
    return said.st_ino, said.st_size, said.st_mtime_ns, said.st_ctime_ns
