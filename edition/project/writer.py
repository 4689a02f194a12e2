"""Writes the files of an edition into ``output/``, and knows how many were not there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from edition.files import write_parts, write_whole
from edition.project.journal import Journal
from edition.project.manifest import Checksums, checksum
from edition.project.memory import Memory


class Writer:
    """Writes below the folder *output*; every method raises FileAccessError.

    What is not *known* to be ours, by path and checksum, is in the *journal* before it is written.
    """

    def __init__(self, output: Path, memory: Memory, journal: Journal, known: Checksums) -> None:
        self.written = 0
        self._output = output
        self._memory = memory
        self._journal = journal
        self._known = known.items()

    def write(self, files: Mapping[str, bytes]) -> Checksums:
        """Write *files*, by path; returns their checksums."""
        written = {path: checksum(data) for path, data in files.items()}
        self._journal.announce(written, self._known)
        for path, data in files.items():
            self.written += write_whole(self._output / path, data, lasting=False)
            self._memory.keep(self._output / path, written[path])
        return written

    def write_parts(self, path: str, parts: Iterable[bytes]) -> Checksums:
        """Write a file of *parts*, of which no more than one is in memory."""
        is_new, check = write_parts(
            self._output / path,
            parts,
            lambda check: self._journal.announce({path: check}, self._known),
        )
        self.written += is_new
        self._memory.keep(self._output / path, check)
        return {path: check}
