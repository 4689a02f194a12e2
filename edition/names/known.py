"""What a register knows, made ready once for many documents; its names found in a text.

Finding is linear in the text, however many entries there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.names.finding import Found, text_of
from edition.names.model import Entry, Kind, Register
from edition.names.people import Human, People
from edition.names.words import Word, folded


class Known:
    """A register with its names by their folded words. Build it once for all documents.

    For each first word the longest name that begins with it is known, so that a text is compared
    with no more runs of words than that, and each run by one look into a dictionary.
    """

    def __init__(self, register: Register | None = None) -> None:
        self.register = register or Register()
        self.people = People()
        self._entries: dict[str, Entry] = {}
        self._longest: dict[str, int] = {}
        self._places: dict[str, Entry] = {}
        self._refused = {folded(word) for word in self.register.refused}
        for entry in self.register.entries.values():
            for form in entry.names:
                self._add(form.text, entry)
            if entry.kind is Kind.PERSON:
                names = [form.text for form in entry.names]
                self.people.add(Human(names, entry, titles=set(entry.roles)))

    def find(self, text: Sequence[Word]) -> list[Found]:
        """The names of the register in *text*, the longest at each word, in order."""
        found: list[Found] = []
        index = 0 if self._longest else len(text)
        while index < len(text):
            known = self._at(text, index)
            if known is not None:
                found.append(known)
                index = known.last
            index += 1
        return found

    def place(self, kind: Kind, name: str) -> Entry | None:
        """The place or body of *kind* that is called *name*."""
        return self._places.get(key_of(kind, name))

    def is_refused(self, name: str) -> bool:
        """Whether a scholar said that *name* names nothing."""
        return folded(name) in self._refused

    def _at(self, text: Sequence[Word], index: int) -> Found | None:
        longest = self._longest.get(folded(text[index].text), 0)
        for last in range(min(len(text), index + longest) - 1, index - 1, -1):
            if not all(word.joined for word in text[index + 1 : last + 1]):
                continue
            entry = self._entries.get(folded(text_of(text, index, last)))
            if entry is not None:
                name = text_of(text, index, last)
                return Found(index, last, entry.kind, name, "register", bare=last == index)
        return None

    def _add(self, name: str, entry: Entry) -> None:
        if entry.kind is not Kind.PERSON:
            self._places.setdefault(key_of(entry.kind, name), entry)
        words = folded(name).split(" ")
        self._entries.setdefault(" ".join(words), entry)
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))


def key_of(kind: Kind, name: str) -> str:
    """By what places and bodies are told apart: their kind, and their name without article."""
    return f"{kind} {folded(name).removeprefix('the ').casefold()}"
