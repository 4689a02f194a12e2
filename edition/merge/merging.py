"""Three versions of a TEI file become one: the scholar's, with what the program learnt since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.merge.applying import Conflict
from edition.merge.edits import pieces
from edition.merge.layout import indented, unit_of
from edition.merge.plan import Made, Plan
from edition.merge.resolved import Resolved
from edition.merge.tags import prefix_of, with_prefix
from edition.merge.tokens import as_read
from edition.wording import counted

_EXCERPT = 80  # characters
_MOST_TOLD = 160  # characters of what the program would write
_MANY = 3  # turns and paragraphs, of which is told that they hold together
_MOST_LINES = 5
_MARK = b"\xef\xbb\xbf"  # of byte order


class Merged(NamedTuple):
    """The merged file, and a finding for each change of the program that was not made.

    It is E020 where the source prints other words than the file has, E024 where the file stays as
    the last convention has it, else E010.

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
        self._units = unit_of(texts[0]), unit_of(text)
        old, new = (indented(text, *self._units) for text in (old, new))
        if "\r\n" in text:
            old, new = (text.replace("\n", "\r\n") for text in (old, new))
        self.plan = Plan(old, text, new, of_editors=of_editors)

    def merged(self, left_out: Set[int] = frozenset()) -> Merged:
        """The file with all changes but the bundles of the plan that are *left_out*."""
        made = self.plan.made(left_out)
        text, places = self._written(made)
        mark = _MARK if self._ours.startswith(_MARK) else b""
        written = indented(made.record.replace("\r\n", "\n"), *self._units[::-1])
        record = with_prefix(written, self._prefix).encode()
        return Merged(
            mark + text.encode(),
            record if made.conflicts else self._theirs,
            tuple(_findings(text, places, made.conflicts, self._name)),
            tuple(map(_shortened, made.conflicts)),
        )

    def _written(self, made: Made) -> tuple[str, dict[int, int]]:
        """The file with the edits of *made*; where in it is what its conflicts name in ours."""
        parts: list[str] = []
        wanted = sorted({at for one in made.conflicts for at in (one.at, *one.others)})
        places: dict[int, int] = {}
        length = 0
        for start, end, piece in pieces(self._file.text, made.edits):
            is_copy = piece == self._file.text[start:end]
            new = self._file.copied(start, end) if is_copy else self._file.as_written(piece)
            while len(places) < len(wanted):
                at = wanted[len(places)]
                if at >= end:
                    break
                before = self._file.copied(start, at) if is_copy else ""
                places[at] = length + len(before)
            parts.append(new)
            length += len(new)
        places |= dict.fromkeys(wanted[len(places) :], length)
        return "".join(parts), places


def _findings(
    text: str, places: Mapping[int, int], conflicts: Sequence[Conflict], name: str
) -> Iterator[Diagnostic]:
    """A finding for each change that was not made, where it would be in the file that was made."""
    lines = dict(_lines(text, sorted({*places.values()})))
    for conflict in conflicts:
        place = places[conflict.at]
        line, column = lines[place]
        others = {lines[places[at]][0] for at in conflict.others} - {line}
        yield diagnostic(
            _code(conflict),
            Place(name, line, column),
            excerpt=" ".join(text[place : place + _EXCERPT].split()),
            program=_shortened(conflict),
            more=_more(conflict),
            advice=_advice(conflict, sorted(others)),
        )


def _code(conflict: Conflict) -> str:
    if conflict.is_of_convention:
        return "E024"
    return "E020" if conflict.is_of_words else "E010"


def _lines(text: str, places: Sequence[int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """The line and the column of each of *places*, which are in order."""
    line, begun, at = 1, 0, 0
    for place in places:
        line += text.count("\n", at, place)
        begun = max(text.rfind("\n", at, place) + 1, begun)
        at = place
        yield place, (line, at - begun + 1)


def _more(conflict: Conflict) -> str:
    """What stays as it is with that of which *conflict* tells, if that is more than one thing."""
    if len(conflict.kept_back) < _MANY:
        return ""
    turns = sum(name == "u" for name, _ in conflict.kept_back)
    paragraphs = len({name for kind, name in conflict.kept_back if kind != "u"})
    told = [counted(turns, "turn")] if turns else []
    told += [counted(paragraphs, "paragraph")] if paragraphs else []
    return f"; with it {' and '.join(told)} stay as they are"


def _advice(conflict: Conflict, others: Sequence[int]) -> str:
    """What to do to have all that; *others* are the other lines that keep it back."""
    if not _more(conflict):
        return ""
    where = "here"
    if others:
        where += f" and in {'line' if len(others) == 1 else 'lines'} {_listed(others)}"
    return (
        f" To have all that the program would write, take back what you changed {where}, encode"
        " again, and make your change once more; --force encodes the file wholly anew."
    )


def _listed(lines: Sequence[int]) -> str:
    told = ", ".join(map(str, lines[:_MOST_LINES]))
    return told if len(lines) <= _MOST_LINES else f"{told} …"


def _shortened(conflict: Conflict) -> str:
    """The words that *conflict* keeps back; where it has the same words, how they are marked."""
    program, gone = as_read(conflict.program), as_read(conflict.gone)
    if program == gone:
        program, gone = (" ".join(text.split()) for text in (conflict.program, conflict.gone))
    return f"“{_cut(program)}”" if program or not gone else f"nothing for “{_cut(gone)}”"


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_TOLD else f"{text[:_MOST_TOLD].rstrip()} …"


def merge(base: bytes, ours: bytes, theirs: bytes, name: str) -> Merged:
    """*ours*, the file *name*, with the changes from *base* to *theirs*: see :class:`Merging`."""
    if theirs in (base, ours):
        return Merged(ours, theirs)
    if ours == base:
        return Merged(theirs, theirs)
    return Merging(base, ours, theirs, name).merged()
