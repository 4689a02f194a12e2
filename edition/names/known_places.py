"""What a gazetteer says of a name: whether it is a place's, and how far that may be believed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from edition.names.candidates import LONGEST
from edition.names.gazetteer import Alone, Place, begins
from edition.names.gazetteer import lookup as in_gazetteer
from edition.names.language import Language

_CITY = 500_000  # inhabitants of a town that a given name alone does not make us forget

Lookup = Callable[[str], Sequence[Place]]


class KnownPlaces:
    """The names that a gazetteer's *lookup* knows, as texts in *language* print them.

    It holds nothing of a document: make one for many.
    """

    def __init__(self, language: Language, lookup: Lookup) -> None:
        self._roads = language.roads
        self._rivers = tuple(sorted(language.rivers))
        self._articles = language.articles | {word.capitalize() for word in language.articles}

        @lru_cache(maxsize=65536)
        def belief(name: str) -> str:
            """How far *name* may be believed alone; '' where no place is so called."""
            places = self.lookup(name)
            if not places:
                return ""
            is_doubted = places[0].alone is not Alone.ALWAYS and self.is_road(name)
            return str(Alone.NEVER if is_doubted else places[0].alone)

        self.small_words = (
            language.small_words | language.small_words_of_places | language.particles
        )
        self._begins = begins if lookup is in_gazetteer else lambda _word: True
        self.lookup: Lookup = lru_cache(maxsize=4096)(lookup)
        self.belief = belief
        self.reach = lru_cache(maxsize=65536)(self._reach)
        self.river = lru_cache(maxsize=65536)(self._river)
        self.is_settlement = lru_cache(maxsize=65536)(self._is_settlement)

    def is_road(self, name: str) -> bool:
        """Whether *name* is that of a road by its last word; not "Chester le Street"."""
        *others, last = name.split(" ")
        return bool(others) and others[-1][:1].isupper() and last in self._roads

    def is_place(self, name: str) -> bool:
        """Whether *name* is a place's, wherever it stands."""
        return self.belief(name) == "always"

    def may_be_place(self, name: str) -> bool:
        """Whether any place is called *name*."""
        return bool(self.belief(name))

    def is_town(self, name: str) -> bool:
        """Whether *name* is a settlement's, wherever it stands."""
        return self.is_place(name) and self.lookup(name)[0].kind == "settlement"

    def is_country(self, name: str) -> bool:
        """Whether *name* is first that of a country."""
        places = self.lookup(name) if self.belief(name) else ()
        return bool(places) and places[0].kind == "country"

    def is_called(self, name: str) -> bool:
        """Whether *name* is that of a town, river or land, after which people are called."""
        if not self.is_place(name) or name.isupper():
            return False
        return self.lookup(name)[0].kind in ("settlement", "river", "country")

    def is_city(self, name: str) -> bool:
        """Whether *name* is first that of a city which is known more than people called so."""
        places = self.lookup(name) if self.belief(name) else ()
        return bool(places) and places[0].population >= _CITY

    def _reach(self, word: str) -> int:
        """How many words, at most, a place's name has that begins with *word*; no article does."""
        if word in self._articles:
            return 0
        return LONGEST if self._begins(word) else int(self.may_be_place(word))

    def is_compound(self, word: str) -> bool:
        """Whether *word* with its hyphen names two places: "Russia-Belarus"."""
        one, _, other = word.partition("-")
        return self.is_place(one) and self.is_place(other) and not self.belief(word)

    def _is_settlement(self, name: str) -> bool:
        """Whether *name* is a settlement's first, and is printed without an article."""
        places = self.lookup(name)
        bare = places and places[0].name.split(" ")[0] not in self._articles
        return bool(bare) and places[0].kind == "settlement"

    def _river(self, name: str) -> str:
        """What the gazetteer calls the river *name* that needs an article to be one; or ""."""
        places = self.lookup(name)
        if places and places[0].kind not in ("settlement", "division"):
            return name if places[0].kind == "river" and not self.is_place(name) else ""
        called = (form for noun in self._rivers for form in (f"{name} {noun}", f"{noun} {name}"))
        return next((form for form in called if self._is_river(form)), "")

    def _is_river(self, form: str) -> bool:
        return bool(self.belief(form)) and self.lookup(form)[0].kind == "river"
