"""Whom a name means: one entry for one human being, and none where nothing decides."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from typing import Any

from edition.names.bearing import Bearing
from edition.names.human import Human, Meant
from edition.names.likeness import (
    compatible,
    is_slip,
    spelling_of_given,
    surname,
    without_generation,
)
from edition.names.model import Certainty, less_sure
from edition.names.nicknames import Nicknames
from edition.names.words import folded
from edition.transcript.spelling import spelling

_ARTICLE = re.compile(r".* [a-z]+[-‑]([A-Z]\S+)")  # of a surname: "Abdel Fattah al-Burhan"
_LONG = 9  # letters of a surname in which one may be missing


class People:
    """The persons of one document. Add those known first, full names next, then ask.

    Those of *base*, which many documents share, are looked up there, and copied when meant.
    """

    def __init__(
        self,
        base: People | None = None,
        nicknames: Nicknames | None = None,
        famous: Mapping[str, Container[str]] | None = None,
        bearing: Bearing | None = None,
        patronymics: Iterable[str] = (),
    ) -> None:
        """*famous* has the given names of whom a well-known surname means, where that is said.

        *bearing* knows what men and women are called, and by their given names; *patronymics* are
        the endings of given names after the father.
        """
        self._patronymics = tuple(patronymics)
        self._bearing = bearing or Bearing()
        self._famous = famous or {}
        self.humans: list[Human] = []
        self._base = base if base and base.humans else None
        self._mine: set[int] = set()
        self._copies: dict[int, Human] = {}
        self._formal, self._perhaps_formal = nicknames or Nicknames.of()
        self._full: dict[str, list[Human]] = {}
        self._ends: dict[tuple[str, str], list[Human]] = {}
        self._perhaps_ends: dict[tuple[str, str], list[Human]] = {}
        self._last: dict[str, list[Human]] = {}
        self._parts: dict[str, list[Human]] = {}
        self._formally: dict[str, list[Human]] = {}  # by the full form of the given name
        self._spelt: dict[str, list[str]] = {}  # last words by their spelling
        self._begins: dict[str, list[Human]] = {}
        self._middles: dict[str, list[Human]] = {}  # between the first word and the last
        self._together: dict[str, list[Human]] = {}  # names of one word that may be two

    def add(self, human: Human) -> Human:
        """Make *human* known, by all its names."""
        self.humans.append(human)
        self._mine.add(id(human))
        for name in human.names:
            self._index(name, human)
        return human

    def also(self, human: Human, name: str, certainty: Certainty = Certainty.HIGH) -> None:
        """Note that *human* is called *name* too, how surely; not if that is hardly likely."""
        if name not in human.names and certainty is not Certainty.LOW:
            human.names.append(name)
            if certainty is not Certainty.HIGH:
                human.loose.add(_key(name))
            self._index(name, human)

    def doubt(self, human: Human, name: str) -> None:
        """Note that *name* is only likely to mean *human*."""
        human.loose.add(_key(name))

    def has_namesakes(self, last: str) -> bool:
        """Whether the document names several persons of the surname *last*."""
        return sum(human.here for human in self._last.get(_key(last), ())) > 1

    def may_be(self, human: Human, honorific: str) -> bool:
        """Whether nothing that *human* is called contradicts *honorific*."""
        return self._bearing.may_be(human, honorific)

    def may_name(self, human: Human, called: Iterable[str]) -> bool:
        """Whether a full name of who is *called* so may be that of *human*, by what is said."""
        return self._bearing.may_name(human, called)

    def is_called(self, name: str) -> bool:
        """Whether somebody known has just this *name*."""
        return bool(self._get("_full", _key(name)))

    def full(
        self,
        name: str,
        titles: Iterable[str] = (),
        *,
        line: int = 0,
        speaking: str = "",
        honorific: str = "",
    ) -> Meant | None:
        """Whom the *name* of two words or more, under *titles*, means; None if nobody known.

        By given name and patronymic one who takes part is meant, but not who is *speaking*, or who
        was named by *line*. By another form of the given name nobody is meant whom *honorific*
        contradicts; nor, by what is a usual given name itself, anybody where one is printed.
        """
        key = _key(name)
        first, last = key.split(" ")[0], surname(key)
        if same := self._get("_full", key):
            sure = all(key not in human.loose for human in same)
            return self._decided(_titled(same, titles), _likely(sure=sure))
        if like := self._agreeing(self._get("_ends", (first, last)), name, honorific):
            return self._decided(_titled(like, titles), Certainty.MEDIUM)
        if last.endswith(self._patronymics):
            known = self._by_given(first, last, line)
            if known := [human for human in known if not speaking or human.speaker != speaking]:
                return self._decided(known, Certainty.MEDIUM)
        if parts := self._by_part(key):
            return self._decided(parts, Certainty.MEDIUM)
        if initials := self._by_initial(first, last):
            return self._decided(initials, Certainty.MEDIUM)
        formal = self._formal.get(first)
        called = self._get("_ends", (formal, last)) if formal else []
        if called := self._agreeing(called, name, honorific):
            return self._decided(called, Certainty.MEDIUM)
        if spelt := self._spelt_in_full(first, last, name):
            return self._decided(spelt, Certainty.MEDIUM)
        perhaps = [] if honorific else self._perhaps_called(first, last)
        perhaps = [human for human in perhaps if _may_be(human, name)]
        return self._decided(perhaps, Certainty.LOW) if perhaps else None

    def bare(
        self,
        name: str,
        titles: Iterable[str] = (),
        *,
        line: int = 0,
        honorific: str = "",
        spoken_to: bool = False,
        another: bool = False,
    ) -> Meant | None:
        """Whom the surname (or single name) *name* under *titles* means; None if nobody known.

        In *line* a well-known surname means no namesake whom a later line names first. Nobody is
        meant whom another *honorific* contradicts. By a given name only who takes part is *spoken
        to*; of others, one who was named before may be meant as well as one who takes part. By a
        name between others nobody is meant where it is said that this is *another*.
        """
        key = _key(name)
        own = self._get("_last", key)
        first = _of_given(self._get("_parts", key), line, spoken_to=spoken_to)
        known = list(self._bearing.called(own, first, titles))
        if not (known or another):
            known = self._by_middle(key, line)
        certainty = Certainty.HIGH
        if not any(human.here for human in known) and self._bearing.before_given.isdisjoint(titles):
            known, certainty = self._spelt_otherwise(key, known)
        if givens := self._famous.get(name):
            known, certainty = _of_famous(known, givens, line)
        known, least = self._bearing.told(known, titles, honorific)
        certainty = less_sure(certainty, least)
        if not own:  # "Sir Anthony" is no Anthony who is not called so
            known = [human for human in known if honorific in human.honorifics] or known
        known, sure = self._bearing.among(known, titles, honorific, line)
        if not known:
            return None
        if not sure and certainty is Certainty.HIGH:
            certainty = Certainty.MEDIUM
        return self._of_known(known, certainty, (key, line), titles)

    def _of_known(
        self,
        known: list[Human],
        certainty: Certainty,
        named: tuple[str, int],
        titles: Iterable[str],
    ) -> Meant:
        """Which of those *known* is meant, and how surely at most.

        They are *named* by a name, and in a line.
        """
        key, line = named
        if here := [human for human in known if human.here]:
            certainty = certainty if len(here) == len(known) else Certainty.MEDIUM
            known = here
        if len(known) > 1 and (before := _introduced(known, line)):
            known, certainty = before, Certainty.MEDIUM
        meant = self._decided(_titled(known, titles), certainty)
        if meant.human and not _is_called(meant.human, key):  # known from elsewhere in full only
            return Meant(meant.human, Certainty.MEDIUM)
        return meant

    def _spelt_otherwise(self, key: str, known: list[Human]) -> tuple[list[Human], Certainty]:
        """Those who are meant by *key* or another spelling of it, and how surely.

        Who takes part is meant before those *known*, of a register, whose name is written so.
        """
        like = self._spelt_like(key)
        if here := [human for human in like if human.here]:
            return here, Certainty.MEDIUM
        if known:
            return known, Certainty.HIGH
        return (like, Certainty.MEDIUM) if like else (self._misspelt(key), Certainty.LOW)

    def _spelt_in_full(self, first: str, last: str, name: str) -> list[Human]:
        """Those of whose names *first* and *last* of the full *name* are other spellings."""
        return [
            human
            for human in self._spelt_like(last)
            if spelling_of_given(first) in map(spelling_of_given, _givens(human))
            and _may_be(human, name)
        ]

    def _perhaps_called(self, first: str, last: str) -> list[Human]:
        """Those of the surname *last* of whose given name *first* may be a short or full form."""
        formal = self._perhaps_formal.get(first)
        called = self._get("_ends", (formal, last)) if formal else []
        return [*called, *self._get("_perhaps_ends", (first, last))]

    def _agreeing(self, humans: list[Human], name: str, honorific: str) -> list[Human]:
        """Those of *humans* whom neither the full *name* nor the *honorific* contradicts."""
        return [
            human
            for human in humans
            if _may_be(human, name) and self._bearing.may_be(human, honorific)
        ]

    def _get(self, index: str, key: object) -> list[Human]:
        """Those under *key* in the index of that name, here and in the base."""
        own: list[Human] = getattr(self, index).get(key, [])
        shared = getattr(self._base, index).get(key) if self._base else None
        if not shared:
            return own
        return [*own, *(self._copies.get(id(human), human) for human in shared)]

    def _spelt_like(self, last: str) -> list[Human]:
        """Those whose last word is another spelling of *last*."""
        spelt = spelling(last)
        words = list(self._spelt.get(spelt, ()))
        if self._base:
            words += self._base._spelt.get(spelt, ())  # noqa: SLF001 -- the same class
        return [human for word in dict.fromkeys(words) for human in self._get("_last", word)]

    def by_other_form(self, name: str, *, line: int, spoken_to: bool) -> Meant | None:
        """The one whose given name *name* is for short, or in full: "Valya" of Valentina Zvonova.

        Who speaks or is named by *line*, in it if *spoken to*; nobody where there are several.
        """
        called = self._get("_formally", self._in_full(_key(name)))
        since = line if spoken_to else 1
        known = [human for human in called if human.speaker or since <= human.first_line <= line]
        return self._decided(known, Certainty.LOW) if len(known) == 1 else None

    def _in_full(self, given: str) -> str:
        """The full form of the name *given*."""
        return self._formal.get(given) or self._perhaps_formal.get(given) or given

    def _misspelt(self, last: str) -> list[Human]:
        """Those named here whose long surname has one letter more, or one less: "Serebennikov"."""
        if len(last) < _LONG:
            return []
        known = [other for other in self._last if is_slip(last, other)]
        return [human for other in known for human in self._last[other]]

    def _decided(self, humans: list[Human], certainty: Certainty) -> Meant:
        if len(humans) > 1 and len(choices := tuple(dict.fromkeys(humans))) > 1:
            return Meant(None, Certainty.LOW, choices)
        return Meant(self.own(humans[0]), certainty)

    def own(self, human: Human) -> Human:
        """*human*, or this document's own copy of a person of the base."""
        if self._base is None or id(human) in self._mine:
            return human
        copy = Human(list(human.names), human.entry, titles=set(human.titles))
        self._copies[id(human)] = copy
        return self.add(copy)

    def _by_given(self, given: str, patronymic: str, line: int) -> list[Human]:
        """Those of the name *given* who are not known by another *patronymic*."""
        known = [
            human
            for human in self.humans
            if given in _givens(human) and self._fathers(human) <= {patronymic}
        ]
        speaking = [human for human in known if human.speaker]
        return speaking or [human for human in known if 0 < human.first_line <= line]

    def _by_part(self, key: str) -> list[Human]:
        """Those of whose name *key* is the beginning, or the end, or who have it as one word."""
        together = self._get("_together", key.replace(" ", ""))
        return self._get("_begins", key) or together or self._by_tail(key)

    def _by_middle(self, key: str, line: int) -> list[Human]:
        """Those named by *line* who have *key* between other names: Salva Kiir Mayardit."""
        known = self._get("_middles", key)
        return [human for human in known if human.speaker or 0 < human.first_line <= line]

    def _by_tail(self, key: str) -> list[Human]:
        """Those whose name goes on before *key*: "Van Oosterom" of Karel van Oosterom."""
        tail = f" {key}"
        called = self._get("_last", key.rpartition(" ")[2])
        return [human for human in called if any(_key(one).endswith(tail) for one in human.names)]

    def _fathers(self, human: Human) -> set[str]:
        """The patronymics that *human* is known by."""
        words = (word for name in human.names for word in _key(name).split(" ")[1:])
        return {word for word in words if word.endswith(self._patronymics)}

    def _by_initial(self, first: str, last: str) -> list[Human]:
        """Those of the surname *last* whose given name begins as *first*, one being an initial."""
        return [
            human
            for human in self._get("_last", last)
            for given in _givens(human)
            if given[0] == first[0] and (given.endswith(".") or first.endswith("."))
        ]

    def _put_last(self, last: str, human: Human) -> None:
        """Note that the surname *last* may mean *human*."""
        if last not in self._last:
            self._spelt.setdefault(spelling(last), []).append(last)
        _put(self._last, last, human)

    def _index(self, name: str, human: Human) -> None:
        key = _key(name)
        words = without_generation(key)
        _put(self._full, key, human)
        last = words[-1]
        self._put_last(last, human)
        if "-" in name and (article := _ARTICLE.fullmatch(name)):
            self._put_last(_key(article[1]), human)
        if len(words) == 1:
            if not name[1:].islower():  # "HughMcGuire"
                _put(self._together, key, human)
            return
        first = words[0]
        _put(self._ends, (first, last), human)
        if first in self._formal:
            _put(self._ends, (self._formal[first], last), human)
        if first in self._perhaps_formal:
            _put(self._perhaps_ends, (self._perhaps_formal[first], last), human)
        for word in words[1:-1]:
            _put(self._middles, word, human)
        for count in range(2, len(words)):
            _put(self._begins, " ".join(words[:count]), human)
        _put(self._parts, first, human)
        _put(self._formally, self._in_full(first), human)


def _of_given(humans: list[Human], line: int, *, spoken_to: bool) -> list[Human]:
    """Those of *humans* of one given name who speak, all where none does.

    Before they speak others may be meant who are named by *line*. Nobody is *spoken to* who does
    not speak; where several are called so none is told from them.
    """
    speaking = [human for human in humans if human.speaker]
    if not speaking:
        return [] if spoken_to and len(humans) == 1 else humans
    if spoken_to or any(human.speaks_from <= line for human in speaking):
        return speaking
    return [human for human in humans if human.speaker or 0 < human.first_line <= line]


def _likely(*, sure: bool) -> Certainty:
    return Certainty.HIGH if sure else Certainty.MEDIUM


def _may_be(human: Human, name: str) -> bool:
    """Whether no full name of *human* of the same surname contradicts *name*."""
    last = surname(_key(name))
    return all(
        compatible(other, name)
        for other in human.names
        if " " in other and surname(_key(other)) == last
    )


def _is_called(human: Human, key: str) -> bool:
    """Whether the document names *human*, or a register says that *key* alone is the name."""
    return human.here or any(_key(name) == key and key not in human.loose for name in human.names)


def _titled(humans: list[Human], titles: Iterable[str]) -> list[Human]:
    """Those of *humans* who bear one of *titles*; all where none does, or there is but one."""
    if len(humans) == 1:
        return humans
    words = set(titles)
    return [human for human in humans if words & _title_words(human)] or humans


def _of_famous(
    known: list[Human], givens: Container[str], line: int
) -> tuple[list[Human], Certainty]:
    """Of those *known* by a well-known surname the ones meant in *line*, and how surely.

    Its bearer has one of *givens*, or none is said; a namesake is meant once he was named in full.
    """
    own = [human for human in known if _is_famous(human, givens)]
    named = [
        human
        for human in known
        if human not in own and (human.speaker or 0 < human.first_line <= line)
    ]
    if named:
        return named, Certainty.MEDIUM if len(known) > len(named) else Certainty.HIGH
    return own, Certainty.HIGH


def _introduced(known: list[Human], line: int) -> list[Human]:
    """Those of *known* who speak or are named by *line*, if the document has others later."""
    before = [human for human in known if human.speaker or 0 < human.first_line <= line]
    return before if len(before) == 1 else []


def _is_famous(human: Human, givens: Container[str]) -> bool:
    if human.entry and any(" " not in name.text for name in human.entry.names):
        return True  # a register says that he is so called
    return " " not in human.name or human.name.split(" ")[0] in givens


def _title_words(human: Human) -> set[str]:
    return {word for title in human.titles for word in title.split()}


def _givens(human: Human) -> set[str]:
    return {_key(name).split(" ")[0] for name in human.names if " " in name}


@lru_cache(maxsize=65536)
def _key(name: str) -> str:
    return folded(name).casefold()


def _put(index: dict[Any, list[Human]], key: object, human: Human) -> None:
    known = index.setdefault(key, [])
    if not known or known[-1] is not human:  # a list may be long: not searched
        known.append(human)
