"""From a transcript to its mentions of persons, places and bodies: :func:`name`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from pathlib import PurePath

import msgspec

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.names.address import Address
from edition.names.bearers import Bearers
from edition.names.bearing import Bearing
from edition.names.bodies import BodyFinder
from edition.names.candidates import Candidates
from edition.names.capitals import Capitals
from edition.names.entries import Entries
from edition.names.finding import BY_NOUN, FIRM, Found
from edition.names.gazetteer import lookup as in_gazetteer
from edition.names.inverted import InvertedNames
from edition.names.kin import Kin
from edition.names.known import Known
from edition.names.known_places import KnownPlaces, Lookup
from edition.names.lands import with_lands
from edition.names.language import Language, language, language_of
from edition.names.lone import Called, LoneNames
from edition.names.model import Certainty, Kind, Mention, Naming
from edition.names.name_words import NameWords
from edition.names.namesakes import of_namesakes, with_evidence
from edition.names.nicknames import Nicknames
from edition.names.people import People
from edition.names.persons import PersonFinder
from edition.names.places import PlaceFinder
from edition.names.things import Sheltered
from edition.names.words import Text, folded
from edition.names.writing import Tokens
from edition.transcript.model import Block, Transcript
from edition.transcript.model import Kind as BlockKind

_NAMED = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.DATELINE,
        BlockKind.LEAD,
        BlockKind.HEADING,
        BlockKind.SPEECH,
        BlockKind.SUMMARY,
        BlockKind.PROSE,
        BlockKind.PULLQUOTE,
        BlockKind.CLOSING,
    }
)


_LIST = 3  # surnames before given names make a list of names


class _Line:
    """A block with its words, and what is named by them."""

    def __init__(self, block: Block, finders: Finders | None) -> None:
        self.block = block
        self.offset = block.label.end if block.label else 0
        text = block.text[self.offset :] if self.offset else block.text
        self.text = finders.text(text) if finders else Text(text)
        self.candidates = finders.places.candidates(self.text) if finders else {}
        self.found: list[Found] = []
        self.sheltered: Sequence[Sheltered] = ()

    @property
    def covered(self) -> set[int]:
        """The words that name something, or are in the name of a thing."""
        spans = [(one.first, one.last) for one in self.found]
        spans += [(one.first, one.last) for one in self.sheltered]
        return {index for first, last in spans for index in range(first, last + 1)}

    def replace(self, found: Found, finders: Finders) -> None:
        """Put *found* in the place of what else its words name."""
        words = range(found.first, found.last + 1)
        self.found = [one for one in self.found if one.last not in words and one.first not in words]
        self.add([found], finders)

    def add(self, found: Sequence[Found], finders: Finders | None) -> None:
        """Put *found* in its place among what is named, each person with the evidence around."""
        self.found = sorted([*self.found, *found], key=lambda one: (one.first, -one.last))
        if finders:
            self.found = with_evidence(self.block.line, self.text, self.found, finders.language)
            self.found = with_lands(self.text, self.found, finders.lookup, finders.language)


class _Words(Container[str]):
    """The words of *texts*, looked through when they are asked for."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts = texts

    def __contains__(self, word: object) -> bool:
        return word in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(text.words for text in self._texts))


def name(
    transcript: Transcript,
    known: Known | None = None,
    *,
    lookup: Lookup = in_gazetteer,
    language: str = "",
    reserved: Iterable[str] = (),
    speakers: Mapping[str, str] | None = None,
) -> Naming:
    """The mentions in *transcript*, by the entries of a register and the gazetteer's *lookup*.

    Entries that a scholar made are found wherever their names stand; the rest is found by the words
    of the language, and is a candidate. A transcript in a language without words has only the
    names of its register. *language* goes before what the transcript says of itself; *reserved* are
    identifiers that no new entry gets. *speakers* has the entries of the register that were given
    to speakers before, by their names: each keeps his.
    """
    known = known or Known()
    blocks = [block for block in transcript.blocks if block.kind in _NAMED]
    code = language or transcript.language
    undetermined = code in ("", "und")
    if undetermined:
        code = language_of(block.text for block in blocks)
    finders = finders_for(code.partition("-")[0], lookup)
    lines = [_Line(block, finders) for block in blocks]
    met = _places_met(lines)
    common = _Words(line.text for line in lines)
    for line in lines:
        found = known.find(line.text)
        if finders:
            of_words, line.sheltered = finders.find(line.text, line.candidates, met)
            found += [one for one in of_words if not _is_common(one, common)]
        if found:
            line.add(_without_conflicts(found, known), finders)
    _doubt_ships(lines, {folded(speaker.name) for speaker in transcript.speakers})
    if finders:
        _add_inverted(lines, finders, transcript)
    people = finders.people(known) if finders else People(known.people)
    places = finders.lookup if finders else lookup
    honorifics = finders.honorifics if finders else frozenset[str]()
    no_speakers = finders.language.no_speakers if finders else frozenset[str]()
    entries = Entries(
        transcript,
        known,
        people,
        places,
        reserved=reserved,
        honorifics=honorifics,
        no_speakers=no_speakers,
        speakers=speakers or {},
    )
    _put_bearers_first(lines, finders, entries, known)
    for index, apart in of_namesakes((index, line.found) for index, line in enumerate(lines)):
        lines[index].found = apart
    entries.meet([(line.block, line.found) for line in lines])
    if finders:
        surnames, given = entries.surnames | finders.famous.keys(), entries.given
        called = Called(surnames, given, entries.names, surnames | given)
        changed = _add_bare(lines, finders, called)
        _add_places(lines, finders)
        entries.meet([(line.block, line.found) for line in changed])
    entries.locate(chain.from_iterable(line.found for line in lines))
    mentions = [entries.mentions(line.block, line.offset, line.text, line.found) for line in lines]
    if finders:
        _add_meant(lines, mentions, finders.language, transcript, entries)
    naming = entries.naming(tuple(chain.from_iterable(mentions)))
    if not undetermined:
        return naming
    told = _undetermined(transcript, code if finders else "")
    return msgspec.structs.replace(naming, diagnostics=(told, *naming.diagnostics))


def _undetermined(transcript: Transcript, code: str) -> Diagnostic:
    """That nobody says in which language the text is; names were found by *code*, if by any."""
    name = transcript.origin.name
    return diagnostic(
        "N032" if code else "N033", Place(name), language=code, stem=PurePath(name).stem
    )


def _add_meant(
    lines: Sequence[_Line],
    mentions: list[list[Mention]],
    language: Language,
    transcript: Transcript,
    entries: Entries,
) -> None:
    """Add to the *mentions* of each of *lines* who is meant without a name."""
    speakers = entries.speakers
    address = Address(transcript, language, speakers)
    kin = Kin(language, transcript.turns, speakers)
    for line, named in zip(lines, mentions, strict=True):
        if language.kinship.isdisjoint(line.text.cues):
            continue
        kin.learn(line.block, line.text, list(zip(line.found, named, strict=True)))
    openers = address.openers | kin.openers
    for index, line in enumerate(lines):
        if openers.isdisjoint(line.text.cues):
            continue
        meant = address.mentions(line.block, line.offset, line.text)
        named = [*mentions[index], *meant]
        meant += kin.mentions(line.block, line.offset, line.text, named)
        if meant:
            entries.tell(line.block, meant)
            mentions[index] = sorted(
                [*mentions[index], *meant], key=lambda one: (one.start, -one.end)
            )


def _is_common(one: Found, words: Container[str]) -> bool:
    """Whether *one* is a given name alone that the document has as a word, too: "Pier"."""
    alone = one.kind is Kind.PERSON and one.bare and one.certainty is Certainty.LOW
    return alone and one.name.lower() in words


def _places_met(lines: Iterable[_Line]) -> set[str]:
    """The names that some line treats as a place's: each is one wherever it stands."""
    met: set[str] = set()
    for line in lines:
        for candidates in line.candidates.values():
            for one in candidates:
                if one.in_context and not one.always:
                    met.add(one.name)
                    break
    return met


def _put_bearers_first(
    lines: Sequence[_Line], finders: Finders | None, entries: Entries, known: Known
) -> None:
    """Make persons of places of *lines* that have their names, or less sure places."""
    if finders is None:
        return
    given = entries.given_of_speakers
    bearers = Bearers(finders.language, finders.lookup, known, entries.is_person, given)
    for line in lines:
        if line.block.kind is not BlockKind.DATELINE:
            for one in list(bearers.meant(line.text, line.found)):
                line.replace(one, finders)


def _add_places(lines: Sequence[_Line], finders: Finders) -> None:
    """Add to *lines* the places that some line tells by a word: "the Marange region"."""
    names = {one.name for line in lines for one in line.found if one.why == BY_NOUN}
    firsts = {name.split(" ")[0] for name in names}
    for line in lines if names else ():
        found = finders.places.again(line.text, line.covered, names, firsts)
        if found:
            line.add(found, finders)


def _doubt_ships(lines: Sequence[_Line], speakers: Set[str]) -> None:
    """Make those of *lines* less sure whose names a ship has: "the tug Anna Li"; not *speakers*."""
    ships = {folded(thing.ship) for line in lines for thing in line.sheltered if thing.ship}
    ships -= speakers
    for line in lines if ships else ():
        line.found = [
            msgspec.structs.replace(one, certainty=Certainty.MEDIUM)
            if one.kind is Kind.PERSON
            and one.certainty is Certainty.HIGH
            and folded(line.text.name(one.first, one.last)) in ships
            else one
            for one in line.found
        ]


def _add_inverted(lines: Sequence[_Line], finders: Finders, transcript: Transcript) -> None:
    """Add to *lines* names as lists have them: "Austen, Jane. Emma"."""
    inverted = {line: found for line in lines if (found := finders.inverted.find(line.text))}
    if not inverted:
        return
    names = [one.name for line in lines for one in line.found if one.kind is Kind.PERSON]
    names += [speaker.name for speaker in transcript.speakers]
    surnames = {folded(name.split()[-1]).casefold() for name in names if " " in name}
    surnames |= {folded(name).casefold() for name in finders.famous}
    ends = {one.name.split()[-1] for found in inverted.values() for one in found}
    is_list = sum(not finders.words.is_given(end) for end in ends) >= _LIST
    for line, found in inverted.items():
        for one in found:
            if is_list or folded(one.name.split()[-1]).casefold() in surnames:
                line.replace(one, finders)


def _add_bare(lines: Iterable[_Line], finders: Finders, called: Called) -> list[_Line]:
    """Add to *lines* the names that stand alone, of persons known from elsewhere.

    Those that have more names now.
    """
    changed = []
    for line in lines:
        likely = finders.lone.likely(line.text, called)
        bare = likely and finders.lone.find(line.text, likely, line.covered, called)
        if bare:
            line.add(bare, finders)
            changed.append(line)
    return changed


class Finders:
    """What finds names by the words of a *language*; it holds nothing of a document."""

    def __init__(self, language: Language, lookup: Lookup) -> None:
        self.language = language
        self.famous = language.famous
        self.honorifics = language.honorifics | {word.upper() for word in language.honorifics}
        self._nicknames = Nicknames.of(language.nicknames, language.nicknames_or_names)
        self._bearing = Bearing(
            language.men, language.women, language.before_given_names, language.spouses
        )
        kept = {body for body in language.known_bodies if body.isupper()}
        kept -= {word.upper() for word in language.no_name}  # "WHO"
        titled = language.given | language.honorifics
        self.capitals = Capitals(titled, language.small_words, language.prefixes, kept)
        places = KnownPlaces(language, lookup)
        self.lookup = places.lookup
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
        self._bodies = BodyFinder(language)
        # Words with a capital where a sentence begins, mostly: nothing that is found begins so.
        self._idle = frozenset(
            word
            for word in language.no_name - language.given - language.given_words
            if not places.reach(word)
            and not self.words.can_begin(word)
            and self.places.is_idle(word)
        )
        self._tokens = Tokens(
            language.writing,
            places.is_compound,
            self.words.is_number_between,
            language.cues | self._bodies.cues,
        )

    def text(self, text: str) -> Text:
        """The words of *text*, those in capitals as elsewhere."""
        cut = Text(text, self._tokens)
        if cut.has_shouted:
            lowered = self.capitals.lowered(text)
            cut = cut if lowered == text else Text(lowered, self._tokens)
        words, idle = cut.words, self._idle
        cut.telling = [index for index in cut.capitals if words[index] not in idle]
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
        return word in self.famous or self.persons.has_ending(word)


@lru_cache(maxsize=8)
def finders_for(code: str, lookup: Lookup) -> Finders | None:
    """What finds names in the language *code*; None where nobody has written its words yet."""
    words = language(code)
    return Finders(words, lookup) if words else None


def _is_in(person: Found, body: Found) -> bool:
    """Whether the *person* is a part of the name of a *body*: "Goldman" in "Goldman Sachs"."""
    if body.why == "known body":
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


def _without_conflicts(found: list[Found], known: Known) -> list[Found]:
    """Those that do not overlap by a part; a place may lie in a body, a body's part in nothing.

    The register's names come first, then the longer ones.
    """
    order = {Kind.PERSON: 0, Kind.PLACE: 1, Kind.ORG: 1}

    def rank(one: Found) -> tuple[bool, bool, int, int]:
        doubtful = one.certainty is Certainty.LOW  # "Angeles" of "Los Angeles"
        return (one.why != "register", doubtful, order[one.kind], one.first - one.last)

    found = sorted(_with_roles(found), key=lambda one: (one.first, -one.last))
    if known.refuses:
        found = [one for one in found if one.why == "register" or not known.is_refused(one.name)]
    if len(found) < 2 or all(one.last < other.first for one, other in pairwise(found)):
        return found
    kept: list[Found] = []
    by_word: dict[int, list[Found]] = {}  # of a line with thousands of names only few are near
    for one in sorted(found, key=rank):
        words = range(one.first, one.last + 1)
        others = (other for word in words for other in by_word.get(word, ()))
        if all(_compatible(one, other) for other in others):
            kept.append(one)
            for word in words:
                by_word.setdefault(word, []).append(one)
    return sorted(kept, key=lambda one: (one.first, -one.last))


def _with_roles(found: list[Found]) -> list[Found]:
    """*found*, the persons of the register with the honorific that another rule sees: "Mr Lee".

    It may be a part of the name that the register has.
    """
    if all(one.why != "register" for one in found):
        return found
    before = {(one.first + one.role, one.last): one.role for one in found if one.role}
    within = {(one.first, one.last): one.role for one in found if one.role}
    told = []
    for one in found:
        words = (one.first, one.last)
        if one.why == "register" and (role := before.get(words, 0)):
            told.append(msgspec.structs.replace(one, first=one.first - role, role=role))
        elif one.why == "register":
            told.append(msgspec.structs.replace(one, role=within.get(words, 0)))
        else:
            told.append(one)
    return told


def _compatible(one: Found, other: Found) -> bool:
    """Whether *one* may share words with *other*."""
    outer, inner = (one, other) if one.last - one.first > other.last - other.first else (other, one)
    inside = outer.first <= inner.first and inner.last <= outer.last
    return inside and outer.kind is Kind.ORG and inner.kind is Kind.PLACE and outer != inner
