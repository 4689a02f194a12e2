"""What is counted of the changes to the characters of a source."""

from __future__ import annotations

import pytest

from edition.tei.normalisation import Normalisation, normalisations
from edition.transcript.decode import decode


def done(data: bytes) -> list[Normalisation]:
    decoded = decode(data, "x.txt")
    return normalisations(decoded.lines, decoded)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("one two", 0),
        ("one  two", 1),
        ("one\u00a0 two", 1),
        (" one", 1),
        ("one\u00a0", 1),
        ("  one  two   ", 3),
        ("one\n \ntwo", 1),
        ("one\n  \ntwo", 1),
        ("one\ttwo", 1),
        ("one\x0b two", 1),
        ("one\n two \n\u00a0three", 3),
    ],
)
def test_white_space_is_counted_run_by_run(text: str, runs: int) -> None:
    times = {entry.type: entry.times for entry in done(text.encode())}
    assert times.get("whiteSpace", 0) == runs


def test_a_control_is_told_with_its_place() -> None:
    (control,) = [
        entry for entry in done("one\n\ntw\x01o \uffff.".encode()) if entry.type == "control"
    ]
    assert control.detail == "U+0001 at 3:3, U+FFFF at 3:6"
