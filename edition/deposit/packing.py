"""Packages of the documents of a project: looked at first, then made, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from edition.deposit.built import LastBuild
from edition.deposit.choosing import chosen, faults_of, faults_of_names
from edition.deposit.content import Deposit, Part
from edition.deposit.making import FOLDER, deposit_of, part_of, put
from edition.deposit.package import write_package, write_profiles
from edition.deposit.profiles import DEFAULT
from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Severity
from edition.project.folder import Project, Sources


@dataclass
class Outcome:
    """The packages that were *made* in *folder*, how many of them *changed*, what was found."""

    folder: Path
    made: list[str] = field(default_factory=list)
    changed: int = 0
    findings: list[Diagnostic] = field(default_factory=list)


class Packing:
    """Packages of the documents of *project* that are named *slugs*; of all, where none is.

    *profiles* are the repositories that they are for. Raises EditionError where there is no such
    document, or ``edition.toml`` is wrong.
    """

    def __init__(
        self, project: Project, slugs: Collection[str], profiles: Collection[str] = (DEFAULT,)
    ) -> None:
        self.wanted = chosen(project, slugs)
        self._profiles = profiles
        self._contact = project.settings().edition.contact
        self._last = LastBuild(project)
        self._outcome = Outcome(project.output / FOLDER)
        self._misnamed = faults_of_names(project, self.wanted)

    def check(self) -> Outcome:
        """What would be told; nothing is written."""
        self._outcome.findings += self._misnamed
        for sources in self.wanted:
            self._outcome.findings += self._faults(sources)
        return self._outcome

    def pack(self, step: Callable[[], None]) -> Outcome:
        """Make each package that can be made, and call *step* after each document.

        Raises FileAccessError where ``output/`` cannot be written.
        """
        outcome = self._outcome
        outcome.findings += self._misnamed
        for sources in self.wanted:
            found = self._faults(sources)
            outcome.findings += found
            if not _has_error(self._misnamed) and not _has_error(found):
                self._make(sources)
            step()
        return outcome

    def _faults(self, sources: Sources) -> list[Diagnostic]:
        return faults_of(sources, self._last, self._profiles, self._contact)

    def _make(self, sources: Sources) -> None:
        outcome = self._outcome
        try:
            built = self._last.read(sources)
            deposit = deposit_of(built, self._contact)
            write = partial(self._write, deposit=deposit, part=part_of(built))
            changed, found = put(outcome.folder / deposit.name, write)
        except FileAccessError:
            raise
        except EditionError as error:
            outcome.findings += error.findings
            return
        outcome.made.append(deposit.name)
        outcome.changed += changed
        outcome.findings += found

    def _write(self, folder: Path, deposit: Deposit, part: Part) -> list[Diagnostic]:
        found = write_package(folder, deposit, [part])
        write_profiles(folder, deposit, part, self._profiles)
        return found


def _has_error(found: Collection[Diagnostic]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in found)
