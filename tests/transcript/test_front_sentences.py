"""Date and place in a sentence, or with a word before them, above the first turn."""

from __future__ import annotations

import pytest

from edition.transcript.model import Kind
from edition.transcript.reader import read

TEXT = (
    "INQUIRY INTO A FERRY\n\n{line}\n\nMR LEE: So it was.\n\nMS DAY: Yes.\n\nMR LEE: Thank you.\n"
)


def found(line: str) -> tuple[str, str]:
    """The date and the place that *line* gives."""
    transcript = read(TEXT.format(line=line).encode(), "a.txt", "generic")
    (block,) = (it for it in transcript.blocks if it.text == line)
    if block.kind is not Kind.DATELINE or block.dateline is None:
        return "", ""
    place = block.dateline.place_span
    return block.dateline.date, line[slice(*place)] if place else ""


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        (
            "Hearing, held at the Guildhall, Kingston upon Hull, on Tuesday, 24 February 1998",
            "1998-02-24",
            "Guildhall, Kingston upon Hull",
        ),
        ("Evidence taken in Cardiff on May 3, 1911.", "1911-05-03", "Cardiff"),
        ("Interview recorded on 3 May 1911", "1911-05-03", ""),
        ("Hearing held in Public, on 3 May 1911", "1911-05-03", ""),
        ("He was held in Cardiff on 3 May.", "", ""),
        ("Held at Leeds on 31 February 1911", "", ""),
    ],
)
def test_a_sentence_tells_when_and_where(line: str, date: str, place: str) -> None:
    assert found(line) == (date, place)


def test_a_place_behind_its_word() -> None:
    line = "Date: 11 June 2009\nPlace: Chicago, Illinois"
    transcript = read(TEXT.format(line=line).encode(), "a.txt", "generic")
    spans = [(b.text, b.dateline.place_span) for b in transcript.blocks if b.dateline]
    assert [text[slice(*span)] for text, span in spans if span] == ["Chicago, Illinois"]
