"""Reading and writing whole files: all of it or nothing, and every failure a finding."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest, sha256
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal

from edition.diagnostic import EditionError, FileAccessError, Place, diagnostic

_NEVER_ENDING = "it is a pipe or a device"
# Not on Windows: a link is not followed, and a pipe that nobody reads is not waited for.
_OF_THIS_NAME = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
# A pipe that nobody writes to is not waited for; on Windows bytes are read as they are.
_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PART = 1 << 24  # bytes
# What file managers leave where somebody looked.
NOBODYS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_TEMPORARY = re.compile(r"\.[0-9a-f]{12}\.part")


def read_bytes(path: Path, name: str | None = None) -> bytes:
    """The bytes of *path*. Raises FileAccessError naming it as *name* (default: its path).

    A pipe or a device, which may never end, is refused unread.
    """
    try:
        return read_regular(os.fspath(path))[1]
    except OSError as error:
        raise _failed("IO01", name or str(path), error) from None


def read_regular(name: str) -> tuple[os.stat_result, bytes]:
    """What the system says of the file called so, and its bytes.

    Raises OSError, also where it is a pipe or a device. As little is asked as can be: a build looks
    at every file of a large edition.
    """
    descriptor = os.open(name, _TO_READ)
    try:
        said = os.fstat(descriptor)
        if not (stat.S_ISREG(said.st_mode) or stat.S_ISDIR(said.st_mode)):
            raise OSError(errno.EINVAL, _NEVER_ENDING)
        data = os.read(descriptor, said.st_size + 1)
        if len(data) != said.st_size:  # it is being written, or has more than one call reads
            while part := os.read(descriptor, _PART):
                data += part
        return said, data
    finally:
        os.close(descriptor)


def entries_of(folder: Path) -> list[Path]:
    """What lies in *folder*, in the order of the names. Raises FileAccessError."""
    try:
        return sorted(folder.iterdir(), key=attrgetter("name"))
    except OSError as error:
        raise _failed("IO01", str(folder), error) from None


def names_in(folder: Path) -> list[str]:
    """The names of what lies in *folder* and is no folder, in order. Raises FileAccessError."""
    try:
        with os.scandir(folder) as found:
            return sorted(entry.name for entry in found if not _is_folder(entry))
    except OSError as error:
        raise _failed("IO01", str(folder), error) from None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def is_path_below(name: str) -> bool:
    """Whether *name* can be a file that we wrote in a folder, and leads nowhere else."""
    path = PurePosixPath(name)
    is_below = not path.is_absolute() and ".." not in path.parts
    return is_below and not any(sign in name for sign in "\\:\0")


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> bool:
    """Write *data* to *path* by way of a temporary file beside it and a rename.

    Returns False, and touches nothing, where *path* holds these bytes already. What is *lasting* is
    on the disk then, whatever happens to the machine; what can be made again need not wait for it.
    Raises FileAccessError; then *path* is as it was and no temporary file is left.
    """
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
    except OSError as error:
        raise _failed("IO02", str(path), error) from None
    return _write(path, [data], lambda: False, lasting=lasting)


def replace_whole(path: Path, before: bytes | None, data: bytes, name: str | None = None) -> bool:
    """Write *data* as :func:`write_whole` does, but only where *path* holds *before* still.

    That is looked at last, when all is ready to take its place: what somebody has written there
    meanwhile stays. None is for a file that is not there. Returns whether *path* was written. It is
    called *name* in findings (default: its path). Raises FileAccessError, or EditionError (E017)
    where *path* is not as it was; then no temporary file is left.
    """

    def look_again() -> bool:
        there = read_bytes(path, name) if os.path.lexists(path) else None
        if there != before:
            raise EditionError(diagnostic("E017", Place(name or str(path))))
        return False

    return data != before and _write(path, [data], look_again, lasting=True)


def write_parts(
    path: Path, parts: Iterable[bytes], announce: Callable[[str], None] = lambda _check: None
) -> tuple[bool, str]:
    """Write *parts* to *path*, one behind another, as :func:`write_whole` does what need not last.

    No more than a part is in memory. Returns whether *path* was written, and the SHA-256 of all,
    with which *announce* is called when all is ready to take its place.
    """
    digest = sha256()

    def digested() -> Iterator[bytes]:
        for part in parts:
            digest.update(part)
            yield part

    def is_there() -> bool:
        if path.is_file() and _digest(path) == digest.digest():
            return True
        announce(digest.hexdigest())
        return False

    return _write(path, digested(), is_there, lasting=False), digest.hexdigest()


@contextmanager
def writing_whole(path: Path, announce: Callable[[str], None]) -> Iterator[BinaryIO]:
    """What is written to this takes the place of *path* when the body has ended, whole or not.

    It need not last, and where *path* holds the same already it is left. *announce* is called with
    the SHA-256 of all when it is ready. Raises FileAccessError; then, and where the body raises
    anything, *path* is as it was.
    """
    temporary = _temporary(path)
    try:
        _refuse_read_only(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as stream:
            yield stream
        digest = _digest(temporary)
        announce(digest.hex())
        if not path.is_file() or _digest(path) != digest:
            _keep_mode(path, temporary)
            temporary.replace(path)
    except OSError as error:
        raise _failed("IO02", str(path), error) from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def append(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Add *data* at the end of *path*, which is made where it is missing.

    Raises FileAccessError; then *path* is as long as it was.
    It is there then even if this process is killed at once; *lasting* is as for
    :func:`write_whole`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open_here(path, "ab") as stream:
            size = os.fstat(stream.fileno()).st_size
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[stream.write(rest) :]
                if lasting:
                    os.fsync(stream.fileno())
            except OSError:
                with suppress(OSError):
                    stream.truncate(size)
                raise
    except OSError as error:
        raise _failed("IO02", str(path), error) from None


def open_here(path: Path, mode: Literal["ab", "a+b", "rb"]) -> BinaryIO:
    """Open the file *path* unbuffered, and nothing to which a link of this name may lead.

    Raises OSError; also where it is a pipe or a device, which may never end.
    """

    def opener(name: str, flags: int) -> int:
        if os.path.islink(name):
            raise OSError(errno.ELOOP, "it is a link")
        return _ending(os.open(name, flags | _OF_THIS_NAME, 0o666))

    return open(path, mode, buffering=0, opener=opener)


def open_to_read(path: Path) -> BinaryIO:
    """Open the file *path*. Raises FileAccessError; also for a pipe or a device."""
    try:
        return open(path, "rb", opener=lambda name, _flags: _ending(os.open(name, _TO_READ)))
    except OSError as error:
        raise _failed("IO01", str(path), error) from None


def _ending(number: int) -> int:
    """The open file *number*. Raises OSError, and closes it, where it may never end."""
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, _NEVER_ENDING)
    return number


def remove(path: Path) -> None:
    """Remove the file *path*, if it is there. Raises FileAccessError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failed("IO02", str(path), error) from None


def is_left_over(name: str) -> bool:
    """Whether *name* is that of a temporary file, which a run that was killed has left."""
    return _TEMPORARY.fullmatch(name) is not None


def remove_left_over(folder: Path, *, below: bool = False) -> None:
    """Remove from *folder* the temporary files of runs that were killed; also *below* it.

    Only who alone writes there may ask for it. What cannot be removed stays; no link is followed.
    """
    for where, folders, files in os.walk(folder):
        for name in filter(is_left_over, files):
            with suppress(OSError):
                os.unlink(os.path.join(where, name))
        if not below:
            folders.clear()


def _write(
    path: Path, parts: Iterable[bytes], is_there: Callable[[], bool], *, lasting: bool
) -> bool:
    """Write *parts* to *path* but if, when all are known, *is_there* says that they are there."""
    # Named before it is made: an interruption at any moment still finds it to remove.
    temporary = _temporary(path)
    try:
        _refuse_read_only(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as stream:
            stream.writelines(parts)
            if lasting:
                stream.flush()
                os.fsync(stream.fileno())
        if is_there():
            return False
        _keep_mode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise _failed("IO02", str(path), error) from None
    finally:
        with suppress(OSError):
            temporary.unlink()
    return True


def _temporary(path: Path) -> Path:
    """A new name beside *path*."""
    return path.parent / f".{os.urandom(6).hex()}.part"


def _digest(path: Path) -> bytes:
    with open(path, "rb") as stream:
        return file_digest(stream, "sha256").digest()


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
