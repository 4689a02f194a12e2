"""Display quotations: a paragraph that the page's designer repeats out of the speech."""

from __future__ import annotations

from collections.abc import Sequence

from edition.transcript.convention import Convention

_NEAR = 12  # paragraphs before and after in which the repeated words are looked for
_LONG_WORD = 7  # letters; runs that begin with such a word stand for all: a fifth of the work
_FEWEST = 3  # such runs; below it anybody may repeat himself
Trigram = tuple[str, str, str]


def pullquotes(
    lines: Sequence[str], first: int, stop: int, labelled: set[int], convention: Convention
) -> frozenset[int]:
    """Indices of the lines from *first* to *stop* that are display quotations.

    A line is one by its quotation marks, or if one longer paragraph near it holds the share
    ``pullquote_share`` of its three-word runs; a line of a few words never is.
    """
    filled = [i for i in range(first, stop) if lines[i].strip()]
    found = {i for i in filled if convention.pullquote_line.match(lines[i])} - labelled
    share = convention.marks.pullquote_share
    if share:
        runs = {i: _trigrams(lines[i]) for i in filled if i not in found}
        found |= _repeated(runs, share) - labelled
    return frozenset(found)


def _trigrams(text: str) -> frozenset[Trigram]:
    words = text.casefold().split()
    runs = zip(words, words[1:], words[2:], strict=False)
    return frozenset(run for run in runs if len(run[0]) >= _LONG_WORD)


def _repeated(runs: dict[int, frozenset[Trigram]], share: float) -> set[int]:
    """Indices whose runs stand, by at least *share*, in one longer paragraph near it."""
    order = list(runs)
    seen: set[Trigram] = set()
    found = set()
    for position, later in enumerate(order):
        if len(seen & runs[later]) >= share * _FEWEST:
            for earlier in order[max(0, position - _NEAR) : position]:
                shorter, longer = sorted((earlier, later), key=lambda index: len(runs[index]))
                least = len(runs[shorter])
                shared = len(runs[shorter] & runs[longer])
                if _FEWEST <= least < len(runs[longer]) and shared >= share * least:
                    found.add(shorter)
        seen |= runs[later]
    return found
