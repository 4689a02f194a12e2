"""Three versions of a TEI file become one: the scholar's, with what the program learnt since."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.merge.applying import Conflict
from edition.merge.plan import Made, Plan
from edition.merge.tags import prefix_of, with_prefix

_EXCERPT = 80  # characters
_MARK = b"\xef\xbb\xbf"  # of byte order


class Merged(NamedTuple):
    """The merged file, and a finding (E010) for each change of the program that was not made.

    *record* is what the program wrote last with all its changes that the file has now; *unmade* are
    what the program would have had at the place of each finding.
    """

    data: bytes
    record: bytes
    findings: tuple[Diagnostic, ...] = ()
    unmade: tuple[str, ...] = ()


class Merging:
    """The changes from *base* to *theirs*, to be made in *ours*, the file *name*.

    *base* is what the program wrote last, *theirs* what it writes now, with the identifiers of
    *base* (:func:`edition.merge.identifiers.kept`); *ours* is what the scholar made of *base*. All
    are well-formed, in UTF-8, and have no document type. What the scholar changed stays, to the
    character; what the program changed elsewhere comes in.
    """

    def __init__(self, base: bytes, ours: bytes, theirs: bytes, name: str) -> None:
        self._ours = ours
        self._name = name
        self._theirs = theirs
        self._text = ours.decode("utf-8-sig")
        prefix = prefix_of(self._text)
        texts = [data.decode("utf-8-sig").replace("\r\n", "\n") for data in (base, theirs)]
        self._prefix = prefix_of(texts[0])
        old, new = (with_prefix(text, prefix) for text in texts)
        if "\r\n" in self._text:
            old, new = (text.replace("\n", "\r\n") for text in (old, new))
        self.plan = Plan(old, self._text, new)

    def merged(self, left_out: Set[int] = frozenset()) -> Merged:
        """The file with all changes but the bundles of the plan that are *left_out*."""
        made = self.plan.made(left_out)
        mark = _MARK if self._ours.startswith(_MARK) else b""
        record = with_prefix(made.record.replace("\r\n", "\n"), self._prefix).encode()
        return Merged(
            mark + made.text.encode(),
            record if made.conflicts else self._theirs,
            tuple(_findings(made, self._name)),
            tuple(map(_shortened, made.conflicts)),
        )


def _findings(made: Made, name: str) -> Iterator[Diagnostic]:
    """A finding for each change that was not made, where it would be in the file that was made."""
    line, begun, at = 1, 0, 0
    for conflict in made.conflicts:
        line += made.text.count("\n", at, conflict.at)
        begun = max(made.text.rfind("\n", at, conflict.at) + 1, begun)
        at = conflict.at
        excerpt = " ".join(made.text[at : at + _EXCERPT].split())
        place = Place(name, line, at - begun + 1)
        yield diagnostic("E010", place, excerpt=excerpt, program=_shortened(conflict))


def _shortened(conflict: Conflict) -> str:
    return " ".join(conflict.program.split())[:_EXCERPT] or "nothing"


def merge(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """*ours*, the file *name*, with the changes from *base* to *theirs*: see :class:`Merging`."""
    if theirs in (base, ours):
        return Merged(ours, theirs)
    if ours == base:
        return Merged(theirs, theirs)
    return Merging(base, ours, theirs, name).merged()
