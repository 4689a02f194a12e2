"""The last build, for all who show it and wait for the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Condition, Lock

from edition.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Edit:
    """Where a page was last edited: identifiers, innermost first, in the page of this checksum."""

    page: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Built:
    """A build: its number, what it found, and the last edit of each document, by name."""

    number: int = 0
    findings: tuple[Diagnostic, ...] = ()
    edits: Mapping[str, Edit] = field(default_factory=dict)


class Board:
    """Where one thread puts up builds and others wait for them."""

    def __init__(self) -> None:
        self.pages = Lock()
        """Held while pages are written or compared: between them and :attr:`last` lies nothing."""
        self._changed = Condition()
        self._last = Built()
        self._has_ended = False

    @property
    def has_ended(self) -> bool:
        """Whether there will be no more builds."""
        return self._has_ended

    @property
    def last(self) -> Built:
        """The last build; number 0 before the first."""
        return self._last

    def put(self, findings: tuple[Diagnostic, ...], edits: Mapping[str, Edit]) -> None:
        """Put up the next build; edits of documents not named in *edits* stay."""
        with self._changed:
            edits = {**self._last.edits, **edits}
            self._last = Built(self._last.number + 1, findings, edits)
            self._changed.notify_all()

    def await_after(self, number: int, seconds: float) -> bool:
        """Wait at most *seconds* for a build of a higher *number*; whether there is one."""
        with self._changed:
            self._changed.wait_for(lambda: self._has_ended or self._last.number > number, seconds)
            return self._last.number > number

    def end(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._has_ended = True
            self._changed.notify_all()
