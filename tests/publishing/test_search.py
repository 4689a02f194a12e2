"""The index of searching, read back: numbers, words, and where a form is looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.publishing.search import blocks
from edition.publishing.search.blocks import Block
from edition.publishing.search.coding import SIGNS, ascending, gamma, packed, squeezed
from edition.publishing.search.index import Term, sorted_as
from edition.publishing.search.words import Stems, folded, words


class Bits:
    """What was packed, bit after bit."""

    def __init__(self, text: str) -> None:
        pairs = (text[at : at + 2] for at in range(0, len(text), 2))
        values = (SIGNS.index(pair[0]) * len(SIGNS) + SIGNS.index(pair[1]) for pair in pairs)
        self._bits: Iterator[str] = iter("".join(f"{value:013b}" for value in values))

    def number(self, bits: int) -> int:
        return int("0" + "".join(next(self._bits) for _ in range(bits)), 2)

    def gamma(self) -> int:
        more = 0
        while not self.number(1):
            more += 1
        return (1 << more) + self.number(more)

    def one_of(self, many: int) -> int:
        bits = many.bit_length() - 1
        short = (1 << bits + 1) - many
        number = self.number(bits)
        return number if number < short else 2 * number + self.number(1) - short

    def ascending(self, count: int, low: int, high: int) -> list[int]:
        if not count:
            return []
        if count == high - low:
            return list(range(low, high))
        before = count // 2
        lowest = low + before
        number = lowest + self.one_of(high - (count - before - 1) - lowest)
        behind = count - before - 1
        return [
            *self.ascending(before, low, number),
            number,
            *self.ascending(behind, number + 1, high),
        ]


def unsqueezed(code: tuple[str, str, str]) -> str:
    signs, lengths, text = code
    counts, bits, found = [int(n) for n in lengths.split(",")], Bits(text), ""
    while not found.endswith("\n"):
        value = first = index = 0
        for count in counts:
            value = 2 * value + bits.number(1)
            if value - first < count:
                found += signs[index + value - first]
                break
            index += count
            first = 2 * (first + count)
    return found[:-1]


def terms_of(block: Block) -> list[list[str]]:
    """The forms of each term of *block*."""
    terms: list[list[str]] = []
    before = ""
    for first, shared, rest in re.findall(r"(\.?)([A-Z])([^.A-Z]*)", unsqueezed(block.forms)):
        if first:
            terms.append([])
        before = before[: ord(shared) - ord("A")] + rest
        terms[-1].append(before)
    return terms


@given(st.sets(st.integers(0, 2000), min_size=1), st.integers(1, 500))
def test_numbers_are_read_back(numbers: set[int], more: int) -> None:
    among = max(numbers) + more
    text = packed(gamma(len(numbers)) + ascending(sorted(numbers), among))
    bits = Bits(text)
    assert bits.ascending(bits.gamma(), 0, among) == sorted(numbers)


@given(st.text(st.characters(exclude_characters="\n")))
def test_words_are_read_back(text: str) -> None:
    code = squeezed(text)
    assert unsqueezed(code) == text
    assert code[2].isascii()


FORMS = st.sets(st.text("abяé字𐐨", min_size=1, max_size=4), min_size=1, max_size=4).map(sorted)


@given(st.dictionaries(st.text("abя字𐐨", min_size=1, max_size=3), FORMS), st.integers(0, 12))
def test_every_form_leads_to_its_terms(stems: dict[str, list[str]], length: int) -> None:
    terms = [Term(stem, stems[stem], "1") for stem in sorted(stems, key=sorted_as)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_LENGTH", length)
        made = blocks.blocks(terms)
    read = [terms_of(block) for block in made]
    assert [forms for block in read for forms in block] == [term.forms for term in terms]
    firsts = [sorted_as(block.first) for block in made]
    for n, block in enumerate(read):
        for number, forms in enumerate(block):
            for form in forms:
                home = max(bisect_right(firsts, sorted_as(form)) - 1, 0)
                elsewhere = made[home].elsewhere.split("|")
                assert home == n or f"{form},{n},{number}" in elsewhere


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Well-known, don’t!", ["well", "known", "don", "t"]),
        ("Straße, Ærø, Łódź, naïve", ["strasse", "aero", "lodz", "naive"]),
        ("Мой чай ещё", ["мой", "чай", "еще"]),
        ("المِيناء أوّل", ["الميناء", "اول"]),
        ("平和 ½", ["平", "和", "1⁄2"]),
        ("co\u00adoperate", ["cooperate"]),
        ("cafe\u0301", ["cafe"]),
        ("हिन्दी", ["हिन्दी"]),
    ],
)
def test_words_are_parted_and_folded(text: str, forms: list[str]) -> None:
    assert [folded(word) for word in words(text)] == forms


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "treaties", "treaty"),
        ("en-GB", "governing", "governed"),
        ("de", "Häuser", "Haus"),
        ("ru", "Кораблей", "корабль"),
    ],
)
def test_forms_of_a_word_have_one_term(language: str, one: str, other: str) -> None:
    stems = Stems(language)
    assert stems[one].term == stems[other].term
    assert Stems("und")[one].term != Stems("und")[other].term
