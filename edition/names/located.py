"""From names of places and bodies to entries: the register's, those of the gazetteer, new ones."""

from __future__ import annotations

from collections.abc import Iterable

from edition.names.company import Company, Told, is_told
from edition.names.finding import Found
from edition.names.gazetteer import Place as Located
from edition.names.identifiers import Identifiers
from edition.names.known import Known, geonames, key_of
from edition.names.known_places import Lookup
from edition.names.lands import lands, pair
from edition.names.model import Certainty, Entry, Identifier, Kind, Name

_NONE = Company()


class Places:
    """Gives each name of a place or body in one document its entry."""

    def __init__(self, known: Known, lookup: Lookup, identifiers: Identifiers) -> None:
        self._known = known
        self._lookup = lookup
        self._identifiers = identifiers
        self._places: dict[tuple[Kind, str, str, str], Entry] = {}
        self._within: dict[tuple[Kind, str], list[Entry]] = {}
        self._located: dict[str, Entry] = {}
        self._entries: dict[tuple[Kind, str, str, str, bool], tuple[Entry, ...]] = {}
        self._company = _NONE
        self._asked: frozenset[str] = frozenset()
        self._told_by_land: set[str] = set()
        self._held: dict[str, Located] = {}  # lands that some town is told with, by their names
        self._meant: dict[tuple[str, str, str, bool], Located | None] = {}

    def meet(self, found: Iterable[Found]) -> None:
        """Make known the places among *found*, all that the document names: they keep company."""
        found = list(found)
        self._asked = frozenset(one.name for one in found if one.asked)
        self._told_by_land = {one.name for one in found if one.within}
        self._held = {
            one.name: place for one in found if one.holds and (place := self._of_gazetteer(one))
        }
        told: dict[tuple[str, str], Told] = {}
        doubtful: dict[str, tuple[Located, ...]] = {}
        for one in found:
            places = tuple(self._lookup(one.name)) if one.kind is Kind.PLACE else ()
            if by_scholar := self._country_of(one):
                told[one.name, ""] = Told(by_scholar, wholly=False)
            elif one.holds:
                continue  # with its town it is told once
            elif one.within:
                place = self._gazetteer(one)
                told[one.name, one.within] = _told(place) if place else Told("", wholly=False)
            elif places and is_told(places):
                told[one.name, ""] = _told(places[0])
            elif places and not one.titled:
                doubtful[one.name] = places
        self._company = Company(told.values(), doubtful.values())
        self._meant.clear()

    def certainty(self, one: Found) -> Certainty:
        """How surely *one* names a place; less than it seems where another may be meant as well.

        It may, too, where somebody has to ask: "Perth in Australia?".
        """
        if one.certainty is not Certainty.HIGH or not self._has_namesakes(one):
            return one.certainty
        if one.name in self._asked:
            return Certainty.MEDIUM
        if one.holds:
            return Certainty.HIGH
        first, *others = self._lookup(one.name)
        is_first = self._gazetteer(one) == first == self._held.get(one.name, first)
        company = self._company
        is_sure = is_first and not (company.is_alone(first) and company.has_rival(first, others))
        return Certainty.HIGH if is_sure else Certainty.MEDIUM

    def _has_namesakes(self, one: Found) -> bool:
        return one.kind is Kind.PLACE and not one.within and len(self._lookup(one.name)) > 1

    def _country_of(self, one: Found) -> str:
        """The country of the scholar's only place of that name, if it is said."""
        known = self._known.places(one.kind, one.name) if one.kind is Kind.PLACE else ()
        return known[0].country if len(known) == 1 else ""

    def of(self, one: Found) -> tuple[Entry, ...]:
        """The entry of a place or body, a new candidate where the register has none.

        More than one where a scholar has several of that name, or where the document has named
        another place of that name with its land ("Paris, Texas").
        """
        form = (one.kind, one.name, one.within, one.holds, one.titled)
        if known := self._entries.get(form):
            return known
        entries = self._entries_of(one)
        if one.within:
            self._entries.clear()  # others of that name may now be meant as well
        self._entries[form] = entries
        return entries

    def _entries_of(self, one: Found) -> tuple[Entry, ...]:
        place = self._gazetteer(one)
        key = (*key_of(one.kind, one.name), one.within, place.id if place else "")
        if entry := self._places.get(key):
            return self._with_namesakes(one, entry)
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
        """The place of the gazetteer that *one* means; of each form that is asked once."""
        if one.kind is not Kind.PLACE:
            return None
        form = (one.name, one.within, one.holds, one.titled)
        if form not in self._meant:
            self._meant[form] = self._of_gazetteer(one)
        return self._meant[form]

    def _of_gazetteer(self, one: Found) -> Located | None:
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
        if not places or (one.titled and not is_told(places)):
            return None  # "Duke of Wellington"
        held = self._held.get(one.name)
        if held and self._company.is_home(held):
            return held  # "Georgia", after "Brunswick, Georgia", where all is in America
        told = one.name in self._told_by_land
        if told and self._company.has_rival(places[0], places[1:]):
            return None  # "Perth", in Scotland, where another is "Perth in Western Australia"
        return self._company.meant(places)

    def _candidate(self, one: Found, place: Located | None) -> Entry:
        if place is None:
            name = _listed_name(one)
            identifier = self._identifiers.new(name, one.kind)
            note = "several places" if self._has_namesakes(one) else one.why
            return Entry(identifier, one.kind, (Name(name),), note=note, candidate=True)
        authority = (Identifier("geonames", place.geonameid),) if place.geonameid else ()
        return Entry(
            self._identifiers.new(self._told_apart(one, place), Kind.PLACE),
            Kind.PLACE,
            place.names,
            type=place.kind,
            identifiers=authority,
            country="" if place.contested else place.country,
            coordinates=place.coordinates,
            note=self._evidence(one, place),
            candidate=True,
        )

    def _evidence(self, one: Found, place: Located) -> str:
        """Why *place* is meant, where the name alone means a greater one first."""
        is_told = one.within or one.holds or not self._has_namesakes(one)
        if is_told or place == self._lookup(one.name)[0]:
            return one.why
        return "other places"

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


def _told(place: Located) -> Told:
    return Told(place.country, place.kind == "country")
