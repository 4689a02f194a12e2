"""Where the words of a TEI file and those of its source differ, as findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from edition.alignment import Difference, differences, near_ones_together
from edition.checking.places import TextPlaces, shown
from edition.checking.words import Words, of_file, of_source
from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.tei.document import Document
from edition.tei.reading import Block

MOST_DIFFERENCES = 200
_CONTEXT = 3
_SHORTEST_MOVE = 3


@dataclass(frozen=True)
class Comparison:
    """The words of a document against those of *lines*, where they are not the same."""

    document: Document
    blocks: Sequence[Block]
    lines: list[str]

    @cached_property
    def _file(self) -> Words:
        return of_file(self.blocks)

    @cached_property
    def _source(self) -> Words:
        return of_source(self.lines, self._file)

    @cached_property
    def _places(self) -> TextPlaces:
        return TextPlaces(self.document)

    def findings(self) -> list[Diagnostic]:
        """The differences as findings."""
        found = near_ones_together(differences(self._source.words, self._file.words))
        found = sorted([d for d in found if not self._is_glue(d)] + self._unglued(found))
        alike = len(self._source.words) - sum(d.end - d.start for d in found)
        fewer = min(len(self._source.words), len(self._file.words))
        if fewer and alike * 2 < fewer:
            return [self._unrelated(alike)]
        moved, rest = self._moved(found)
        findings = [self._move(*pair) for pair in moved]
        findings += [self._difference(difference) for difference in rest[:MOST_DIFFERENCES]]
        if (more := len(rest) - MOST_DIFFERENCES) > 0:
            findings.append(diagnostic("F008", Place(self.document.name), count=more))
        return findings

    def _is_glue(self, difference: Difference) -> bool:
        """Whether it is a word that only looks like a label glued to speech."""
        start, end, other_start, other_end = difference
        printed: list[bytes] = []
        for at in range(start, end):
            word = self._source.words[at]
            if self._source.joins[at] and printed:
                word = printed.pop() + word
            printed.append(word)
        return printed == self._file.words[other_start:other_end]

    def _unglued(self, found: list[Difference]) -> list[Difference]:
        """Where the source prints no space and the file has one that is not after a label."""
        unglued = []
        ends = [*found, Difference(*[len(self._source.words)] * 2, *[len(self._file.words)] * 2)]
        start = other = 0
        for difference in ends:
            for at in range(start + 1, difference.start):
                other_at = other + at - start
                if self._source.joins[at] and not self._file.joins[other_at]:
                    unglued.append(Difference(at - 1, at + 1, other_at - 1, other_at + 1))
            start, other = difference.end, difference.other_end
        return unglued

    def _moved(
        self, found: list[Difference]
    ) -> tuple[list[tuple[Difference, Difference]], list[Difference]]:
        """Pairs of a missing and an added stretch with the same words; and the others."""
        missing = {
            tuple(self._source.words[d.start : d.end]): d
            for d in found
            if d.other_start == d.other_end and d.end - d.start >= _SHORTEST_MOVE
        }
        pairs = []
        for added in found:
            if added.start == added.end:
                text = tuple(self._file.words[added.other_start : added.other_end])
                if (gone := missing.pop(text, None)) is not None:
                    pairs.append((gone, added))
        taken = {difference for pair in pairs for difference in pair}
        return pairs, [difference for difference in found if difference not in taken]

    def _unrelated(self, alike: int) -> Diagnostic:
        return diagnostic(
            "F005",
            self.document.place(self.document.root),
            excerpt=self._file.text(0, 8),
            expected=self._source.text(0, 8),
            alike=alike,
            total=len(self._source.words),
        )

    def _move(self, gone: Difference, added: Difference) -> Diagnostic:
        before = min(gone.end, len(self._source.words) - 1)
        return self._finding(
            "F004",
            added,
            added.other_start,
            line=self._source.where[gone.start],
            words=shown(self._source.text(gone.start, gone.end), 60),
            before=shown(self._source.text(before, before + 5), 40),
        )

    def _difference(self, difference: Difference) -> Diagnostic:
        start, end, other_start, other_end = difference
        line = self._source.where[min(start, len(self._source.where) - 1)] if self.lines else 1
        printed = shown(self._source.text(start, end), 80)
        written = shown(self._file.text(other_start, other_end), 80)
        if other_start < other_end:
            code = "F002" if start == end else "F003"
            return self._finding(
                code, difference, other_start, line=line, printed=printed, written=written
            )
        follows = end < len(self._source.where) and self._source.where[end] == line
        ends_line = start > 0 and self._source.where[start - 1] == line and not follows
        at = other_start - int(ends_line or other_start == len(self._file.words))
        return self._finding("F001", difference, at, line=line, printed=printed)

    def _finding(self, code: str, difference: Difference, word: int, **values: Any) -> Diagnostic:
        """A finding of *code* at *word* of the file, with what stands and stood around it."""
        start, end, other_start, other_end = difference
        element, place = self._file.place(word, self._places)
        return diagnostic(
            code,
            place,
            xpath=self.document.xpath(element),
            xml_id=self.document.nearest_id(element),
            excerpt=shown(self._file.text(other_start - _CONTEXT, other_end + _CONTEXT), 120),
            expected=shown(self._source.text(start - _CONTEXT, end + _CONTEXT), 120),
            **values,
        )
