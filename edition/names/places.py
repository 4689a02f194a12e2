"""Names of places in a text: those the gazetteer knows, and those whose last word says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from edition.names.finding import Found, run_end, text_of
from edition.names.gazetteer import Place
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Word

LONGEST = 6  # words of a place's name


Lookup = Callable[[str], Sequence[Place]]


class PlaceFinder:
    """Finds names of places by a gazetteer's *lookup* and the words of *language*."""

    def __init__(self, language: Language, lookup: Lookup) -> None:
        self._words = language
        self._lookup = lookup
        self._known: dict[str, str] = {}
        self._met: set[str] = set()

    def meet(self, text: Sequence[Word]) -> None:
        """Note what *text* treats as a place, so that it is one wherever it stands."""
        for index, word in enumerate(text):
            if word.capital:
                self._note(text, index)

    def is_place(self, name: str) -> bool:
        """Whether *name* is a place's, wherever it stands."""
        return self._belief(name) == "always"

    def is_compound(self, word: str) -> bool:
        """Whether *word* with its hyphen names two places: "Russia-Belarus"."""
        one, _, other = word.partition("-")
        return self.is_place(one) and self.is_place(other) and not self._belief(word)

    def find(self, text: Sequence[Word]) -> list[Found]:
        """The places named, in order."""
        found: list[Found] = []
        index = 0
        while index < len(text):
            place = self._at(text, index) if text[index].capital else None
            if place is not None:
                found.append(place)
                index = place.last
            index += 1
        return found

    def _at(self, text: Sequence[Word], index: int) -> Found | None:
        typed = self._typed(text, index)
        for last in range(min(len(text), index + LONGEST) - 1, index - 1, -1):
            if typed is not None and typed.last >= last:
                return typed
            if not text[last].capital or not all(w.joined for w in text[index + 1 : last + 1]):
                continue
            name = text_of(text, index, last)
            belief = self._belief(name)
            if belief == "always" or (name in self._met and self._ends(text, last)):
                certainty = Certainty.HIGH if belief == "always" else Certainty.MEDIUM
                return Found(index, last, Kind.PLACE, name, "gazetteer", certainty)
        return typed or self._part(text, index)

    def _note(self, text: Sequence[Word], index: int) -> None:
        for last in range(min(len(text), index + LONGEST) - 1, index - 1, -1):
            if not text[last].capital or not all(w.joined for w in text[index + 1 : last + 1]):
                continue
            name = text_of(text, index, last)
            if self._belief(name) == "context" and self._in_context(text, index, last):
                self._met.add(name)
                return

    def _part(self, text: Sequence[Word], index: int) -> Found | None:
        """As in "Western Siberia", "South Armagh": a side of a place."""
        if text[index].text not in self._words.sides or not self._joined(text, index + 1):
            return None
        whole = self._at(text, index + 1)
        if whole is None or whole.why != "gazetteer":
            return None
        name = text_of(text, index, whole.last)
        return Found(index, whole.last, Kind.PLACE, name, "part of a place", Certainty.MEDIUM)

    def _joined(self, text: Sequence[Word], index: int) -> bool:
        return index < len(text) and text[index].joined and text[index].capital

    def _ends(self, text: Sequence[Word], last: int) -> bool:
        """Whether the name ends at *last*: no capital follows that would be a part of it."""
        return not self._joined(text, last + 1)

    def _belief(self, name: str) -> str:
        known = self._known.get(name)
        if known is None:
            places = self._lookup(name)
            known = str(places[0].alone) if places else ""
            self._known[name] = known
        return known

    def _in_context(self, text: Sequence[Word], first: int, last: int) -> bool:
        """Whether a preposition stands before, or its land after: "Davenport, Iowa"."""
        if not self._ends(text, last):
            return False
        after = last + 1
        listed = after < len(text) and text[after].capital and not text[after].first
        if listed and self._belief(text[after].text) == "always":
            return True
        if not first or not text[first].joined or text[first].first:
            return False
        return text[first - 1].text in self._words.before_places

    def _typed(self, text: Sequence[Word], index: int) -> Found | None:
        """As in "Kezhemsky District", "Lake Ladoga", "Gulf of Finland"."""
        word = text[index].text
        end = run_end(text, index)
        if word in self._words.place_openers and end > index:
            return self._found(text, index, index + 1)
        if word in self._words.place_openers_of and self._of(text, index):
            return self._found(text, index, self._end_of(text, index))
        if not self._may_begin(text, index):
            return None
        for last in range(index + 1, min(end, index + 4) + 1):
            if text[last].text in self._words.place_types:
                of = text[last].text in self._words.place_openers_of and self._of(text, last)
                return self._found(text, index, self._end_of(text, last) if of else last)
            if text[last].text in self._words.bodies | self._words.offices:
                return None
        return None

    def _found(self, text: Sequence[Word], first: int, last: int) -> Found:
        name = text_of(text, first, last)
        return Found(first, last, Kind.PLACE, name, "type of place", Certainty.MEDIUM)

    def _may_begin(self, text: Sequence[Word], index: int) -> bool:
        word = text[index].text
        lists = self._words
        if word in lists.honorifics or word in lists.offices or word in lists.bodies:
            return False
        ordinary = word in lists.no_name and word not in lists.state_words | lists.sides
        return not ordinary and not (index and text[index].joined and text[index - 1].capital)

    def _end_of(self, text: Sequence[Word], index: int) -> int:
        """The end of the name that goes on "of (the) …" after *index*."""
        return run_end(text, index + 3 if text[index + 2].text == "the" else index + 2)

    def _of(self, text: Sequence[Word], index: int) -> bool:
        after = [word for word in text[index + 1 : index + 4] if word.text != "the"][:2]
        return (
            len(after) == 2
            and after[0].text == "of"
            and after[0].joined
            and after[1].capital
            and after[1].joined
        )
