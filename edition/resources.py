"""Where schemas and stylesheets lie: inside a wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "share" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


SCHEMAS = _folder("schemas")
XSLT = _folder("xslt")

# What is written for people about a subject, by its name.
GUIDES = {
    "conventions": _PACKAGE / "transcript" / "conventions" / "README.md",
    "names": _PACKAGE / "names" / "README.md",
    "editing": SCHEMAS / "editing.md",
    "themes": XSLT / "themes.md",
}

# What a build applies to each document, and to all of them.
RULES = SCHEMAS / "edition-checks.xsl"
PAGE = XSLT / "html" / "document.xsl"
TEXT = XSLT / "text" / "reading.xsl"
BOOK = XSLT / "epub" / "book.xsl"
BOOK_STYLE = XSLT / "epub" / "book.css"
PDF = XSLT / "pdf" / "pdf.xsl"
PDF_STYLE = XSLT / "pdf" / "pdf.css"
RECORD = XSLT / "data" / "record.xsl"
INDEX = XSLT / "html" / "index.xsl"
PARTS = XSLT / "html" / "parts.xsl"
FACING = XSLT / "html" / "facing.xsl"
CITE = XSLT / "html" / "cite.xsl"
ABOUT = XSLT / "html" / "about.xsl"
FIGURES = XSLT / "html" / "figures.xsl"
SUBJECTS = XSLT / "html" / "subjects.xsl"
