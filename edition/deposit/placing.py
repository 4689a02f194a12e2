"""A package takes its place in ``output/deposit/`` whole, and only the place of a package."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.deposit.layout import SUMS, promised
from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import NOBODYS

# What a package called NAME has besides upload/, whose names its SHA256SUMS tells.
_NAMES = (
    r"metadata/(?:invenio\.json|datacite\.(?:json|xml)|deposit-fields\.csv|fair\.(?:json|md))",
    r"(?:arche|clarin|dataverse|textgrid)/CHECKLIST\.md",
    r"arche/(?:metadata\.ttl|data/(?:tei|source|text)/NAME\.[A-Za-z0-9]+)",
    r"clarin/NAME\.zip",
    r"dataverse/dataset\.json",
    r"textgrid/NAME\.(?:xml|work|edition|collection)(?:\.meta)?",
)


def put(folder: Path, write: Callable[[Path], list[Diagnostic]]) -> tuple[bool, list[Diagnostic]]:
    """Let *write* fill a folder that becomes *folder*, whole or not at all.

    Returns whether anything is otherwise than before, and what *write* returns. Raises EditionError
    (A115, A116) where *folder* holds what is of no package, FileAccessError, and what *write*
    raises: then *folder* is as it was.
    """
    with _told_of(folder):
        _refuse_others(folder)
        with _beside(folder) as new:
            found = write(new)
            if folder.is_dir() and _is_same(folder, new):
                return False, found
            _replace(folder, new)
            return True, found


def try_out(
    folder: Path, write: Callable[[Path], list[Diagnostic]]
) -> tuple[bool, list[Diagnostic]]:
    """As :func:`put`, but in a temporary folder that is gone afterwards: nothing is otherwise."""
    with _told_of(folder):
        _refuse_others(folder)
        with TemporaryDirectory() as new:
            return False, write(Path(new))


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """What the system refuses becomes a finding, of *folder* where it names nothing."""
    try:
        yield
    except OSError as error:
        place = Place(str(error.filename or folder))
        reason = error.strerror or str(error)
        raise FileAccessError(diagnostic("IO02", place, reason=reason)) from None


def _refuse_others(folder: Path) -> None:
    """Raise EditionError where *folder* cannot be replaced without a loss."""
    for it in (folder.parent, folder):
        if it.is_symlink() or (it.exists() and not it.is_dir()):
            raise EditionError(diagnostic("A115", Place(str(it))))
    strangers = _strangers(folder)
    if strangers:
        raise EditionError(*(diagnostic("A116", Place(str(it))) for it in strangers))


def _strangers(folder: Path) -> list[Path]:
    """What lies in *folder* that no package called so has."""
    own = re.compile("|".join(_NAMES).replace("NAME", re.escape(folder.name)))
    sums = folder / "upload" / SUMS
    uploaded = {f"upload/{it}" for it in (SUMS, *_told(sums))} if sums.is_file() else set()
    held = [it for it in sorted(folder.rglob("*")) if it.is_symlink() or not it.is_dir()]
    names = [(it, it.relative_to(folder).as_posix()) for it in held if it.name not in NOBODYS]
    # Without its sums a folder is no package, whatever its files are called.
    return [
        it
        for it, name in names
        if it.is_symlink()
        or not it.is_file()
        or not (uploaded and (name in uploaded or own.fullmatch(name)))
    ]


def _told(sums: Path) -> Iterable[str]:
    """The names that the file *sums* tells; none where it is no list of checksums."""
    try:
        return promised(sums.read_bytes())
    except ValueError:
        return ()


def _aside(folder: Path, what: str) -> Path:
    """What lies beside *folder* while this run works: its *new* or its *old* content."""
    return folder.parent / f".{folder.name}.{os.getpid()}-{what}.part"


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder beside *folder*, gone afterwards; those of runs that were killed go, too."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in folder.parent.glob(f".{folder.name}.*.part"):
        shutil.rmtree(left, ignore_errors=True)
    new = _aside(folder, "new")
    new.mkdir()
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _replace(folder: Path, new: Path) -> None:
    """Put *new* in the place of *folder*."""
    old = _aside(folder, "old")
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _is_same(one: Path, other: Path) -> bool:
    """Whether both folders hold the same files with the same bytes."""
    names, others = (
        sorted(path.relative_to(it).as_posix() for path in it.rglob("*") if path.is_file())
        for it in (one, other)
    )
    return names == others and all(
        filecmp.cmp(one / name, other / name, shallow=False) for name in names
    )
