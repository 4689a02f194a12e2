"""Which of the places of one name is meant, by the company of the other places of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from edition.names.gazetteer import Alone, Place

_NEAR = 4  # of two places one may be meant as well as the other that has so many times its people
_FAR = 30  # a place with so many times fewer people than its namesake is hardly meant
_FAMOUS = 20  # and than a namesake that everybody knows
_ASIDE = 60  # and than one that is not at home, if somebody is to ask which is meant
_FEW = 4  # places make a company
_MOST = 0.75  # of the places, in one country: the document is about that country


class Told(NamedTuple):
    """A place of which the document leaves no doubt: its *country*, and if it is that *wholly*."""

    country: str
    wholly: bool


class Company:
    """The places that one document names, by their countries.

    A name that towns of several countries have means the one in the country of the other places.
    Where that is not clear, none is meant surely: no place is asserted of which another is likely.
    """

    def __init__(
        self, told: Collection[Told] = (), doubtful: Iterable[Sequence[Place]] = ()
    ) -> None:
        """*told* are the places of no doubt, once each; *doubtful* those that a name may mean."""
        self._times = Counter(place.country for place in told if place.country)
        ranked = self._times.most_common(2)
        tied = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
        self._home = ranked[0][0] if ranked and not tied else ""
        likely = sum(places[0].country == self._home for places in doubtful if places)
        self._at_home, self._all = self._times[self._home] + likely, self._times.total() + likely
        self._abroad = any(place.wholly and place.country != self._home for place in told)

    def meant(self, places: Sequence[Place]) -> Place | None:
        """The one of *places* of one name, the likeliest first, that is meant; None if unclear."""
        if not places or places[0].kind != "settlement":
            return places[0] if places else None
        first = places[0]
        at_home = [one for one in _towns(places) if one.country == self._home]
        if first.country != self._home and at_home and self._is_local(first):
            least = _FAMOUS if first.alone is Alone.ALWAYS else _FAR
            if at_home[0].population * least >= first.population:
                return None if first.alone is Alone.ALWAYS else unrivalled(at_home)
        if first.alone is Alone.ALWAYS:
            return first
        if any(self._may_be_instead(one, first) for one in _towns(places)):
            return None
        return unrivalled([one for one in _towns(places) if one.country == first.country])

    def is_home(self, place: Place) -> bool:
        """Whether *place* lies in the country that the document speaks of most."""
        return bool(self._home) and place.country == self._home

    def has_rival(self, first: Place, places: Sequence[Place]) -> bool:
        """Whether one of *places* at home may be thought of instead of the *first*, far away."""
        return (
            first.kind == "settlement"
            and not self.is_home(first)
            and any(
                self.is_home(one) and one.population * _ASIDE >= first.population
                for one in _towns(places)
            )
        )

    def is_alone(self, place: Place) -> bool:
        """Whether the document names nothing else in the country of *place*."""
        return self._times[place.country] <= 1

    def _is_local(self, but: Place) -> bool:
        """Whether the places are mostly in one country, and no other is named; *but* one aside."""
        others = self._all - (but.alone is Alone.ALWAYS)
        return bool(self._home) and not self._abroad and _FEW <= self._at_home >= _MOST * others

    def _may_be_instead(self, one: Place, first: Place) -> bool:
        """Whether *one* in another country may be meant as well as the *first*, which is likelier.

        The country that the document names less often than the other is not thought of.
        """
        if one.country == first.country or one.population * _FAR < first.population:
            return False
        there, here = self._times[one.country], self._times[first.country]
        if there != here:
            return there > here
        return not here or one.population * _NEAR >= first.population


def is_told(places: Sequence[Place]) -> bool:
    """Whether *places* of one name leave no doubt: one is known to all, or all are in one land."""
    first = places[0]
    if first.kind != "settlement" or first.alone is Alone.ALWAYS:
        return True
    return len({place.country for place in _towns(places)}) == 1


def unrivalled(towns: Sequence[Place]) -> Place | None:
    """The first of *towns*, if no other has nearly as many people; None where there is none."""
    first, *others = towns or (None,)
    if first is None or any(one.population * _NEAR >= first.population for one in others):
        return None
    return first


def _towns(places: Sequence[Place]) -> list[Place]:
    return [place for place in places if place.kind == "settlement"]
