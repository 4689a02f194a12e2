"""Places whose names are words for other things, too."""

from __future__ import annotations

import pytest

from edition.names.gazetteer import Alone
from edition.names.model import Certainty, Kind
from edition.names.naming import name
from tests.names.meetings import PLACES, meeting, world

LOOKUP = world(PLACES | dict.fromkeys(("Turkey", "China"), Alone.ALWAYS))


def sure(*lines: str) -> list[bool]:
    """Whether each place in *lines*, in order, is certain."""
    mentions = name(meeting(*lines), lookup=LOOKUP).mentions
    places = (one for one in mentions if one.kind is Kind.PLACE and one.line > 5)
    return [one.certainty is Certainty.HIGH for one in places]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Turkey was served in China cups.", [False, False]),
        ("Turkey was roasted.", [False]),
        ("Turkey agreed. We trade with Turkey.", [True, True]),
        ("China and Russia agreed.", [True, True]),
        ("China's army came.", [True]),
        ("We were in Turkey last year.", [True]),
        ("Moscow was served in Russia cups.", [True, True]),
    ],
)
def test_a_place_called_like_a_thing_is_certain_where_the_text_says_so(
    line: str, expected: list[bool]
) -> None:
    assert sure(line) == expected


def test_what_one_line_says_is_so_in_all() -> None:
    assert sure("Turkey was there.", "We went to Turkey.") == [True, True]
