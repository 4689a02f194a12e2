"""Three versions of a TEI file become one: the scholar's, with what the program learnt since."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.merge.applying import Application, Applied, Conflict, Edit, edited
from edition.merge.changes import Changes
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
    """The merged file, and a finding (E010) for each change of the program that was not made."""

    data: bytes
    findings: tuple[Diagnostic, ...]


def merge(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """*ours*, the file *name*, with the changes from *base* to *theirs*.

    *base* is what the program wrote last, *theirs* what it writes now, with the identifiers of
    *base* (:func:`edition.merge.identifiers.kept`); *ours* is what the scholar made of *base*. All
    are well-formed, in UTF-8, and have no document type. What the scholar changed stays, to the
    character; what the program changed elsewhere comes in.
    """
    if theirs in (base, ours):
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    text = ours.decode("utf-8-sig").replace("\r\n", "\n")
    result = _Merge(base.decode("utf-8-sig"), text, theirs.decode("utf-8-sig")).result()
    written = edited(text, result.edits)
    if b"\r\n" in ours:
        written = written.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if ours.startswith(b"\xef\xbb\xbf") else b""
    return Merged(
        mark + written.encode(), tuple(_finding(one, text, name) for one in result.conflicts)
    )


def _finding(conflict: Conflict, text: str, name: str) -> Diagnostic:
    line = text.count("\n", 0, conflict.at) + 1
    column = conflict.at - text.rfind("\n", 0, conflict.at)
    excerpt = " ".join(text[conflict.at : conflict.at + _EXCERPT].split())
    program = " ".join(conflict.program.split())[:_EXCERPT] or "nothing"
    return diagnostic("E010", Place(name, line, column), excerpt=excerpt, program=program)


class _Merge:
    """The outlines of the three versions, merged; then, one by one, the paragraphs."""

    def __init__(self, base: str, ours: str, theirs: str) -> None:
        self._base = outline(base)
        self._ours = outline(ours)
        self._theirs = outline(theirs)

    def result(self) -> Applied:
        """The edits in the text of ours, and the changes that were not made."""
        changes = Changes(self._base, self._theirs)
        applied = Application(changes, self._ours, self._is_unchanged).applied()
        replaced = sorted(edit[:2] for edit in applied.edits if edit.start < edit.end)
        base, ours = _leaves(self._base), _leaves(self._ours)
        for key, theirs in _leaves(self._theirs).items():
            if key in base and key in ours and not _lies_in(ours[key], replaced):
                self._merge_leaf(base[key], ours[key], theirs, applied)
        return applied

    def _is_unchanged(self, base: int, ours: int) -> bool:
        """Whether a token of ours is as the program wrote it."""
        return _is_unchanged(self._base, base, self._ours, ours)

    def _merge_leaf(self, base: Token, ours: Token, theirs: Token, applied: Applied) -> None:
        """The changes inside of one leaf that all three have."""
        text = self._ours.text
        old = self._base.text[base.start : base.end]
        new = self._theirs.text[theirs.start : theirs.end]
        own = text[ours.start : ours.end]
        if new in (old, own):
            return
        if own == old:
            applied.edits.append(Edit(ours.start, ours.end, new))
            return
        inside = words(text, ours.start, ours.end)
        before = words(self._base.text, base.start, base.end)
        changes = Changes(before, words(self._theirs.text, theirs.start, theirs.end))
        found = Application(
            changes, inside, lambda one, other: _is_unchanged(before, one, inside, other)
        ).applied()
        within = [Edit(e.start - ours.start, e.end - ours.start, e.new) for e in found.edits]
        if is_sound(edited(own, within)):
            applied.edits.extend(found.edits)
            applied.conflicts.extend(found.conflicts)
        else:
            applied.conflicts.append(Conflict(ours.start, new))


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


def _lies_in(token: Token, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether *token* lies in one of *stretches*, which are in order and apart."""
    index = bisect_right(stretches, (token.start, token.end)) - 1
    return any(
        start < token.end and token.start < end
        for start, end in stretches[max(index, 0) : index + 2]
    )
