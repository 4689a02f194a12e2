"""Words that the source prints otherwise now, where the scholar has marked them."""

from __future__ import annotations

import re

import pytest

import edition
from edition.project.encoding_again import renewed
from edition.project.record import Record

_TEXT = """Meeting

March 4, 2016, Moscow

Ivan Petrov: Hello.

Anna Petrova: """
_SAID = "So one two three four five six went home again."


def encoded(said: str) -> bytes:
    return edition.encode(edition.read(f"{_TEXT}{said}\n".encode(), "meeting.txt", "kremlin"))


def said_again(own: tuple[str, str], now: tuple[str, str]) -> tuple[str, list[str]]:
    """The paragraph, in which the scholar replaced *own*, and the source *now*; what is told."""
    base = encoded(_SAID)
    ours = base.decode().replace(*own).encode()
    theirs = encoded(_SAID.replace(*now))
    result = renewed(ours, theirs, Record(base), "meeting.xml")
    assert renewed(result.tei, theirs, result.record, "meeting.xml").tei == result.tei
    (said,) = re.findall('<seg xml:id="p2">(.*?)</seg>', result.tei.decode())
    return said, [finding.code for finding in result.findings]


@pytest.mark.parametrize(
    ("own", "now", "wanted"),
    [
        ("<emph>two three</emph>", ("three four", "drei vier"), "one <emph>two drei</emph> vier"),
        ("<emph>two three</emph>", ("one two", "un deux"), "un <emph>deux three</emph> four"),
        ("<emph>two three</emph>", (" three four", ""), "one <emph>two</emph> five"),
        ("<emph>two three</emph>", (" one two", ""), "So <emph>three</emph> four"),
        ('two <pb n="1"/>three', ("two three", "deux trois"), 'deux <pb n="1"/>trois'),
        ("two<!-- ! --> three", ("two three", "deux trois"), "deux<!-- ! --> trois"),
    ],
)
def test_a_correction_goes_across_the_edge_of_a_mark_by_the_word(
    own: str, now: tuple[str, str], wanted: str
) -> None:
    said, told = said_again(("two three", own), now)
    assert wanted in said
    assert told == []


@pytest.mark.parametrize("gone", [" two three", " one two three"])
def test_no_mark_of_the_scholar_is_left_without_its_words(gone: str) -> None:
    said, told = said_again(("two three", "<emph>two three</emph>"), (gone, ""))
    assert "one <emph>two three</emph> four" in said
    assert told == ["E020"]


@pytest.mark.parametrize("gone", [" Ivan Petrov", " met Ivan Petrov", " Ivan Petrov four"])
@pytest.mark.parametrize("beside", ["", " indeed", '<note type="annotation">Him!</note>'])
def test_no_mark_of_the_scholar_is_left_without_the_name_in_it(gone: str, beside: str) -> None:
    name = '<persName ref="#IvanPetrov">Ivan Petrov</persName>'
    marked = f"met <emph>{name}{beside}</emph> four"
    met = _SAID.replace("one", "one met Ivan Petrov").replace(" two three", "")
    base = encoded(met).replace(b"met Ivan Petrov", f"met {name}".encode())
    ours = base.decode().replace(f"met {name} four", marked).encode()
    result = renewed(ours, encoded(met.replace(gone, "")), Record(base), "meeting.xml")
    assert marked in result.tei.decode()
    assert [finding.code for finding in result.findings] == ["E020"]


def test_no_mark_of_the_scholar_is_left_without_its_words_by_two_changes() -> None:
    own = ("one two three", "<emph>one three</emph>")
    said, told = said_again(own, ("one two three", "two"))
    assert "So <emph>one three</emph> four" in said
    assert told == ["E020", "E020"]


@pytest.mark.parametrize(
    ("own", "gone"),
    [
        ("tw<emph>o th</emph>ree", " two three"),
        ("tw<emph>o th</emph>ree", " two"),
        ("tw<emph>o th</emph>ree", " one two three"),
        ("<hi>t</hi>wo three", " two"),
        ("two <hi>t</hi>hree", " three four five six went home again"),
    ],
)
def test_a_word_with_a_mark_of_the_scholar_in_it_stays_and_is_told(own: str, gone: str) -> None:
    said, told = said_again(("two three", own), (gone, ""))
    assert f"one {own} four" in said
    assert told == ["E020"]


def test_a_word_that_the_scholar_took_away_is_not_the_one_with_a_mark_in_it() -> None:
    own = ("two three four five", "three <hi>t</hi>wo five")
    said, told = said_again(own, (" two", ""))
    assert "one three <hi>t</hi>wo five" in said
    assert told == []


def test_words_behind_which_the_scholar_put_a_note_do_not_go_from_before_it() -> None:
    noted = 'two<note type="annotation">Twice.</note> three'
    said, told = said_again(("two three", noted), (" two three", ""))
    assert noted in said
    assert told == ["E020"]


def test_white_space_that_was_taken_out_between_two_marks_does_not_come_back() -> None:
    text = _TEXT.replace("Ivan Petrov:", "President of Russia Vladimir Putin:") + _SAID
    transcript = edition.read(text.encode(), "meeting.txt", "kremlin")
    base = edition.encode(transcript)
    marks = ("</roleName> <persName", "</roleName><persName")
    assert marks[0] in base.decode()
    label = re.compile("<roleName>(.*?)</roleName> <persName[^>]*>(.*?)</persName>")
    theirs = label.sub(r"\1 \2", base.decode()).encode()
    result = renewed(base.decode().replace(*marks).encode(), theirs, Record(base), "meeting.xml")
    assert "RussiaVladimir Putin" in result.tei.decode()
