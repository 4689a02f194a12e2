"""What a record tells between speeches, and whether it is not somebody's own sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.convention_tables import Narration
from edition.transcript.model import Label
from edition.transcript.notes import whole_bracket

_STOPS = tuple('.!?…"”»')
_OPEN = (";", "; and", "; or", ",", ":")  # end a clause of a motion, and another follows
_CLAUSE = re.compile(r"\s*(?:\(?[0-9a-zA-Z]{1,3}[.)] +)?(?:(?:AND )?(?:THAT|That)|WHEREAS|BE IT)\b")
_FIGURES = re.compile(  # "Labour 51; Green Party 14."
    r"\s*[^\W\d_][^;.:?!\d]{1,60} [0-9]{1,3}(?:; [^;.:?!\d]{2,60} [0-9]{1,3}){0,30}\.?\s*"
)


def narrated_in(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, Narration]:
    """The narrations among *lines*, by their indices.

    Where a turn goes on below with a sentence that has no label, a narration that is to be told is
    a sentence of the same speaker; so is one that stands only at the end, if labels follow.
    """
    told = ((index, convention.narration_in(line)) for index, line in enumerate(lines))
    narrations = _beside(
        {i: narration for i, narration in told if narration and i not in labels}, lines
    )
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
            said = narration.told and not narration.label and goes_on
            own = said or (narration.last and index < last)
            if not own:
                found[index] = narration
        elif index < last and not _FIGURES.fullmatch(line) and _is_of_the_text(line, convention):
            goes_on = line.rstrip(" ").endswith(_STOPS)
    return _with_what_follows(found, lines, labels)


def _beside(narrations: Mapping[int, Narration], lines: Sequence[str]) -> dict[int, Narration]:
    """*narrations* without those that only another beside them would make one."""
    if not any(narration.beside for narration in narrations.values()):
        return {**narrations}
    filled = [index for index, line in enumerate(lines) if line.strip(" ")]
    at = {index: position for position, index in enumerate(filled)}

    def has_another(index: int, narration: Narration) -> bool:
        position = at[index]
        near = [*filled[max(0, position - 1) : position], *filled[position + 1 : position + 2]]
        others = (narrations.get(other) for other in near)
        return any(one and one.type == narration.type and not one.beside for one in others)

    return {
        index: narration
        for index, narration in narrations.items()
        if not narration.beside or has_another(index, narration)
    }


def _with_what_follows(
    found: Mapping[int, Narration], lines: Sequence[str], labels: Mapping[int, Label]
) -> dict[int, Narration]:
    """*found*, and the lines that go on with a motion or with the figures of a vote.

    A clause of the motion, what follows one that a semicolon or colon ends, and below the figures
    of a side those of its parties.
    """
    together = dict(found)
    above: Narration | None = None
    text = ""
    for index, line in enumerate(lines):
        if not line.strip(" "):
            continue
        own = None if index in labels else found.get(index)
        if own is None and above is not None and index not in labels:
            clause = not above.told and (_CLAUSE.match(line) or text.endswith(_OPEN))
            own = above if clause or (text[-1:].isdigit() and _FIGURES.fullmatch(line)) else None
            if own is not None:
                together[index] = own
        above = own if own is not None and own.type == "vote" else None
        text = line.rstrip(" ")
    return together


def _is_of_the_text(line: str, convention: Convention) -> bool:
    """Whether *line* has words that are neither the page's nor a note."""
    return (
        bool(line.strip(" "))
        and convention.furniture_in(line) is None
        and whole_bracket(line, convention.marks.bracketed_events) is None
    )
