"""Names of persons that stand alone, of whom the document says elsewhere who they are."""

from __future__ import annotations

from collections.abc import Container, Iterable, Set
from typing import NamedTuple

from edition.names.finding import Found
from edition.names.model import Certainty, Kind
from edition.names.name_words import NameWords
from edition.names.words import Text, folded


class Called(NamedTuple):
    """What the persons of a document are called, folded: their *names* of two words or more.

    *words* are all surnames and given names.
    """

    surnames: Set[str]
    given: Set[str]
    names: Set[str]
    words: Set[str]


class LoneNames:
    """Finds surnames and given names alone: "Govorov", "Adam grew up there"."""

    def __init__(self, words: NameWords) -> None:
        self._names = words
        self._words = words.language
        self._peoples = tuple(sorted(words.language.people_endings))

    def likely(self, text: Text, known: Called) -> list[int]:
        """Where in *text* somebody *known* may be named alone."""
        words, names = text.words, known.words
        return [at for at in text.telling if folded(words[at]) in names]

    def find(
        self, text: Text, likely: Iterable[int], covered: Iterable[int], known: Called
    ) -> list[Found]:
        """The names of persons *known* that stand alone, of those at *likely*.

        At *covered* others are named.
        """
        found: list[Found] = []
        taken = set(covered)
        for index in likely:
            if index in taken:
                continue
            word = folded(text.words[index])
            one = None
            if self._is_before_surname(text, index, word, known):
                continue
            if text.joined[index] and text.words[index - 1] in self._words.saints:
                continue  # "St George's Cathedral"
            if word in known.surnames and self._stands_alone(text, index):
                one = self._with_given(text, index, taken, known)
            elif word in known.given and self._has_father(text, index):
                name = text.name(index, index + 1)
                one = Found(index, index + 1, Kind.PERSON, name, "full name")
            elif word in known.given and self._is_called(text, index):
                one = given_alone(text, index)
            if one is not None:
                taken.update(range(one.first, one.last + 1))
                found.append(one)
        return found

    def _is_before_surname(self, text: Text, index: int, word: str, known: Called) -> bool:
        """Whether the surname *word* is a given name: "Pasha Orlov", with Anthony Pasha known."""
        if word not in known.surnames or not text.follows(index):
            return False
        after = index + 1
        other = folded(text.words[after])
        if other == word or other not in known.surnames or self._names.is_given(other):
            return False
        return self._stands_alone(text, after)

    def _with_given(
        self, text: Text, index: int, taken: Container[int], known: Called
    ) -> Found | None:
        """A known surname, with the name before it that no list of given names has ("Mitt")."""
        before = index - 1
        joined = text.joined[index] and before not in taken
        if joined and text.words[before] in self._words.opening_particles:
            return Found(before, index, Kind.PERSON, text.words[index], "surname", bare=True)
        if joined and text.words[before] in self._words.particles:
            return self._with_particles(text, index, known)
        full = joined and folded(text.name(before, index)) in known.names  # "German Gref"
        given = full or (joined and self._names.is_given(text.words[before]))
        if given and text.after_article(before, self._words.articles):
            return None  # a ship: "the Nikolai Zubov"
        if full:
            return Found(before, index, Kind.PERSON, text.name(before, index), "full name")
        people = joined and text.words[before].endswith(self._peoples)  # "the Guinean Obama"
        told = joined and (
            not text.first(before)
            or folded(text.words[before]) in known.surnames
            or index + 1 >= len(text)
            or text.first(index + 1)  # "He wrote to Mr Patel. Raj Patel."
        )
        if told and not people and self._names.is_name(text, before):
            first = self._longer(text, before, taken)
            name = text.name(first, index)
            return Found(first, index, Kind.PERSON, name, "surname", Certainty.MEDIUM)
        return Found(index, index, Kind.PERSON, text.words[index], "surname", bare=True)

    def _with_particles(self, text: Text, index: int, known: Called) -> Found:
        """The surname at *index* with the particles that somebody's has: "de Mistura"."""
        first = index
        while text.joined[first] and text.words[first - 1] in self._words.particles:
            first -= 1
        end = folded(f" {text.name(first, index)}")
        if not any(f" {name}".endswith(end) for name in known.names):
            first = index
        name = text.name(first, index)
        return Found(first, index, Kind.PERSON, name, "surname", bare=first == index)

    def _longer(self, text: Text, first: int, taken: Container[int]) -> int:
        """Where a name begins that has another given name: "Akuei Bona Malwal"."""
        before = first - 1
        if not text.joined[first] or before in taken or text.first(before):
            return first
        return before if self._names.is_name(text, before) else first

    def _has_father(self, text: Text, index: int) -> bool:
        """Whether a patronymic follows: "Serdar Gurbangulyyevich"."""
        after = index + 1
        return text.follows(index) and self._names.is_patronymic(text.words[after])

    def _is_called(self, text: Text, index: int) -> bool:
        """Whether the given name of somebody known is all there is: "Adam grew up there"."""
        word = text.words[index]
        if not self._names.can_name(word) or text.follows(index):
            return False
        if text.first(index):
            addressed = index + 1 < len(text) and text.has_comma(index + 1)
            is_name = addressed or self._names.is_given(word) or self._verb_follows(text, index)
            return is_name and word not in self._words.begin_sentences
        if not text.joined[index]:
            return True
        before = text.words[index - 1]
        small = before.lower() in self._words.no_name_after or before in self._words.saints
        return not small and (not text.capital[index - 1] or text.first(index - 1))

    def _verb_follows(self, text: Text, index: int) -> bool:
        """As in "Sandy is not alive": of a word that is no given name by itself."""
        verb = text.words[index + 1] if text.is_joined(index + 1) else ""
        return verb in self._words.of_being or verb in self._words.after_given_names

    def _is_of_place(self, text: Text, index: int) -> bool:
        """Whether a place may be meant, after "in" or "at": "in Zhukov"."""
        before = text.words[index - 1].lower() if text.joined[index] else ""
        if before not in self._words.before_towns or text.possessed(index + 1):
            return False  # "in Hurt's favour"
        return self._names.may_be_place(text.words[index])

    def _stands_alone(self, text: Text, index: int) -> bool:
        word = text.words[index]
        if word in self._names.never or self._names.is_place(word):
            return False
        if self._names.tells_apart(word) or self._is_of_place(text, index):
            return False
        if text.first(index) and word in self._words.begin_sentences:
            return False  # "Will you come?"
        return self._names.is_whole(text, index)


def given_alone(text: Text, index: int) -> Found:
    """The given name at *index* of *text*, which is all there is of a person's name."""
    name, after = text.words[index], index + 1
    joined = text.is_joined(after) or (after < len(text) and text.possessed(after))
    alone = text.first(index) and not joined and not text.opens_quotation(index)
    is_listed = alone and text.is_parted(after) and len(text.words[after]) > 1  # "Anna, Boris"
    return Found(
        index,
        index,
        Kind.PERSON,
        name,
        "given name",
        Certainty.LOW,
        bare=True,
        spoken_to=alone and not is_listed,
    )
