"""From bytes to lines: which encoding, which line ends, and what is no plain text at all.

UTF-8 with or without a byte order mark; UTF-16 with one; Windows-1252 as a last resort, with
a finding. RTF, PDF, Office files and other binaries are refused, each with what to do.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import NamedTuple

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic

LARGEST_FILE = 64 * 1024 * 1024  # bytes; the longest sittings known are a fiftieth of it
LONGEST_LINE = 4 * 1024 * 1024  # characters; libxml2 takes no text node above 10 MB
MOST_CONTROLS = 1000
_RARE = 20  # of so many characters of Windows-1252 one may look like UTF-8 by chance

NO_BREAK_SPACE = "\u00a0"
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
# Rarely needed, so compiled where they are used.
_LINE = r"([^\r\n]*)(\r\n|\n|\r|\Z)"
_MULTIBYTE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_SIGNATURES = (
    (b"{\\rtf", "an RTF document"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"<?xml", "an XML document"),
    (b"\xef\xbb\xbf<?xml", "an XML document"),
    (b"<TEI", "a TEI document"),
)


class Decoded(NamedTuple):
    """Text of a source file, its lines, and how it was got from the bytes."""

    name: str
    data: bytes
    encoding: str
    byte_order_mark: bool
    lines: tuple[str, ...]
    plain: tuple[str, ...]  # the lines as patterns see them: see the function of this name
    line_ends: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def plain(text: str) -> str:
    """*text* with a plain space for every NO-BREAK SPACE, tab and control; same length.

    One character for one, so that offsets in the plain text are offsets in the text.
    """
    spaced = _spaced(text)
    return spaced if spaced.isprintable() else CONTROLS.sub(" ", spaced)


def _spaced(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ").replace("\t", " ")


def decode(data: bytes, name: str) -> Decoded:
    """The lines of *data*; *name* is for findings. Raises EditionError (T001–T006)."""
    _refuse_other_formats(data, name)
    text, encoding, mark, findings = _decoded(data, name)
    lines, ends = _lines(text)
    controls = count_controls(text)
    _refuse_unfit(text, lines, name, controls)
    simple = _spaced("\n".join(lines))
    plain_lines = (CONTROLS.sub(" ", simple) if controls else simple).split("\n")
    return Decoded(name, data, encoding, mark, lines, tuple(plain_lines), ends, findings)


def _lines(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of *text* and their ends; after a last line end there is no further line."""
    if "\r" in text:
        pairs = re.findall(_LINE, text)
        lines, ends = [line for line, _ in pairs], [end for _, end in pairs]
    else:
        lines = text.split("\n")
        ends = ["\n"] * (len(lines) - 1) + [""]
    if len(lines) > 1 and not lines[-1] and not ends[-1]:
        del lines[-1], ends[-1]
    return tuple(lines), tuple(ends)


def _refuse_other_formats(data: bytes, name: str) -> None:
    if len(data) > LARGEST_FILE:
        size, limit = len(data) // 1024 // 1024, LARGEST_FILE // 1024 // 1024
        raise EditionError(diagnostic("T005", Place(name), size=size, limit=limit))
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise EditionError(diagnostic("T002", Place(name), what=what))


def _decoded(data: bytes, name: str) -> tuple[str, str, bool, tuple[Diagnostic, ...]]:
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data[3:], name, "utf-8"), "utf-8", True, ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return _strict(data[2:], name, encoding), encoding, True, ()
    try:
        return data.decode("utf-8"), "utf-8", False, ()
    except UnicodeDecodeError as error:
        return _windows_1252(data, name, error)


def _windows_1252(
    data: bytes, name: str, error: UnicodeDecodeError
) -> tuple[str, str, bool, tuple[Diagnostic, ...]]:
    place = _place_of_byte(data, error.start, name)
    byte = f"0x{data[error.start]:02X}"
    if b"\x00" in data:
        raise EditionError(diagnostic("T002", place, what="a binary file"))
    sequences = re.findall(_MULTIBYTE, data)
    strays = sum(1 for byte_ in data if byte_ >= 0x80) - sum(map(len, sequences))
    if len(sequences) * _RARE > strays:
        raise EditionError(diagnostic("T003", place, byte=byte))
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as second:
        place = _place_of_byte(data, second.start, name)
        raise EditionError(diagnostic("T003", place, byte=f"0x{data[second.start]:02X}")) from None
    return text, "cp1252", False, (diagnostic("T004", place, byte=byte),)


def _strict(data: bytes, name: str, encoding: str) -> str:
    """The text of *data*, which follows a byte order mark."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place_of_byte(data, error.start, name, encoding)
        byte = f"0x{data[error.start]:02X}"
        raise EditionError(diagnostic("T003", place, byte=byte)) from None


def count_controls(text: str) -> int:
    """How many characters of *text* are such as :data:`CONTROLS` matches, at the speed of C."""
    encoded = text.encode("utf-8", "surrogatepass")
    of_one_byte = len(encoded) - len(encoded.translate(None, _CONTROL_BYTES))
    return of_one_byte + sum(text.count(rare) for rare in "\ufffe\uffff" if rare in text)


def _refuse_unfit(text: str, lines: tuple[str, ...], name: str, controls: int) -> None:
    if not (CONTROLS.sub("", text) if controls else text).strip():
        raise EditionError(diagnostic("T001", Place(name)))
    nul = text.find("\x00")
    if nul >= 0 or controls > MOST_CONTROLS:
        match = CONTROLS.search(text)
        at = nul if nul >= 0 else (match.start() if match else 0)
        raise EditionError(diagnostic("T002", _place_of(text, at, name), what="a binary file"))
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise EditionError(
                diagnostic("T006", Place(name, number), length=len(line), limit=LONGEST_LINE)
            )


def _place_of_byte(data: bytes, index: int, name: str, encoding: str = "utf-8") -> Place:
    before = data[:index].decode(encoding, "replace")
    return _place_of(before, len(before), name)


def _place_of(text: str, index: int, name: str) -> Place:
    lines = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(name, len(lines), len(lines[-1]) + 1)
