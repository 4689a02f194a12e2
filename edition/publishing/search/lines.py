"""The passages of a document in the order of the text, each with what it is found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from edition.publishing.data import Data
from edition.publishing.pages import place_of_turn
from edition.tei.concordance import number


class Line(NamedTuple):
    """A passage: where it stands, its number, who says it, its words, whom and what it names.

    *label* is the one printed, for a turn of nobody that is known. Where neither a paragraph nor
    its turn has an identifier, the place is that which the page gives the turn.
    """

    place: str
    number: str
    who: tuple[str, ...]
    label: str
    words: str
    named: tuple[str, ...]


def lines(data: Data) -> Iterator[Line]:
    """The passages of the document *data*: paragraphs of turns, and all that is around them."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for found in data.occurrences:
        named[found.paragraph][found.entry] = None
    others = {
        turns: list(passages)
        for turns, passages in groupby(data.passages, lambda passage: passage.turns)
    }
    for turns in range(len(data.turns) + 1):
        if turns:
            turn = data.turns[turns - 1]
            for paragraph in turn.paragraphs:
                names = tuple(named.get(paragraph.id, ()))
                yield Line(
                    paragraph.id or place_of_turn(turn.id, turns),
                    paragraph.number,
                    turn.who,
                    turn.speaker,
                    paragraph.words,
                    names,
                )
        for other in others.get(turns, ()):
            place = other.place
            # Only paragraphs have numbers that readers see.
            at = number(place) if place.startswith("p") else ""
            yield Line(place, at, other.who, "", other.words, other.named)
