"""What a scholar saves in ``source/``, by whichever program and in whichever way."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

from edition.diagnostic import EditionError
from edition.project.folder import Project
from edition.transcript.inputs.formats import SUFFIXES

_SAVED = frozenset(SUFFIXES) | {".xml", ".toml", ".xsl", ".css"}
_MACHINE = "machine"  # what the program itself keeps beside the TEI
_QUIET = 50  # milliseconds without a change that end a save; editors make several of one
_LONGEST = 1000  # milliseconds after which a save that goes on is one all the same
_LOOK = 500  # milliseconds after which it is asked whether the folder is still the same
_GROWTH = 0.3  # seconds in which a transcript that is being copied grows


class Watcher:
    """Watches the files from which *project* is built."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._source = Path(os.path.abspath(project.source))
        self._whole: dict[Path, tuple[int, int]] = {}

    def saves(self) -> Iterator[frozenset[Path]]:
        """The files of each save, for ever.

        The first set, which may be empty, comes soon: with what was saved before the watch began.
        So does one whenever the whole folder was replaced. A new transcript that is still being
        copied is waited for: what is encoded of it would be only a part, and stay.
        """
        while True:
            began = _identity(self._source)
            if began is None:
                time.sleep(_LOOK / 1000)
                continue
            is_first = True
            for saved in self._sets():
                if _identity(self._source) != began:
                    break
                if saved or is_first:
                    self._await_transcripts()
                    yield saved
                is_first = False

    def _sets(self) -> Iterator[frozenset[Path]]:
        """Files that changed together; an empty set now and then."""
        changes = watch(
            self._source,
            watch_filter=self._is_of_interest,
            debounce=_LONGEST,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
        for together in changes:
            yield frozenset(Path(path) for _change, path in together)

    def _is_of_interest(self, _change: Change, path: str) -> bool:
        file = Path(path)
        if file.suffix not in _SAVED or not file.is_relative_to(self._source):
            return False
        steps = file.relative_to(self._source).parts
        return steps[0] != _MACHINE and not any(step.startswith(".") for step in steps)

    def _await_transcripts(self) -> None:
        """Wait until no transcript without TEI grows any more."""
        while (seen := self._new_transcripts()) != self._whole:
            self._whole = seen
            time.sleep(_GROWTH)

    def _new_transcripts(self) -> dict[Path, tuple[int, int]]:
        """The transcripts that the next build encodes, with their size and time."""
        try:
            documents = self._project.documents()
        except EditionError:  # the build will tell
            return self._whole
        found = {}
        for sources in documents:
            if sources.transcript is not None and not os.path.lexists(sources.tei):
                state = sources.transcript.stat() if sources.transcript.exists() else None
                found[sources.transcript] = (state.st_size, state.st_mtime_ns) if state else (0, 0)
        return found


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells *folder* from one of the same name; None where there is none."""
    try:
        state = folder.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
