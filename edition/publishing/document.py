"""The publication of one document: page, plain text and record, from one parsed tree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from edition.publishing.findings import findings
from edition.publishing.record import Record
from edition.publishing.transformation import outcome
from edition.publishing.wrapping import wrapped
from edition.resources import XSLT
from edition.saxon import engine

if TYPE_CHECKING:
    from edition.diagnostic import Diagnostic
    from edition.tei.document import Document

DEFAULT_WIDTH = 72
_PAGE = XSLT / "html" / "document.xsl"
_TEXT = XSLT / "text" / "reading.xsl"
_RECORD = XSLT / "data" / "record.xsl"


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page finds its neighbours, seen from the page; ``{name}`` is the document's name.

    An empty link is left out of the page. ``address`` is where the page itself will be, such as
    ``https://example.org/meetings/{name}.html``: it is cited, and nothing is fetched from it.
    """

    html: str = "{name}.html"
    text: str = "../text/{name}.txt"
    tei: str = "../tei/{name}.xml"
    home: str = "index.html"
    address: str = ""

    def to(self, name: str) -> Links:
        """The links of the document *name*."""
        return Links(
            *(
                link.replace("{name}", name)
                for link in (self.html, self.text, self.tei, self.home, self.address)
            )
        )


STANDARD_LINKS = Links()


@dataclass(frozen=True, slots=True)
class Publication:
    """A document as readers get it, its entry in the index, and what was found on the way."""

    html: str
    text: str
    record: Record
    diagnostics: tuple[Diagnostic, ...]


def publish(
    document: Document,
    *,
    width: int | None = None,
    language: str = "",
    links: Links = STANDARD_LINKS,
) -> Publication:
    """Make the page, the plain text and the record of *document*.

    *width* is the longest line of the text (0: one paragraph a line; None: 72), *language* that
    of the interface (default: the document's, where there are words in it).
    Raises EditionError where a stylesheet cannot go on (P003) or the engine breaks down (P004).
    """
    name = Path(document.name).stem
    own = links.to(name)
    figures = document.counts
    page = (
        engine()
        .stylesheet(_PAGE)
        .begin(
            document,
            language=language,
            tei_file=own.tei,
            text_file=own.text,
            home=own.home,
            address=own.address,
            words=" ".join(map(str, figures.words_of_turns)),
        )
    )
    # All are asked for before the first is awaited: the engine need not wait for this process.
    text = engine().stylesheet(_TEXT).begin(document, language=language)
    record = engine().stylesheet(_RECORD).begin(document)
    shown, said = outcome(page), outcome(text)
    return Publication(
        html=shown.text + "\n",
        text=wrapped(said.text, DEFAULT_WIDTH if width is None else width),
        record=Record(
            name=name,
            html=own.html,
            text=own.text,
            tei=own.tei,
            turns=figures.turns,
            words=figures.words,
            **json.loads(outcome(record).text),
        ),
        diagnostics=findings(document, shown.messages + said.messages),
    )
