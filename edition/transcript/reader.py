"""From bytes to Transcript: :func:`read`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions
from edition.transcript.decode import Decoded, decode, plain
from edition.transcript.detection import choose
from edition.transcript.emphasis import emphasised_labels
from edition.transcript.findings import Read, findings_in
from edition.transcript.front import Front, dateline, front_of
from edition.transcript.headings import MARKED, headings_in
from edition.transcript.inputs.formats import SUBTITLES, Format
from edition.transcript.labels import labels_in
from edition.transcript.layout import Layout, cut, of_lines, paragraphs, width_of
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
    DIRECTION,
    EDITORIAL,
    OTHER,
    editorial_in,
    is_summary,
    spans_in,
    summarised,
    whole_bracket,
)
from edition.transcript.people import People
from edition.transcript.pullquotes import pullquotes
from edition.transcript.recording import recorded_times
from edition.transcript.run_together import places_of_labels
from edition.transcript.silence import Silence

_STOPS = (".", "!", "?", "…")
_LONGEST_IN_FOOT = 160  # characters


def read(
    data: bytes,
    name: str,
    convention: str | None = None,
    *,
    conventions: Conventions | None = None,
) -> Transcript:
    """The transcript in *data*, as *convention* prints it (default: chosen by the text).

    *name* is the file's name, for findings and the header; *convention* is one of *conventions*
    (default: those of the program). Raises EditionError where the
    bytes are no plain text (T001–T006) or there is no such convention (T010).
    """
    decoded = decode(data, name)
    conventions = conventions or Conventions()
    if convention is None:
        rules, findings = _chosen(decoded, conventions)
    elif convention in conventions.names():
        rules, findings = conventions.load(convention), []
    else:
        known = ", ".join(conventions.names())
        raise EditionError(diagnostic("T010", Place(name), name=convention, known=known))
    return _Reader(decoded, rules, findings).transcript()


def _chosen(decoded: Decoded, conventions: Conventions) -> tuple[Convention, list[Diagnostic]]:
    """The convention that explains *decoded* best; what shows it is told, never silent."""
    choice = choose(decoded, conventions)
    title = choice.convention.title
    if choice.line is not None:
        place = Place(decoded.name, choice.line)
        excerpt = decoded.plain[choice.line - 1][:80]
        return choice.convention, [diagnostic("T026", place, title=title, excerpt=excerpt)]
    place = Place(decoded.name)
    if choice.runner_up is None:
        return choice.convention, [diagnostic("T026", place, title=title)]
    margin, other = f"{choice.margin:.0%}", choice.runner_up.title
    found = diagnostic("T034", place, title=title, runner_up=other, margin=margin)
    return choice.convention, [found]


class _Reader:
    """One text under one convention."""

    def __init__(
        self, decoded: Decoded, convention: Convention, findings: Sequence[Diagnostic]
    ) -> None:
        self.decoded = decoded
        self.findings = findings
        self.convention = convention
        self.layout, self.labels, self.doubted = _laid_out(decoded.matter(), convention)
        self.plain = self.layout.plain
        self.lines = self.layout.lines
        self.headings = headings_in(self.plain, self.labels, convention)
        for index, line in enumerate(self.lines if decoded.headings else ()):
            if line - 1 in decoded.headings and index not in self.labels:
                self.headings.setdefault(index, MARKED)
        self.foot = self._foot()
        first = min(self.labels, default=self.foot)
        self.front, self.maybe_places = self._front(first)
        self.pullquotes = pullquotes(self.plain, first, self.foot, set(self.labels), convention)
        self.people = People(self.plain, self.labels, convention)

    def transcript(self) -> Transcript:
        """The Transcript, with everything in it checked and counted."""
        blocks, turns = self._blocks()
        lost = lost_labels(blocks, turns, self.convention)
        foot = self.lines[self.foot] if self.foot < len(self.plain) else None
        speakers = self.people.speakers()
        names = self.people.names
        times = recorded_times(blocks, self.convention)
        read = Read(
            decoded=self.decoded,
            blocks=blocks,
            turns=turns,
            lost=lost,
            names=names,
            speakers=speakers,
            doubted=frozenset(self.lines[index] for index in self.doubted),
            foot=foot,
            maybe_places=frozenset(self.lines[index] for index in self.maybe_places),
            respelt={self.lines[index]: pair for index, pair in self.people.respelt.items()},
            shortened={self.lines[index]: key for index, key in self.people.shortened.items()},
            disordered=times is None,
            asking=self.people.asking,
            given={self.lines[index]: key for index, key in self.people.inferred.items()},
            apart={self.lines[index]: full for index, full in self.people.apart.items()},
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
                format=self.decoded.format,
                tools=self.decoded.tools,
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
                for index, block in enumerate(blocks)
                if index in self.doubted and block.turn is not None
            ),
            diagnostics=(*self.decoded.diagnostics, *self.findings, *findings),
            times={i + 1: given for i, given in self.decoded.times.items()} or times or {},
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
        """The lines before the first turn; the opening lines where there is none.

        Subtitles have neither title nor date.
        """
        if self.decoded.format in SUBTITLES:
            return Front({}, frozenset())
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
        separator = self.convention.separator_line
        for index in range(first_label):
            if self.convention.front.ends_at_separator and separator.match(self.plain[index]):
                return index + 1
        if self.convention.marks.directions and (act := self._first_act(first_label)):
            return act
        start = first_label
        for index in range(first_label - 1, -1, -1):
            text = self.plain[index]
            if index and (
                self.convention.heading_in(text) is not None
                or (self._is_centred_heading(index) and not self._is_first_line(index))
            ):
                return index
            if self._is_between_turns(index):
                start = index
            elif text.strip(" "):
                break
        return start

    def _first_act(self, first_label: int) -> int:
        """Index of the last headings of a play before its first turn; 0 if there are none."""
        act = 0
        for index in range(first_label - 1, 0, -1):
            if index in self.headings:
                act = index
            elif act and self.plain[index].strip(" "):
                break
        return act

    def _is_between_turns(self, index: int) -> bool:
        """Whether stretch *index* is a note, a narration or furniture, as stand between turns."""
        text, brackets = self.plain[index], self.convention.marks.bracketed_events
        furniture = self.convention.furniture_in(text)
        if furniture == "timeStamp" and self.convention.time_in(text) is not None:
            return self._is_stamped
        return (
            (index > 0 and whole_bracket(text, brackets) is not None)
            or furniture is not None
            or self.convention.narration_in(text) is not None
        )

    @cached_property
    def _is_stamped(self) -> bool:
        """Whether times stand between turns: one before the first is not that of the meeting."""
        turns = self.plain[min(self.labels, default=0) :]
        return any(self.convention.furniture_in(line) == "timeStamp" for line in turns)

    def _ends_speech(self, index: int) -> bool:
        """Whether nobody speaks any more after the heading at *index*: an annex begins."""
        heading = self.headings.get(index)
        return heading is not None and heading.ends

    def _is_first_line(self, index: int) -> bool:
        """Whether nothing but the page's lines and a date line are before stretch *index*."""
        return all(
            not text.strip(" ")
            or self.convention.is_chrome(text)
            or dateline(text, self.convention)
            for text in self.plain[:index]
        )

    def _blocks(self) -> tuple[tuple[Block, ...], tuple[Turn, ...]]:
        blocks: list[Block] = []
        turns: list[Turn] = []
        silence = Silence(self.convention)
        for index in range(len(self.lines)):
            labelled, text = index in self.labels, self.plain[index]
            if labelled:
                turns.append(self._turn(index))
            spoken = not text.strip(" ") or not silence.holds(text, labelled=labelled)
            blocks.append(self._block(index, len(turns) - 1 if spoken else -1))
            silence.after(text, blocks[-1].kind)
            if blocks[-1].kind is Kind.HEADING and self._ends_speech(index):
                silence.begin()
        return tuple(blocks), tuple(turns)

    def _turn(self, index: int) -> Turn:
        """The turn whose label begins stretch *index*."""
        people = self.people
        key, joint = people.key_of(index), people.joint_of(index)
        return Turn(self.lines[index], key, joint, index in people.inferred)

    def _block(self, index: int, turn: int) -> Block:
        """The block of one stretch, which is in the turn of this index if in any; -1 is none."""
        line, text, simple = self.lines[index], self.layout.texts[index], self.plain[index]
        if line - 1 in self.decoded.furniture:
            return Block(line, self.decoded.lines[line - 1], Kind.CHROME)
        if not simple.strip(" "):
            return Block(line, text, Kind.BLANK)
        if index in self.front:
            kind, date_and_place = self.front[index]
            spans = editorial_in(simple, self.convention) if kind is Kind.LEAD else ()
            return Block(line, text, kind, dateline=date_and_place, spans=spans)
        if index >= self.foot:
            return Block(line, text, Kind.CHROME)
        label = self.labels.get(index)
        if label is None and (special := self._special(index)) is not None:
            return special
        spans = spans_in(text, simple, label.end if label else 0, self.convention)
        column = self.layout.columns[index]
        if turn < 0:
            return Block(line, text, Kind.PROSE, spans=spans, column=column)
        return Block(line, text, Kind.SPEECH, turn, label, spans, column=column)

    def _special(self, index: int) -> Block | None:
        """The block of a stretch of the body that is a kind of its own; None for a paragraph."""
        line, text, simple = self.lines[index], self.layout.texts[index], self.plain[index]
        column = self.layout.columns[index]
        if (kind := self._mark(index, simple)) is not None:
            inferred = index in self.pullquotes.inferred
            return Block(line, text, kind, inferred=inferred, column=column)
        if (furniture := self.convention.furniture_in(simple)) is not None:
            return Block(line, text, Kind.FURNITURE, furniture=furniture, column=column)
        if (closing := self._closing(index, simple)) is not None:
            return Block(line, text, Kind.CLOSING, dateline=closing, column=column)
        if (heading := self.headings.get(index)) is not None:
            return Block(line, text, Kind.HEADING, partial=heading.partial, column=column)
        if self._is_centred_heading(index):
            return Block(line, text, Kind.HEADING, column=column)
        if (inside := whole_bracket(simple, self.convention.marks.bracketed_events)) is not None:
            return self._bracket(index, inside)
        if (narration := self.convention.narration_in(simple)) is not None:
            return self._noted(index, Event(narration.element, narration.type))
        return None

    def _is_centred_heading(self, index: int) -> bool:
        """Whether stretch *index* is printed in the middle, and is no bracket or rule."""
        words = self.plain[index].strip(" ")
        return (
            index in self.layout.centred
            and not words.startswith(("(", "["))
            and not words.endswith((":", ",", ";"))
            and any(map(str.isalpha, words))
            and dateline(words, self.convention) is None
        )

    def _noted(self, index: int, event: Event) -> Block:
        """A paragraph that tells of *event*, or is a remark of the record's editors."""
        line, text, column = self.lines[index], self.layout.texts[index], self.layout.columns[index]
        if event == EDITORIAL:
            return Block(line, text, Kind.EDITORIAL, column=column)
        return Block(line, text, Kind.STAGE, event=event, column=column)

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
        """Index from which on there are only blank lines, dates of the front, places, trailers."""
        places, last_label = self._places, max(self.labels)
        for index in range(self.foot - 1, last_label, -1):
            line = self.plain[index]
            ends = self.convention.trailer_line.match(line) or self._date_again(line)
            if line.strip(" ") and not ends and line.strip(" ") not in places:
                return index + 1
        return last_label + 1

    def _bracket(self, index: int, inside: tuple[int, int]) -> Block:
        """A paragraph in round brackets: an event, or the summary of a speech."""
        line, text, simple = self.lines[index], self.layout.texts[index], self.plain[index]
        words = simple[slice(*inside)]
        if not is_summary(words, self.convention, self.people.names):
            other = DIRECTION if self.convention.marks.directions else OTHER
            return self._noted(index, self.convention.event_of(words.strip(" ")) or other)
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
        return self._date_again(text)

    def _date_again(self, text: str) -> DateAndPlace | None:
        """The date or time in the line *text*, if the front of the record has no other date."""
        found = dateline(text, self.convention)
        known = found is not None and (found.date in self._dates or not found.date)
        return found if known else None

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
        chrome = (plain(b.text).strip(" ") for b in blocks if b.kind is Kind.CHROME)
        return next(filter(self.convention.is_publisher, chrome), "")


def _laid_out(
    decoded: Decoded, convention: Convention
) -> tuple[Layout, dict[int, Label], frozenset[int]]:
    """The paragraphs of *decoded*, their labels, and those that only look as if they had one.

    Labels are looked for line by line: where one stands a paragraph begins.
    """
    layout = of_lines(decoded)
    layout = cut(layout, places_of_labels(layout.plain, convention))
    set_off: dict[int, Label] = {}
    if decoded.emphasised and len(layout.lines) == len(decoded.lines):
        set_off = emphasised_labels(
            layout.texts,
            decoded.emphasised,
            convention,
            voices=decoded.format is Format.WEBVTT,
        )
    labels, doubted, _ = labels_in(layout.texts, layout.plain, convention, set_off=set_off)
    if not (convention.wrapped and (width := width_of(layout.plain, usual=True))):
        return layout, labels, doubted
    aside = {i for i, line in enumerate(layout.plain) if convention.furniture_in(line)}
    first = min(labels, default=len(layout.plain))
    dated = {i for i, line in enumerate(layout.plain[:first]) if dateline(line, convention)}
    layout, places = paragraphs(layout, width, labels.keys() | dated, aside)
    found = {places[index]: label for index, label in labels.items()}
    return layout, found, frozenset(places[index] for index in doubted if index in places)
