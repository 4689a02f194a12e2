"""The tables of a convention file (``conventions/*.toml``), as they are written there."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated

import msgspec
from msgspec import Meta


class Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What begins with one of *words* and goes on as the pattern *after* says.

    With *plural* an s may follow the word. All is written in lower case, and matches in any
    case. Words are looked up in a set, and the pattern is compiled when one of them is found:
    that is much faster than a pattern of words.
    """

    words: str
    after: str = ""
    plural: bool = False

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which it may begin, in lower case."""
        words = self.words.split()
        return frozenset(words + [f"{word}s" for word in words] if self.plural else words)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self.after)

    def matches(self, text: str) -> bool:
        """Whether *text*, white space around it aside, is of this kind."""
        words = text.split(maxsplit=1)
        first = words[0].lower() if words else ""
        if first not in self.first_words:
            return False
        return self._after.fullmatch(text.strip().lower(), len(first)) is not None


class Chrome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines of the page around the record: whole as they are printed, or by their openings."""

    lines: list[str] = []
    openings: list[Opening] = []
    foot: list[str] = []
    foot_openings: list[Opening] = []
    publisher: list[str] = []


class Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the first turn."""

    date: str = ""
    other_dates: list[str] = []
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
    generic: list[Opening] = []
    particles: str = ""
    openers: str = ""
    not_first_names: str = ""
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
    """A line that heads a part, and begins with one of *words*.

    *partial* says that the record is not complete.
    """

    words: str
    pattern: str
    partial: bool = False


class EventPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a note in brackets, and the event they tell of.

    One of *parts*, which are words or parts of words in lower case, stands in the note.
    """

    parts: str
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
