"""What the scholar moved stays where it is, and that the source has it elsewhere is told."""

from __future__ import annotations

import re

import pytest

import edition
from edition.project.encoding_again import renewed
from edition.project.record import Record

_HEAD = "Meeting\n\nMarch 4, 2016, Moscow\n\n"
_SHORT = "The third will not last."
_LONG = f"{_SHORT} I should not like to be the one who drives the first cart over it after frost."
_TURNS = [
    "Anna Petrova: Good evening. I open the meeting. Captain Wells has the floor.",
    "Ivan Petrov: I went on Monday. Two of the beams are rotten.",
    "Clara Cole: What would it cost to mend it?",
    "Anna Petrova: Let us vote. It is carried.",
]
_TURN = r'\s*<note type="speaker">(?:(?!</note>).)*</note>\s*<u xml:id="{}".*?</u>'


def encoded(*blocks: str) -> bytes:
    text = _HEAD + "".join(f"{block}\n\n" for block in blocks)
    return edition.encode(edition.read(text.encode(), "meeting.txt", "kremlin"))


def order(data: bytes, letter: str) -> list[str]:
    return re.findall(rf'xml:id="({letter}\d)"', data.decode())


@pytest.mark.parametrize("moved", [_SHORT, _LONG])
def test_a_paragraph_that_both_moved_stays_where_the_scholar_has_it_however_long_it_is(
    moved: str,
) -> None:
    first, second, *rest = _TURNS
    base = encoded(first, second, moved, *rest)
    text = base.decode()
    found = re.search(r'\s*<seg xml:id="p3">.*?</seg>', text)
    assert found
    without = text.replace(found.group(), "")
    at = re.search(r'\s*<seg xml:id="p1">', without)
    assert at
    ours = (without[: at.start()] + found.group() + without[at.start() :]).encode()
    theirs = encoded(first, moved, second, *rest)
    result = renewed(ours, theirs, Record(base), "meeting.xml")
    assert order(result.tei, "p") == ["p3", "p1", "p2", "p4", "p5"]
    assert [finding.code for finding in result.findings] in (["E010"], ["E020"])


def test_turns_that_the_scholar_exchanged_stay_so_when_the_source_moves_one_and_moves_it_back() -> (
    None
):
    first, second, third, fourth = _TURNS
    base = encoded(first, second, third, fourth)
    text = base.decode()
    one, other = (re.search(_TURN.format(name), text, re.DOTALL) for name in ("u2", "u3"))
    assert one
    assert other
    exchanged = text.replace(one.group() + other.group(), other.group() + one.group())
    assert order(exchanged.encode(), "u") == ["u1", "u3", "u2", "u4"]
    moved = encoded(first, second, fourth, third)
    result = renewed(exchanged.encode(), moved, Record(base), "meeting.xml")
    assert order(result.tei, "u") == ["u1", "u3", "u2", "u4"]
    assert [finding.code for finding in result.findings] in (["E010"], ["E020"])
    back = renewed(result.tei, base, result.record, "meeting.xml")
    assert order(back.tei, "u") == ["u1", "u3", "u2", "u4"]


def test_a_turn_that_was_moved_and_given_another_identifier_goes_told() -> None:
    first, second, *rest = _TURNS
    base = encoded(first, second, *rest)
    text = base.decode()
    one, other = (re.search(_TURN.format(name), text, re.DOTALL) for name in ("u1", "u2"))
    assert one
    assert other
    mine = other.group().replace('"u2"', '"mine"').replace("Monday", "<hi>Monday</hi> the first")
    ours = text.replace(one.group() + other.group(), mine + one.group()).encode()
    theirs = encoded(second.partition(": ")[2], *rest)
    result = renewed(ours, theirs, Record(base), "meeting.xml")
    told = " ".join(f.message for f in result.findings if f.code == "E012")
    assert b'"mine"' not in result.tei
    assert "mine" in told
