"""Three versions of a TEI file become one: the scholar's, with what the program learnt since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.merge.applying import Conflict
from edition.merge.edits import pieces
from edition.merge.plan import Made, Plan
from edition.merge.resolved import Resolved
from edition.merge.tags import prefix_of, with_prefix

_EXCERPT = 80  # characters
_MARK = b"\xef\xbb\xbf"  # of byte order


class Merged(NamedTuple):
    """The merged file, and a finding for each change of the program that was not made.

    It is E020 where the source prints other words than the file has, else E010.

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
    character; what the program changed elsewhere comes in. *of_editors* says that *theirs* is what
    another editor made of *base*.
    """

    def __init__(
        self, base: bytes, ours: bytes, theirs: bytes, name: str, *, of_editors: bool = False
    ) -> None:
        self._ours = ours
        self._name = name
        self._theirs = theirs
        self._file = Resolved(ours.decode("utf-8-sig"))
        text = self._file.text
        prefix = prefix_of(text)
        texts = [data.decode("utf-8-sig").replace("\r\n", "\n") for data in (base, theirs)]
        self._prefix = prefix_of(texts[0])
        old, new = (Resolved(with_prefix(text, prefix)).text for text in texts)
        if "\r\n" in text:
            old, new = (text.replace("\n", "\r\n") for text in (old, new))
        self.plan = Plan(old, text, new, of_editors=of_editors)

    def merged(self, left_out: Set[int] = frozenset()) -> Merged:
        """The file with all changes but the bundles of the plan that are *left_out*."""
        made = self.plan.made(left_out)
        text, places = self._written(made)
        mark = _MARK if self._ours.startswith(_MARK) else b""
        record = with_prefix(made.record.replace("\r\n", "\n"), self._prefix).encode()
        return Merged(
            mark + text.encode(),
            record if made.conflicts else self._theirs,
            tuple(_findings(text, places, made.conflicts, self._name)),
            tuple(map(_shortened, made.conflicts)),
        )

    def _written(self, made: Made) -> tuple[str, list[int]]:
        """The file with the edits of *made*, and the places in it of its conflicts."""
        parts: list[str] = []
        places: list[int] = []
        length = 0
        for start, end, piece in pieces(self._file.text, made.edits):
            is_copy = piece == self._file.text[start:end]
            new = self._file.copied(start, end) if is_copy else self._file.as_written(piece)
            while len(places) < len(made.conflicts):
                at = made.conflicts[len(places)].at
                if at >= end:
                    break
                before = self._file.copied(start, at) if is_copy else ""
                places.append(length + len(before))
            parts.append(new)
            length += len(new)
        places += [length] * (len(made.conflicts) - len(places))
        return "".join(parts), places


def _findings(
    text: str, places: Sequence[int], conflicts: Sequence[Conflict], name: str
) -> Iterator[Diagnostic]:
    """A finding for each change that was not made, where it would be in the file that was made."""
    line, begun, at = 1, 0, 0
    for place, conflict in zip(places, conflicts, strict=True):
        line += text.count("\n", at, place)
        begun = max(text.rfind("\n", at, place) + 1, begun)
        at = place
        excerpt = " ".join(text[at : at + _EXCERPT].split())
        code = "E020" if conflict.is_of_words else "E010"
        program = _shortened(conflict)
        yield diagnostic(code, Place(name, line, at - begun + 1), excerpt=excerpt, program=program)


def _shortened(conflict: Conflict) -> str:
    program, gone = (
        " ".join(text.split())[:_EXCERPT] for text in (conflict.program, conflict.gone)
    )
    return f"“{program}”" if program or not gone else f"nothing for “{gone}”"


def merge(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """*ours*, the file *name*, with the changes from *base* to *theirs*: see :class:`Merging`."""
    if theirs in (base, ours):
        return Merged(ours, theirs)
    if ours == base:
        return Merged(theirs, theirs)
    return Merging(base, ours, theirs, name).merged()
