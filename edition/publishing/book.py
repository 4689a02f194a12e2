"""The book of a document: EPUB 3, made of the parts of its page.

https://www.w3.org/TR/epub-33/
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from edition.files import read_bytes
from edition.publishing.transformation import outcome
from edition.resources import BOOK, BOOK_STYLE
from edition.saxon import engine
from edition.tei.tokens import joined

if TYPE_CHECKING:
    from edition.tei.document import Document

_CONTAINER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say


def book(document: Document, *, address: str = "", language: str = "") -> bytes:
    """*document* as EPUB 3; *address* is that of its page on the web, which names the book.

    A document without an address is named by its file and its title: the name stays when the text
    is changed. Raises EditionError (P003, P004).
    """
    shown = joined(document)
    sheet = engine("pages").stylesheet(BOOK, "book")
    made = outcome(
        sheet.begin(
            shown,
            language=language,
            home="",
            identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, address or own_address(document))}",
            words=" ".join(map(str, shown.counts.words_of_turns)),
            words_outside=shown.counts.words_outside,
        )
    )
    files = {
        f"EPUB/{file.get('name')}": etree.tostring(
            file[0], encoding="UTF-8", xml_declaration=True, with_tail=False
        )
        for file in etree.fromstring(made.text.encode())
    }
    return _packed(
        files | {"EPUB/style.css": read_bytes(BOOK_STYLE), "META-INF/container.xml": _CONTAINER}
    )


def own_address(document: Document) -> str:
    """What names *document* where it has no address on the web: its file and its title."""
    titles = document.root.xpath("string(//*[local-name() = 'titleStmt'][1])")
    said = sha256(" ".join(str(titles).split()).encode()).hexdigest()
    return f"urn:x-edition:{Path(document.name).stem}:{said}"


def _packed(files: dict[str, bytes]) -> bytes:
    """*files* as EPUB has them: the type first and as it is, and nowhere a time."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(ZipInfo("mimetype", _NO_TIME), b"application/epub+zip", ZIP_STORED)
        for name in sorted(files):
            archive.writestr(ZipInfo(name, _NO_TIME), files[name], ZIP_DEFLATED)
    return data.getvalue()
