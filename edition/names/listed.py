"""Places told by others that are named beside them: "Tver and Perm", "from Renk to Juba"."""

from __future__ import annotations

import itertools

from msgspec.structs import replace

from edition.names.candidates import LONGEST, Candidate, Candidates
from edition.names.known_places import KnownPlaces
from edition.names.language import Language
from edition.names.words import Text

_UNSURE = ("never", "people")  # names that are mostly other things


class ListedPlaces:
    """Tells places by those that are listed beside them."""

    def __init__(self, language: Language, places: KnownPlaces) -> None:
        self._words = language
        self._places = places
        self._famous = language.famous
        self._ends = language.ends_of_ways
        self._cues = self._ends.keys() | {word.capitalize() for word in self._ends}
        self._peoples = tuple(sorted(language.people_endings))
        titles = language.roads | language.no_name | language.offices | language.honorifics
        self._no_places = titles | language.bodies | language.surnames_first

    def tell(self, text: Text, found: Candidates) -> None:
        """Put those of *found* in context that stand in a list with a place, and add some."""
        self._add_first(text, found)
        if len(found) > 1:
            self._tell_listed(text, found)
            self._add_listed(text, found)
        if not self._cues.isdisjoint(text.cues):
            self._add_ends(text, found)

    def _add_first(self, text: Text, found: Candidates) -> None:
        """Add to *found* what people are called, too, before another: "to Dundalk and Drogheda"."""
        for after in sorted(found):
            for index in (after - 1, after - 2):
                if index > 0 and text.capital[index] and text.joined[index]:
                    break
            else:
                continue
            word = text.words[index]
            if index in found or text.words[index - 1] not in self._words.before_places:
                continue
            is_unsure = self._places.belief(word) in _UNSURE and not self._is_another(word)
            if is_unsure and are_listed(self._words, text, index, after):
                self._add(text, found, index, index)

    def _add_ends(self, text: Text, found: Candidates) -> None:
        """Add to *found* one end of a way of which the other is told: "from Renk to Juba".

        Of which the gazetteer knows nothing only where it is said that it is a way.
        """
        for index in text.telling:
            way = text.words[index - 1].lower() if text.joined[index] else ""
            if way not in self._ends:
                continue
            last = text.run_end(index)
            link, other = last + 1, last + 2
            if not text.is_joined(other) or not text.capital[other] or not text.joined[link]:
                continue
            if text.words[link] != self._ends[way]:
                continue
            near = text.words[max(0, index - 6) : index - 1]
            told = not self._words.ways.isdisjoint(near)
            ends = (index, last), (other, text.run_end(other))
            for (first, end), (mate, _) in (ends, ends[::-1]):
                is_end = mate in found and found[mate][0].is_told and first not in found
                if is_end and end - first < 2 and self._may_be(text, first, end, told=told):
                    self._add(text, found, first, end)

    def _add(self, text: Text, found: Candidates, first: int, last: int) -> None:
        """What is added is a place here alone, and not for certain: it may be another's name."""
        name = text.name(first, last)
        found[first] = [Candidate(last, name, always=False, in_context=False, sited=True)]

    def _may_be(self, text: Text, first: int, last: int, *, told: bool) -> bool:
        """Whether the words *first* to *last* may be a place's name, though it is not believed.

        One that the gazetteer does not know may where it is *told*.
        """
        name = text.name(first, last)
        if not self._places.belief(name) and not told:
            return False
        return not any(map(self._is_another, text.words[first : last + 1]))

    def _is_another(self, word: str) -> bool:
        """Whether *word* is known to be no place: a body in capitals, an office, a people."""
        other = word.isupper() or word in self._no_places or word in self._famous
        return other or word in self._words.given or word.endswith(self._peoples)

    def _tell_listed(self, text: Text, found: Candidates) -> None:
        """Put those of *found* in context that stand in a list with a place: "Tver and Perm"."""
        starts = sorted(found)
        pairs = [
            pair
            for pair in itertools.pairwise(starts)
            if are_listed(self._words, text, found[pair[0]][0].last, pair[1])
        ]
        for one, other in (*pairs, *((other, one) for one, other in reversed(pairs))):
            candidate = found[other][0]
            if found[one][0].is_told and not (candidate.in_context or candidate.sited):
                before = text.joined[other] and text.capital[other - 1]
                if not before and not goes_on(self._words, text, candidate.last):
                    found[other][0] = replace(candidate, in_context=True)

    def _add_listed(self, text: Text, found: Candidates) -> None:
        """Add to *found* what stands in a list with two places: "Segezha, Belomorsk and Kem".

        Of a name that is never believed alone, for it is mostly something else; or of one that the
        gazetteer does not know, between two places.
        """
        for first in sorted(found):
            before = first
            while found[before][0].is_told:
                index = self._next(text, found[before][0].last)
                if index is None or index in found or not self._may_be_listed(text, index):
                    break
                known = self._places.belief(text.words[index])
                is_third = known and self._told_before(text, found, before) is not None
                if not is_third and not self._told_after(text, found, index):
                    break
                self._add(text, found, index, index)
                before = index

    def _next(self, text: Text, last: int) -> int | None:
        """Where the next of a list begins after the place that ends at *last*; None if nowhere."""
        nexts = (one for one in (last + 1, last + 2) if one < len(text) and text.capital[one])
        first = next(nexts, None)
        return first if first and are_listed(self._words, text, last, first) else None

    def _may_be_listed(self, text: Text, index: int) -> bool:
        """Whether the word at *index* is all of a name that may be a place's among others."""
        word = text.words[index]
        if text.follows(index) or (text.joined[index] and text.capital[index - 1]):
            return False
        belief = self._places.belief(word)
        return belief in _UNSURE or not (belief or self._is_another(word) or text.first(index))

    def _told_before(self, text: Text, found: Candidates, index: int) -> int | None:
        """Where the place begins that is listed right before the word at *index*, if one is."""
        for first in range(index - 1, max(-1, index - LONGEST), -1):
            if first in found:
                told = found[first][0].is_told
                listed = told and are_listed(self._words, text, found[first][0].last, index)
                return first if listed else None
        return None

    def _told_after(self, text: Text, found: Candidates, index: int) -> bool:
        """Whether a place is listed right after the word at *index*."""
        following = (first for first in (index + 1, index + 2) if first in found)
        first = next(following, None)
        if first is None or not are_listed(self._words, text, index, first):
            return False
        return found[first][0].is_told


def are_listed(language: Language, text: Text, last: int, first: int) -> bool:
    """Whether a comma or a conjunction alone parts the words *last* and *first*."""
    if first == last + 1:
        return text.has_comma(first)
    if first != last + 2 or text.words[last + 1] not in language.conjunctions:
        return False
    return text.joined[first] and (text.joined[last + 1] or text.has_comma(last + 1))


def goes_on(language: Language, text: Text, last: int) -> bool:
    """Whether a word with a capital follows, that may belong to the name; "I" does not."""
    return text.follows(last) and text.words[last + 1] not in language.pronouns
