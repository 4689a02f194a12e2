"""Which format a file has: told by its content, and by its ending where content cannot tell."""

from __future__ import annotations

import codecs
from enum import StrEnum
from pathlib import PurePath

from edition.diagnostic import EditionError, Place, diagnostic


class Format(StrEnum):
    """A format in which a transcript may come."""

    TEXT = "text"


SUFFIXES = {".txt": Format.TEXT}
_SIGNATURES = (
    (b"{\\rtf", "an RTF document"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"<?xml", "an XML document"),
    (b"<TEI", "a TEI document"),
)


def format_of(data: bytes, name: str) -> Format:
    """The format of *data*, the content of the file *name*.

    Raises EditionError (T002) where it is one that is not read.
    """
    begin = data.removeprefix(codecs.BOM_UTF8)
    for signature, what in _SIGNATURES:
        if begin.startswith(signature):
            raise EditionError(diagnostic("T002", Place(name), what=what))
    return SUFFIXES.get(PurePath(name).suffix.lower(), Format.TEXT)
