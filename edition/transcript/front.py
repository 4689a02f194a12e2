"""What stands before the first turn: the page's chrome, title, date, place and lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, time
from typing import NamedTuple

from edition.transcript.convention import Convention
from edition.transcript.given_names import is_full_name
from edition.transcript.model import DateAndPlace, Kind

_MOST_TITLES = 6  # stretches of one title
_SHORTEST_MENU = 5  # lines
_LONGEST_DATED = 100  # characters, of a line with place and date
_MOST_PARTS = 4  # between commas, in such a line
_MOST_PLACE_WORDS = 5
_AROUND = " *_"  # of Markdown
_NO_PLACE = ':;!?()[]"“”0123456789#/'
_LONGEST_TITLE = 300  # characters; what is longer is a paragraph


class Front(NamedTuple):
    """The kind of each line before the first turn, by its index.

    *maybe_places* are lines of the lead that may name the place of the meeting.
    """

    kinds: dict[int, tuple[Kind, DateAndPlace | None]]
    maybe_places: frozenset[int]


def front_of(
    lines: Sequence[str], stop: int, convention: Convention, speakers: Collection[str] = ()
) -> Front:
    """The kind of every line before *stop* (an index) that is not blank. *lines* are plain.

    Chrome first; then the title; then date, time and place, which may come after a first
    lead; all else before the separator is lead. A line alone names the place if it follows a
    time, or if nothing but the separator or the body follows it; none of *speakers* is a place.
    """
    kinds: dict[int, tuple[Kind, DateAndPlace | None]] = {}
    maybe_places = set()
    filled = [index for index in range(stop) if lines[index].strip(" ")]
    kinds |= _before_title(lines, filled, convention)
    filled = [index for index in filled if index not in kinds]
    seen_date = any(found is not None for _, found in kinds.values())
    titles = _titles(lines, filled, convention)
    kinds |= dict.fromkeys(titles, (Kind.TITLE, None))
    filled = filled[len(titles) :]
    in_dateline = False
    seen_place = False
    after_time = seen_time = False
    for position, index in enumerate(filled):
        text = lines[index]
        found = dateline(text, convention) if not (seen_date and seen_time) or in_dateline else None
        if found is not None and found.date and seen_date and not in_dateline:
            found = None
        if found is None and in_dateline and _may_be_place(text, convention, speakers):
            following = lines[filled[position + 1]] if position + 1 < len(filled) else None
            if after_time or following is None or convention.front.separator_line.match(following):
                found = _place_alone(text)
            else:
                maybe_places.add(index)
        elif found is None and seen_date and not seen_place:
            found = _place_anywhere(text, convention)
        if found is not None:
            kinds[index] = (Kind.DATELINE, found)
            seen_place = found.place_span is not None
            in_dateline = not seen_place
            after_time = found.time != ""
            seen_time = seen_time or after_time
            seen_date = True
        elif convention.front.separator_line.match(text):
            ends = convention.front.ends_at_separator
            kinds[index] = (Kind.SEPARATOR if ends else Kind.CHROME, None)
            in_dateline = False
        else:
            kinds[index] = (Kind.LEAD, None)
            in_dateline = False
    return Front(kinds, frozenset(maybe_places))


def _before_title(
    lines: Sequence[str], filled: Sequence[int], convention: Convention
) -> dict[int, tuple[Kind, DateAndPlace | None]]:
    """The lines of the page, and the date line if it comes first."""
    kinds: dict[int, tuple[Kind, DateAndPlace | None]] = {}
    head = max((i for i in filled if convention.chrome.ends_head(lines[i])), default=-1)
    head = max(head, _end_of_menu(lines, filled, convention))
    for index in filled:
        if index <= head or convention.chrome.holds(lines[index]):
            kinds[index] = (Kind.CHROME, None)
        elif convention.front.dated_first and (
            found := dateline(lines[index], convention, first=True)
        ):
            kinds[index] = (Kind.DATELINE, found)
        else:
            break
    return kinds


def _end_of_menu(lines: Sequence[str], filled: Sequence[int], convention: Convention) -> int:
    """The last line of the page's menu, where most lines up to there are known; -1 if none is.

    It stands before the date; what is unknown among them belongs to the menu, too.
    """
    dated = next((i for i in filled if dateline(lines[i], convention)), -1)
    before = [index for index in filled if index < dated]
    known = [at for at, index in enumerate(before) if convention.chrome.holds(lines[index])]
    if len(known) < _SHORTEST_MENU or len(known) * 2 <= known[-1] + 1:
        return -1
    return before[known[-1]]


def _titles(lines: Sequence[str], filled: Sequence[int], convention: Convention) -> list[int]:
    """The lines of the title, which comes first in *filled*: one, if its end is not printed."""
    if not filled or not _is_title(lines[filled[0]], convention):
        return []
    soon = filled[: _MOST_TITLES + 1]
    end = next((i for i, at in enumerate(soon) if convention.front.ends_title(lines[at])), 1)
    return list(filled[:end])


def _may_be_place(text: str, convention: Convention, speakers: Collection[str]) -> bool:
    """Whether the line *text* could name a place: no sentence, no heading, no speaker's name."""
    return (
        convention.front.is_place(text)
        and not text.rstrip(" ").endswith(".")
        and convention.heading_in(text) is None
        and not any(name in text for name in speakers)
    )


def dateline(
    text: str, convention: Convention, *, own: bool = False, first: bool = False
) -> DateAndPlace | None:
    """The date, time or place that the whole line *text* gives; None if it gives none.

    With *own* a date must be written as the maker of *convention* writes it. The *first* line of a
    text is a title where words stand before the date: "Proceedings, 3 December 1794".
    """
    if not (own or first):
        told = _date_behind_place(text, convention) or _date_in_sentence(text, convention)
        if told is not None:
            return told
    if (match := convention.front.date_in(text, own=own)) is not None:
        return _date_and_place(match, convention)
    if (match := convention.front.time_in(text)) is not None:
        clock = _iso_time(match)
        return DateAndPlace(time=clock, time_span=match.span("time")) if clock else None
    return None


def _date_behind_place(text: str, convention: Convention) -> DateAndPlace | None:
    """The date of a line that names the place first: "Nairobi, 19 February 2009".

    A place has a word or a few, all with capitals, and is no person; a country may follow.
    """
    if len(text) > _LONGEST_DATED or "," not in text or not any(map(str.isdigit, text)):
        return None
    start = len(text) - len(text.lstrip(_AROUND))
    end = len(text.rstrip(_AROUND))
    parts = text[start:end].split(", ")
    for count in range(1, min(len(parts), _MOST_PARTS)):
        place = ", ".join(parts[:count])
        first = start + len(place) + 2
        if (match := convention.front.date_in(text[first:end])) is None:
            continue
        found = _date_and_place(match, convention)
        if found is None or found.place_span:
            return None
        day = place.lower() in convention.front.not_places.split()
        if not day and not _may_precede_date(place, convention):
            return None
        spans = (found.date_span, found.time_span)
        date_span, time_span = (span and (span[0] + first, span[1] + first) for span in spans)
        place_span = None if day else (start, start + len(place))
        return DateAndPlace(found.date, date_span, found.time, time_span, place_span)
    return None


def _date_in_sentence(text: str, convention: Convention) -> DateAndPlace | None:
    """The date and place of a line such as "A hearing, held at Hull on 24 February 1998"."""
    if (match := convention.front.sentence_in(text)) is None:
        return None
    if (dated := convention.front.date_in(match["when"])) is None:
        return None
    found = _date_and_place(dated, convention)
    if found is None or found.date_span is None or found.time_span or found.place_span:
        return None
    first = match.start("when")
    date_span = (found.date_span[0] + first, found.date_span[1] + first)
    is_place = match["place"] and convention.is_place_in_date_line(match["place"])
    return DateAndPlace(found.date, date_span, place_span=match.span("place") if is_place else None)


def _may_precede_date(text: str, convention: Convention) -> bool:
    """Whether *text* may be the place before a date: a name, and not that of a person."""
    words = text.replace(",", " ").split()
    small = convention.front.words_of_places | convention.particles
    return (
        len(words) <= _MOST_PLACE_WORDS
        and all(word[0].isupper() or word in small for word in words)
        and not any(char in _NO_PLACE for char in text)
        and convention.is_place_in_date_line(text)
        and not is_full_name(text.partition(",")[0], convention)
    )


def _is_title(text: str, convention: Convention) -> bool:
    """Whether the first line can be a title: no paragraph, no ornament, no date."""
    no_title = convention.front.separator_line.match(text) or dateline(text, convention, first=True)
    return len(text) <= _LONGEST_TITLE and not no_title and any(map(str.isalpha, text))


def _date_and_place(match: re.Match[str], convention: Convention) -> DateAndPlace | None:
    """None for a day in no calendar, or where a sentence goes on after the date."""
    groups = match.groupdict(default="")
    printed = groups["month"].lower()
    try:
        named = convention.front.month_names
        month = int(printed) if printed.isdigit() else named.index(printed) % 12 + 1
        iso = date(int(groups["year"]), month, int(groups["day"])).isoformat()
    except ValueError:
        return None
    clock = _iso_time(match) if groups.get("time") else ""
    place = None
    if printed := groups.get("place", "").rstrip(" "):
        if not convention.is_place_in_date_line(printed):
            return None
        start = match.start("place")
        place = (start, start + len(printed))
    span = match.span("time") if clock else None
    return DateAndPlace(iso, match.span("date"), clock, span, place)


def _iso_time(match: re.Match[str]) -> str:
    """The time of day; '' for an hour that no clock shows."""
    groups = match.groupdict(default="")
    half = groups.get("half", "").lower()
    try:
        hour = int(groups["hour"])
        if half and not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + 12 * (half == "p") if half else hour
        return time(hour, int(groups["minute"] or 0)).isoformat()
    except ValueError:
        return ""


def _place_anywhere(text: str, convention: Convention) -> DateAndPlace | None:
    match = convention.front.place_anywhere_in(text)
    return DateAndPlace(place_span=match.span("place")) if match is not None else None


def _place_alone(text: str) -> DateAndPlace:
    start = len(text) - len(text.lstrip(" "))
    return DateAndPlace(place_span=(start, len(text.rstrip(" "))))
