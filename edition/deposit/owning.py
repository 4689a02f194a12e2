"""Whose a DOI is: of one document of an edition, or of the whole."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from edition.deposit.deposits import Deposits
from edition.diagnostic import EditionError
from edition.header.reading import facts_of
from edition.project.folder import DEPOSITS, Project
from edition.tei.document import read_document


class Owners:
    """Who has which DOI in *project*; that of the *whole* is said by ``edition.toml``."""

    def __init__(self, project: Project, whole: str) -> None:
        self._project = project
        self._whole = whole.lower()
        self.deposits = Deposits(project.source / DEPOSITS)

    def other(self, slug: str, doi: str) -> str:
        """Who else than the document *slug* has *doi*; '' for nobody.

        Where it was reserved for one document, it is that one's, whoever else names it; where for
        none, nobody but a person knows for which of all that name it.
        """
        if not doi:
            return ""
        if doi.lower() == self._whole:
            return "the whole, as edition.toml says"
        reserved = set(self.deposits.owners(doi)) & self._documents
        candidates = sorted(reserved) if reserved else self._naming[doi.lower()]
        if reserved == {slug}:
            return ""
        return next((it for it in candidates if it != slug), "")

    @cached_property
    def _documents(self) -> set[str]:
        return {it.stem for it in self._project.documents()}

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        """The documents by the DOI that their headers name; one file at a time is in memory."""
        found: dict[str, list[str]] = defaultdict(list)
        for sources in self._project.documents():
            if not sources.tei.exists():
                continue
            try:
                doi = facts_of(read_document(sources.tei).root, sources.stem).doi
            except EditionError:  # told of the document itself
                continue
            found[doi.lower()].append(sources.stem)
        return found
