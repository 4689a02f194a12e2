"""One at a time: whoever writes into a folder of an edition has a lock on a file in it.

In the folder of the TEI files that is ``machine/.lock``: another run that would write there is
refused. In ``output/`` it is ``.lock``: another build waits. The system gives a lock up when the
process that has it ends, however it ends; what is left of the file then means nothing.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic
from edition.files import open_here, remove_left_over
from edition.project.folder import RECORDS

_NAME = ".lock"
_MOMENT = 1.0  # seconds of waiting after which it is told
_LOOK = 0.05  # seconds after which it is looked again
_MAY_NOT_WRITE = (errno.EACCES, errno.EPERM, errno.EROFS)


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
def alone_in(output: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Keep other builds from writing into the folder *output*; wait while another does.

    After a moment *waiting* is called once, with the number of the process that is waited for.
    Raises FileAccessError where there is no such folder, and none can be made. Where this process
    may only read there is no lock: then nothing can be written either.
    """
    file = output / _NAME
    began = time.monotonic()
    is_told = False
    while (stream := _open_to_lock(file)) is not None:
        with stream:
            if _is_taken(stream) and _is_there(stream, file):
                with suppress(OSError):
                    _sign(stream)
                try:
                    yield
                finally:
                    _give_up(stream, file)
                return
            if not is_told and time.monotonic() - began > _MOMENT:
                is_told = True
                waiting(_holder(stream))
        time.sleep(_LOOK)
    yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    file = folder / _NAME
    with _opened(file) as stream:
        if not _is_taken(stream) or not _is_there(stream, file):
            holder = _holder(stream)
            raise EditionError(diagnostic("E014", Place(str(folder.parent)), process=holder))
        try:
            try:
                _sign(stream)
            except OSError as error:
                raise _not_written(file, error) from None
            remove_left_over(folder)
            remove_left_over(folder.parent)
            yield
        finally:
            _give_up(stream, file)
            with suppress(OSError):
                folder.rmdir()  # where nothing was written


def _opened(file: Path) -> BinaryIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return open_here(file, "a+b")
    except OSError as error:
        is_theirs = error.errno in _MAY_NOT_WRITE  # then it is the folder that people know
        raise _not_written(file.parent.parent if is_theirs else file, error) from None


def _open_to_lock(file: Path) -> BinaryIO | None:
    """The stream of *file*; None where this process may not write, and there is nothing to read."""
    folder = file.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        leads = " (a link that leads nowhere)" if folder.is_symlink() else ""
        error.strerror = f"what lies there is no folder{leads}"
        raise _not_written(folder, error) from None
    except OSError as error:
        raise _not_written(folder, error) from None
    try:
        return open_here(file, "a+b")
    except OSError as error:
        if error.errno not in _MAY_NOT_WRITE:
            raise _not_written(file, error) from None
    try:  # a lock that somebody else left can be had all the same
        return open_here(file, "rb")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _not_written(file, error) from None


def _holder(stream: BinaryIO) -> str:
    """The number of the process that has the lock, or ``?``."""
    stream.seek(0)
    return stream.read(20).decode(errors="replace").strip() or "?"


def _sign(stream: BinaryIO) -> None:
    """Write into the lock who has it. Raises OSError."""
    stream.truncate(0)
    stream.write(b"%d\n" % os.getpid())


def _give_up(stream: BinaryIO, file: Path) -> None:
    if _is_there(stream, file):  # and not that of somebody else, where the folder was made anew
        with suppress(OSError):
            file.unlink()


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
