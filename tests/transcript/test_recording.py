"""Times of a recording that plain text prints: they stay words, and are in the timeline too."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
FLIGHT = "[00:00:13:04]\nCDR: Roger.\nCC: Go.\n\n[00:00:13:20]\nCDR: Clock.\nCC: Stand by.\n"
OWN_LINE = (
    "Ann Roe  0:12\nHello.\n\nBob Li  1:05\nHi.\n\nAnn Roe  1:10\nGo on.\n\nBob Li  2:00\nNo.\n"
)
BEFORE = "".join(f"[00:0{i}:15] {who}: Yes?\n\n" for i, who in enumerate(("Ann", "Bob") * 3))
BEHIND = OWN_LINE.replace("  ", ": (").replace("\n", ")\n").replace(".)", ".").replace("\n)", "\n")
BETWEEN = "Ann: Who?\n\nBob: I.\n\n[00:10]\n\nAnn: When?\n\nBob: Now.\n\n(1:00:10)\n\nOr then.\n"


def seconds(transcript: Transcript) -> list[tuple[int, float]]:
    return [(line, time.seconds) for line, (time,) in sorted(transcript.times.items())]


@pytest.mark.parametrize(
    ("text", "convention", "expected"),
    [
        (FLIGHT, "air-to-ground", [(2, 784.0), (6, 800.0)]),
        (OWN_LINE, "time-coded", [(1, 12.0), (4, 65.0), (7, 70.0), (10, 120.0)]),
        (BEHIND, "time-coded", [(1, 12.0), (4, 65.0), (7, 70.0), (10, 120.0)]),
        (BEFORE, "generic", [(2 * i + 1, 60.0 * i + 15) for i in range(6)]),
        (BETWEEN, "generic", [(7, 10.0), (13, 3610.0)]),
        (BETWEEN.replace("[00:10]", "[00:10 PM]"), "generic", [(13, 3610.0)]),
        (BETWEEN.replace("[00:10]", "[00:00:10:04]"), "generic", [(13, 3610.0)]),
        (BEFORE, "hansard", []),
    ],
)
def test_times_by_line(text: str, convention: str, expected: list[tuple[int, float]]) -> None:
    assert seconds(read(text.encode(), "x.txt", convention)) == expected


def test_a_turn_points_to_its_time_and_the_words_stay() -> None:
    root = etree.fromstring(edition.encode(read(FLIGHT.encode(), "x.txt", "air-to-ground")))
    starts = [u.get("start") for u in root.iterfind(".//t:u", TEI)]
    assert starts == ["#ms784000", None, "#ms800000", None]
    printed = [when.get("n") for when in root.iterfind(".//t:when", TEI)]
    assert printed == [None, "00:00:13:04", "00:00:13:20"]
    assert "[00:00:13:04]" in "".join(root.itertext("{*}fw"))


def test_a_time_inside_a_turn_is_an_anchor() -> None:
    root = etree.fromstring(edition.encode(read(BETWEEN.encode(), "x.txt", "generic")))
    assert root.xpath("//t:u/t:seg/t:anchor/@synch", namespaces=TEI) == ["#ms3610000"]


def test_times_out_of_order_are_told_and_make_no_timeline() -> None:
    transcript = read(OWN_LINE.replace("1:05", "9:05").encode(), "x.txt", "time-coded")
    assert not transcript.times
    assert "T041" in {finding.code for finding in transcript.diagnostics}


@pytest.mark.parametrize(("stamp", "times"), [("", ["10:30:00"]), ("0:12\n\n", [])])
def test_a_time_before_the_first_turn_is_the_meetings_where_no_others_stand(
    stamp: str, times: list[str]
) -> None:
    head = "Town meeting\n4 May 2019\n10:30\n\n"
    text = f"{head}Ann: Who?\n\n{stamp}Bob: I.\n\nAnn: When?\n\nBob: Now.\n"
    transcript = read(text.encode(), "x.txt", "generic")
    found = [block.dateline.time for block in transcript.blocks if block.dateline]
    assert [time for time in found if time] == times
