"""The record has what the file took over; what was refused comes again."""

from __future__ import annotations

import re

import pytest
from lxml import etree

import edition
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record
from tests.merge.mutations.documents import documents
from tests.merge.mutations.versions import Version

_HEAD = """Council

March 4, 2016, Ely

"""
_ONE = "The Mayor: The bridge is open again since Monday.\n\n"
_TWO = "Ms Adler: It was closed for the whole winter.\n\n"
_THREE = "Nobody knew when it would be mended.\n\n"
_FOUR = "The Mayor: We thank the workers of the town.\n\n"


def encoded(text: str, convention: str = "generic") -> bytes:
    return edition.encode(edition.read(text.encode(), "council.txt", convention))


BASE = encoded(_HEAD + _ONE + _TWO + _THREE + _FOUR)


def again(ours: str, theirs: bytes, last: Record) -> Again:
    """Encoded again, and once more: then nothing changes."""
    result = renewed(ours.encode(), theirs, last, "council.xml")
    same = renewed(result.tei, theirs, result.record, "council.xml")
    assert (same.tei, same.record) == (result.tei, result.record)
    return result


def codes(result: Again) -> list[str]:
    return [finding.code for finding in result.findings]


def test_what_was_refused_is_not_in_the_record_and_is_told_again() -> None:
    ours = BASE.decode().replace("whole winter", "cold winter")
    captured = encoded(_HEAD + _ONE + _TWO.replace("whole", "long") + _THREE + _FOUR)
    first = again(ours, captured, Record(BASE))
    assert b"whole winter" in first.record.tei
    assert codes(first) == codes(renewed(first.tei, captured, first.record, "c.xml")) == ["E020"]
    taken = first.tei.decode().replace("cold winter", "long winter")
    settled = again(taken, captured, first.record)
    assert not settled.findings
    assert b"long winter" in settled.record.tei


def test_a_change_made_beside_one_that_was_refused_is_in_the_record() -> None:
    ours = BASE.decode().replace("whole winter", "cold winter")
    captured = _TWO.replace("whole", "long").replace("closed", "shut")
    first = again(ours, encoded(_HEAD + _ONE + captured + _THREE + _FOUR), Record(BASE))
    assert "It was shut for the cold winter." in first.tei.decode()
    assert "It was shut for the whole winter." in first.record.tei.decode()
    back = again(first.tei.decode(), BASE, first.record)
    assert "It was closed for the cold winter." in back.tei.decode()


def test_identifiers_that_were_refused_are_not_taken_for_others() -> None:
    ours = BASE.decode().replace("<u xml:id", '<u n="x" xml:id').replace("winter", "summer")
    prose = again(ours, encoded(_HEAD + _ONE + _TWO + _THREE + _FOUR, "play"), Record(BASE))
    assert not prose.record.renamed
    captured = encoded(_HEAD + _ONE + _TWO + _FOUR)
    later = again(prose.tei.decode(), captured, prose.record)
    assert "Nobody knew" not in later.tei.decode()
    assert "summer" in later.tei.decode()


@pytest.mark.parametrize("removed", [_TWO + _THREE, _TWO, _THREE, "Ms Adler: "])
def test_what_leaves_the_source_leaves_a_file_that_was_serialised_anew(removed: str) -> None:
    ours = etree.tostring(etree.fromstring(BASE), encoding="unicode")
    captured = encoded((_HEAD + _ONE + _TWO + _THREE + _FOUR).replace(removed, ""))
    result = again(ours, captured, Record(BASE))
    assert set(codes(result)) <= {"E012"}
    assert Version(result.tei).words == Version(captured).words
    assert not [f for f in edition.check(edition.parse(result.tei, "c.xml")) if f.code[0] == "R"]


def test_an_identifier_is_told_to_be_gone_when_it_goes() -> None:
    captured = encoded(_HEAD + _ONE + _TWO + _FOUR)
    ours = BASE.decode().replace("Monday", "Tuesday")
    result = again(ours, captured, Record(BASE))
    assert codes(result) == ["E012"]
    gone = re.search('xml:id="(\\w+)">Nobody knew', BASE.decode())
    assert gone is not None
    assert result.record.vanished == (gone[1],)
    assert codes(again(result.tei.decode(), captured, result.record)) == []


def test_an_identifier_that_the_scholar_gave_is_told_to_be_gone_when_it_goes() -> None:
    captured = encoded(_HEAD + _ONE + _TWO + _FOUR)
    ours = re.sub('xml:id="\\w+">Nobody knew', 'xml:id="mine">Nobody knew', BASE.decode())
    result = again(ours, captured, Record(BASE))
    assert [one.message.rpartition(": ")[2] for one in result.findings] == ["mine"]
    assert result.record.renamed == ()


def test_a_name_made_shorter_by_the_scholar_stays_a_name() -> None:
    base = BASE.replace(b"the workers of the town", b'the <rs ref="#x">workers of the town</rs>')
    ours = base.decode().replace('<rs ref="#x">workers of', 'workers <rs ref="#x">of')
    result = again(ours, BASE, Record(base))
    assert 'workers <rs ref="#x">of the town</rs>' in result.tei.decode()
    assert "E010" in codes(result)


def test_what_has_room_only_when_other_changes_are_made_comes_in_at_once() -> None:
    (hansard,) = (one for one in documents(every=False) if one.name == "hansard")
    base, theirs = hansard.encodings["captured 1"], hansard.encodings["generic"]
    ours = base.decode().replace(" for Harbours what", " <supplied>so</supplied> for Harbours what")
    result = again(ours, theirs, Record(base))
    assert "supplied" in result.tei.decode()
    assert set(codes(result)) == {"E012"}


def test_a_figure_made_by_hand_that_becomes_right_is_the_programs_at_once() -> None:
    ours = BASE.decode().replace('gi="p" occurs="4"', 'gi="p" occurs="5"')
    assert ours != BASE.decode()
    added = encoded(_HEAD + _ONE + _TWO + _THREE + _FOUR + "So do we all.\n")
    result = again(ours, added, Record(BASE))
    assert '<tagUsage gi="p" occurs="5"/>' in result.record.tei.decode()


def test_tags_are_counted_again_where_it_is_not_known_what_the_program_wrote() -> None:
    ours = re.sub(r'<p xml:id="p3">.*?</p>', "", BASE.decode())
    assert 'gi="p" occurs="4"' in ours
    added = encoded(_HEAD + _ONE + _TWO + _THREE + _FOUR + "So do we all.\n")
    result = renewed(ours.encode(), added, None, "council.xml")
    assert codes(result) == ["E011"]
    assert '<tagUsage gi="p" occurs="3"/>' in result.tei.decode()
