"""``body``: divisions, turns, and what stands between and inside them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element as Element

from edition.tei.front import has_title
from edition.tei.ids import Identifiers
from edition.tei.inline import (
    Part,
    element,
    event_element,
    event_of_span,
    fill,
    free,
    gap_element,
    parts_of,
    spans_as_parts,
)
from edition.tei.marks import Marks
from edition.tei.normalisation import normalised
from edition.tei.vocabulary import XML_ID, tei
from edition.transcript.model import FURNITURE, Block, Kind, Label, Span, Summarised, Transcript

_TEXT_OF_FRONT = frozenset({Kind.DATELINE, Kind.LEAD})
_NOTHING_SAID = frozenset(map(tei, ("note", "milestone", "fw", "anchor")))
_FRONT = _TEXT_OF_FRONT | {Kind.BLANK, Kind.CHROME, Kind.TITLE}


class Body:
    """Builds ``body``. *people* gives the identifier of each speaker's key.

    ``paragraphs`` tells afterwards which line became which paragraph, ``turns`` which turn
    (by its index) became which ``u``: a turn that a heading cuts in two becomes two.
    ``summaries`` has what is said in them, by its identifier, where its speaker was inferred.
    """

    def __init__(
        self,
        transcript: Transcript,
        people: Mapping[str, str],
        ids: Identifiers,
        marks: Marks,
    ) -> None:
        self.paragraphs: dict[int, str] = {}
        self.turns: dict[int, str] = {}
        self.summaries: dict[str, Summarised] = {}
        self._transcript = transcript
        self._people = people
        self._ids = ids
        self._marks = marks
        self._chairs = {speaker.key for speaker in transcript.speakers if speaker.chairs}
        self._crowds = {speaker.key for speaker in transcript.speakers if speaker.collective}
        self._doubtful: set[int | None] = {lost.turn for lost in transcript.lost_labels}
        self._doubtful |= {transcript.block_at(line).turn for line in transcript.doubted_labels}
        self._last_speech = {
            block.turn: block.line for block in transcript.blocks if block.turn is not None
        }
        self._turn: int | None = None
        self._u: Element | None = None
        self._div: Element
        self._body: Element

    def add_to(self, text: Element) -> None:
        """Add ``body`` to *text*."""
        self._body = element(text, "body")
        left_out = _FRONT if has_title(self._transcript) else _FRONT - _TEXT_OF_FRONT
        blocks = [block for block in self._transcript.blocks if block.kind not in left_out]
        while blocks and blocks[0].kind is Kind.SEPARATOR:
            self._separator(self._body, blocks.pop(0))
        self._open_division()
        for block in blocks:
            if block.label is not None:
                self._u = None
                self._turn = block.turn
            self._add(block)
        for turn in self._body.iter(tei("u")):
            if all(child.tag in _NOTHING_SAID for child in turn):
                element(turn, "gap", reason="missing", resp="#encoder")

    def _add(self, block: Block) -> None:
        match block.kind:
            case Kind.SPEECH:
                self._speech(block)
            case Kind.HEADING:
                self._heading(block)
            case Kind.PROSE | Kind.LEAD | Kind.DATELINE:
                self._prose(block)
            case Kind.TRAILER:
                self._end(block, "trailer")
            case Kind.CLOSING:
                self._end(block, "closer")
            case Kind.SEPARATOR:
                self._separator(self._place_for(block), block)
            case Kind.FURNITURE:
                furniture = element(self._place_for(block), "fw", type=block.furniture)
                fill(furniture, block.text, 0, len(block.text), ())
            case _:
                self._note(self._place_for(block), block)

    def _place_for(self, block: Block) -> Element:
        """The turn, while its speech goes on after *block*; else the division."""
        last = 0 if self._turn is None else self._last_speech[self._turn]
        return self._u if self._u is not None and block.line < last else self._div

    def _open_division(self) -> None:
        self._u = None
        self._div = element(self._body, "div", xml_id=self._ids.next("d"), type="debateSection")

    def _heading(self, block: Block) -> None:
        if any(child.tag != tei("head") for child in self._div):
            self._open_division()
        self._u = None
        cert, resp = ("medium", "#encoder") if block.inferred else ("", "")
        head = element(self._div, "head", cert=cert, resp=resp)
        fill(head, block.text, 0, len(block.text), self._parts(block))

    def _speech(self, block: Block) -> None:
        start = block.label.end if block.label else 0
        opens = self._u is None
        if self._u is None:
            if block.label is not None and block.label.end:
                self._label(block, block.label)
            self._u = self._new_turn(block)
            self._marks.timeline.begin(self._u, block, start)
        self._marks.timeline.end(self._u, block)
        if block.label is not None and not normalised(block.text[start:]).strip(" "):
            return
        if block.spans and (alone := _only_span(block, start)) is not None:
            self._u.append(self._event_or_gap(alone, block))
            return
        self.paragraphs[block.line] = identifier = self._ids.next("p")
        seg = element(self._u, "seg", xml_id=identifier)
        closes = block.turn is not None and block.line == self._last_speech[block.turn]
        parts = self._parts(block, start, first=opens, last=closes)
        fill(seg, block.text, start, len(block.text), parts)

    def _parts(
        self, block: Block, start: int = 0, *, first: bool = False, last: bool = False
    ) -> list[Part]:
        """What is marked in *block*: dates, what is no speech, names; times from *start* on."""
        parts = parts_of(block, start)
        return self._marks.among(block, parts, start, first=first, last=last)

    def _event_or_gap(self, span: Span, block: Block) -> Element:
        made = (
            gap_element(self._ids.next("e"))
            if span.event is None
            else event_of_span(span.event, self._ids.next("e"), inferred=span.inferred)
        )
        if span.event is not None:
            self._time(made, block, span.start)
        made[0].text = normalised(block.text[span.start : span.end])
        return made

    def _time(self, made: Element, block: Block, start: int = 0) -> None:
        """Say of *made*, all that is in *block* from *start* on, when it begins and ends."""
        self._marks.timeline.begin(made, block, start)
        self._marks.timeline.end(made, block)

    def _new_turn(self, block: Block) -> Element:
        index = block.turn or 0
        speaker = self._transcript.turns[index].speaker
        joint = self._transcript.turns[index].joint
        inferred = self._transcript.turns[index].inferred
        cert = "low" if index in self._doubtful else "medium" if inferred else ""
        unsaid = block.label is not None and not block.label.end
        nobody = "#unlabelled" if unsaid else "#unidentified"
        role = nobody if speaker is None else self._role(speaker)
        turn = element(
            self._div,
            "u",
            xml_id=self._ids.next("u"),
            who=" ".join(f"#{self._people[one]}" for one in (speaker, *joint) if one),
            ana=role,
            cert=cert,
            resp="#encoder" if cert else "",
        )
        if (earlier := self.turns.get(index)) is not None:
            turn.set("prev", f"#{earlier}")
        self.turns[index] = str(turn.get(XML_ID))
        return turn

    def _role(self, speaker: str) -> str:
        """What the turn of *speaker* is called; many at once are no guest, who is named."""
        if speaker in self._crowds:
            return ""
        return "#chair" if speaker in self._chairs else "#guest"

    def _label(self, block: Block, label: Label) -> None:
        turn = self._transcript.turns[block.turn or 0]
        parts = []
        names: dict[tuple[int, int], Part] = {}  # one name may be that of two: "Mr and Mrs Roe"
        speakers = (turn.speaker, *turn.joint)
        for one, speaker in zip((label, *label.joint), speakers, strict=True):
            titles = filter(None, (one.title, one.honorific))
            parts += [Part(*title, free("roleName")) for title in titles]
            if one.name is not None and speaker is not None:
                name = free("persName", ref=f"#{self._people[speaker]}")
                names[one.name] = Part(*one.name, name)
        inside = [span for span in block.spans if span.start < label.end]
        start = self._lead(self._div, block)
        parts += names.values()
        parts += spans_as_parts([span for span in inside if span.start >= start])
        note = element(self._div, "note", type="speaker")
        fill(note, block.text, start, label.end, sorted(parts, key=lambda part: part.start))

    def _lead(self, parent: Element, block: Block) -> int:
        """Put the number of the line that begins *block* into *parent*; where the rest begins."""
        first = next(iter(block.spans), None)
        if first is None or first.kind not in FURNITURE or block.text[: first.start].strip():
            return 0
        fill(element(parent, "fw", type=first.kind), block.text, first.start, first.end, ())
        return first.end

    def _prose(self, block: Block) -> None:
        self._u = None
        self.paragraphs[block.line] = identifier = self._ids.next("p")
        paragraph = element(self._div, "p", xml_id=identifier)
        fill(paragraph, block.text, 0, len(block.text), self._parts(block))

    def _end(self, block: Block, name: str) -> None:
        """What ends a division: ``trailer`` or ``closer``; ``p`` in one where nobody speaks."""
        if next(self._div.iterchildren(tei("u"), tei("p")), None) is None:
            line = element(self._div, "p", xml_id=self._ids.next("p"))
        elif name == "closer":
            line = element(element(self._div, "closer"), "dateline")
        else:
            line = element(self._div, name)
        fill(line, block.text, 0, len(block.text), self._parts(block))

    def _separator(self, parent: Element, block: Block) -> None:
        start = self._lead(parent, block)
        element(parent, "milestone", unit="section")
        fill(element(parent, "fw", type="separator"), block.text, start, len(block.text), ())

    def _note(self, parent: Element, block: Block) -> None:
        """What is no speech and a line of its own: summary, event, elision, pull quote."""
        text, end = block.text, len(block.text)
        if block.kind is Kind.SUMMARY:
            self._summary(parent, block)
        elif block.kind is Kind.PULLQUOTE:
            cert, resp = ("medium", "#encoder") if block.inferred else ("", "#source")
            quote = element(parent, "note", type="pullquote", cert=cert, resp=resp)
            fill(quote, text, 0, end, self._parts(block))
        elif block.kind is Kind.STAGE and block.event is not None:
            made = event_element(block.event, self._ids.next("e"))
            if block.inferred:
                made.attrib.update({"cert": "medium", "resp": "#encoder"})
            self._time(made, block)
            fill(made[0], text, self._lead(parent, block), end, ())
            parent.append(made)
        elif block.kind is Kind.EDITORIAL:
            cert, resp = ("medium", "#encoder") if block.inferred else ("", "#source")
            note = element(parent, "note", type="editorial", cert=cert, resp=resp)
            fill(note, text, 0, end, self._parts(block))
        else:
            gap = gap_element(self._ids.next("e"))
            fill(gap[0], text, self._lead(parent, block), end, ())
            parent.append(gap)

    def _summary(self, parent: Element, block: Block) -> None:
        who = block.summarised
        identifier = self._ids.next("q") if who else ""
        note = element(parent, "note", xml_id=self._ids.next("s"), type="summary", resp="#source")
        if who is not None:
            self.summaries[identifier] = who
        said = element(
            note,
            "said",
            xml_id=identifier,
            who=f"#{self._people[who.speaker]}" if who else "",
            direct="false",
            aloud="true",
            cert=certainty_of(who) if who else "",
            resp="#encoder" if who else "",
        )
        fill(said, block.text, 0, len(block.text), self._parts(block))


def certainty_of(who: Summarised) -> str:
    """How sure it is whose speech a summary reports."""
    return "low" if who.evidence == "words" else "medium"


def _only_span(block: Block, start: int) -> Span | None:
    """The event or elision that is all there is after *start*; None if there is more."""
    spans = [span for span in block.spans if span.start >= start]
    if len(spans) != 1 or spans[0].kind == "editorial" or spans[0].kind in FURNITURE:
        return None
    span = spans[0]
    rest = block.text[start : span.start] + block.text[span.end :]
    return None if normalised(rest).strip(" ") else span
