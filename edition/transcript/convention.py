"""Conventions: how one maker of transcripts prints them, as data (``conventions/*.toml``)."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from edition.files import read_bytes
from edition.toml import parse
from edition.transcript.model import Event

FOLDER = Path(__file__).with_name("conventions")
_NOTHING = re.compile(r"(?!)")
LONGEST_EVENT = 200  # characters


class Chrome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines of the page around the record."""

    lines: list[str] = []
    foot: list[str] = []
    publisher: list[str] = []


class Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the first turn."""

    date: str = ""
    months: str = ""
    time: str = ""
    place: str = ""
    place_words: str = ""
    separator: str = ""


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a label looks; *recurs* is how often an unknown label must occur to be believed."""

    delimiter: Annotated[str, Meta(min_length=1, max_length=3)]
    longest: Annotated[int, Meta(ge=1, le=1000)] = 120
    recurs: Annotated[int, Meta(ge=1)] = 1
    offices: str = ""
    honorifics: str = ""
    generic: list[str] = []
    particles: str = ""
    openers: str = ""
    not_names: str = ""
    sentence_words: str = ""
    styles: str = ""
    remark: str = ""
    tooltip: str = ""


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles that give a speaker a role in the meeting."""

    chair: list[str] = []


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Signs of the record's editors."""

    elision: list[str] = []
    editorial: str = ""
    trailer: list[str] = []
    pullquote: list[str] = []
    pullquote_share: Annotated[float, Meta(ge=0, le=1)] = 0


class Heading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that heads a part; *partial* says that the record is not complete."""

    pattern: str
    partial: bool = False


class EventPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a note in brackets, and the event they tell of."""

    pattern: str
    element: str
    type: str


class Summaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a speech that is not printed is summarised."""

    verbs: str = ""
    lead_ins: list[str] = []


class LostLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Openings that give away a turn whose label is missing."""

    openings: list[str] = []


class Convention(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One maker's way of printing; the patterns compiled, the word lists as sets."""

    name: str
    title: str
    language: str
    labels: Labels
    chrome: Chrome = Chrome()
    front: Front = Front()
    roles: Roles = Roles()
    marks: Marks = Marks()
    summaries: Summaries = Summaries()
    lost_labels: LostLabels = LostLabels()
    headings: list[Heading] = []
    events: list[EventPattern] = []

    @cached_property
    def chrome_line(self) -> re.Pattern[str]:
        """Matches a line of the page that is not of the record."""
        return _whole(self.chrome.lines)

    @cached_property
    def foot_line(self) -> re.Pattern[str]:
        """Matches the line with which the foot of the page begins."""
        return _whole(self.chrome.foot)

    @cached_property
    def publisher_line(self) -> re.Pattern[str]:
        """Matches the chrome line that names the publisher."""
        return _whole(self.chrome.publisher)

    @cached_property
    def date_line(self) -> re.Pattern[str]:
        """Matches a date line, with groups day, month, year and perhaps place."""
        return _whole([self.front.date])

    @cached_property
    def time_line(self) -> re.Pattern[str]:
        """Matches a line that is a time of day, with groups hour and minute."""
        return _whole([self.front.time])

    @cached_property
    def place_line(self) -> re.Pattern[str]:
        """Matches a line that names a place."""
        return _whole([self.front.place])

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the months, January first."""
        return tuple(self.front.months.split())

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Words that a place's name may hold in lower case."""
        return frozenset(self.front.place_words.split())

    def is_place(self, text: str) -> bool:
        """Whether *text* could be a place's name: short, and in capitals but for small words."""
        words = text.replace(",", " ").split()
        return self.place_line.match(text) is not None and all(
            not word[0].islower() or word in self.place_words for word in words
        )

    @cached_property
    def separator_line(self) -> re.Pattern[str]:
        """Matches an ornament or rule."""
        return _whole([self.front.separator])

    @cached_property
    def trailer_line(self) -> re.Pattern[str]:
        """Matches "To be continued" and its like."""
        return _whole(self.marks.trailer)

    @cached_property
    def pullquote_line(self) -> re.Pattern[str]:
        """Matches a display quotation by its quotation marks."""
        return _whole(self.marks.pullquote)

    @cached_property
    def elision(self) -> re.Pattern[str]:
        """Matches a sign that something was left out."""
        return _any(self.marks.elision)

    @cached_property
    def editorial(self) -> re.Pattern[str]:
        """Matches words that the record's editors inserted."""
        return _any([self.marks.editorial])

    @cached_property
    def any_mark(self) -> re.Pattern[str]:
        """Matches wherever an elision, an insertion or a bracket begins."""
        return _any([*self.marks.elision, self.marks.editorial, r"\("])

    @cached_property
    def generic_label(self) -> re.Pattern[str]:
        """Matches a label that names nobody."""
        return _whole(self.labels.generic)

    @cached_property
    def remark(self) -> re.Pattern[str]:
        """Matches a remark in brackets at the end of a label."""
        return re.compile(rf"\s*(?:{self.labels.remark})\s*$") if self.labels.remark else _NOTHING

    @cached_property
    def tooltip(self) -> re.Pattern[str]:
        """Matches what was pasted into a label after the name."""
        return re.compile(rf"(?:{self.labels.tooltip}).*$") if self.labels.tooltip else _NOTHING

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Matches the opening of a paragraph with which a new speaker is likely to begin."""
        found = _any(self.lost_labels.openings)
        return re.compile(rf"(?:{found.pattern})\b") if self.lost_labels.openings else _NOTHING

    @cached_property
    def lead_in(self) -> re.Pattern[str]:
        """Matches what may stand in a summary before the name."""
        return _any(self.summaries.lead_ins)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Words of titles, in lower case."""
        return frozenset(self.labels.offices.split())

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """Words of politeness before a name, in lower case."""
        return frozenset(self.labels.honorifics.split())

    @cached_property
    def particles(self) -> frozenset[str]:
        """Small words inside a name, in lower case."""
        return frozenset(self.labels.particles.split())

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that open a sentence and no label, in lower case."""
        return frozenset(self.labels.openers.split())

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Words with which no person's name ends, in lower case."""
        return frozenset(self.labels.not_names.split())

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """Verbs that no label holds, in lower case."""
        return frozenset(self.labels.sentence_words.split())

    @cached_property
    def styles(self) -> frozenset[str]:
        """Offices whose holders are known by one name, in lower case."""
        return frozenset(self.labels.styles.split())

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Verbs that report a speech, in lower case."""
        return frozenset(self.summaries.verbs.split())

    @cached_property
    def heading_patterns(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        """Each pattern of a heading, and whether it says that the record is not complete."""
        return tuple((_whole([heading.pattern]), heading.partial) for heading in self.headings)

    @cached_property
    def event_patterns(self) -> tuple[tuple[re.Pattern[str], Event], ...]:
        """Each pattern of a stage note's words, and its event."""
        return tuple(
            (_whole([entry.pattern]), Event(entry.element, entry.type)) for entry in self.events
        )

    def event_of(self, words: str) -> Event | None:
        """The event that *words*, the inside of a note in brackets, tell of; none if long."""
        if len(words) > LONGEST_EVENT:
            return None
        return next((event for pattern, event in self.event_patterns if pattern.match(words)), None)


def names() -> list[str]:
    """The conventions that come with the program, in alphabetical order."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def load(name: str) -> Convention:
    """The convention *name*, one of :func:`names`. Raises EditionError (M001–M006)."""
    path = FOLDER / f"{name}.toml"
    return parse(read_bytes(path), path.name).typed(Convention)


def _alternatives(patterns: list[str]) -> str:
    """One pattern for many. A flag at a pattern's beginning holds for that pattern alone."""
    kept = [pattern for pattern in patterns if pattern]
    return "|".join(re.sub(r"\(\?i\)(.*?)(?=\|\(\?i\)|$)", r"(?i:\1)", pattern) for pattern in kept)


def _whole(patterns: list[str]) -> re.Pattern[str]:
    """A pattern for a line that is one of *patterns*, white space around it aside."""
    inner = _alternatives(patterns)
    return re.compile(rf"\s*(?:{inner})\s*\Z") if inner else _NOTHING


def _any(patterns: list[str]) -> re.Pattern[str]:
    inner = _alternatives(patterns)
    return re.compile(inner) if inner else _NOTHING
