"""From names of places and bodies to entries: the register's, those of the gazetteer, new ones."""

from __future__ import annotations

from edition.names.finding import Found
from edition.names.gazetteer import Place as Located
from edition.names.identifiers import Identifiers
from edition.names.known import Known, geonames, key_of
from edition.names.lands import lands, pair
from edition.names.model import Entry, Identifier, Kind, Name
from edition.names.places import Lookup


class Places:
    """Gives each name of a place or body in one document its entry."""

    def __init__(self, known: Known, lookup: Lookup, identifiers: Identifiers) -> None:
        self._known = known
        self._lookup = lookup
        self._identifiers = identifiers
        self._places: dict[tuple[Kind, str, str, str], Entry] = {}
        self._within: dict[tuple[Kind, str], list[Entry]] = {}
        self._located: dict[str, Entry] = {}

    def of(self, one: Found) -> tuple[Entry, ...]:
        """The entry of a place or body, a new candidate where the register has none.

        More than one where a scholar has several of that name, or where the document has named
        another place of that name with its land ("Paris, Texas").
        """
        key = (*key_of(one.kind, one.name), one.within, one.holds)
        if entry := self._places.get(key):
            return self._with_namesakes(one, entry)
        place = self._gazetteer(one)
        found = [
            entry for entry in self._known.places(one.kind, one.name) if _may_be(entry, place, one)
        ]
        if len(found) > 1:
            return tuple(found)
        entry = found[0] if found else self._known_place(one, place)
        entry = entry or self._candidate(one, place)
        if place:
            self._located.setdefault(place.id, entry)
        self._places[key] = entry
        if one.within:
            self._within.setdefault(key_of(one.kind, one.name), []).append(entry)
        return self._with_namesakes(one, entry)

    def _with_namesakes(self, one: Found, entry: Entry) -> tuple[Entry, ...]:
        """*entry*, and those of its name that the document has named with their lands."""
        if one.within:
            return (entry,)
        namesakes = self._within.get(key_of(one.kind, one.name), ())
        return tuple(dict.fromkeys([entry, *namesakes])) if namesakes else (entry,)

    def _known_place(self, one: Found, place: Located | None) -> Entry | None:
        """The entry that the document or the register has already."""
        if place is None:
            return self._proposed(one.kind, _listed_name(one))
        if entry := self._located.get(place.id):
            return entry
        if place.geonameid:
            return self._known.located(place.geonameid)
        return self._proposed(Kind.PLACE, place.name)

    def _proposed(self, kind: Kind, name: str) -> Entry | None:
        """The candidate of *name* that no authority identifies."""
        proposed = self._known.proposed(kind, name)
        return next((entry for entry in proposed if not entry.identifiers), None)

    def _gazetteer(self, one: Found) -> Located | None:
        if one.kind is not Kind.PLACE:
            return None
        places = self._lookup(one.name)
        if one.within:
            both = pair(places, lands(self._lookup(one.within)))
            return both[0] if both else None
        if one.holds:
            both = pair(self._lookup(one.holds), lands(places))
            return both[1] if both else None
        if not places and " of " in one.name:  # "Republic of Zimbabwe"
            rest = one.name.partition(" of ")[2].removeprefix("the ")
            places = [place for place in self._lookup(rest)[:1] if place.kind == "country"]
        return places[0] if places else None

    def _candidate(self, one: Found, place: Located | None) -> Entry:
        if place is None:
            name = _listed_name(one)
            identifier = self._identifiers.new(name, one.kind)
            return Entry(identifier, one.kind, (Name(name),), note=one.why, candidate=True)
        authority = (Identifier("geonames", place.geonameid),) if place.geonameid else ()
        return Entry(
            self._identifiers.new(self._told_apart(one, place), Kind.PLACE),
            Kind.PLACE,
            place.names,
            type=place.kind,
            identifiers=authority,
            country="" if place.contested else place.country,
            coordinates=place.coordinates,
            note=one.why,
            candidate=True,
        )

    def _told_apart(self, one: Found, place: Located) -> str:
        """The name of *place*, with its land if the name alone means a greater one first."""
        greater = one.within and self._lookup(one.name)[0].id != place.id
        return f"{place.name} {one.within}" if greater else place.name


def _listed_name(one: Found) -> str:
    return f"{one.name}, {one.within}" if one.within else one.name


def _may_be(entry: Entry, place: Located | None, one: Found) -> bool:
    """Whether *entry* of the register may be the *place* that its land tells from namesakes."""
    if not one.within and not one.holds:
        return True
    if place is None:
        return False
    numbers = geonames(entry)
    if numbers or not entry.country:
        return not numbers or place.geonameid in numbers
    return entry.country == place.country
