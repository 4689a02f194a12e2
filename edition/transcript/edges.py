"""Where a record begins and ends: its front, the foot of its page, the date line at its end."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

from edition.transcript.convention import Convention
from edition.transcript.examination import oaths_in
from edition.transcript.front import Front, dateline, front_of
from edition.transcript.inputs.formats import SUBTITLES, Format
from edition.transcript.labelled import Labelled
from edition.transcript.model import DateAndPlace, Kind
from edition.transcript.notes import whole_bracket

_STOPS = (".", "!", "?", "…")
_LONGEST_IN_FOOT = 160  # characters


class Edges:
    """The *front* of a record by the index of the line, and where the *foot* of its page begins.

    *maybe_places* are lines of the front that may name the place of the meeting.
    """

    def __init__(
        self, text: Labelled, headings: Container[int], convention: Convention, format_: Format
    ) -> None:
        self._text = text
        self._plain = text.layout.plain
        self._centred = text.layout.centred
        self._labels = text.labels
        self._headings = headings
        self._convention = convention
        self._format = format_
        self.foot = self._foot()
        self.first = min(self._labels, default=self.foot)
        self.front, self.maybe_places = self._front(self.first)

    def ends_record(self, index: int) -> bool:
        """Whether line *index* comes after turns, and then only date lines and trailers."""
        return bool(self._labels) and index >= self._end

    def closing(self, index: int, text: str) -> DateAndPlace | None:
        """The date line at the end of the record, which repeats the date of its front."""
        if not self.ends_record(index):
            return None
        if text.strip(" ") in self._places:
            start = len(text) - len(text.lstrip(" "))
            return DateAndPlace(place_span=(start, len(text.rstrip(" "))))
        return self._date_again(text)

    def is_centred_heading(self, index: int) -> bool:
        """Whether stretch *index* is printed in the middle, and is no bracket or rule."""
        words = self._plain[index].strip(" ")
        return (
            index in self._centred
            and not words.startswith(("(", "["))
            and not words.endswith((":", ",", ";"))
            and any(map(str.isalpha, words))
            and dateline(words, self._convention) is None
        )

    @cached_property
    def _end(self) -> int:
        """Index from which on there are only blank lines, dates of the front, places, trailers."""
        places, last_label = self._places, max(self._labels)
        for index in range(self.foot - 1, last_label, -1):
            line = self._plain[index]
            ends = self._convention.marks.trailer_line.match(line) or self._date_again(line)
            if line.strip(" ") and not ends and line.strip(" ") not in places:
                return index + 1
        return last_label + 1

    def _date_again(self, text: str) -> DateAndPlace | None:
        """The date or time in the line *text*, if the front of the record has no other date."""
        found = dateline(text, self._convention)
        known = found is not None and (found.date in self._dates or not found.date)
        return found if known else None

    @cached_property
    def _dates(self) -> set[str]:
        """The dates that the front of the record has."""
        return {front.date for _, front in self.front.values() if front is not None} - {""}

    @cached_property
    def _places(self) -> set[str]:
        """The places that the front of the record has, as printed."""
        return {
            self._plain[index][slice(*front.place_span)]
            for index, (_, front) in self.front.items()
            if front is not None and front.place_span is not None
        }

    def _foot(self) -> int:
        """Index of the line at which the foot of the page begins; the end if it has none."""
        for index in range(self._last_sentence() + 1, len(self._plain)):
            if self._convention.chrome.is_foot(self._plain[index]):
                return index
        return len(self._plain)

    def _last_sentence(self) -> int:
        """Index of the last line that has a label, is long or ends as a sentence: no foot."""
        last_label = max(self._labels, default=0)
        for index in range(len(self._plain) - 1, last_label, -1):
            line = self._plain[index].rstrip(" ")
            if len(line) > _LONGEST_IN_FOOT or line.endswith(_STOPS):
                return index
        return last_label

    def _front(self, first_label: int) -> Front:
        """The lines before the first turn; the opening lines where there is none.

        Subtitles have neither title nor date.
        """
        if self._format in SUBTITLES:
            return Front({}, frozenset())
        if self._labels:
            start = self._start_of_body(first_label)
            return front_of(self._plain, start, self._convention, self._names_in_labels())
        kinds, maybe_places = front_of(self._plain, self.foot, self._convention)
        after_separator = Kind.SEPARATOR in (kind for kind, _ in kinds.values())
        stops = (Kind.SEPARATOR,) if after_separator else (Kind.LEAD,)
        end = next((i for i, (kind, _) in kinds.items() if kind in stops), self.foot)
        opening = {i: kind for i, kind in kinds.items() if i < end + after_separator}
        return Front(opening, maybe_places)

    def _names_in_labels(self) -> set[str]:
        """The names of two words and more that labels have, as printed."""
        parts = ((i, label.name) for i, label in self._labels.items() if label.name is not None)
        return {name for i, part in parts if " " in (name := self._plain[i][slice(*part)])}

    def _start_of_body(self, first_label: int) -> int:
        """Index of the first line that is body: after the separator, or the first heading.

        At the latest where a witness is sworn.
        """
        separator = self._convention.front.separator_line
        for index in range(first_label):
            if self._convention.front.ends_at_separator and separator.match(self._plain[index]):
                return index + 1
        if self._convention.marks.directions and (act := self._first_act(first_label)):
            return act
        start = min([first_label, *oaths_in(self._plain, self._labels, self._convention)])
        for index in range(start - 1, -1, -1):
            text = self._plain[index]
            if index and (
                self._convention.heading_in(text) is not None
                or (self.is_centred_heading(index) and not self._is_first_line(index))
            ):
                return index
            if self._is_between_turns(index):
                start = index
            elif text.strip(" "):
                break
        return start

    def _first_act(self, first_label: int) -> int:
        """Index of the last headings of a play before its first turn; 0 if there are none."""
        act = 0
        for index in range(first_label - 1, 0, -1):
            if index in self._headings:
                act = index
            elif act and self._plain[index].strip(" "):
                break
        return act

    def _is_between_turns(self, index: int) -> bool:
        """Whether stretch *index* is a note, a narration or furniture, as stand between turns."""
        text, brackets = self._plain[index], self._convention.marks.bracketed_events
        narration = self._convention.narration_in(text)
        furniture = self._text.furniture_at(index)
        if furniture == "timeStamp" and self._convention.front.time_in(text) is not None:
            return self._is_stamped
        return (
            (index > 0 and whole_bracket(text, brackets) is not None)
            or furniture is not None
            or (narration is not None and not narration.beside)
        )

    @cached_property
    def _is_stamped(self) -> bool:
        """Whether times stand between turns: one before the first is not that of the meeting."""
        turns = range(min(self._labels, default=0), len(self._plain))
        return any(self._text.furniture_at(index) == "timeStamp" for index in turns)

    def _is_first_line(self, index: int) -> bool:
        """Whether nothing but the page's lines and a date line are before stretch *index*."""
        return all(
            not text.strip(" ")
            or self._convention.chrome.holds(text)
            or dateline(text, self._convention)
            for text in self._plain[:index]
        )
