"""The laws of naming, on any text and register."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import edition
from edition.names.gazetteer import Alone
from edition.names.known import Known
from edition.names.model import Entry, Kind, Name, Register
from edition.names.naming import name
from edition.tei.vocabulary import XML_LANG
from edition.transcript.reader import read
from tests.names.meetings import WORLD, entry, meant, meeting, mentioned, register, world

_UNTOLD = frozenset({"N032", "N033", "N039"})
WORDS = [
    "Anna",
    "Maria",
    "Alexander",
    "Zvonov",
    "Petrenko",
    "Tolstoy",
    "Leonid",
    "Govorov",
    "Mr",
    "General",
    "Moscow",
    "Russia",
    "Geneva",
    "Lake",
    "District",
    "Ministry",
    "of",
    "Medal",
    "Street",
    "the",
    "and",
    "in",
    "grandson",
    "al-Farabi",
    "UN",
    "War",
    "The",
    ".",
    ",",
    "’s",
    "-",
    "Dmitri",
    "Borissov",
    "Борис",
    "é",
]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=5
)
entries = st.builds(
    lambda kind, names: (kind, names), st.sampled_from(Kind), st.lists(phrases, min_size=1)
)


@st.composite
def registers(draw: st.DrawFn) -> Known:
    """Registers whose names overlap with one another, and with the words of texts."""
    made = {
        f"entry-{number}": Entry(f"entry-{number}", kind, tuple(map(Name, names)))
        for number, (kind, names) in enumerate(draw(st.lists(entries, max_size=5)))
    }
    return Known(Register(made, draw(st.frozensets(phrases, max_size=2))))


@given(texts, registers())
def test_mentions_lie_in_their_blocks_in_order_and_never_cross(
    lines: list[str], known: Known
) -> None:
    transcript = meeting(*lines)
    blocks = {block.line: block.text for block in transcript.blocks}
    naming = name(transcript, known, lookup=WORLD)
    for one in naming.mentions:
        assert 0 <= one.start < one.end <= len(blocks[one.line])
        assert one.entry is None or one.entry in naming.register.entries
        assert one.role is None or one.start <= one.role[0] < one.role[1] <= one.end
    for one, after in itertools.combinations(naming.mentions, 2):
        assert one.line <= after.line
        if one.line == after.line:
            assert one.start <= after.start
            assert after.start >= one.end or after.end <= one.end


@given(texts, registers())
@settings(max_examples=50)
def test_a_text_with_names_is_encoded_validly_and_faithfully(
    lines: list[str], known: Known
) -> None:
    transcript = meeting(*lines)
    naming = name(transcript, known, lookup=WORLD)
    tei = edition.encode(transcript, naming=naming)
    again = name(transcript, known, lookup=WORLD)
    assert tei == edition.encode(transcript, naming=again)
    found = edition.check(edition.parse(tei, "m.xml"), source=transcript.rebuild().encode())
    assert [one for one in found if one.severity == "error"] == []


def test_the_names_of_a_register_are_found_wherever_they_stand() -> None:
    known = register(
        entry("one", "al-Farabi"),
        entry("two", "Queen of Spades", kind=Kind.ORG),
        entry("three", "東京", kind=Kind.PLACE),
    )
    assert mentioned("As al-Farabi said.", known=known) == ["al-Farabi"]
    assert mentioned("Queen of Spades!", kind=Kind.ORG, known=known) == ["Queen of Spades"]
    assert mentioned("See 東京 now.", kind=Kind.PLACE, known=known) == ["東京"]


def test_a_body_of_the_register_is_no_place_by_the_same_words() -> None:
    known = register(entry("board", "River Board", kind=Kind.ORG))
    line = "We met at the River Board again."
    assert mentioned(line, kind=Kind.PLACE) == ["River Board"]
    assert mentioned(line, kind=Kind.ORG, known=known) == ["River Board"]
    assert mentioned(line, kind=Kind.PLACE, known=known) == []


def test_the_longest_name_of_a_register_is_taken() -> None:
    known = register(entry("one", "Anna Li"), entry("two", "Anna Li Zvonova"))
    assert meant("We saw Anna Li Zvonova there.", known=known) == ["two"]


def test_a_name_of_the_register_has_its_honorific() -> None:
    known = register(entry("one", "Lee"))
    assert mentioned("I thank Mr Lee.", known=known) == ["Mr Lee"]


def test_refused_words_name_nothing() -> None:
    known = register(refused=("Alexander Zvonov",))
    assert mentioned("Alexander Zvonov came.", known=known) == []


def test_a_reserved_identifier_is_given_to_nobody() -> None:
    transcript = meeting("Anna Zvonova came.")
    naming = name(transcript, lookup=WORLD, reserved=["AnnaZvonova"])
    assert naming.mentions[-1].entry == "AnnaZvonova2"


def test_no_language_no_names_but_those_of_the_register() -> None:
    text = "Un débat\n\nMadame Zvonov: Bonjour à Moscow, Anna Petrenko.\n"
    transcript = edition.read(text.encode(), "debat.txt")
    known = register(entry("one", "Anna Petrenko"))
    assert [one.entry for one in name(transcript, known, lookup=WORLD).mentions] == ["one"]


def test_two_gazetteers_are_not_mixed_up() -> None:
    transcript = meeting("Zvonovo is large.")
    other = world({"Zvonovo": Alone.ALWAYS})
    assert [one.line for one in name(transcript, lookup=WORLD).mentions if one.line > 5] == []
    assert [one.line for one in name(transcript, lookup=other).mentions if one.line > 5] == [7]


@pytest.mark.parametrize(
    ("said", "code", "language"),
    [
        ("Mr Li has it, and we thank Mr Orr for that.", "N032", "en"),
        ("Mm. Xyz.", "N033", ""),
        ("Mr Li has it, and we thank Mr Orr for that. " * 4, "N039", "en"),
    ],
)
def test_a_language_that_nobody_says_is_told(said: str, code: str, language: str) -> None:
    text = f"Talk\n\nAnna Li: {said}\n\nBob Orr: {said}\n\nAnna Li: Why?\n\nBob Orr: So.\n"
    transcript = read(text.encode(), "talk.txt")
    told = [one for one in name(transcript).diagnostics if one.code in _UNTOLD]
    assert [one.code for one in told] == [code]
    assert language in told[0].message
    naming = name(transcript)
    root = etree.fromstring(edition.encode(transcript, naming=naming))
    assert root.get(XML_LANG) == ("en" if code == "N039" else "und")
    assert 'transcript."talk"' in told[0].hint
    assert not {one.code for one in name(transcript, language="en").diagnostics} & _UNTOLD
