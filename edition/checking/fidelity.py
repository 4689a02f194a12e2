"""Fidelity: the words of the TEI file are the words of its source, all of them, in order.

What the header declares as normalised does not count: NO-BREAK SPACE, white space, line
ends, byte order mark, characters that XML cannot hold. Between a label and the speech that
follows it white space is free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml.etree import _Element as Element

from edition.checking.alignment import Difference, differences
from edition.checking.description import check_description, finding_at
from edition.checking.places import TextPlaces, shown
from edition.checking.words import Words, of_file, of_source, words
from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.tei.document import Document
from edition.tei.reading import Block, omitted_elements, source_text
from edition.transcript.decode import NO_BREAK_SPACE, Decoded, decode

MOST_DIFFERENCES = 200
_CONTEXT = 3
_SHORTEST_MOVE = 3


def check_fidelity(
    document: Document, blocks: Sequence[Block], source: bytes, source_name: str
) -> list[Diagnostic]:
    """Every difference between *document* and the bytes of its source (F001–F011).

    *blocks* are the source reading of *document*. Where *source* is no plain text, the finding
    that says so (T001–T006).
    """
    try:
        decoded = decode(source, source_name)
    except EditionError as error:
        return [error.finding]
    findings = list(check_description(document, decoded))
    lines, misplaced = _without_omitted(document, decoded)
    findings += misplaced
    if not misplaced and _agrees(blocks, lines):
        return findings
    return findings + _Comparison(document, blocks, lines).findings()


def _agrees(blocks: Sequence[Block], lines: list[str]) -> bool:
    """Whether each block is a line of the source, or label and speech together are one.

    That is how the program encodes; if it is not so, nothing is wrong yet. They are compared
    to the letter first, and then without regard to white space, which takes longer.
    """
    text = "\n".join(lines).replace(NO_BREAK_SPACE, " ")
    return _are_lines(blocks, text, _stripped) or _are_lines(blocks, text, _one_space)


def _are_lines(blocks: Sequence[Block], text: str, form: Callable[[str], str]) -> bool:
    """Whether *blocks* are the lines of *text*, where both are written in the same *form*."""
    printed = [line for line in map(form, text.split("\n")) if line]
    known = set(printed)
    written: list[str] = []
    for block in blocks:
        line = form(block.text)
        if block.joins_previous:
            label = written.pop()
            line = label + line if label + line in known else f"{label} {line}"
        written.append(line)
    return written == printed


def _stripped(line: str) -> str:
    return line.strip(" \t\r\n")


def _one_space(line: str) -> str:
    """*line* with one space for each run of white space, and without what XML cannot hold."""
    return b" ".join(words(line)).decode("utf-8", "surrogatepass")


def _without_omitted(document: Document, decoded: Decoded) -> tuple[list[str], list[Diagnostic]]:
    """The lines of the source that the record should have, and what is wrong with the others."""
    lines = list(decoded.lines)
    findings = []
    strays = []
    for element in omitted_elements(document.root):
        number = int(n) if (n := element.get("n", "")[:9]).isdecimal() else 0
        text = words(source_text(element))
        if 0 < number <= len(lines) and words(lines[number - 1]) == text:
            lines[number - 1] = ""
        else:
            strays.append((element, number, text))
    if strays:
        findings = _strays(document, lines, strays)
    return lines, findings


def _strays(
    document: Document, lines: list[str], strays: list[tuple[Element, int, list[bytes]]]
) -> list[Diagnostic]:
    """Find for each of *strays* its line, blank it, and say what is wrong."""
    places: dict[tuple[bytes, ...], list[int]] = {}
    for number, line in enumerate(lines, 1):
        places.setdefault(tuple(words(line)), []).append(number)
    findings = []
    for element, number, text in strays:
        candidates = places.get(tuple(text), []) if text else []
        if candidates:
            nearest = min(candidates, key=lambda candidate: abs(candidate - number))
            candidates.remove(nearest)
            lines[nearest - 1] = ""
            findings.append(
                finding_at(
                    document, element, "F007", expected=f'n="{nearest}"', line=nearest, n=number
                )
            )
            continue
        printed = lines[number - 1] if 0 < number <= len(lines) else ""
        if len(set(words(printed)) & set(text)) * 2 >= max(len(text), 1):
            lines[number - 1] = ""
        recorded = shown(source_text(element), 60)
        expected = shown(printed, 80)
        findings.append(
            finding_at(document, element, "F006", expected=expected, line=number, text=recorded)
        )
    return findings


@dataclass(frozen=True)
class _Comparison:
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
        found = differences(self._source.words, self._file.words)
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
