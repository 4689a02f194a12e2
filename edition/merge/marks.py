"""What the scholar has marked of a paragraph: no mark is left without its words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
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
        """Whether *group* takes words from a mark of the scholar in which none of the old stay.

        Nor come there; what the scholar wrote into the mark, as a note, are not its words.
        """
        if self._changes.is_outline:
            return False
        return any(mark not in self._lasting for at in self._gone(group) for mark in self._own(at))

    def part(self, start: int, end: int) -> bool:
        """Whether the scholar has words of others between the old tokens *start* to *end*."""
        places = {self._at[index] for index in range(start, end) if index in self._at}
        between = range(min(places), max(places)) if places else ()
        return any(self._is_word(at) for at in between if at not in places)

    def divides(self, index: int) -> bool:
        """Whether ours has the old word at *index* with tags of the scholar inside of it."""
        old = self._changes.old
        if self._changes.is_outline or not (places := self._divided.get(old.keys[index])):
            return False
        known = self._at
        left = next((known[i] for i in range(index, -1, -1) if i in known), -1)
        right = next((known[i] for i in range(index, len(old.keys)) if i in known), -1)
        return any(left < at < right for at in places)

    @cached_property
    def _divided(self) -> Mapping[Hashable, Sequence[int]]:
        """By each word of ours with tags inside of it where in ours it begins."""
        found: dict[Hashable, list[int]] = {}
        for first, *rest in self._without_space():
            if rest:
                word = "".join(str(self._ours.keys[at]) for at in (first, *rest))
                found.setdefault(word, []).append(first)
        return found

    def _without_space(self) -> Iterator[list[int]]:
        """The words of ours in stretches, in each of which only tags are between them."""
        stretch: list[int] = []
        end = -1
        for at, token in enumerate(self._ours.tokens):
            is_mark = self._is_word(at) and not str(token.key).isalnum()
            if stretch and (is_mark or token.start != end):
                yield stretch
                stretch = []
            if self._is_word(at) and not is_mark:
                stretch.append(at)
            end = token.end
        if stretch:
            yield stretch

    def _gone(self, group: Iterable[Difference]) -> Iterator[int]:
        """The words of ours that go with *group*, and in the place of which no words come."""
        for start, end, other_start, other_end in group:
            new = self._changes.new.tokens[other_start:other_end]
            if not any(token.kind == "word" for token in new):
                there = (self._at[index] for index in range(start, end) if index in self._at)
                yield from (at for at in there if self._is_word(at))

    def _own(self, at: int) -> Iterator[int]:
        """The marks around the token *at* of ours that only the scholar has: their start tags.

        Also those around a name that the program marked: it goes with its words.
        """
        while (at := self._ours.parents[at]) >= 0:
            if at not in self._known:
                yield at

    @cached_property
    def _lasting(self) -> Set[int]:
        """The marks of the scholar in which old words stay, or others come in their place."""
        gone = set(self._gone(self._changes.differences))
        stay = (at for at in self._known - gone if self._is_word(at))
        return {mark for at in stay for mark in self._own(at)}

    def _is_word(self, at: int) -> bool:
        return self._ours.tokens[at].kind == "word"

    @cached_property
    def _known(self) -> Set[int]:
        """The tokens of ours that the old version has, too."""
        return set(self._at.values())
