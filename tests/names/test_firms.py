"""Firms and newspapers: "P&O", "Moscow Steel", "The Times"."""

from __future__ import annotations

import pytest

from edition.names.model import Kind
from tests.names.meetings import mentioned, named


@pytest.mark.parametrize(
    ("line", "bodies"),
    [
        ("I came here with P&O and then with B&Q Sons.", ["P&O", "B&Q Sons"]),
        ("Then Marks & Spencer opened there.", ["Marks & Spencer"]),
        ("They know that Moscow Steel is there.", ["Moscow Steel"]),
        ("I read The Times there. She was in the Times.", ["The Times"]),
        ("The Guardian reported that, and the Times wrote of it.", ["The Guardian", "Times"]),
    ],
)
def test_a_firm_or_a_newspaper_is_a_body(line: str, bodies: list[str]) -> None:
    assert mentioned(line, kind=Kind.ORG) == bodies


@pytest.mark.parametrize(
    "line",
    [
        "There was a Q&A with some R&D people. Our R&D Department was there.",
        "I know that Mr & Mrs Hill came.",
        "The Sun rose then, and the Star fell. The Record shows it.",
        "I know David Steel, a man of Steel.",
    ],
)
def test_what_looks_like_a_firm_is_none(line: str) -> None:
    assert mentioned(line, kind=Kind.ORG) == []


def test_a_firm_that_is_called_after_a_place_is_none() -> None:
    assert mentioned("They know that Moscow Steel is there.", kind=Kind.PLACE) == []


def test_all_mentions_of_a_newspaper_mean_one() -> None:
    mentions = named("I read The Times. So the Times wrote. The Times wrote it.").mentions
    assert [one.entry for one in mentions if one.kind is Kind.ORG] == ["TheTimes"] * 3
