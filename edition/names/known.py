"""What a register knows, made ready once for many documents; its names found in a text.

Finding is linear in the text, however many entries there are.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from edition.names.finding import Found
from edition.names.human import Human
from edition.names.identifiers import from_name
from edition.names.model import Entry, Kind, Register
from edition.names.people import People
from edition.names.words import Text, folded


class Known:
    """A register with its names by their folded words. Build it once for all documents.

    Entries that a scholar has not decided upon are neither found nor meant, so that proposals do
    not beget proposals, nor change what a document decides: that is the same however many there
    are. But what a document proposes itself has their entry, if its name or place is the same.

    For each first word the longest name that begins with it is known, so that a text is compared
    with no more runs of words than that, and each run by one look into a dictionary.
    """

    def __init__(self, register: Register | None = None) -> None:
        register = register or Register()
        self._all: dict[str, Entry] = {}
        self.register = Register(self._all, register.refused)
        self.people = People()
        self._entries: dict[str, Entry] = {}
        self._longest: dict[str, int] = {}
        self._small: set[str] = set()  # first words without a capital letter: "al-Farabi", "東京"
        self._places: dict[tuple[Kind, str], list[Entry]] = {}
        self._proposed: dict[tuple[Kind, str], list[Entry]] = {}
        self._located: dict[str, Entry] = {}
        self._refused = {folded(word) for word in self.register.refused}
        with _uncollected():
            self.add(register.entries.values())

    def add(self, entries: Iterable[Entry]) -> None:
        """Make known those of *entries* that are not yet: what documents before proposed."""
        for entry in entries:
            if entry.id not in self._all:
                self._all[entry.id] = entry
                self._add_entry(entry)

    def find(self, text: Text) -> list[Found]:
        """The names of the register in *text*, the longest at each word, in order."""
        found: list[Found] = []
        if not self._longest:
            return found
        done = -1
        words, longest_of = text.words, self._longest.get
        for index in self._starts(text):
            longest = longest_of(folded(words[index]))
            known = self._at(text, index, longest) if longest and index > done else None
            if known is not None:
                found.append(known)
                done = known.last
        return found

    def places(self, kind: Kind, name: str) -> Sequence[Entry]:
        """The scholar's places or bodies of *kind* that are called *name*."""
        return self._places.get(key_of(kind, name), ()) if self._places else ()

    def proposed(self, kind: Kind, name: str) -> Sequence[Entry]:
        """The candidates of *kind* that *name* means, the first proposed first."""
        found = self._proposed.get(key_of(kind, name), ())
        return sorted(found, key=lambda entry: (len(entry.id), entry.id))

    def located(self, geonameid: str) -> Entry | None:
        """The place that GeoNames has as *geonameid*."""
        return self._located.get(geonameid)

    @property
    def refuses(self) -> bool:
        """Whether a scholar said of any words that they name nothing."""
        return bool(self._refused)

    def is_refused(self, name: str) -> bool:
        """Whether a scholar said that *name* names nothing."""
        return folded(name) in self._refused

    def _starts(self, text: Text) -> Sequence[int]:
        """Where in *text* a name may begin: at capitals, unless a small word may begin one."""
        words, small = text.words, self._small
        if not small or (small.isdisjoint(words) and all(map(str.isascii, words))):
            return text.capitals
        return range(len(text))

    def _at(self, text: Text, index: int, longest: int) -> Found | None:
        for last in range(min(len(text), index + longest) - 1, index - 1, -1):
            if not text.is_stretch(index, last):
                continue
            name = text.name(index, last)
            entry = self._entries.get(folded(name))
            if entry is not None:
                return Found(index, last, entry.kind, name, "register", bare=last == index)
        return None

    def _add_entry(self, entry: Entry) -> None:
        for number in geonames(entry):
            known = self._located.get(number)
            if known is None or (known.candidate and not entry.candidate):
                self._located[number] = entry
        if entry.candidate:
            for key in dict.fromkeys(key_of(entry.kind, name) for name in _listed(entry)):
                self._proposed.setdefault(key, []).append(entry)
            return
        for form in entry.names:
            self._add(form.text, entry)
        if entry.kind is Kind.PERSON:
            names = [form.text for form in entry.names]
            self.people.add(Human(names, entry, titles=set(entry.roles)))

    def _add(self, name: str, entry: Entry) -> None:
        if entry.kind is not Kind.PERSON:
            called = self._places.setdefault(key_of(entry.kind, name), [])
            if entry not in called[-1:]:
                called.append(entry)
        whole = folded(name)
        words = whole.split(" ")
        self._entries.setdefault(whole, entry)
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        if not words[0][:1].isupper():
            self._small.add(words[0])


def _listed(entry: Entry) -> list[str]:
    """The names by which a candidate is proposed again: those that its identifier is made of.

    So "Mrs Pike", who is listed as Eleanor Pike, is found by her label, and nobody else by her
    full name, whatever documents come before.
    """
    names = [form.text for form in entry.names]
    own = [name for name in names if entry.id.rstrip("0123456789") == _unnumbered(name, entry.kind)]
    return own or names[:1]


def _unnumbered(name: str, kind: Kind) -> str:
    return from_name(name, kind).rstrip("0123456789")


def geonames(entry: Entry) -> list[str]:
    """The numbers that GeoNames has for *entry*, out of addresses too."""
    values = [one.value for one in entry.identifiers if one.type == "geonames"]
    return [number[0] for value in values if (number := re.search(r"\d+", value))]


@contextmanager
def _uncollected() -> Iterator[None]:
    """While a long register is made ready nothing becomes garbage: looking for it takes half."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@lru_cache(maxsize=65536)
def key_of(kind: Kind, name: str) -> tuple[Kind, str]:
    """By what places and bodies are told apart: their kind, and their name without article."""
    return kind, folded(name).casefold().removeprefix("the ")
