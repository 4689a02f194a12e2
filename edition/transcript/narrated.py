"""What a record tells between speeches, and whether it is not somebody's own sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.convention_tables import Narration
from edition.transcript.model import Label
from edition.transcript.notes import whole_bracket

_STOPS = tuple('.!?…"”»')


def narrated_in(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, Narration]:
    """The narrations among *lines*, by their indices.

    Where a turn goes on below with a sentence that has no label, a narration that is to be told is
    a sentence of the same speaker; so is one that stands only at the end, if labels follow.
    """
    told = ((index, convention.narration_in(line)) for index, line in enumerate(lines))
    narrations = {i: narration for i, narration in told if narration and i not in labels}
    if not narrations:
        return {}
    last = max(labels, default=-1)
    found: dict[int, Narration] = {}
    goes_on = False
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index in labels:
            goes_on = False
        elif (narration := narrations.get(index)) is not None:
            own = (narration.told and goes_on) or (narration.last and index < last)
            if not own:
                found[index] = narration
        elif index < last and _is_of_the_text(line, convention):
            goes_on = line.rstrip(" ").endswith(_STOPS)
    return found


def _is_of_the_text(line: str, convention: Convention) -> bool:
    """Whether *line* has words that are neither the page's nor a note."""
    return (
        bool(line.strip(" "))
        and convention.furniture_in(line) is None
        and whole_bracket(line, convention.marks.bracketed_events) is None
    )
