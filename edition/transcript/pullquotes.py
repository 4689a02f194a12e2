"""Display quotations: a paragraph that the page's designer repeats out of the speech."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from edition.transcript.convention import Convention

_NEAR = 12  # paragraphs before and after in which the repeated words are looked for
_LONG_WORD = 8  # letters; such words are rare enough to tell where a paragraph repeats another
_FEWEST = 3  # of them in a paragraph
_SHORTEST = 14  # words; below it anybody may repeat himself


class PullQuotes(NamedTuple):
    """Indices of lines that are display quotations, and of those where only words say so."""

    lines: frozenset[int]
    inferred: frozenset[int]


def pullquotes(
    lines: Sequence[str], first: int, stop: int, labelled: set[int], convention: Convention
) -> PullQuotes:
    """The lines from *first* to *stop* that are display quotations.

    A line is one by its quotation marks; it is inferred to be one if one longer paragraph near
    it holds the share ``pullquote_share`` of its three-word runs. A short line never is.
    """
    filled = [i for i in range(first, stop) if lines[i].strip(" ")]
    found = {i for i in filled if convention.marks.pullquote_line.match(lines[i])} - labelled
    inferred: set[int] = set()
    share = convention.marks.pullquote_share
    if share:
        paragraphs = ((i, lines[i].casefold().split()) for i in filled if i not in found)
        inferred = _repeated(paragraphs, share) - labelled
    return PullQuotes(frozenset(found | inferred), frozenset(inferred))


def _repeated(paragraphs: Iterable[tuple[int, list[str]]], share: float) -> set[int]:
    """Indices whose runs stand, by at least *share*, in one longer paragraph near it.

    Paragraphs that share few long words share few runs: only the others are compared in full.
    """
    found = set()
    near: deque[tuple[int, list[str], set[str], float]] = deque(maxlen=_NEAR)
    for later, words in paragraphs:
        long = {word for word in words if len(word) >= _LONG_WORD}
        if len(long) < _FEWEST:
            continue
        enough = share * len(long)
        for earlier, others, other_long, enough_too in near:
            shared = len(long & other_long)
            if shared >= enough or shared >= enough_too:
                pair = sorted([(len(words), later, words), (len(others), earlier, others)])
                if _share_of_runs(pair[0][2], pair[1][2]) >= share:
                    found.add(pair[0][1])
        near.append((later, words, long, enough))
    return found


def _share_of_runs(shorter: list[str], longer: list[str]) -> float:
    """How much of *shorter* stands in *longer*, in runs of three words; 0 for a short one."""
    if not _SHORTEST <= len(shorter) < len(longer):
        return 0
    runs = set(zip(shorter, shorter[1:], shorter[2:], strict=False))
    others = set(zip(longer, longer[1:], longer[2:], strict=False))
    return len(runs & others) / len(runs)
