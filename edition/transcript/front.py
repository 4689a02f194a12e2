"""What stands before the first turn: the page's chrome, title, date, place and lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from edition.transcript.convention import Convention
from edition.transcript.model import DateAndPlace, Kind

_LONGEST_TITLE = 300  # characters; what is longer is a paragraph


def front_kinds(
    lines: Sequence[str], stop: int, convention: Convention
) -> dict[int, tuple[Kind, DateAndPlace | None]]:
    """The kind of every line before *stop* (an index) that is not blank. *lines* are plain.

    Chrome first; then the title; then date, time and place, which may come after a first
    lead; all else before the separator is lead.
    """
    kinds: dict[int, tuple[Kind, DateAndPlace | None]] = {}
    filled = [index for index in range(stop) if lines[index].strip(" ")]
    while filled and convention.is_chrome(lines[filled[0]]):
        kinds[filled.pop(0)] = (Kind.CHROME, None)
    if filled and _is_title(lines[filled[0]], convention):
        kinds[filled.pop(0)] = (Kind.TITLE, None)
    in_dateline = False
    seen_date = False
    for index in filled:
        text = lines[index]
        found = dateline(text, convention) if not seen_date or in_dateline else None
        if found is None and in_dateline and convention.is_place(text):
            found = _place_alone(text)
        if found is not None:
            kinds[index] = (Kind.DATELINE, found)
            in_dateline = found.place_span is None
            seen_date = True
        elif convention.separator_line.match(text):
            kinds[index] = (Kind.SEPARATOR, None)
            in_dateline = False
        else:
            kinds[index] = (Kind.LEAD, None)
            in_dateline = False
    return kinds


def dateline(text: str, convention: Convention) -> DateAndPlace | None:
    """The date, time or place that the whole line *text* gives; None if it gives none."""
    if (match := convention.date_in(text)) is not None:
        return _date_and_place(match, convention)
    if (match := convention.time_in(text)) is not None:
        clock = _iso_time(match)
        return DateAndPlace(time=clock, time_span=match.span("time")) if clock else None
    return None


def _is_title(text: str, convention: Convention) -> bool:
    """Whether the first line can be a title: no paragraph, no ornament, no date."""
    no_title = convention.separator_line.match(text) or dateline(text, convention)
    return len(text) <= _LONGEST_TITLE and not no_title


def _date_and_place(match: re.Match[str], convention: Convention) -> DateAndPlace | None:
    """None for a day in no calendar, or where a sentence goes on after the date."""
    try:
        month = convention.months.index(match["month"]) + 1
        iso = date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None
    clock = _iso_time(match) if match["time"] else ""
    place = None
    if match["place"] is not None:
        if not convention.is_place(match["place"]):
            return None
        start = match.start("place")
        place = (start, start + len(match["place"].rstrip(" ")))
    span = match.span("time") if clock else None
    return DateAndPlace(iso, match.span("date"), clock, span, place)


def _iso_time(match: re.Match[str]) -> str:
    """The time of day; '' for an hour that no clock shows."""
    try:
        return time(int(match["hour"]), int(match["minute"])).isoformat()
    except ValueError:
        return ""


def _place_alone(text: str) -> DateAndPlace:
    start = len(text) - len(text.lstrip(" "))
    return DateAndPlace(place_span=(start, len(text.rstrip(" "))))
