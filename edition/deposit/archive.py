"""A zip file that is the same bytes for the same files: order, times and attributes are fixed."""

from __future__ import annotations

import time
import zipfile
from contextlib import nullcontext, suppress
from errno import EEXIST
from typing import IO, Self

_READABLE = 0o100644 << 16


class Archive:
    """A zip file under way in *stream*: everything lies in the folder *name*.

    *moment* (seconds since 1970, not before 1980) is the time of every file. Used in a ``with``,
    which writes what ends the file; where that fails, the fault that led there is told.
    """

    def __init__(self, stream: IO[bytes], name: str, moment: int) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self._name = name
        self._time = time.gmtime(moment)[:6]
        self._paths: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        with suppress(OSError) if error else nullcontext():
            self._zip.close()

    def add(self, path: str, data: bytes) -> None:
        """Put *data* into the folder as *path*. Raises OSError, also where one is called so."""
        if path.lower() in self._paths:
            raise FileExistsError(EEXIST, "two files of a zip file would be called so", path)
        self._paths.add(path.lower())
        entry = zipfile.ZipInfo(f"{self._name}/{path}", self._time)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3  # Unix, wherever it is made
        entry.external_attr = _READABLE
        self._zip.writestr(entry, data, compresslevel=9)
