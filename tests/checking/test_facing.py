"""Lines of a source beside the blocks of its TEI file: each in one row, in order."""

from __future__ import annotations

import re
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

import edition
from edition.checking.facing import Facing, facing, text_checksum
from edition.tei.document import parse
from edition.tei.reading import source_blocks
from tests.checking.meeting import SOURCE, tei
from tests.transcripts import transcripts

WRAPPED = b"""\
The first paragraph of the prose is
long, and goes on
over lines.

The second is short.
"""


def faced(written: str, source: bytes | None = SOURCE) -> Facing:
    return facing(parse(written.encode(), "meeting.xml"), source, "meeting.txt")


def encoded(source: bytes) -> str:
    return edition.encode(edition.read(source, "meeting.txt")).decode()


def assert_whole(made: Facing, written: str, source: bytes) -> None:
    """Every line with words and every block is in one row, in order."""
    printed = source.decode().split("\n")
    lines = [line for row in made.rows for line in row.lines]
    assert [line.number for line in lines] == [n for n, it in enumerate(printed, 1) if it.strip()]
    assert [line.text for line in lines] == [it for it in printed if it.strip()]
    blocks = [block.text for row in made.rows for block in row.blocks]
    document = parse(written.encode(), "meeting.xml")
    assert blocks == [block.text for block in source_blocks(document.root)]


def test_label_and_speech_are_beside_their_line() -> None:
    made = faced(tei())
    assert_whole(made, tei(), SOURCE)
    pairs = [(row.lines, row.blocks) for row in made.rows]
    assert any(len(lines) == 1 and len(blocks) == 2 for lines, blocks in pairs)
    assert not any(row.differs for row in made.rows)


def test_a_paragraph_of_many_lines_is_beside_them_all() -> None:
    first, second = WRAPPED.decode().split("\n\n")
    body = f"<body><div><p>{first}</p><p>{second}</p></div></body>"
    made = faced(re.sub("<body>.*</body>", body, tei(), flags=re.DOTALL), WRAPPED)
    beside = [([line.number for line in row.lines], len(row.blocks)) for row in made.rows]
    assert beside[-2:] == [([1, 2, 3], 1), ([5], 1)]


def test_omitted_lines_are_beside_nothing() -> None:
    made = faced(tei())
    omitted = [row for row in made.rows if not row.blocks]
    assert made.source is not None
    numbers = [line.number for row in omitted for line in row.lines]
    assert tuple(numbers) == made.source.omitted
    assert all(line.is_omitted for row in omitted for line in row.lines)


def test_the_source_has_the_checksum_of_its_bytes_and_the_texts_have_one() -> None:
    made = faced(tei())
    assert made.source is not None
    assert made.source.checksum == sha256(SOURCE).hexdigest()
    assert made.source.text_checksum == made.text_checksum


def test_a_word_that_was_changed_is_in_a_row_that_differs() -> None:
    written = re.sub(r"(<seg [^>]*>[^<]*?)\b\w+", r"\1changed", tei(), count=1)
    made = faced(written)
    (row,) = [row for row in made.rows if row.differs]
    assert any("changed" in block.text for block in row.blocks)
    assert made.source is not None
    assert made.source.text_checksum != made.text_checksum


def test_without_a_source_there_are_the_blocks() -> None:
    made = faced(tei(), None)
    assert made.source is None
    assert [len(row.blocks) for row in made.rows] == [1] * len(made.rows)
    assert not any(row.lines for row in made.rows)


def test_white_space_does_not_count_in_the_checksum_of_a_text() -> None:
    assert text_checksum(["a\u00a0b", "\tc\n"]) == sha256(b"abc").hexdigest()


@settings(max_examples=40, deadline=None)
@given(transcripts)
def test_any_transcript_is_whole_beside_its_encoding(text: str) -> None:
    source = text.encode("utf-8", "replace")
    try:
        written = encoded(source)
    except edition.EditionError:
        return
    made = faced(written, source)
    assert not any(row.differs for row in made.rows)
    assert made.source is not None
    assert made.source.text_checksum == made.text_checksum
    numbers = [line.number for row in made.rows for line in row.lines]
    assert numbers == sorted(set(numbers))
    blocks = source_blocks(parse(written.encode(), "x").root)
    assert [block.text for row in made.rows for block in row.blocks] == [b.text for b in blocks]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_changed_each_line_and_block_keeps_a_row(data: st.DataObject) -> None:
    paragraphs = re.findall(r"<seg [^>]*>.*?</seg>", tei(), re.DOTALL)
    one, other = data.draw(st.sampled_from(paragraphs)), data.draw(st.sampled_from(paragraphs))
    body = tei().replace(one, re.sub(r">.*<", ">something else<", other, flags=re.DOTALL), 1)
    assert_whole(faced(body), body, SOURCE)
