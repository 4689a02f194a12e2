"""One at a time: while one run encodes into a folder, another is told to wait.

The lock is on the file ``machine/.lock`` beside the TEI files. The system gives it up when the
process that has it ends, however it ends; what is left of the file then means nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic
from edition.files import remove_left_over
from edition.project.folder import RECORDS

_NAME = ".lock"


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other runs from writing TEI files into *folders* for the while.

    Raises EditionError (E014) where another does, FileAccessError where one cannot be written.
    """
    with ExitStack() as stack:
        named = {os.path.abspath(folder): folder for folder in folders}
        for _, folder in sorted(named.items()):  # in one order for all, or two wait for each other
            stack.enter_context(_locked(folder / RECORDS))
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    file = folder / _NAME
    with _opened(file) as stream:
        if not _is_taken(stream) or not _is_there(stream, file):
            stream.seek(0)
            holder = stream.read().decode(errors="replace").strip() or "?"
            raise EditionError(diagnostic("E014", Place(str(folder.parent)), process=holder))
        try:
            _sign(stream, file)
            remove_left_over(folder)
            remove_left_over(folder.parent)
            yield
        finally:
            with suppress(OSError):
                file.unlink()
                folder.rmdir()  # where nothing was written


def _opened(file: Path) -> BinaryIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return file.open("a+b", buffering=0)
    except OSError as error:
        raise _not_written(file, error) from None


def _sign(stream: BinaryIO, file: Path) -> None:
    """Write into the lock who has it."""
    try:
        stream.truncate(0)
        stream.write(b"%d\n" % os.getpid())
    except OSError as error:
        raise _not_written(file, error) from None


def _not_written(file: Path, error: OSError) -> FileAccessError:
    reason = error.strerror or str(error)
    return FileAccessError(diagnostic("IO02", Place(str(file)), reason=reason))


def _is_there(stream: BinaryIO, file: Path) -> bool:
    """Whether *stream* is still that of *file*, and nobody has taken it away meanwhile."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), file.stat())
    except OSError:
        return False


def _is_taken(stream: BinaryIO) -> bool:
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


def _is_taken_on_windows(stream: BinaryIO) -> bool:
    import msvcrt

    try:
        stream.seek(1 << 30)  # who has it can still be read
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
