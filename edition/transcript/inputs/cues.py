"""From the cues of subtitles to paragraphs, with the times at their places.

A cue is cut to fit a screen, not to make sense, so the lines of cues are joined by a SPACE. A
paragraph begins where a speaker is named or marked (``NAME:``, ``>>``, ``-``), where a line is
all in brackets and after it, after a silence, and with the next sentence when it has gone on
for a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.transcript.inputs.characters import Characters
from edition.transcript.inputs.extract import Extract, Spans, Time
from edition.transcript.inputs.timings import Clock

_SILENCE = 2.0  # seconds without a cue
_LONG = 60.0  # seconds, of a paragraph that should end soon
_MARKED = re.compile(r"\s*(?:[-–—](?![-–—])|>>|[^\W\d_][^:.!?…\n]{0,60}:(?:\s|\Z))")
_BRACKETED = re.compile(r"\s*[\[(♪].*[\])♪]\s*\Z")
_SENTENCE_ENDS = (".", "!", "?", "…", '."', ".”", "?”", "!”")


class CueLine(NamedTuple):
    """A line of a cue, without markup; *opens* says that another one speaks from here on."""

    text: str
    emphasised: Spans = ()
    times: tuple[Time, ...] = ()
    opens: bool = False


class Cue(NamedTuple):
    """What is shown together, from *start* to *end*; None where the times cannot be read.

    Only *end* is None where it is before the start.
    """

    start: Clock | None
    end: Clock | None
    lines: tuple[CueLine, ...]


class Aside(NamedTuple):
    """A line of the file that is never shown: a note, a name."""

    text: str


class _Paragraph:
    """A line in the making, which began at *start* seconds."""

    def __init__(self, start: float) -> None:
        self.start = start
        self.emphasised: list[tuple[int, int]] = []
        self.times: list[Time] = []
        self.last = ""  # of its lines
        self._lines: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """Its lines, with a SPACE between."""
        return " ".join(self._lines)

    def add(self, line: CueLine, begins: Clock | None) -> None:
        """Add *line*, with which a cue *begins* at that time."""
        at = self._length + bool(self._lines)
        if begins is not None:
            self.times.append(Time(at, begins.seconds, begins.printed))
        self.last = line.text
        self._lines.append(line.text)
        self._length = at + len(line.text)
        self.emphasised += [(start + at, end + at) for start, end in line.emphasised]
        self.times += [
            Time(time.offset + at, time.seconds, time.printed, time.ends) for time in line.times
        ]

    def end(self, ends: Clock) -> None:
        """Say when the cue whose line was added last *ends*."""
        self.times.append(Time(self._length, ends.seconds, ends.printed, ends=True))


def extract_of(
    items: Sequence[Cue | Aside],
    name: str,
    found: Characters,
    diagnostics: Sequence[Diagnostic] = (),
) -> Extract:
    """The lines that *items* make up, got from the characters *found*.

    Raises EditionError (T050) where there are no words with a time; T055 tells of times that
    cannot be read, T056 of cues that end before they begin.
    """
    cues = [item for item in items if isinstance(item, Cue)]
    if not any(line.text.strip() for cue in cues if cue.start for line in cue.lines):
        raise EditionError(diagnostic("T050", Place(name)))
    made = _lines(items)
    paragraphs = {i: item for i, item in enumerate(made) if isinstance(item, _Paragraph)}
    return Extract(
        lines=tuple(item.text for item in made),
        encoding=found.encoding,
        byte_order_mark=found.byte_order_mark,
        emphasised={i: tuple(item.emphasised) for i, item in paragraphs.items() if item.emphasised},
        times={i: tuple(item.times) for i, item in paragraphs.items() if item.times},
        furniture=frozenset(range(len(made))) - paragraphs.keys(),
        diagnostics=(*found.diagnostics, *diagnostics, *_damaged(items, name)),
    )


def _damaged(items: Sequence[Cue | Aside], name: str) -> Iterator[Diagnostic]:
    """T055 where the times of cues cannot be read, T056 where they end before they begin."""
    damaged = [
        aside.text.strip()
        for aside, cue in pairwise(items)
        if isinstance(aside, Aside) and isinstance(cue, Cue) and cue.start is None
    ]
    if damaged:
        yield diagnostic("T055", Place(name), count=len(damaged), first=damaged[0])
    backwards = [item.start for item in items if isinstance(item, Cue) and item.end is None]
    begun = [start.printed for start in backwards if start is not None]
    if begun:
        yield diagnostic("T056", Place(name), count=len(begun), first=begun[0])


def _lines(items: Iterable[Cue | Aside]) -> list[_Paragraph | Aside]:
    made: list[_Paragraph | Aside] = []
    waiting: list[Aside] = []
    paragraph: _Paragraph | None = None
    spoken_until = 0.0
    for item in items:
        if isinstance(item, Aside):
            waiting.append(item)
            continue
        begins = item.start.seconds if item.start else spoken_until
        silence = begins - spoken_until
        for number, line in enumerate(item.lines):
            first = number == 0
            if paragraph is None or _begins(line, paragraph, silence * first, begins):
                made += waiting
                waiting = []
                paragraph = _Paragraph(begins)
                made.append(paragraph)
            paragraph.add(line, item.start if first else None)
        spoken_until = max(spoken_until, begins)
        if item.end is None:
            continue
        if item.lines and paragraph is not None:
            paragraph.end(item.end)
        spoken_until = max(spoken_until, item.end.seconds)
    return made + waiting


def _begins(line: CueLine, paragraph: _Paragraph, silence: float, now: float) -> bool:
    """Whether *line*, at second *now*, begins a paragraph behind *paragraph*."""
    if line.opens or silence >= _SILENCE or _MARKED.match(line.text):
        return True
    if _BRACKETED.match(line.text) or _BRACKETED.match(paragraph.last):
        return True
    return now - paragraph.start >= _LONG and paragraph.last.rstrip().endswith(_SENTENCE_ENDS)
