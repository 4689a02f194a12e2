"""The blocks of a transcript: what each paragraph is, and whose turn it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

import msgspec

from edition.transcript.convention import Convention
from edition.transcript.convention_tables import Heading
from edition.transcript.decode import Decoded
from edition.transcript.edges import Edges
from edition.transcript.examination import SWORN, oaths_in
from edition.transcript.footnotes import footnotes_in
from edition.transcript.labelled import Labelled
from edition.transcript.model import Block, Event, Kind, Span, Summarised, Turn
from edition.transcript.narrated import narrated_in
from edition.transcript.notes import (
    DIRECTION,
    EDITORIAL,
    OTHER,
    apart,
    bracket_alone,
    editorial_in,
    is_summary,
    spans_in,
    summarised,
    sung_in,
    whole_bracket,
)
from edition.transcript.pages import NOTE, Pages
from edition.transcript.people import People
from edition.transcript.pullquotes import pullquotes
from edition.transcript.recording import is_time
from edition.transcript.silence import Silence
from edition.transcript.unmarked_headings import UNMARKED

_IN_TEXT = frozenset({Kind.SPEECH, Kind.PROSE, Kind.LEAD})


class Blocks:
    """Makes the blocks of *decoded*, whose paragraphs are *text*; *people* are its speakers."""

    def __init__(
        self,
        decoded: Decoded,
        text: Labelled,
        convention: Convention,
        pages: Pages,
        *,
        headings: Mapping[int, Heading],
        edges: Edges,
        people: People,
    ) -> None:
        self._decoded = decoded
        self._convention = convention
        self._text = text
        self._layout = text.layout._replace(texts=pages.restored(text.layout, decoded.lines))
        self._pages = pages
        self._plain, self._lines = text.layout.plain, text.layout.lines
        self._labels = text.labels
        oaths = oaths_in(self._plain, self._labels, convention)
        sworn = {index: SWORN for index in oaths if index not in headings}
        self._heard = {**text.heard, **sworn}
        self._headings = headings
        self._edges = edges
        self._people = people
        self._narrated = narrated_in(self._plain, self._labels, convention)
        self._footnotes = footnotes_in(self._plain, self._labels, convention)
        at_feet = (line + 1 for line, kind in pages.furniture.items() if kind == NOTE)
        self.footnoted = frozenset({*(self._lines[i] for i in self._footnotes), *at_feet})
        self._listed = _unlabelled(decoded.listed, text)
        self._first_words: dict[int, int] = {}  # by the turn, the line
        self.unspoken: set[int] = set()  # the first lines of tables and lists left out of a turn
        self._pullquotes = pullquotes(
            self._plain, edges.first, edges.foot, set(self._labels), convention
        )

    def made(self) -> tuple[tuple[Block, ...], tuple[Turn, ...]]:
        """All blocks, in order, and the turns that they are in."""
        blocks: list[Block] = []
        turns: list[Turn] = []
        silence = Silence(self._convention)
        for index in range(len(self._lines)):
            labelled, text = index in self._labels, self._plain[index]
            if labelled:
                turns.append(self._turn(index))
            spoken = not text.strip(" ") or not silence.holds(text, labelled=labelled)
            block = self._block(index, len(turns) - 1 if spoken else -1)
            if block.line - 1 in self._pages.goes_on and blocks[-1].kind is Kind.EDITORIAL:
                above = blocks.pop()
                block = msgspec.structs.replace(above, text=f"{above.text}\n{block.text}")
            blocks.append(self._with_page(block))
            silence.after(text, blocks[-1].kind)
            ends = blocks[-1].kind is Kind.HEADING and self._ends_speech(index)
            if ends or index in self._heard:
                silence.begin()
        return tuple(blocks), tuple(turns)

    def _turn(self, index: int) -> Turn:
        """The turn whose label begins stretch *index*."""
        people = self._people
        key, joint = people.key_of(index), people.joint_of(index)
        inferred = people.inferred.get(index)
        return Turn(self._lines[index], key, joint, inferred.why if inferred else "")

    def _block(self, index: int, turn: int) -> Block:
        """The block of one stretch, which is in the turn of this index if in any; -1 is none."""
        line, text, simple = self._lines[index], self._layout.texts[index], self._plain[index]
        if line - 1 in self._decoded.furniture or line - 1 in self._decoded.notes:
            return self._aside(index)
        if (furniture := self._pages.furniture.get(line - 1)) is not None and "\n" not in text:
            front = index <= max(self._edges.front, default=-1)
            if furniture == NOTE and not front:
                return Block(line, text, Kind.EDITORIAL)
            return Block(line, text, Kind.CHROME if front else Kind.FURNITURE, furniture=furniture)
        if not simple.strip(" "):
            return Block(line, text, Kind.BLANK)
        if index in self._edges.front:
            kind, date_and_place = self._edges.front[index]
            spans = editorial_in(simple, self._convention) if kind is Kind.LEAD else ()
            return Block(line, text, kind, dateline=date_and_place, spans=spans)
        if index >= self._edges.foot:
            return Block(line, text, Kind.CHROME)
        label = self._labels.get(index)
        if label is None and (special := self._special(index, turn)) is not None:
            return special
        furnished = self._furnished(line, text)
        spans = spans_in(text, simple, label.end if label else 0, self._convention, furnished)
        column = self._layout.columns[index]
        if turn < 0 or self._is_unspoken(line, turn):
            return Block(line, text, Kind.PROSE, spans=spans, column=column)
        if label is None or simple[label.end :].strip(" "):
            self._first_words.setdefault(turn, line)
        return Block(line, text, Kind.SPEECH, turn, label, spans, column=column)

    def _furnished(self, line: int, text: str) -> dict[int, str]:
        """The kinds of the lines below *line* in the paragraph *text* that belong to the page."""
        below = range(1, text.count("\n") + 1)
        found = ((number, self._text.furniture.get((line + number, 0))) for number in below)
        return {number: kind for number, kind in found if kind is not None}

    def _with_page(self, block: Block) -> Block:
        """*block*, and in it what the page prints, and the marks that refer to notes."""
        printed = [] if block.kind is Kind.FURNITURE else self._pages.spans(block)
        if block.kind is Kind.EDITORIAL:
            printed = [span for span in printed if span.kind != NOTE]
        if self._decoded.references and block.kind in _IN_TEXT and not block.column:
            printed += self._references(block)
        if not printed:
            return block
        return msgspec.structs.replace(block, spans=apart([*printed, *block.spans]))

    def _references(self, block: Block) -> Iterator[Span]:
        """The marks in *block* that refer to notes: nobody speaks them."""
        start = 0
        for number, line in enumerate(block.text.split("\n"), block.line - 1):
            for first, end in self._decoded.references.get(number, ()):
                yield Span(start + first, start + end, "editorial")
            start += len(line) + 1

    def _is_unspoken(self, line: int, turn: int) -> bool:
        """Whether *line* is in a table or list that stands in *turn*, behind words of it."""
        begin = self._listed.get(line - 1)
        if begin is None or self._first_words.get(turn, line) > begin:
            return False
        self.unspoken.add(begin + 1)
        return True

    def _aside(self, index: int) -> Block:
        """A line of the page, or a note to the record; before its front ends, both are omitted."""
        line = self._lines[index]
        noted = line - 1 in self._decoded.notes and index > max(self._edges.front, default=-1)
        kind = Kind.EDITORIAL if noted else Kind.CHROME
        return Block(line, self._decoded.lines[line - 1], kind)

    def _special(self, index: int, turn: int) -> Block | None:
        """The block of a stretch of the body that is a kind of its own; None for a paragraph.

        It stands in *turn*, if in any.
        """
        line, text, simple = self._lines[index], self._layout.texts[index], self._plain[index]
        column = self._layout.columns[index]
        heard = self._heard.get(index) or sung_in(simple, self._convention)
        if heard is not None:
            return Block(line, text, Kind.STAGE, event=heard, column=column)
        if index in self._footnotes:
            return Block(line, text, Kind.EDITORIAL, column=column)
        if (kind := self._mark(index, simple)) is not None:
            inferred = index in self._pullquotes.inferred
            return Block(line, text, kind, inferred=inferred, column=column)
        if (furniture := self._text.furniture_at(index)) is not None:
            return Block(line, text, Kind.FURNITURE, furniture=furniture, column=column)
        if (closing := self._edges.closing(index, simple)) is not None:
            return Block(line, text, Kind.CLOSING, dateline=closing, column=column)
        if (heading := self._headings.get(index)) is not None:
            made = Block(line, text, Kind.HEADING, partial=heading.partial, column=column)
            return msgspec.structs.replace(made, inferred=heading is UNMARKED)
        if self._edges.is_centred_heading(index):
            return Block(line, text, Kind.HEADING, column=column)
        if (inside := bracket_alone(simple, self._convention)) is not None:
            return self._bracket(index, inside)
        if (narration := self._narrated.get(index)) is not None:
            made = self._noted(index, Event(narration.element, narration.type))
            return msgspec.structs.replace(made, inferred=narration.told and turn >= 0)
        return None

    def _noted(self, index: int, event: Event) -> Block:
        """A paragraph that tells of *event*, or is a remark of the record's editors."""
        line, text, column = (
            self._lines[index],
            self._layout.texts[index],
            self._layout.columns[index],
        )
        if event == EDITORIAL:
            return Block(line, text, Kind.EDITORIAL, column=column)
        return Block(line, text, Kind.STAGE, event=event, column=column)

    def _mark(self, index: int, simple: str) -> Kind | None:
        """The kind of a line that is a sign and no sentence; a pull quote counts as one."""
        if self._convention.front.separator_line.match(simple):
            return Kind.SEPARATOR
        if self._convention.marks.elisions.fullmatch(simple.strip(" ")):
            return Kind.ELISION
        if index in self._pullquotes.lines:
            return Kind.PULLQUOTE
        if self._edges.ends_record(index) and self._convention.marks.trailer_line.match(simple):
            return Kind.TRAILER
        return None

    def _bracket(self, index: int, inside: tuple[int, int]) -> Block:
        """A paragraph in round brackets: an event, or the summary of a speech."""
        line, text, simple = self._lines[index], self._layout.texts[index], self._plain[index]
        words = simple[slice(*inside)]
        if not is_summary(words, self._convention, self._people.names):
            return self._event_alone(index, words.strip(" "))
        who = summarised(words, self._convention, self._people.names)
        if who is not None:
            start, end = who.start + inside[0], who.end + inside[0]
            who = Summarised(who.speaker, start, end, who.evidence)
            self._people.add_summarised(who, simple[who.start : who.end])
        spans = editorial_in(simple, self._convention)
        return Block(line, text, Kind.SUMMARY, spans=spans, summarised=who)

    def _event_alone(self, index: int, words: str) -> Block:
        """A paragraph of which all is in brackets, *words*, as an event; it may be a likely one."""
        likely = self._convention.likely_event_of(words)
        if likely is None or self._convention.event_of(words) is not None:
            return self._timed(self._noted(index, self._event_of(words)), index)
        return self._timed(
            msgspec.structs.replace(self._noted(index, likely), inferred=True), index
        )

    def _timed(self, event: Block, index: int) -> Block:
        """*event*, stretch *index*, with the time of the recording that stands before it."""
        simple = self._plain[index]
        whole = whole_bracket(simple, self._convention.marks.bracketed_events)
        end = 0 if whole is not None else self._convention.untimed(simple)
        time = simple[:end].strip(" ")
        if not time or event.kind is not Kind.STAGE or not is_time(time):
            return event
        start = end - len(simple[:end].lstrip(" "))
        span = Span(start, start + len(time), "timeStamp")
        return msgspec.structs.replace(event, spans=(span,))

    def _event_of(self, words: str) -> Event:
        """The event of which *words*, all the inside of a bracket, tell."""
        if (event := self._convention.event_of(words)) is not None:
            return event
        if (narration := self._convention.narration_in(words)) is not None:
            return Event(narration.element, narration.type)
        return DIRECTION if self._convention.marks.directions else OTHER

    def _ends_speech(self, index: int) -> bool:
        """Whether nobody speaks any more after the heading at *index*: an annex begins."""
        heading = self._headings.get(index)
        return heading is not None and heading.ends


def _unlabelled(listed: Set[int], text: Labelled) -> Mapping[int, int]:
    """Those of the lines *listed* that stand together without a label: nobody speaks them.

    With each goes the first that it stands together with.
    """
    labelled = {text.layout.lines[index] - 1 for index in text.labels}
    found: dict[int, int] = {}
    for line in sorted(listed):
        if line - 1 in listed:
            continue
        together = [line]
        while together[-1] + 1 in listed:
            together.append(together[-1] + 1)
        if labelled.isdisjoint(together):
            found.update(dict.fromkeys(together, line))
    return found
