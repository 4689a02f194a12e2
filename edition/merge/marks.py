"""What the scholar has marked of a paragraph: no mark is left without its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from edition.alignment import Difference
from edition.merge.changes import Changes
from edition.merge.tokens import Tokens


class Marks:
    """Marks of the scholar in *ours*, where *changes* are to be made.

    *at* is the index in ours of each old token that is there, too.
    """

    def __init__(self, changes: Changes, ours: Tokens, at: Mapping[int, int]) -> None:
        self._changes, self._ours, self._at = changes, ours, at

    def hollowed_by(self, group: Sequence[Difference]) -> bool:
        """Whether with *group* all words go that the scholar has marked, and none come there."""
        if self._changes.is_outline:
            return False
        only_gone = [d for d in group if d.start < d.end and d.other_start == d.other_end]
        gone = {self._at[i] for d in only_gone for i in range(d.start, d.end) if i in self._at}
        marks = {self._ours.parents[at] for at in gone if self._is_word(at)}
        return any(self._holds_only(mark, gone) for mark in marks - self._known - {-1})

    def part(self, start: int, end: int) -> bool:
        """Whether the scholar has words of others between the old tokens *start* to *end*."""
        places = [self._at.get(index, -1) for index in range(start, end)]
        between = range(min(places), max(places))
        return any(self._is_word(at) for at in between if at not in places)

    def _holds_only(self, mark: int, words: Set[int]) -> bool:
        inside = range(mark + 1, self._ours.partners[mark])
        return all(at in words for at in inside if self._is_word(at))

    def _is_word(self, at: int) -> bool:
        return self._ours.tokens[at].kind == "word"

    @cached_property
    def _known(self) -> Set[int]:
        """The tokens of ours that the old version has, too."""
        return set(self._at.values())
