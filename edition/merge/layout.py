"""How the scholar's file is laid out: what the program brings is laid out like it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping

from edition.merge.changes import Changes
from edition.merge.edits import Edit, edited
from edition.merge.leaves import Leaf, merged_leaf
from edition.merge.tokens import Tokens, name_of, outline

_UNIT = "  "  # of the program
_FIRST_LEVELS = re.compile(
    r"^(?P<unit>[ \t]*)<(?:[^\s<>:]+:)?teiHeader\b[^>]*>\s*?\n(?P<second>[ \t]*)<", re.MULTILINE
)


def unit_of(text: str) -> str:
    """The white space by which the file *text* is indented, '' where its lines begin without.

    It is the program's own where that cannot be told.
    """
    found = _FIRST_LEVELS.search(text)
    is_regular = found is not None and found["second"] == 2 * found["unit"]
    return found["unit"] if found is not None and is_regular else _UNIT


def indented(text: str, old: str, new: str) -> str:
    """The file *text*, whose tags are indented by *old* for each level, indented by *new*."""
    if old == new:
        return text
    if not old or not new:
        return edited(text, list(_by_level(text, new)))
    begin = re.compile(rf"^((?:{old})+)(?=<)", re.MULTILINE)
    return begin.sub(lambda found: new * (len(found[1]) // len(old)), text)


def _by_level(text: str, unit: str) -> Iterator[Edit]:
    """The edits by which each line of the outline of *text* begins with *unit* for each level."""
    tokens = outline(text)
    level = 0
    for index, token in enumerate(tokens.tokens):
        level -= token.kind == "end"
        _, line_end, before = tokens.gap(index).rpartition("\n")
        if line_end:
            yield Edit(token.start - len(before), token.start, unit * level)
        level += token.kind == "start"


def relaid(
    changes: Changes, ours: Tokens, there: Mapping[int, int], *, of_editors: bool
) -> Iterator[tuple[Hashable, str]]:
    """What comes in the place of a title, a date and the like that the scholar laid out anew.

    It is told by the key of the new token. *there* is the index in ours of each old token.
    """
    old, new = changes.old, changes.new
    for start, end, other_start, other_end in changes.differences:
        if end - start != other_end - other_start:
            continue
        for one, other in zip(range(start, end), range(other_start, other_end), strict=True):
            base, theirs = old.tokens[one], new.tokens[other]
            if base.kind != "leaf" or theirs.kind != "leaf" or one not in there:
                continue
            own = ours.tokens[there[one]]
            if base.identifier or ours.of(own) == old.of(base):
                continue
            if name_of(old.of(base)) != name_of(new.of(theirs)):
                continue
            leaf = Leaf(base, own, theirs, own.start)
            found = merged_leaf(leaf, old, ours, new, of_editors=of_editors)
            if not found.conflicts:
                edits = [Edit(e.start - own.start, e.end - own.start, e.new) for e in found.edits]
                yield theirs.key, edited(ours.of(own), edits)
