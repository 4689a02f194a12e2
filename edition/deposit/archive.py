"""A zip file that is the same bytes for the same files: order, times and attributes are fixed."""

from __future__ import annotations

import time
import zipfile
from typing import IO

_READABLE = 0o100644 << 16


class Archive:
    """A zip file under way in *stream*: everything lies in the folder *name*.

    *moment* (seconds since 1970, not before 1980) is the time of every file.
    """

    def __init__(self, stream: IO[bytes], name: str, moment: int) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self._name = name
        self._time = time.gmtime(moment)[:6]

    def add(self, path: str, data: bytes) -> None:
        """Put *data* into the folder as *path*."""
        entry = zipfile.ZipInfo(f"{self._name}/{path}", self._time)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3  # Unix, wherever it is made
        entry.external_attr = _READABLE
        self._zip.writestr(entry, data, compresslevel=9)

    def close(self) -> None:
        """Write what ends the file; *stream* stays open."""
        self._zip.close()
