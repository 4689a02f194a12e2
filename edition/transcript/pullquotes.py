"""Display quotations: a paragraph that the page's designer repeats out of the speech."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from edition.transcript.convention import Convention
from edition.transcript.decode import reading

_NEAR = 12  # paragraphs before and after in which the repeated words are looked for
_WORD = re.compile(r"\w+")
Trigram = tuple[str, str, str]


def pullquotes(
    lines: Sequence[str], first: int, stop: int, labelled: set[int], convention: Convention
) -> frozenset[int]:
    """Indices of the lines from *first* to *stop* that are display quotations.

    A line is one by its quotation marks, or if one longer paragraph near it holds the share
    ``pullquote_share`` of its three-word runs; a line of a few words never is.
    """
    filled = [i for i in range(first, stop) if reading(lines[i]).strip()]
    found = {i for i in filled if convention.pullquote_line.match(reading(lines[i]))} - labelled
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
    places: defaultdict[Trigram, list[int]] = defaultdict(list)
    for order, trigrams in enumerate(runs.values()):
        for trigram in trigrams:
            places[trigram].append(order)
    lengths = [len(trigrams) for trigrams in runs.values()]
    found = set()
    for order, (index, trigrams) in enumerate(runs.items()):
        needed = share * len(trigrams)
        repeats = [places[t] for t in trigrams if len(places[t]) > 1]
        if len(trigrams) < 8 or len(repeats) < needed:
            continue
        hits = Counter(other for orders in repeats for other in set(orders))
        if any(
            count >= needed and abs(other - order) <= _NEAR and lengths[other] > lengths[order]
            for other, count in hits.items()
            if other != order
        ):
            found.add(index)
    return found
