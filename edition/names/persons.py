"""Names of persons in a text: by honorific, given name, office or calling."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from typing import NamedTuple

from edition.names.finding import ENDING, Found
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Text, folded

LONGEST = 5  # words of a name, small ones too
_ROMAN = re.compile("[IVX]+")  # "Albert II"


class Called(NamedTuple):
    """What the persons of a document are called, folded: their *names* of two words or more."""

    surnames: Container[str]
    given: Container[str]
    names: Container[str]


class PersonFinder:
    """Finds names of persons by the words of *language*.

    *is_place* says whether a word is surely the name of a place, *may_be_place* whether it can be,
    *is_town* whether of one after which people are called: "Jack London". It holds nothing of a
    document: make one for many.
    """

    def __init__(
        self,
        language: Language,
        is_place: Callable[[str], bool],
        is_town: Callable[[str], bool] = lambda _word: False,
        may_be_place: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        self._words = language
        self._may_be_place = may_be_place
        articles = "|".join(sorted(language.joined_articles))
        self._article = re.compile(rf"(?:{articles})[-‑][A-Z]")
        self._endings = tuple(sorted(language.surname_endings))
        self._peoples = tuple(sorted(language.people_endings))
        self._is_place = is_place
        self._is_town = is_town
        self._titles = language.offices | language.honorifics
        self._never = language.no_name | self._titles | language.bodies | language.place_types
        self._enders = language.facilities | language.honours | language.bodies
        self._no_first_name = self._enders | language.place_types
        # Words recur: what each is by itself is asked once.
        self._can_name = lru_cache(maxsize=65536)(self._can_be_name)
        self._is_given = lru_cache(maxsize=65536)(self._can_be_given)

    def find(self, text: Text) -> list[Found]:
        """The persons whose names tell themselves what they are, in order."""
        found: list[Found] = []
        done = -1
        for index in text.capitals:
            if index <= done:
                continue
            person = self._at(text, index)
            if person is not None:
                found.append(person)
                done = person.last
        return found

    def inverted(self, text: Text) -> list[Found]:
        """What may be names with the surname first, as in lists: "Austen, Jane. Emma"."""
        found: list[Found] = []
        conjunctions = self._words.conjunctions
        for index in text.capitals:
            linked = found and index - 2 == found[-1].last and text.words[index - 1] in conjunctions
            if (linked or text.starts_line(index)) and (one := self._inverted(text, index)):
                found.append(one)
        return found

    def _inverted(self, text: Text, index: int) -> Found | None:
        word, given = text.words[index], index + 1
        if given >= len(text) or not text.has_comma(given):
            return None
        if not self._is_given(text.words[given]):
            return None
        if not self._can_name(word) and not self._is_town(word):
            return None
        last = given
        while text.follows(last) and last < given + 2:
            last += 1
        if text.is_joined(last + 1) and text.words[last + 1] not in self._words.conjunctions:
            return None
        if self._is_given(word) and not text.has_stop(last):
            return None  # "Anna, Maria and Boris"
        name = f"{text.name(given, last)} {word}"
        return Found(index, last, Kind.PERSON, name, "inverted name")

    def is_given(self, word: str) -> bool:
        """Whether *word* is a given name, or an initial."""
        return self._is_given(word)

    def bare(self, text: Text, covered: Iterable[int], known: Called) -> list[Found]:
        """The names of persons *known* that stand alone; at *covered* others are named."""
        found: list[Found] = []
        taken = set(covered)
        for index in text.capitals:
            if index in taken:
                continue
            word = folded(text.words[index])
            one = None
            if word in known.surnames and self._stands_alone(text, index):
                one = self._with_given(text, index, taken, known.names)
            elif word in known.given and self._is_called(text, index):
                one = _given_alone(text, index)
            if one is not None:
                taken.update(range(one.first, one.last + 1))
                found.append(one)
        return found

    def _with_given(
        self, text: Text, index: int, taken: Container[int], names: Container[str]
    ) -> Found:
        """A known surname, with the name before it that no list of given names has ("Mitt")."""
        before = index - 1
        joined = text.joined[index] and before not in taken
        if joined and text.words[before] in self._words.opening_particles:
            return Found(before, index, Kind.PERSON, text.words[index], "surname", bare=True)
        if joined and folded(text.name(before, index)) in names:  # "German Gref"
            return Found(before, index, Kind.PERSON, text.name(before, index), "full name")
        people = joined and text.words[before].endswith(self._peoples)  # "the Guinean Obama"
        if joined and not people and not text.first(before) and self._is_name(text, before):
            name = text.name(before, index)
            return Found(before, index, Kind.PERSON, name, "surname", Certainty.MEDIUM)
        return Found(index, index, Kind.PERSON, text.words[index], "surname", bare=True)

    def _is_called(self, text: Text, index: int) -> bool:
        """Whether the given name of somebody known is all there is: "Adam grew up there"."""
        word = text.words[index]
        if not self._can_name(word) or text.follows(index):
            return False
        if text.first(index):
            return self._is_given(word) and word not in self._words.begin_sentences
        if not text.joined[index]:
            return True
        before = text.words[index - 1]
        small = before.lower() in self._words.no_name_after
        return not small and (not text.capital[index - 1] or text.first(index - 1))

    def _stands_alone(self, text: Text, index: int) -> bool:
        word = text.words[index]
        if word in self._never or self._is_place(word):
            return False
        if text.first(index) and word in self._words.begin_sentences:
            return False  # "Will you come?"
        return self._whole(text, index)

    def _at(self, text: Text, index: int) -> Found | None:
        word = text.words[index]
        if word in self._words.honorifics:
            return self._after_honorific(text, index)
        if self._is_given(word):
            return self._after_given(text, index)
        if word in self._words.offices:
            return self._after_office(text, index)
        if text.follows(index) and (
            word in self._words.given_places or word in self._words.surnames_first
        ):
            return self._after_doubtful(text, index)
        if not self._can_name(word):
            return None
        return self._after_calling(text, index) or self._by_ending(text, index)

    def _after_honorific(self, text: Text, index: int) -> Found | None:
        """As in "Mr Govorov", "Dr Anna Karlova"; not "Mr President"."""
        last = self._name_end(text, index + 1)
        if last is None or not self._whole(text, last):
            return None
        name = text.name(index + 1, last)
        bare = last == index + 1
        return Found(index, last, Kind.PERSON, name, "honorific", role=1, bare=bare)

    def _after_given(self, text: Text, index: int) -> Found | None:
        """As in "Alexander Beglov", "A. S. Pushkin"."""
        if text.words[index] in self._words.ends_sentences and self._given_follows(text, index):
            return None  # "So did I. Anna came."
        last = self._name_end(text, index)
        if last == index and self._called_after_town(text, index):
            last = index + 1
        if last == index and self._is_alone(text, index):
            return _given_alone(text, index)
        if last is None or last == index or not self._whole(text, last):
            return None
        ship = (
            text.joined[index] and text.words[index - 1].lower() in self._words.articles
        )  # "the Nikolai Zubov"
        if ship or (len(text.words[last]) < 3 and text.words[last].endswith(".")):
            return None
        name = text.name(index, last)
        if self._is_place(name):
            return None  # "Sierra Leone"
        return Found(index, last, Kind.PERSON, name, "given name")

    def _after_doubtful(self, text: Text, index: int) -> Found | None:
        """As in "Paris Hilton", "Xi Jinping"; not "in Paris Hilton stayed", "the Paris Club"."""
        word = text.words[index]
        last = self._name_end(text, index + 1)
        if last is None or last - index > 2 or not self._whole(text, last):
            return None
        name = text.name(index, last)
        if self._may_be_place(name):
            return None
        if word in self._words.surnames_first:
            return Found(index, last, Kind.PERSON, name, "surname first")
        before = text.words[index - 1] if text.joined[index] else ""
        small = before.lower() in self._words.no_name_after | self._words.before_places
        if small or text.ends_line(index):
            return None
        return Found(index, last, Kind.PERSON, name, "given name", Certainty.MEDIUM)

    def _by_ending(self, text: Text, index: int) -> Found | None:
        """As in "both Bezrukov and I"; not "a Kalashnikov", "Saratov"."""
        word = text.words[index]
        if len(word) < 6 or not word.endswith(self._endings) or text.first(index):
            return None
        if text.follows(index) or self._may_be_place(word):
            return None
        if text.joined[index]:
            before = text.words[index - 1]
            if text.capital[index - 1] or before.lower() in self._words.no_name_after:
                return None
        return Found(index, index, Kind.PERSON, word, ENDING, Certainty.MEDIUM, bare=True)

    def _given_follows(self, text: Text, index: int) -> bool:
        return index + 1 < len(text) and self._is_given(text.words[index + 1])

    def _called_after_town(self, text: Text, index: int) -> bool:
        """As in "Irving Berlin"; not "Will London agree?"."""
        if text.first(index) and text.words[index] in self._words.begin_sentences:
            return False
        return text.follows(index) and self._is_town(text.words[index + 1])

    def _is_alone(self, text: Text, index: int) -> bool:
        """Whether a given name is all there is, and where it begins a sentence, an address.

        "Yes, Jen.", "what Jen said"; not "Long is the way".
        """
        followed = text.is_joined(index + 1)
        if len(text.words[index]) < 3 or (followed and text.first(index)):
            return False
        if followed and text.words[index + 1] in self._no_first_name:
            return False
        if not text.joined[index]:
            return True
        if text.words[index - 1].lower() in self._words.no_name_after:
            return False
        return not text.capital[index - 1] or text.first(index - 1)

    def _after_office(self, text: Text, index: int) -> Found | None:
        """As in "President Obama", "General Vo Nguyen Giap"."""
        start = index + 1
        while text.is_joined(start) and text.words[start] in self._titles:
            start += 1
        last = self._name_end(text, start) if text.is_joined(start) else None
        if last is None or not self._whole(text, last):
            return None
        name = text.name(start, last)
        if last > start:
            return Found(start, last, Kind.PERSON, name, "office")
        before = text.joined[index] and text.capital[index - 1]
        alone = not before or text.first(index - 1)  # "When President Obama"
        role = start - index if alone else 0
        return Found(start - role, last, Kind.PERSON, name, "office", role=role, bare=True)

    def _after_calling(self, text: Text, index: int) -> Found | None:
        """As in "conductor Pavel Kogan", "Egemen Bagis, minister of"."""
        last = self._name_end(text, index)
        if last is None or not 1 <= last - index <= 2 or not self._whole(text, last):
            return None
        before = text.words[index - 1] if text.joined[index] else ""
        name = text.name(index, last)
        if before in self._words.callings:
            return Found(index, last, Kind.PERSON, name, "calling", Certainty.MEDIUM)
        if (
            before in self._words.articles | self._words.of
            or text.first(index)
            or self._is_place(name)
        ):
            return None
        if self._calling_follows(text, last):
            return Found(index, last, Kind.PERSON, name, "calling", Certainty.MEDIUM)
        return None

    def _calling_follows(self, text: Text, last: int) -> bool:
        after = last + 1
        if after >= len(text) or text.joined[after] or text.first(after):
            return False
        return any(
            text.words[index] in self._words.callings
            for index in range(after, min(after + 3, len(text)))
        )

    def _name_end(self, text: Text, start: int) -> int | None:
        """The last word of the name that begins at *start*; None where none does."""
        if start >= len(text) or not self._is_name(text, start):
            return None
        last = start
        while last + 1 - start < LONGEST and text.is_joined(last + 1):
            if self._is_name(text, last + 1):
                last += 1
            elif (
                text.words[last + 1] in self._words.particles
                and text.is_joined(last + 2)
                and self._is_name(text, last + 2)
            ):
                last += 2
            else:
                break
        return last

    def _is_name(self, text: Text, index: int) -> bool:
        word = text.words[index]
        if not text.capital[index]:
            return self._article.match(word) is not None and text.joined[index]
        return self._can_name(word) and (text.joined[index] or not _is_number(word))

    def _can_be_name(self, word: str) -> bool:
        """Whether *word*, which has a capital, may be a part of a person's name."""
        plain = folded(word)
        if plain in self._never or plain.removesuffix("s") in self._never or len(word) == 1:
            return False
        if any(letter.isdigit() for letter in word):
            return False
        return _is_number(word) or not (_is_abbreviation(word) or self._is_place(word))

    def _whole(self, text: Text, last: int) -> bool:
        """Whether nothing after the name makes it a part of another ("Nevsky Cathedral")."""
        if not text.follows(last):
            return True
        if text.words[last + 1] in self._words.place_types:
            return False
        return self._enders.isdisjoint(text.words[last + 1 : text.run_end(last) + 1])

    def _can_be_given(self, word: str) -> bool:
        if len(word) == 2 and word.endswith("."):
            return True
        parts = folded(word).split("-")
        known = folded(word) in self._words.given or parts[0] in self._words.given
        return known and self._never.isdisjoint(parts)


def _given_alone(text: Text, index: int) -> Found:
    name = text.words[index]
    return Found(index, index, Kind.PERSON, name, "given name", Certainty.LOW, bare=True)


def _is_number(word: str) -> bool:
    return len(word) > 1 and _ROMAN.fullmatch(word) is not None


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and not word.endswith(".")
