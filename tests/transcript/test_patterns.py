"""Patterns that a convention may not have."""

from __future__ import annotations

import pytest

from edition.transcript.patterns import fault_in


@pytest.mark.parametrize(
    ("pattern", "at"),
    [("(a+)+", 4), ("(?:x|y*)*", 8), ("(a+){2,}", 4), ("(?P<n>a+)+x", 9), ("(?i:a.*)+", 8)],
)
def test_a_repetition_inside_a_repetition_is_a_fault(pattern: str, at: int) -> None:
    fault = fault_in(pattern)
    assert fault is not None
    assert fault.at == at


def test_what_is_no_expression_is_a_fault() -> None:
    fault = fault_in("a(b")
    assert fault is not None
    assert (fault.at, "no regular expression" in fault.reason) == (1, True)


@pytest.mark.parametrize(
    "pattern", ["a(b+)c", r"(\(a+)", "[(+]+", "(a+){2}", "(a{0,9}b)+", "a?(b*)?"]
)
def test_what_cannot_take_for_ever_is_none(pattern: str) -> None:
    assert fault_in(pattern) is None
