"""One package of all documents of a project, or of some: one document at a time is in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial

from edition.deposit.content import Checked, Deposit, File, Part
from edition.deposit.file_names import UnsafeNameError, collisions, safe_name
from edition.deposit.gate import gate
from edition.deposit.making import day_of, part_of, shared_files
from edition.deposit.package import write_package
from edition.deposit.packing import Packing, has_error
from edition.diagnostic import Diagnostic, Place, Severity, diagnostic
from edition.header.corpus import Sum, corpus
from edition.header.reading import facts_of
from edition.project.folder import Project
from edition.settings import Edition
from edition.tei.document import parse

# What edition.toml must say: the key, and a line that does.
_WANTED = {
    "title": 'title = "…"',
    "publisher": 'publisher = "…"',
    "version": 'version = "1.0.0"',
    "date": 'date = "2026-01-31"',
    "licence": 'licence = { name = "…", target = "https://…" }',
}


class CorpusPacking(Packing):
    """One package, called *name*, of the documents of *project* named *slugs*; of all else.

    Raises as :class:`Packing`.
    """

    def __init__(self, project: Project, slugs: Collection[str], name: str) -> None:
        super().__init__(project, slugs)
        self._name = name
        self._place = Place(str(project.settings_file))
        self._total = Sum()

    def make(self, step: Callable[[], None]) -> None:
        """Make the package, if every document can be in it; *step* is called after each."""
        root = self._look_at_all()
        if root is not None:
            facts = facts_of(parse(root, self._name).root, self._name)
            deposit = Deposit(
                name=self._name,
                facts=facts,
                tei=root,
                shared=shared_files(),
                allowed=(self.settings.edition.contact.encode(),),
                place=self._place,
                about="the header of the corpus; the documents it includes lie in the zip file",
                day=day_of(facts),
                contact=self.settings.edition.contact,
            )
            parts = self._parts(root, step)
            self.put(self._name, partial(write_package, deposit=deposit, parts=parts))

    def _look_at_all(self) -> bytes | None:
        """The root of the corpus, if there can be one; what is found is in the outcome.

        What is found in the same words in many documents is told of the first.
        """
        for sources in self.wanted:
            facts = self.look(sources)
            if facts is not None:
                self._total.add(safe_name(sources.stem), facts)
        self.outcome.findings = _each_once(self.outcome.findings)
        self.outcome.findings += self._faults_of_name() + _unsaid(
            self.settings.edition, self._place
        )
        if has_error(self.outcome.findings):
            return None
        root = corpus(self.settings, self._name, self._total)
        self.outcome.findings += self._faults_of(root)
        return None if has_error(self.outcome.findings) else root

    def _faults_of_name(self) -> list[Diagnostic]:
        """Why the package cannot be called so."""
        name = self._name
        try:
            made = safe_name(name)
        except UnsafeNameError as error:
            return [diagnostic("A105", self._place, name=name, reason=str(error))]
        if made != name:
            reason = f"it would be {made} there"
            return [diagnostic("A105", self._place, name=name, reason=reason)]
        pairs = (collisions([it.stem, name]) for it in self.project.documents())
        return [
            diagnostic("A106", self._place, first=stem, second=name, name=name)
            for pair in pairs
            for stem, _ in pair
        ]

    def _faults_of(self, root: bytes) -> list[Diagnostic]:
        """What the header of the whole lacks, told of ``edition.toml``, from which it is made."""
        found = gate(parse(root, self._place.file), self._name, ["zenodo"])
        here = {"A015", "A016", "A018", "A020", "A022"}  # of which each document tells
        return [_told_of(it, self._place) for it in found if it.code not in here]

    def _parts(self, root: bytes, step: Callable[[], None]) -> Iterator[Part]:
        """The root and each document, made when it is asked for."""
        about = "the corpus: its header, and where its documents are"
        tei = File(f"tei/{self._name}.xml", root, about)
        terms = facts_of(parse(root, self._name).root, self._name).terms
        yield Part(self._place, tei, None, self._place, (), Checked(), terms)
        for sources in self.wanted:
            yield part_of(self.last.read(sources))
            step()


def _unsaid(edition: Edition, place: Place) -> list[Diagnostic]:
    """A finding (A114) for each thing of the whole that *edition* does not say, at *place*."""
    return [
        diagnostic("A114", place, what=key, line=line)
        for key, line in _WANTED.items()
        if not getattr(edition, key)
    ]


def _told_of(finding: Diagnostic, place: Place) -> Diagnostic:
    """*finding*, told of *place*."""
    return replace(finding, file=place.file, line=place.line, column=place.column, xpath="")


def _each_once(found: list[Diagnostic]) -> list[Diagnostic]:
    """*found* without warnings and notes that say of another document what one says already."""
    seen = set()
    kept = []
    for finding in found:
        key = (finding.code, finding.message)
        if finding.severity is Severity.ERROR or key not in seen:
            kept.append(finding)
        seen.add(key)
    return kept
