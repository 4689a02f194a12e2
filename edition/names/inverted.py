"""Names of persons as lists have them, the surname first: "Austen, Jane. Emma"."""

from __future__ import annotations

from edition.names.finding import Found
from edition.names.model import Certainty, Kind
from edition.names.name_words import NameWords
from edition.names.words import Text


class InvertedNames:
    """Finds names whose surname stands first, before a comma."""

    def __init__(self, words: NameWords) -> None:
        self._names = words
        self._words = words.language

    def find(self, text: Text) -> list[Found]:
        """What may be names with the surname first, as in lists: "Austen, Jane. Emma"."""
        found: list[Found] = []
        for index in text.line_starts():
            one = self._at(text, index) if index < len(text) and text.capital[index] else None
            while one:
                found.append(one)
                linked = one.last + 2
                one = self._at(text, linked) if self._is_linked(text, one.last) else None
        return found

    def _is_linked(self, text: Text, last: int) -> bool:
        """Whether a conjunction and a capital follow the word at *last*."""
        after = text.words[last + 1 : last + 3]
        return len(after) == 2 and after[0] in self._words.conjunctions and text.capital[last + 2]

    def _at(self, text: Text, index: int) -> Found | None:
        word, given = text.words[index], index + 1
        if given >= len(text) or not text.has_comma(given):
            return None
        if text.words[given] in self._names.titles and text.follows(given):
            given += 1  # "Frank, Hon. Barney"
        name = text.words[given]
        if not self._names.is_given(name) and name not in self._words.given_words:
            return None
        if not self._names.can_name(word) and not self._names.is_town(word):
            return None
        last = given
        while text.follows(last) and last < given + 2:
            last += 1
        if text.is_joined(last + 1) and text.words[last + 1] not in self._words.conjunctions:
            return None
        goes_on = last + 1 < len(text) and text.has_comma(last + 1)
        if goes_on and not self._are_given(text, given + 1, last):
            return None  # "Pushkin, Leo Tolstoy, Anton Chekhov"
        # "Johnson, Simon" where a list has others; "Anna, Maria and Boris"
        doubtful = self._names.is_given(word) and not text.has_stop(last)
        certainty = Certainty.MEDIUM if doubtful else Certainty.HIGH
        name = f"{text.name(given, last)} {word}"
        return Found(index, last, Kind.PERSON, name, "inverted name", certainty)

    def _are_given(self, text: Text, first: int, last: int) -> bool:
        """Whether the words *first* to *last* are more given names: "Tolstoy, Leo Nikolayevich"."""
        return all(
            self._names.is_given(word) or self._names.is_patronymic(word)
            for word in text.words[first : last + 1]
        )
