"""From names of places and bodies to entries: the register's, those of the gazetteer, new ones."""

from __future__ import annotations

from edition.names.finding import Found
from edition.names.gazetteer import Place as Located
from edition.names.identifiers import Identifiers
from edition.names.known import Known, key_of
from edition.names.model import Entry, Identifier, Kind, Name
from edition.names.places import Lookup


class Places:
    """Gives each name of a place or body in one document its entry."""

    def __init__(self, known: Known, lookup: Lookup, identifiers: Identifiers) -> None:
        self._known = known
        self._lookup = lookup
        self._identifiers = identifiers
        self._places: dict[tuple[Kind, str], Entry] = {}
        self._located: dict[str, Entry] = {}

    def of(self, one: Found) -> tuple[Entry, ...]:
        """The entry of a place or body, a new candidate where the register has none.

        More than one where a scholar has several of that name.
        """
        key = key_of(one.kind, one.name)
        found = self._known.places(one.kind, one.name)
        if len(found) > 1:
            return tuple(found)
        entry = found[0] if found else self._places.get(key)
        if entry is None:
            place = self._gazetteer(one)
            entry = self._at(place) if place else self._proposed(one.kind, one.name)
            entry = entry or self._candidate(one, place)
            if place:
                self._located[place.id] = entry
        self._places[key] = entry
        return (entry,)

    def _at(self, place: Located) -> Entry | None:
        """The entry that a *place* of the gazetteer has already."""
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
        if not places and " of " in one.name:  # "Republic of Zimbabwe"
            rest = one.name.partition(" of ")[2].removeprefix("the ")
            places = [place for place in self._lookup(rest)[:1] if place.kind == "country"]
        return places[0] if places else None

    def _candidate(self, one: Found, place: Located | None) -> Entry:
        if place is None:
            identifier = self._identifiers.new(one.name, one.kind)
            return Entry(identifier, one.kind, (Name(one.name),), note=one.why, candidate=True)
        authority = (Identifier("geonames", place.geonameid),) if place.geonameid else ()
        return Entry(
            self._identifiers.new(place.name, Kind.PLACE),
            Kind.PLACE,
            place.names,
            type=place.kind,
            identifiers=authority,
            country="" if place.contested else place.country,
            coordinates=place.coordinates,
            note=one.why,
            candidate=True,
        )
