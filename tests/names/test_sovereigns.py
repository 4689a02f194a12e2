"""Sovereigns of one name are told apart by their numbers and epithets."""

from __future__ import annotations

import pytest

from edition.names.model import Kind
from edition.names.naming import name
from tests.names.meetings import entry, meant, meeting, mentioned, named, register


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("It was signed by Nicholas I in 1832.", ["Nicholas I"]),
        ("So Alexander I, his brother, died.", ["Alexander I"]),
        ("Peter I founded it.", ["Peter I"]),  # no "I" that speaks follows the first word
        ("Then Catherine II and Paul I paid for it.", ["Catherine II", "Paul I"]),
        ("He wrote to Elizabeth I. I have seen it.", ["Elizabeth I"]),
        ("It was Peter the Great who loved it.", ["Peter the Great"]),
        ("Ivan the Terrible did not.", ["Ivan the Terrible"]),
        ("With Nicholas I went there.", ["Nicholas"]),
        ("I met Nicholas, I said so.", ["Nicholas"]),
        ("It was Nicholas I. Zvonov himself.", ["Nicholas I. Zvonov"]),
        ("Peter I think so.", []),
    ],
)
def test_a_number_or_an_epithet_belongs_to_the_name(line: str, names: list[str]) -> None:
    assert mentioned(line) == names


@pytest.mark.parametrize("other", ["Nicholas II", "Nicholas III", "Nicholas the Great"])
def test_no_sovereign_is_another_of_his_name(other: str) -> None:
    known = register(entry("first", "Nicholas I"))
    first, second = meant(f"We spoke of {other} then.", "It was Nicholas I who did.", known=known)
    assert first not in {"first", None}
    assert second == "first"


def test_a_number_or_an_epithet_alone_is_no_surname() -> None:
    lines = ("He knew Peter III and Ivan the Terrible.", "In Part III Terrible things are told.")
    assert mentioned(*lines) == ["Peter III", "Ivan the Terrible"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("I know Princes Svyatoslav and Vladimir.", ["Svyatoslav", "Vladimir"]),
        ("I know Presidents Zvonov, Li and Anna Petrova.", ["Zvonov", "Li", "Anna Petrova"]),
        ("Generals Ivan Zvonov and Oleg Li came.", ["Ivan Zvonov", "Oleg Li"]),
        ("I know Kings Anna.", []),
        ("I know Queens Street and Vladimir.", ["Vladimir"]),
    ],
)
def test_behind_a_title_of_several_each_name_is_a_persons(line: str, names: list[str]) -> None:
    assert mentioned(line) == names


def test_of_titles_and_places_the_gazetteer_knows_which_is_meant() -> None:
    lines = meeting("He was born in Kings Lynn and Wisbech.")
    found = [(one.kind, one.entry) for one in name(lines).mentions if one.line > 5]
    assert found == [(Kind.PLACE, "KingsLynn"), (Kind.PLACE, "Wisbech")]


@pytest.mark.parametrize(
    ("line", "certainties"),
    [
        ("I know Captains Zvonov and Kim.", ["medium", "medium"]),
        ("I know Princes Svyatoslav and Vladimir.", ["high", "high"]),
        ("I know Generals Zvonov and Li. So Ivan Zvonov came.", ["high", "medium", "high"]),
        ("I know Presidents Obama and Li.", ["high", "medium"]),
    ],
)
def test_behind_a_title_of_several_a_word_alone_is_sure_where_it_is_known_for_a_name(
    line: str, certainties: list[str]
) -> None:
    assert [one.certainty for one in named(line).mentions if one.line > 5] == certainties


@pytest.mark.parametrize("line", ["I know Prince Vladimir.", "I know Princes Vladimir and Igor."])
def test_a_title_before_a_given_name_means_nobody_who_is_called_more_without_it(line: str) -> None:
    first, *_ = meant(line, "Vladimir Zvonov: Yes.", "Chair: So.", "Vladimir Zvonov: Yes.")
    assert first == "Vladimir"


def test_a_title_before_a_given_name_means_who_bears_it() -> None:
    assert meant("I know Prince Igor Zvonov.", "So Prince Igor came.") == ["IgorZvonov"] * 2


def test_a_given_name_that_a_prince_and_a_speaker_have_means_neither_surely() -> None:
    lines = ("I know Prince Vladimir, and Vladimir.", "Vladimir Zvonov: Yes.", "Chair: So.")
    assert meant(*lines, "Vladimir Zvonov: Yes.") == ["Vladimir", None]
