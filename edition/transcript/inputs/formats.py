"""Which format a file has: told by its content, and by its ending where content cannot tell."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from edition.diagnostic import EditionError, Place, diagnostic


class Format(StrEnum):
    """A format in which a transcript may come; the module of that name reads it."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    WEBVTT = "webvtt"
    SRT = "srt"


SUBTITLES = frozenset({Format.WEBVTT, Format.SRT})
SUFFIXES = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".docx": Format.DOCX,
    ".vtt": Format.WEBVTT,
    ".srt": Format.SRT,
}
_HEAD = 2048  # bytes that tell the format
_CONTENTS = (
    (Format.WEBVTT, re.compile(r"WEBVTT(?:[ \t\r\n]|\Z)")),
    (Format.SRT, re.compile(r"\s*(?:\d+\s*\n)?\s*\d+:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d+:\d\d")),
    (
        Format.HTML,
        re.compile(
            r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*+"
            r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|header|nav|div"
            r"|h[1-6]|p|table)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
)
_PLAIN = re.compile(r"<pre>\s*\n", re.IGNORECASE)  # plain text between the tags of a page
_SIGNATURES = (
    (b"{\\rtf", "an RTF document"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or a document of another program than Word"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"<?xml", "an XML document"),
    (b"<TEI", "a TEI document"),
)


def format_of(data: bytes, name: str) -> Format:
    """The format of *data*, the content of the file *name*.

    Raises EditionError (T002) where it is one that is not read.
    """
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return Format.DOCX
    head = _head(data)
    is_text = PurePath(name).suffix.lower() == ".txt" and _PLAIN.search(head)
    for format_, pattern in _CONTENTS:
        if pattern.match(head) and not is_text:
            return format_
    begin = data.removeprefix(codecs.BOM_UTF8)
    for signature, what in _SIGNATURES:
        if begin.startswith(signature):
            raise EditionError(diagnostic("T002", Place(name), what=what))
    return SUFFIXES.get(PurePath(name).suffix.lower(), Format.TEXT)


def _head(data: bytes) -> str:
    """The beginning of *data* as text, whatever it is."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data[:_HEAD].decode("utf-16", "replace")
    return data.removeprefix(codecs.BOM_UTF8)[:_HEAD].decode("utf-8", "replace")
