"""Names of places that nobody knows, by the preposition before them: hardly sure."""

from __future__ import annotations

from collections.abc import Container, Iterable

from edition.names.finding import BY_MOTION, BY_PREPOSITION, Found
from edition.names.known_places import KnownPlaces
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Text

_LONGEST = 50  # names of a list that has a conjunction between each: so many are looked back upon


class UnlistedPlaces:
    """Finds places that *places* do not know, by the words of *language*."""

    def __init__(self, language: Language, places: KnownPlaces) -> None:
        self._words = language
        self._places = places
        self._from = language.ends_of_ways.keys()
        self._to = frozenset(language.ends_of_ways.values()) - language.conjunctions
        self._inside = language.before_dwellings | language.before_towns
        self._not_in = language.before_persons | language.in_no_places
        self._no_sites = (
            language.no_places
            | language.famous.keys()
            | language.no_name
            | language.calendar
            | language.sides
            | language.surnames_first
            | language.given_words
        )
        self._no_ends = tuple(
            language.surname_endings
            | language.people_endings
            | language.surname_endings_in_full
            | language.no_place_endings
        )

    def after_preposition(self, text: Text, first: int, last: int) -> Found | None:
        """As in "at Pozières", "was from Motol", of what nobody knows: hardly sure."""
        if last > first or not self._may_be_place(text, first):
            return None
        why = self._why_inside(text, self._first_of_list(text, first))
        return (
            Found(first, last, Kind.PLACE, text.words[first], why, Certainty.LOW) if why else None
        )

    def _first_of_list(self, text: Text, index: int) -> int:
        """The first of the unknown words joined by conjunctions up to *index*; 0 where none is."""
        for _ in range(_LONGEST):
            if text.words[index - 1] not in self._words.conjunctions:
                return index
            index -= 2
            if not self._may_be_place(text, index):
                break
        return 0

    def _may_be_place(self, text: Text, index: int) -> bool:
        """Whether the word at *index* may be a place's by itself, behind another."""
        if index < 1 or not text.joined[index] or text.possessed(index + 1):
            return False
        return self._is_unknown(text.words[index])

    def _why_inside(self, text: Text, first: int) -> str:
        """The rule by which the words before *first* may be before a place; "" if by none.

        As in "at", "was from", "went up to"; not "a stake in".
        """
        if not first:
            return ""
        before = text.words[first - 1].lower()
        other = text.words[first - 2].lower() if first > 1 else ""
        if before in self._to:
            return BY_MOTION if self._is_moved_to(text, first - 2) else ""
        if before in self._inside:
            is_inside = text.first(first - 1) or other not in self._not_in
        else:
            is_inside = before in self._from and other in self._words.of_coming
        return BY_PREPOSITION if is_inside else ""

    def _is_moved_to(self, text: Text, index: int) -> bool:
        """Whether the words to that at *index* say that one goes: "went back up", to a place."""
        while index >= 0 and text.words[index] in self._words.between_motion:
            index -= 1
        if index < 0 or text.words[index] not in self._words.of_motion:
            return False
        return not index or text.words[index - 1].lower() not in self._words.unmoved

    def _is_unknown(self, word: str) -> bool:
        """Whether nothing is known of *word*, and it may be a place's."""
        if len(word) < 4 or not word[1:].replace("-", "").islower():
            return False
        if word in self._no_sites or word in self._words.given or word.endswith(self._no_ends):
            return False
        return not self._places.belief(word)

    def approached(self, text: Text, covered: Iterable[int], names: Container[str]) -> list[Found]:
        """Those of *names*, to which one goes, behind any word that is before places.

        As in "worked over to Wattis"; not at *covered*, where others are named.
        """
        taken = set(covered)
        return [
            Found(index, index, Kind.PLACE, text.words[index], BY_MOTION, Certainty.LOW)
            for index in text.capitals
            if text.words[index] in names
            and index not in taken
            and text.joined[index]
            and not text.follows(index)
            and text.words[index - 1].lower() in self._words.before_places
        ]
