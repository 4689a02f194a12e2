"""How a change is written into the scholar's file: white space there stays as far as it can."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping

from edition.alignment import Difference
from edition.merge.changes import Changes
from edition.merge.edits import Edit, edited, tight
from edition.merge.tokens import Tokens


class Writing:
    """Of *changes*, to be made in the tokens *ours* of the scholar.

    *at* is the index in ours of each old token that is there, too. What comes and has a key of
    *carried* is written as it says there.
    """

    def __init__(self, changes: Changes, ours: Tokens, at: Mapping[int, int]) -> None:
        self._changes = changes
        self._old, self._new, self._ours = changes.old, changes.new, ours
        self._at = at
        self.carried: Mapping[Hashable, str] = {}

    def edit(self, difference: Difference, place: int) -> Edit:
        """The change in the text of ours, before its token *place*."""
        written = self._coming(difference.other_start, difference.other_end)
        if difference.start == difference.end:
            return self._insertion(difference, place, written)
        ours = self._ours
        count = difference.end - difference.start
        start, end = ours.tokens[place].start, ours.tokens[place + count - 1].end
        before, after = ours.gap(place), ours.gap(place + count)
        was_before, was_after = self._old.gap(difference.start), self._old.gap(difference.end)
        if not written:
            was = (bool(was_before), bool(was_after))
            left = self._left_over(
                difference, before, after, is_own=was != (bool(before), bool(after))
            )
        else:
            new_before = self._new.gap(difference.other_start)
            new_after = self._new.gap(difference.other_end)
            left = (
                _gap(before, was_before, new_before) + written + _gap(after, was_after, new_after)
            )
        return tight(Edit(start - len(before), end + len(after), left), ours.text)

    def _coming(self, first: int, last: int) -> str:
        """What is written for the new tokens from *first* to before *last*."""
        start = self._new.tokens[first].start if first < last else 0
        texts = [
            Edit(token.start - start, token.end - start, self.carried[token.key])
            for token in self._new.tokens[first:last]
            if token.key in self.carried
        ]
        return edited(self._new.stretch(first, last), texts)

    def gone(self, place: int) -> Edit:
        """The word of ours at *place* goes, with the white space before it, or else behind it."""
        token, before = self._ours.tokens[place], self._ours.gap(place)
        behind = "" if before else self._ours.gap(place + 1)
        return Edit(token.start - len(before), token.end + len(behind), "")

    def _left_over(self, difference: Difference, before: str, after: str, *, is_own: bool) -> str:
        """The white space in the place of what goes; *is_own*: the scholar changed it."""
        gap = self._new.gap(difference.other_start)
        if self._is_closed(difference):
            gap = ""
        if is_own:
            return before + after or (gap if difference.end - difference.start > 1 else "")
        return (after or before or gap) if gap else ""

    def _is_closed(self, difference: Difference) -> bool:
        """Whether there was white space inside of what goes, and the scholar took it out."""
        inside = range(difference.start + 1, difference.end)
        places = [self._at[index] for index in inside]
        return any(map(self._old.gap, inside)) and not any(map(self._ours.gap, places))

    def _insertion(self, difference: Difference, place: int, written: str) -> Edit:
        ours, new = self._ours, self._new
        before, after = new.gap(difference.other_start), new.gap(difference.other_end)
        gap, was = ours.gap(place), self._old.gap(difference.start)
        is_lacking = not gap and not was  # and not taken out by the scholar
        if gap and not was and bool(before) != bool(after):  # a word of the scholar's is between
            left, right = self._at.get(difference.start - 1), self._at.get(difference.end)
            if before and left == place - 1 and right != place:
                at = ours.tokens[place - 1].end
                return Edit(at, at, before + written)
            if after and right == place and left != place - 1:
                at = ours.tokens[place].start
                return Edit(at, at, written + after)
        if before and not after and place < len(ours.tokens):
            at = ours.tokens[place].start
            return Edit(at, at, (before if is_lacking else "") + written)
        at = ours.tokens[place - 1].end if place else 0
        if not before and not after and gap and was:
            return Edit(at, at + len(gap), written)
        if after and not gap and self._is_word_behind_tag(place):  # the gap is before the tag
            return Edit(at, at, written + after)
        return Edit(at, at, (before if after else "") + written + (after if is_lacking else ""))

    def _is_word_behind_tag(self, place: int) -> bool:
        """Whether the token of ours at *place* is a word behind a tag with white space before."""
        tokens = self._ours.tokens
        return (
            1 < place < len(tokens)
            and tokens[place].kind == "word"
            and tokens[place - 1].kind in ("start", "end", "empty")
            and bool(self._ours.gap(place - 1))
        )

    def gaps(self) -> Iterator[Edit]:
        """White space between words that all three have, where the program put it or took it."""
        back = self._changes.matched
        for old, new in back.items():
            if back.get(old + 1) != new + 1:
                continue
            was, will = self._old.gap(old + 1), self._new.gap(new + 1)
            at = self._at.get(old)
            if bool(was) == bool(will) or at is None or self._at.get(old + 1) != at + 1:
                continue
            gap = self._ours.gap(at + 1)
            if bool(gap) == bool(was):
                end = self._ours.tokens[at].end
                yield Edit(end, end + len(gap), will)


def _gap(ours: str, old: str, new: str) -> str:
    """The white space at one side: that of ours, but where only the program put or took it."""
    return new if bool(ours) == bool(old) != bool(new) else ours
