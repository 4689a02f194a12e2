"""The words of a language by which names are found: data in ``languages/``, one file each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable
from functools import cache, cached_property
from pathlib import Path

import msgspec

from edition.names.writing import Writing
from edition.transcript.given_names import given_names

_FOLDER = Path(__file__).with_name("languages")
_COMMON = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


class Listed(Container[str]):
    """The words of a file, read when one is asked for: few documents need it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_lines(self._path)) if self._path.is_file() else frozenset()


class Language(msgspec.Struct, frozen=True, dict=True):
    """Lists of ``languages/NAME.toml``, as sets, and of the files beside it.

    ``given`` are the given names of the language, ``known_bodies`` the bodies of
    ``NAME.bodies.txt``.
    """

    common: frozenset[str]
    honorifics: frozenset[str]
    honorifics_of_men: frozenset[str]
    honorifics_of_women: frozenset[str]
    honorifics_of_wives: frozenset[str]
    honorifics_of_unmarried: frozenset[str]
    offices: frozenset[str]
    saints: frozenset[str]
    before_given_names: frozenset[str]
    before_offices: frozenset[str]
    adjectival_offices: frozenset[str]
    surnames_after_given_names: frozenset[str]
    before_streets: frozenset[str]
    street_endings: frozenset[str]
    titles_of_several: frozenset[str]
    callings: frozenset[str]
    naming: frozenset[str]
    calling: frozenset[str]
    children: frozenset[str]
    being_born: frozenset[str]
    knowing: frozenset[str]
    of_being: frozenset[str]
    kinship: frozenset[str]
    kin_of_men: frozenset[str]
    kin_of_women: frozenset[str]
    kin_of_other_name: frozenset[str]
    spouses: frozenset[str]
    kin_pairs: frozenset[str]
    of_others: frozenset[str]
    of_man: frozenset[str]
    of_woman: frozenset[str]
    of_he: frozenset[str]
    of_she: frozenset[str]
    of_speaker: frozenset[str]
    of_oneself: frozenset[str]
    of_addressed: frozenset[str]
    of_origin: frozenset[str]
    generations: frozenset[str]
    unrelated: frozenset[str]
    negations: frozenset[str]
    dead: frozenset[str]
    deaths: frozenset[str]
    deaths_by_others: frozenset[str]
    passives: frozenset[str]
    circumstances: frozenset[str]
    particles: frozenset[str]
    well_known: frozenset[str]
    no_name: frozenset[str]
    after_given_names: frozenset[str]
    begin_sentences: frozenset[str]
    place_types: frozenset[str]
    signals: frozenset[str]
    numbers: frozenset[str]
    things_called_so: frozenset[str]
    after_places: frozenset[str]
    lands_with_article: frozenset[str]
    place_openers: frozenset[str]
    place_openers_of: frozenset[str]
    bodies: frozenset[str]
    firms: frozenset[str]
    bodies_on: frozenset[str]
    numbered_bodies: frozenset[str]
    known_bodies: frozenset[str]
    honours: frozenset[str]
    facilities: frozenset[str]
    streets: frozenset[str]
    roads: frozenset[str]
    nicknames: frozenset[str]
    nicknames_or_names: frozenset[str]
    state_words: frozenset[str]
    before_places: frozenset[str]
    of_makers: frozenset[str]
    before_towns: frozenset[str]
    sites: frozenset[str]
    calendar: frozenset[str]
    before_lands: frozenset[str]
    inside: frozenset[str]
    before_persons: frozenset[str]
    ends: frozenset[str]
    ways: frozenset[str]
    named_ways: frozenset[str]
    borders: frozenset[str]
    along: frozenset[str]
    rivers_before: frozenset[str]
    parts_of_rivers: frozenset[str]
    rivers: frozenset[str]
    river_verbs: frozenset[str]
    after_rivers: frozenset[str]
    dwelling: frozenset[str]
    before_dwellings: frozenset[str]
    sides: frozenset[str]
    abbreviated_lands: frozenset[str]
    bodies_of_lists: frozenset[str]
    bodies_of_two: frozenset[str]
    firm_ends: frozenset[str]
    firm_trades: frozenset[str]
    no_firms: frozenset[str]
    of_papers: frozenset[str]
    firm_verbs: frozenset[str]
    parts_of_firms: frozenset[str]
    own_of_firms: frozenset[str]
    before_firms: frozenset[str]
    body_links: frozenset[str]
    before_bodies: frozenset[str]
    possessives: frozenset[str]
    between_parties: frozenset[str]
    ships: frozenset[str]
    papers: frozenset[str]
    called_things: frozenset[str]
    writing_verbs: frozenset[str]
    after_addressees: frozenset[str]
    nobody: frozenset[str]
    opening_particles: frozenset[str]
    joined_articles: frozenset[str]
    no_name_after: frozenset[str]
    patronymic_endings: frozenset[str]
    regnal_names: frozenset[str]
    after_numbers: frozenset[str]
    after_pronouns: frozenset[str]
    epithets: frozenset[str]
    titles_of_places: frozenset[str]
    of_coming: frozenset[str]
    in_no_places: frozenset[str]
    seats: frozenset[str]
    before_seats: frozenset[str]
    no_places: frozenset[str]
    no_place_endings: frozenset[str]
    within_lands: frozenset[str]
    place_nouns: frozenset[str]
    areas: frozenset[str]
    place_nouns_of: frozenset[str]
    place_nouns_of_several: frozenset[str]
    types_of_several: frozenset[str]
    types_of_one: frozenset[str]
    never_towns: frozenset[str]
    directions: frozenset[str]
    of_motion: frozenset[str]
    unmoved: frozenset[str]
    between_motion: frozenset[str]
    near_places: frozenset[str]
    conjunctions: frozenset[str]
    body_conjunctions: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    address: frozenset[str]
    styles: frozenset[str]
    floor: frozenset[str]
    bidding: frozenset[str]
    after_offices: frozenset[str]
    no_speakers: frozenset[str]
    people_endings: frozenset[str]
    works: frozenset[str]
    given_words: frozenset[str]
    given_months: frozenset[str]
    surnames_first: frozenset[str]
    surname_endings: frozenset[str]
    surname_endings_in_full: frozenset[str]
    of_persons: frozenset[str]
    persons_again: frozenset[str]
    abbreviations: frozenset[str]
    abbreviations_before_numbers: frozenset[str]
    possessive_endings: frozenset[str]
    elisions: frozenset[str]
    before_hyphens: frozenset[str]
    after_hyphens: frozenset[str]
    small_words: frozenset[str]
    small_words_of_places: frozenset[str]
    pronouns: frozenset[str]
    prefixes: frozenset[str]
    ends_sentences: frozenset[str]
    given: frozenset[str]
    code: str

    @cached_property
    def names_of_men(self) -> Container[str]:
        """Given names that hardly any woman bears."""
        return Listed(_FOLDER / f"{self.code}.men.txt")

    @cached_property
    def names_of_women(self) -> Container[str]:
        """Given names that hardly any man bears."""
        return Listed(_FOLDER / f"{self.code}.women.txt")

    @cached_property
    def writing(self) -> Writing:
        """How words are written."""
        return Writing(
            self.abbreviations,
            self.abbreviations_before_numbers,
            self.possessive_endings,
            whole=self.possessives,
            elisions=self.elisions,
            prefixes=self.before_hyphens,
            articles=self.joined_articles,
            suffixes=self.after_hyphens,
        )

    def is_nobody(self, label: str) -> bool:
        """Whether *label* is made of numbers, and words that name nobody: "Speaker 1"."""
        return all(word.isdigit() or word in self.no_speakers for word in label.split())

    @cached_property
    def cues(self) -> frozenset[str]:
        """Words without which a line is not looked at for what they tell."""
        opening = self.articles | self.of_addressed | self.ends_of_ways.keys()
        first = frozenset(word.capitalize() for word in opening)
        own = self.kinship | self.articles | self.of_addressed | self.address | self.styles
        own |= (
            self.negations
            | self.pronouns_of_persons
            | self.river_verbs
            | self.place_nouns_of_several
            | self.full_types.keys()
            | self.full_type_of_one.keys()
            | self.ends_of_ways.keys()
        )
        return first | own

    @cached_property
    def pronouns_of_persons(self) -> frozenset[str]:
        """Words with which a sentence begins that goes on with one person: "She"."""
        return frozenset(word.capitalize() for word in self.of_he | self.of_she)

    @cached_property
    def full_types(self) -> dict[str, str]:
        """What each place of a list is in full, by the word for all: of "regions" a "Region"."""
        pairs = (pair.partition("=") for pair in self.types_of_several)
        return {several: one for several, _, one in pairs}

    @cached_property
    def full_type_of_one(self) -> dict[str, str]:
        """What one place is in full, by the word after its name: of "region" a "Region"."""
        pairs = (pair.partition("=") for pair in self.types_of_one)
        return {short: full for short, _, full in pairs}

    @cached_property
    def ends_of_ways(self) -> dict[str, str]:
        """The word before the other end of a way, by that before the one: of "from" it is "to"."""
        pairs = (pair.partition("=") for pair in self.ends)
        return {one: other for one, _, other in pairs}

    @cached_property
    def men(self) -> frozenset[str]:
        """The honorifics and the words of kinship that only men bear."""
        return self.honorifics_of_men | self.kin_of_men | self.of_he

    @cached_property
    def women(self) -> frozenset[str]:
        """The honorifics and the words of kinship that only women bear."""
        return self.honorifics_of_women | self.kin_of_women | self.of_she

    @cached_property
    def famous(self) -> dict[str, frozenset[str]]:
        """The surnames of *well_known*, each with the given names of whom it means, if said."""
        pairs = (name.partition("=") for name in self.well_known)
        return {surname: frozenset(filter(None, given.split("/"))) for surname, _, given in pairs}

    @cached_property
    def kin_of(self) -> dict[str, frozenset[str]]:
        """What somebody's kin may be called by whom it calls so: of a grandson the grandfather."""
        pairs = (pair.partition("=") for pair in self.kin_pairs)
        return {word: frozenset(others.split("/")) for word, _, others in pairs}

    @cached_property
    def titles_of_each(self) -> dict[str, str]:
        """The title that each one bears, by that of several: of "Princes" "Prince"."""
        pairs = (pair.partition("=") for pair in self.titles_of_several)
        return {several: one for several, _, one in pairs}

    @cached_property
    def lands_in_short(self) -> dict[str, str]:
        """The names of lands by what is written for them after the name of a town."""
        pairs = (pair.partition("=") for pair in self.abbreviated_lands)
        return {short: land for short, _, land in pairs}


@cache
def language(code: str) -> Language | None:
    """The words of the language *code* (``en``); None where nobody has written them yet."""
    path = _FOLDER / f"{code}.toml"
    if not path.is_file():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {key: frozenset(_phrases(value)) for key, value in table.items()}
    words["given"] = given_names(code)
    words["known_bodies"] = frozenset(_lines(path.with_suffix(".bodies.txt")))
    return Language(**words, code=code)


def language_of(texts: Iterable[str]) -> str:
    """The language whose commonest words are a tenth of the words of *texts*; or ""."""
    words = [word for text in texts for word in _COMMON.findall(text.lower().replace("’", "'"))]
    for path in sorted(_FOLDER.glob("*.toml")):
        lists = language(path.stem)
        if lists is not None and sum(word in lists.common for word in words) * 10 > len(words):
            return path.stem
    return ""


def names_nobody(label: str) -> bool:
    """Whether *label* is made of numbers, and words that name nobody in some language."""
    known = (language(path.stem) for path in sorted(_FOLDER.glob("*.toml")))
    return any(words is not None and words.is_nobody(label) for words in known)


def _phrases(text: str) -> list[str]:
    """The words of *text*; one with an apostrophe is written with either kind."""
    words = [word.replace("_", " ") for word in text.split()]
    return words + [word.replace("'", "’") for word in words if "'" in word]


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"]
