"""Files in other storage, as fsspec reaches them: S3, Google Cloud, Azure, WebDAV, SFTP and more.

Nothing is done that object stores do not do: files are listed, read, written and removed whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import PurePosixPath

from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic
from edition.files import is_path_below

_USER = re.compile(r"(?<=://)[^/]*@")
_QUERY = re.compile(r"[?#].*?(?=::[\w+.-]*://|\Z)", re.DOTALL)
_MOST = 300  # characters of what a library says


class Storage:
    """What lies below *address*, such as ``s3://bucket/edition``.

    Credentials are the library's matter: it takes them from the environment or its own files.
    Raises EditionError (P015) where nothing can reach such an address.
    """

    def __init__(self, address: str) -> None:
        if find_spec("fsspec") is None:
            raise _unreachable(address, "fsspec is not installed")
        from fsspec.core import url_to_fs

        try:
            self._system, root = url_to_fs(address.rstrip("/"))
        except (ImportError, ValueError) as error:  # no such scheme, or its library is missing
            raise _unreachable(address, str(error)) from None
        except Exception as error:  # noqa: BLE001 - whatever a library makes of an address
            raise _failed("IO01", shown(address), error) from None
        self._root = str(root).rstrip("/")
        self.name = shown(address).rstrip("/")

    def called(self, path: str) -> str:
        """The address of the file at *path*, as people are told it."""
        return f"{self.name}/{path}"

    def files(self, folder: str) -> set[str]:
        """The paths of all files in *folder*, at any depth. Raises FileAccessError.

        Those that would lead out of it on a disk are no files of an edition.
        """
        with self._reached("IO01", folder):
            self._system.invalidate_cache()
            try:
                found = self._system.find(self._path(folder))
            except FileNotFoundError:
                return set()
        begin = f"{self._root}/"
        paths = {str(path)[len(begin) :] for path in found if str(path).startswith(begin)}
        return {path for path in paths if is_path_below(path)}

    def read(self, path: str) -> bytes | None:
        """The bytes of *path*; None where there is no such file. Raises FileAccessError."""
        with self._reached("IO01", path):
            try:
                return bytes(self._system.cat_file(self._path(path)))
            except (FileNotFoundError, IsADirectoryError):
                return None

    def write(self, path: str, data: bytes) -> None:
        """Let *path* have *data*. Raises FileAccessError."""
        with self._reached("IO02", path):
            try:
                self._system.pipe_file(self._path(path), data)
            except FileNotFoundError:  # storage that has folders
                folder = str(PurePosixPath(self._path(path)).parent)
                self._system.makedirs(folder, exist_ok=True)
                self._system.pipe_file(self._path(path), data)

    def remove(self, path: str) -> None:
        """Let there be no *path*. Raises FileAccessError."""
        with self._reached("IO02", path), suppress(FileNotFoundError):
            self._system.rm_file(self._path(path))

    def _path(self, path: str) -> str:
        return f"{self._root}/{path}"

    @contextmanager
    def _reached(self, code: str, path: str) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # noqa: BLE001 - each library has errors of its own
            raise _failed(code, self.called(path), error) from None


def shown(address: str) -> str:
    """*address* without what only who uses it may know: a user, a password, a query.

    Addresses may be chained, ``zip://a.zip::sftp://host/folder``: each may have its own.
    """
    return _QUERY.sub("", _USER.sub("", address))


def _unreachable(address: str, reason: str) -> EditionError:
    return EditionError(diagnostic("P015", Place(shown(address)), reason=reason[:_MOST]))


def _failed(code: str, name: str, error: Exception) -> FileAccessError:
    said = " ".join(str(error).split())[:_MOST]
    reason = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return FileAccessError(diagnostic(code, Place(name), reason=reason))
