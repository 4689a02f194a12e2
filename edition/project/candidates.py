"""What encoding proposes to the registers: a candidate comes, and goes with the last that means it.

What is proposed is noted in ``machine/`` beside the registers, so that what the program wrote, and
nobody has touched since, is known from what a scholar wrote.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.files import read_bytes, replace_whole
from edition.names.model import Entry, Kind
from edition.project.folder import RECORDS, Project
from edition.project.record import Change
from edition.settings import Settings
from edition.tei.candidates import (
    entries_there,
    new_candidates,
    untouched,
    with_candidates,
    without_entries,
)
from edition.tei.document import is_well_formed, tree
from edition.tei.registers import pointers


class RegisterChanges(NamedTuple):
    """The files to write, in this order, and what there is to tell.

    That is a finding for each candidate that goes (E021), or that stays out as a scholar took it
    out (E023).
    """

    changes: list[Change]
    found: list[Diagnostic]


def register_changes(
    project: Project, settings: Settings, entries: Mapping[str, Entry], meant: Set[str] | None
) -> RegisterChanges:
    """What becomes of the registers of *project*, to which *entries* are proposed.

    *meant* are the identifiers to which the TEI files refer, or of which they have entries; None
    where not all of them are known: then no candidate goes. Raises FileAccessError, or EditionError
    where nothing can be added to a register (G…, X…).
    """
    work = [_Register(project, settings, kind, entries) for kind in Kind]
    changes: list[Change] = []
    found: list[Diagnostic] = []
    if meant is not None:
        in_registers = (name for one in work if one.grown for name in pointers(tree(one.grown)))
        meant = {*meant, *entries, *in_registers}
    for one in work:
        away = set() if meant is None else one.going(meant)
        changes += one.changes(away, meant)
        place = Place(str(one.file))
        found += [diagnostic("E023", place, id=name) for name in sorted(one.taken_out)]
        found += [diagnostic("E021", place, id=name) for name in sorted(away)]
    return RegisterChanges(changes, found)


def write(found: RegisterChanges) -> None:
    """Write the files that *found* changes.

    Raises FileAccessError, or EditionError (E017) where somebody has changed one meanwhile.
    """
    for change in found.changes:
        replace_whole(*change)


class _Register:
    """The register of *kind* and the record of what was proposed to it; *grown* has the new ones.

    A register that is not there, and to which there is nothing to add, is b"". What was noted, and
    is not there, a scholar has *taken_out*: it does not come again.
    """

    def __init__(
        self, project: Project, settings: Settings, kind: Kind, entries: Mapping[str, Entry]
    ) -> None:
        self.file = project.register_file(kind)
        self._record = self.file.parent / RECORDS / self.file.name
        self._there, self._noted = _read(self.file), _read(self._record)
        # Of a register that was removed whole nothing was taken out: it begins anew.
        is_of_this = self._there and self._noted and is_well_formed(self._noted)
        old = self._noted if is_of_this else None
        noted = entries_there(old, str(self._record)) if old else set()
        lacking = new_candidates(self._there, entries.values(), kind, str(self.file))
        self.taken_out = {it.id for it in lacking if it.id in noted}
        new = [it for it in lacking if it.id not in self.taken_out]
        self.grown = with_candidates(
            self._there,
            new,
            kind,
            name=str(self.file),
            settings=settings,
            schemas="../schemas",
        )
        wanted = (it for name, it in entries.items() if it.kind is kind and name not in noted)
        record = with_candidates(old, wanted, kind, name=str(self._record), settings=settings)
        # A run that was interrupted may have written the register and not the record.
        own = entries_there(record, "") - noted - untouched(self.grown, record) if record else set()
        self._proposed = without_entries(record, own, str(self._record))

    def going(self, meant: Set[str]) -> set[str]:
        """The candidates that nobody has touched, and that are none of those *meant*.

        The last ones of a list stay, as it may not be empty.
        """
        if not self.grown or not self._proposed:
            return set()
        away = untouched(self.grown, self._proposed) - meant
        left = without_entries(self.grown, away, str(self.file))
        return away - entries_there(left, str(self.file))

    def changes(self, away: Set[str], meant: Set[str] | None) -> Iterator[Change]:
        """The files to write where the candidates *away* go, and texts mean those *meant*.

        A candidate is noted before it is written, and is noted still when it goes: so an
        interrupted run is made good by the next.
        """
        result = without_entries(self.grown, away, str(self.file))
        kept = entries_there(result, str(self.file)) if result else set()
        noted = entries_there(self._proposed, str(self._record)) if self._proposed else set()
        forgotten = set() if meant is None else noted - kept - meant
        record = without_entries(self._proposed, forgotten, str(self._record))
        before = self._noted
        if self._proposed and self._proposed not in (before, record):
            yield Change(self._record, before, self._proposed)
            before = self._proposed
        if result and result != self._there:
            yield Change(self.file, self._there, result)
        if record and record != before:
            yield Change(self._record, before, record)


def _read(file: Path) -> bytes | None:
    return read_bytes(file) if os.path.lexists(file) else None
