"""Packages of the documents of a project: looked at first, then made, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from edition.deposit.built import Built, LastBuild
from edition.deposit.choosing import faults_of_names, looked_at
from edition.deposit.content import Deposit, Part
from edition.deposit.findings import Findings
from edition.deposit.layout import FOLDER
from edition.deposit.making import deposit_of, part_of
from edition.deposit.owning import Owners
from edition.deposit.package import write_package, write_profiles
from edition.deposit.placing import put, try_out
from edition.deposit.profiles import DEFAULT
from edition.deposit.state import Published, StateFile
from edition.diagnostic import Diagnostic, EditionError, FileAccessError, Severity
from edition.header.facts import Facts
from edition.header.reading import header_of, scheme_of
from edition.project.choosing import chosen
from edition.project.folder import DEPOSITS, Project, Sources
from edition.project.lock import alone_in
from edition.settings import Settings
from edition.tei.document import parse, read_document
from edition.tei.publication import content_of, version_of


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
        self.project = project
        self.settings = project.settings()
        self.outcome = Outcome(project.output / FOLDER)
        self.profiles = profiles
        self._put = put
        self._whole: Settings | None = None
        self._owners = Owners(project, self.settings.edition.doi)
        self._misnamed = faults_of_names(project, self.wanted)

    def check(self, step: Callable[[], None]) -> Outcome:
        """What would be told, of what is made, too; *step* is called after each document.

        What is made lies in a temporary folder, and nothing of the project is written.
        """
        self._put = try_out
        self.make(step)
        return self.outcome

    def pack(self, step: Callable[[], None], waiting: Callable[[str], None]) -> Outcome:
        """Make each package that can be made, and call *step* after each document.

        While a build or another run writes into ``output/`` this waits, and calls *waiting* with
        the number of its process. Raises FileAccessError where nothing can be written there.
        """
        with alone_in(self.project.output, waiting):
            self.make(step)
        return self.outcome

    @cached_property
    def last(self) -> LastBuild:
        """The last build, as it is when it is first asked for."""
        return LastBuild(self.project)

    def make(self, step: Callable[[], None]) -> None:
        """Make what can be made, and call *step* after each document."""
        for sources in self.wanted:
            facts = self.look(sources)
            if facts is not None and not self.is_named_twice(sources, facts):
                self._make(sources, facts.doi)
            step()

    def look(self, sources: Sources) -> Facts | None:
        """The facts of a document, if it can have a package; what is found is in the outcome."""
        contact = self.settings.edition.contact
        facts, found = looked_at(sources, self.last, self.profiles, contact, self._whole)
        found = self._misnamed[sources.stem] + found
        self.outcome.findings += found
        return None if has_error(found) else facts

    def is_named_twice(self, sources: Sources, facts: Facts) -> bool:
        """Whether the DOI of a document is that of another one, or of the whole, which is told."""
        other = self._owners.other(sources.stem, facts.doi)
        if not other:
            return False
        document = read_document(sources.tei)
        findings = Findings(document)
        for it in header_of(document.root).identifiers:
            if scheme_of(it) == "DOI":
                findings.at("A122", it, doi=facts.doi, other=other)
        self.outcome.findings += findings.all
        return True

    def put(self, name: str, write: Callable[[Path], list[Diagnostic]]) -> None:
        """Let *write* make the package *name*; where something must not be in it, tell that."""
        outcome = self.outcome
        try:
            changed, found = self._put(outcome.folder / name, write)
        except FileAccessError:
            raise
        except EditionError as error:
            outcome.findings += error.findings
            return
        outcome.made.append(name)
        outcome.changed += changed
        outcome.findings += found

    def previous(self, sources: Sources, doi: str) -> str:
        """The DOI of the version before the one of a document with *doi*; '' where none was.

        Raises FileAccessError, or EditionError: U004, U056, U060 where the state of the deposit is
        broken or another's, A124 where something else is published under *doi*.
        """
        file = StateFile(self.project.source / DEPOSITS / f"{sources.stem}.json")
        state = file.read()
        if state is None:
            return ""
        self._owners.deposits.refuse_twin(file.path, state)
        if published := state.published_as(doi):
            _refuse_other(self.last.read(sources), published)
        return state.before(doi)

    def _make(self, sources: Sources, doi: str) -> None:
        try:
            previous = self.previous(sources, doi)
            built = self.last.read(sources)
        except EditionError as error:
            self.outcome.findings += error.findings
            return
        deposit = deposit_of(built, self.settings.edition.contact, previous)
        self.put(deposit.name, partial(self._write, deposit=deposit, part=part_of(built)))

    def _write(self, folder: Path, deposit: Deposit, part: Part) -> list[Diagnostic]:
        found = write_package(folder, deposit, [part])
        write_profiles(folder, deposit, part, self.profiles)
        return found


def _refuse_other(built: Built, published: Published) -> None:
    """Raise EditionError (A124) where what was *built* is not what is *published* by its DOI."""
    root = built.document.root
    version = version_of(root)
    if version != published.version:
        what = f"version {version}"
    elif content_of(parse(built.tei, "").root) != published.content:
        what = "no longer what it says"
    else:
        return
    findings = Findings(built.document)
    path = "fileDesc/publicationStmt/idno[@type='DOI']"
    values = {"doi": published.doi, "published": published.version, "what": what}
    findings.missing("A124", path, slug=built.sources.stem, **values)
    raise EditionError(*findings.all)


def has_error(found: Collection[Diagnostic]) -> bool:
    """Whether anything *found* keeps a package from being made."""
    return any(finding.severity is Severity.ERROR for finding in found)
