"""Decisions about entries: each changes what it says, and not a byte besides."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.diagnostic import EditionError
from edition.names.model import Kind, Register
from edition.tei.candidates import with_candidates
from edition.tei.decisions import Confirm, Decision, Refuse, with_decision
from edition.tei.document import parse
from edition.tei.registers import read_register
from tests.tei.registers import PERSONS, person

PEOPLE = with_candidates(
    PERSONS.encode(),
    [person("CountTolstoy", "Count Tolstoy", "Leo Tolstoy"), person("Statute", "Statute")],
    Kind.PERSON,
    name="persons.xml",
)


def decided(*decisions: Decision, data: bytes = PEOPLE) -> bytes:
    for decision in decisions:
        data = with_decision(data, decision, name="persons.xml")
    return data


def register(data: bytes) -> Register:
    return read_register([parse(data, "persons.xml")]).register


def changes(new: bytes) -> list[str]:
    lines = difflib.unified_diff(PEOPLE.decode().splitlines(), new.decode().splitlines(), n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def test_confirming_drops_the_mark() -> None:
    new = decided(Confirm("Statute"))
    assert not register(new).entries["Statute"].candidate
    assert changes(new) == [
        '-      <person xml:id="Statute" cert="low" resp="#encoder">',
        '+      <person xml:id="Statute">',
    ]


def test_confirming_keeps_others_who_answer() -> None:
    data = PEOPLE.replace(
        b'Statute" cert="low" resp="#encoder"', b"S' resp='#jd  #encoder' cert='low'"
    )
    data = data.replace(b"xml:id=\"S'", b"xml:id='S'")
    assert b"<person xml:id='S' resp=\"#jd\" cert='low'>" in decided(Confirm("S"), data=data)


def test_refused_words_are_no_candidates_any_more() -> None:
    new = decided(Refuse("Statute"), Refuse("Count  Tolstoy"))
    entries = register(new).entries
    assert "Statute" not in entries
    assert [name.text for name in entries["CountTolstoy"].names] == ["Leo Tolstoy"]
    assert register(new).refused == {"No Statute", "Statute", "Count Tolstoy"}


def test_refusing_takes_nothing_from_what_somebody_decided() -> None:
    assert "VeraInber" in register(decided(Refuse("Vera Inber"))).entries


def test_the_last_candidate_leaves_no_empty_list() -> None:
    data = with_candidates(None, [person("Statute")], Kind.PERSON, name="p")
    new = decided(Refuse("Statute"), data=data)
    assert b"listPerson" not in new
    assert b'<list type="refused">\n      <item>Statute</item>' in new


@given(
    st.lists(
        st.sampled_from(
            [
                Confirm("Statute"),
                Refuse("Tula & co"),
                Confirm("LeoTolstoy"),
            ]
        ),
        max_size=5,
    )
)
def test_a_decision_twice_is_one_decision(decisions: list[Decision]) -> None:
    once = decided(*dict.fromkeys(decisions))
    assert decided(*decisions) == once == decided(*decisions, data=once)


def test_an_entry_that_is_not_there_is_told() -> None:
    with pytest.raises(EditionError) as caught:
        decided(Confirm("Statut"))
    assert caught.value.finding.code == "G023"
