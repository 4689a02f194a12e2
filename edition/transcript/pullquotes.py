"""Display quotations: a paragraph that the page's designer repeats out of the speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from edition.transcript.convention import Convention

_NEAR = 12  # paragraphs before and after in which the repeated words are looked for
_SHORTEST = 8  # runs of three words; below it anybody may repeat himself
_WORD = re.compile(r"\w+")
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


def _trigrams(text: str) -> list[Trigram]:
    words = _WORD.findall(text.casefold())
    return list(zip(words, words[1:], words[2:], strict=False))


def _repeated(runs: dict[int, list[Trigram]], share: float) -> set[int]:
    """Indices whose runs stand, by at least *share*, in one longer paragraph near it."""
    indices = list(runs)
    first: dict[Trigram, int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for order, trigrams in enumerate(runs.values()):
        for trigram in trigrams:
            earlier = first.setdefault(trigram, order)
            if earlier != order:
                shared[earlier, order] += 1
    found = set()
    for pair, count in shared.items():
        shorter, longer = sorted(pair, key=lambda order: len(runs[indices[order]]))
        least = len(runs[indices[shorter]])
        if least < _SHORTEST or least == len(runs[indices[longer]]):
            continue
        if abs(shorter - longer) <= _NEAR and count >= share * least:
            found.add(indices[shorter])
    return found
