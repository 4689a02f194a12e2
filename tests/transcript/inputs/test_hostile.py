"""Whatever the bytes are: lines, or a finding that says what to do; never anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.diagnostic import EditionError
from edition.transcript.decode import decode
from edition.transcript.inputs.formats import SUFFIXES
from tests.word_documents import council, package, parts_of

COUNCIL = council()
PARTS = parts_of(COUNCIL)
_OPENINGS = {
    ".html": [b"<!doctype html>", b"<p>", b""],
    ".vtt": [b"WEBVTT\n\n", b"WEBVTT\n\n00:01.000 --> 00:02.000\n", b""],
    ".srt": [b"1\n00:00:01,000 --> 00:00:02,000\n", b""],
    ".docx": [b"PK\x03\x04word/", b""],
    ".md": [b"**", b""],
}
_PIECES = [
    *(
        b"<",
        b">",
        b"</",
        b"<!--",
        b"-->",
        b"&",
        b"&#0;",
        b"&#x110000;",
        b"&nbsp;",
        b"<p",
        b"<table>",
    ),
    *(b"<tr>", b"<td>", b"<pre>", b"<b>", b"</b>", b"<v A>", b"<v  >", b"<i>", b"</v>", b"<br>"),
    *(b"<00:00:01.000>", b"{\\an8}", b"\n", b"\n\n", b"\r", b"00:01.000 --> 00:02.000", b"-->"),
    *(b"999999:99:99.999 --> 00:00", b"NOTE", b"STYLE", b"WEBVTT", b"1", b"A: b", b"**A:**", b"_"),
    *(b"<meta charset=utf-7>", b"<meta charset=hex>", b"<?xml encoding='x'?>", b"<![CDATA[x]]>"),
    *(
        b"<script>",
        b"<main>",
        b"<nav>",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xed\xa0\x80",
    ),
]
bodies = st.lists(st.sampled_from(_PIECES) | st.binary(max_size=8), max_size=30).map(b"".join)


def holds(data: bytes, name: str) -> None:
    """Assert the law for *data*."""
    try:
        decoded = decode(data, name)
    except EditionError:
        return
    count = len(decoded.lines)
    assert len(decoded.plain) == len(decoded.line_ends) == count
    assert not any("\n" in line or "\r" in line for line in decoded.lines)
    assert decode(data, name) == decoded
    for spans in (decoded.emphasised, decoded.times, decoded.headings):
        assert all(0 <= index < count for index in spans)
    assert all(0 <= index < count for index in decoded.furniture)
    for index, stretches in decoded.emphasised.items():
        assert all(0 <= a < b <= len(decoded.lines[index]) for a, b in stretches)
        assert list(stretches) == sorted(stretches)
    for index, times in decoded.times.items():
        assert all(0 <= time.offset <= len(decoded.lines[index]) for time in times)


@pytest.mark.parametrize("suffix", sorted(_OPENINGS))
@given(data=st.data())
def test_random_bytes(suffix: str, data: st.DataObject) -> None:
    opening = data.draw(st.sampled_from(_OPENINGS[suffix]))
    holds(opening + data.draw(bodies), f"file{suffix}")


@given(st.integers(0, len(COUNCIL) - 1), st.binary(max_size=6))
def test_a_word_document_damaged_anywhere(at: int, bytes_: bytes) -> None:
    holds(COUNCIL[:at] + bytes_ + COUNCIL[at + len(bytes_) :], "file.docx")


@given(st.integers(0, len(COUNCIL)))
def test_a_word_document_cut_short(end: int) -> None:
    holds(COUNCIL[:end], "file.docx")


@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_word_document_with_a_damaged_part(name: str, data: st.DataObject) -> None:
    part = PARTS[name]
    at = data.draw(st.integers(0, len(part)))
    garbage = data.draw(st.binary(max_size=4) | st.sampled_from([b"", b"<w:p>", b"</w:p>", b"&e;"]))
    holds(package(PARTS | {name: part[:at] + garbage + part[at + 3 :]}), "file.docx")


@given(st.sampled_from(sorted(PARTS)))
def test_a_word_document_without_a_part(name: str) -> None:
    holds(package({key: part for key, part in PARTS.items() if key != name}), "file.docx")


def test_every_format_has_its_bytes() -> None:
    assert set(_OPENINGS) | {".txt", ".htm"} == set(SUFFIXES)
