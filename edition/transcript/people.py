"""Who speaks: titled and bare label of one name are one person, unknown people are nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.labels import speaker_key
from edition.transcript.model import Label, Speaker, Summarised


class People:
    """Who speaks: titled and bare label of one name are one person."""

    def __init__(
        self, lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
    ) -> None:
        self._keys: dict[int, str | None] = {}
        self.names: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._chairs = frozenset(convention.roles.chair)
        self._honorifics = convention.honorifics
        self._spoke: set[str] = set()
        surnames = self._surnames(lines, labels)
        for index, label in sorted(labels.items()):
            self._keys[index] = self._add(lines[index], label, surnames)

    def key_of(self, index: int) -> str | None:
        """The key of the speaker labelled in line *index*; None for a label that names nobody."""
        return self._keys[index]

    def add_summarised(self, who: Summarised, name: str) -> None:
        """Make known a person whose speech is summarised."""
        self.names.setdefault(who.speaker, _words(name))

    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone, in order of first appearance: speakers, then those only summarised."""
        return tuple(
            Speaker(
                key,
                name,
                self._titles.get(key, ""),
                chairs=self._titles.get(key, "") in self._chairs,
                spoke=key in self._spoke,
            )
            for key, name in self.names.items()
        )

    def _surnames(self, lines: Sequence[str], labels: Mapping[int, Label]) -> dict[str, str]:
        """Surname to key, for surnames that one labelled person alone has."""
        full = {_name(lines[i], label) for i, label in labels.items() if label.name}
        owners: dict[str, set[str]] = {}
        for name in full:
            if " " in name:
                owners.setdefault(speaker_key(name.split()[-1]), set()).add(speaker_key(name))
        return {surname: min(keys) for surname, keys in owners.items() if len(keys) == 1}

    def _add(self, text: str, label: Label, surnames: Mapping[str, str]) -> str | None:
        if label.generic or label.name is None:
            return None
        name = _name(text, label)
        key = speaker_key(name)
        if " " not in name:
            key = surnames.get(key, key)
        known = self.names.get(key, "")
        fuller = " " in name and (" " not in known or (known.isupper() and not name.isupper()))
        if fuller or not known:
            self.names[key] = name
        title = _words(text[slice(*label.title)]) if label.title else ""
        if not all(word.lower().rstrip(".") in self._honorifics for word in title.split()):
            self._titles.setdefault(key, title)
        self._spoke.add(key)
        return key


def _name(text: str, label: Label) -> str:
    return _words(text[slice(*(label.name or (0, 0)))])


def _words(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)
