"""Whom a name means: one entry for one human being, and none where nothing decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from edition.names.model import Certainty, Entry
from edition.names.words import folded

# Spellings of one name in Latin letters: what is on the left is written as what is on the right.
_SPELLINGS = (
    ("shch", "sch"),
    ("kh", "h"),
    ("ks", "x"),
    ("ph", "f"),
    ("tz", "ts"),
    ("ck", "k"),
    ("ou", "u"),
    ("oe", "o"),
    ("ue", "u"),
    ("yo", "e"),
    ("ye", "e"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("'", ""),
)
_PATRONYMIC = re.compile(r".{2,}(?:ovich|evich|ovna|evna|ichna|yich)")


@dataclass
class Human:
    """A person named in a document. *entry* is the register's, None for a new one."""

    names: list[str]
    entry: Entry | None = None
    speaker: str | None = None
    titles: set[str] = field(default_factory=set)
    why: str = ""
    certainty: Certainty = Certainty.HIGH

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return max(self.names, key=lambda name: (len(name.split()), -self.names.index(name)))


@dataclass(frozen=True)
class Meant:
    """Whom a name means: *human*, or None where *choices* are equally likely."""

    human: Human | None
    certainty: Certainty
    choices: tuple[Human, ...] = ()


class People:
    """The persons of one document. Add those known first, full names next, then ask.

    Those of *base*, which many documents share, are looked up there, and copied when met.
    """

    def __init__(self, base: People | None = None, nicknames: Iterable[str] = ()) -> None:
        self.humans: list[Human] = []
        self._base = base
        self._copies: dict[int, Human] = {}
        pairs = (_key(pair).partition("=") for pair in nicknames)
        self._formal = {short: full for short, _, full in pairs}
        self._full: dict[str, list[Human]] = {}
        self._ends: dict[tuple[str, str], list[Human]] = {}
        self._last: dict[str, list[Human]] = {}
        self._parts: dict[str, list[Human]] = {}
        self._spelt: dict[str, list[Human]] = {}
        self._begins: dict[str, list[Human]] = {}

    def add(self, human: Human) -> Human:
        """Make *human* known, by all its names."""
        self.humans.append(human)
        for name in human.names:
            self._index(name, human)
        return human

    def also(self, human: Human, name: str) -> None:
        """Note that *human* is called *name* too."""
        if name not in human.names:
            human.names.append(name)
            self._index(name, human)

    def full(self, name: str, titles: Iterable[str] = ()) -> Meant | None:
        """Whom the *name* of two words or more, under *titles*, means; None if nobody known."""
        key = _key(name)
        first, last = key.split(" ")[0], key.split(" ")[-1]
        if same := self._get("_full", key) or self._get("_ends", (first, last)):
            return _decided(_titled(same, titles), Certainty.HIGH)
        if _PATRONYMIC.fullmatch(last) and (known := self._by_given(first)):
            return _decided(known, Certainty.MEDIUM)
        if begun := self._get("_begins", key):
            return _decided(begun, Certainty.MEDIUM)
        if initials := self._by_initial(first, last):
            return _decided(initials, Certainty.MEDIUM)
        if called := self._get("_ends", (self._formal.get(first, first), last)):
            return _decided(called, Certainty.MEDIUM)
        if spelt := [
            human
            for human in self._get("_spelt", spelling(last))
            if spelling(first) in {spelling(_key(name).split(" ")[0]) for name in human.names}
        ]:
            return _decided(spelt, Certainty.MEDIUM)
        return None

    def bare(self, name: str, titles: Iterable[str] = ()) -> Meant | None:
        """Whom the surname (or single name) *name* under *titles* means; None if nobody known."""
        key = _key(name)
        known = self._get("_last", key) or self._get("_parts", key)
        certainty = Certainty.HIGH
        if not known:
            known, certainty = self._get("_spelt", spelling(key)), Certainty.MEDIUM
        if not known:
            return None
        return _decided(_titled(known, titles), certainty)

    def _get(self, index: str, key: object) -> list[Human]:
        """Those under *key* in the index of that name, here and in the base."""
        own: list[Human] = getattr(self, index).get(key, [])
        if self._base is None:
            return own
        shared = getattr(self._base, index).get(key, [])
        return [*own, *(self._copy(human) for human in shared if id(human) not in self._copies)]

    def _copy(self, human: Human) -> Human:
        """This document's own copy of a person of the base."""
        copy = Human(list(human.names), human.entry, titles=set(human.titles))
        self._copies[id(human)] = copy
        return self.add(copy)

    def _by_given(self, given: str) -> list[Human]:
        return [human for human in self.humans if human.speaker and given in _givens(human)]

    def _by_initial(self, first: str, last: str) -> list[Human]:
        """Those of the surname *last* whose given name begins as *first*, one being an initial."""
        return [
            human
            for human in self._get("_last", last)
            for given in _givens(human)
            if given[0] == first[0] and (given.endswith(".") or first.endswith("."))
        ]

    def _index(self, name: str, human: Human) -> None:
        key = _key(name)
        words = key.split(" ")
        _put(self._full, key, human)
        _put(self._last, words[-1], human)
        _put(self._spelt, spelling(words[-1]), human)
        if len(words) > 1:
            _put(self._ends, (self._formal.get(words[0], words[0]), words[-1]), human)
            _put(self._ends, (words[0], words[-1]), human)
            for count in range(2, len(words)):
                _put(self._begins, " ".join(words[:count]), human)
            _put(self._parts, words[0], human)


def spelling(word: str) -> str:
    """*word* with what different transliterations write differently made equal."""
    plain = folded(word).casefold()
    for written, common in _SPELLINGS:
        plain = plain.replace(written, common)
    return re.sub(r"(.)\1", r"\1", plain)


def _titled(humans: list[Human], titles: Iterable[str]) -> list[Human]:
    """Those of *humans* who bear one of *titles*; all where none does, or there is but one."""
    if len(humans) == 1:
        return humans
    words = set(titles)
    return [human for human in humans if words & _title_words(human)] or humans


def _title_words(human: Human) -> set[str]:
    return {word for title in human.titles for word in title.split()}


def _decided(humans: list[Human], certainty: Certainty) -> Meant:
    unique = list(dict.fromkeys(map(id, humans)))
    if len(unique) == 1:
        return Meant(humans[0], certainty)
    return Meant(None, Certainty.LOW, tuple({id(human): human for human in humans}.values()))


def _givens(human: Human) -> set[str]:
    return {_key(name).split(" ")[0] for name in human.names if " " in name}


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    return folded(name).casefold()


def _put(index: dict[Any, list[Human]], key: object, human: Human) -> None:
    known = index.setdefault(key, [])
    if all(human is not other for other in known):
        known.append(human)
