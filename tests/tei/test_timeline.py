"""The times of a recording: every one is a point of the time line, and has its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture

import edition
from edition.tei.document import parse
from edition.tei.vocabulary import XML_ID, tei
from tests.word_documents import council

DATA = Path(__file__).parent.parent / "data"
# What depends on the libraries that are installed: their versions, the bytes of a Word document.
_VARYING = (
    (re.compile(rb'( ident="(?!edition")[\w-]+" version=")[\d.]+'), rb"\g<1>1"),
    (re.compile(rb'(type="sha256">)\w+'), rb"\g<1>0"),
    (re.compile(rb'(unit="bytes" quantity=")\d+">\d+'), rb'\g<1>0">0'),
)
_TEXTS = [
    "Good afternoon.",
    "<v Ms Adler>Good afternoon, Anna Petrova.",
    "<v Mr Brandt>Thank <00:00:02.500>you <v Ms Adler>No.",
    "[Applause]",
    "(Laughter.)",
    "MR BRANDT: I see",
    "- Yes.\n- No.",
    "<00:00:01.000>(Applause.)",
    "",
]
moments = st.integers(0, 5000)
cues = st.lists(st.tuples(moments, moments, st.sampled_from(_TEXTS)), max_size=12)


def vtt(made: list[tuple[int, int, str]]) -> bytes:
    blocks = (f"{clock(start)} --> {clock(end)}\n{text}\n\n" for start, end, text in made)
    return f"WEBVTT\n\n{''.join(blocks)}".encode()


def clock(tenths: int) -> str:
    return f"{tenths // 600:02}:{tenths // 10 % 60:02}.{tenths % 10}00"


@pytest.mark.parametrize("ending", ["html", "md", "srt", "vtt", "docx"])
def test_goldens(ending: str, file_regression: FileRegressionFixture) -> None:
    file = DATA / f"council.{ending}"
    data = council() if ending == "docx" else file.read_bytes()
    tei_file = edition.encode(edition.read(data, file.name))
    for pattern, same in _VARYING:
        tei_file = pattern.sub(same, tei_file)
    file_regression.check(tei_file, binary=True, extension=".xml")


@settings(deadline=None)
@given(cues)
def test_every_time_is_a_point_and_the_file_is_valid_and_true(
    made: list[tuple[int, int, str]],
) -> None:
    data = vtt(made)
    try:
        transcript = edition.read(data, "meeting.vtt")
    except edition.EditionError:
        return
    document = parse(edition.encode(transcript), "meeting.xml")
    found = edition.check(document, source=data)
    assert [f for f in found if f.severity is edition.Severity.ERROR] == []
    points = list(document.root.iter(tei("when")))
    printed = {time.printed for times in transcript.times.values() for time in times}
    assert {point.get("n") for point in points} - {None} <= printed
    seconds = {time.seconds for times in transcript.times.values() for time in times}
    assert {float(point.get("interval", "0")) for point in points} >= seconds
    names = {f"#{point.get(XML_ID)}" for point in points}
    pointers = {
        value for name in ("start", "end", "synch") for value in document.root.xpath(f"//@{name}")
    }
    assert pointers <= names


def test_a_beginning_and_an_end_are_those_of_the_turn() -> None:
    data = vtt(
        [(10, 20, "<v A>Yes, I am."), (20, 25, "[Applause]"), (30, 40, "<v B>Why? I was.")] * 3
    )
    root = parse(edition.encode(edition.read(data, "meeting.vtt")), "x").root
    first, second, *_ = root.iter(tei("u"))
    assert (first.get("start"), second.get("start"), second.get("end")) == (
        "#ms1000",
        "#ms3000",
        "#ms4000",
    )
