"""Reading and writing whole files: all of it or nothing, and every failure a finding."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from edition.diagnostic import FileAccessError, Place, diagnostic


def read_bytes(path: Path, name: str | None = None) -> bytes:
    """The bytes of *path*. Raises FileAccessError naming it as *name* (default: its path)."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _failed("IO01", name or str(path), error) from None


def write_whole(path: Path, data: bytes) -> bool:
    """Write *data* to *path* by way of a temporary file beside it and a rename.

    Returns False, and touches nothing, where *path* holds these bytes already.
    Raises FileAccessError; then *path* is as it was and no temporary file is left.
    """
    temporary: str | None = None
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        raise _failed("IO02", str(path), error) from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)
    return True


def _mode(path: Path) -> int:
    """The permissions a new file would have, or those *path* has."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _failed(code: str, name: str, error: OSError) -> FileAccessError:
    return FileAccessError(diagnostic(code, Place(name), reason=error.strerror or str(error)))
