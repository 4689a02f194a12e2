"""Encoding again: what the program now writes flows into a TEI file that a scholar has edited."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.merge.ambiguous import refuse_ambiguous
from edition.merge.another import is_another
from edition.merge.identifiers import identifiers_in, kept
from edition.merge.renamed import renamed, with_names
from edition.merge.sound import merged_soundly
from edition.project.lost_record import as_of_older_source, is_of_older_source
from edition.project.record import Record, last_record
from edition.project.validity import errors
from edition.tei.document import tree
from edition.tei.editing import Editing
from edition.tei.figures import Figure, real, stated, with_figures, wrong
from edition.tei.ids import NUMBERED

_MOST_TURNS = 20  # most often one, which changes nothing; each but the last makes a change more


class Again(NamedTuple):
    """A TEI file encoded again: as it will be, the record to keep, what there is to say."""

    tei: bytes
    record: Record
    findings: tuple[Diagnostic, ...]


def encoded_again(target: Path, there: bytes, tei: bytes) -> Again:
    """The file *target*, which has the bytes *there*, with what the encoding *tei* brings.

    Where it is not known what the program wrote last, all that differs is taken for the scholar's,
    but for what the source has gained since.
    Raises EditionError as :func:`renewed` does, FileAccessError.
    """
    last = last_record(target, there)
    return renewed(there, tei, last, str(target))


def renewed(there: bytes, tei: bytes, last: Record | None, name: str) -> Again:
    """The file *name*, which has the bytes *there*, with what *tei* has that *last* had not.

    Where a change was refused, it is looked at again until nothing changes any more: one that was
    made may have made room.
    Raises EditionError (X001–X003, G020 where the file is not in UTF-8, R012 or R015 where an
    identifier in it is no name, or is there twice, E018 where *tei* is of another transcript).
    """
    own = _unambiguous(there, name)
    if last is None or _is_of_another_file(last, there, tei, name):
        unknown = [] if there == tei else [diagnostic("E011", Place(name))]
        tei = taken_for_last(there, tei)
        is_older = is_of_older_source(there, tei)
        there = _with_tags_counted(there)
        before = as_of_older_source(there, tei) if is_older else tei
        again = _merged(there, tei, Record(before), name)
        record = again.record._replace(is_lost=is_older)
        return Again(again.tei, record, (*unknown, *again.findings))
    again = _merged(there, tei, last, name)
    names = dict(again.record.renamed)
    for _ in range(_MOST_TURNS if again.findings else 0):
        previous, again = again, _merged(again.tei, tei, again.record, name)
        if again[:2] == previous[:2]:  # of the same comes the same
            break
    now = identifiers_in(tree(again.tei))
    lost = own - now
    gone = [it for one in again.record.vanished if (it := names.get(one, one)) in lost]
    if lost.difference(gone):  # what the program never gave does not go untold
        gone += sorted(lost.difference(gone, identifiers_in(tree(last.tei))))
    told = _vanished(name, gone)
    renamed_ones = tuple((old, new) for old, new in again.record.renamed if new in now)
    record = again.record._replace(renamed=renamed_ones, is_lost=last.is_lost)
    return Again(again.tei, record, (*again.findings, *told))


def taken_for_last(there: bytes, tei: bytes) -> bytes:
    """What is taken for the program's last writing of a file that has *there*, and no record.

    It is the encoding *tei*, in which what is the same has its identifier.
    """
    return kept(there, tei, identifiers_in(tree(there))).theirs


def _is_of_another_file(last: Record, there: bytes, tei: bytes, name: str) -> bool:
    """Whether the record *last* is no record of the file, which is of the transcript of *tei*.

    Raises EditionError (E018) where the file is of another transcript, too.
    """
    if there == last.tei or not is_another(tree(last.tei), tree(tei)):
        return False
    if is_another(tree(there), tree(tei)):
        raise EditionError(diagnostic("E018", Place(name)))
    return True


def _merged(there: bytes, tei: bytes, last: Record, name: str) -> Again:
    own = tree(there)
    figures_of_scholar = _Figures(stated(own), real(own))
    theirs, vanished = kept(last.tei, tei, {*identifiers_in(own), *last.vanished}, own)
    del own  # a tree takes much room
    before = stated(tree(last.tei))
    theirs = with_figures(theirs, before, {*before, *stated(tree(theirs))})
    renamed_ones = _names(last, there, theirs)
    names = _still_programs(renamed_ones, identifiers_in(tree(theirs)))

    def counted(data: bytes) -> tuple[bytes, Mapping[Figure, str], set[Figure]]:
        figures = real(tree(data))
        which = {*figures_of_scholar.untouched({*before, *figures}, before)}
        which |= {figure for figure in figures if figures_of_scholar.says(figure, figures[figure])}
        return with_figures(data, figures, which), figures, which

    merged = merged_soundly(
        with_names(last.tei, names),
        there,
        with_names(theirs, names),
        name,
        lambda data: errors(counted(data)[0]),
    )
    result, figures, which = counted(merged.data)
    taken_over = with_names(merged.record, {new: old for old, new in names.items()})
    there_still = identifiers_in(tree(taken_over))
    record = Record(
        with_figures(taken_over, figures, which),
        tuple(one for one in dict.fromkeys((*last.vanished, *vanished)) if one not in there_still),
        tuple(sorted(renamed_ones.items())),
    )
    return Again(result, record, merged.findings)


def _unambiguous(data: bytes, name: str) -> set[str]:
    """The identifiers in *data*; no tree is kept of it, as one takes much room."""
    file = Editing(data, name)
    refuse_ambiguous(file.document)
    return identifiers_in(file.root)


def _names(last: Record, there: bytes, theirs: bytes) -> dict[str, str]:
    """The identifiers that the scholar changed, with what they are now."""
    own = identifiers_in(tree(there))
    new_ones = identifiers_in(tree(theirs))
    known = {
        old: new
        for old, new in last.renamed
        if new in own and old not in own and new not in new_ones
    }
    found = renamed(with_names(last.tei, known), there, with_names(theirs, known))
    taken = {*known.values()}  # also of what is in neither version of the program any more
    return known | {old: new for old, new in found.items() if new not in taken}


def _still_programs(names: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """Those of *names* by which the scholar calls what the program has still.

    An entry that is not *known* any more, or by another identifier, is the scholar's, and so is
    what points to it. A paragraph goes with the source, whatever it is called.
    """
    return {old: new for old, new in names.items() if old in known or NUMBERED.match(old)}


class _Figures(NamedTuple):
    """The figures that the scholar's file states, and those that would be right."""

    stated: Mapping[Figure, str]
    right: Mapping[Figure, str]

    def untouched(
        self, figures: Collection[Figure], before: Mapping[Figure, str]
    ) -> Iterator[Figure]:
        """Those of *figures* that the scholar has not changed by hand, or rightly.

        *before* are those that the program wrote.
        """
        for figure in {*figures, *self.stated}:
            if self.stated.get(figure) in (before.get(figure), self.right.get(figure)):
                yield figure

    def says(self, figure: Figure, value: str) -> bool:
        """Whether the file states *value*, by whomsoever: one that is right is nobody's."""
        return self.stated.get(figure) == value


def _with_tags_counted(data: bytes) -> bytes:
    """The TEI file *data* with the tags counted again: nobody counts these by hand."""
    root = tree(data)
    listed = stated(root).keys()
    which = {figure for figure in wrong(root) & listed if figure[0] == "tagUsage"}
    return with_figures(data, real(root), which) if which else data


def _vanished(file: str, names: list[str]) -> Iterator[Diagnostic]:
    if names:
        yield diagnostic("E012", Place(file), identifiers=", ".join(names))
