"""The lines of a document with what they name, and what one of them tells of another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from itertools import chain

import msgspec

from edition.names.bearers import Bearers
from edition.names.entries import Entries
from edition.names.finders import Finders
from edition.names.finding import BY_MOTION, BY_NOUN, KNOWN_BODY, Found
from edition.names.known import Known
from edition.names.lands import with_lands
from edition.names.likeness import surname
from edition.names.lone import Called
from edition.names.model import Certainty, Kind
from edition.names.namesakes import with_evidence
from edition.names.things import Sheltered
from edition.names.words import Text, folded
from edition.transcript.model import Block, Transcript
from edition.transcript.model import Kind as BlockKind

_LIST = 3  # surnames before given names make a list of names
_NEAR = 3  # lines between two of them
_TELLING = (BY_NOUN, BY_MOTION)


class Line:
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


class Words(Container[str]):
    """The words of *texts*, looked through when they are asked for."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts = texts

    def __contains__(self, word: object) -> bool:
        return word in self._all

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(text.words for text in self._texts))


def is_common(one: Found, words: Container[str]) -> bool:
    """Whether *one* is a given name alone that the document has as a word, too: "Pier"."""
    alone = one.kind is Kind.PERSON and one.bare and one.certainty is Certainty.LOW
    return alone and one.name.lower() in words


def places_met(lines: Iterable[Line]) -> set[str]:
    """The names that some line treats as a place's: each is one wherever it stands."""
    met: set[str] = set()
    for line in lines:
        for candidates in line.candidates.values():
            for one in candidates:
                if one.in_context:
                    met.add(one.name)
                    break
    return met


def put_bearers_first(
    lines: Sequence[Line], finders: Finders | None, entries: Entries, known: Known
) -> None:
    """Make persons of places of *lines* that have their names, or less sure places."""
    if finders is None:
        return
    given = entries.given_of_speakers
    named = (one for line in lines for one in line.found if one.kind is Kind.PERSON)
    full = {one.name for one in named if " " in one.name and one.certainty is Certainty.HIGH}
    surnames = {folded(surname(name)) for name in full}
    who = entries.is_person
    bearers = Bearers(finders.language, finders.lookup, known, who, given=given, surnames=surnames)
    for line in lines:
        if line.block.kind is not BlockKind.DATELINE:
            for one in list(bearers.meant(line.text, line.found)):
                line.replace(one, finders)


def add_places(lines: Sequence[Line], finders: Finders) -> None:
    """Add to *lines* the places that some line tells by a word: "the Marange region".

    Those to which it says that somebody goes where they stand behind a preposition.
    """
    likely: set[str] = set()
    names: set[str] = set()
    for one in chain.from_iterable(line.found for line in lines):
        if one.why in _TELLING:
            (names if one.why == BY_NOUN else likely).add(one.name)
    firsts = {name.split(" ")[0] for name in names}
    for line in lines if names or likely else ():
        again = finders.places.again(line.text, line.covered, names, firsts) if names else []
        if likely:
            again += finders.places.unlisted.approached(line.text, line.covered, likely - names)
        if again:
            line.add(again, finders)


def drop_short_bodies(lines: Sequence[Line]) -> None:
    """Take from *lines* the given names that are short for bodies: "Freddie" of Freddie Mac."""
    named = [one for line in lines for one in line.found]
    short = {one.name.split(" ")[0] for one in named if one.why == KNOWN_BODY and " " in one.name}
    if not short:
        return
    persons = (one.name for one in named if one.kind is Kind.PERSON and " " in one.name)
    short -= {name.split(" ")[0] for name in persons}
    for line in lines:
        line.found = [
            one
            for one in line.found
            if not (one.kind is Kind.PERSON and one.bare and not one.titles and one.name in short)
        ]


def doubt_ships(lines: Sequence[Line], transcript: Transcript, articles: Container[str]) -> None:
    """Make those of *lines* less sure whose names a ship has: "the tug Anna Li"; no speakers.

    After one of *articles* it is the ship.
    """
    ships = {
        folded(thing.ship).casefold() for line in lines for thing in line.sheltered if thing.ship
    }
    ships -= {folded(speaker.name).casefold() for speaker in transcript.speakers}
    for line in lines if ships else ():
        line.found = [
            told
            for one in line.found
            if (told := _as_ship(line.text, one, articles) if _has_ship(line, one, ships) else one)
        ]


def _has_ship(line: Line, one: Found, ships: Container[str]) -> bool:
    """Whether *one* is a person who is called as one of *ships* is."""
    is_person = one.kind is Kind.PERSON
    return is_person and folded(line.text.name(one.first, one.last)).casefold() in ships


def _as_ship(text: Text, one: Found, articles: Container[str]) -> Found | None:
    """*one*, less surely; None where a ship is meant."""
    if text.after_article(one.first, articles):
        return None
    sure = one.certainty is Certainty.HIGH
    return msgspec.structs.replace(one, certainty=Certainty.MEDIUM) if sure else one


def add_inverted(lines: Sequence[Line], finders: Finders, transcript: Transcript) -> None:
    """Add to *lines* names as lists have them: "Austen, Jane. Emma".

    One that may be two given names is one near others that are not: "Johnson, Simon".
    """
    inverted = {
        at: found for at, line in enumerate(lines) if (found := finders.inverted.find(line.text))
    }
    if not inverted:
        return
    names = [one.name for line in lines for one in line.found if one.kind is Kind.PERSON]
    names += [speaker.name for speaker in transcript.speakers]
    surnames = {folded(surname(name)).casefold() for name in names if " " in name}
    surnames |= {folded(name).casefold() for name in finders.famous}
    ends = {one.name.split()[-1] for found in inverted.values() for one in found}
    is_list = sum(not finders.words.is_given(end) for end in ends) >= _LIST
    sure = {at for at, found in inverted.items() if any(map(_is_sure, found))}
    for at, found in inverted.items():
        is_near = is_list and not sure.isdisjoint(range(at - _NEAR, at + _NEAR + 1))
        for one in found:
            known = is_list or folded(one.name.split()[-1]).casefold() in surnames
            if is_near or (known and _is_sure(one)):
                lines[at].replace(one, finders)


def _is_sure(one: Found) -> bool:
    return one.certainty is Certainty.HIGH


def add_bare(lines: Iterable[Line], finders: Finders, called: Called) -> list[Line]:
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
