"""Capitals of headings and names are written as elsewhere, in the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.names.capitals import Capitals
from tests.names.meetings import meant

CAPITALS = Capitals({"John", "Patrick"}, {"of", "the", "on", "a"}, ["Mc", "O'"], {"UN"})


@pytest.mark.parametrize(
    ("printed", "lowered"),
    [
        ("HOUSE OF COMMONS", "House of Commons"),
        ("TALK OF A MAN BY ANN A. LEE", "Talk of a Man By Ann A. Lee"),
        ("THE UN HOUSE", "The UN House"),
        ("THE PEOPLE'S HOUSE", "The People's House"),
        ("JOHN MCCAIN AND O'BRIEN", "John McCain And O'Brien"),
        (
            "PATRICK J. LEAHY, Vermont, of DISH NETWORK",
            "Patrick J. Leahy, Vermont, of DISH NETWORK",
        ),
        ("JOHN McCAIN, Arizona", "John McCain, Arizona"),
        ("The US and the UN", "The US and the UN"),
    ],
)
def test_capitals_are_lowered(printed: str, lowered: str) -> None:
    assert CAPITALS.lowered(printed) == lowered


@given(st.text(alphabet="ABßé'JOHN. \nMcof", max_size=40))
def test_no_word_changes_its_length(text: str) -> None:
    lowered = CAPITALS.lowered(text)
    assert [len(word) for word in lowered.split(" ")] == [len(word) for word in text.split(" ")]


def test_a_name_in_capitals_is_that_of_the_person() -> None:
    lines = ("ANNA ZVONAR, of the board, came.", "I know Anna Zvonar, too.")
    assert meant(*lines) == ["AnnaZvonar", "AnnaZvonar"]
