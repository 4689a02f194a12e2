"""``output/.unfinished``: what a build is about to write, so that it is known whatever happens.

A line for each file, with its checksum and path, stands there before the file does. When the
manifest has the files, the journal goes. So of a build that was killed, or could not go on, the
next one knows which files are its own: what no build makes any more is removed.
"""

from __future__ import annotations

import re
from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from edition.diagnostic import FileAccessError
from edition.files import append, read_bytes
from edition.project.manifest import Checksums

_NAME = ".unfinished"
_LINE = re.compile(r"([0-9a-f]{64}) (.+)")


class Journal:
    """What builds are about to write below *output*, this one and those before that never ended."""

    def __init__(self, output: Path) -> None:
        self._file = output / _NAME
        self.entries = _entries(self._file)
        """The path and checksum of each file, as far as the end of the manifest is not reached."""

    def announce(self, files: Checksums, known: Container[tuple[str, str]]) -> None:
        """Note *files*, before they are written, but those *known*. Raises FileAccessError."""
        new = [one for one in files.items() if one not in known and one not in self.entries]
        if new:
            # A line begins with its break: one that was cut short by a full disk spoils no other.
            lines = "".join(f"\n{check} {path}" for path, check in new)
            append(self._file, lines.encode(), lasting=False)
            self.entries.update(new)

    def close(self) -> None:
        """Forget it all: the manifest has what is there."""
        self.entries.clear()
        with suppress(OSError):
            self._file.unlink()


def _entries(file: Path) -> set[tuple[str, str]]:
    try:
        lines = read_bytes(file).decode("utf-8", "replace").split("\n")
    except FileAccessError:
        return set()
    return {(found[2], found[1]) for line in lines if (found := _LINE.fullmatch(line))}
