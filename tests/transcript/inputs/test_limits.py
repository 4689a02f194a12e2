"""Files made to be expensive are refused with a reason, or read all the same."""

from __future__ import annotations

import pytest

from edition.diagnostic import EditionError
from edition.transcript.decode import decode
from tests.word_documents import council, package, parts_of

PARTS = parts_of(council())
BODY = "word/document.xml"
_LAUGHS = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))


def with_body(body: bytes) -> bytes:
    return package(PARTS | {BODY: body})


@pytest.mark.parametrize(
    "data",
    [
        package(PARTS | {f"word/{n}.xml": b"" for n in range(10_001)}),
        with_body(b"\x00" * 300_000_000),
        with_body(PARTS[BODY].replace(b"<w:body>", b"<w:body>" + b"<w:p>" * 1000)),
        with_body(
            b'<!DOCTYPE w [<!ENTITY e0 "ha">' + _LAUGHS + b"]>"
            b'<w:document xmlns:w="x"><w:body>&e9;</w:body></w:document>'
        ),
        package(PARTS)[:-100],
    ],
    ids=["parts", "bomb", "depth", "entities", "cut"],
)
def test_word_documents(data: bytes) -> None:
    with pytest.raises(EditionError) as caught:
        decode(data, "x.docx")
    assert caught.value.finding.code == "T053"


def test_an_external_entity_is_not_read() -> None:
    body = PARTS[BODY].replace(b"Thank you.", b"Thank &e; you.")
    entity = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'
    decoded = decode(with_body(body.replace(b"<w:document", entity, 1)), "x.docx")
    assert not any("root:" in line for line in decoded.lines)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.html", b"<!-- -->" * 200 + b"x"),
        ("x.md", b"*" * 200_000 + b"`" * 200_000),
        ("x.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v." * 100_000),
    ],
)
def test_marks_without_end_are_read_in_no_time(name: str, data: bytes) -> None:
    assert decode(data, name).lines
