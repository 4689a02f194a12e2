"""A folder that is as an edition in other storage, for the time of a build.

First the folder gets what the storage has: every source and, of what was made, what it has not as
the manifest says. Then comes the build, as in any folder. At last the storage gets what the build
changed: its sources, the files that the manifest has otherwise than before, and the manifest when
all else is there. So a build that is killed leaves in the storage what the next one completes.
Storage has no locks: before anything is written it is seen whether somebody else has written
meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec

from edition.decoding import NotThatError, decoded
from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Place, diagnostic
from edition.files import is_path_below, read_bytes, remove, write_whole
from edition.mirror.storage import Storage
from edition.project.manifest import Checksums, checksum, is_inside, read_manifest

Done = TypeVar("Done")
Step = Callable[[], None]
Watch = Callable[[str, int], AbstractContextManager[Step]]
_STATE = ".mirror.json"
_SOURCE, _OUTPUT, _SCHEMAS = "source", "output", "schemas"
_MANIFEST = f"{_OUTPUT}/manifest.json"
_AT_ONCE = 16  # files that are on their way: storage answers late, and each waits by itself
_MOST = 256  # files that are waited for


class _State(msgspec.Struct):
    """Of which *address* a folder is the mirror, and the *sources* that both have."""

    address: str
    sources: Checksums = msgspec.field(default_factory=dict)


class Mirror:
    """The *folder* that mirrors *storage*; it is new, or was a mirror of the same before."""

    def __init__(self, storage: Storage, folder: Path) -> None:
        self._storage = storage
        self.folder = folder
        self._state = self._read_state()
        self._manifest: bytes | None = None
        self._before: Checksums = {}

    @property
    def name(self) -> str:
        """What is mirrored, as people are told it."""
        return self._storage.name

    def named(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """*findings* in files of the mirror, as in those that are mirrored."""
        here, there = str(self.folder), self.name
        return [
            replace(
                it,
                file=it.file.replace(here, there),
                message=it.message.replace(here, there),
                hint=it.hint.replace(here, there),
            )
            for it in findings
        ]

    def fetch(self, watch: Watch) -> None:
        """Let the folder have what the storage has.

        Raises FileAccessError; EditionError (P016) where a source in the folder was changed there.
        """
        self._refuse_changed()
        self._write_state()  # what an interruption leaves is known for a mirror
        sources = {it for it in self._storage.files(_SOURCE) if _is_source(it)}
        for path in self._state.sources.keys() - sources:
            if is_inside(self.folder, path):
                remove(self.folder / path)
        self._state.sources = dict(self._each("Fetching", self._fetch_source, sources, watch))
        self._write_state()
        self._manifest = self._storage.read(_MANIFEST)
        made = self._storage.files(_OUTPUT) | self._storage.files(_SCHEMAS)
        if self._manifest is not None:
            write_whole(self.folder / _MANIFEST, self._manifest, lasting=False)
        self._before = {path: it for path, it in self._made().items() if path in made}
        missing = {path for path in made - {_MANIFEST} if not self._has(path)}
        for path, it in self._each("Fetching", self._fetch_made, missing, watch):
            if self._before.get(path) != it:  # the next manifest is not to say that it is there
                self._before.pop(path, None)

    def give_back(self, watch: Watch) -> None:
        """Let the storage have what was changed in the folder.

        Raises FileAccessError; EditionError (P017) where somebody else has written there meanwhile.
        """
        self._give_sources(watch)
        made = self._made()
        new = {path for path, it in made.items() if self._before.get(path) != it}
        self._all("Giving back", self._give, new, watch)
        self._all("Removing", self._remove_made, self._before.keys() - made.keys(), watch)
        if (manifest := self._read(_MANIFEST)) is not None and manifest != self._manifest:
            self._storage.write(_MANIFEST, manifest)

    def _give_sources(self, watch: Watch) -> None:
        before, now = self._state.sources, dict(self._sources())
        changed = {path for path, it in now.items() if before.get(path) != it}
        gone = before.keys() - now.keys()
        self._all("Comparing", self._refuse_written, changed | gone, watch)
        if self._storage.read(_MANIFEST) != self._manifest:
            raise self._written_meanwhile(_MANIFEST)
        self._all("Giving back", self._give, changed, watch)
        self._all("Removing", self._storage.remove, gone, watch)
        self._state.sources = now
        self._write_state()

    def _all(
        self, label: str, do: Callable[[str], object], paths: Collection[str], watch: Watch
    ) -> None:
        for _ in self._each(label, do, paths, watch):
            pass

    def _each(
        self, label: str, do: Callable[[str], Done], paths: Collection[str], watch: Watch
    ) -> Iterator[tuple[str, Done]]:
        """Each of *paths* with what *do* says of it; some are under way at once."""
        left = iter(sorted(paths))
        with watch(label, len(paths)) as step, ThreadPoolExecutor(_AT_ONCE) as pool:
            while some := list(islice(left, _MOST)):
                for path, done in zip(some, pool.map(do, some), strict=True):
                    step()
                    yield path, done

    def _fetch_source(self, path: str) -> str:
        data = self._storage.read(path)
        if data is None:
            raise self._written_meanwhile(path)
        folder = PurePosixPath(path).parent
        if os.path.lexists(self.folder / folder) and not is_inside(self.folder, str(folder)):
            reason = "its folder is reached by a link"
            raise FileAccessError(diagnostic("IO02", Place(str(self.folder / path)), reason=reason))
        write_whole(self.folder / path, data, lasting=False)
        return checksum(data)

    def _fetch_made(self, path: str) -> str:
        if (data := self._storage.read(path)) is None:
            return ""
        write_whole(self.folder / path, data, lasting=False)
        return checksum(data)

    def _give(self, path: str) -> None:
        self._storage.write(path, read_bytes(self.folder / path))

    def _remove_made(self, path: str) -> None:
        """Remove what a build wrote, unless somebody has put there something else."""
        there = self._storage.read(path)
        if there is not None and checksum(there) == self._before[path]:
            self._storage.remove(path)

    def _refuse_changed(self) -> None:
        for path, it in self._sources():
            if self._state.sources.get(path) != it:
                raise EditionError(diagnostic("P016", Place(str(self.folder / path)), of=self.name))

    def _refuse_written(self, path: str) -> None:
        """Refuse to go on where *path* in the storage is neither as it was nor as it would be."""
        there = self._storage.read(path)
        was = self._state.sources.get(path)
        if there != self._read(path) and was != (None if there is None else checksum(there)):
            raise self._written_meanwhile(path)

    def _written_meanwhile(self, path: str) -> EditionError:
        return EditionError(diagnostic("P017", Place(self._storage.called(path))))

    def _sources(self) -> Iterator[tuple[str, str]]:
        """The sources in the folder, by path and checksum; but what is hidden."""
        for file in sorted((self.folder / _SOURCE).rglob("*")):
            path = file.relative_to(self.folder).as_posix()
            if file.is_file() and _is_shown(path):
                yield path, checksum(read_bytes(file))

    def _made(self) -> Checksums:
        """What the manifest in the folder has, by paths as they are in the storage."""
        manifest = read_manifest(self.folder / _MANIFEST)
        output = {f"{_OUTPUT}/{path}": it for path, it in manifest.files().items()}
        schemas = {f"{_SCHEMAS}/{path}": it for path, it in manifest.schemas.items()}
        return {path: it for path, it in (output | schemas).items() if is_path_below(path)}

    def _has(self, path: str) -> bool:
        """Whether the folder has *path* as the manifest has it."""
        data = self._read(path)
        return data is not None and self._before.get(path) == checksum(data)

    def _read(self, path: str) -> bytes | None:
        file = self.folder / path
        return read_bytes(file) if file.is_file() else None

    def _read_state(self) -> _State:
        """What the folder has of the storage. Raises EditionError (P018) where it has of others."""
        fresh = _State(self.name)
        if (data := self._read(_STATE)) is None:
            if self.folder.is_dir() and any(self.folder.iterdir()):
                raise EditionError(diagnostic("P018", Place(str(self.folder)), of=self.name))
            return fresh
        try:
            state = decoded(data, _State)
        except NotThatError:
            return fresh
        if state.address != self.name:
            raise EditionError(diagnostic("P018", Place(str(self.folder)), of=self.name))
        # It lies where others may write: only what is a source is ever removed by it.
        state.sources = {path: it for path, it in state.sources.items() if _is_source(path)}
        return state

    def _write_state(self) -> None:
        write_whole(self.folder / _STATE, msgspec.json.encode(self._state, order="deterministic"))


def _is_source(path: str) -> bool:
    return is_path_below(path) and path.startswith(f"{_SOURCE}/") and _is_shown(path)


def _is_shown(path: str) -> bool:
    """Whether *path* is no lock and nothing else that is hidden: such files are of one machine."""
    return not any(part.startswith(".") for part in PurePosixPath(path).parts)


@contextmanager
def _unwatched(_label: str, _length: int) -> Iterator[Step]:
    yield lambda: None


@contextmanager
def mirrored(
    address: str, folder: Path | None = None, watch: Watch = _unwatched
) -> Iterator[Mirror]:
    """The edition at *address* as a folder, where a build can be; then it is given back.

    Where the body raises anything nothing is given back. A *folder* keeps the mirror for the next
    build, which fetches the sources and, of what was made, only what it has not; without one it is
    a temporary one. *watch* is called with what is being done with how many files, and what it
    gives once for each.
    Raises FileAccessError, and EditionError (P015–P018).
    """
    storage = Storage(address)
    keeping = nullcontext(str(folder)) if folder else TemporaryDirectory(prefix="edition-")
    with keeping as place:
        mirror = Mirror(storage, Path(place).absolute())
        mirror.fetch(watch)
        try:
            yield mirror
        except EditionError as error:
            raise type(error)(*mirror.named(error.findings)) from None
        mirror.give_back(watch)
