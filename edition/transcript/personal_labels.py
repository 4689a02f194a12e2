"""Whether labels are people's: what says so of each where only the print shows that it is one.

A label is a person's if it has a given name and a surname, a word of politeness, an office that
is one person's, or a number ("Participant 3"); if the text explains it ("JA = Jo Anders"), or
somebody is called so. "Ground floor", "Verse", "INFO" and "12 May" are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from edition.transcript.convention import Convention
from edition.transcript.given_names import given_names
from edition.transcript.word_sense import is_caseless

_LONGEST_INITIALS = 4  # letters
_FEWEST_WORDS = 2  # of a whole name
_WORD = r"[^\W\d_][\w’'-]*"
_SHORT_WORD = 4  # letters, of what stands before no name that is called: "in Hyde Park"
_BEHIND = re.compile(r"(?:,| ?\().*|(?<=[^\W\d_A-Z]) [A-Z]{2,3}\Z")  # the name: "Ann Roe AM"
_CALLED = re.compile(
    rf", ({_WORD}(?: {_WORD})?)[.?!]|(?:^|[.?!] )({_WORD}(?: {_WORD})?)(?=,)", re.MULTILINE
)


class PersonalLabels:
    """Judges labels by the words of *said*, the lines of the text without their labels."""

    def __init__(self, said: Sequence[str], convention: Convention) -> None:
        self._convention = convention
        self._said = said
        self._polite = convention.honorifics
        self._titles = convention.honorifics | convention.offices | convention.articles
        self._one_person = convention.addressed | convention.styles | convention.voices
        self._one_person |= frozenset(convention.labels.numbered.split())
        self._one_person |= {
            word.lower() for title in convention.roles.chair for word in title.split()[-1:]
        }

    def count(self, cores: Collection[str]) -> int:
        """How many of *cores*, the words of labels, are a person's."""
        return sum(map(self.is_person, cores))

    def is_mentioned(self, core: str) -> bool:
        """Whether a word of *core* stands in what is said."""
        return any(len(word) > 1 and word in self._text for word in core.split())

    def is_person(self, core: str) -> bool:
        """Whether the label *core*, in a script with capitals, is a person's."""
        words = [word.strip(".,") for word in _BEHIND.sub("", core).split()]
        words = [word for word in words if word]
        if not words or any(map(str.isdigit, core)):
            return self._convention.numbers_person(core)
        if words[-1].lower() in self._convention.not_names:
            return False
        if len(words) == 1:
            return self._is_one_word_of_person(words[0])
        return (
            any(word.lower() in self._polite for word in words[:2][: len(words) - 1])
            or self._is_office(words, core)
            or self._is_name(words, core)
        )

    def _is_one_word_of_person(self, word: str) -> bool:
        """Whether *word* is an office, a given name that is called, or explained by the text."""
        if word.lower() in self._one_person:
            return True
        titled = word.title() in given_names() or word.lower() in self._convention.offices
        if titled and word.title() in self._called:
            return True
        return self._is_explained(word) or self._is_surname(word)

    def _is_office(self, words: Sequence[str], core: str) -> bool:
        """Whether *words* end in the office of one person, or begin with one that is mentioned.

        Or are an office with an article: "The Taoiseach".
        """
        if words[-1].lower() in self._one_person:
            return True
        if words[0].lower() in self._convention.articles:
            return self._convention.offices.issuperset(map(str.lower, words[1:]))
        return words[0].lower() in self._convention.offices and core in self._text

    def _is_name(self, words: Sequence[str], core: str) -> bool:
        """Whether *words* are a given name, or an initial, and a surname; or one calls them."""
        small = self._convention.particles
        first = next((at for at, word in enumerate(words) if not self._is_title(word)), len(words))
        names = [word for word in words[first:] if word.lower() not in small]
        if len(names) < _FEWEST_WORDS or any(map(self._is_common, names)):
            return False
        if names[0].title() in given_names():
            return True
        initial = len(names[0]) == 1 and f"{names[0]}." in core
        if not all(name[0].isupper() for name in names):
            return False
        called = not self._called.isdisjoint(map(str.title, names))
        return initial or called or self._is_announced(names)

    def _is_announced(self, names: Sequence[str]) -> bool:
        """Whether all of *names* stand where something is said, behind no small word.

        "Küsimus, Kalle Grünt", but not "in Hyde Park".
        """
        whole = _as_printed(" ".join(names))
        before = re.finditer(rf"(?:^|(\S+) ){whole}\b", self._text, re.MULTILINE)
        return any(
            match[1] is not None and not (match[1].islower() and len(match[1]) <= _SHORT_WORD)
            for match in before
        )

    def _is_title(self, word: str) -> bool:
        return word.lower() in self._titles

    def _is_common(self, word: str) -> bool:
        """Whether the text writes *word* in small letters where something is said."""
        return word.lower() in self._words

    def _is_explained(self, code: str) -> bool:
        """Whether a line with *code* has a whole name of which it is the initials."""
        if not (code.isupper() and 1 < len(code) <= _LONGEST_INITIALS):
            return False
        name = r"\W{1,3}".join(rf"({letter}[\w’'-]+)" for letter in code)
        there = re.compile(rf"\b{code}\b")
        return any(
            match[1] in given_names()
            for line in self._said
            if there.search(line)
            for match in re.finditer(rf"\b{name}", line)
        )

    def _is_surname(self, word: str) -> bool:
        """Whether *word* stands behind a given name where something is said."""
        if len(word) <= _FEWEST_WORDS or self._is_common(word):
            return False
        behind = re.finditer(rf"\b({_WORD}) {_as_printed(word)}\b", self._text)
        return any(match[1] in given_names() for match in behind)

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._said)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(_WORD, self._text))

    @cached_property
    def _called(self) -> frozenset[str]:
        """The words, with capitals, that stand apart as those do with which one calls somebody."""
        found = (match[1] or match[2] for match in _CALLED.finditer(self._text))
        return frozenset(word for words in found for word in words.split() if word[0].isupper())


def _as_printed(name: str) -> str:
    """The pattern for *name*, which in a label may be in capitals: "WENTMORE" for "Wentmore"."""
    printed = [name.title(), name] if name.isupper() else [name]
    return f"(?:{'|'.join(map(re.escape, printed))})"


def are_caseless(cores: Collection[str]) -> bool:
    """Whether most of *cores* are in a script without capitals."""
    return sum(map(is_caseless, cores)) * 2 > len(cores)
