"""The tables of a convention that know lines by themselves: page, front matter, editors' marks."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated

import msgspec
from msgspec import Meta

from edition.transcript.convention_tables import Opening
from edition.transcript.line_patterns import any_of, whole

_LONGEST_SENTENCE = 250  # characters, of a sentence that tells when the meeting was
_LONGEST_DATELINE = 200  # characters


class Chrome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Lines of the page around the record: whole as they are printed, or by their openings.

    *until* is the last line of the head of the page, which is chrome with all that is before it.
    """

    lines: list[str] = []
    openings: list[Opening] = []
    until: list[Opening] = []
    foot: list[str] = []
    foot_openings: list[Opening] = []
    publisher: list[str] = []

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(self.lines)

    def holds(self, text: str) -> bool:
        """Whether *text* is a line of the page that is not of the record."""
        return text.strip() in self._lines or any(
            opening.matches(text) for opening in self.openings
        )

    def ends_head(self, text: str) -> bool:
        """Whether *text* is the last line of the head of the page."""
        return any(opening.matches(text) for opening in self.until)

    def is_foot(self, text: str) -> bool:
        """Whether the foot of the page begins with the line *text*."""
        return text.strip() in self.foot or any(
            opening.matches(text) for opening in self.foot_openings
        )

    def is_publisher(self, text: str) -> bool:
        """Whether *text* is the chrome line that names the publisher."""
        return text.strip() in self.publisher


class Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What stands before the first turn.

    The title goes on until a line that *title_until* matches, if one does soon. With
    *dated_first* the date line stands before the title. Behind a date none of *not_places* is a
    place. *place_anywhere* matches a line after the date, at any distance, that has a place in its
    group place. *in_sentence* matches a line that tells in a sentence when the meeting was, in its
    group when, and maybe in its group place where. If not *ends_at_separator*, rules stand in the
    front matter, too: they belong to the page, and do not end it.
    """

    date: str = ""
    other_dates: list[str] = []
    months: str = ""
    time: str = ""
    place: str = ""
    place_words: str = ""
    not_places: str = ""
    separator: str = ""
    title_until: str = ""
    dated_first: bool = False
    place_anywhere: str = ""
    in_sentence: str = ""
    ends_at_separator: bool = True

    def date_in(self, text: str, *, own: bool = False) -> re.Match[str] | None:
        """The match of a date line, with groups date, day, month, year and maybe time, place.

        With *own* it must be written as this maker writes it.
        """
        if len(text) > _LONGEST_DATELINE or not any(map(str.isdigit, text)):
            return None
        others = () if own else self.other_dates
        matches = (whole(pattern).match(text) for pattern in (self.date, *others))
        return next((match for match in matches if match is not None), None)

    def time_in(self, text: str) -> re.Match[str] | None:
        """The match of a line that is a time of day, with groups time, hour, minute and half.

        The group half is the first letter of a.m. or p.m.; a pattern may do without it.
        """
        if len(text) > _LONGEST_DATELINE or not any(map(str.isdigit, text)):
            return None
        return whole(self.time).match(text)

    @cached_property
    def _place_line(self) -> re.Pattern[str]:
        """Matches a line that names a place."""
        return whole(self.place)

    @cached_property
    def month_names(self) -> tuple[str, ...]:
        """The names of the months in lower case, January first."""
        return tuple(self.months.lower().split())

    @cached_property
    def words_of_places(self) -> frozenset[str]:
        """Words that a place's name may hold in lower case."""
        return frozenset(self.place_words.split())

    def is_place(self, text: str) -> bool:
        """Whether *text* could be a place's name: short, and in capitals but for small words."""
        words = text.replace(",", " ").split()
        return self._place_line.match(text) is not None and all(
            not word[0].islower() or word in self.words_of_places for word in words
        )

    def place_anywhere_in(self, text: str) -> re.Match[str] | None:
        """The match of a line of the front matter that has a place in its group place."""
        return whole(self.place_anywhere).match(text)

    def sentence_in(self, text: str) -> re.Match[str] | None:
        """The match of a line of the front matter that tells in its group when of a date."""
        if len(text) > _LONGEST_SENTENCE or not any(map(str.isdigit, text)):
            return None
        return whole(self.in_sentence).match(text)

    def ends_title(self, text: str) -> bool:
        """Whether the title ends before the line *text*."""
        return whole(self.title_until).match(text) is not None

    @cached_property
    def separator_line(self) -> re.Pattern[str]:
        """Matches an ornament or rule."""
        return whole(self.separator)


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Signs of the record's editors; *maker* has words that only this maker's texts hold.

    *places* has those of a date line that show the maker where nothing else does. With *needed* a
    text that holds none of the marks is another maker's. With *directions* every bracket is a stage
    direction, as in a play. *note_headings* are the words that alone head footnotes at the end.
    """

    maker: list[str] = []
    places: list[str] = []
    needed: bool = False
    elision: list[str] = []
    editorial: str = ""
    bracketed_events: Annotated[str, Meta(pattern=r"^[(\[{*]{1,4}$")] = "("
    trailer: list[str] = []
    pullquote: list[str] = []
    directions: bool = False
    pullquote_share: Annotated[float, Meta(ge=0, le=1)] = 0
    note_headings: str = ""

    @cached_property
    def headings_of_notes(self) -> frozenset[str]:
        """The words that head footnotes, in lower case."""
        return frozenset(self.note_headings.split())

    @cached_property
    def trailer_line(self) -> re.Pattern[str]:
        """Matches "To be continued" and its like."""
        return whole("|".join(self.trailer))

    @cached_property
    def pullquote_line(self) -> re.Pattern[str]:
        """Matches a display quotation by its quotation marks."""
        return whole("|".join(self.pullquote))

    @cached_property
    def elisions(self) -> re.Pattern[str]:
        """Matches a sign that something was left out."""
        return any_of(*self.elision)

    @cached_property
    def insertions(self) -> re.Pattern[str]:
        """Matches words that the record's editors inserted."""
        return any_of(self.editorial)

    @cached_property
    def any_mark(self) -> re.Pattern[str]:
        """Matches wherever an elision, an insertion or a bracket begins."""
        brackets = f"[{re.escape(self.bracketed_events)}]"
        return any_of(*self.elision, self.editorial, brackets)
