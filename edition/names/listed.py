"""Lists of places, in which one name tells what the others are: "Tver and Perm"."""

from __future__ import annotations

import itertools

from edition.names.candidates import LONGEST, Candidate, Candidates
from edition.names.known_places import KnownPlaces
from edition.names.language import Language
from edition.names.words import Text


class ListedPlaces:
    """Tells places by those that are listed beside them."""

    def __init__(self, language: Language, places: KnownPlaces) -> None:
        self._words = language
        self._places = places

    def tell(self, text: Text, found: Candidates) -> None:
        """Put those of *found* in context that stand in a list with a place, and add some."""
        self._tell_listed(text, found)
        self._add_listed(text, found)

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
            if found[one][0].is_told and not candidate.is_told:
                before = text.joined[other] and text.capital[other - 1]
                if not before and not goes_on(self._words, text, candidate.last):
                    found[other][0] = candidate._replace(in_context=True)

    def _add_listed(self, text: Text, found: Candidates) -> None:
        """Add to *found* what stands in a list with two places: "Segezha, Belomorsk and Kem".

        Of a name that is never believed alone, for it is mostly something else.
        """
        if sum(candidates[0].is_told for candidates in found.values()) < 2:
            return
        for index in text.telling:
            name = text.words[index]
            if index in found or text.follows(index) or self._places.belief(name) != "never":
                continue
            if text.first(index) or (text.joined[index] and text.capital[index - 1]):
                continue
            before = self._told_before(text, found, index)
            twice = before is not None and self._told_before(text, found, before) is not None
            after = self._told_after(text, found, index)
            if twice or (before is not None and after):
                found[index] = [Candidate(index, name, always=True, in_context=True)]

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
