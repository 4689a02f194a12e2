"""The words of texts, and where two sequences of them differ."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from edition import alignment
from edition.checking.words import words
from edition.tei.normalisation import normalised


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab  \t\u00a0\x01\x0b\x0c\ufffe\uffff\u2003é\n"), max_size=30)
)
def test_words_are_those_of_the_normalised_text(text: str) -> None:
    by_line = [w for line in text.split("\n") for w in normalised(line).split(" ") if w]
    assert [word.decode() for word in words(text)] == by_line


tokens = st.lists(st.sampled_from([b"a", b"b", b"c", b"dd"]) | st.binary(min_size=1, max_size=1))


@settings(max_examples=300, deadline=None)
@given(tokens, tokens)
def test_differences_make_the_one_text_of_the_other(left: list[bytes], right: list[bytes]) -> None:
    made: list[bytes] = []
    at = 0
    for start, end, other_start, other_end in alignment.differences(left, right):
        made += left[at:start]
        assert len(made) == other_start
        made += right[other_start:other_end]
        at = end
    assert made + left[at:] == right


def test_long_texts_are_aligned_by_the_words_they_have_once() -> None:
    left = [f"w{n}".encode() if n % 7 == 0 else b"the" for n in range(30_000)]
    right = [word for n, word in enumerate(left) if n % 5_000 != 3]
    found = alignment.differences(left, right)
    assert len(found) == 6
    assert sum(d.end - d.start for d in found) == 6


def test_long_texts_without_such_words_are_taken_up_again_after_a_difference() -> None:
    chance = random.Random(7)
    phrase = [f"w{chance.randrange(300)}".encode() for _ in range(2_000)]
    left = phrase * 10
    right = list(left)
    for place in range(1_000, 20_000, 1_500):
        right[place] = b"changed"
    found = alignment.differences(left, right)
    assert [(d.start, d.end) for d in found] == [(n, n + 1) for n in range(1_000, 20_000, 1_500)]
