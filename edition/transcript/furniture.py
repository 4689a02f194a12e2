"""Lines of the page, and times, in the middle of a text, and whether they are not what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.model import Label

_SEVERAL = 2
_MOST = 0.5  # of the labels that stand alone: below so many there are times and no answers


def furniture_in(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, str]:
    """The kinds of furniture among *lines*, by their indices; *labels* are none.

    Of what counts only where there are several, one alone in a turn is what somebody says. So is
    the first line below a label that stands alone ("10.30 a.m."), if few such labels have one.
    """
    known = {
        index: entry
        for index, line in enumerate(lines)
        if index not in labels and (entry := convention.furniture_in(line)) is not None
    }
    if not any(entry.several for entry in known.values()):
        return {index: entry.kind for index, entry in known.items()}
    openings = _openings(lines, labels)
    answers = openings & {index for index, entry in known.items() if entry.several}
    if len(answers) >= len(openings) * _MOST:
        answers = set()
    kept = {index: entry for index, entry in known.items() if index not in answers}
    times = Counter(entry.kind for entry in kept.values())
    first = min(labels, default=len(lines))
    return {
        index: entry.kind
        for index, entry in kept.items()
        if index < first or not entry.several or times[entry.kind] >= _SEVERAL
    }


def _openings(lines: Sequence[str], labels: Mapping[int, Label]) -> set[int]:
    """The first lines with words below labels that stand alone on their lines."""
    found: set[int] = set()
    alone = False
    for index, line in enumerate(lines):
        if index in labels:
            alone = not line[labels[index].end :].strip(" ")
        elif alone and line.strip(" "):
            found.add(index)
            alone = False
    return found
