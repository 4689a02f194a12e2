"""Which of the places of one name is meant, where the text names its land: "Paris, Texas"."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from msgspec.structs import replace

from edition.names.company import unrivalled
from edition.names.finding import Found
from edition.names.gazetteer import Alone, Place
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Text

_LANDS = frozenset({"division", "country", "county"})


def lands(places: Sequence[Place]) -> list[Place]:
    """Those of *places* that are countries, or divisions or counties of one."""
    return [place for place in places if place.kind in _LANDS]


def is_land(places: Sequence[Place]) -> bool:
    """Whether the likeliest of *places* is a country, a division or a county."""
    return bool(places) and places[0].kind in _LANDS


def pair(towns: Sequence[Place], around: Sequence[Place]) -> tuple[Place, Place] | None:
    """The likeliest of *towns* that lies in one of the lands *around*, with that land.

    None where another one there is as likely.
    """
    settled = [town for town in towns if town.kind == "settlement"]
    for one in settled:
        for land in around:
            if _lies_in(one, land):
                town = _only(settled, land)
                return (town, land) if town else None
    return None


def _only(towns: Sequence[Place], land: Place) -> Place | None:
    """The one of *towns* that is meant by its *land*.

    In which county a town lies the gazetteer does not say: there must be no other in the country.
    """
    there = [town for town in towns if _lies_in(town, land)]
    if land.kind == "county":
        return there[0] if len(there) == 1 else None
    return unrivalled(there)


def with_lands(
    text: Text,
    found: Sequence[Found],
    lookup: Callable[[str], Sequence[Place]],
    language: Language,
) -> list[Found]:
    """*found* in *text*, in order: towns with the land that follows, lands with their town.

    Where the gazetteer has no such town in that land, the town is another one than it knows, and
    less sure; unless more places follow, so that all are a list ("Paris, Germany and Spain").
    Places of titles are told: "Bishop of Durham".
    """
    told = [replace(one, titled=True) if _is_titled(text, one, language) else one for one in found]
    for index in range(len(told) - 1):
        one, after = told[index], told[index + 1]
        within = _is_within(text, one, after, language)
        if not within and not _are_listed(text, one, after):
            continue
        towns, around = lookup(one.name), lands(lookup(after.name))
        if not around or (towns and towns[0].kind != "settlement") or not (towns or within):
            continue
        both = pair(towns, around)
        if both:
            told[index + 1] = replace(after, holds=one.name)
        elif not is_land(lookup(after.name)) or _goes_on(text, after.last, language.conjunctions):
            continue
        elif within and (around[0].kind == "country" or _is_known(towns)):
            continue  # "in Moscow, in Germany"
        is_sure = both and both[1].kind != "county"
        certainty = one.certainty if is_sure else Certainty.MEDIUM
        asked = text.has_question_mark(after.last)
        told[index] = replace(one, within=after.name, certainty=certainty, asked=asked)
    return told


def _is_titled(text: Text, one: Found, language: Language) -> bool:
    """Whether a place is part of a title: "the Duke of Wellington"."""
    if one.kind is not Kind.PLACE or one.first < 2 or text.words[one.first - 1] not in language.of:
        return False
    if not (text.joined[one.first] and text.joined[one.first - 1]):
        return False
    return text.words[one.first - 2].lower() in language.titles_of_places


def _is_within(text: Text, one: Found, after: Found, language: Language) -> bool:
    """Whether it is said that a place lies in another: "Boston, in Lincolnshire"."""
    both = one.kind is Kind.PLACE is after.kind and after.first == one.last + 2
    if not both or text.words[one.last + 1] not in language.within_lands:
        return False
    parted = text.joined[one.last + 1] or text.has_comma(one.last + 1)
    return parted and text.joined[after.first]


def _is_known(towns: Sequence[Place]) -> bool:
    """Whether everybody knows the first of *towns*."""
    return bool(towns) and towns[0].alone is Alone.ALWAYS


def _lies_in(town: Place, land: Place) -> bool:
    if land.kind in ("country", "county"):
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
        return text.capital[after] or (linked and _names_follow(text, after))
    return text.joined[after] and linked and text.follows(after)


def _names_follow(text: Text, index: int) -> bool:
    """Whether a name follows the word at *index*, with a word between maybe: "and the Hague"."""
    return text.follows(index) or (text.is_joined(index + 1) and text.follows(index + 1))
