"""What is printed as labels are and is nobody's: "**Break:** [10:49]", "Jingle: 00:12"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from edition.transcript.convention import Convention
from edition.transcript.model import Event, Label
from edition.transcript.notes import OTHER
from edition.transcript.word_sense import speaker_key

_TIME = re.compile(r"[\s*_]*\\?[\[(]?(?:[0-9]{1,3}:){1,3}[0-9]{2}(?:\.[0-9]{1,3})?\\?[\])]?[\s*_]*")
_MARKS = " *_:.[]()"


def heard_in(
    plain: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, Event]:
    """The events among *labels*, by the lines of *plain*: no words ever stand behind such a label.

    A time does, or nothing where its own words tell of an event and another label follows.
    """
    order = sorted(labels)
    below = dict(pairwise(order))
    found: dict[int, Event] = {}
    spoken: set[str] = set()
    for index in order:
        text, end = plain[index], labels[index].end
        timed = _TIME.fullmatch(text, end) is not None
        alone = timed or (not text[end:].strip(_MARKS) and _is_next(index, below, plain))
        event = convention.event_of(text[:end].strip(_MARKS)) if alone else None
        if timed or event:
            found[index] = event or OTHER
        else:
            spoken.add(speaker_key(text[:end]))
    return {
        index: event
        for index, event in found.items()
        if speaker_key(plain[index][: labels[index].end]) not in spoken
    }


def _is_next(index: int, below: Mapping[int, int], plain: Sequence[str]) -> bool:
    """Whether no words stand between the label of line *index* and the next, if there is one."""
    return not any(line.strip(" ") for line in plain[index + 1 : below.get(index, len(plain))])
