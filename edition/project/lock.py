"""One at a time: while one run encodes into a folder, another is told to wait.

The lock is on the file ``machine/.lock`` beside the TEI files. The system gives it up when the
process that has it ends, however it ends; what is left of the file then means nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic
from edition.project.folder import RECORDS

_NAME = ".lock"


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other runs from writing TEI files into *folders* for the while.

    Raises EditionError (E014) where another does, FileAccessError where one cannot be written.
    """
    with ExitStack() as stack:
        for folder in sorted({Path(os.path.abspath(folder)) for folder in folders}):
            stack.enter_context(_locked(folder / RECORDS))
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    file = folder / _NAME
    with _opened(file) as stream:
        if not _is_taken(stream) or not _is_there(stream, file):
            stream.seek(0)
            holder = stream.read().strip() or "?"
            raise EditionError(diagnostic("E014", Place(str(folder.parent)), process=holder))
        stream.truncate(0)
        stream.write(f"{os.getpid()}\n")
        stream.flush()
        try:
            yield
        finally:
            with suppress(OSError):
                file.unlink()
                folder.rmdir()  # where nothing was written


def _opened(file: Path) -> IO[str]:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return file.open("a+", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileAccessError(diagnostic("IO02", Place(str(file)), reason=reason)) from None


def _is_there(stream: IO[str], file: Path) -> bool:
    """Whether *stream* is still that of *file*, and nobody has taken it away meanwhile."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), file.stat())
    except OSError:
        return False


def _is_taken(stream: IO[str]) -> bool:
    """Whether the lock on *stream* is ours now."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _is_taken_on_windows(stream)
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def _is_taken_on_windows(stream: IO[str]) -> bool:
    import msvcrt

    try:
        stream.seek(1 << 30)  # who has it can still be read
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
