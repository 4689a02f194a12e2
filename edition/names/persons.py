"""Names of persons in a text: by honorific, given name, office or calling."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence

from edition.names.finding import Found, run_end, text_of
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Word, folded

LONGEST = 5  # words of a name, small ones too
_ARTICLE = re.compile("(?:al|el|ad|as|an|ar|ibn|bin)[-‑][A-Z]")  # "el-Sisi"
_OPENING_PARTICLES = frozenset({"bin", "ibn", "bint", "von"})  # "bin Laden" by itself
_ROMAN = re.compile("[IVX]+")  # "Albert II"


class PersonFinder:
    """Finds names of persons by the words of *language*.

    *is_place* says whether a word is surely the name of a place.
    """

    def __init__(self, language: Language, is_place: Callable[[str], bool]) -> None:
        self._words = language
        self._is_place = is_place
        self._titles = language.offices | language.honorifics
        self._never = language.no_name | self._titles | language.bodies | language.place_types
        self._enders = language.facilities | language.honours | language.bodies

    def find(self, text: Sequence[Word]) -> list[Found]:
        """The persons whose names tell themselves what they are, in order."""
        found: list[Found] = []
        index = 0
        while index < len(text):
            person = self._at(text, index) if text[index].capital else None
            if person is not None:
                found.append(person)
                index = person.last
            index += 1
        return found

    def bare(
        self, text: Sequence[Word], found: Sequence[Found], surnames: Container[str]
    ) -> list[Found]:
        """The words of *surnames* (folded) that stand alone and that nothing in *found* covers."""
        covered = {index for one in found for index in range(one.first, one.last + 1)}
        return [
            self._with_given(text, index, covered)
            for index, word in enumerate(text)
            if word.capital
            and index not in covered
            and folded(word.text) in surnames
            and self._stands_alone(text, index)
        ]

    def _with_given(self, text: Sequence[Word], index: int, covered: Container[int]) -> Found:
        """A known surname, with the name before it that no list of given names has ("Mitt")."""
        before = index - 1
        if index and text[index].joined and text[before].text in _OPENING_PARTICLES:
            name = text_of(text, before, index)
            return Found(before, index, Kind.PERSON, name, "surname", bare=True)
        fits = index and text[index].joined and before not in covered and not text[before].first
        if fits and self._is_name(text, before):
            name = text_of(text, before, index)
            return Found(before, index, Kind.PERSON, name, "surname", Certainty.MEDIUM)
        return Found(index, index, Kind.PERSON, text[index].text, "surname", bare=True)

    def _stands_alone(self, text: Sequence[Word], index: int) -> bool:
        if text[index].text in self._never or self._is_place(text[index].text):
            return False
        return self._whole(text, index)

    def _at(self, text: Sequence[Word], index: int) -> Found | None:
        word = text[index].text
        if word in self._words.honorifics:
            return self._after_honorific(text, index)
        if self._is_given(word):
            return self._after_given(text, index)
        if word in self._words.offices:
            return self._after_office(text, index)
        return self._after_calling(text, index)

    def _after_honorific(self, text: Sequence[Word], index: int) -> Found | None:
        """As in "Mr Govorov", "Dr Anna Karlova"; not "Mr President"."""
        last = self._name_end(text, index + 1)
        if last is None or not self._whole(text, last):
            return None
        name = text_of(text, index + 1, last)
        bare = last == index + 1
        return Found(index, last, Kind.PERSON, name, "honorific", role=1, bare=bare)

    def _after_given(self, text: Sequence[Word], index: int) -> Found | None:
        """As in "Alexander Beglov", "A. S. Pushkin"."""
        last = self._name_end(text, index)
        if last == index and self._is_alone(text, index):
            name = text[index].text
            return Found(index, index, Kind.PERSON, name, "given name", Certainty.LOW, bare=True)
        if last is None or last == index or not self._whole(text, last):
            return None
        if index and text[index].joined and text[index - 1].text.lower() == "the":
            return None  # "the Nikolai Zubov" is a ship
        if len(text[last].text) < 3 and text[last].text.endswith("."):
            return None
        return Found(index, last, Kind.PERSON, text_of(text, index, last), "given name")

    def _is_alone(self, text: Sequence[Word], index: int) -> bool:
        """Whether a given name is all there is, and where it begins a sentence, an address.

        "Yes, Jen.", "what Jen said"; not "Long is the way".
        """
        word = text[index]
        followed = index + 1 < len(text) and text[index + 1].joined
        before = index > 0 and word.joined
        if len(word.text) < 3 or (word.first and followed):
            return False
        if followed and text[index + 1].text in self._enders | self._words.place_types:
            return False
        if before and text[index - 1].text.lower() in ("the", "a", "an", "of", "in", "near", "at"):
            return False
        return not (before and text[index - 1].capital and not text[index - 1].first)

    def _after_office(self, text: Sequence[Word], index: int) -> Found | None:
        """As in "President Obama", "General Vo Nguyen Giap"."""
        start = index + 1
        while start < len(text) and text[start].joined and text[start].text in self._titles:
            start += 1
        joined = start < len(text) and text[start].joined
        last = self._name_end(text, start) if joined else None
        if last is None or not self._whole(text, last):
            return None
        name = text_of(text, start, last)
        if last > start:
            return Found(start, last, Kind.PERSON, name, "office")
        alone = index == 0 or not (text[index - 1].capital and text[index].joined)
        role = start - index if alone else 0
        return Found(start - role, last, Kind.PERSON, name, "office", role=role, bare=True)

    def _after_calling(self, text: Sequence[Word], index: int) -> Found | None:
        """As in "conductor Pavel Kogan", "Egemen Bagis, minister of"."""
        last = self._name_end(text, index)
        if last is None or not 1 <= last - index <= 2 or not self._whole(text, last):
            return None
        before = text[index - 1].text if index and text[index].joined else ""
        name = text_of(text, index, last)
        if before in self._words.callings:
            return Found(index, last, Kind.PERSON, name, "calling", Certainty.MEDIUM)
        if text[index].first or self._is_place(name):
            return None
        after = {word.text for word in text[last + 1 : last + 4] if not word.capital}
        close = last + 1 < len(text) and not text[last + 1].joined and not text[last + 1].first
        if close and not self._words.callings.isdisjoint(after) and before not in ("the", "of"):
            return Found(index, last, Kind.PERSON, name, "calling", Certainty.MEDIUM)
        return None

    def _name_end(self, text: Sequence[Word], start: int) -> int | None:
        """The last word of the name that begins at *start*; None where none does."""
        if start >= len(text) or not self._is_name(text, start):
            return None
        last = start
        while last + 1 < len(text) and last + 1 - start < LONGEST and text[last + 1].joined:
            if self._is_name(text, last + 1):
                last += 1
            elif (
                text[last + 1].text in self._words.particles
                and last + 2 < len(text)
                and text[last + 2].joined
                and self._is_name(text, last + 2)
            ):
                last += 2
            else:
                break
        return last

    def _is_name(self, text: Sequence[Word], index: int) -> bool:
        word = text[index]
        if _ARTICLE.match(word.text):
            return word.joined
        plain = folded(word.text)
        if not word.capital or plain in self._never or plain.removesuffix("s") in self._never:
            return False
        if any(letter.isdigit() for letter in word.text):
            return False
        if len(word.text) > 1 and word.text.isupper() and not word.text.endswith("."):
            return _ROMAN.fullmatch(word.text) is not None and word.joined
        return len(word.text) > 1 and not self._is_place(word.text)

    def _whole(self, text: Sequence[Word], last: int) -> bool:
        """Whether nothing after the name makes it a part of another ("Nevsky Cathedral")."""
        end = run_end(text, last)
        return self._enders.isdisjoint(word.text for word in text[last + 1 : end + 1]) and (
            end == last or text[last + 1].text not in self._words.place_types
        )

    def _is_given(self, word: str) -> bool:
        if len(word) == 2 and word.endswith("."):
            return True
        parts = folded(word).split("-")
        known = folded(word) in self._words.given or parts[0] in self._words.given
        return known and self._never.isdisjoint(parts)
