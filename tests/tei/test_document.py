"""Reading a TEI file back: any encoding, exact places, nothing from outside."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

import edition

DATA = Path(__file__).parent.parent / "data"


def tei() -> str:
    source = (DATA / "court.txt").read_bytes()
    return edition.encode(edition.read(source, "court.txt")).decode()


@pytest.mark.parametrize(
    ("encoding", "mark", "declared"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, ""),
        ("iso-8859-5", b"", "ISO-8859-5"),
        ("utf-32-be", b"", "UCS-4"),
        ("ascii", b"", "VISCII"),
    ],
)
def test_a_file_in_any_encoding_is_checked_and_published(
    encoding: str, mark: bytes, declared: str
) -> None:
    declaration = f' encoding="{declared}"' if declared else ""
    text = tei().replace(' encoding="UTF-8"', declaration).replace("<text>", "<!-- UTF-8 --><text>")
    text = "".join(c if c.isascii() else "?" for c in text)
    document = edition.parse(mark + text.encode(encoding), "court.xml")
    assert [f for f in edition.check(document) if f.severity is edition.Severity.ERROR] == []
    assert "Was the bridge open?" in edition.publish(document).html


def test_an_unknown_encoding_is_an_error_with_a_place() -> None:
    text = tei().replace('encoding="UTF-8"', 'encoding="no-such-encoding"')
    with pytest.raises(edition.EditionError) as caught:
        edition.parse(text.encode(), "court.xml")
    assert (caught.value.finding.code, caught.value.finding.line) == ("X001", 1)


def test_columns_are_counted_in_characters() -> None:
    text = tei().replace('<seg xml:id="p2">', 'äöü<seg xml:id="p2">')
    document = edition.parse(text.encode("utf-16"), "court.xml")
    segs = [e for e in document.root.iter() if str(e.tag).endswith("seg")]
    line = text.split("\n")[document.place(segs[0]).line - 1]
    assert document.place(segs[0]).column == line.index("<seg") + 1
