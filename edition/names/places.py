"""Names of places in a text: those the gazetteer knows, and those whose last word says so."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence

import msgspec

from edition.names.candidates import Candidate, Candidates
from edition.names.finding import BY_NOUN, Found
from edition.names.gazetted import UNSURE, CandidateFinder
from edition.names.known_places import KnownPlaces
from edition.names.lands import is_land
from edition.names.language import Language
from edition.names.listed import are_listed, goes_on
from edition.names.model import Certainty, Kind
from edition.names.unlisted_places import UnlistedPlaces
from edition.names.words import Text


class PlaceFinder:
    """Finds names of places by what a gazetteer knows of *places* and the words of *language*.

    It holds nothing of a document: make one for many.
    """

    def __init__(self, language: Language, places: KnownPlaces) -> None:
        self._words = language
        self._places = places
        self._gazetted = CandidateFinder(language, places)
        self._may_not_begin = (
            language.honorifics
            | language.offices
            | language.bodies
            | (language.no_name - language.state_words - language.sides)
        )
        openers = language.place_openers | language.place_openers_of | language.sides
        self._idle = self._may_not_begin - openers
        self._no_places = language.bodies | language.offices
        self.unlisted = UnlistedPlaces(language, places)
        self._buildings = language.bodies | language.facilities
        self._peoples = tuple(sorted(language.people_endings))
        self._types = language.full_types
        self._types_of_one = language.full_type_of_one
        self._nouns = language.place_nouns | language.areas
        self._beside = language.place_nouns_of | language.directions
        self._typed_places = self._types.keys() | self._types_of_one.keys()
        self._articles = {word.capitalize() for word in language.articles}

    def is_idle(self, word: str) -> bool:
        """Whether no place that the gazetteer does not know begins with *word*."""
        return word in self._idle

    def candidates(self, text: Text) -> Candidates:
        """What the gazetteer knows in *text*."""
        return self._gazetted.find(text)

    def find(
        self, text: Text, candidates: Mapping[int, Sequence[Candidate]], met: Container[str]
    ) -> list[Found]:
        """The places named in *text*, in order; *met* are the names some text treats as places."""
        found: list[Found] = []
        done = -1
        for index in text.telling:
            if index <= done or (index not in candidates and text.words[index] in self._idle):
                continue
            place = self._at(text, index, candidates, met)
            if place is not None:
                found.append(place)
                done = place.last
        return found if self._typed_places.isdisjoint(text.cues) else self._in_full(text, found)

    def _in_full(self, text: Text, found: list[Found]) -> list[Found]:
        """*found* by their full names: "Penza, Tver and Tula regions", "the Volga region"."""
        told: list[Found] = []
        kind = ""
        for one in reversed(found):
            after = text.words[one.last + 1] if text.is_joined(one.last + 1) else ""
            is_listed = told and are_listed(self._words, text, one.last, told[-1].first)
            kind = self._types.get(after, kind if is_listed else "")
            full = f"{one.name} {kind or self._types_of_one.get(after)}"
            told.append(msgspec.structs.replace(one, name=full) if self._is(full, after) else one)
        return told[::-1]

    def _is(self, full: str, noun: str) -> bool:
        """Whether a place is called *full* that *noun* follows: the gazetteer has it, or must."""
        name, _, _ = full.rpartition(" ")
        if noun in self._words.never_towns and self._places.is_settlement(name):
            return True
        return bool(self._places.belief(full))

    def _at(
        self,
        text: Text,
        index: int,
        candidates: Mapping[int, Sequence[Candidate]],
        met: Container[str],
    ) -> Found | None:
        opens = text.follows(index) or text.words[index] in self._words.place_openers_of
        typed = self._typed(text, index) if opens else None
        typed = None if typed and self._is_title(text, typed) else typed
        for one in candidates.get(index, ()):
            last, name = one.last, one.name
            if self._is_saint(text, one, index):
                continue
            if typed and (typed.last > last or (typed.last == last and not one.always)):
                return typed
            if one.always or one.sited or (name in met and not goes_on(self._words, text, last)):
                is_named = one.always and (name in met or not self._is_of_firm(text, last))
                sure = is_named and not self._may_be_thing(text, one, met)
                certainty = Certainty.HIGH if sure else Certainty.MEDIUM
                found = Found(index, last, Kind.PLACE, name, "gazetteer", certainty)
                return self._with_side(text, found)
        if typed:
            return typed
        if text.words[index] in self._words.sides and text.follows(index):
            whole = self._at(text, index + 1, candidates, met)
            return self._part(text, index, whole or self._after_side(text, index, candidates))
        return self._by_noun(text, index)

    def _with_side(self, text: Text, one: Found) -> Found:
        """*one*, or the part of it that its side tells: "the Member for Perth West"."""
        side = one.last + 1
        if not text.follows(one.last) or text.words[side] not in self._words.sides:
            return one
        if text.follows(side):
            return one
        name = text.name(one.first, side)
        return Found(one.first, side, Kind.PLACE, name, "part of a place", Certainty.MEDIUM)

    def _is_title(self, text: Text, one: Found) -> bool:
        """Whether *one* is all of a title that begins with an article: "The Slow River – Part 4".

        In quotation marks, or where a line begins with it and a dash or colon follows; not where
        the gazetteer has it.
        """
        first = one.first - 1
        if first < 0 or not text.joined[one.first] or self._places.may_be_place(one.name):
            return False
        if text.words[first] not in self._articles or not text.capital[first]:
            return False
        if text.opens_quotation(first):
            return text.opens_quotation(one.last + 1)
        return not first and text.has_dash_or_colon(one.last)

    def _may_be_thing(self, text: Text, one: Candidate, met: Container[str]) -> bool:
        """Whether *one* has the name of a thing, and no text says more: "Turkey was served"."""
        is_told = one.name in met or text.possessed(one.last + 1)
        return one.name in self._words.things_called_so and not is_told

    def _is_of_firm(self, text: Text, last: int) -> bool:
        """Whether the name may be that of something else which goes on: "Severn Heating"."""
        return goes_on(self._words, text, last) and not self._places.is_place(text.words[last + 1])

    def _is_saint(self, text: Text, one: Candidate, index: int) -> bool:
        """Whether a saint is meant, whose a church or school is: "St George's Cathedral"."""
        after = one.last + 1
        if text.words[index] not in self._words.saints or after >= len(text):
            return False
        return text.possessed(after) and text.words[after] in self._buildings

    def _after_side(
        self, text: Text, index: int, candidates: Mapping[int, Sequence[Candidate]]
    ) -> Found | None:
        """What may be a place after the side at *index*, as in "in North Armagh"."""
        before = text.words[index - 1].lower() if text.joined[index] else ""
        for one in candidates.get(index + 1, ()):
            if before in self._words.before_places and not goes_on(self._words, text, one.last):
                found = (index + 1, one.last, Kind.PLACE, one.name)
                return Found(*found, "gazetteer", Certainty.MEDIUM)
        return None

    def _part(self, text: Text, index: int, whole: Found | None) -> Found | None:
        """As in "Western Siberia", "South Armagh": a side of the *whole*."""
        if whole is None or whole.why != "gazetteer":
            return None
        name = text.name(index, whole.last)
        return Found(index, whole.last, Kind.PLACE, name, "part of a place", Certainty.MEDIUM)

    def _by_noun(self, text: Text, index: int) -> Found | None:
        """As in "the village of Zvonovo", "Marange region", "near Bessbrook"."""
        before = text.words[index - 1] if text.joined[index] else ""
        last = text.run_end(index) if text.joined[index + 1] else index
        if last > index and self._places.is_road(text.name(index, last)):
            return self._like_road(text, index, last)
        if last - index > 1 or text.words[index] in self._may_not_begin:
            return None
        if before and text.capital[index - 1] and not text.first(index - 1):
            return None
        after = text.words[last + 1] if text.is_joined(last + 1) else ""
        noun = after in self._nouns and self._is_noun(after, text.name(index, last))
        told = noun or self._is_of_several(text, index, last)
        if before and not told:
            told = self._is_behind(text, index, last, before) or self._has_land(text, index, last)
            if not told:
                return self.unlisted.after_preposition(text, index, last)
        if not (told or self._is_behind_street(text, index, last)):
            return None
        name = text.name(index, last)
        return Found(index, last, Kind.PLACE, name, BY_NOUN, Certainty.MEDIUM)

    def _is_noun(self, word: str, name: str) -> bool:
        """Whether *word* after *name* says that it is a place's: "Marange region".

        "The Gateway area" only where the gazetteer has a place that is called so.
        """
        if name.endswith(self._peoples):
            return False
        return word not in self._words.areas or self._places.may_be_place(name)

    def _is_behind(self, text: Text, first: int, last: int, before: str) -> bool:
        """Whether the word *before* the words *first* to *last*, with others, tells a place."""
        if before in self._words.near_places or before in self._words.rivers_before:
            return True
        other = text.words[first - 2] if first > 1 else ""
        if before in self._words.of and other in self._beside:
            return first == last or other in self._words.place_nouns_of
        if before in self._words.before_seats and other in self._words.seats:
            return True  # "the Member for Colne Valley"
        if before in self._words.before_towns and self._is_near(text, last):
            return True
        return self._is_lived_in(text, first, before) or self._is_along(text, first, last)

    def _is_behind_street(self, text: Text, first: int, last: int) -> bool:
        """As in "I live at 14 Nether Street, Dysart."."""
        if first < 2 or not text.has_comma(first) or text.words[first - 1] not in self._words.roads:
            return False
        after = last + 1
        return after >= len(text) or text.first(after) or text.has_comma(after)

    def _like_road(self, text: Text, first: int, last: int) -> Found | None:
        """A town that has the name of a road, where it is said that it is one."""
        if first < 2 or not text.joined[first] or text.words[first - 1] not in self._words.of:
            return None
        if text.words[first - 2].capitalize() not in self._words.place_types:
            return None
        name = text.name(first, last)
        return Found(first, last, Kind.PLACE, name, BY_NOUN, Certainty.MEDIUM)

    def _is_along(self, text: Text, first: int, last: int) -> bool:
        """Whether a river goes on: "along the Vashka", "on the bank of the Grushevka"."""
        if first != last or first < 2 or not text.after_article(first, self._words.articles):
            return False
        if not text.joined[first - 1] or text.words[first].endswith(self._peoples):
            return False
        after = text.is_joined(last + 1) and text.words[last + 1] not in self._words.after_rivers
        if after and text.words[last + 1] not in self._words.conjunctions:
            return False  # "along the Stalin line"
        before = text.words[first - 2]
        if before in self._words.along:
            return True
        is_part = first > 2 and text.words[first - 3] in self._words.parts_of_rivers
        return is_part and before in self._words.of

    def _is_near(self, text: Text, last: int) -> bool:
        """Whether the name that ends at *last* goes on as in "at Whitecross and near Lurgan"."""
        after = text.words[last + 1 : last + 3]
        if len(after) < 2 or not text.joined[last + 1]:
            return False
        return after[0] in self._words.conjunctions and after[1] in self._words.near_places

    def _is_of_several(self, text: Text, first: int, last: int) -> bool:
        """Whether the list that the words *first* to *last* are in goes on as "Y and Z rivers"."""
        if self._words.place_nouns_of_several.isdisjoint(text.cues):
            return False
        is_list = text.joined[first] and text.words[first - 1] in self._words.conjunctions
        while True:
            after = last + 1
            if text.is_joined(after) and text.words[after] in self._words.place_nouns_of_several:
                return is_list and not text.words[last].endswith(self._peoples)
            is_list = True
            step = after + (after < len(text) and text.words[after] in self._words.conjunctions)
            if (
                step >= len(text)
                or not text.capital[step]
                or not are_listed(self._words, text, last, step)
            ):
                return False
            last = text.run_end(step)

    def _is_lived_in(self, text: Text, index: int, before: str) -> bool:
        """As in "born in Zvonovo", "grew up in Zvonovo"; not "lived in Anna's house"."""
        if before not in self._words.before_dwellings or text.words[index] in self._words.given:
            return False
        return not self._words.dwelling.isdisjoint(text.words[max(0, index - 3) : index - 1])

    def _has_land(self, text: Text, first: int, last: int) -> bool:
        """Whether a preposition stands before and a land after: "in Farmville, Virginia"."""
        after = last + 1
        if not text.is_parted(after):
            return False
        if not self._gazetted.in_context(text, first, last):
            return False
        land = text.name(after, text.run_end(after))
        if self._places.belief(land) in UNSURE:
            return False  # "of Rail, Maritime and …"
        return is_land(self._places.lookup(land))

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

    def _typed(self, text: Text, index: int) -> Found | None:
        """As in "Kezhemsky District", "Lake Ladoga", "Gulf of Finland"."""
        word, lists = text.words[index], self._words
        if index > 1 and text.joined[index - 1] and text.words[index - 1] in self._articles:
            return None  # "Read The Island of Sakhalin"
        if word in lists.place_openers_of and self._of(text, index):
            return _typed(text, index, self._end_of(text, index))
        if not text.follows(index):
            return None
        if word in lists.place_openers and text.words[index + 1] not in lists.roads:
            return _typed(text, index, index + 1)
        before = text.joined[index] and text.capital[index - 1] and not text.first(index - 1)
        if before or word in self._may_not_begin:
            return None
        for last in range(index + 1, min(text.run_end(index), index + 4) + 1):
            word = text.words[last]
            if word in lists.place_types:
                of = word in lists.place_openers_of and self._of(text, last)
                return _typed(text, index, self._end_of(text, last) if of else last)
            if word in self._no_places or word in self._articles:
                return None
        return None

    def _end_of(self, text: Text, index: int) -> int:
        """The end of the name that goes on "of (the) …" after *index*: "Republic of Iran".

        The longest that is a place's; all capitals where none is.
        """
        first = index + 3 if text.words[index + 2] in self._words.articles else index + 2
        end = text.run_end(first)
        known = (
            last
            for last in range(end, first - 1, -1)
            if self._places.belief(text.name(first, last))
        )
        return next(known, end)

    def _of(self, text: Text, index: int) -> bool:
        """Whether "of" or "of the" and a capital follow."""
        if not text.is_joined(index + 1) or text.words[index + 1] not in self._words.of:
            return False
        article = index + 2 < len(text) and text.words[index + 2] in self._words.articles
        return text.follows(index + 2 if article else index + 1)


def _typed(text: Text, first: int, last: int) -> Found:
    name = text.name(first, last)
    return Found(first, last, Kind.PLACE, name, "type of place", Certainty.MEDIUM)
