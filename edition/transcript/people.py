"""Who speaks: titled and bare label of one name are one person, namesakes are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from edition.transcript.asking import asking_in
from edition.transcript.chairs import Chairs
from edition.transcript.convention import Convention
from edition.transcript.examination import examined_in
from edition.transcript.initials import names_of_initials
from edition.transcript.model import Label, Speaker, Summarised
from edition.transcript.run_in import run_in_speakers
from edition.transcript.short_forms import ShortForms, is_polite
from edition.transcript.spelling import other_spellings
from edition.transcript.word_sense import speaker_key

_VOWELS = "aeiouyäöüàâéèêëîïôûùáíóúаеёиоуыэюя"


class Inferred(NamedTuple):
    """Whose label it is, by the *key*, and what shows it: one of Turn.inferred."""

    key: str
    why: str


class People:
    """The speakers of one transcript.

    A full name is one person, whatever titles it has. A name of one word is the person with
    that last name only if the document has one, and no title that says otherwise: "Minister
    Ivanov" is not taken for Sergei Ivanov, nor Mrs Smith for Mr Smith.
    """

    def __init__(
        self,
        lines: Sequence[str],
        labels: Mapping[int, Label],
        convention: Convention,
        *,
        doubted: Sequence[str] = (),
    ) -> None:
        self.inferred: dict[int, Inferred] = {}  # the lines whose labels do not say who it is
        self._by_print: set[str] = set()  # keys of those whose labels are some by their print
        self._keys: dict[int, str | None] = {}
        self.names: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}
        self._chairs = frozenset(title.casefold() for title in convention.roles.chair)
        self._honorifics = convention.honorifics
        self._spoke: set[str] = set()
        self.nameless: set[str] = set()  # keys of offices
        self.collective: set[str] = set()  # keys of groups
        self.apart: dict[int, str] = {}  # the first line of each name that may be short for others
        self.maybe_two: dict[int, str] = {}  # the first line of each title that may be another's
        self.shortened: dict[int, str] = {}  # the first line of each abbreviation: whose it is
        self.respelt: dict[int, tuple[str, str]] = {}  # the first line of each other spelling
        self._holds = convention.roles.held
        self._joint: dict[int, tuple[str, ...]] = {}
        printed = [
            (index, _Named.of(lines[index], one))
            for index, label in sorted(labels.items())
            for one in (label, *label.joint)
        ]
        examined = examined_in(lines, labels, convention)
        examined |= run_in_speakers(lines, labels, convention)
        printed = [
            (index, who._replace(title=examined[index].title, name=examined[index].name))
            if index in examined
            else (index, who)
            for index, who in printed
        ]
        named = self._in_one_spelling(_told_apart(_in_full(printed)))
        if not convention.roles.whole:
            named = self._by_initials(named, doubted)
        self._seen_short: set[str] = set()
        self._whole = convention.roles.whole
        self._abbreviated = (
            _abbreviated({who.name for _, who in named}) if convention.roles.abbreviated else {}
        )
        short_forms = ShortForms(
            [(who.honorific or who.title, who.name) for _, who in named if not who.collective],
            convention.honorifics,
            frozenset(title.casefold() for title in convention.roles.members),
        )
        asking = asking_in(lines, labels, convention)
        known = {asking[index] for index in examined if index in asking}
        asking = {index: one for index, one in asking.items() if one not in known}
        self.asking = bool(asking)
        held = [(who.title, who.name) for _, who in named if who.holds or who.honorific]
        self._offices = Chairs(lines, held, convention, short_forms)
        for index, who in named:
            self._offices.go_to(index)
            if index in asking:
                self._keys[index] = self._add_nameless(asking[index], self.nameless)
                continue
            key = self._key(index, who, short_forms)
            if index in examined and key is not None:
                self.inferred[index] = Inferred(key, "examination")
            if labels[index].misprinted and key is not None:
                self.inferred.setdefault(index, Inferred(key, "misprinted"))
            if labels[index].by_print and key is not None:
                self._by_print.add(key)
                self.inferred.setdefault(index, Inferred(key, "print"))
            if index not in self._keys:
                self._keys[index] = key
            elif key is not None:
                self._joint[index] = (*self.joint_of(index), key)

    def _in_one_spelling(self, named: Sequence[tuple[int, _Named]]) -> list[tuple[int, _Named]]:
        """*named*, with each name that only spells another one differently as that one."""
        other = other_spellings(who.name for _, who in named if not who.collective)
        untold = dict(other)
        for index, who in named:
            if who.name in untold:
                self.respelt[index] = (who.name, untold.pop(who.name))
        return [(index, who._replace(name=other.get(who.name, who.name))) for index, who in named]

    def _by_initials(
        self, named: Sequence[tuple[int, _Named]], doubted: Sequence[str]
    ) -> list[tuple[int, _Named]]:
        """*named*, with the name for its initials, or a code, where both are labels: it is told.

        Names that are *doubted* may be meant, too: then nobody knows.
        """
        full, unsure = names_of_initials((who.name for _, who in named if who.name), doubted)
        untold, untold_unsure = dict(full), dict(unsure)
        for index, who in named:
            if who.name in full:
                key = speaker_key(full[who.name])
                self.inferred[index] = Inferred(key, "initials")
                if untold.pop(who.name, None):
                    self.shortened[index] = key
            elif names := untold_unsure.pop(who.name, ()):
                self.apart[index] = ", ".join(f"“{name}”" for name in names)
        return [(index, who._replace(name=full.get(who.name, who.name))) for index, who in named]

    def key_of(self, index: int) -> str | None:
        """The key of the speaker labelled in line *index*; None for a label that names nobody."""
        return self._keys[index]

    def joint_of(self, index: int) -> tuple[str, ...]:
        """The keys of those who speak with the speaker labelled in line *index*."""
        return self._joint.get(index, ())

    def add_summarised(self, who: Summarised, name: str) -> None:
        """Make known a person whose speech is summarised."""
        self.names.setdefault(who.speaker, _words(name))

    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone, in order of first appearance: speakers, then those only summarised."""
        return tuple(
            Speaker(
                key,
                name,
                tuple(dict.fromkeys(self._titles.get(key, []))),
                chairs=self._chairs_meeting(key, name),
                spoke=key in self._spoke,
                nameless=key in self.nameless,
                collective=key in self.collective,
                by_print=key in self._by_print,
            )
            for key, name in self.names.items()
        )

    def _chairs_meeting(self, key: str, name: str) -> bool:
        """Whether one of the titles is the chair's; of an office, the *name* is one."""
        titles = [*self._titles.get(key, []), *([name] if key in self.nameless else [])]
        return not self._chairs.isdisjoint(map(str.casefold, titles))

    def _key(self, index: int, who: _Named, short_forms: ShortForms) -> str | None:
        """The key of the speaker of the label in line *index*; None if it names nobody."""
        if who.collective:
            return self._add_nameless(who.name, self.collective)
        if not who.name:
            return self._holder(index, who.title) if who.title else None
        if not (who.holds or who.honorific):
            return self._add(index, who.title, who.name, short_forms)
        key = self._add(index, who.honorific, who.name, short_forms)
        self._titles.setdefault(key, []).append(who.title)
        if self._holds:
            self._offices.hold(who.title, key)
        return key

    def _holder(self, index: int, office: str) -> str:
        """The key of whoever holds *office*, which is printed alone in line *index*."""
        holder = self._offices.holder(office)
        if holder is None:
            return self._add_nameless(office, self.nameless)
        if holder in self._offices.presiding:
            self.names.setdefault(holder, self._offices.presiding[holder])
            self._titles.setdefault(holder, []).append(office)
            self._spoke.add(holder)
        elif self._offices.passes_on(office):
            self.inferred[index] = Inferred(holder, "held")
        return holder

    def _add_nameless(self, printed: str, kind: set[str]) -> str:
        key = f"{speaker_key(printed)} "  # no name has a key with a space
        self.names.setdefault(key, printed)
        kind.add(key)
        self._spoke.add(key)
        return key

    def _add(self, index: int, title: str, name: str, short_forms: ShortForms) -> str:
        if self._whole:
            return self._add_role(index, name)
        given = None if " " in name else short_forms.by_given_name(title, name)
        if given is not None:
            self.inferred[index] = Inferred(given, "given_name")
        key = speaker_key(name) if " " in name else given or short_forms.key(title, name)
        full = short_forms.full_names(title, name) if " " not in name else {}
        if full and key not in full and key not in self.names:
            self.apart[index] = ", ".join(f"“{shown}”" for shown in full.values())
        if title not in self.maybe_two.values() and short_forms.may_be_two(title, name):
            self.maybe_two[index] = title
        polite = is_polite(title, self._honorifics)
        shown = f"{title} {name}" if polite and _needs_title(name) else name
        known = self.names.get(key, "")
        fuller = " " in name and (" " not in known or (known.isupper() and not name.isupper()))
        if fuller or not known:
            self.names[key] = shown
        if title and not polite:
            self._titles.setdefault(key, []).append(title)
        self._spoke.add(key)
        return key

    def _add_role(self, index: int, name: str) -> str:
        """The key of a role of a play: its name is whole, or an abbreviation of another."""
        own = speaker_key(name)
        key = self._abbreviated.get(own, own)
        if key != own and own not in self._seen_short:
            self._seen_short.add(own)
            self.shortened[index] = key
        if len(name) > len(self.names.get(key, "")):
            self.names[key] = name
        self._spoke.add(key)
        return key


class _Named(NamedTuple):
    """The words of a label. In "The Chair (Mr. Smith)" the honorific stands beside the title."""

    title: str
    honorific: str
    name: str
    collective: bool
    with_place: str = ""  # name and place, as printed: "BROWN of Ohio"
    initials: str = ""  # of the name, in brackets behind it: "Ann Roe (AR)"
    holds: bool = False  # title or name stands in brackets behind the other

    @classmethod
    def of(cls, text: str, label: Label) -> _Named:
        """The words of *label*, which begins the line *text*."""
        title, name = (None, None) if label.generic else (label.title, label.name)
        with_place = (name[0], label.place[1]) if name and label.place else None
        return cls(
            _part(text, title),
            _part(text, label.honorific),
            _part(text, name),
            label.collective,
            _part(text, with_place),
            _initials(text[: label.end], _part(text, name)),
            title is not None and name is not None and _are_apart(text, title, name),
        )


def _are_apart(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a bracket opens between the two stretches of *text*."""
    first, second = sorted((one, other))
    return "(" in text[first[1] : second[0]]


def _initials(label: str, name: str) -> str:
    """The initials of *name*, if they stand in brackets in *label*."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return initials if len(initials) > 1 and f"({initials})" in label else ""


def _in_full(named: Sequence[tuple[int, _Named]]) -> list[tuple[int, _Named]]:
    """*named*, with the name for the initials that stood behind it once."""
    full = {who.initials: who.name for _, who in named if who.initials}
    return [
        (index, who._replace(title="", name=full[short]) if short in full else who)
        for index, who in named
        for short in [who.name or who.title]
    ]


def _told_apart(named: Sequence[tuple[int, _Named]]) -> list[tuple[int, _Named]]:
    """*named*, with the place as part of the name where a name stands with more than one."""
    places: dict[str, set[str]] = {}
    for _, who in named:
        if who.with_place:
            places.setdefault(speaker_key(who.name), set()).add(speaker_key(who.with_place))
    several = {name for name, printed in places.items() if len(printed) > 1}
    return [
        (index, who._replace(name=who.with_place))
        if who.with_place and speaker_key(who.name) in several
        else (index, who)
        for index, who in named
    ]


def _abbreviated(names: Iterable[str]) -> dict[str, str]:
    """The key of each abbreviation among *names*, with the key of the only name it begins.

    An abbreviation is cut off after a consonant, before two letters or more, and its name is
    no abbreviation: "Marq" of "Marqueur", but not "Anna" of "Annabella".
    """
    keys = sorted({speaker_key(name) for name in names if name})
    found = {}
    for key, longer, after in zip(keys, keys[1:], [*keys[2:], ""], strict=False):
        only = longer.startswith(key) and not after.startswith(key)
        if only and 2 < len(key) < len(longer) - 1 and key[-1] not in _VOWELS:
            found[key] = longer
    return found


def _needs_title(name: str) -> bool:
    """Whether *name* is none without its title: a surname, or "of Crewe" of an earl."""
    first, space, _ = name.partition(" ")
    return not space or first.lower() == "of"


def _part(text: str, span: tuple[int, int] | None) -> str:
    return _words(text[slice(*span)]) if span else ""


def _words(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)
