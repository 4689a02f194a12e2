"""When the meetings were: how many in each month, year, decade or century."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

_MOST_BINS = 60
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?")


class Meeting(NamedTuple):
    """A meeting: its date, as precise as it is known, and the page on which it is listed."""

    date: str
    page: str


class _Unit(NamedTuple):
    """A length of time: its name, its months, how many characters of a date name it."""

    name: str
    months: int


_UNITS = (_Unit("month", 1), _Unit("year", 12), _Unit("decade", 120), _Unit("century", 1200))


def timeline(meetings: Iterable[Meeting]) -> Element | None:
    """The shortest times of which there are not too many, each with the number of its meetings.

    None where all that are dated fall into one. A meeting whose month is not known is in none.
    """
    dated = [(found, it) for it in meetings if (found := _DATE.match(it.date))]
    is_to_month = all(found[2] for found, _ in dated)
    for unit in _UNITS[0 if is_to_month else 1 :]:
        bins: dict[int, list[Meeting]] = {}
        for found, meeting in dated:
            month = int(found[1]) * 12 + int(found[2] or 1) - 1
            bins.setdefault(month // unit.months, []).append(meeting)
        if len(bins) < 2:
            return None
        if max(bins) - min(bins) < _MOST_BINS:
            return _drawn(unit, bins)
    return None


def _drawn(unit: _Unit, bins: dict[int, list[Meeting]]) -> Element:
    root = etree.Element("timeline", unit=unit.name)
    root.set("most", str(max(map(len, bins.values()))))
    for number in range(min(bins), max(bins) + 1):
        meetings = bins.get(number, [])
        year, month = divmod(number * unit.months, 12)
        element = etree.SubElement(root, "bin", count=str(len(meetings)), year=str(year))
        element.set("from", f"{year:04}-{month + 1:02}" if unit.months == 1 else f"{year:04}")
        if unit.months > 12:
            element.set("to", f"{year + unit.months // 12 - 1:04}")
        if meetings:
            element.attrib.update({"page": meetings[0].page, "first": meetings[0].date[:4]})
    return root
