"""The publication of one document: page, plain text and record, from one parsed tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from edition.diagnostic import EditionError, diagnostic
from edition.publishing.data import Data, data_of
from edition.publishing.findings import findings
from edition.publishing.outputs import ALL, Output
from edition.publishing.parts import parted_page
from edition.publishing.record import Record
from edition.publishing.theme import Theme, fetched_by
from edition.publishing.transformation import outcome
from edition.publishing.wrapping import wrapped
from edition.resources import PAGE, RECORD, TEXT
from edition.saxon import Result, engine
from edition.tei.tokens import joined

if TYPE_CHECKING:
    from collections.abc import Collection

    from edition.diagnostic import Diagnostic
    from edition.saxon import Transformation
    from edition.saxon.engine import Stylesheet
    from edition.tei.document import Document

DEFAULT_WIDTH = 72
_NOTHING = Result("", ())
_ADDRESSES = (
    "html",
    "text",
    "tei",
    "home",
    "cite",
    "citations",
    "facing",
    "address",
    "epub",
    "pdf",
)


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page finds its neighbours, seen from the page; ``{name}`` is the document's name.

    *cite* is the page on citing it, *citations* its citations, but for the ending, *facing* the
    page with its source beside it, *facing_parts* the identifiers with which further such pages
    begin. An empty link is left out. ``address`` is where the page itself will be, such as
    ``https://example.org/meetings/{name}.html``: it is cited, and nothing is fetched from it.
    ``report`` is where to report an error, with ``{title}`` and ``{body}`` in it.
    With ``subjects`` there are pages of persons, places … ; ``own`` are identifiers of entries that
    mean nothing outside of this document. ``epub`` and ``pdf`` are books of it.
    """

    html: str = "{name}.html"
    text: str = "../text/{name}.txt"
    tei: str = "../tei/{name}.xml"
    home: str = "index.html"
    cite: str = "cite/{name}.html"
    citations: str = "../cite/{name}"
    facing: str = ""
    facing_parts: tuple[str, ...] = ()
    address: str = ""
    report: str = ""
    subjects: bool = False
    own: tuple[str, ...] = ()
    epub: str = ""
    pdf: str = ""

    def to(self, name: str) -> Links:
        """The links of the document *name*."""
        return replace(
            self,
            **{kind: getattr(self, kind).replace("{name}", name) for kind in _ADDRESSES},
        )


STANDARD_LINKS = Links()


@dataclass(frozen=True, slots=True)
class Publication:
    """A document as readers get it, as data, and what was found on the way.

    *html* is its page, *pages* are the parts of that, where it is long, or it alone.
    """

    html: str
    pages: tuple[str, ...]
    text: str
    data: Data
    diagnostics: tuple[Diagnostic, ...]

    @property
    def record(self) -> Record:
        """Its entry in the index."""
        return self.data.document


def publish(
    document: Document,
    *,
    outputs: Collection[Output] = ALL,
    width: int | None = None,
    language: str = "",
    links: Links = STANDARD_LINKS,
) -> Publication:
    """Make the page, the plain text and the record of *document*.

    *outputs* are what to make of page and text; the other is ''. *width* is the longest line of
    the text (0: one paragraph a line; None: 72), *language* that of the interface (default: the
    document's, where there are words in it).
    Raises EditionError where a stylesheet cannot go on (P003) or the engine breaks down (P004).
    """
    begun = Publishing(document, outputs=outputs, width=width, language=language, links=links)
    return begun.publication()


class Publishing:
    """A publication under way: its page is made while the caller is at other things."""

    def __init__(
        self,
        document: Document,
        *,
        outputs: Collection[Output] = ALL,
        width: int | None = None,
        language: str = "",
        links: Links = STANDARD_LINKS,
        theme: Theme | None = None,
    ) -> None:
        """Let the engine begin with the page; the arguments are those of :func:`publish`.

        *theme* says how the page differs from those of other projects.
        """
        self._document = document
        self._shown = joined(document)
        self._width = DEFAULT_WIDTH if width is None else width
        self._links = links.to(Path(document.name).stem)
        self._begin_text = partial(_text, self._shown, language) if "text" in outputs else None
        self._is_themed = theme is not None and theme.package is not None
        sheet = _sheet(theme)
        self._page = _page(sheet, self._shown, language, self._links) if "html" in outputs else None

    def publication(self) -> Publication:
        """Wait for what the engine makes. Raises EditionError as :func:`publish` does."""
        # Both are asked for before the first is awaited: the engine need not wait for this process.
        text = self._begin_text() if self._begin_text else None
        record = engine().stylesheet(RECORD).begin(self._shown)
        shown = outcome(self._page) if self._page else _NOTHING
        said = outcome(text) if text else _NOTHING
        if self._is_themed and self._page and (fetched := fetched_by(shown.text)):
            place = self._document.place(self._document.root)
            raise EditionError(diagnostic("P007", place, what=", ".join(dict.fromkeys(fetched))))
        html = shown.text + "\n" if self._page else ""
        parted = parted_page(html, self._document.name, self._links.html)
        return Publication(
            html=html,
            pages=parted.pages,
            text=wrapped(said.text, self._width) if text else "",
            data=data_of(
                self._shown,
                _record(self._shown, self._links, outcome(record), parted.has),
                self._links.own,
            ),
            diagnostics=findings(self._document, shown.messages + said.messages),
        )


def _sheet(theme: Theme | None) -> Stylesheet:
    """What makes the page."""
    if theme is None or theme.package is None:
        return engine("pages").stylesheet(PAGE)
    return engine("pages").stylesheet(theme.package, theme.checksum)


def _page(sheet: Stylesheet, document: Document, language: str, own: Links) -> Transformation:
    return sheet.begin(
        document,
        language=language,
        tei_file=own.tei,
        text_file=own.text,
        epub_file=own.epub,
        pdf_file=own.pdf,
        home=own.home,
        address=own.address,
        subjects=own.subjects,
        own=" ".join(own.own),
        name=Path(document.name).stem,
        cite_page=own.cite,
        citations=own.citations,
        facing=own.facing,
        facing_parts=" ".join(own.facing_parts),
        report=own.report,
        words=" ".join(map(str, document.counts.words_of_turns)),
        words_outside=document.counts.words_outside,
    )


def _text(document: Document, language: str) -> Transformation:
    return engine().stylesheet(TEXT).begin(document, language=language)


def _record(document: Document, own: Links, said: Result, parts: tuple[str, ...]) -> Record:
    name, told = Path(document.name).stem, msgspec.json.decode(said.text)
    return Record(
        name=name,
        title=told.pop("title") or name,  # nothing else says which document it is
        html=own.html,
        text=own.text,
        tei=own.tei,
        turns=document.counts.turns,
        words=document.counts.words,
        parts=parts,
        **told,
    )
