"""How words read: a word is corrected once, by whoever was first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from edition.alignment import Difference
from edition.merge.changes import Changes
from edition.merge.tokens import Tokens, name_of
from edition.tei.reading import NOT_SOURCE
from edition.tei.vocabulary import local

READINGS = frozenset({"choice", "sic", "corr", "orig", "reg", "abbr", "expan", "gap"})
READINGS |= {"supplied", "add", "del", "subst"}  # not “unclear”: the words stay those printed
_ADDED = frozenset(map(local, NOT_SOURCE))


def printed(paragraph: Tokens) -> list[str]:
    """The words of *paragraph* that the source prints, whatever else somebody reads there."""
    return [
        str(token.key)
        for index, token in enumerate(paragraph.tokens)
        if token.kind == "word" and not _is_added(paragraph, index)
    ]


def _is_added(tokens: Tokens, at: int) -> bool:
    while (at := tokens.parents[at]) >= 0:
        name = name_of(tokens.written(at))
        # Whoever writes a note by hand may have forgotten its type.
        kind = tokens.attributes(at).get("type", "annotation") if name == "note" else ""
        if name in _ADDED or kind == "annotation":
            return True
    return False


def is_read_otherwise(
    group: Sequence[Difference], changes: Changes, ours: Tokens, there: Mapping[int, int]
) -> bool:
    """Whether the scholar says of the words of *group*, in a paragraph, how they read.

    Or has changed them, where *group* says how they read. *there* are the old tokens in *ours*.
    """
    if changes.is_outline:
        return False
    gone = [there[index] for d in group for index in range(d.start, d.end)]
    if any(_is_in_reading(ours, at, set(there.values())) for at in gone):
        return True
    come = (index for d in group for index in range(d.other_start, d.other_end))
    if not any(_is_reading(changes.new, index) for index in come):
        return False
    first, last = group[0].start, group[-1].end
    left, right = there.get(first - 1), there.get(last)
    if left is None or right is None:
        return True
    return ours.keys[left + 1 : right] != changes.old.keys[first:last]


def _is_in_reading(ours: Tokens, at: int, known: Collection[int]) -> bool:
    """Whether the token *at* of *ours* is in a reading that is not *known*."""
    while (at := ours.parents[at]) >= 0:
        if at not in known and _is_reading(ours, at):
            return True
    return False


def _is_reading(tokens: Tokens, index: int) -> bool:
    is_tag = tokens.tokens[index].kind in ("start", "empty")
    return is_tag and name_of(tokens.written(index)) in READINGS
