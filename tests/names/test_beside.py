"""Places that are told by what stands beside them, though their names are mostly other things."""

from __future__ import annotations

import pytest

from edition.names.gazetteer import Alone
from edition.names.model import Certainty, Kind
from edition.names.naming import name
from tests.names.meetings import meeting, world

LOOKUP = world(
    {
        "Moscow": Alone.ALWAYS,
        "Geneva": Alone.CONTEXT,
        "Buxton": Alone.PEOPLE,
        "Pushkin": Alone.CONTEXT,
        "Severn": Alone.ALWAYS,
        "Komi": Alone.CONTEXT,
        "Nice": Alone.NEVER,
    }
)


def places(line: str) -> list[str]:
    transcript = meeting(line)
    texts = {block.line: block.text for block in transcript.blocks}
    return [
        texts[one.line][one.start : one.end]
        for one in name(transcript, lookup=LOOKUP).mentions
        if one.kind is Kind.PLACE and one.line > 5
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("He taught in Buxton then.", ["Buxton"]),
        ("At Buxton, two men fell.", ["Buxton"]),
        ("I have confidence in Buxton.", []),  # what is felt for persons
        ("Confidence in Buxton is great.", []),
        ("of the Zvonka is the other bank", []),
        ("It is in Buxton's house.", []),
        ("We spoke of Buxton.", []),
        ("Then Buxton left.", []),
        ("They go to Buxton and Geneva.", ["Buxton", "Geneva"]),  # a list
        ("They go to Nice and Geneva.", ["Nice", "Geneva"]),
        ("The road from Zvonovo to Moscow is bad.", ["Zvonovo", "Moscow"]),  # ends of a way
        ("The road from Moscow to Zvonovo is bad.", ["Moscow", "Zvonovo"]),
        ("From Buxton to Moscow is far.", ["Buxton", "Moscow"]),
        ("They bring it from Zvonovo to Moscow.", ["Moscow"]),  # of no way is the word
        ("The train from NATO to Moscow is late.", ["Moscow"]),
        ("The line between Moscow and Zvonovo is shut.", ["Moscow", "Zvonovo"]),
        ("They bombed Moscow, Zvonovo and Severn.", ["Moscow", "Zvonovo", "Severn"]),
        ("They saw Moscow, Geneva and Zvonovo.", ["Moscow", "Geneva"]),
        ("It lies on the border with Komi.", ["Komi"]),
        ("We talked with Komi.", []),
        ("People live along the Vashka.", ["Vashka"]),  # a river
        ("It is on the bank of the Vashka.", ["Vashka"]),
        ("They built along the Stalin line.", []),
        ("We read the poems of Pushkin.", []),  # known for another reason
        ("We live in Pushkin.", ["Pushkin"]),
        ("They saw the Yelena and Popov islands.", ["Yelena", "Popov"]),
    ],
)
def test_what_stands_beside_a_name_tells_a_place(line: str, found: list[str]) -> None:
    assert places(line) == found


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        ("We asked Severn Heating about it.", Certainty.MEDIUM),
        ("We swam in the Severn Moscow river.", Certainty.HIGH),
        ("We swam in Severn.", Certainty.HIGH),
        ("We asked Severn Heating. We swam in Severn.", Certainty.HIGH),
    ],
)
def test_a_place_is_less_sure_where_its_name_goes_on_and_nothing_else_tells_it(
    line: str, certainty: Certainty
) -> None:
    mentions = name(meeting(line), lookup=LOOKUP).mentions
    assert [one.certainty for one in mentions if one.line > 5][:1] == [certainty]


def test_what_only_another_tells_is_not_certain() -> None:
    found = name(meeting("The road from Zvonovo to Moscow is bad."), lookup=LOOKUP).mentions
    certain = {one.certainty for one in found if one.line > 5 and one.kind is Kind.PLACE}
    assert certain == {Certainty.MEDIUM, Certainty.HIGH}
