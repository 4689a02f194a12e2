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


def test_a_flag_for_a_whole_pattern_is_a_fault() -> None:
    """Patterns are joined: a flag for all of one would hold for the others too."""
    fault = fault_in("(?i)page [0-9]+")
    assert fault is not None
    assert fault.at == 0
    assert fault_in("(?i:page [0-9]+)") is None


def test_a_pattern_has_the_groups_that_are_asked_for_and_no_others() -> None:
    time = ("time", "hour", "minute")
    fault = fault_in("(?P<time>(?P<hour>[0-9]+):[0-9]+)", time)
    assert fault is not None
    assert "groups minute" in fault.reason
    assert fault_in("(?P<time>(?P<hour>[0-9]+):(?P<minute>[0-9]+))", time) is None
    assert fault_in("(?P<a>x)") is not None
