"""Bytes of every kind: read as what they are, or refused with a place and a remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.diagnostic import EditionError
from edition.transcript.decode import LARGEST_FILE, LONGEST_LINE, decode
from edition.transcript.reader import read


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "T001", 1, 1),
        (b" \n\t\r\n\xc2\xa0\n", "T001", 1, 1),
        (b"\xef\xbb\xbf", "T001", 1, 1),
        (rb"{\rtf1\ansi Hello}", "T002", 1, 1),
        (b"%PDF-1.7\n", "T002", 1, 1),
        (b"PK\x03\x04....", "T002", 1, 1),
        (b"text\nand \x00 more", "T002", 2, 5),
        (b"text\nand \x00 more \xff", "T002", 2, 12),
        (b"\x07" * 1001 + b"text", "T002", 1, 1),
        ("Größe und Gewölbe\n".encode() + b"a \xe4 b", "T003", 2, 3),
        (b"one\n\x81", "T003", 2, 1),
        (b"x" * (LONGEST_LINE + 1), "T006", 1, 1),
        ("“Größe”\n".encode() + "“Größe”\n".encode("cp1252"), "T003", 2, 1),
        (b"<?xml version='1.0'?><TEI/>", "T002", 1, 1),
    ],
)
def test_is_refused(data: bytes, code: str, line: int, column: int) -> None:
    with pytest.raises(EditionError) as caught:
        decode(data, "name.txt")
    finding = caught.value.finding
    assert (finding.code, finding.file, finding.line, finding.column) == (
        code,
        "name.txt",
        line,
        column,
    )
    assert finding.hint


RUSSIAN = "Председатель: Заседание открыто. Слово имеет докладчик.\n"
GREEK = "Πρόεδρος: Η συνεδρίαση αρχίζει. Τον λόγο έχει ο εισηγητής.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "iso8859-5"),
        (GREEK, "iso8859-7"),
    ],
)
@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("name.txt", "Meeting of 1991\n{}"),
        ("name.html", "<html><body><p class='text'>{}</p></body></html>"),
        ("name.html", "<html><meta charset='iso-8859-1'><body><p class='text'>{}</p></html>"),
        ("name.srt", "1\n00:00:01,000 --> 00:00:02,000\n{}\n"),
    ],
)
def test_another_script_is_not_read_as_windows_1252(
    text: str, encoding: str, name: str, page: str
) -> None:
    with pytest.raises(EditionError, match="would read") as caught:
        decode(page.format(text).encode(encoding), name)
    assert caught.value.finding.code == "T007"


@pytest.mark.parametrize(
    "text",
    [
        "La création créée à Orléans, où naît l’été. ÉÉÉÉÉ! Ça y est.",
        "Þáð er æði óþægilegt, og ýmsir þeir sögðu það á Íslandi.",
        "Äö åå ÄÄÄÄ, hän sanoi; yöpöytä ja hääyöaie, työväen päätös.",
    ],
)
def test_the_languages_of_windows_1252_are_read(text: str) -> None:
    assert decode(text.encode("cp1252"), "name.txt").lines == (text,)


def test_what_xml_cannot_hold_is_told_with_its_line() -> None:
    found = read(b"Meeting\n\nA\x0cb\n\nsch\x1fon\x01 so\x1f\n", "name.txt").diagnostics
    (told,) = [finding for finding in found if finding.code == "T060"]
    assert (told.line, told.column) == (5, 4)
    assert "U+001F, U+0001 (in this line: 3)" in told.message


def test_page_and_line_breaks_are_told_once() -> None:
    found = read(b"Meeting\n\nA\x0cb\n\nc\x0bd\x0c\n", "name.txt").diagnostics
    (told,) = [finding for finding in found if finding.code == "T063"]
    assert (told.line, told.column, told.severity) == (3, 2, "note")
    assert "vertical tab: 3" in told.message


def test_a_file_too_large_is_refused_unread() -> None:
    with pytest.raises(EditionError, match="64 MB"):
        decode(bytes(LARGEST_FILE + 1), "name.txt")


@pytest.mark.parametrize(
    ("data", "encoding", "lines"),
    [
        ("Größe".encode(), "utf-8", ("Größe",)),
        (b"\xef\xbb\xbfone", "utf-8", ("one",)),
        ("Größe\n".encode("utf-16"), "utf-16-le", ("Größe",)),
        ("Größe\n".encode("cp1252"), "cp1252", ("Größe",)),
        (b"a\r\nb\rc\nd", "utf-8", ("a", "b", "c", "d")),
        (b"a\n\n", "utf-8", ("a", "")),
        ("a\u2028b\x85c\x0bd".encode(), "utf-8", ("a\u2028b\x85c\x0bd",)),
    ],
)
def test_is_read(data: bytes, encoding: str, lines: tuple[str, ...]) -> None:
    decoded = decode(data, "name.txt")
    assert (decoded.encoding, decoded.lines) == (encoding, lines)


def test_windows_1252_is_reported_at_its_first_byte() -> None:
    (finding,) = decode("one\nGröße".encode("cp1252"), "name.txt").diagnostics
    assert (finding.code, finding.line, finding.column) == ("T004", 2, 3)


@given(st.text())
def test_lines_and_their_ends_are_the_text(text: str) -> None:
    try:
        decoded = decode(text.encode(), "name.txt")
    except EditionError:
        return
    joined = "".join(map("".join, zip(decoded.lines, decoded.line_ends, strict=True)))
    assert joined == text.removeprefix("\ufeff")
    assert list(map(len, decoded.plain)) == list(map(len, decoded.lines))


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        hint = "" if read(data, "name.txt").rebuild() else "nothing was read"
    except EditionError as error:
        hint = error.finding.hint
    assert hint != "nothing was read"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-be", "utf-32"])
@pytest.mark.parametrize("text", ["Anna: Hello there.\n", "Anna: “Héllo” – there.\n"])
def test_wide_characters_that_are_not_read_are_called_so(encoding: str, text: str) -> None:
    with pytest.raises(EditionError) as caught:
        decode((text * 9).encode(encoding), "name.txt")
    assert "UTF-16" in caught.value.finding.message
