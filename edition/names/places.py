"""Names of places in a text: those the gazetteer knows, and those whose last word says so."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from edition.names.finding import BY_NOUN, Found
from edition.names.gazetteer import Place
from edition.names.lands import is_land, lands, pair
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Text

LONGEST = 6  # words of a place's name
_LANDS = frozenset({"river", "mountains", "region", "island", "sea", "desert"})


Lookup = Callable[[str], Sequence[Place]]


class Candidate(NamedTuple):
    """The words from one place of a text to *last* may name a place; *always* if they must."""

    last: int
    name: str
    always: bool
    in_context: bool


class PlaceFinder:
    """Finds names of places by a gazetteer's *lookup* and the words of *language*.

    It holds nothing of a document: make one for many.
    """

    def __init__(self, language: Language, lookup: Lookup) -> None:
        self._words = language
        self._may_not_begin = (
            language.honorifics
            | language.offices
            | language.bodies
            | (language.no_name - language.state_words - language.sides)
        )
        openers = language.place_openers | language.place_openers_of | language.sides
        self._idle = self._may_not_begin - openers
        self._articles = language.articles | {word.capitalize() for word in language.articles}
        self._no_places = language.bodies | language.offices
        self._abbreviated = language.lands_in_short
        self._peoples = tuple(sorted(language.people_endings))

        @lru_cache(maxsize=65536)
        def belief(name: str) -> str:
            """How far *name* may be believed alone; '' where no place is so called."""
            places = self.lookup(name)
            return str(places[0].alone) if places else ""

        self.lookup: Lookup = lru_cache(maxsize=4096)(lookup)
        self._belief = belief

    def is_place(self, name: str) -> bool:
        """Whether *name* is a place's, wherever it stands."""
        return self._belief(name) == "always"

    def may_be_place(self, name: str) -> bool:
        """Whether any place is called *name*."""
        return bool(self._belief(name))

    def is_town(self, name: str) -> bool:
        """Whether *name* is a settlement's, wherever it stands."""
        return self.is_place(name) and self.lookup(name)[0].kind == "settlement"

    def is_compound(self, word: str) -> bool:
        """Whether *word* with its hyphen names two places: "Russia-Belarus"."""
        one, _, other = word.partition("-")
        return self.is_place(one) and self.is_place(other) and not self._belief(word)

    def candidates(self, text: Text) -> dict[int, list[Candidate]]:
        """By the places of *text* where a name may begin: what the gazetteer knows, longest first.

        A name that one text treats as a place (*in_context*) is one in all texts of a document.
        """
        found: dict[int, list[Candidate]] = {}
        if not text.capitals:
            return found
        following = itertools.chain(text.capitals[1:], [len(text) + LONGEST])
        for place, (index, after) in enumerate(zip(text.capitals, following, strict=True)):
            word = text.words[index]
            alone = after - index >= LONGEST
            if word in self._articles or (alone and not self._belief(word)):
                continue
            for last in (index,) if alone else _ends(text, place):
                name = text.name(index, last)
                belief = self._belief(name)
                if not belief:
                    continue
                land = self._land_after(text, index, last, sure=belief != "never")
                if land:
                    found.setdefault(last + 1, []).append(land)
                if belief != "never" or land:
                    in_context = bool(land) or self._in_context(text, index, last)
                    candidate = Candidate(last, name, belief == "always", in_context)
                    found.setdefault(index, []).append(candidate)
        if len(found) > 1:
            self._tell_listed(text, found)
        return found

    def _tell_listed(self, text: Text, found: dict[int, list[Candidate]]) -> None:
        """Put those of *found* in context that stand in a list with a place: "Tver and Perm"."""
        starts = sorted(found)
        pairs = [
            pair
            for pair in itertools.pairwise(starts)
            if self._are_listed(text, found[pair[0]][0].last, pair[1])
        ]
        for one, other in (*pairs, *((other, one) for one, other in reversed(pairs))):
            candidate = found[other][0]
            if _is_told(found[one][0]) and not _is_told(candidate):
                before = text.joined[other] and text.capital[other - 1]
                if not before and not self._goes_on(text, candidate.last):
                    found[other][0] = candidate._replace(in_context=True)

    def _are_listed(self, text: Text, last: int, first: int) -> bool:
        """Whether a comma or a conjunction alone parts the words *last* and *first*."""
        if first == last + 1:
            return text.has_comma(first)
        if first != last + 2 or text.words[last + 1] not in self._words.conjunctions:
            return False
        return text.joined[first] and (text.joined[last + 1] or text.has_comma(last + 1))

    def find(
        self, text: Text, candidates: Mapping[int, Sequence[Candidate]], met: Container[str]
    ) -> list[Found]:
        """The places named in *text*, in order; *met* are the names some text treats as places."""
        found: list[Found] = []
        done = -1
        for index in text.capitals:
            if index <= done or (index not in candidates and text.words[index] in self._idle):
                continue
            place = self._at(text, index, candidates, met)
            if place is not None:
                found.append(place)
                done = place.last
        return found

    def _at(
        self,
        text: Text,
        index: int,
        candidates: Mapping[int, Sequence[Candidate]],
        met: Container[str],
    ) -> Found | None:
        typed = self._typed(text, index)
        for last, name, always, _ in candidates.get(index, ()):
            if typed is not None and (typed.last > last or (typed.last == last and not always)):
                return typed
            if always or (name in met and not self._goes_on(text, last)):
                certainty = Certainty.HIGH if always else Certainty.MEDIUM
                return Found(index, last, Kind.PLACE, name, "gazetteer", certainty)
        if typed:
            return typed
        if text.words[index] in self._words.sides and text.follows(index):
            return self._part(text, index, self._at(text, index + 1, candidates, met))
        return self._by_noun(text, index)

    def _part(self, text: Text, index: int, whole: Found | None) -> Found | None:
        """As in "Western Siberia", "South Armagh": a side of the *whole*."""
        if whole is None or whole.why != "gazetteer":
            return None
        name = text.name(index, whole.last)
        return Found(index, whole.last, Kind.PLACE, name, "part of a place", Certainty.MEDIUM)

    def _by_noun(self, text: Text, index: int) -> Found | None:
        """As in "the village of Zvonovo", "Marange region", "near Bessbrook"."""
        if text.words[index] in self._may_not_begin:
            return None
        before = text.words[index - 1] if text.joined[index] else ""
        if before and text.capital[index - 1] and not text.first(index - 1):
            return None
        last = text.run_end(index)
        if last - index > 1:
            return None
        of = (
            before in self._words.of
            and index > 1
            and text.words[index - 2] in self._words.place_nouns_of
        )
        after = text.words[last + 1] if text.is_joined(last + 1) else ""
        noun = after in self._words.place_nouns and not text.words[last].endswith(self._peoples)
        near = before in self._words.near_places
        told = of or noun or near or self._is_lived_in(text, index)
        if not told and not self._has_land(text, index, last):
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PLACE, name, BY_NOUN, Certainty.MEDIUM)

    def _is_lived_in(self, text: Text, index: int) -> bool:
        """As in "born in Zvonovo", "grew up in Zvonovo"; not "lived in Anna's house"."""
        before = text.words[index - 1] if index and text.joined[index] else ""
        if before not in self._words.before_dwellings or text.words[index] in self._words.given:
            return False
        return not self._words.dwelling.isdisjoint(text.words[max(0, index - 3) : index - 1])

    def _has_land(self, text: Text, first: int, last: int) -> bool:
        """Whether a preposition stands before and a land after: "in Farmville, Virginia"."""
        if not self._in_context(text, first, last):
            return False
        after = last + 1
        if after >= len(text) or not text.capital[after] or not text.has_comma(after):
            return False
        return is_land(self.lookup(text.name(after, text.run_end(after))))

    def again(
        self, text: Text, covered: Iterable[int], names: Collection[str], firsts: Container[str]
    ) -> list[Found]:
        """Those of *names*, whose first words are *firsts*, by themselves; but at *covered*."""
        found: list[Found] = []
        taken = set(covered)
        for index in text.capitals:
            if index in taken or text.words[index] not in firsts:
                continue
            last = text.run_end(index)
            before = text.joined[index] and text.capital[index - 1]
            if text.name(index, last) in names and (not before or text.first(index - 1)):
                name = text.name(index, last)
                found.append(Found(index, last, Kind.PLACE, name, BY_NOUN, Certainty.MEDIUM))
        return found

    def _in_context(self, text: Text, first: int, last: int) -> bool:
        """Whether a preposition stands before, with an article where that is no settlement's."""
        if self._goes_on(text, last) or not text.joined[first]:
            return False
        before = text.words[first - 1].lower()
        if before in self._words.before_places:
            return True
        with_article = before in self._words.articles and text.joined[first - 1]
        if not with_article and before not in self._words.before_lands:
            return False
        places = self.lookup(text.name(first, last))
        if not places or places[0].kind not in _LANDS:
            return False
        before = text.words[first - 2].lower() if with_article else before
        return before in self._words.before_places or before in self._words.before_lands

    def _goes_on(self, text: Text, last: int) -> bool:
        """Whether a word with a capital follows, that may belong to the name; "I" does not."""
        return text.follows(last) and text.words[last + 1] not in self._words.pronouns

    def _land_after(self, text: Text, first: int, last: int, *, sure: bool) -> Candidate | None:
        """The land after a comma in which the place of the words *first* to *last* may lie.

        As in "Davenport, Iowa", "Athens, Georgia", "Davenport, IA". Where the gazetteer has no
        such place there, it is one if its name is *sure* to be, or a preposition stands before.
        """
        after = last + 1
        if after >= len(text) or not text.capital[after] or not text.has_comma(after):
            return None
        if text.joined[first] and text.capital[first - 1] and not text.first(first - 1):
            return None  # "John Adler, New Jersey"
        towns = self.lookup(text.name(first, last))
        sure = sure or self._in_context(text, first, last)
        for end in range(min(text.run_end(after), after + 2), after - 1, -1):
            printed = text.name(after, end)
            land = self._abbreviated.get(printed, printed)
            known = self.lookup(land)
            is_sure = sure and land == printed and is_land(known) and self.is_place(land)
            if is_sure or pair(towns, lands(known)):
                return Candidate(end, land, always=True, in_context=True)
        return None

    def _typed(self, text: Text, index: int) -> Found | None:
        """As in "Kezhemsky District", "Lake Ladoga", "Gulf of Finland"."""
        word, lists = text.words[index], self._words
        if word in lists.place_openers_of and self._of(text, index):
            return _typed(text, index, self._end_of(text, index))
        if not text.follows(index):
            return None
        if word in lists.place_openers:
            return _typed(text, index, index + 1)
        before = text.joined[index] and text.capital[index - 1] and not text.first(index - 1)
        if before or word in self._may_not_begin:
            return None
        for last in range(index + 1, min(text.run_end(index), index + 4) + 1):
            word = text.words[last]
            if word in lists.place_types:
                of = word in lists.place_openers_of and self._of(text, last)
                return _typed(text, index, self._end_of(text, last) if of else last)
            if word in self._no_places:
                return None
        return None

    def _end_of(self, text: Text, index: int) -> int:
        """The end of the name that goes on "of (the) …" after *index*: "Republic of Iran".

        The longest that is a place's; all capitals where none is.
        """
        first = index + 3 if text.words[index + 2] in self._words.articles else index + 2
        end = text.run_end(first)
        known = (last for last in range(end, first - 1, -1) if self._belief(text.name(first, last)))
        return next(known, end)

    def _of(self, text: Text, index: int) -> bool:
        """Whether "of" or "of the" and a capital follow."""
        if not text.is_joined(index + 1) or text.words[index + 1] not in self._words.of:
            return False
        article = index + 2 < len(text) and text.words[index + 2] in self._words.articles
        return text.follows(index + 2 if article else index + 1)


def _ends(text: Text, place: int) -> Iterable[int]:
    """Where a name may end that begins with the capital at *place* of ``text.capitals``.

    The longest name comes first.
    """
    first = text.capitals[place]
    ends = [first]
    for last in text.capitals[place + 1 : place + LONGEST]:
        if last - first >= LONGEST or False in text.joined[ends[-1] + 1 : last + 1]:
            break
        ends.append(last)
    return reversed(ends)


def _is_told(candidate: Candidate) -> bool:
    """Whether the text treats *candidate* as a place, or need not."""
    return candidate.always or candidate.in_context


def _typed(text: Text, first: int, last: int) -> Found:
    name = text.name(first, last)
    return Found(first, last, Kind.PLACE, name, "type of place", Certainty.MEDIUM)
