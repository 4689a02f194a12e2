"""Who speaks keeps the entry that was proposed, whatever form of the name a label has now."""

from __future__ import annotations

import pytest

from edition.names.known import Known
from edition.names.naming import name
from tests.names.meetings import WORLD, meeting, named


def turns(*labels: str) -> list[str]:
    """A meeting in which each of *labels* speaks twice, after the Chair."""
    said = [f"{label}: So it is." for label in labels]
    between = ["Chair: Yes."] * len(said)
    return [turn for pair in zip(said * 2, between * 2, strict=True) for turn in pair]


def again(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """Whose entries those labelled as *before* have, and those labelled as *now*; no Chair."""
    first = named(*turns(*before))
    names = {first.register.entries[one].name: one for one in first.speakers.values()}
    transcript = meeting(*turns(*now))
    second = name(transcript, Known(first.register), lookup=WORLD, speakers=names)
    one, other = (set(naming.speakers.values()) - {"Chair"} for naming in (first, second))
    return one, other


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Mr Pike", "Pike"),
        ("Pike", "Mr Pike"),
        ("PIKE", "Mr. Pike"),
        ("Eleanor Pike", "Mrs Pike"),
        ("Mr Pike", "John Pike"),
        ("JOHN PIKE", "John Pike"),
    ],
)
def test_the_same_speaker_keeps_the_entry(before: str, now: str) -> None:
    one, other = again((before,), (now,))
    assert one == other
    assert len(one) == 1


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (("Mr Pike",), ("Mrs Pike",)),
        (("John Pike",), ("Eleanor Pike",)),
        (("John Pike", "Eleanor Pike"), ("Pike",)),
        (("Pike",), ("John Pike", "Eleanor Pike")),
        (("John Pike",), ("John Piker",)),
    ],
)
def test_another_speaker_gets_another(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    one, other = again(before, now)
    assert one.isdisjoint(other)
