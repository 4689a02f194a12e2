"""Which of the places of one name is meant, where the text names its land: "Paris, Texas"."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from edition.names.finding import Found
from edition.names.gazetteer import Place
from edition.names.model import Certainty, Kind
from edition.names.words import Text

_LANDS = frozenset({"division", "country"})


def lands(places: Sequence[Place]) -> list[Place]:
    """Those of *places* that are countries, or divisions of one."""
    return [place for place in places if place.kind in _LANDS]


def is_land(places: Sequence[Place]) -> bool:
    """Whether the likeliest of *places* is a country, or a division of one."""
    return bool(places) and places[0].kind in _LANDS


def pair(towns: Sequence[Place], around: Sequence[Place]) -> tuple[Place, Place] | None:
    """The likeliest of *towns* that lies in one of the lands *around*, with that land."""
    for town in towns:
        for land in around:
            if town.kind == "settlement" and _lies_in(town, land):
                return town, land
    return None


def with_lands(
    text: Text,
    found: Sequence[Found],
    lookup: Callable[[str], Sequence[Place]],
    conjunctions: Container[str],
) -> list[Found]:
    """*found* in *text*, in order: towns with the land that follows, lands with their town.

    Where the gazetteer has no such town in that land, the town is another one than it knows, and
    less sure; unless more places follow, so that all are a list ("Paris, Germany and Spain"), in
    which *conjunctions* may stand.
    """
    told = list(found)
    for index in range(len(told) - 1):
        one, after = told[index], told[index + 1]
        if not _are_listed(text, one, after):
            continue
        towns, around = lookup(one.name), lands(lookup(after.name))
        if not towns or towns[0].kind != "settlement" or not around:
            continue
        if pair(towns, around):
            told[index + 1] = after._replace(holds=one.name)
        elif not is_land(lookup(after.name)) or _goes_on(text, after.last, conjunctions):
            continue
        certainty = one.certainty if pair(towns, around) else Certainty.MEDIUM
        told[index] = one._replace(within=after.name, certainty=certainty)
    return told


def _lies_in(town: Place, land: Place) -> bool:
    if land.kind == "country":
        return bool(town.country) and town.country == land.country
    return town.region == land.id


def _are_listed(text: Text, one: Found, after: Found) -> bool:
    """Whether both are places with a comma between."""
    both = one.kind is Kind.PLACE is after.kind and after.first == one.last + 1
    return both and text.has_comma(after.first)


def _goes_on(text: Text, last: int, conjunctions: Container[str]) -> bool:
    """Whether a list goes on after the word at *last*: ", Spain", "and Spain", ", and the"."""
    after = last + 1
    if after >= len(text):
        return False
    linked = text.words[after] in conjunctions
    if text.has_comma(after):
        return text.capital[after] or linked
    return text.joined[after] and linked and text.follows(after)
