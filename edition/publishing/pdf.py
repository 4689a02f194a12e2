"""The PDF of a document, laid out by WeasyPrint from the parts of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn
from uuid import NAMESPACE_URL, uuid5

from edition.diagnostic import EditionError, diagnostic
from edition.files import read_bytes
from edition.publishing.book import own_address
from edition.publishing.transformation import outcome
from edition.resources import PDF, PDF_STYLE
from edition.saxon import engine
from edition.tei.tokens import joined

if TYPE_CHECKING:
    from edition.tei.document import Document


def pdf(document: Document, *, address: str = "", edition: str = "") -> bytes:
    """*document* as PDF; *address* is that of its page on the web, *edition* its title as a whole.

    The bytes are the same wherever fonts, Pango and WeasyPrint are. Raises EditionError (P003,
    P004, and P009 where WeasyPrint stops).
    """
    from weasyprint import CSS, HTML

    sheet = sheet_for(document, address=address, edition=edition)
    name = uuid5(NAMESPACE_URL, address or own_address(document))
    try:
        style = CSS(string=read_bytes(PDF_STYLE).decode(), url_fetcher=_refused)
        made = HTML(string=sheet, url_fetcher=_refused).write_pdf(
            stylesheets=[style],
            pdf_identifier=name.bytes,
            pdf_variant="pdf/ua-1",
            finisher=_number_headers,
        )
    # Whatever a program of layout stumbles over, the other forms of the document are whole.
    except Exception as error:  # noqa: BLE001
        place = document.place(document.root)
        reason = f"{type(error).__name__}: {error}"
        raise EditionError(diagnostic("P009", place, reason=reason)) from None
    return bytes(made or b"")


def sheet_for(document: Document, *, address: str = "", edition: str = "") -> str:
    """What is laid out, as HTML. Raises EditionError (P003, P004)."""
    shown = joined(document)
    sheet = engine("pages").stylesheet(PDF, "pdf")
    made = sheet.begin(
        shown,
        address=address,
        edition=edition,
        words=" ".join(map(str, shown.counts.words_of_turns)),
        words_outside=shown.counts.words_outside,
    )
    return outcome(made).text


def _number_headers(_document: object, made: Any) -> None:
    """Name the headers of tables by numbers: WeasyPrint 69 names them by addresses in memory."""
    from pydyf import String

    numbers: dict[str, String] = {}

    def numbered(name: String) -> String:
        return numbers.setdefault(str(name.string), String(f"h{len(numbers)}"))

    for element in made.objects:
        if not isinstance(element, dict) or element.get("Type") != "/StructElem":
            continue
        if "ID" in element:
            element["ID"] = numbered(element["ID"])
        headers = element.get("A", {}).get("Headers", [])
        headers[:] = map(numbered, headers)


def _refused(url: str) -> NoReturn:
    """Nothing is fetched: all that a PDF needs is in the document and in our style sheet."""
    raise ValueError(url)
