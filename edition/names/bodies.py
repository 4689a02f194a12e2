"""Names of bodies (organisations) in a text, and of what holds names but is none itself."""

from __future__ import annotations

from typing import NamedTuple

from edition.names.finding import Found
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Text

_LINKS = frozenset({"of", "for", "and", "the", "de", "la"})
_ARTICLES = frozenset({"The", "A", "An", "Our", "Your", "This", "That", "These", "In", "At", "On"})


class Sheltered(NamedTuple):
    """The words *first* to *last* name a work, honour or building: nobody is named there."""

    first: int
    last: int


class BodyFinder:
    """Finds names of bodies by the words of *language*."""

    def __init__(self, language: Language) -> None:
        self._words = language
        self._shelters = language.honours | language.facilities
        phrases = (body.split()[0] for body in language.known_bodies)
        self._heads = language.known_bodies.union(phrases) | language.bodies | self._shelters
        self._titles = language.honorifics | language.offices
        self._apart = _ARTICLES | self._titles

    def find(self, text: Text) -> tuple[list[Found], list[Sheltered]]:
        """The bodies named, and the stretches in which no person is named, in order."""
        found: list[Found] = []
        sheltered: list[Sheltered] = []
        if self._heads.isdisjoint(text.words):
            return found, sheltered
        done = -1
        for index in text.capitals:
            word = text.words[index]
            if index <= done or word not in self._heads:
                continue
            if text.follows(index) and text.name(index, index + 1) in self._words.known_bodies:
                name = text.name(index, index + 1)
                found.append(Found(index, index + 1, Kind.ORG, name, "known body"))
                done = index + 1
                continue
            if word in self._words.known_bodies:
                found.append(Found(index, index, Kind.ORG, word, "known body"))
                done = index
                continue
            if word not in self._words.bodies and word not in self._shelters:
                continue
            first, last = self._span(text, index, done)
            if word in self._shelters and word not in self._words.bodies:
                sheltered.append(Sheltered(first, last))
                done = last
            elif last > first:
                name = text.name(first, last)
                found.append(Found(first, last, Kind.ORG, name, "body", Certainty.MEDIUM))
                done = last
        return found, sheltered

    def _span(self, text: Text, head: int, done: int) -> tuple[int, int]:
        first = head
        while first - 1 > done and text.joined[first] and self._belongs(text, first - 1):
            first -= 1
        return first, self._end(text, head)

    def _belongs(self, text: Text, index: int) -> bool:
        return text.capital[index] and text.words[index] not in self._apart

    def _end(self, text: Text, head: int) -> int:
        """The last word: through "of the …" and "and …" while capitals follow."""
        last = head
        while text.is_joined(last + 1):
            step = last + 1
            if text.words[step] == "No." and text.is_joined(step + 1):
                last = step + 1  # "School No. 181"
                continue
            if text.capital[step]:
                if self._starts_person(text, step):
                    break
                last = step
                continue
            if text.words[step] == "and" and not self._same_body(text, last, step):
                break
            if text.words[step] == "on" and text.words[last] in self._words.bodies_on:
                step += 1
            while text.is_joined(step) and text.words[step] in _LINKS:
                step += 1
            if step - last > 3 or not text.is_joined(step) or not text.capital[step]:
                break
            last = step
        return last

    def _same_body(self, text: Text, last: int, step: int) -> bool:
        """Whether "and" goes on with the same name: after "of", and no new head follows."""
        if not text.follows(step):
            return False
        if text.words[step + 1] in self._words.bodies or self._starts_person(text, step + 1):
            return False
        return "of" in text.words[max(0, last - 3) : last]

    def _starts_person(self, text: Text, index: int) -> bool:
        word = text.words[index]
        return word in self._titles or (text.follows(index) and word in self._words.given)
