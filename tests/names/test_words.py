"""The words of a text: what is one, what begins a sentence, and where it stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edition.names.words import Text, folded
from edition.names.writing import Tokens, Writing

WRITING = Writing(
    {"Mr"},
    {"No"},
    {"'s", "’s"},
    whole={"People's"},
    elisions={"d"},
    prefixes={"anti"},
    suffixes={"led"},
)
TOKENS = Tokens(WRITING)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Putin’s and Putin's", ["Putin", "and", "Putin"]),
        ("the U.S. and Mr. Li", ["the", "U.S.", "and", "Mr.", "Li"]),
        ("A. S. Pushkin", ["A.", "S.", "Pushkin"]),
        ("I. We", ["I.", "We"]),
        ("O’Brien, el-Sisi", ["O’Brien", "el-Sisi"]),
        ("School No. 181. No. We", ["School", "No.", "181", "No", "We"]),
        ("the Napoleon-led army", ["the", "Napoleon", "army"]),
        ("the anti-Napoleon army", ["the", "Napoleon", "army"]),
        ("the People's Republic, the People's", ["the", "People's", "Republic", "the", "People"]),
        ("Jong-un, a Nato-backed", ["Jong-un", "a", "Nato"]),
        ("to Komsomolsk-on-Amur", ["to", "Komsomolsk-on-Amur"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert list(Text(text, TOKENS).words) == words


def test_a_hyphen_between_two_places_parts_them() -> None:
    tokens = Tokens(WRITING, lambda word: word == "Russia-Belarus")
    text = Text("the Russia-Belarus’s border", tokens)
    assert list(text.words) == ["the", "Russia", "Belarus", "border"]
    assert not text.joined[2]


def test_only_spaces_join() -> None:
    text = Text("Anna\u00a0Li, Boris  Petrov’s Carl    Karl\n  Li", TOKENS)
    assert text.joined[:7] == [False, True, False, True, False, False, True]


def test_a_capital_after_a_full_stop_or_a_quotation_mark_begins_a_sentence() -> None:
    text = Text("He came. She “Saw” him, Anna")
    assert [text.first(index) for index in text.capitals] == [True, True, True, False]


PIECES = ["People's", "’s", "A.", "I.", "No.", "5", "Mr.", "d’Or", "anti-Li", "Li-led", "Li", "a"]
PARTS = [" ", "  ", " ", "\n", "", ",", " — ", ". ", "“"]


@example([("Li", " "), ("I.", "\n"), ("Li", " ")])
@example([("Li", " "), ("No.", " "), ("5", "  "), ("", " "), ("Li", "")])
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(PARTS)), max_size=8))
def test_a_word_is_the_same_whatever_space_stands_beside_it(pieces: list[tuple[str, str]]) -> None:
    line = "".join(itertools.chain.from_iterable(pieces))
    tokens = Tokens(WRITING, numbered=lambda before, after: before == "Li" and after == "Li")
    text, unbroken = Text(line, tokens), Text(line.replace(" ", "\u00a0"), tokens)
    assert text.words == unbroken.words
    assert text.joined == unbroken.joined
    assert text.capitals == unbroken.capitals


@given(st.text(alphabet="ab A.’'s-\u00a0é‑B,“", max_size=60))
def test_offsets_lead_back_to_the_words(line: str) -> None:
    text = Text(line, TOKENS)
    for index, word in enumerate(text.words):
        start, end = text.offsets(index, index)
        assert line[start:end] == word
    if text.words:
        start, end = text.offsets(0, len(text) - 1)
        assert line[start:end].startswith(text.words[0])
        assert line[start:end].endswith(text.words[-1])
    for index in reversed(range(len(text))):
        start, end = text.offsets(index, index)
        assert line[start:end] == text.words[index]


def test_names_are_compared_without_accents_and_kinds_of_space() -> None:
    assert folded("Zoé\u00a0Loś‑O’Hara") == "Zoe Los-O'Hara"


def test_an_article_with_an_apostrophe_hides_no_capital() -> None:
    assert Text("in Côte d’Ivoire", TOKENS).capitals == [1, 2]
