"""Names of bodies (organisations) in a text, and of what holds names but is none itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.names.finding import Found, text_of
from edition.names.language import Language
from edition.names.model import Certainty, Kind
from edition.names.words import Word

_LINKS = frozenset({"of", "for", "on", "and", "the", "in", "de", "la", "to"})
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

    def find(self, text: Sequence[Word]) -> tuple[list[Found], list[Sheltered]]:
        """The bodies named, and the stretches in which no person is named, in order."""
        found: list[Found] = []
        sheltered: list[Sheltered] = []
        done = -1
        for index, word in enumerate(text):
            if index <= done or not word.capital:
                continue
            if word.text in self._words.known_bodies:
                found.append(Found(index, index, Kind.ORG, word.text, "known body"))
                done = index
            elif word.text in self._words.bodies:
                first, last = self._span(text, index, done)
                if last > first:
                    name = text_of(text, first, last)
                    found.append(Found(first, last, Kind.ORG, name, "body", Certainty.MEDIUM))
                    done = last
            elif word.text in self._shelters:
                first, last = self._span(text, index, done)
                sheltered.append(Sheltered(first, last))
                done = last
        return found, sheltered

    def _span(self, text: Sequence[Word], head: int, done: int) -> tuple[int, int]:
        first = head
        while first - 1 > done and text[first].joined and self._belongs(text[first - 1]):
            first -= 1
        return first, self._end(text, head)

    def _belongs(self, word: Word) -> bool:
        if word.text in _ARTICLES or word.text in self._words.honorifics:
            return False
        return word.capital and word.text not in self._words.offices

    def _end(self, text: Sequence[Word], head: int) -> int:
        """The last word: through "of the …" and "and …" while capitals follow."""
        last = head
        while last + 1 < len(text) and text[last + 1].joined:
            step = last + 1
            if text[step].capital:
                if self._starts_person(text, step):
                    break
                last = step
                continue
            if text[step].text == "and" and not self._same_body(text, last, step):
                break
            while step < len(text) and text[step].joined and text[step].text in _LINKS:
                step += 1
            if step >= len(text) or step - last > 3 or not text[step].joined:
                break
            if not text[step].capital:
                break
            last = step
        return last

    def _same_body(self, text: Sequence[Word], last: int, step: int) -> bool:
        """Whether "and" goes on with the same name: after "of", and no new head follows."""
        following = text[step + 1] if step + 1 < len(text) else None
        if following is None or not following.capital or not following.joined:
            return False
        if following.text in self._words.bodies or self._starts_person(text, step + 1):
            return False
        return any(word.text == "of" for word in text[max(0, last - 3) : last])

    def _starts_person(self, text: Sequence[Word], index: int) -> bool:
        word = text[index].text
        if word in self._words.honorifics or word in self._words.offices:
            return True
        following = index + 1 < len(text) and text[index + 1].joined and text[index + 1].capital
        return following and word in self._words.given
