"""Conventions: how one maker of transcripts prints them, as data (``conventions/*.toml``).

Patterns are compiled when they are first needed, and a cheap test comes before each: compiling
takes longer than reading a transcript does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from edition.transcript.compiled_form import CompiledForm
from edition.transcript.convention_lines import Chrome, Front, Marks
from edition.transcript.convention_tables import (
    EventPattern,
    Furniture,
    Heading,
    Labels,
    LostLabels,
    Narration,
    Opening,
    Presiding,
    Roles,
    Summaries,
)
from edition.transcript.forms import Words
from edition.transcript.line_patterns import NOTHING, any_of, whole
from edition.transcript.model import Event

LONGEST_EVENT = 200  # characters
_LONGEST_HEADING = 250  # and the longest line of the page
_NUMBERED = re.compile(r"(?:[^\W\d_a-z][\w’'-]{1,20} ){0,2}([^\W\d_]{2,20})[ _]?#?[0-9]{1,3}")
_SENTENCES = re.compile(r"(?<=\.) +(?=[^\W\d_a-z])")
_NO_HEADING = (".", ":", ",", ";")


class Convention(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One maker's way of printing; the patterns compiled, the word lists as sets.

    *short_headings* is the most characters of a paragraph that is a heading if no stop ends it;
    with 0 there are no such headings. *clock* says that times in the text count from the beginning
    of a recording, and what their parts are: hours, minutes and seconds, or days before them.
    """

    name: str
    title: str
    language: str
    labels: Labels
    wrapped: bool = False
    clock: Literal["", "h:m:s", "d:h:m:s"] = ""
    short_headings: Annotated[int, Meta(ge=0, le=_LONGEST_HEADING)] = 0
    chrome: Chrome = Chrome()
    front: Front = Front()
    roles: Roles = Roles()
    marks: Marks = Marks()
    summaries: Summaries = Summaries()
    lost_labels: LostLabels = LostLabels()
    headings: list[Heading] = []
    furniture: list[Furniture] = []
    events: list[EventPattern] = []
    narration: list[Narration] = []
    presiding: list[Presiding] = []

    def is_place_in_date_line(self, text: str) -> bool:
        """Whether *text*, behind a date and a comma, is a place: words with capitals, no title."""
        if self.front.is_place(text):
            return True
        words = text.replace(",", " ").split()
        others = (
            self.offices | self.honorifics | self.not_names | set(self.front.not_places.split())
        )
        return others.isdisjoint(map(str.lower, words)) and all(
            word[0].isupper() or word in self.front.words_of_places for word in words
        )

    @cached_property
    def _generic_words(self) -> frozenset[str]:
        return frozenset().union(*(opening.first_words for opening in self._nobody))

    @cached_property
    def _nobody(self) -> Sequence[Opening]:
        return (*self.labels.generic, *self.labels.unnamed)

    @cached_property
    def _many(self) -> Sequence[Opening]:
        return (*self.labels.collective, *self.labels.crowds)

    @cached_property
    def voices(self) -> frozenset[str]:
        """Words for people whose names are not told, in lower case: "voice", "audience"."""
        return frozenset(self.labels.voices.split())

    @cached_property
    def _many_words(self) -> frozenset[str]:
        return frozenset().union(*(opening.first_words for opening in self._many))

    def names_nobody(self, text: str) -> bool:
        """Whether the label *text* names nobody in a known way: "Question"."""
        words = text.split(maxsplit=1)
        if not words or words[0].lower() not in self._generic_words:
            return False
        return any(opening.matches(text) for opening in self._nobody)

    def names_many(self, text: str) -> bool:
        """Whether the label *text* means many people at once: "Hon. Members"."""
        words = text.split(maxsplit=1)
        if not words or words[0].lower() not in self._many_words:
            return False
        return any(opening.matches(text) for opening in self._many)

    @cached_property
    def forms(self) -> tuple[CompiledForm, ...]:
        """The forms of labels, in the order in which they are tried. Raises FormError."""
        words = Words(self.honorifics, self.particles, self.labels.bodies.split(), self.offices)
        return tuple(CompiledForm(*pair, words) for pair in enumerate(self.labels.forms))

    def furniture_in(self, text: str) -> Furniture | None:
        """The furniture that the whole line *text* may be; None for a line of the text."""
        if len(text) > _LONGEST_HEADING:
            return None
        for entry in self.furniture:
            if any(map(text.__contains__, entry.words)) and whole(entry.pattern).match(text):
                return entry
        return None

    @cached_property
    def before(self) -> re.Pattern[str]:
        """Matches what stands in front of a label: a time code, a chevron."""
        return re.compile(self.labels.before) if self.labels.before else NOTHING

    def untimed(self, text: str) -> int:
        """How long what stands in front of a label is at the beginning of *text*, if anything."""
        before = self.before.match(text)
        return before.end() if before else 0

    @cached_property
    def remark(self) -> re.Pattern[str]:
        """Matches the remarks in brackets at the end of a label."""
        remark = self.labels.remark
        return re.compile(rf"(?:\s*(?:{remark}))+\s*$") if remark else NOTHING

    @cached_property
    def tooltip(self) -> re.Pattern[str]:
        """Matches what was pasted into a label after the name."""
        return re.compile(rf"(?:{self.labels.tooltip}).*$") if self.labels.tooltip else NOTHING

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Matches the opening of a paragraph with which a new speaker is likely to begin."""
        openings = "|".join(self.lost_labels.openings)
        return re.compile(rf"(?:{openings})\b") if openings else NOTHING

    @cached_property
    def lead_in(self) -> re.Pattern[str]:
        """Matches what may stand in a summary before the name."""
        return any_of(*self.summaries.lead_ins)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Words of titles, in lower case."""
        return frozenset(self.labels.offices.split())

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """Words of politeness before a name, in lower case."""
        return frozenset(self.labels.honorifics.split())

    @cached_property
    def articles(self) -> frozenset[str]:
        """Articles before a title, in lower case."""
        return frozenset(self.labels.articles.split())

    @cached_property
    def particles(self) -> frozenset[str]:
        """Small words inside a name, in lower case."""
        return frozenset(self.labels.particles.split())

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that open a sentence and no label, in lower case."""
        return frozenset(self.labels.openers.split())

    @cached_property
    def not_first_names(self) -> frozenset[str]:
        """Words with which no person's name begins, in lower case."""
        return frozenset(self.labels.not_first_names.split())

    @cached_property
    def not_names(self) -> frozenset[str]:
        """Words with which no person's name ends, in lower case."""
        return frozenset(self.labels.not_names.split())

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """Verbs that no label holds, in lower case."""
        return frozenset(self.labels.sentence_words.split())

    @cached_property
    def addressed(self) -> frozenset[str]:
        """Offices that follow a word of politeness where their holder is addressed."""
        return frozenset(self.labels.addressed.split())

    @cached_property
    def _numbered(self) -> frozenset[str]:
        """Words of which each with a number behind it is a person, in lower case."""
        return frozenset(self.labels.numbered.split())

    def numbers_person(self, text: str) -> bool:
        """Whether *text* is what a person is called whose name is not told: "Participant 3"."""
        match = _NUMBERED.fullmatch(text)
        return match is not None and match[1].lower() in self._numbered

    @cached_property
    def styles(self) -> frozenset[str]:
        """Offices whose holders are known by one name, in lower case."""
        return frozenset(self.labels.styles.split())

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Verbs that report a speech, in lower case."""
        return frozenset(self.summaries.verbs.split())

    @cached_property
    def _heading_words(self) -> dict[str, list[Heading]]:
        """The headings by the words with which they begin."""
        found: dict[str, list[Heading]] = {}
        for heading in self.headings:
            for word in heading.words.split():
                found.setdefault(word, []).append(heading)
        return found

    def heading_in(self, text: str) -> Heading | None:
        """The kind of heading that the line *text* is; None if it is none."""
        if len(text) > _LONGEST_HEADING:
            return None
        ends = text.rstrip(" ").endswith(_NO_HEADING)
        words = text.split(maxsplit=1)
        kinds = self._heading_words.get(words[0], []) if words else []
        return next(
            (kind for kind in kinds if (kind.stop or not ends) and whole(kind.pattern).match(text)),
            None,
        )

    @cached_property
    def _narrations(self) -> dict[str, list[Narration]]:
        """The narrations by the words with which they begin."""
        found: dict[str, list[Narration]] = {}
        for entry in self.narration:
            for word in entry.words.split():
                found.setdefault(word, []).append(entry)
        return found

    def narration_in(self, text: str) -> Narration | None:
        """The narration that the paragraph *text* is; None for a paragraph of another kind.

        One of several sentences, each a narration, is as the first of them.
        """
        found = self._narration_of(text)
        if found is not None or len(text) > _LONGEST_HEADING or self._begun_by(text) == []:
            return found
        first, *others = [self._narration_of(sentence) for sentence in _SENTENCES.split(text)]
        return first if others and None not in others else None

    def _narration_of(self, text: str) -> Narration | None:
        entries = self._begun_by(text)
        return next((entry for entry in entries if whole(entry.pattern).match(text)), None)

    def _begun_by(self, text: str) -> list[Narration]:
        """The narrations that begin as *text* does."""
        if not self.narration:
            return []
        words = text.split(maxsplit=1)
        return self._narrations.get(words[0], []) if words else []

    def presiding_in(self, text: str) -> tuple[Presiding, re.Match[str]] | None:
        """What the line *text* says of who presides, and its match, with the name."""
        if not self.presiding or len(text) > _LONGEST_HEADING:
            return None
        first = "".join(text.split(maxsplit=1)[:1])
        return next(
            (
                (entry, match)
                for entry in self.presiding
                if first in entry.words.split() and (match := whole(entry.presides).match(text))
            ),
            None,
        )

    @cached_property
    def _event_parts(self) -> tuple[tuple[tuple[str, ...], EventPattern], ...]:
        return tuple((tuple(entry.parts.split()), entry) for entry in self.events)

    @cached_property
    def _any_event_part(self) -> re.Pattern[str]:
        return any_of(*(re.escape(part) for parts, _ in self._event_parts for part in parts))

    def event_of(self, words: str) -> Event | None:
        """The event that *words*, the inside of a note in brackets, tell of; none if long."""
        entry = self._event_entry(words)
        return Event(entry.element, entry.type) if entry is not None else None

    def likely_event_of(self, words: str) -> Event | None:
        """The event that *words* tell of, if they may as well be somebody's own: it is told."""
        entry = self._event_entry(words, told=True)
        return Event(entry.element, entry.type) if entry is not None else None

    def ends_speech(self, words: str) -> bool:
        """Whether nobody speaks after the note *words*, the inside of a bracket."""
        entry = self._event_entry(words)
        return entry is not None and entry.ends

    def _event_entry(self, words: str, *, told: bool = False) -> EventPattern | None:
        if len(words) > LONGEST_EVENT:
            return None
        lower = words.lower()
        if self._any_event_part.search(lower) is None:
            return None
        for parts, entry in self._event_parts:
            if entry.told != told or not any(part in lower for part in parts):
                continue
            if whole(entry.pattern).match(words):
                return entry
        return None
