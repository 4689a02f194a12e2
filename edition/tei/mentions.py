"""Mentions of persons, places and bodies as elements in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from edition.names.model import Kind, Mention, Naming
from edition.tei.inline import Part, free
from edition.transcript.model import Block

_ELEMENTS = {Kind.PERSON: "persName", Kind.PLACE: "placeName", Kind.ORG: "orgName"}


class Mentions:
    """The mentions of *naming* by the line, and the column, at which their block begins."""

    def __init__(self, naming: Naming) -> None:
        self._lines: dict[tuple[int, int], list[Mention]] = {}
        for mention in naming.mentions:
            self._lines.setdefault((mention.line, mention.column), []).append(mention)

    def among(self, block: Block, parts: Sequence[Part]) -> list[Part]:
        """*parts* of *block* and its mentions, in order, an outer one before those inside it.

        A mention that a part would cut in two is left out; a place named by a part without
        ``@ref`` (a dateline's) gives way to the mention of the same words.
        """
        mentions = self._lines.get((block.line, block.column))
        if not mentions:
            return list(parts)
        places = {(one.start, one.end): one for one in mentions if one.kind is Kind.PLACE}
        kept = [part for part in parts if not _gives_way(part, places, parts)]
        kept.sort(key=_position)
        starts = [part.start for part in kept]
        ends = list(accumulate((part.end for part in kept), max))
        made = []
        for mention in mentions:
            near = kept[bisect_right(ends, mention.start) : bisect_left(starts, mention.end)]
            if all(_fits(mention, part) for part in near):
                made += _parts(mention)
        # A sort is stable: of two with the same words the part of the transcript is outside.
        return sorted([*kept, *made], key=_position)


def _position(part: Part) -> tuple[int, int]:
    return part.start, -part.end


def _parts(mention: Mention) -> list[Part]:
    name = free(_ELEMENTS[mention.kind]) if mention.named else free("rs", type=mention.kind)
    if mention.entry is not None:
        name.set("ref", f"#{mention.entry}")
    name.set("cert", mention.certainty)
    name.set("resp", "#encoder")
    parts = [Part(mention.start, mention.end, name)]
    if mention.role is not None:
        parts.append(Part(*mention.role, free("roleName")))
    return parts


def _gives_way(
    part: Part, places: Mapping[tuple[int, int], Mention], parts: Sequence[Part]
) -> bool:
    """Whether *part* names a place that one of the mentioned *places* names, which is kept."""
    mention = places.get((part.start, part.end))
    if mention is None or not str(part.element.tag).endswith("}placeName"):
        return False
    return all(_fits(mention, other) for other in parts if other is not part)


def _fits(mention: Mention, part: Part) -> bool:
    """Whether one lies in the other, or they do not touch.

    Nothing is named within a date, and only places within a dateline's: "The Kremlin, Moscow".
    """
    if mention.end <= part.start or part.end <= mention.start:
        return True
    return part.start <= mention.start and mention.end <= part.end and _may_hold(part, mention)


def _may_hold(part: Part, mention: Mention) -> bool:
    name = str(part.element.tag).rpartition("}")[2]
    return name not in ("date", "time") and (name != "placeName" or mention.kind is Kind.PLACE)
