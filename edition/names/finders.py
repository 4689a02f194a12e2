"""What finds names by the words of a language, made once for many documents."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from edition.names.bearing import Bearing
from edition.names.bodies import BodyFinder
from edition.names.candidates import Candidates
from edition.names.capitals import Capitals
from edition.names.finding import FIRM, KNOWN_BODY, Found
from edition.names.inverted import InvertedNames
from edition.names.known import Known
from edition.names.known_places import KnownPlaces, Lookup
from edition.names.language import Language, language
from edition.names.lone import LoneNames
from edition.names.model import Certainty
from edition.names.name_words import NameWords
from edition.names.nicknames import Nicknames
from edition.names.people import People
from edition.names.persons import PersonFinder
from edition.names.places import PlaceFinder
from edition.names.things import Sheltered
from edition.names.words import Text
from edition.names.writing import Tokens


class Finders:
    """What finds names by the words of a *language*; it holds nothing of a document."""

    def __init__(self, language: Language, lookup: Lookup) -> None:
        self.language = language
        self.famous = language.famous
        self.honorifics = language.honorifics | {word.upper() for word in language.honorifics}
        self._nicknames = Nicknames.of(language.nicknames, language.nicknames_or_names)
        self._bearing = Bearing(
            language.men,
            language.women,
            language.before_given_names,
            language.spouses,
            language.honorifics_of_wives,
            language.honorifics_of_unmarried,
            language.names_of_men,
            language.names_of_women,
        )
        kept = {body for body in language.known_bodies if body.isupper()}
        kept -= {word.upper() for word in language.no_name}  # "WHO"
        self.capitals = Capitals(
            language.given, language.small_words, language.prefixes, kept, language.honorifics
        )
        places = KnownPlaces(language, lookup)
        self.lookup = places.lookup
        self._reach = places.reach
        self.places = PlaceFinder(language, places)
        self.words = NameWords(
            language,
            places.is_place,
            is_town=places.is_town,
            may_be_place=places.may_be_place,
            is_city=places.is_city,
            is_called=places.is_called,
        )
        self.persons = PersonFinder(self.words)
        self.lone = LoneNames(self.words)
        self.inverted = InvertedNames(self.words)
        self._bodies = BodyFinder(language, places.is_place)
        self._idle = language.no_name - language.given - language.given_words
        self._tokens = Tokens(
            language.writing,
            places.is_compound,
            self.words.is_number_between,
            language.cues | self._bodies.cues,
            self._is_idle,
        )

    def _is_idle(self, word: str) -> bool:
        """Whether nothing that is found begins with *word*: mostly one that begins a sentence."""
        return (
            word in self._idle
            and self.places.is_idle(word)
            and not self.words.can_begin(word)
            and not self._reach(word)
        )

    def text(self, text: str) -> Text:
        """The words of *text*, those in capitals as elsewhere."""
        cut = Text(text, self._tokens)
        if cut.has_shouted:
            lowered = self.capitals.lowered(text)
            return cut if lowered == text else Text(lowered, self._tokens)
        return cut

    def people(self, known: Known) -> People:
        """Nobody yet but those *known*, with what the language says of names."""
        endings = self.language.patronymic_endings
        return People(known.people, self._nicknames, self.famous, self._bearing, endings)

    def find(
        self, text: Text, candidates: Candidates, met: Container[str]
    ) -> tuple[list[Found], list[Sheltered]]:
        """What *text* names, in no order; some of it may overlap. And what is a thing's name."""
        bodies, sheltered = self._bodies.find(text)
        if not text.telling:
            return _outside(bodies, [one for one in sheltered if one.wholly]), sheltered
        places = self.places.find(text, candidates, met)
        persons = self._real(text, self.persons.find(text))
        if persons and (bodies or sheltered):
            persons = [
                person
                for person in persons
                if not any(one.first <= person.first <= one.last for one in sheltered)
                and not any(_is_in(person, one) for one in bodies)
            ]
        if persons and places:  # "Franz Josef Land" is nobody called Josef
            sure = (one for one in places if one.certainty is Certainty.HIGH)
            persons = _outside(persons, [one for one in sure if one.last > one.first])
        if bodies or sheltered:
            works = [one for one in sheltered if one.wholly]
            places = _outside(places, [*works, *(one for one in bodies if one.why == FIRM)])
            bodies = _outside(bodies, [*places, *works])
        return [*persons, *places, *bodies], sheltered

    def _real(self, text: Text, persons: list[Found]) -> list[Found]:
        """*persons* without those of a work: "Pushkin’s Eugene Onegin"."""
        if not any(text.possessed(one.first) for one in persons):
            return persons
        ends = {one.last for one in persons}
        return [
            one
            for one in persons
            if not text.possessed(one.first)
            or one.name.split(" ")[-1] in self.famous
            or not (one.first - 1 in ends or self._is_author(text.words[one.first - 1]))
        ]

    def _is_author(self, word: str) -> bool:
        """Whether *word* is a surname, as far as can be seen."""
        return word in self.famous or self.persons.unlisted.has_ending(word)


@lru_cache(maxsize=8)
def finders_for(code: str, lookup: Lookup) -> Finders | None:
    """What finds names in the language *code*; None where nobody has written its words yet."""
    words = language(code)
    return Finders(words, lookup) if words else None


def _is_in(person: Found, body: Found) -> bool:
    """Whether the *person* is a part of the name of a *body*: "Goldman" in "Goldman Sachs"."""
    if body.why == KNOWN_BODY:
        return person.first <= body.last and body.first <= person.last
    return body.first < person.first and person.last <= body.last


def _outside(found: list[Found], others: Sequence[Found | Sheltered]) -> list[Found]:
    """Those of *found* that do not lie within one of *others*."""
    if not found or not others:
        return found
    return [
        one
        for one in found
        if not any(other.first <= one.first and one.last <= other.last for other in others)
    ]
