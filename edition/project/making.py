"""One document of an edition: from its transcript or its TEI to what readers get, and findings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from urllib.parse import quote

from edition.checking import check
from edition.checking.facing import Facing, facing
from edition.checking.foreign import check_foreign, recognised, refuse_corpus
from edition.checking.ignoring import Ignoring
from edition.checking.registers import check_copies, names_of_copies
from edition.diagnostic import Diagnostic, EditionError, Severity, diagnostic
from edition.project.draft import Draft, Reading
from edition.project.folder import Sources
from edition.project.inputs import Inputs, Version, Wanted
from edition.publishing.book import book
from edition.publishing.document import Links, Publishing
from edition.publishing.earlier import since
from edition.publishing.facing import checksum_of_pages, facing_pages
from edition.publishing.facing_parts import Part, may_be_parted, parted
from edition.publishing.outputs import ALL, BOOKS, Book
from edition.publishing.profiles import text_for
from edition.publishing.record import Record
from edition.publishing.tei import published_tei
from edition.settings import Settings
from edition.tei.document import Document, parse
from edition.tei.facts import not_in_header
from edition.tei.registers import Registers, is_register


def findings_in_copies(
    sources: Sources, inputs: Inputs, registers: Registers
) -> tuple[Diagnostic, ...]:
    """What *registers* have against copies of their entries in the TEI, before any is ignored."""
    try:
        document = parse(inputs.tei or b"", str(sources.tei))
        refuse_corpus(document)
    except EditionError:
        return ()
    is_checked = not is_register(document.root) and not recognised(
        document, has_source=inputs.transcript is not None
    )
    return tuple(check_copies(document, registers)) if is_checked else ()


class _Beside:
    """A *document* beside its *transcript*, set so when it is first asked for, and *versions*."""

    def __init__(
        self,
        document: Document,
        sources: Sources,
        transcript: bytes | None,
        versions: Sequence[Version],
    ) -> None:
        self.document = document
        self.sources = sources
        self.transcript = transcript
        self.versions = versions
        self.name = str(sources.transcript or "")

    @cached_property
    def made(self) -> Facing:
        """Both, row by row. Raises EditionError where the transcript cannot be read."""
        name = self.sources.transcript.name if self.sources.transcript else ""
        return facing(self.document, self.transcript, name)

    @cached_property
    def parts(self) -> Sequence[Part]:
        """What each page has, where there may be more than one."""
        with suppress(EditionError):  # which checking the document tells
            if may_be_parted(self.document):
                return parted(self.document, self.made)
        return ()


class Maker:
    """Makes one document after another. Of *wanted*, *settings* and *registers* all is known."""

    def __init__(self, wanted: Wanted, settings: Settings, registers: Registers) -> None:
        self._wanted = wanted
        self._settings = settings
        self._registers = registers

    def make(
        self,
        draft: Draft,
        sources: Sources,
        transcript: bytes | None,
        versions: Sequence[Version] = (),
        *,
        has_text: bool,
    ) -> Reading | None:
        """Check *draft*, and make what readers get of it; None where it is wrong.

        What is found is noted in *draft*. *has_text* says whether its page leads to a text edition.
        No file is read: whoever asks has them, and may be on another machine.
        """
        if draft.tei is None:
            return None
        try:
            document = parse(draft.tei, str(sources.tei))
            if is_register(document.root):
                raise EditionError(diagnostic("G009", document.place(document.root)))
            refuse_corpus(document)
            ignoring = Ignoring(document)
            beside = _Beside(document, sources, transcript, versions)
            reading = self._reading(draft, beside, ignoring, has_text=has_text)
            draft.findings += ignoring.faults(self._looked_for(draft, transcript))
            draft.ignored = len(ignoring.ignored)
        except EditionError as error:
            draft.findings.append(error.finding)
            return None
        return reading

    def _reading(
        self, draft: Draft, beside: _Beside, ignoring: Ignoring, *, has_text: bool
    ) -> Reading | None:
        document = beside.document
        links = self._links(beside, has_text=has_text)
        begun = self._begin(document, links)
        foreign = recognised(document, has_source=beside.transcript is not None)
        if foreign is not None:
            draft.findings += ignoring.standing([foreign, *check_foreign(document)])
            draft.is_valid = draft.is_foreign = True
        else:
            self._check(draft, beside, ignoring)
        if not draft.is_valid:
            return None
        reading = self._publish(draft, document, ignoring, begun, links)
        if "html" in self._wanted.outputs:
            shown = checksum_of_pages(reading.publication.pages)
            found = ignoring.standing(self._unequal(document, beside.made, shown))
            draft.findings += found
            draft.lasting += found
            reading.facing = _facing(beside, shown, reading.publication.record)
            self._compare(draft, reading, beside)
        return reading

    def _check(self, draft: Draft, beside: _Beside, ignoring: Ignoring) -> None:
        """Note what stands against the document."""
        document = beside.document
        draft.names = names_of_copies(document)
        if not draft.is_new:
            draft.findings += ignoring.standing(self._unsaid(document, beside.sources.stem))
            draft.copies = tuple(check_copies(document, self._registers))
            draft.findings += ignoring.standing(draft.copies)
        found = check(document, source=beside.transcript, source_name=beside.name)
        found = ignoring.standing(found)
        draft.lasting += found
        # What is doubtful in a new encoding has just been told, with its line in the source.
        draft.findings += [f for f in found if not (draft.is_new and f.code == "C008")]
        draft.is_valid = not any(finding.severity is Severity.ERROR for finding in found)

    def _begin(self, document: Document, links: Links) -> Publishing:
        """Let the engine make what readers get while the document is checked: most are valid."""
        outputs, width = self._wanted.outputs, self._wanted.width
        theme = self._wanted.theme
        return Publishing(document, outputs=outputs, width=width, links=links, theme=theme)

    def _publish(
        self, draft: Draft, document: Document, ignoring: Ignoring, begun: Publishing, links: Links
    ) -> Reading:
        """Take what readers get, and note what was found on the way.

        It was *begun* with all *links*. Those to books that could not be made are left out.
        """
        publication = begun.publication()
        reading = Reading(publication, published_tei(draft.tei or b"", document))
        if "text" in self._wanted.outputs:
            reading.texts = {name: text_for(name, document) for name in self._wanted.profiles}
        self._bind(draft, reading, document)
        bound = replace(
            links,
            epub=links.epub if "epub" in reading.books else "",
            pdf=links.pdf if "pdf" in reading.books else "",
        )
        if bound != links:
            reading.publication = self._begin(document, bound).publication()
        found = ignoring.standing(reading.publication.diagnostics)
        draft.findings += found
        draft.lasting += found
        return reading

    @staticmethod
    def _unequal(document: Document, made: Facing, shown: str) -> list[Diagnostic]:
        """That page and TEI file have not one text, if so; *shown* is the checksum of the page."""
        if shown == made.text_checksum:
            return []
        return [diagnostic("P019", document.place(document.root))]

    def _bind(self, draft: Draft, reading: Reading, document: Document) -> None:
        """Make the books that are wanted of a document."""
        address = address_of(self._settings, reading.publication.record.name)
        for kind in filter(self._wanted.wants, BOOKS):
            try:
                reading.books[kind] = self._book(kind, document, address)
            except EditionError as error:
                draft.findings.append(error.finding)
                draft.lasting.append(error.finding)

    def _book(self, kind: Book, document: Document, address: str) -> bytes:
        """A book of *document*. Raises EditionError (P003, P004, P009)."""
        if kind == "epub":
            return book(document, address=address)
        from edition.publishing.pdf import pdf  # few want it, and it takes its time

        return pdf(document, address=address, edition=self._settings.edition.title)

    def _compare(self, draft: Draft, reading: Reading, beside: _Beside) -> None:
        """Note what changed since versions that were published; one that is no TEI is told."""
        for version in beside.versions:
            try:
                earlier = _earlier(version)
                reading.earlier.append(since(earlier, version.name, beside.document))
            except EditionError as error:
                draft.findings.append(error.finding)
                draft.lasting.append(error.finding)

    def _looked_for(self, draft: Draft, transcript: bytes | None) -> list[str]:
        """How the codes begin of all that was looked for."""
        fidelity = [] if transcript is None else ["F"]
        pages = ["P"] if draft.is_valid and self._wanted.outputs == frozenset(ALL) else []
        if draft.is_foreign:
            return ["O", *pages]
        return ["C", "G", "M1", "S", *fidelity, *pages]

    def _unsaid(self, document: Document, stem: str) -> list[Diagnostic]:
        """What ``edition.toml`` says and the header, which is the scholar's, does not."""
        differing = [
            f"{name} “{said}”" + (f" (the header has “{written}”)" if written else "")
            for name, said, written in not_in_header(document.root, self._settings, stem)
        ]
        if not differing:
            return []
        return [diagnostic("M108", document.place(document.root), differing=", ".join(differing))]

    def _links(self, beside: _Beside, *, has_text: bool) -> Links:
        stem = beside.sources.stem
        name = quote(stem)
        parts = beside.parts if "html" in self._wanted.outputs else ()
        return Links(
            html=f"{name}.html",
            text=f"../text/{name}.txt" if has_text else "",
            tei=f"../tei/{name}.xml",
            cite=f"cite/{name}.html",
            citations=f"../cite/{name}",
            facing=f"facing/{name}.html",
            facing_parts=tuple(part.begins for part in parts[1:]),
            address=address_of(self._settings, stem),
            report=self._settings.edition.report,
            subjects=True,
            epub=f"../epub/{name}.epub" if self._wanted.wants("epub") else "",
            pdf=f"../pdf/{name}.pdf" if self._wanted.wants("pdf") else "",
        )


def _earlier(version: Version) -> Document:
    """The document as it was then. Raises EditionError where that cannot be read."""
    if version.fault is not None:
        raise EditionError(version.fault)
    return parse(version.data, str(version.file))


def address_of(settings: Settings, stem: str) -> str:
    """Where the page of the document *stem* will be on the web; '' where that is not known."""
    site = settings.edition.url
    return f"{site.rstrip('/')}/html/{quote(stem)}.html" if site else ""


def _facing(beside: _Beside, shown: str, record: Record) -> tuple[str, ...]:
    """The pages with the document beside its transcript; *shown* is the checksum of its own."""
    return facing_pages(
        beside.document, beside.made, shown, record, parts=beside.parts, subjects=True
    )
