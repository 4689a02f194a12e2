"""What is marked in a text whatever kind it is: names, and the times of a recording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.tei.inline import Part
from edition.tei.mentions import Mentions
from edition.tei.timeline import Timeline
from edition.transcript.model import Block


class Marks(NamedTuple):
    """The names and the times of one transcript."""

    mentions: Mentions
    timeline: Timeline

    def among(
        self,
        block: Block,
        parts: Sequence[Part],
        start: int = 0,
        *,
        first: bool = False,
        last: bool = False,
    ) -> list[Part]:
        """*parts* of *block*, the names in it, and its times from *start* on, in order.

        *first* and *last* say that what begins or ends with *block* has ``@start`` or ``@end``.
        """
        named = self.mentions.among(block, parts)
        return self.timeline.among(block, named, start, first=first, last=last)
