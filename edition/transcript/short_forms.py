"""Whom a short name means: a last name with a title or without, a given name alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from edition.transcript.word_sense import speaker_key

_OF_HONOUR = frozenset(("h", "c", "mult"))  # "Dr. h. c. mult."
_ANSWERS = 2  # or more turns with a title next to turns without it are an exchange of two people
_SHORTEST_TITLE = 3  # letters of an abbreviated title: "Gen", "Col"


class ShortForms:
    """Whom a name of one word means, with or without a title before it.

    *members* are titles, in lower case, beside which a speaker has others too.
    """

    def __init__(
        self,
        named: Iterable[tuple[str, str]],
        honorifics: frozenset[str],
        members: frozenset[str],
    ) -> None:
        self._honorifics = honorifics
        self._members = members
        self._full: dict[str, dict[str, str]] = {}
        self._titles: dict[str, set[str]] = {}
        self._polite: dict[str, set[str]] = {}  # the honorifics of each full name, by its key
        self._titled: set[tuple[str, str]] = set()  # title and last name of full names
        self._given: dict[str, set[str]] = {}  # the keys of full names by their first word
        printed = list(named)
        self._turns = _turns_between(printed)
        named = [(title, name) for title, name in printed if name]
        self._bare = {speaker_key(name) for title, name in named if not title}
        self._alone = Counter(speaker_key(name) for title, name in named if not title)
        self._in_full = _in_full({first_word(title) for title, _ in named})
        for title, name in named:
            last = speaker_key(name.split()[-1])
            if " " in name:
                full = speaker_key(name)
                self._full.setdefault(last, {}).setdefault(full, name)
                if not name[-1].isdigit():  # "Resident 2" is one of many residents
                    self._given.setdefault(speaker_key(name.split()[0]), set()).add(full)
                self._titled.add((self._title_word(title), last))
                if is_polite(title, honorifics):
                    self._polite.setdefault(full, set()).add(first_word(title))
            elif own := self._own_word(title):
                self._titles.setdefault(last, set()).add(own)

    def full_names(self, title: str, name: str) -> dict[str, str]:
        """The full names that end in *name*, by their keys, but for those with another honorific.

        "Mr. LEE" is not short for "Ms. JACKSON LEE".
        """
        full = self._full.get(speaker_key(name), {})
        if not is_polite(title, self._honorifics):
            return full
        own = first_word(title)
        return {key: name for key, name in full.items() if own in self._polite.get(key, {own})}

    def _own_word(self, title: str) -> str:
        """The first word of *title*; nothing for a title beside which others stand."""
        return "" if title.casefold() in self._members else self._title_word(title)

    def _title_word(self, title: str) -> str:
        """The first word of *title*, in full where it is abbreviated: "general" for "Gen."."""
        word = first_word(title)
        return self._in_full.get(word, word)

    def by_given_name(self, title: str, name: str) -> str | None:
        """The key of the one person whose given name is *name*, a label that recurs; or None.

        With a *title*, or where it is somebody's last name, a word is no given name.
        """
        alone = speaker_key(name)
        if title or alone in self._full or alone in self._titles or self._alone[alone] < 2:
            return None
        keys = self._given.get(alone, set())
        return min(keys) if len(keys) == 1 else None

    def key(self, title: str, name: str) -> str:
        """The key of the person whom *title* and the one word *name* mean."""
        last = speaker_key(name)
        full, titles = self.full_names(title, name), self._titles.get(last, set())
        own = self._own_word(title)
        polite = is_polite(title, self._honorifics)
        if own and self._turns[last] >= _ANSWERS:
            return self._apart(title, name)
        same = titles == {own} and (polite or (own, last) in self._titled)
        if len(full) == 1 and (not titles or same):
            return min(full)
        if not full and len(titles | {own} - {""}) <= 1:
            return last
        return self._apart(title, name)

    def may_be_two(self, title: str, name: str) -> bool:
        """Whether *name* stands with *title* and without right before or behind itself.

        Once: then it may be two people or one, who goes on. Those who do so more often are two.
        """
        once = self._turns[speaker_key(name)] == 1
        return once and bool(self._own_word(title)) and self.key(title, name) in self._bare

    def _apart(self, title: str, name: str) -> str:
        """The key of *name* with the first word of its title."""
        return speaker_key(f"{self._title_word(title)} {name}")


def _turns_between(named: Sequence[tuple[str, str]]) -> Counter[str]:
    """How often each last name, with a title, stands next to itself without one, by its key."""
    found: Counter[str] = Counter()
    for pair in pairwise(named):
        (title, name), (other, following) = pair if pair[0][0] else pair[::-1]
        if title and not other and name and " " not in name and following:
            last = speaker_key(name)
            found[last] += last == speaker_key(following.split()[-1])
    return found


def _in_full(words: Collection[str]) -> dict[str, str]:
    """The one longer of *words*, of titles, that each abbreviation among them begins."""
    found = {}
    ordered = sorted(words)  # what a word begins stands right behind it
    for word, longer, another in zip(ordered, ordered[1:], [*ordered[2:], ""], strict=False):
        alone = longer.startswith(word) and not another.startswith(word)
        if alone and len(word) >= _SHORTEST_TITLE:
            found[word] = longer
    return found


def is_polite(title: str, honorifics: frozenset[str]) -> bool:
    """Whether *title* has nothing but words of politeness: "Prof. Dr.", but not "Minister"."""
    words = title.lower().replace(".", " ").split()
    return bool(words) and words[0] in honorifics and (honorifics | _OF_HONOUR).issuperset(words)


def first_word(title: str) -> str:
    """The first word of *title* in lower case, without its stop."""
    return "".join(title.lower().split()[:1]).rstrip(".")
