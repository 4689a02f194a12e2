"""Where in the scholar's file what the program brings is to come."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

from edition.alignment import Difference
from edition.merge.changes import Changes, matched
from edition.merge.nesting import Nesting
from edition.merge.places import Places, Span
from edition.merge.tokens import Tokens, is_label, name_of

_MOST_PLACES = 60  # that are tried, between two paragraphs that nobody changed


class Placing:
    """Places of *changes* in the tokens *ours* of the scholar.

    *at* is the index in ours of each old token that is there, too.
    """

    def __init__(
        self, changes: Changes, ours: Tokens, at: Mapping[int, int], nesting: Nesting
    ) -> None:
        self._changes = changes
        self._old, self._new, self._ours = changes.old, changes.new, ours
        self._at = at
        self._nesting = nesting
        self._chosen: dict[Difference, int | None] = {}

    def place(self, difference: Difference) -> int | None:
        """The index in ours before which the new tokens come; None if there is no such place."""
        if difference.start < difference.end:
            return self._at[difference.start]
        if difference not in self._chosen:
            self._chosen[difference] = self._chosen_place(difference)
        return self._chosen[difference]

    def choose(self, whole: Difference, first: Difference) -> None:
        """Let the place of *whole* be that of *first*, with which it begins."""
        self._chosen[whole] = self.place(first)

    def between(self, difference: Difference) -> tuple[int, int] | None:
        """The tokens of ours between the neighbours of *difference*; None if they are not there."""
        left = -1 if difference.start == 0 else self._at.get(difference.start - 1)
        last = len(self._ours.tokens)
        right = last if difference.end == len(self._old.tokens) else self._at.get(difference.end)
        return None if left is None or right is None else (left + 1, right)

    def behind(self, difference: Difference) -> int | None:
        """The token of ours before the words of which a new paragraph or turn is missing.

        None where nothing of the kind comes, or what follows is not there.
        """
        start, end, first, last = difference
        if start < end or not self._changes.is_outline or not self._new.words_in(first, last):
            return None
        return self._places.behind(start)

    def remains(self, index: int) -> bool:
        """Whether the scholar has the words of the old paragraph at *index* in another."""
        return self._changes.is_outline and self._places.remains(index)

    @cached_property
    def _places(self) -> Places:
        return Places(self._old, self._ours, matched(self._old, self._ours))

    def _chosen_place(self, difference: Difference) -> int | None:
        near = self._near(difference)
        new = range(difference.other_start, difference.other_end)
        if not self._changes.is_outline:
            return self._in_its_element(difference, near)
        if not self._new.words_in(new.start, new.stop):
            return near
        beside = self._between_unmoved(difference)
        if beside is not None and self._fits(difference, beside):
            return beside
        return self._by_words(difference, near)

    def _by_words(self, difference: Difference, near: int | None) -> int | None:
        """The place between the words that are around the new ones; *near* if it is one."""
        span = self._places.before(difference.start)
        last = near if self._is_behind_the_last(difference, near) else None
        is_near = near is not None and span is not None and _lies(near, span)
        if span is None or not self._new.is_balanced(difference.other_start, difference.other_end):
            return near if is_near else last
        places = [*range(span.first, min(span.last, span.first + _MOST_PLACES) + 1)]
        if near is not None and is_near:
            places.insert(0, near)
        fitting = (at for at in places if self._fits(difference, at))
        return next(fitting, near if near in places else last)

    def _fits(self, difference: Difference, at: int) -> bool:
        """Whether the new tokens may come before *at* in ours, where no heading is."""
        new = range(difference.other_start, difference.other_end)
        is_heading = at < len(self._ours.tokens) and name_of(self._ours.written(at)) == "head"
        return not is_heading and self._nesting.fits(difference, dict.fromkeys(new, at))

    def _is_behind_the_last(self, difference: Difference, near: int | None) -> bool:
        """Whether *near* is behind the left neighbour where that ends a division, as it was.

        The scholar moved that away from the right one, or the right one away.
        """
        before = difference.start - 1
        if near is None or self._at.get(before) != near - 1 or near >= len(self._ours.tokens):
            return False
        first = min(before, self._old.partners.get(before, before))
        leaves = (i for i in range(first, difference.start) if self._old.tokens[i].kind == "leaf")
        return (
            self._ours.tokens[near].kind == "end"
            and all(self._has_its_words(index) for index in leaves)
            and self._fits(difference, near)
        )

    def _between_unmoved(self, difference: Difference) -> int | None:
        """The place between the two neighbours where ours has them side by side, as they were.

        Wherever the scholar put both, and whatever they say now, unless words went over.
        """
        between = self.between(difference)
        if between is None or between[0] != between[1]:
            return None
        before, behind = difference.start - 1, difference.end
        if behind < len(self._old.tokens) and is_label(self._old.tokens[behind]):
            behind += 1
        first = min(before, self._old.partners.get(before, before))
        last = max(behind, self._old.partners.get(behind, behind))
        old = range(max(first, 0), min(last + 1, len(self._old.tokens)))
        leaves = [i for i in old if self._old.tokens[i].kind == "leaf"]
        if all(self._has_its_words(index) for index in leaves):
            return between[0]
        own_first, own_last = self._at.get(old.start), self._at.get(old.stop - 1)
        is_whole = before in old and behind in old and not self._is_at_an_edge(before, behind)
        if own_first is None or own_last is None or not is_whole:
            return None
        ours = range(own_first, own_last + 1)
        span = self._places.beside(difference.start, old, ours)
        return between[0] if span is not None and _lies(between[0], span) else None

    def _is_at_an_edge(self, before: int, behind: int) -> bool:
        """Whether one of the old neighbours is the tag of what is around the place."""
        tokens = self._old.tokens
        return tokens[before].kind == "start" or tokens[behind].kind == "end"

    def _has_its_words(self, index: int) -> bool:
        at, token = self._at.get(index), self._old.tokens[index]
        own = [] if at is None else self._ours.words_of(self._ours.tokens[at])
        return is_label(token) or own == self._old.words_of(token)

    def _in_its_element(self, difference: Difference, near: int | None) -> int | None:
        """The place between the neighbours that is in what the program has the new words in.

        A mark of the scholar ends or begins there; else it is *near*.
        """
        between = self.between(difference)
        new = range(difference.other_start, difference.other_end)
        if near is None or between is None or not self._nesting.are_words(new):
            return near
        home = self._nesting.home(difference.other_start)
        places = (near, *range(between[0], between[1] + 1))
        return next((at for at in places if self._ours.enclosing(at) == home), near)

    def _near(self, difference: Difference) -> int | None:
        """The index in ours that is nearest to the place of the new tokens.

        Where something stands between the neighbours in ours, a start tag comes close before what
        it encloses, and all else close behind what it follows.
        """
        left = self._left(difference)
        right = self._at.get(difference.end)
        last = difference.other_end - 1
        opens = self._new.partners.get(last, -1) > last
        is_next = difference.start == 0 or difference.start - 1 in self._at
        if right is not None and (opens or not is_next):
            return right if opens or left is None else self._before_later(left, right, difference)
        return None if left is None else left + 1

    def _before_later(self, left: int, right: int, difference: Difference) -> int:
        """The first between *left* and *right* in ours that the program has later, or *right*."""
        for at in range(left + 1, right):
            if self._back.get(at, -1) > difference.end:
                return at
        return right

    @cached_property
    def _back(self) -> Mapping[int, int]:
        return {at: old for old, at in self._at.items()}

    def _left(self, difference: Difference) -> int | None:
        """The token of ours behind which the new ones come; None if it is not there.

        Of a paragraph that the scholar cut in two or more it is the last.
        """
        if difference.start == 0:
            return -1
        old = self._behind_which(difference.start - 1)
        left = self._at.get(old)
        if left is None or self._ours.tokens[left].kind != "leaf":
            return left
        before = self._old.words_of(self._old.tokens[old])
        for index in range(left + 1, len(self._ours.tokens)):
            token = self._ours.tokens[index]
            if token.kind != "leaf" or not holds(before, self._ours.words_of(token)):
                break
            left = index
        return left

    def _behind_which(self, index: int) -> int:
        """The old token at *index*, or the nearest before it, beside it, that ours still has."""
        while self._changes.is_outline and index not in self._at:
            token = self._old.tokens[index]
            if token.kind == "start" or index == 0:
                break
            index = self._old.partners.get(index, index) - 1 if token.kind == "end" else index - 1
        return index


def _lies(place: int, span: Span) -> bool:
    return span.first <= place <= span.last


def holds(keys: Sequence[Hashable], wanted: Sequence[Hashable]) -> bool:
    """Whether *wanted*, not empty, stands in *keys*, one after the other."""
    count = len(wanted) or len(keys) + 1
    return any(keys[at : at + count] == wanted for at in range(len(keys) - count + 1))
