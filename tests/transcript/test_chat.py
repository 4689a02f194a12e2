"""Logs of a chat: what stands before the names of those who write, and what the program tells."""

from __future__ import annotations

import pytest

from edition.transcript.model import Kind
from edition.transcript.reader import read

SAID = (
    ("anna", "hi all, is everybody here?"),
    ("bob_k", "morning! yes, i am"),
    ("carl", "sorry, late. did i miss much?"),
    ("anna", "no, we wait for dora"),
    ("bob_k", "shall we begin with the lamps?"),
    ("carl", "the lamps are broken since may"),
)


@pytest.mark.parametrize(
    "before",
    ["", "[09:00:12] ", "[2022-03-01 09:00:12] ", "2022-03-01 09:00:12 ", "2022-03-01T09:00:12  "],
)
def test_a_date_and_a_time_stand_before_whoever_writes(before: str) -> None:
    text = "".join(f"{before}<{who}> {words}\n" for who, words in SAID)
    transcript = read(text.encode(), "chat.txt")
    assert transcript.convention == "chat"
    assert [turn.speaker for turn in transcript.turns] == [
        next(one.key for one in transcript.speakers if one.name == who) for who, _ in SAID
    ]


@pytest.mark.parametrize("told", ["* dora joined", "*** dora has quit (Ping timeout)"])
def test_what_the_program_tells_is_nobody_s_words(told: str) -> None:
    before = "[2022-03-01 09:00:12] "
    lines = [f"{before}<{who}> {words}" for who, words in SAID]
    text = "\n".join([*lines[:3], before + told, *lines[3:]])
    transcript = read(text.encode(), "chat.txt")
    assert transcript.block_at(4).kind is Kind.FURNITURE
    assert len(transcript.turns) == len(SAID)
