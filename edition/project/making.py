"""One document of an edition: from its transcript or its TEI to what readers get, and findings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from edition.checking import check
from edition.checking.facing import Facing, facing
from edition.checking.foreign import check_foreign, recognised
from edition.checking.ignoring import Ignoring
from edition.checking.registers import check_copies, names_of_copies
from edition.diagnostic import Diagnostic, EditionError, Place, Severity, diagnostic
from edition.names.model import Naming, Register
from edition.project.folder import Project, Sources
from edition.project.inputs import Inputs, Wanted
from edition.project.register_findings import clashes_in
from edition.publishing.book import book
from edition.publishing.document import Links, Publication, Publishing
from edition.publishing.facing import facing_pages
from edition.publishing.facing_parts import Part, may_be_parted, parted
from edition.publishing.outputs import ALL, BOOKS, Book, Profile
from edition.publishing.profiles import text_for
from edition.publishing.tei import published_tei
from edition.settings import Settings, missing_for_transcript
from edition.tei.document import Document, parse
from edition.tei.facts import not_in_header
from edition.tei.registers import Registers, is_register

if TYPE_CHECKING:
    from edition.project.encoding import Encoder


def findings_in_copies(
    sources: Sources, inputs: Inputs, registers: Registers
) -> tuple[Diagnostic, ...]:
    """What *registers* have against copies of their entries in the TEI, before any is ignored."""
    try:
        document = parse(inputs.tei or b"", str(sources.tei))
    except EditionError:
        return ()
    is_checked = not is_register(document.root) and not recognised(
        document, has_source=inputs.transcript is not None
    )
    return tuple(check_copies(document, registers)) if is_checked else ()


@dataclass
class Draft:
    """A document made: its TEI with what it names, and what is public of it, where it is valid.

    *texts* are plain texts besides that for reading, *books* those that are wanted and could be
    made.

    There is no TEI where none can be had; *is_new* says that it is the transcript, encoded,
    *is_foreign* that it is TEI by another schema. Of a new one *lasting* are the findings in its
    TEI, which every later build has; the others are told once. *copies* are those about copies of
    entries, which have the *names*.
    """

    is_new: bool
    tei: bytes | None = None
    naming: Naming = field(default_factory=Naming)
    is_valid: bool = False
    is_foreign: bool = False
    publication: Publication | None = None
    public: bytes = b""
    texts: dict[Profile, str] = field(default_factory=dict)
    facing: tuple[str, ...] = ()
    books: dict[Book, bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    lasting: list[Diagnostic] = field(default_factory=list)
    copies: tuple[Diagnostic, ...] = ()
    names: tuple[str, ...] = ()
    ignored: int = 0


class _Beside:
    """A document beside its *transcript*, set so when it is first asked for."""

    def __init__(self, document: Document, sources: Sources, transcript: bytes | None) -> None:
        self._document = document
        self._name = sources.transcript.name if sources.transcript else ""
        self._transcript = transcript

    @cached_property
    def made(self) -> Facing:
        """Both, row by row. Raises EditionError where the transcript cannot be read."""
        return facing(self._document, self._transcript, self._name)

    @cached_property
    def parts(self) -> Sequence[Part]:
        """What each page has, where there may be more than one."""
        with suppress(EditionError):  # which checking the document tells
            if may_be_parted(self._document):
                return parted(self._document, self.made)
        return ()


class Maker:
    """Makes one document after another; *unread* is what is wrong with registers not readable."""

    def __init__(
        self,
        project: Project,
        wanted: Wanted,
        settings: Settings,
        registers: Registers,
        unread: list[Diagnostic],
    ) -> None:
        self._project = project
        self._wanted = wanted
        self._settings = settings
        self._registers = registers
        self._unread = unread
        self._untold: list[Diagnostic] = []

    def draft(self, sources: Sources, inputs: Inputs, *, has_text: bool) -> Draft:
        """The document of *inputs*; *has_text* says whether its page points to a text edition."""
        draft = Draft(is_new=inputs.tei is None, tei=inputs.tei)
        try:
            tei = draft.tei
            if tei is None:
                tei = self._encode(draft, sources, inputs.transcript or b"")
            document = parse(tei, str(sources.tei))
            if is_register(document.root):
                raise EditionError(diagnostic("G009", document.place(document.root)))
            ignoring = Ignoring(document)
            beside = _Beside(document, sources, inputs.transcript)
            links = self._links(sources.stem, has_text, beside)
            begun = self._begin(document, links)
            foreign = recognised(document, has_source=inputs.transcript is not None)
            if foreign is not None:
                draft.findings += ignoring.standing([foreign, *check_foreign(document)])
                draft.is_valid = draft.is_foreign = True
            else:
                self._check(draft, document, ignoring, sources, inputs.transcript)
            if draft.is_valid:
                self._publish(draft, document, ignoring, begun, links)
                if "html" in self._wanted.outputs:
                    self._face(draft, document, beside)
            draft.findings += ignoring.faults(self._looked_for(draft, inputs))
            draft.ignored = len(ignoring.ignored)
        except EditionError as error:
            draft.findings.append(error.finding)
        return draft

    def keep(self, register: Register) -> None:
        """Let the next transcripts know what is proposed in *register*: its document is kept."""
        self._encoder.keep(register)

    def propose(self) -> None:
        """Add to the registers who and what new documents name.

        Raises FileAccessError, or EditionError where nothing can be added to one.
        """
        self._encoder.propose(self._project, self._settings)

    def _encode(self, draft: Draft, sources: Sources, transcript: bytes) -> bytes:
        """The TEI of a transcript that has none yet."""
        name = str(sources.transcript)
        encoder = self._encoder
        draft.findings += self._untold
        self._untold = []
        result = encoder.encoded(transcript, name, self._settings, schemas="../schemas")
        place = Place(str(self._project.settings_file))
        draft.findings += result.findings
        draft.findings += missing_for_transcript(self._settings, sources.stem, place)
        draft.tei, draft.naming = result.tei, result.naming
        return result.tei

    @cached_property
    def _encoder(self) -> Encoder:
        from edition.project.conventions import read_conventions
        from edition.project.encoding import Encoder  # most builds have nothing to encode

        conventions, faulty = read_conventions(self._project.source)
        self._untold = faulty
        editors = {editor.id for editor in self._settings.editors}
        wrong = [*self._unread, *clashes_in(self._registers, editors), *faulty]
        return Encoder(self._registers, wrong, conventions)

    def _check(
        self,
        draft: Draft,
        document: Document,
        ignoring: Ignoring,
        sources: Sources,
        transcript: bytes | None,
    ) -> None:
        """Note what stands against the document."""
        draft.names = names_of_copies(document)
        if not draft.is_new:
            draft.findings += ignoring.standing(self._unsaid(document, sources.stem))
            draft.copies = tuple(check_copies(document, self._registers))
            draft.findings += ignoring.standing(draft.copies)
        name = str(sources.transcript or "")
        found = ignoring.standing(check(document, source=transcript, source_name=name))
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
    ) -> None:
        """Take what readers get, and note what was found on the way.

        It was *begun* with all *links*. Those to books that could not be made are left out.
        """
        draft.publication = begun.publication()
        draft.public = published_tei(draft.tei or b"", document)
        if "text" in self._wanted.outputs:
            draft.texts = {name: text_for(name, document) for name in self._wanted.profiles}
        self._bind(draft, document, self.address(draft.publication.record.name))
        bound = replace(
            links,
            epub=links.epub if "epub" in draft.books else "",
            pdf=links.pdf if "pdf" in draft.books else "",
        )
        if bound != links:
            draft.publication = self._begin(document, bound).publication()
        found = ignoring.standing(draft.publication.diagnostics)
        draft.findings += found
        draft.lasting += found

    def _bind(self, draft: Draft, document: Document, address: str) -> None:
        """Make the books that are wanted of a document whose page will be at *address*."""
        for kind in filter(self._wanted.wants, BOOKS):
            try:
                draft.books[kind] = self._book(kind, document, address)
            except EditionError as error:
                draft.findings.append(error.finding)
                draft.lasting.append(error.finding)

    def _book(self, kind: Book, document: Document, address: str) -> bytes:
        """A book of *document*. Raises EditionError (P003, P004, P009)."""
        if kind == "epub":
            return book(document, address=address)
        from edition.publishing.pdf import pdf  # few want it, and it takes its time

        return pdf(document, address=address, edition=self._settings.edition.title)

    def _face(self, draft: Draft, document: Document, beside: _Beside) -> None:
        """Set the document beside its transcript."""
        if (shown := draft.publication) is not None:
            draft.facing = facing_pages(
                document,
                beside.made,
                shown.html,
                shown.record,
                parts=beside.parts,
                subjects=True,
            )

    def _looked_for(self, draft: Draft, inputs: Inputs) -> list[str]:
        """How the codes begin of all that was looked for."""
        fidelity = [] if inputs.transcript is None else ["F"]
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

    def address(self, stem: str) -> str:
        """Where the page of the document *stem* will be on the web; '' where that is not known."""
        site = self._settings.edition.url
        return f"{site.rstrip('/')}/html/{quote(stem)}.html" if site else ""

    def _links(self, stem: str, has_text: bool, beside: _Beside) -> Links:
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
            address=self.address(stem),
            report=self._settings.edition.report,
            subjects=True,
            epub=f"../epub/{name}.epub" if self._wanted.wants("epub") else "",
            pdf=f"../pdf/{name}.pdf" if self._wanted.wants("pdf") else "",
        )
