"""From ``edition.odd`` to everything that is made from it."""

from __future__ import annotations

from pathlib import Path

from edition.files import read_bytes
from edition.resources import SCHEMAS, XSLT
from edition.saxon import engine
from edition.tei.document import read_document

ODD = SCHEMAS / "edition.odd"
_COMPILERS = {
    "edition.rng": "rng.xsl",
    "edition.sch": "schematron.xsl",
    "edition-checks.xsl": "checks.xsl",
    "edition-messages.xsl": "messages.xsl",
    "guide.html": "guide.xsl",
}


def compile_schema(odd: Path | None = None) -> dict[str, bytes]:
    """What *odd* (by default the ODD of the house) compiles to, by file name.

    ``edition.rng`` is the grammar, ``edition.sch`` the rules for editors such as oXygen,
    ``edition-checks.xsl`` the same rules as one stylesheet, ``edition-messages.xsl`` what is said
    of what they find, ``guide.html`` the encoding guide.
    Raises FileAccessError where *odd* cannot be read, EditionError where it is no XML.
    """
    document = read_document(odd or ODD)
    compiled = {}
    for name, compiler in _COMPILERS.items():
        text = engine().stylesheet(XSLT / "odd" / compiler).transform(document).text
        compiled[name] = (text.rstrip("\n") + "\n").encode()
    return compiled


def stale(folder: Path = SCHEMAS) -> list[str]:
    """The files in *folder* that are missing, or not what its ``edition.odd`` compiles to."""
    compiled = compile_schema(folder / ODD.name)
    return [
        name
        for name, data in compiled.items()
        if not (folder / name).is_file() or read_bytes(folder / name) != data
    ]
