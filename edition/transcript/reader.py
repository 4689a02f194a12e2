"""From bytes to Transcript: :func:`read`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.transcript.convention import Convention, load, names
from edition.transcript.decode import Decoded, decode
from edition.transcript.findings import Read, findings_in
from edition.transcript.front import Front, dateline, front_of
from edition.transcript.labels import find_labels
from edition.transcript.lost import lost_labels
from edition.transcript.model import (
    Block,
    DateAndPlace,
    Event,
    Kind,
    Label,
    Origin,
    Summarised,
    Transcript,
    Turn,
)
from edition.transcript.notes import (
    OTHER,
    editorial_in,
    is_summary,
    spans_in,
    summarised,
    whole_bracket,
)
from edition.transcript.people import People
from edition.transcript.pullquotes import pullquotes

_STOPS = (".", "!", "?", "…")
_LONGEST_IN_FOOT = 160  # characters


def read(data: bytes, name: str, convention: str | None = None) -> Transcript:
    """The transcript in *data*, as *convention* prints it (default: chosen by the text).

    *name* is the file's name, for findings and the header. Raises EditionError where the
    bytes are no plain text (T001–T006) or there is no such convention (T010).
    """
    decoded = decode(data, name)
    if convention is None:
        rules, findings = _chosen(decoded)
    elif convention in names():
        rules, findings = load(convention), []
    else:
        known = ", ".join(names())
        raise EditionError(diagnostic("T010", Place(name), name=convention, known=known))
    return _Reader(decoded, rules, findings).transcript()


def _chosen(decoded: Decoded) -> tuple[Convention, list[Diagnostic]]:
    """The kremlin convention if its date line or its chrome is near the top, else plain.

    The choice is a finding at the line that decided it, so that it is never made in silence.
    """
    kremlin = load("kremlin")
    filled = [index for index, line in enumerate(decoded.plain[:400]) if line.strip(" ")]
    for index in filled[:90]:
        line = decoded.plain[index]
        if kremlin.is_publisher(line) or dateline(line, kremlin, own=True) is not None:
            place = Place(decoded.name, index + 1)
            return kremlin, [diagnostic("T026", place, title=kremlin.title, excerpt=line[:80])]
    plain = load("plain")
    return plain, [diagnostic("T026", Place(decoded.name), title=plain.title)]


class _Reader:
    """One text under one convention."""

    def __init__(
        self, decoded: Decoded, convention: Convention, findings: Sequence[Diagnostic]
    ) -> None:
        self.decoded = decoded
        self.findings = findings
        self.plain = decoded.plain
        self.convention = convention
        self.labels, self.doubted = find_labels(self.plain, convention)
        self.foot = self._foot()
        first = min(self.labels, default=self.foot)
        self.front, self.maybe_places = self._front(first)
        self.pullquotes = pullquotes(self.plain, first, self.foot, set(self.labels), convention)
        self.people = People(self.plain, self.labels, convention)

    def transcript(self) -> Transcript:
        """The Transcript, with everything in it checked and counted."""
        blocks, turns = self._blocks()
        lost = lost_labels(blocks, turns, self.convention)
        foot = self.foot + 1 if self.foot < len(self.plain) else None
        speakers = self.people.speakers()
        names = self.people.names
        read = Read(
            decoded=self.decoded,
            blocks=blocks,
            turns=turns,
            lost=lost,
            names=names,
            speakers=speakers,
            doubted=self.doubted,
            foot=foot,
            maybe_places=self.maybe_places,
            apart=self.people.apart,
        )
        findings = sorted(findings_in(read), key=lambda found: (found.line, found.column))
        return Transcript(
            origin=Origin(
                name=self.decoded.name,
                sha256=self.decoded.sha256,
                size=len(self.decoded.data),
                encoding=self.decoded.encoding,
                byte_order_mark=self.decoded.byte_order_mark,
                line_ends=self.decoded.line_ends,
            ),
            convention=self.convention.name,
            language=self.convention.language,
            publisher=self._publisher(blocks),
            blocks=blocks,
            turns=turns,
            speakers=speakers,
            lost_labels=lost,
            doubted_labels=tuple(
                block.line
                for block in blocks
                if block.line - 1 in self.doubted and block.turn is not None
            ),
            diagnostics=(*self.decoded.diagnostics, *self.findings, *findings),
        )

    def _foot(self) -> int:
        """Index of the line at which the foot of the page begins; the end if it has none."""
        for index in range(self._last_sentence() + 1, len(self.plain)):
            if self.convention.is_foot(self.plain[index]):
                return index
        return len(self.plain)

    def _last_sentence(self) -> int:
        """Index of the last line that has a label, is long or ends as a sentence: no foot."""
        last_label = max(self.labels, default=0)
        for index in range(len(self.plain) - 1, last_label, -1):
            line = self.plain[index].rstrip(" ")
            if len(line) > _LONGEST_IN_FOOT or line.endswith(_STOPS):
                return index
        return last_label

    def _front(self, first_label: int) -> Front:
        """The lines before the first turn; the opening lines where there is none."""
        if self.labels:
            start = self._start_of_body(first_label)
            return front_of(self.plain, start, self.convention, self._names_in_labels())
        kinds, maybe_places = front_of(self.plain, self.foot, self.convention)
        after_separator = Kind.SEPARATOR in (kind for kind, _ in kinds.values())
        stops = (Kind.SEPARATOR,) if after_separator else (Kind.LEAD,)
        end = next((i for i, (kind, _) in kinds.items() if kind in stops), self.foot)
        opening = {i: kind for i, kind in kinds.items() if i < end + after_separator}
        return Front(opening, maybe_places)

    def _names_in_labels(self) -> set[str]:
        """The names of two words and more that labels have, as printed."""
        parts = ((i, label.name) for i, label in self.labels.items() if label.name is not None)
        return {name for i, part in parts if " " in (name := self.plain[i][slice(*part)])}

    def _start_of_body(self, first_label: int) -> int:
        """Index of the first line that is body: after the separator, or the first heading."""
        for index in range(first_label):
            text = self.plain[index]
            if self.convention.separator_line.match(text):
                return index + 1
        for index in range(first_label - 1, 0, -1):
            text = self.plain[index]
            if text.strip(" "):
                is_bracket = whole_bracket(text) is not None
                is_heading = self.convention.heading_in(text) is not None
                return index if is_heading or is_bracket else first_label
        return first_label

    def _blocks(self) -> tuple[tuple[Block, ...], tuple[Turn, ...]]:
        blocks: list[Block] = []
        turns: list[Turn] = []
        for index, text in enumerate(self.decoded.lines):
            if (label := self.labels.get(index)) is not None:
                turns.append(Turn(index + 1, self.people.key_of(index)))
            blocks.append(self._block(index, text, label, len(turns) - 1))
        return tuple(blocks), tuple(turns)

    def _block(self, index: int, text: str, label: Label | None, turn: int) -> Block:
        """The block of one line, which is in the turn of this index if in any; -1 is none."""
        line, simple = index + 1, self.plain[index]
        if not simple.strip(" "):
            return Block(line, text, Kind.BLANK)
        if index in self.front:
            kind, date_and_place = self.front[index]
            spans = editorial_in(simple, self.convention) if kind is Kind.LEAD else ()
            return Block(line, text, kind, dateline=date_and_place, spans=spans)
        if index >= self.foot:
            return Block(line, text, Kind.CHROME)
        if label is None and (special := self._special(line, text, simple)) is not None:
            return special
        spans = spans_in(simple, label.end if label else 0, self.convention)
        if turn < 0:
            return Block(line, text, Kind.PROSE, spans=spans)
        return Block(line, text, Kind.SPEECH, turn, label, spans)

    def _special(self, line: int, text: str, simple: str) -> Block | None:
        """The block of a line of the body that is a kind of its own; None for a paragraph."""
        if (kind := self._mark(line - 1, simple)) is not None:
            return Block(line, text, kind, inferred=line - 1 in self.pullquotes.inferred)
        if (closing := self._closing(line - 1, simple)) is not None:
            return Block(line, text, Kind.CLOSING, dateline=closing)
        if (heading := self.convention.heading_in(simple)) is not None:
            return Block(line, text, Kind.HEADING, partial=heading.partial)
        if (inside := whole_bracket(simple)) is not None:
            return self._bracket(line, text, inside)
        return None

    def _mark(self, index: int, simple: str) -> Kind | None:
        """The kind of a line that is a sign and no sentence; a pull quote counts as one."""
        if self.convention.separator_line.match(simple):
            return Kind.SEPARATOR
        if self.convention.elision.fullmatch(simple.strip(" ")):
            return Kind.ELISION
        if index in self.pullquotes.lines:
            return Kind.PULLQUOTE
        if self._ends_record(index) and self.convention.trailer_line.match(simple):
            return Kind.TRAILER
        return None

    def _ends_record(self, index: int) -> bool:
        """Whether line *index* comes after turns, and then only date lines and trailers."""
        return bool(self.labels) and index >= self._end

    @cached_property
    def _end(self) -> int:
        """Index from which on there are only blank lines, date lines, places and trailers."""
        places, last_label = self._places, max(self.labels)
        for index in range(self.foot - 1, last_label, -1):
            line = self.plain[index]
            ends = self.convention.trailer_line.match(line) or dateline(line, self.convention)
            if line.strip(" ") and not ends and line.strip(" ") not in places:
                return index + 1
        return last_label + 1

    def _bracket(self, line: int, text: str, inside: tuple[int, int]) -> Block:
        """A paragraph in round brackets: an event, or the summary of a speech."""
        simple = self.plain[line - 1]
        words = simple[slice(*inside)]
        if not is_summary(words, self.convention, self.people.names):
            event: Event = self.convention.event_of(words.strip(" ")) or OTHER
            return Block(line, text, Kind.STAGE, event=event)
        who = summarised(words, self.convention, self.people.names)
        if who is not None:
            start, end = who.start + inside[0], who.end + inside[0]
            who = Summarised(who.speaker, start, end, who.evidence)
            self.people.add_summarised(who, simple[who.start : who.end])
        spans = editorial_in(simple, self.convention)
        return Block(line, text, Kind.SUMMARY, spans=spans, summarised=who)

    def _closing(self, index: int, text: str) -> DateAndPlace | None:
        """The date line at the end of the record, which repeats the date of its front."""
        if not self._ends_record(index):
            return None
        if text.strip(" ") in self._places:
            start = len(text) - len(text.lstrip(" "))
            return DateAndPlace(place_span=(start, len(text.rstrip(" "))))
        found = dateline(text, self.convention)
        return found if found is not None and found.date in self._dates else None

    @cached_property
    def _dates(self) -> set[str]:
        """The dates that the front of the record has."""
        return {front.date for _, front in self.front.values() if front is not None} - {""}

    @cached_property
    def _places(self) -> set[str]:
        """The places that the front of the record has, as printed."""
        return {
            self.plain[index][slice(*front.place_span)]
            for index, (_, front) in self.front.items()
            if front is not None and front.place_span is not None
        }

    def _publisher(self, blocks: Sequence[Block]) -> str:
        for block in blocks:
            text = self.plain[block.line - 1].strip(" ")
            if block.kind is Kind.CHROME and self.convention.is_publisher(text):
                return text
        return ""
