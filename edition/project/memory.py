"""What builds need not look at again: files that were read or written, and what is in the pages.

The builds of one process share it. Of a large edition it is kept for those of other processes, too,
as ``output/.seen`` and ``output/.surveys``: notes of this machine, no part of the edition, which
are made again where they are missing. A file is read again where its number, its size or a time of
it is another, or where it changed so shortly before that was noted that the times cannot tell: as
Git does (Documentation/technical/racy-git.txt).
"""

from __future__ import annotations

import os
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from edition.diagnostic import FileAccessError
from edition.files import read_regular, write_whole
from edition.project.manifest import checksum
from edition.project.program import program_checksum

if TYPE_CHECKING:
    from edition.project.about import Surveys
    from edition.project.manifest import Checksums

T = TypeVar("T")
_State = tuple[int, int, int, int]  # of a file: its number, size, and times in nanoseconds
_Seen = dict[str, tuple[_State, str]]  # by name: its state, and its checksum then
_SEEN, _SURVEYS = ".seen", ".surveys"
_MANY = 1000  # files: to read fewer takes no time that anybody sees
_UNSURE = 2_000_000_000  # nanoseconds: the coarsest clock of a file system


class Memory:
    """Files that a build of this process wrote or read, and what is in its pages."""

    def __init__(self) -> None:
        self._seen: _Seen = {}
        self._kept: _Seen = {}
        self._is_recalled = self._has_surveys = False
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
            self._seen.pop(name, None)
            return False
        return seen[1] == check

    def recall(self, output: Path) -> None:
        """Know what an earlier build noted of the files below *output*; once is enough."""
        if self._is_recalled:
            return
        self._is_recalled = True
        base = os.fspath(output)
        noted = _read(output / _SEEN, msgspec.msgpack.Decoder(tuple[str, _Seen]))
        if noted is not None:
            until, seen = noted
            self._kept = {it: of for it, of in seen.items() if max(of[0][2:]) < until}
            self._seen = {f"{base}/{it}": of for it, of in self._kept.items()} | self._seen

    def recall_surveys(self, output: Path) -> None:
        """Know what an earlier build noted of the pages below *output*; once is enough."""
        if self._has_surveys:
            return
        self._has_surveys = True
        from edition.project.about import Surveys
        from edition.publishing.survey import is_whole

        noted = _read(output / _SURVEYS, msgspec.msgpack.Decoder(tuple[str, Surveys]))
        if noted is not None:
            whole = {it: of for it, of in noted[1].items() if is_whole(of[1])}
            self.surveys = whole | self.surveys

    def note(self, output: Path, files: Container[str]) -> None:
        """Note for builds of other processes which *files* there are below *output*, if many.

        Where that cannot be written, they look again.
        """
        base = os.fspath(output) + "/"
        below = {it.removeprefix(base): of for it, of in self._seen.items() if it.startswith(base)}
        seen = {it: of for it, of in below.items() if it in files}
        if len(seen) >= _MANY and seen != self._kept:
            self._kept = seen
            _write(output / _SEEN, seen)

    def note_surveys(self, output: Path) -> None:
        """Note for builds of other processes what is in the pages, where there are many."""
        if len(self.surveys) >= _MANY:
            _write(output / _SURVEYS, self.surveys)


def _state(said: os.stat_result) -> _State:
    return said.st_ino, said.st_size, said.st_mtime_ns, said.st_ctime_ns


def _write(file: Path, noted: object) -> None:
    with suppress(FileAccessError):
        write_whole(file, msgspec.msgpack.encode((program_checksum(), noted)), lasting=False)


def _read(file: Path, decoder: msgspec.msgpack.Decoder[tuple[str, T]]) -> tuple[int, T] | None:
    """Until when what was noted in *file* is sure, and that; None where this program has none."""
    try:
        said, data = read_regular(os.fspath(file))
        program, noted = decoder.decode(data)
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return None
    return (said.st_mtime_ns - _UNSURE, noted) if program == program_checksum() else None
