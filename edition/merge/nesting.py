"""What is in what: whether new tokens come into the element in which the program has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from edition.alignment import Difference
from edition.merge.changes import Changes, is_piece
from edition.merge.readings import READINGS
from edition.merge.tokens import Tokens, name_of

_BESIDE = READINGS | {"note"}  # what is in them is not the text, or a reading of it
_PARAGRAPHS = frozenset({"seg", "p"})


class Nesting:
    """Of *changes*, to be made in the tokens *ours* of the scholar.

    *at* is the index in ours of each old token that is there, too. Asked about are new tokens with
    their *places*: each comes before the token of ours with that index.
    """

    def __init__(self, changes: Changes, ours: Tokens, at: Mapping[int, int]) -> None:
        self._changes = changes
        self._new, self._ours = changes.new, ours
        self._at = at

    def fits(self, difference: Difference, places: Mapping[int, int]) -> bool:
        """Whether the new tokens come into the element in which the program has them.

        Whole paragraphs may also come into a turn that the scholar made, having cut one in two;
        and the two tags of one element into one that the scholar put there.
        """
        first, last = difference.other_start, difference.other_end
        parent = self._new.enclosing(first)
        if first == last or parent in places:
            return True
        there = self._ours.enclosing(places[first])
        if parent < 0 or parent not in self._known:
            return parent < 0 and there < 0  # or it comes with a change that may not be made
        if self.home(first) == there:
            return True
        if not self._changes.is_outline and self.are_words(range(first, last)):
            return self._is_marked(there, parent)
        if self._new.is_balanced(first, last):
            return (
                self._is_beside(difference, places[first])
                or self._is_piece(there, parent)
                or self._is_cut_off(there, parent)
                or self._goes_along(first, there)
            )
        partners = [self._new.partners.get(index, -1) for index in range(first, last)]
        return all(
            partner in places and self._ours.enclosing(places[partner]) == there
            for partner in partners
        )

    def home(self, index: int) -> int | None:
        """The start tag in ours in which the program has the new token *index*; None for none."""
        parent = self._new.enclosing(index)
        return self._at.get(self._known[parent]) if parent in self._known else None

    def are_words(self, new: Iterable[int]) -> bool:
        """Whether the *new* tokens are words, without tags."""
        return all(self._new.tokens[index].kind == "word" for index in new)

    def nests(self, group: Sequence[Difference], places: Mapping[int, int]) -> bool:
        """Whether in ours with *group* what comes is in what the program has it in.

        And each tag that stays is the partner of the one it is the partner of now.
        """
        gone = {self._at[index] for d in group for index in range(d.start, d.end)}
        coming: dict[int, list[int]] = {}
        for index, place in sorted(places.items()):
            coming.setdefault(place, []).append(index)
        opened: list[int] = []  # tags of ours; of the new ones the number below 0
        for at in range(len(self._ours.tokens) + 1):
            if not all(self._is_nested(index, opened) for index in coming.get(at, ())):
                return False
            if at == len(self._ours.tokens) or at in gone or at not in self._ours.partners:
                continue
            if self._ours.tokens[at].kind == "start":
                opened.append(at)
            elif not opened or not self._closes(at, opened.pop()):
                return False
        return not opened

    def is_hollow(self, group: Sequence[Difference]) -> bool:
        """Whether an element comes around words of which the scholar has none any more."""
        coming = {index for d in group for index in range(d.other_start, d.other_end)}
        for start in coming:
            end = self._new.partners.get(start, -1)
            if start < end and end in coming:
                words = [i for i in range(start, end) if self._new.tokens[i].kind == "word"]
                known = [self._known[index] for index in words if index in self._known]
                if len(known) == len(words) > 0 and self._at.keys().isdisjoint(known):
                    return True
        return False

    def _is_nested(self, index: int, opened: list[int]) -> bool:
        """Whether the new token at *index* may come into what is *opened*, which it may change."""
        if self._new.tokens[index].kind == "end":
            return bool(opened) and opened.pop() in self._images(self._new.partners.get(index))
        parent = self._new.parents[index]
        is_right = (opened[-1] if opened else None) in self._images(parent if parent >= 0 else None)
        if index in self._new.partners:
            opened.append(-1 - index)
        return is_right

    def _images(self, index: int | None) -> tuple[int | None, int | None]:
        """What the new tag at *index* may be among those opened: itself, or that of ours."""
        if index is None:
            return None, None
        return -1 - index, self._at.get(self._known.get(index, -1), -1 - index)

    def _closes(self, at: int, start: int) -> bool:
        """Whether the end tag *at* of ours ends what begins with *start*."""
        if start >= 0:
            return self._ours.partners[at] == start
        end = self._known.get(self._new.partners.get(-1 - start, -1))
        return end is not None and self._at.get(end) == at

    def _is_marked(self, there: int, parent: int) -> bool:
        """Whether *there* is a mark that the scholar put around words of *parent*.

        Or the paragraph in which the scholar has them.
        """
        known, home = set(self._at.values()), self._at.get(self._known[parent])
        while there >= 0 and there != home:
            name = name_of(self._ours.written(there))
            if there in known or name in _BESIDE:
                return False
            if name in _PARAGRAPHS:
                return True
            there = self._ours.parents[there]
        return there == home

    def _goes_along(self, index: int, there: int) -> bool:
        """Whether *there* is where the scholar put the paragraph before a new one.

        And took the turn of both away.
        """
        before = self._at.get(self._known.get(index - 1, -1))
        return (
            before is not None
            and self._new.tokens[index - 1].kind == self._new.tokens[index].kind == "leaf"
            and self._at.get(self._known[self._new.parents[index]]) is None
            and self._ours.parents[before] == there
        )

    def _is_beside(self, difference: Difference, place: int) -> bool:
        """Whether *place* is in what the scholar put both elements in that are around the new ones.

        Or that which is alone around them, being first or last in what it is in. Where the scholar
        has begun another division between the two it is at the end of the first.
        """
        old, there = self._changes.old, self._ours.enclosing(place)
        parent = self._known[self._new.enclosing(difference.other_start)]
        ends = (difference.start - 1, difference.end)
        beside = [index for index in ends if index not in (parent, old.partners.get(parent))]
        around = {self._ours.parents[self._at[i]] if i in self._at else None for i in beside}
        is_last = self._ours.partners.get(place) == there and self._at.get(ends[0]) == place - 1
        return self._changes.is_outline and (
            around == {there} or (is_last and len(around) > 1 and None not in around)
        )

    def _is_piece(self, there: int, parent: int) -> bool:
        """Whether *there* is a piece that the scholar cut off the paragraph *parent*."""
        old = self._changes.old
        return (
            not self._changes.is_outline
            and name_of(self._new.written(parent)) in _PARAGRAPHS
            and is_piece(self._ours, there, {token.identifier for token in old.tokens})
        )

    def _is_cut_off(self, there: int, parent: int) -> bool:
        """Whether the element *there* of ours is a turn made by the scholar, and *parent* one."""
        if there < 0 or self._ours.tokens[there].key in self._changes.old.keys:
            return False
        names = {name_of(self._new.written(parent)), name_of(self._ours.written(there))}
        return names == {"u"}

    @cached_property
    def _known(self) -> Mapping[int, int]:
        """The index in the old version of each new token that stands in both."""
        return {there: here for here, there in self._changes.matched.items()}
