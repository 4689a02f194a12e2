"""Display quotations: a paragraph that the page's designer repeats out of the speech."""

from __future__ import annotations

from collections.abc import Sequence
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
    found = {i for i in filled if convention.pullquote_line.match(lines[i])} - labelled
    inferred: set[int] = set()
    share = convention.marks.pullquote_share
    if share:
        paragraphs = {i: lines[i].casefold().split() for i in filled if i not in found}
        inferred = _repeated(paragraphs, share) - labelled
    return PullQuotes(frozenset(found | inferred), frozenset(inferred))


def _repeated(paragraphs: dict[int, list[str]], share: float) -> set[int]:
    """Indices whose runs stand, by at least *share*, in one longer paragraph near it.

    Paragraphs that share few long words share few runs: only the others are compared in full.
    """
    long_words = [
        (index, long, share * len(long))
        for index, words in paragraphs.items()
        if len(long := {word for word in words if len(word) >= _LONG_WORD}) >= _FEWEST
    ]
    found = set()
    for position, (later, words, enough) in enumerate(long_words):
        for earlier, others, enough_too in long_words[max(0, position - _NEAR) : position]:
            shared = len(words & others)
            if shared >= enough or shared >= enough_too:
                pair = sorted((earlier, later), key=lambda index: len(paragraphs[index]))
                if _share_of_runs(*(paragraphs[index] for index in pair)) >= share:
                    found.add(pair[0])
    return found


def _share_of_runs(shorter: list[str], longer: list[str]) -> float:
    """How much of *shorter* stands in *longer*, in runs of three words; 0 for a short one."""
    if not _SHORTEST <= len(shorter) < len(longer):
        return 0
    runs = set(zip(shorter, shorter[1:], shorter[2:], strict=False))
    others = set(zip(longer, longer[1:], longer[2:], strict=False))
    return len(runs & others) / len(runs)
