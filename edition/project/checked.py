"""What a build found in its documents, for the page about the edition.

Only what checking the TEI finds is counted: it is found again by every build of the same. What is
told once, while a transcript is encoded, is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edition.diagnostic import Diagnostic, Severity
from edition.project.folder import Sources
from edition.publishing.account import Checked, Compared
from edition.publishing.record import Record

# What a code begins with, by kind. C008 is told of a new document in another way.
_KINDS = {
    "X": "grammar",
    "R": "grammar",
    "S": "grammar",
    "F": "fidelity",
    "C": "content",
    "P": "publishing",
    "O": "other-tei",
}
_DOUBTFUL = "C008"
_NOT_COMPARED = ("X", "O")  # with a source: what is no XML, and TEI of other making


class Checks:
    """Collects what was found, document by document."""

    def __init__(self) -> None:
        self._findings: Counter[tuple[str, Severity]] = Counter()
        self._documents = 0
        self._ignored = 0
        self._sources: dict[str, tuple[str, str, bool]] = {}

    def add(
        self, sources: Sources, source_sum: str, findings: Iterable[Diagnostic], ignored: int
    ) -> None:
        """Count what was found in a document; *source_sum* is the SHA-256 of its source, or ''."""
        counted = [it for it in findings if it.code[:1] in _KINDS and it.code != _DOUBTFUL]
        self._findings.update((_KINDS[it.code[0]], it.severity) for it in counted)
        self._documents += 1
        self._ignored += ignored
        kinds = {_KINDS[it.code[0]] for it in counted if it.severity is Severity.ERROR}
        is_compared = not any(it.code[0] in _NOT_COMPARED for it in counted)
        if sources.transcript is not None and is_compared:
            agrees = "fidelity" not in kinds
            self._sources[sources.stem] = (sources.transcript.name, source_sum, agrees)

    def checked(self) -> Checked:
        """How many findings of which kind there are."""
        return Checked(self._documents, dict(self._findings), self._ignored)

    def said(self) -> object:
        """All that there is to tell, as one value."""
        return sorted(self._findings.items()), self._documents, self._ignored, self._sources

    def compared(self, record: Record, tei_sum: str) -> Compared:
        """A document that is published and its source."""
        source, source_sum, agrees = self._sources.get(record.name, ("", "", None))
        return Compared(
            name=record.name,
            title=record.title,
            page=record.html,
            source=source,
            source_sum=source_sum,
            tei_sum=tei_sum,
            agrees=agrees,
        )
