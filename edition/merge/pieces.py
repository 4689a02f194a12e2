"""Where the words of a paragraph are that the scholar cut in pieces, or joined to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from edition.alignment import differences
from edition.merge.moves import RUN
from edition.merge.tokens import Token, Tokens, is_named

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
            near = index + step
            while 0 <= near < len(self._base.tokens) and not self._is_leaf(near):
                near += step
            if 0 <= near < len(self._base.tokens):
                token = self._ours.tokens[self._at[near]]
                had = self._base.words_of(self._base.tokens[near])
                got = _new_ones(had, self._ours.words_of(token))
                if _common(old, got) >= max(_SHARE * len(old), 1):
                    return token
        return None

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
