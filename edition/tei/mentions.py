"""Mentions of persons, places and bodies as elements in the text."""

from __future__ import annotations

from collections.abc import Sequence

from edition.names.model import Kind, Mention, Naming
from edition.tei.inline import Part, free
from edition.transcript.model import Block

_ELEMENTS = {Kind.PERSON: "persName", Kind.PLACE: "placeName", Kind.ORG: "orgName"}


class Mentions:
    """The mentions of *naming* by the line in which they stand."""

    def __init__(self, naming: Naming) -> None:
        self._lines: dict[int, list[Mention]] = {}
        for mention in naming.mentions:
            self._lines.setdefault(mention.line, []).append(mention)

    def among(self, block: Block, parts: Sequence[Part]) -> list[Part]:
        """*parts* of *block* and its mentions, in order, an outer one before those inside it.

        A mention that a part would cut in two is left out; a place named by a part without
        ``@ref`` (a dateline's) gives way to the mention of the same words.
        """
        mentions = self._lines.get(block.line)
        if not mentions:
            return list(parts)
        kept = [part for part in parts if not any(_same(part, one) for one in mentions)]
        made = [
            part
            for mention in mentions
            if all(_fits(mention, part) for part in kept)
            for part in _parts(mention)
        ]
        # A sort is stable: of two with the same words the part of the transcript is outside.
        return sorted([*kept, *made], key=lambda part: (part.start, -part.end))


def _parts(mention: Mention) -> list[Part]:
    name = free(_ELEMENTS[mention.kind])
    if mention.entry is not None:
        name.set("ref", f"#{mention.entry}")
    name.set("cert", mention.certainty)
    name.set("resp", "#encoder")
    parts = [Part(mention.start, mention.end, name)]
    if mention.role is not None:
        parts.append(Part(*mention.role, free("roleName")))
    return parts


def _same(part: Part, mention: Mention) -> bool:
    same = (part.start, part.end) == (mention.start, mention.end)
    return same and str(part.element.tag).endswith("}placeName")


def _fits(mention: Mention, part: Part) -> bool:
    """Whether one lies in the other, or they do not touch; nothing is named within a date."""
    if mention.end <= part.start or part.end <= mention.start:
        return True
    return part.start <= mention.start and mention.end <= part.end and not _is_date(part)


def _is_date(part: Part) -> bool:
    return str(part.element.tag).rpartition("}")[2] in ("date", "time", "placeName")
