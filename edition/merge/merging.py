"""Three versions of a TEI file become one: the scholar's, with what the program learnt since."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.merge.applying import Application, Applied, Conflict, Edit, edited
from edition.merge.changes import Changes
from edition.merge.moves import Stretch, Unit, bundles
from edition.merge.tags import prefix_of, with_prefix
from edition.merge.tokens import (
    Token,
    Tokens,
    attributes_of,
    is_label,
    is_sound,
    outline,
    words,
)

_EXCERPT = 80  # characters


class Merged(NamedTuple):
    """The merged file, and a finding (E010) for each change of the program that was not made.

    *unmade* are what the program would have had at each of these places.
    *is_refused*: none was made, for the file would not have been sound (E013).
    """

    data: bytes
    findings: tuple[Diagnostic, ...]
    is_refused: bool = False
    unmade: tuple[str, ...] = ()


def merge(base: bytes, ours: bytes, theirs: bytes, name: str, *, together: bool = False) -> Merged:
    """*ours*, the file *name*, with the changes from *base* to *theirs*.

    *base* is what the program wrote last, *theirs* what it writes now, with the identifiers of
    *base* (:func:`edition.merge.identifiers.kept`); *ours* is what the scholar made of *base*. All
    are well-formed, in UTF-8, and have no document type. What the scholar changed stays, to the
    character; what the program changed elsewhere comes in. With *together* all changes of words
    are made, or none.
    """
    if theirs in (base, ours):
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    text = ours.decode("utf-8-sig")
    prefix = prefix_of(text)
    old, new = (
        with_prefix(data.decode("utf-8-sig").replace("\r\n", "\n"), prefix)
        for data in (base, theirs)
    )
    result = _Merge(old, text, new, together=together).result()
    edits = result.edits
    if "\r\n" in text:
        edits = [edit._replace(new=edit.new.replace("\n", "\r\n")) for edit in edits]
    written = edited(text, edits)
    mark = b"\xef\xbb\xbf" if ours.startswith(b"\xef\xbb\xbf") else b""
    return Merged(
        mark + written.encode(),
        tuple(_finding(one, text, name) for one in result.conflicts),
        unmade=tuple(map(_shortened, result.conflicts)),
    )


def _shortened(conflict: Conflict) -> str:
    return " ".join(conflict.program.split())[:_EXCERPT] or "nothing"


def refused(ours: bytes, name: str) -> Merged:
    """*ours* as it is, and a finding that says that no change of the program was made."""
    return Merged(ours, (diagnostic("E013", Place(name)),), is_refused=True)


def _finding(conflict: Conflict, text: str, name: str) -> Diagnostic:
    line = text.count("\n", 0, conflict.at) + 1
    column = conflict.at - text.rfind("\n", 0, conflict.at)
    excerpt = " ".join(text[conflict.at : conflict.at + _EXCERPT].split())
    place = Place(name, line, column)
    return diagnostic("E010", place, excerpt=excerpt, program=_shortened(conflict))


class Leaf(NamedTuple):
    """A leaf in the three versions."""

    base: Token
    ours: Token
    theirs: Token


class _Merge:
    """The outlines of the three versions, merged; then, one by one, the paragraphs."""

    def __init__(self, base: str, ours: str, theirs: str, *, together: bool) -> None:
        self._together = together
        self._base = outline(base)
        self._ours = outline(ours)
        self._theirs = outline(theirs)

    def result(self) -> Applied:
        """The edits in the text of ours, and the changes that were not made."""
        changes = Changes(self._base, self._theirs)
        application = Application(changes, self._ours, self._is_unchanged)
        outcomes: dict[Unit, Applied] = dict(enumerate(application.outcomes()))
        pairs = dict(self._changed_leaves())
        outcomes |= {key: self._leaf(leaves) for key, leaves in pairs.items()}
        result = application.attributes()
        within: list[Edit] = []  # of leaves that may go as a whole
        for bundle in self._bundles(changes, pairs):
            if len(bundle) > 1 and any(_fails(outcomes[unit]) for unit in bundle):
                result.conflicts.extend(
                    application.conflict(changes.together[unit])
                    if isinstance(unit, int)
                    else Conflict(pairs[unit].ours.start, self._theirs.of(pairs[unit].theirs))
                    for unit in bundle
                )
                continue
            for unit in bundle:
                (result.edits if isinstance(unit, int) else within).extend(outcomes[unit].edits)
                result.conflicts.extend(outcomes[unit].conflicts)
        replaced = sorted(edit[:2] for edit in result.edits if edit.start < edit.end)
        result.edits.extend(edit for edit in within if not _lies_in(edit, replaced))
        return result

    def _changed_leaves(self) -> Iterator[tuple[Unit, Leaf]]:
        """The leaves that all three versions have and the program changed, by their keys."""
        base, ours = _leaves(self._base), _leaves(self._ours)
        for key, theirs in _leaves(self._theirs).items():
            if key in base and key in ours:
                leaf = Leaf(base[key], ours[key], theirs)
                if self._base.of(leaf.base) != self._theirs.of(theirs):
                    yield ("leaf", key), leaf

    def _bundles(self, changes: Changes, leaves: Mapping[Unit, Leaf]) -> list[set[Unit]]:
        """The changes of the outline, by their numbers, and of *leaves*: which hold together."""
        units: list[Unit] = [*range(len(changes.together)), *leaves]
        rewritten = {
            key
            for key, leaf in leaves.items()
            if self._base.words_of(leaf.base) != self._theirs.words_of(leaf.theirs)
        }
        old: dict[int, Unit] = {}
        new: dict[int, Unit] = {}
        for number, group in enumerate(changes.together):
            for start, end, other_start, other_end in group:
                old |= dict.fromkeys(range(start, end), number)
                new |= dict.fromkeys(range(other_start, other_end), number)
        joined: list[tuple[Unit, Unit]] = [
            (unit, number)
            for tokens, numbers in ((self._base, old), (self._theirs, new))
            for index, number in numbers.items()
            if (unit := ("leaf", tokens.tokens[index].key)) in leaves
        ]
        gone = list(_stretches(self._base, old, rewritten))
        come = list(_stretches(self._theirs, new, rewritten))
        if self._together:
            joined += [(one.unit, other.unit) for one, other in pairwise([*gone, *come])]
        return bundles(units, joined, gone, come)

    def _is_unchanged(self, base: int, ours: int) -> bool:
        """Whether a token of ours is as the program wrote it."""
        return _is_unchanged(self._base, base, self._ours, ours)

    def _leaf(self, leaf: Leaf) -> Applied:
        """What comes of the changes inside of one leaf that all three have."""
        base, ours, theirs = leaf
        text = self._ours.text
        old, own, new = self._base.of(base), self._ours.of(ours), self._theirs.of(theirs)
        if new == own:
            return Applied([], [])
        if own == old:
            return Applied([Edit(ours.start, ours.end, new)], [])
        inside = words(text, ours.start, ours.end)
        before = words(self._base.text, base.start, base.end)
        changes = Changes(before, words(self._theirs.text, theirs.start, theirs.end))
        application = Application(
            changes, inside, lambda one, other: _is_unchanged(before, one, inside, other)
        )
        found = application.applied()
        found.edits.extend(application.gaps())
        within = [Edit(e.start - ours.start, e.end - ours.start, e.new) for e in found.edits]
        if is_sound(edited(own, within)):
            return found
        return Applied([], [Conflict(ours.start, new, is_of_words=True)])


def _fails(outcome: Applied) -> bool:
    """Whether words would not be where the program has them."""
    return any(conflict.is_of_words for conflict in outcome.conflicts)


def _stretches(tokens: Tokens, units: Mapping[int, Unit], leaves: set[Unit]) -> Iterator[Stretch]:
    """The words of *tokens* in a change: of the outline (*units*), or inside of *leaves*."""
    for index, token in enumerate(tokens.tokens):
        if token.kind not in ("leaf", "word"):
            continue
        unit = units.get(index, ("leaf", token.key))
        if (index in units or unit in leaves) and (words_there := tokens.words_of(token)):
            yield Stretch(unit, words_there)


def _is_unchanged(old: Tokens, index: int, ours: Tokens, at: int) -> bool:
    if old.tokens[index].kind in ("start", "empty"):
        return attributes_of(old.written(index)) == attributes_of(ours.written(at))
    return old.written(index).split() == ours.written(at).split()


def _leaves(tokens: Tokens) -> dict[Hashable, Token]:
    """The leaves that have an identifier, or are the label of a turn that has one, by key."""
    found: dict[Hashable, Token] = {}
    for token in tokens.tokens:
        if token.kind == "leaf" and (token.identifier or is_label(token)):
            found.setdefault(token.key, token)
    return found


def _lies_in(edit: Edit, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether *edit* is made in one of *stretches*, which are in order and apart."""
    index = bisect_right(stretches, (edit.start, edit.end)) - 1
    return any(
        start <= edit.start < end or start < edit.end <= end
        for start, end in stretches[max(index, 0) : index + 2]
    )
