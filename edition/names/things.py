"""Names of ships, newspapers, teams and works, which are called after persons and places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from edition.names.language import Language
from edition.names.words import Text

_BETWEEN = (
    4  # words between a name and the word for a ship: "the Nikolai Zubov ice class patrol ship"
)


_LONG = 4  # words, after the first, of what can only be a title where each has a capital


class Sheltered(NamedTuple):
    """The words *first* to *last* name a work, honour, building or ship: nobody is named there.

    *wholly* says that no place is named there either. *ship* is the name of a ship, if it is one.
    """

    first: int
    last: int
    wholly: bool = False
    ship: str = ""


class ThingFinder:
    """Finds what has a name and is no person, place or body, by the words of *language*."""

    def __init__(self, language: Language, is_place: Callable[[str], bool]) -> None:
        """*is_place* says of which words a place is surely called."""
        self._words = language
        self._famous = language.famous
        self._kinds = language.ships | language.called_things
        self._small = language.small_words | language.conjunctions | language.articles
        capital = frozenset(word.capitalize() for word in self._kinds)
        self._quoted_kinds = self._kinds | capital
        self._is_place = is_place
        self.cues = (
            self._quoted_kinds
            | language.named_ways
            | language.writing_verbs
            | language.between_parties
        )

    def find(self, text: Text) -> list[Sheltered]:
        """The stretches of *text* that name things."""
        found = list(self._works(text)) if text.has_quotations else []
        if not self.cues.isdisjoint(text.cues):
            found += self._called(text)
        return found

    def _works(self, text: Text) -> Iterator[Sheltered]:
        """Titles in quotation marks: the film "Anna Karenina", Tolstoy’s “War and Peace”."""
        for first, last in text.quotations():
            if last >= first and self._is_title(text, first, last):
                yield Sheltered(first, last, wholly=True)

    def _is_title(self, text: Text, first: int, last: int) -> bool:
        small = [text.words[index] for index in range(first, last + 1) if not text.capital[index]]
        if not text.capital[first] or not self._words.small_words.issuperset(small):
            return False
        if small and last - first >= _LONG:
            return True  # “One Day in the Life of Ivan Denisovich”
        before = text.words[max(0, first - 3) : first]
        return text.possessed(first) or not self._words.works.isdisjoint(before)

    def _called(self, text: Text) -> Iterator[Sheltered]:
        for index in [at for at, word in enumerate(text.words) if word in self.cues]:
            word = text.words[index]
            if word in self._quoted_kinds and self._is_quoted(text, index + 1):
                yield self._after_kind(text, index)
            elif word in self._kinds and text.follows(index):
                yield (one := self._after_kind(text, index))
                yield from self._next_ships(text, one, word)
            elif word in self._words.ships and not text.capital[index]:
                yield from self._before_ship(text, index)
            elif word in self._words.writing_verbs and text.follows(index):
                yield from self._written(text, index)
            elif word in self._words.named_ways:
                yield from self._way(text, index)
            elif word in self._words.between_parties:
                yield from self._case(text, index)

    def _case(self, text: Text, index: int) -> Iterator[Sheltered]:
        """As in "Brown v. Board of Education"; places may be those of the parties."""
        first, after = index, index + 1
        while first and text.joined[first] and text.capital[first - 1]:
            first -= 1
        parted = after < len(text) and (text.joined[after] or text.has_stop(index))
        if first < index and parted and text.capital[after]:
            yield Sheltered(first, text.run_end(after))

    def _way(self, text: Text, index: int) -> Iterator[Sheltered]:
        """As in "the Baikal-Amur Mainline": neither place is meant; of a way without name both."""
        first, is_between = index, False
        while first and text.capital[first - 1]:
            is_between |= text.is_hyphenated(first)
            if not (text.joined[first] or text.is_hyphenated(first)):
                break
            first -= 1
            word = text.words[first]
            is_between |= "-" in word and not self._is_place(word)  # "Trans-Siberian"
        if is_between:
            yield Sheltered(first, index, wholly=True)

    def _is_quoted(self, text: Text, index: int) -> bool:
        """Whether a name in quotation marks begins with the word at *index*."""
        return index < len(text) and text.capital[index] and text.opens_quotation(index)

    def _after_kind(self, text: Text, index: int) -> Sheltered:
        """As in "the cruiser Marshal Ustinov", "USS Missouri", "the newspaper Vyatsky Krai"."""
        last = text.run_end(index + 1)
        is_ship = text.words[index].lower() in self._words.ships or text.words[index].isupper()
        ship = text.name(index + 1, last) if is_ship else ""
        return Sheltered(index, last, wholly=True, ship=ship)

    def _next_ships(self, text: Text, one: Sheltered, kind: str) -> Iterator[Sheltered]:
        """The others of a list: "the tankers Vladimir Monomakh and Vladimir Vinogradov"."""
        link = one.last + 1
        several = one.ship and kind.endswith("s") and text.is_joined(link)
        if several and text.words[link] in self._words.conjunctions and text.follows(link):
            last = text.run_end(link + 1)
            yield Sheltered(link + 1, last, wholly=True, ship=text.name(link + 1, last))

    def _before_ship(self, text: Text, index: int) -> Iterator[Sheltered]:
        """As in "the Nikolai Zubov ice class patrol ship"; places may be those of a ship."""
        last = index
        while last and index - last <= _BETWEEN and text.joined[last] and not text.capital[last]:
            if text.words[last] in self._small:
                return
            last -= 1
        first = last
        while first and text.joined[first] and text.capital[first - 1]:
            first -= 1
        article = first and text.joined[first] and text.words[first - 1] in self._words.articles
        if text.capital[last] and article:
            yield Sheltered(first, index, ship=text.name(first, last))

    def _written(self, text: Text, index: int) -> Iterator[Sheltered]:
        """As in "Gogol wrote Taras Bulba"; not "He wrote Stalin a letter"."""
        first, last = index + 1, text.run_end(index)
        told = text.words[last + 1] if text.is_joined(last + 1) else ""
        if text.words[last] in self._famous or told in self._words.after_addressees:
            return
        yield Sheltered(first, last)
        linked = last + 1
        if told in self._words.conjunctions and text.follows(linked):  # "… and Hadji Murat"
            yield Sheltered(linked + 1, text.run_end(linked))
