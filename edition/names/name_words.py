"""Which words of a text may be a person's name, and where such a name ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from edition.names.language import Language
from edition.names.likeness import is_generation
from edition.names.words import Text, folded

LONGEST = 5  # words of a name, small ones too
_ROMAN = re.compile("[IVX]+")  # "Albert II"


class NameWords:
    """What words are as parts of persons' names, by the words of *language*.

    *is_place* says whether a word is surely the name of a place, *may_be_place* whether it can be,
    *is_town* whether of one after which people are called: "Jack London", *is_city* whether of a
    great one, *is_called* whether of one, or of a river or land, that is a surname after a given
    name: "Lisa Monaco". It holds nothing of a document, and asks once what a word is by itself, for
    words recur.
    """

    def __init__(
        self,
        language: Language,
        is_place: Callable[[str], bool],
        *,
        is_town: Callable[[str], bool] = lambda _word: False,
        may_be_place: Callable[[str], bool] = lambda _word: False,
        is_city: Callable[[str], bool] = lambda _word: False,
        is_called: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        self.language = language
        self.is_place = is_place
        self.is_town = is_town
        self.may_be_place = may_be_place
        self.is_city = is_city
        self.is_called = is_called
        articles = "|".join(sorted(language.joined_articles))
        self._article = re.compile(rf"(?:{articles})[-‑][A-Z]")
        self.titles = language.offices | language.honorifics
        self.never = language.no_name | self.titles | language.bodies | language.place_types
        self.never |= language.numbers
        self.enders = language.facilities | language.streets | language.honours | language.bodies
        self._continuers = language.place_types | language.numbers
        self._surnames_too = language.facilities | language.place_types | self.titles
        self._famous = language.famous
        self._of_each = language.titles_of_each
        self._fathers = tuple(sorted(language.patronymic_endings))
        self.can_name = lru_cache(maxsize=65536)(self._can_be_name)
        self.is_given = lru_cache(maxsize=65536)(self._can_be_given)
        self.can_begin = lru_cache(maxsize=65536)(self._can_be_first)

    def end(self, text: Text, start: int) -> int | None:
        """The last word of the name that begins at *start*; None where none does."""
        if start >= len(text.words) or not self.is_name(text, start):
            return None
        last = start
        while last + 1 - start < LONGEST and text.is_joined(last + 1):
            if self.is_name(text, last + 1):
                last += 1
            elif self._is_between(text, start, last + 1):
                last += 2
            elif last > start and (
                self._is_after_father(text, last) or self._is_after_initial(text, last)
            ):
                last += 1
            else:
                break
        return last + self._of_sovereign(text, start, last)

    def _is_between(self, text: Text, start: int, index: int) -> bool:
        """Whether the word at *index* is no name by itself, but in one that begins at *start*.

        A particle, or what a place is called, too, after a given name: "Gro Harlem Brundtland".
        """
        after = index + 1
        if not text.is_joined(after) or not self.is_name(text, after):
            return False
        word, given = text.words[index], text.words[start]
        if word in self.language.particles:
            return True
        opens = text.first(start) and given in self.language.begin_sentences
        if index != start + 1 or opens or word.isupper() or is_initial(given):
            return False
        if not (self.is_given(given) and self.is_place(word)):
            return False
        return not self.may_be_place(text.name(index, after))

    def _is_after_father(self, text: Text, last: int) -> bool:
        """Whether a patronymic at *last* makes a surname of the next word: a town's name too."""
        after = text.words[last + 1]
        return (
            text.capital[last + 1] and self.is_town(after) and self.is_patronymic(text.words[last])
        )

    def _is_after_initial(self, text: Text, last: int) -> bool:
        """Whether an initial at *last* makes a surname of what follows: "Peter T. King"."""
        after = text.words[last + 1]
        if not is_initial(text.words[last]) or not text.capital[last + 1]:
            return False
        if len(after) < 3 or after.isupper():
            return False
        return after not in self.language.no_name or after in self._surnames_too

    def is_patronymic(self, word: str) -> bool:
        """Whether *word* is a name after the father."""
        return word.endswith(self._fathers)

    def _of_sovereign(self, text: Text, first: int, last: int) -> int:
        """How many words after a name tell which sovereign it is: "Peter I", "Peter the Great"."""
        after = last + 1
        if not text.is_joined(after):
            return 0
        word = text.words[after]
        if word in self.language.articles:
            known = text.is_joined(after + 1) and text.words[after + 1] in self.language.epithets
            return 2 if known else 0
        return 1 if word == "I" and self._is_first(text, first, last) else 0

    def _is_first(self, text: Text, first: int, last: int) -> bool:
        """Whether the "I" after the name of the words *first* to *last* is a number.

        It is, unless a verb follows: "With Peter I went there".
        """
        if text.words[last] not in self.language.regnal_names:
            return False
        after = last + 2
        if not text.is_joined(after):
            return True
        if text.first(first):
            return text.words[after] not in self.language.after_pronouns
        another = first > 1 and text.words[first - 1] in self.language.conjunctions
        if another and _is_number(text.words[first - 2]):
            return True  # "Catherine II and Paul I paid for it"
        return text.words[after] in self.language.after_numbers

    def is_number_between(self, before: str, after: str) -> bool:
        """Whether an "I." between two words is a number, no initial: "by Nicholas I. He said"."""
        return before in self.language.regnal_names and after in self.language.no_name

    def tells_apart(self, word: str) -> bool:
        """Whether *word* at the end of a name is no surname: "Peter III", "Peter the Great"."""
        return _is_number(word) or word in self.language.epithets

    def is_name(self, text: Text, index: int) -> bool:
        """Whether the word at *index* may be one of a name that goes on or begins there."""
        word = text.words[index]
        if not text.capital[index]:
            return ("-" in word or "‑" in word) and self._has_article(text, index)
        return self.can_name(word) and (text.joined[index] or not _is_number(word))

    def _has_article(self, text: Text, index: int) -> bool:
        """Whether the word at *index* is a surname with its article: "al-Asaad"."""
        return self._article.match(text.words[index]) is not None and text.joined[index]

    def _can_be_name(self, word: str) -> bool:
        """Whether *word*, which has a capital, may be a part of a person's name."""
        plain = folded(word)
        if plain in self.never or len(word) == 1:
            return False
        if plain.removesuffix("s") in self.never and plain not in self._famous:
            return False  # "Committees", but "Dumas"
        if any(letter.isdigit() for letter in word):
            return False
        if _is_number(word):
            return True
        return not (_is_abbreviation(word) or is_generation(word) or self.is_place(word))

    def is_whole(self, text: Text, last: int) -> bool:
        """Whether nothing after the name makes it a part of another ("Nevsky Cathedral")."""
        if not text.follows(last):
            return True
        if text.words[last + 1] in self._continuers:
            return False  # "Freedom Seven"
        return self.enders.isdisjoint(text.words[last + 1 : text.run_end(last) + 1])

    def is_surname(self, word: str) -> bool:
        """Whether *word*, which is another thing by itself, is a surname after an honorific.

        As in "Mr Nikolayev", "Mrs Hill", "Dr Wells"; not "Mr President", "Madam Ministers".
        """
        if self.is_town(word):
            return True
        plain, lists = folded(word), self.language
        if plain in lists.place_types | lists.facilities:
            return plain not in self.titles
        single = plain.removesuffix("s")
        return plain not in self.never and single in self.never and single not in self.titles

    def _can_be_first(self, word: str) -> bool:
        """Whether *word* may begin a name with its titles."""
        lists = self.language
        doubtful = word in lists.given_words or word in lists.surnames_first
        if word in self._of_each:
            return True
        return doubtful or word in self.titles or self.is_given(word) or self.can_name(word)

    def _can_be_given(self, word: str) -> bool:
        if is_initial(word):
            return True
        parts = folded(word).split("-")
        known = folded(word) in self.language.given or parts[0] in self.language.given
        return known and self.never.isdisjoint(parts) and len(parts[-1]) > 1  # not "Iskander-M"


def is_initial(word: str) -> bool:
    """Whether *word* is a letter with a full stop."""
    return len(word) == 2 and word.endswith(".")


def _is_number(word: str) -> bool:
    return len(word) > 1 and _ROMAN.fullmatch(word) is not None


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and not word.endswith(".")
