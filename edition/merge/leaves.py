"""Paragraphs, labels and the like in three versions: what comes of the changes inside of one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable
from typing import NamedTuple

from edition.merge.applying import Application, Applied, Conflict
from edition.merge.changes import Changes
from edition.merge.edits import Edit, edited, overlapping
from edition.merge.moves import Stretch, bundles
from edition.merge.record import taken_over
from edition.merge.tokens import (
    Token,
    Tokens,
    attributes_of,
    canonical,
    is_label,
    unpaired,
    words,
)


class Leaf(NamedTuple):
    """A leaf in the three versions; *ours* is None where the scholar has taken it away.

    Of one that the scholar cut *ours* is all from the first piece to the last, of one joined to
    another it is both. *at* is its place in ours, or the nearest.
    """

    base: Token
    ours: Token | None
    theirs: Token
    at: int


def leaves(tokens: Tokens) -> dict[Hashable, Token]:
    """The leaves that have an identifier, or are the label of a turn that has one, by key."""
    found: dict[Hashable, Token] = {}
    for token in tokens.tokens:
        if token.kind == "leaf" and (token.identifier or is_label(token)):
            found.setdefault(token.key, token)
    return found


def merged_leaf(
    leaf: Leaf, in_base: Tokens, in_ours: Tokens, in_theirs: Tokens, *, of_editors: bool
) -> Applied:
    """What comes of the changes inside of *leaf*, in these tokens of the three versions.

    They are another editor's, where *of_editors* says so.
    """
    base, ours, theirs, _ = leaf
    if ours is None:
        return Applied([], [Conflict(leaf.at, in_theirs.of(theirs), is_of_words=True)])
    text = in_ours.text
    old, own, new = in_base.of(base), in_ours.of(ours), in_theirs.of(theirs)
    whole = Edit(base.start, base.end, new)
    if new == own:
        return Applied([], [], recorded=[whole])
    if own == old:
        return Applied([Edit(ours.start, ours.end, new)], [], recorded=[whole])
    inside = words(text, ours.start, ours.end)
    before = words(in_base.text, base.start, base.end)
    changes = Changes(before, words(in_theirs.text, theirs.start, theirs.end))
    application = Application(
        changes,
        inside,
        lambda one, other: is_unchanged(before, one, inside, other),
        of_editors=of_editors,
    )
    found = _of_words(changes, application)
    within = [Edit(e.start - ours.start, e.end - ours.start, e.new) for e in found.edits]
    if overlapping(within, own) is None and unpaired(edited(own, within)) == unpaired(own):
        return found
    return Applied([], [Conflict(ours.start, new, is_of_words=True)])


def _of_words(changes: Changes, application: Application) -> Applied:
    """What comes of *changes* of words and tags; words that go elsewhere go, or stay."""
    outcomes = application.outcomes()
    sides: tuple[list[Stretch], list[Stretch]] = ([], [])
    unchanged = [index for index in changes.matched if changes.old.tokens[index].kind == "word"]
    for number, group in enumerate(changes.together):
        for start, end, other_start, other_end in group:
            place = bisect_left(unchanged, start)
            for side, tokens, first, last in (
                (sides[0], changes.old, start, end),
                (sides[1], changes.new, other_start, other_end),
            ):
                if there := [t.key for t in tokens.tokens[first:last] if t.kind == "word"]:
                    side.append(Stretch(number, there, place))
    result = Applied([], [], any(one.lacks_words for one in outcomes))
    taken: list[int] = []
    for bundle in bundles(range(len(outcomes)), (), *sides):
        is_out = len(bundle) > 1 and any(is_amiss(outcomes[int(str(unit))]) for unit in bundle)
        for unit in sorted(int(str(unit)) for unit in bundle):
            if is_out:
                result.conflicts.append(application.conflict(changes.together[unit]))
                continue
            result.conflicts.extend(outcomes[unit].conflicts)
            result.edits.extend(outcomes[unit].edits)
            if not outcomes[unit].conflicts:
                taken.append(unit)
    refused: dict[int, Collection[str]] = {}
    for old, outcome in application.attributes():
        result.edits.extend(outcome.edits)
        result.conflicts.extend(outcome.conflicts)
        refused[old] = [name for one in outcome.conflicts for name in one.refused]
    result.edits.extend(application.gaps())
    return result._replace(recorded=list(taken_over(changes, taken, refused)))


def is_amiss(outcome: Applied) -> bool:
    """Whether words would not be where the program has them.

    Words that the scholar took away, or elsewhere, are not to come in at another place.
    """
    return outcome.lacks_words or any(conflict.is_of_words for conflict in outcome.conflicts)


def is_unchanged(old: Tokens, index: int, ours: Tokens, at: int) -> bool:
    """Whether the token *at* of *ours* is as the one at *index* of *old*."""
    if old.tokens[index].kind in ("start", "empty"):
        return attributes_of(old.written(index)) == attributes_of(ours.written(at))
    return canonical(old.written(index)) == canonical(ours.written(at))
