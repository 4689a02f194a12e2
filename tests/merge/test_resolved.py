"""How a file is serialised makes no difference for what is merged, and stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import edition
from edition.merge.resolved import Resolved
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record
from tests.merge.mutations.versions import Version

_HEAD = "Council\n\nMarch 4, 2016, Ely\n\n"
_ONE = "The Mayor: That’s the café — at ten o’clock & not later.\n\n"
_TWO = "Ms Adler: It’s “closed” for the winter.\n\n"
_NEW = "Ms Brand: We’ll see about Zürich — then.\n\n"
_TEXT = ["a", "é", " ", "&#233;", "&#x2014;", "&#38;", "&#60;", "&#13;", "&lt;", "<b/>"]
_OTHER = ["<!--&#65;-->", "<?a &#65;?>", "<![CDATA[]]>", "<![CDATA[x<y & z]]>", "<![CDATA[&#65;]]>"]
_PARTS = st.lists(st.sampled_from([*_TEXT, *_OTHER]))


def encoded(text: str) -> bytes:
    return edition.encode(edition.read(text.encode(), "council.txt", "generic"))


BASE = encoded(_HEAD + _ONE + _TWO)


def again(ours: bytes, theirs: bytes) -> Again:
    result = renewed(ours, theirs, Record(BASE), "council.xml")
    etree.fromstring(result.tei)
    assert renewed(result.tei, theirs, result.record, "council.xml").tei == result.tei
    return result


def in_ascii(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(data), xml_declaration=True, encoding="us-ascii")


@given(_PARTS, st.integers(0, 99), st.integers(0, 99))
def test_pieces_of_a_file_are_the_file(parts: list[str], one: int, other: int) -> None:
    written = "".join(parts)
    file = Resolved(written)
    size = len(file.text)
    first, last = sorted((min(one, size), min(other, size)))
    assert file.copied(0, size) == written
    copies = file.copied(0, first) + file.copied(first, last) + file.copied(last, size)
    assert Resolved(copies).text == file.text


@pytest.mark.parametrize("text", [_HEAD + _ONE + _NEW + _TWO, _HEAD + _ONE, _HEAD + _TWO + _ONE])
def test_a_file_in_ascii_is_not_edited_by_that(text: str) -> None:
    theirs = encoded(text)
    result = again(in_ascii(BASE), theirs)
    assert not [finding for finding in result.findings if finding.code == "E010"]
    assert result.tei.isascii()
    assert Version(result.tei).words == Version(theirs).words


def test_quotes_that_the_source_has_now_come_in_wherever_nobody_changed_them() -> None:
    ours = in_ascii(BASE.decode().replace("o’clock", "hours").encode())
    result = again(ours, encoded((_HEAD + _ONE + _TWO).replace("’", "'")))
    text = "".join(etree.fromstring(result.tei).itertext())
    assert "That's the café — at ten hours &" in text
    assert "It's “closed”" in text
    assert b"caf&#233; &#8212; at" in result.tei


def test_a_section_of_characters_is_changed_like_any_text() -> None:
    segment = "It’s “closed” for the winter."
    ours = BASE.decode().replace(segment, f"<![CDATA[{segment} <And & more>]]>")
    result = again(ours.encode(), encoded((_HEAD + _ONE + _TWO).replace("winter", "summer")))
    assert "It’s “closed” for the summer. &lt;And &amp; more&gt;</" in result.tei.decode()
