"""Whom "your grandfather" means."""

from __future__ import annotations

import pytest

from edition.names.model import Certainty
from tests.names.meetings import named

TOLD = "I know Ivan Zvonov, grandson of General Pavel Zvonov, too."
SPEAKS = "Ivan Zvonov: Here."


def _kin(*lines: str) -> list[tuple[str | None, Certainty]]:
    naming = named(*lines)
    return [(one.entry, one.certainty) for one in naming.mentions if one.why == "kinship"]


def test_the_kin_of_a_participant_is_meant_where_the_text_says_who_that_is() -> None:
    lines = (TOLD, SPEAKS, "Chair: So your grandfather fought.")
    assert _kin(*lines) == [("PavelZvonov", Certainty.MEDIUM)]


def test_a_participant_himself_says_who_his_kin_is() -> None:
    lines = (SPEAKS + " My father, Pavel Zvonov, fought.", "Chair: So your father fought.")
    assert _kin(*lines) == [("PavelZvonov", Certainty.MEDIUM)]


OTHER = "Anna Sorn: My grandfather, Tom Sorn, fought."
LEADS = "Chair: Well."


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        ((TOLD, SPEAKS, OTHER, "Chair: Mr Zvonov, your grandfather fought."), "PavelZvonov"),
        ((TOLD, SPEAKS, OTHER, "Chair: Ms Sorn, your grandfather fought.", SPEAKS), "TomSorn"),
        (
            (TOLD, SPEAKS, "Anna Sorn: I, Anna Sorn, ask of your grandfather.", SPEAKS),
            "PavelZvonov",
        ),
        ((OTHER, TOLD, SPEAKS, "Chair: Well. So your grandfather fought."), "PavelZvonov"),
    ],
)
def test_it_is_the_kin_of_whoever_is_addressed(lines: tuple[str, ...], whose: str) -> None:
    assert _kin(*lines) == [(whose, Certainty.MEDIUM)]


@pytest.mark.parametrize(
    "lines",
    [
        (TOLD, SPEAKS, OTHER, "Chair: So your grandfather fought.", SPEAKS),  # between two
        (TOLD, SPEAKS, "Chair: Ms Sorn, your grandfather fought."),  # named, and takes no part
        (TOLD, SPEAKS, LEADS, "Anna Sorn: Here.", "Chair: Your grandfather fought."),  # long ago
        (TOLD, SPEAKS + " My grandfather, Pavel Roe, fought.", "Chair: Your grandfather fought."),
        (SPEAKS, "Chair: So your grandfather fought."),  # nobody says who
        (TOLD, SPEAKS, "Chair: So your uncle fought."),  # other kin
        (TOLD, "Chair: So your grandfather fought."),  # who is no participant
        (TOLD, SPEAKS + " So your grandfather fought."),  # of somebody else
        (TOLD, SPEAKS, "Chair: So your grandfather Ivan fought."),  # named
    ],
)
def test_nobody_is_guessed(lines: tuple[str, ...]) -> None:
    assert _kin(*lines) == []
