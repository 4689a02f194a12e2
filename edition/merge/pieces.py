"""Where the words of a paragraph are that the scholar cut in pieces, or joined to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from edition.alignment import differences
from edition.merge.moves import RUN
from edition.merge.tokens import Token, Tokens, is_named

_FAR = 1000  # words, beyond which nothing is looked for
_SHARE = 0.5  # of its words, by which a paragraph is found in another


class Pieces:
    """Paragraphs of *base* in the scholar's file *ours*; *at* are its tokens in ours."""

    def __init__(self, base: Tokens, ours: Tokens, at: Mapping[int, int]) -> None:
        self._base, self._ours = base, ours
        self._at = at

    def of_cut(self, base: Token, index: int) -> Token:
        """The leaf *base*, at *index* in ours, with what the scholar cut off behind it."""
        whole = self._ours.tokens[index]
        last = whole
        old: list[str] | None = None
        for token in self._ours.tokens[index + 1 :]:
            if token.kind not in ("leaf", "word"):
                continue
            if token.key in self._known:
                break
            old = self._base.words_of(base) if old is None else old
            if _has_run(old, self._ours.words_of(token)):
                last = token
        return whole._replace(end=last.end)

    def of_joined(self, index: int) -> Token | None:
        """The leaf in ours that got most words of that of base at *index*, which is gone.

        That it had such words itself, as in minutes many paragraphs read alike, says nothing.
        """
        base = self._base.tokens[index]
        old = self._base.words_of(base)
        for step in (-1, 1):
            near = self._next(index, step)
            if near is not None:
                token = self._ours.tokens[self._at[near]]
                had = self._base.words_of(self._base.tokens[near])
                got = _new_ones(had, self._ours.words_of(token))
                if _common(old, got) >= max(_SHARE * len(old), 1):
                    return token
        return None

    def is_spread(self, index: int) -> bool:
        """Whether ours has most words of the leaf of base at *index*, which is gone, around there.

        That is in the leaves before and behind it, and in what was cut off between these.
        """
        old = self._base.words_of(self._base.tokens[index])
        return _common(old, self._around(index)) >= max(_SHARE * len(old), 1)

    def _around(self, index: int) -> list[str]:
        """The words that ours has from the leaf before *index* to the one behind, and base not."""
        near = [self._next(index, step) for step in (-1, 1)]
        first, last = (self._at[at] if at is not None else None for at in near)
        had = [word for at in near if at is not None for word in self._words_of(self._base, at)]
        found = [] if first is None else self._words_of(self._ours, first)
        begin = 0 if first is None else first + 1
        for at in range(begin, len(self._ours.tokens) if last is None else last):
            token = self._ours.tokens[at]
            if len(found) > _FAR:
                break
            if token.kind == "leaf" and token.key not in self._known:
                found += self._words_of(self._ours, at)
        found += [] if last is None else self._words_of(self._ours, last)
        return _new_ones(had, found)

    def _words_of(self, tokens: Tokens, index: int) -> list[str]:
        return tokens.words_of(tokens.tokens[index])

    def _next(self, index: int, step: int) -> int | None:
        """The leaf of base next to *index*, in that direction, that ours has."""
        near = index + step
        while 0 <= near < len(self._base.tokens) and not self._is_leaf(near):
            near += step
        return near if 0 <= near < len(self._base.tokens) else None

    def _is_leaf(self, index: int) -> bool:
        token = self._base.tokens[index]
        return token.kind == "leaf" and is_named(token) and index in self._at

    @cached_property
    def _known(self) -> frozenset[object]:
        return frozenset(self._base.keys)


def _has_run(old: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a few of *words* follow one another in *old*, too; or all, if they are few."""
    size = min(RUN, len(words))
    runs = {tuple(old[at : at + size]) for at in range(len(old) - size + 1)}
    return size > 0 and any(
        tuple(words[at : at + size]) in runs for at in range(len(words) - size + 1)
    )


def _new_ones(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The words of *new* that *old* has not, in order."""
    found = differences(old, new)
    return [word for one in found for word in new[one.other_start : one.other_end]]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words of *old* are in *new*, in order."""
    return len(old) - sum(one.end - one.start for one in differences(old, new))
