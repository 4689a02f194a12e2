"""Where in the scholar's file a place of the old version is, by the words on both sides of it.

The nearest paragraphs that nobody changed are found before it and behind it; what is between them
is compared word by word, for the scholar may have cut, joined or corrected it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from edition.alignment import Difference, differences
from edition.merge.moves import RUN
from edition.merge.readings import printed
from edition.merge.tokens import Tokens, words

_SHARE = 0.5  # of its words, by which a paragraph is found in another


class Span(NamedTuple):
    """The tokens of ours before which a place of the old version may be: *first* to *last*."""

    first: int
    last: int


class _Window(NamedTuple):
    """Old tokens between two that nobody changed, and those of ours between the same two."""

    start: int
    end: int
    own_start: int
    own_end: int


class Places:
    """Places of *old* in *ours*; *there* are the tokens of ours, in order, that old has too."""

    def __init__(self, old: Tokens, ours: Tokens, there: Mapping[int, int]) -> None:
        self._old, self._ours = old, ours
        self._there = there
        self._found = cache(self._words_found)

    def before(self, index: int) -> Span | None:
        """Where the place before the old token *index* may be.

        None where the words before it and those behind it are in one paragraph, or change places.
        """
        return self._span(index, self._window(index, index))

    def beside(self, index: int, old: range, ours: range) -> Span | None:
        """As :meth:`before`, where its neighbours, the tokens *old*, are *ours* now."""
        return self._span(index, _Window(old.start, old.stop, ours.start, ours.stop))

    def _span(self, index: int, window: _Window) -> Span | None:
        found = self._found(window)
        before = [at for one, places in found.items() if one < index for at in places]
        behind = [at for one, places in found.items() if one >= index for at in places]
        first = max([window.own_start, *(at + 1 for at in before)])
        last = min([window.own_end, *behind])
        return Span(first, last) if first <= last else None

    def behind(self, index: int) -> int | None:
        """The token of ours with the first words that follow the place before the old *index*."""
        found = self._found(self._window(index, index))
        return min(
            (at for one, places in found.items() if one >= index for at in places), default=None
        )

    def remains(self, index: int) -> bool:
        """Whether ours has words of the old token *index*, which is gone, in others about there."""
        words = len(self._old.words_of(self._old.tokens[index]))
        found = self._found(self._window(index, index + 1)).get(index, [])
        return words > 0 and len(found) >= _SHARE * words

    def _window(self, start: int, end: int) -> _Window:
        """The old tokens *start* to *end*, and all around that the scholar changed."""
        while start > 0 and not self._is_unchanged(start - 1):
            start -= 1
        while end < len(self._old.tokens) and not self._is_unchanged(end):
            end += 1
        first = self._there[start - 1] + 1 if start else 0
        last = self._there[end] if end < len(self._old.tokens) else len(self._ours.tokens)
        return _Window(start, end, first, last)

    def _is_unchanged(self, index: int) -> bool:
        at = self._there.get(index)
        words = self._old.words_of(self._old.tokens[index]) if self._is_text(index) else []
        return (
            bool(words) and at is not None and words == self._ours.words_of(self._ours.tokens[at])
        )

    def _is_text(self, index: int) -> bool:
        return self._old.tokens[index].kind in ("leaf", "word")

    def _words_found(self, window: _Window) -> Mapping[int, list[int]]:
        """For each old token the tokens of ours in which its words are, one for each word."""
        before = _spread(self._old, window.start, window.end)
        now = _spread(self._ours, window.own_start, window.own_end)
        sizes, own_sizes = (Counter(at for _, at in side) for side in (before, now))
        found: dict[int, list[int]] = {}
        end = Difference(len(before), len(before), len(now), len(now))
        at = other = 0
        for difference in [*differences([w for w, _ in before], [w for w, _ in now]), end]:
            runs: dict[tuple[int, int], int] = {}
            for (_, one), (_, own) in zip(
                before[at : difference.start], now[other : difference.other_start], strict=True
            ):
                runs[one, own] = runs.get((one, own), 0) + 1
            for (one, own), length in runs.items():
                if length >= min(RUN, sizes[one], own_sizes[own]):
                    found.setdefault(one, []).extend([own] * length)
            at, other = difference.end, difference.other_end
        return found


def _spread(tokens: Tokens, first: int, last: int) -> list[tuple[str, int]]:
    """The words that the source prints, each with the number of its token.

    They are those from the token *first* to before the token *last*.
    """
    return [
        (word, index)
        for index in range(first, last)
        if tokens.tokens[index].kind in ("leaf", "word")
        for word in printed(words(tokens.text, *tokens.tokens[index][2:4]))
    ]
