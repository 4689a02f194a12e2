"""``timeline``: the times of a recording that the source gives, and where in the text they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.tei.inline import Part, element, free
from edition.tei.vocabulary import tei
from edition.transcript.decode import plain
from edition.transcript.inputs.extract import Time
from edition.transcript.model import Block, Transcript

_ORIGIN = "ms0"
_WITHOUT_POINTS = frozenset(map(tei, ("kinesic", "vocal", "incident", "gap")))


class _Point(NamedTuple):
    """A time at an offset of a block's text; *told* by the next one if that is the same moment."""

    offset: int
    time: Time
    told: bool


class Timeline:
    """The times of *transcript*: each of them a point, ``ms0`` the beginning of the recording.

    A point is named after its time in milliseconds, so that it has that name in each encoding.
    A turn or an event that begins or ends with a time has it in ``@start`` or ``@end``; where else
    a time is given stands an ``anchor``. An end that is the next beginning has none of its own.
    """

    def __init__(self, transcript: Transcript) -> None:
        self._lines = _points_by_line(transcript.times)
        times = [point.time for points in self._lines.values() for point in points]
        self._printed = {time.seconds: time.printed for time in reversed(times)}

    def add_to(self, stand_off: Element) -> None:
        """Add ``timeline`` to *stand_off*, if there are times."""
        if not self._printed:
            return
        line = element(stand_off, "timeline", origin=f"#{_ORIGIN}", unit="s")
        for seconds in sorted({0.0, *self._printed}):
            point = element(line, "when", xml_id=_name(seconds), n=self._printed.get(seconds, ""))
            if seconds:
                point.set("interval", f"{seconds:.3f}".rstrip("0").rstrip("."))
                point.set("since", f"#{_ORIGIN}")

    def begin(self, timed: Element, block: Block, start: int = 0) -> None:
        """Set ``@start`` of *timed*, whose first words are those of *block* from *start* on."""
        if (first := self._first(block, start)) is not None:
            timed.set("start", _pointer(first))

    def end(self, timed: Element, block: Block) -> None:
        """Set ``@end`` of *timed*, whose last words are those of *block*; or remove it."""
        timed.attrib.pop("end", None)
        if (last := self._last(block)) is not None:
            timed.set("end", _pointer(last))

    def among(
        self, block: Block, parts: Sequence[Part], start: int = 0, *, first: bool, last: bool
    ) -> list[Part]:
        """*parts* of *block* from *start* on, and an anchor at each time, in order.

        What begins or ends with *block*, which is its *first* or *last*, tells that time itself.
        Within an event there is no anchor, but before it.
        """
        told = {self._first(block, start) if first else None, self._last(block) if last else None}
        anchors = [
            _anchor(point, block, parts, start)
            for point in self._points(block)
            if not point.told and point not in told
        ]
        if not anchors:
            return list(parts)
        return sorted([*anchors, *parts], key=_position)

    def _first(self, block: Block, start: int) -> _Point | None:
        """The time at which the words of *block* from *start* on begin."""
        point = next(self._points(block), None)
        if point is None or point.time.ends or point.offset > _first_word(block, start):
            return None
        return point

    def _last(self, block: Block) -> _Point | None:
        """The time at which the words of *block* end."""
        *_, point = (None, *self._points(block))
        if point is None or not point.time.ends or block.text[point.offset :].strip():
            return None
        return point

    def _points(self, block: Block) -> Iterator[_Point]:
        """The times in *block*, at offsets of its text."""
        if not self._lines:
            return
        begins, column = 0, block.column
        for number, line in enumerate(block.text.split("\n"), block.line):
            for point in self._lines.get(number, ()):
                if column <= point.offset <= column + len(line):
                    yield point._replace(offset=point.offset - column + begins)
            begins, column = begins + len(line) + 1, 0


def _points_by_line(times: Mapping[int, Sequence[Time]]) -> dict[int, list[_Point]]:
    """The points of each line, in order; an end is told by a beginning at the same moment."""
    given = [(line, time) for line in sorted(times) for time in times[line]]
    found: dict[int, list[_Point]] = {}
    for index, (line, time) in enumerate(given, 1):
        told = index < len(given) and _tells(given[index][1], time)
        found.setdefault(line, []).append(_Point(time.offset, time, told))
    return found


def _tells(following: Time, time: Time) -> bool:
    """Whether *time*, an end, is the beginning *following*."""
    return time.ends and not following.ends and time.seconds == following.seconds


def _anchor(point: _Point, block: Block, parts: Sequence[Part], start: int) -> Part:
    """The ``anchor`` for *point* in the words of *block* from *start* on, which have *parts*."""
    at = max(point.offset, _first_word(block, start))
    for part in parts:
        if part.start < at < part.end and part.element.tag in _WITHOUT_POINTS:
            at = part.start
    return Part(at, at, free("anchor", synch=_pointer(point)))


def _pointer(point: _Point) -> str:
    return f"#{_name(point.time.seconds)}"


def _name(seconds: float) -> str:
    """The identifier of a point of the time line."""
    return f"ms{round(seconds * 1000)}"


def _first_word(block: Block, start: int) -> int:
    """The offset of the first word of *block* from *start* on."""
    rest = plain(block.text)[start:]
    return start + len(rest) - len(rest.lstrip(" \n"))


def _position(part: Part) -> tuple[int, bool, int]:
    """An anchor stands before what begins there, an outer part before those inside it."""
    return part.start, part.end > part.start, -part.end
