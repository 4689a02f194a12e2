"""From bytes to characters: which encoding, and what is no text at all.

UTF-8 with or without a byte order mark; UTF-16 with one; Windows-1252 as a last resort, with
a finding.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic

MOST_CONTROLS = 1000
_RARE = 20  # of so many characters of Windows-1252 one may look like UTF-8 by chance

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
_FEW = 3  # words of accented letters alone are no chance
# Rarely needed, so compiled where they are used.
_ACCENTED = "[À-ÖØ-öø-ÿ]"
_ACCENTED_WORD = f"{_ACCENTED}{{4,}}"
_LINE = r"([^\r\n]*)(\r\n|\n|\r|\Z)"
_MULTIBYTE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"


class Characters(NamedTuple):
    """The text of a file, and how it was got from the bytes."""

    text: str
    encoding: str
    byte_order_mark: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def characters(data: bytes, name: str) -> Characters:
    """The text in *data*; *name* is for findings. Raises EditionError (T002, T003, T007)."""
    if data.startswith(codecs.BOM_UTF8):
        return Characters(_strict(data[3:], name, "utf-8"), "utf-8", byte_order_mark=True)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return Characters(_strict(data[2:], name, encoding), encoding, byte_order_mark=True)
    try:
        return Characters(data.decode("utf-8"), "utf-8", byte_order_mark=False)
    except UnicodeDecodeError as error:
        return _windows_1252(data, name, error)


def lines_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
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


def count_controls(text: str) -> int:
    """How many characters of *text* are such as :data:`CONTROLS` matches, at the speed of C."""
    encoded = text.encode("utf-8", "surrogatepass")
    of_one_byte = len(encoded) - len(encoded.translate(None, _CONTROL_BYTES))
    return of_one_byte + sum(text.count(rare) for rare in "\ufffe\uffff" if rare in text)


def refuse_binary(text: str, name: str) -> None:
    """Raise EditionError (T001, T002) where *text* is empty or no text that people read."""
    controls = count_controls(text)
    if not (CONTROLS.sub("", text) if controls else text).strip():
        raise EditionError(diagnostic("T001", Place(name)))
    nul = text.find("\x00")
    if nul >= 0 or controls > MOST_CONTROLS:
        match = CONTROLS.search(text)
        at = nul if nul >= 0 else (match.start() if match else 0)
        raise EditionError(diagnostic("T002", place_of(text, at, name), what=_what_is(text)))


def _what_is(text: str) -> str:
    """What *text* with control characters is: of wide characters a third is NUL, and few others."""
    nuls = text.count("\x00")
    if 3 * nuls > len(text) and 10 * (count_controls(text) - nuls) < len(text):
        return "text in UTF-16 without its mark, or in UTF-32"
    return "a binary file"


def refuse_other_script(text: str, name: str) -> None:
    """Raise EditionError (T007) where *text*, read as Windows-1252, is in another encoding.

    In the bytes of KOI8-R, Windows-1251 or ISO 8859-5 to 8859-8 whole words become letters from À
    to ÿ. No language that is written in Windows-1252 has four of these one behind the other.
    """
    words = list(re.finditer(_ACCENTED_WORD, text))
    letters = len(re.findall(_ACCENTED, text))
    if len(words) >= _FEW and 2 * sum(len(word[0]) for word in words) > letters:
        place = place_of(text, words[0].start(), name)
        raise EditionError(diagnostic("T007", place, sample=words[0][0][:20]))


def place_of(text: str, index: int, name: str) -> Place:
    """The line and column of character *index* of *text*."""
    lines = text[:index].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(name, len(lines), len(lines[-1]) + 1)


def _windows_1252(data: bytes, name: str, error: UnicodeDecodeError) -> Characters:
    place = _place_of_byte(data, error.start, name)
    byte = f"0x{data[error.start]:02X}"
    if b"\x00" in data:
        raise EditionError(diagnostic("T002", place, what=_what_is(data.decode("latin-1"))))
    sequences = re.findall(_MULTIBYTE, data)
    strays = sum(1 for byte_ in data if byte_ >= 0x80) - sum(map(len, sequences))
    if len(sequences) * _RARE > strays:
        raise EditionError(diagnostic("T003", place, byte=byte))
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as second:
        place = _place_of_byte(data, second.start, name)
        raise EditionError(diagnostic("T003", place, byte=f"0x{data[second.start]:02X}")) from None
    refuse_other_script(text, name)
    found = diagnostic("T004", place, byte=byte)
    return Characters(text, "cp1252", byte_order_mark=False, diagnostics=(found,))


def _strict(data: bytes, name: str, encoding: str) -> str:
    """The text of *data*, which follows a byte order mark."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place_of_byte(data, error.start, name, encoding)
        byte = f"0x{data[error.start]:02X}"
        raise EditionError(diagnostic("T003", place, byte=byte)) from None


def _place_of_byte(data: bytes, index: int, name: str, encoding: str = "utf-8") -> Place:
    before = data[:index].decode(encoding, "replace")
    return place_of(before, len(before), name)
