"""Reading and writing whole files: all of it or nothing, and every failure a finding."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from edition.diagnostic import FileAccessError, Place, diagnostic


def read_bytes(path: Path, name: str | None = None) -> bytes:
    """The bytes of *path*. Raises FileAccessError naming it as *name* (default: its path).

    A pipe or a device, which may never end, is refused unread.
    """
    try:
        kind = path.stat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
            raise OSError(errno.EINVAL, "it is a pipe or a device")
        return path.read_bytes()
    except OSError as error:
        raise _failed("IO01", name or str(path), error) from None


def entries_of(folder: Path) -> list[Path]:
    """What lies in *folder*, in the order of the names. Raises FileAccessError."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise _failed("IO01", str(folder), error) from None


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> bool:
    """Write *data* to *path* by way of a temporary file beside it and a rename.

    Returns False, and touches nothing, where *path* holds these bytes already. What is *lasting* is
    on the disk then, whatever happens to the machine; what can be made again need not wait for it.
    Raises FileAccessError; then *path* is as it was and no temporary file is left.
    """
    # Named before it is made: an interruption at any moment still finds it to remove.
    temporary = path.parent / f".{os.urandom(6).hex()}.part"
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        _refuse_read_only(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as stream:
            stream.write(data)
            if lasting:
                stream.flush()
                os.fsync(stream.fileno())
        _keep_mode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise _failed("IO02", str(path), error) from None
    finally:
        with suppress(OSError):
            temporary.unlink()
    return True


def _refuse_read_only(path: Path) -> None:
    """Raise OSError where somebody has made the file *path* read-only: a rename would not ask."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if not path.stat().st_mode & 0o222:
            raise PermissionError(errno.EACCES, "the file is read-only")


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give *temporary* the permissions that *path* has, where there is such a file."""
    with suppress(FileNotFoundError):
        temporary.chmod(path.stat().st_mode & 0o777)


def _failed(code: str, name: str, error: OSError) -> FileAccessError:
    return FileAccessError(diagnostic(code, Place(name), reason=error.strerror or str(error)))
