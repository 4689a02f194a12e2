"""Which convention prints a text: the one whose labels explain most of it.

Every convention is tried on the opening of the text. A label counts one if its speaker recurs and
half if not; a mark of the maker counts some labels. A convention of which the text has neither a
mark nor two speakers in its forms is out of the question, and of equals the generic one wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions
from edition.transcript.decode import Decoded
from edition.transcript.formed import formed_labels
from edition.transcript.front import dateline
from edition.transcript.labels import find_labels
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

GENERIC = "generic"
_MOST_LINES = 3000  # are looked at
_MARK = 4.0  # the weight of a maker's mark, in labels
_FEWEST = 2  # speakers labelled in the forms of a convention
_TOP = 90  # lines with words among which a date line or the publisher's name is a mark


class Choice(NamedTuple):
    """The convention chosen, the next best, and how far they are apart.

    *line* is the number of the line that shows who printed the text, if one does; *margin* is
    the share by which the best explains more than the next.
    """

    convention: Convention
    line: int | None
    runner_up: Convention | None
    margin: float


def choose(decoded: Decoded, conventions: Conventions) -> Choice:
    """The one of *conventions* for *decoded*."""
    if not conventions.own and (shown := _shown(decoded, conventions)) is not None:
        return shown
    lines, plain = decoded.lines[:_MOST_LINES], decoded.plain[:_MOST_LINES]
    names = [GENERIC, *(name for name in conventions.names() if name != GENERIC)]
    tried = [conventions.load(name) for name in names]
    scores = [_score(convention, lines, plain) for convention in tried]
    order = sorted(range(len(tried)), key=lambda at: (-scores[at], at))
    best, second = order[0], order[1]
    if not scores[best]:
        return Choice(tried[0], None, None, 0)
    margin = 1 - scores[second] / scores[best]
    return Choice(tried[best], None, tried[second] if scores[second] else None, margin)


def _shown(decoded: Decoded, conventions: Conventions) -> Choice | None:
    """The convention whose publisher stands near the top, or a date line with place or mark."""
    kremlin = conventions.load("kremlin")
    filled = [index for index, line in enumerate(decoded.plain[:400]) if line.strip(" ")]
    for index in filled[:_TOP]:
        line = decoded.plain[index]
        date = dateline(line, kremlin, own=True)
        if kremlin.is_publisher(line) or (
            date is not None and (date.place_span or _marks(kremlin, decoded.plain))
        ):
            return Choice(kremlin, index + 1, None, 1)
    return None


def _score(convention: Convention, lines: Sequence[str], plain: Sequence[str]) -> float:
    """How much of the text *convention* explains, in labels; 0 if nothing points to it."""
    formed = formed_labels(lines, convention)
    marks = _marks(convention, plain)
    if not marks and len(_speakers(formed, plain)) < _FEWEST and convention.name != GENERIC:
        return 0
    labels = formed | find_labels(plain, convention, formed).believed
    times = _speakers(labels, plain)
    found = sum(count if count > 1 else 0.5 for count in times.values())
    return found + marks * _MARK if found else 0


def _speakers(labels: Mapping[int, Label], lines: Sequence[str]) -> Counter[str]:
    """How often each speaker is labelled."""
    return Counter(
        speaker_key(lines[index][slice(*(label.name or (0, label.end)))])
        for index, label in labels.items()
    )


def _marks(convention: Convention, lines: Sequence[str]) -> int:
    """How many of the maker's marks stand in *lines*."""
    return sum(any(mark in line for line in lines) for mark in convention.marks.maker)
