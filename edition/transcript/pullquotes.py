"""Display quotations: a paragraph that the page's designer repeats out of the speech."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.convention import Convention

_NEAR = 12  # paragraphs before and after in which the repeated words are looked for
_LONG_WORD = 8  # letters; two such words rarely follow each other twice
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
        paragraphs = ((i, lines[i].split()) for i in filled if i not in found)
        inferred = _repeated(paragraphs, share) - labelled
    return PullQuotes(frozenset(found | inferred), frozenset(inferred))


def _repeated(paragraphs: Iterable[tuple[int, list[str]]], share: float) -> set[int]:
    """Indices whose runs stand, by at least *share*, in one longer paragraph near it.

    Only paragraphs in which the same two long words follow each other are compared.
    """
    found = set()
    near: deque[tuple[int, list[str], set[str]]] = deque(maxlen=_NEAR)
    last: dict[tuple[str, str], int] = {}  # of the paragraphs in which the two words stand
    number = 0
    for later, words in paragraphs:
        if len(words) < _SHORTEST:
            continue
        long = [word for word in words if len(word) >= _LONG_WORD]
        pairs = list(pairwise(long))
        behind = {number - last[pair] for pair in pairs if pair in last}
        rare = set(long)
        for earlier, others, also_rare in (near[-back] for back in behind if back <= len(near)):
            if len(rare & also_rare) < share * min(len(rare), len(also_rare)):
                continue
            shorter, longer = sorted([(len(words), later, words), (len(others), earlier, others)])
            if _share_of_runs(shorter[2], longer[2]) >= share:
                found.add(shorter[1])
        near.append((later, words, rare))
        last.update(dict.fromkeys(pairs, number))
        number += 1
    return found


def _share_of_runs(shorter: list[str], longer: list[str]) -> float:
    """How much of *shorter* stands in *longer*, in runs of three words; 0 for a short one."""
    if not _SHORTEST <= len(shorter) < len(longer):
        return 0
    runs, others = _runs(shorter), _runs(longer)
    return len(runs & others) / len(runs)


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    """The runs of three *words*, whatever their case."""
    folded = [word.casefold() for word in words]
    return set(zip(folded, folded[1:], folded[2:], strict=False))
