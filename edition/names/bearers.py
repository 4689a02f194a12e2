"""Names of places that somebody bears who takes part or is listed: Diego Garcia, Georgia Smith."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set

from msgspec.structs import replace

from edition.names.finding import Found
from edition.names.known import Known
from edition.names.known_places import Lookup
from edition.names.language import Language
from edition.names.listed import goes_on
from edition.names.model import Certainty, Kind
from edition.names.words import Text, folded


class Bearers:
    """Knows which names of places are those of persons, too, by the words of *language*.

    *is_person* says whether a participant or a person of the register has a name of two words or
    more; *given* are the given names of participants, folded. Of the *known* places the context has
    to show that they are meant. *surnames* are those of whom the document names in full, folded.
    """

    def __init__(
        self,
        language: Language,
        lookup: Lookup,
        known: Known,
        is_person: Callable[[str], bool],
        *,
        given: Set[str],
        surnames: Set[str],
    ) -> None:
        self._words = language
        self._lookup = lookup
        self._known = known
        self._is_person = is_person
        self._given = given
        self._surnames = surnames
        self._shown = language.before_towns | language.before_seats | language.near_places
        self._before_places = language.before_towns | language.before_lands

    def meant(self, text: Text, found: Sequence[Found]) -> Iterator[Found]:
        """What stands for those of *found* in *text* that somebody's name makes another thing.

        The person whose name it is; or the same place, less surely.
        """
        for one in found:
            if one.kind is not Kind.PLACE or one.within or one.holds:
                continue
            if " " in one.name:
                if self._is_persons(text, one):
                    name = text.name(one.first, one.last)
                    yield Found(one.first, one.last, Kind.PERSON, name, "full name")
            elif one.certainty is not Certainty.LOW and folded(one.name) in self._given:
                yield from self._doubted(text, one)
            elif one.certainty is Certainty.MEDIUM and self._is_surname(text, one):
                name, why = one.name, "surname"
                certainty = Certainty.MEDIUM
                yield Found(one.first, one.last, Kind.PERSON, name, why, certainty, bare=True)

    def _is_persons(self, text: Text, one: Found) -> bool:
        """Whether the name of the place is somebody's: "Thank you, Diego Garcia."."""
        if not self._is_person(one.name) or self._is_land(one.name):
            return False
        return not (self._is_listed(one) and self._is_shown(text, one))

    def _is_surname(self, text: Text, one: Found) -> bool:
        """Whether somebody named in full is meant, and no small town: "from Burwell on down"."""
        if folded(one.name) not in self._surnames:
            return False
        if one.why != "gazetteer" or self._is_listed(one) or text.first(one.first):
            return False
        before = text.words[one.first - 1].lower() if text.joined[one.first] else ""
        return before not in self._shown and not goes_on(self._words, text, one.last)

    def _doubted(self, text: Text, one: Found) -> Iterator[Found]:
        """The place, less surely: "Then Georgia left", where Georgia Smith takes part."""
        if not self._is_listed(one):
            shown = self._is_shown(text, one)
            yield replace(one, certainty=Certainty.MEDIUM if shown else Certainty.LOW)

    def _is_listed(self, one: Found) -> bool:
        """Whether a scholar has a place of that name."""
        return bool(self._known.places(Kind.PLACE, one.name))

    def _is_land(self, name: str) -> bool:
        """Whether *name* is a country's, under whose name its delegate speaks: "Sri Lanka"."""
        places = self._lookup(name)
        return bool(places) and places[0].kind == "country"

    def _is_shown(self, text: Text, one: Found) -> bool:
        """Whether the words before say that *one* is a place: "on Diego Garcia", "the Lena"."""
        if not text.joined[one.first] or goes_on(self._words, text, one.last):
            return False
        before = text.words[one.first - 1].lower()
        return before in self._before_places or before in self._words.articles
