"""Whether what lies in ``output/`` is the last build, valid, of what lies in ``source/`` now."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from edition.diagnostic import (
    Diagnostic,
    EditionError,
    FileAccessError,
    Place,
    Severity,
    diagnostic,
)
from edition.files import read_bytes
from edition.project.folder import Project, Sources
from edition.project.inputs import Inputs, read_inputs
from edition.project.manifest import Entry, Manifest, checksum, read_manifest
from edition.publishing.tei import published_tei
from edition.tei.document import Document, parse


class Built(NamedTuple):
    """A document as it was built: its *tei* and *text* as published, its *transcript* untouched.

    *document* is the scholar's file, parsed; *sources* says where its files are. *warnings* are how
    many the build told, *ignored* how many findings somebody lets be.
    """

    sources: Sources
    document: Document
    tei: bytes
    text: bytes
    transcript: bytes | None
    warnings: int
    ignored: int


class LastBuild:
    """The last build of *project*, as its manifest tells."""

    def __init__(self, project: Project) -> None:
        self._output = project.output
        self._manifest: Manifest = read_manifest(project.output / "manifest.json")

    def faults(self, sources: Sources) -> list[Diagnostic]:
        """Why the document of *sources* cannot be packaged as it was built; none if it can."""
        entry = self._manifest.documents.get(sources.stem)
        if entry is None or entry.made is None:
            return [diagnostic("A101", Place(str(sources.tei)), slug=sources.stem)]
        errors = sorted({it.code for it in entry.made.findings if it.severity is Severity.ERROR})
        if errors or not entry.made.is_published:
            codes = ", ".join(errors) or "nothing was published"
            return [diagnostic("A104", Place(str(sources.tei)), codes=codes)]
        return [*self._changed(entry), *self._outdated(sources, entry)]

    def read(self, sources: Sources) -> Built:
        """The document of *sources*. Raises EditionError where there is any of its faults."""
        if found := self.faults(sources):
            raise EditionError(*found)
        inputs = read_inputs(sources)
        document = parse(inputs.tei or b"", str(sources.tei))
        entry = self._manifest.documents[sources.stem]
        text = f"text/{sources.stem}.txt"
        made = entry.made
        findings = made.findings if made else ()
        return Built(
            sources,
            document,
            read_bytes(self._output / f"tei/{sources.stem}.xml"),
            read_bytes(self._output / text) if text in entry.files else b"",
            inputs.transcript,
            sum(it.severity is Severity.WARNING for it in findings),
            made.ignored if made else 0,
        )

    def _changed(self, entry: Entry) -> list[Diagnostic]:
        """The files of *entry* that go into packages and are not as they were written."""
        return [
            diagnostic("A102", Place(str(self._output / path)))
            for path, check in entry.files.items()
            if path.startswith(("tei/", "text/")) and not _is(self._output / path, check)
        ]

    def _outdated(self, sources: Sources, entry: Entry) -> list[Diagnostic]:
        """The files in ``source/`` of which *entry* was not made."""
        inputs = read_inputs(sources)
        stale = [] if self._is_published(sources, inputs, entry) else [sources.tei]
        seen = entry.made.transcript if entry.made else ""
        if sources.transcript is not None and inputs.digest()[0] != seen:
            stale.append(sources.transcript)
        return [diagnostic("A103", Place(str(path))) for path in stale]

    def _is_published(self, sources: Sources, inputs: Inputs, entry: Entry) -> bool:
        """Whether the published file is that of *inputs*."""
        if inputs.tei is None:
            return False
        published = published_tei(inputs.tei, parse(inputs.tei, str(sources.tei)))
        return checksum(published) == entry.files.get(f"tei/{sources.stem}.xml")


def _is(path: Path, check: str) -> bool:
    try:
        return checksum(read_bytes(path)) == check
    except FileAccessError:
        return False
