"""One package of all documents of a project, or of some: one document at a time is in memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator
from functools import cached_property, partial

from msgspec.structs import replace

from edition import toml
from edition.deposit.content import Checked, Deposit, Document, File, Part
from edition.deposit.file_names import UnsafeNameError, collisions, safe_name
from edition.deposit.gate import gate
from edition.deposit.making import day_of, part_of, shared_files
from edition.deposit.package import write_package
from edition.deposit.packing import Packing, has_error
from edition.diagnostic import Diagnostic, EditionError, Place, Severity, diagnostic
from edition.files import read_bytes
from edition.header.corpus import Sum, corpus
from edition.header.facts import Facts
from edition.header.reading import facts_of
from edition.project.folder import Project, Sources
from edition.settings import Edition
from edition.tei.document import parse
from edition.toml_places import KeyPath

# What edition.toml must say: the key, and a line that does.
_WANTED = {
    "title": 'title = "…"',
    "publisher": 'publisher = "…"',
    "version": 'version = "1.0.0"',
    "date": 'date = "2026-01-31"',
    "licence": 'licence = { name = "…", target = "https://…" }',
}
# Findings on sources and identifiers, of which each document tells.
_OF_DOCUMENTS = {"A015", "A016", "A018", "A019", "A020", "A022", "A028", "A034", "A037"}


class CorpusPacking(Packing):
    """One package, called *name*, of the documents of *project* named *slugs*; of all else.

    Raises as :class:`Packing`.
    """

    def __init__(self, project: Project, slugs: Collection[str], name: str) -> None:
        super().__init__(project, slugs)
        self._name = name
        self._place = Place(str(project.settings_file))
        self._total = Sum()
        self._documents: list[Document] = []
        self._whole = self.settings

    def make(self, step: Callable[[], None]) -> None:
        """Make the package, if every document can be in it; *step* is called after each."""
        root = self._look_at_all()
        if root is not None:
            facts = replace(
                facts_of(parse(root, self._name).root, self._name), parts=tuple(self._total.dois)
            )
            deposit = Deposit(
                name=self._name,
                facts=facts,
                tei=root,
                shared=shared_files(),
                place=self._place,
                about=_about(len(self._documents)),
                day=day_of(facts),
                contact=self.settings.edition.contact,
                documents=tuple(self._documents),
            )
            parts = self._parts(deposit, step)
            self.put(self._name, partial(write_package, deposit=deposit, parts=parts))

    def _look_at_all(self) -> bytes | None:
        """The root of the corpus, if there can be one; what is found is in the outcome.

        What is found in the same words in many documents is told of the first.
        """
        for sources in self.wanted:
            facts = self.look(sources)
            if facts is None or self.is_named_twice(sources, facts):
                continue
            if self._is_as_published(sources, facts):
                name = safe_name(sources.stem)
                self._total.add(name, facts)
                terms = tuple(it.terms for it in facts.origins)
                self._documents.append(Document(f"tei/{name}.xml", facts.terms, terms))
        self.outcome.findings = _each_once(self.outcome.findings)
        self.outcome.findings += self._faults_of_name()
        self.outcome.findings += _unsaid(self.settings.edition, self._place)
        if has_error(self.outcome.findings):
            return None
        root = corpus(self.settings, self._name, self._total)
        self.outcome.findings += self._faults_of(root)
        return None if has_error(self.outcome.findings) else root

    def _is_as_published(self, sources: Sources, facts: Facts) -> bool:
        """Whether nothing else was published under the DOI of a document; what was is told."""
        try:
            self.previous(sources, facts.doi)
        except EditionError as error:
            self.outcome.findings += error.findings
            return False
        return True

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
        own = f"--corpus {name}"
        return [
            diagnostic("A106", self._place, first=f"{stem}.xml", second=own, name=name)
            for pair in pairs
            for stem, _ in pair
        ]

    def _faults_of(self, root: bytes) -> list[Diagnostic]:
        """What the header of the whole lacks, told of ``edition.toml``, from which it is made.

        Nothing in it that is told of a document in the same words.
        """
        found = gate(parse(root, self._place.file), self._name, ["zenodo"])
        told = {it.message for it in self.outcome.findings}
        return [
            dataclasses.replace(it, file=at.file, line=at.line, column=at.column, xpath="")
            for it in found
            if it.code not in _OF_DOCUMENTS and it.message not in told
            for at in [self._place_of(it)]
        ]

    def _place_of(self, finding: Diagnostic) -> Place:
        """Where ``edition.toml`` says what *finding* is about: an editor, or the edition."""
        number = next(
            (n for n, it in enumerate(self.settings.editors) if it.id == finding.xml_id), None
        )
        path: KeyPath = ("edition",) if number is None else ("editor", number)
        return self._written.place(path)

    @cached_property
    def _written(self) -> toml.TomlFile:
        """What ``edition.toml`` says, with the place of each key."""
        return toml.parse(read_bytes(self.project.settings_file), self._place.file)

    def _parts(self, deposit: Deposit, step: Callable[[], None]) -> Iterator[Part]:
        """The root and each document, made when it is asked for."""
        where = "its documents are" if len(self._documents) > 1 else "its document is"
        about = f"the corpus: its header, and where {where}"
        tei = File(f"tei/{self._name}.xml", deposit.tei, about)
        yield Part(self._place, tei, None, self._place, (), Checked(), deposit.facts.terms)
        for sources in self.wanted:
            yield part_of(self.last.read(sources))
            step()


def _about(count: int) -> str:
    """What the main file is, of a package of *count* documents."""
    included = "documents it includes lie" if count > 1 else "document it includes lies"
    return f"the header of the corpus; the {included} in the zip file"


def _unsaid(edition: Edition, place: Place) -> list[Diagnostic]:
    """A finding (A114; A123 for a DOI) for what *edition* does not say of the whole, at *place*."""
    unsaid = [(key, line) for key, line in _WANTED.items() if not getattr(edition, key)]
    found = [diagnostic("A114", place, what=key, line=line) for key, line in unsaid]
    return found if edition.doi else [*found, diagnostic("A123", place)]


def _each_once(found: list[Diagnostic]) -> list[Diagnostic]:
    """*found* without warnings and notes that say of another document what one says already."""
    seen = set()
    kept = []
    for finding in found:
        if finding.code == "A022":  # a part needs none of its own
            continue
        key = (finding.code, finding.message)
        if finding.severity is Severity.ERROR or key not in seen:
            kept.append(finding)
        seen.add(key)
    return kept
