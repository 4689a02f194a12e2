"""Mentions among what a transcript marks in a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edition.names.model import Certainty, Kind, Mention, Naming
from edition.tei.inline import Part, free
from edition.tei.mentions import Mentions
from edition.transcript.model import Block
from edition.transcript.model import Kind as BlockKind

_LINE = "Moscow, 18 January 1950. Anna Li came to Tula."


def mention(start: int, end: int, kind: Kind = Kind.PLACE) -> Mention:
    return Mention(1, start, end, kind, "X", Certainty.HIGH, "test")


def among(parts: list[Part], *mentions: Mention) -> list[tuple[str, int, int, bool]]:
    """Element, first character, end, and whether it is a mention's."""
    block = Block(1, _LINE, BlockKind.DATELINE)
    return [
        (etree.QName(part.element).localname, part.start, part.end, "ref" in part.element.attrib)
        for part in Mentions(Naming(mentions)).among(block, parts)
    ]


def test_the_place_of_a_dateline_gives_way_to_a_mention_of_a_place() -> None:
    place = Part(0, 6, free("placeName"))
    assert among([place], mention(0, 6)) == [("placeName", 0, 6, True)]


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORG])
def test_the_place_of_a_dateline_stays_where_something_else_is_mentioned(kind: Kind) -> None:
    place = Part(0, 6, free("placeName"))
    assert among([place], mention(0, 6, kind)) == [("placeName", 0, 6, False)]


def test_the_place_of_a_dateline_holds_several_mentioned_places() -> None:
    both = Part(0, 23, free("placeName"))
    assert among([both], mention(0, 6), mention(8, 18)) == [
        ("placeName", 0, 23, False),
        ("placeName", 0, 6, True),
        ("placeName", 8, 18, True),
    ]


def test_the_place_of_a_dateline_stays_where_the_mention_is_left_out() -> None:
    parts = [Part(0, 23, free("date")), Part(0, 6, free("placeName"))]
    kept = [("date", 0, 23, False), ("placeName", 0, 6, False)]
    assert among(parts, mention(0, 6)) == kept


@given(
    st.sets(st.integers(0, len(_LINE)), max_size=12),
    st.lists(st.tuples(st.integers(0, len(_LINE)), st.integers(1, 9)), max_size=6),
)
def test_a_mention_is_left_out_only_where_a_part_cuts_it(
    cuts: set[int], named: list[tuple[int, int]]
) -> None:
    bounds = iter(sorted(cuts))
    parts = [Part(one, other, free("note")) for one, other in zip(bounds, bounds, strict=False)]
    mentions = [mention(start, start + length, Kind.PERSON) for start, length in named]
    wanted = [
        (one.start, one.end)
        for one in mentions
        if all(
            one.end <= part.start
            or part.end <= one.start
            or (part.start <= one.start and one.end <= part.end)
            for part in parts
        )
    ]
    found = [(start, end) for _, start, end, is_mention in among(parts, *mentions) if is_mention]
    assert sorted(found) == sorted(wanted)
