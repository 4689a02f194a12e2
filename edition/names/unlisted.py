"""Names of persons that no list has, by what stands beside them or by their endings."""

from __future__ import annotations

from edition.names.finding import ENDING, Found
from edition.names.model import Certainty, Kind
from edition.names.name_words import NameWords
from edition.names.words import Text


class UnlistedPersons:
    """Finds persons of whose names no word is known.

    It holds nothing of a document: make one for many.
    """

    def __init__(self, words: NameWords) -> None:
        self._names = words
        self._words = words.language
        self._endings = tuple(sorted(words.language.surname_endings))
        self.endings = self._endings + tuple(sorted(words.language.surname_endings_in_full))
        self._peoples = tuple(sorted(words.language.people_endings))
        self._streets = tuple(sorted(words.language.street_endings))
        self._kinship = words.language.kinship | words.language.children
        self._calling = {tuple(phrase.split(" ")) for phrase in self._words.calling}
        self._born = {tuple(phrase.split(" ")) for phrase in self._words.being_born}
        self._links = words.language.particles | words.language.articles
        self._before_titles = words.language.articles | words.language.of

    def at(self, text: Text, index: int) -> Found | None:
        """Whom the words of *text* from *index* on may name."""
        return (
            self._in_full(text, index)
            or self._after_kin(text, index)
            or self._born_or_called(text, index)
            or self._by_ending(text, index)
        )

    def _in_full(self, text: Text, index: int) -> Found | None:
        """Two or three words that no list has, by what is said beside them or by their ending."""
        last = self._names.end(text, index) if self._goes_on(text, index) else None
        if last is None or not 1 <= last - index <= 2 or not self._names.is_whole(text, last):
            return None
        if called := self._beside_calling(text, index, last):
            return called
        if officer := self._after_office_of(text, index, last):
            return officer
        if last == index + 1 and (asker := self._who_asks(text, index, last)):
            return asker
        if not self.is_unknown(text, index, last):
            return None
        return (
            self._by_full_ending(text, index, last)
            or self._before_who(text, index, last)
            or self._before_pronoun(text, index, last)
            or self._whom_one_knows(text, index, last)
        )

    def _goes_on(self, text: Text, index: int) -> bool:
        """Whether the name may have more words than that at *index*."""
        after = index + 1
        if after >= len(text.words) or not text.joined[after]:
            return False
        word = text.words[after]
        return text.capital[after] or word in self._links or "-" in word or "‑" in word

    def _who_asks(self, text: Text, index: int, last: int) -> Found | None:
        """Who says first who it is: "Aigerim Zvonova, Khabar TV channel."."""
        if index or not text.words[last].endswith(self.endings):
            return None
        name, after = text.name(index, last), last + 1
        if not text.is_parted(after) or self._names.may_be_place(name):
            return None
        return Found(index, last, Kind.PERSON, name, ENDING, Certainty.MEDIUM)

    def _after_office_of(self, text: Text, index: int, last: int) -> Found | None:
        """As in "Prime Minister of Mongolia Luvsannamsrain Oyun-Erdene"."""
        if not text.joined[index] or not self._names.is_place(text.words[index - 1]):
            return None
        of = index - 2
        if (
            of < 1
            or text.words[of] not in self._words.of
            or text.words[of - 1] not in self._words.offices
        ):
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PERSON, name, "office", Certainty.MEDIUM)

    def _whom_one_knows(self, text: Text, index: int, last: int) -> Found | None:
        """As in "Harold knew Muddy Waters"."""
        if last == index or text.words[index - 1] not in self._words.knowing:
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PERSON, name, "acquaintance", Certainty.LOW)

    def is_unknown(self, text: Text, index: int, last: int) -> bool:
        """Whether the words *index* to *last*, within a sentence, may be a name all the same.

        Not after an article, nor if a place is so called.
        """
        if text.first(index) or text.follows(last):
            return False
        before = text.words[index - 1].lower() if text.joined[index] else ""
        if before in self._words.articles or text.words[index].endswith(self._peoples):
            return False
        if text.joined[index] and text.capital[index - 1] and not text.first(index - 1):
            return False
        if any(map(self._names.is_given, text.words[index + 1 : last])):
            return False  # "Minister of Trade Denis Manturov"
        return not self._names.may_be_place(text.name(index, last))

    def _by_full_ending(self, text: Text, index: int, last: int) -> Found | None:
        """As in "a boy from Osh, Bakyt Tashmatov"."""
        if not text.words[last].endswith(self.endings):
            return None
        if self._names.may_be_place(text.words[last]):
            return None  # "Sidley Austin"
        name = text.name(index, last)
        return Found(index, last, Kind.PERSON, name, ENDING, Certainty.MEDIUM)

    def _before_who(self, text: Text, index: int, last: int) -> Found | None:
        """As in "to Esther Cailingold, who fell there"."""
        if not self.who_follows(text, last):
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PERSON, name, "who follows", Certainty.MEDIUM)

    def _before_pronoun(self, text: Text, index: int, last: int) -> Found | None:
        """As in "One, Sopheap Chea, she writes to me"."""
        after = last + 1
        if after >= len(text) or text.words[after] not in self._words.persons_again:
            return None
        if text.joined[index] or not text.has_comma(after):
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PERSON, name, "who follows", Certainty.MEDIUM)

    def who_follows(self, text: Text, last: int) -> bool:
        """Whether "who" goes on after the word at *last*, with a comma or without."""
        after = last + 1
        if after >= len(text) or text.words[after] not in self._words.of_persons:
            return False
        return text.joined[after] or text.has_comma(after)

    def _after_kin(self, text: Text, index: int) -> Found | None:
        """As in "my father, Bulbul, came from Shusha"."""
        if index < 2 or text.words[index - 1] not in self._kinship or not text.has_comma(index):
            return None
        after = index + 1
        ends = after < len(text) and (text.has_comma(after) or text.first(after))
        if not ends or not self._names.can_name(text.words[index]):
            return None
        if self._names.may_be_place(text.words[index]):
            return None
        name = text.words[index]
        return Found(index, index, Kind.PERSON, name, "calling", Certainty.LOW, bare=True)

    def _born_or_called(self, text: Text, index: int) -> Found | None:
        """As in "after Sisto was born", "they called him Sisto": nobody knows the name."""
        after = index + 2
        if not text.joined[index] or text.capital[index - 1]:
            return None
        called = index > 1 and text.words[index - 2 : index] in self._calling
        if not (called or text.words[index + 1 : after + 1] in self._born):
            return None
        word = text.words[index]
        if text.follows(index) or not word[1:].islower() or self._names.may_be_place(word):
            return None
        return Found(index, index, Kind.PERSON, word, "calling", Certainty.LOW, bare=True)

    def _beside_calling(self, text: Text, index: int, last: int) -> Found | None:
        """As in "conductor Pavel Kogan", "Egemen Bagis, minister of"."""
        before = text.words[index - 1] if text.joined[index] else ""
        name = text.name(index, last)
        if before in self._words.callings or self._is_so_called(text, index):
            return Found(index, last, Kind.PERSON, name, "calling", Certainty.MEDIUM)
        if before in self._before_titles or text.first(index) or self._names.is_place(name):
            return None
        if self._calling_follows(text, last):
            return Found(index, last, Kind.PERSON, name, "calling", Certainty.MEDIUM)
        return None

    def _is_so_called(self, text: Text, index: int) -> bool:
        """As in "a boy called Ivan Zvonov"; not "it is called Growth Points"."""
        if not text.joined[index] or text.words[index - 1] not in self._words.naming:
            return False
        return text.words[index - 2].lower() not in self._words.of_being if index > 1 else True

    def _calling_follows(self, text: Text, last: int) -> bool:
        after = last + 1
        if after >= len(text) or text.joined[after] or text.first(after):
            return False
        return any(
            text.words[index] in self._words.callings
            for index in range(after, min(after + 3, len(text)))
        )

    def _by_ending(self, text: Text, index: int) -> Found | None:
        """As in "both Bezrukov and I"; not "a Kalashnikov", "Saratov"."""
        word = text.words[index]
        if not word.endswith(self._endings) or not self.has_ending(word):
            return None
        if text.first(index) or text.follows(index):
            return None
        if text.joined[index]:
            before = text.words[index - 1]
            if before in self._words.before_streets and word.endswith(self._streets):
                return None
            opens = text.first(index - 1) and before in self._words.no_name  # "When Akhmatova"
            if before.lower() in self._words.no_name_after or (
                text.capital[index - 1] and not opens
            ):
                return None
        return Found(index, index, Kind.PERSON, word, ENDING, Certainty.MEDIUM, bare=True)

    def has_ending(self, word: str) -> bool:
        """Whether *word* has the ending of a surname, and no place is so called."""
        return len(word) > 5 and word.endswith(self._endings) and not self._names.may_be_place(word)
