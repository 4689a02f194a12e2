"""What a transcript is: its lines, each of a kind, and the turns they make up.

Every value is frozen (msgspec's structs, which are made ten times as fast as dataclasses; they
hold no cycles, so the collector of garbage may pass them by). Offsets count characters of a
block's verbatim text, from 0; lines count from 1. :meth:`Transcript.rebuild` gives the decoded
source text back exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum

import msgspec

from edition.diagnostic import Diagnostic
from edition.transcript.inputs.extract import Time
from edition.transcript.inputs.formats import Format
from edition.transcript.inputs.markdown import without_marks

FURNITURE = frozenset({"lineNumber", "pageNumber", "runningHead", "timeStamp"})
"""What the page prints in the middle of a text, and the time that stands there."""


class Kind(StrEnum):
    """What a line of a transcript is."""

    BLANK = "blank"
    CHROME = "chrome"
    TITLE = "title"
    DATELINE = "dateline"
    LEAD = "lead"
    SEPARATOR = "separator"
    HEADING = "heading"
    SPEECH = "speech"
    SUMMARY = "summary"
    STAGE = "stage"
    ELISION = "elision"
    PULLQUOTE = "pullquote"
    PROSE = "prose"
    TRAILER = "trailer"
    CLOSING = "closing"
    FURNITURE = "furniture"
    EDITORIAL = "editorial"


class Event(msgspec.Struct, frozen=True, gc=False):
    """Something heard or seen: a TEI element (kinesic, vocal, incident) and its type."""

    element: str
    type: str


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch inside a block that is no speech: characters *start* to *end*."""

    start: int
    end: int
    kind: str  # "event", "editorial", "elision", or a kind of furniture
    event: Event | None = None
    inferred: bool = False  # it may be speech: its words are somewhat like those of an event


class Label(msgspec.Struct, frozen=True, gc=False):
    """A printed label: characters 0 to *end* of its line, delimiter included.

    *title*, *name* and *honorific* are stretches within it (``None`` where it has none); in
    "The Secretary (Mr. Rees)" the honorific stands apart from the title, elsewhere it is the
    title. *generic* says that it names nobody ("Question"), *collective* that it means many
    people at once ("Hon. Members"). *place* is what tells namesakes apart: "Mr. BROWN of Ohio".
    *joint* are the names of those who speak with the first; *several* says that it names people
    of whom it is not known who speaks, *misprinted* that its delimiter is missing, *by_print* that
    nothing but its print shows that it is one.
    """

    end: int
    name: tuple[int, int] | None
    title: tuple[int, int] | None
    generic: bool = False
    collective: bool = False
    honorific: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    joint: tuple[Label, ...] = ()
    several: bool = False
    misprinted: bool = False
    by_print: bool = False


class DateAndPlace(msgspec.Struct, frozen=True, gc=False):
    """A dateline as read: ISO date, ISO time, and the stretches that name them."""

    date: str = ""
    date_span: tuple[int, int] | None = None
    time: str = ""
    time_span: tuple[int, int] | None = None
    place_span: tuple[int, int] | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
    """A line of the source, or the lines of a paragraph that is printed on several.

    *text* is verbatim, without the last line end; the line ends inside it are LF. *column* is
    the offset in its line at which it begins: 0, but for speech that is printed run together.
    """

    line: int
    text: str
    kind: Kind
    turn: int | None = None
    label: Label | None = None
    spans: tuple[Span, ...] = ()
    event: Event | None = None
    dateline: DateAndPlace | None = None
    summarised: Summarised | None = None
    partial: bool = False
    inferred: bool = False  # its kind rests on a resemblance, not on a sign
    column: int = 0
    furniture: str = ""  # "lineNumber", "pageNumber", "runningHead" or "timeStamp"

    @property
    def words(self) -> str:
        """The text with spaces for the furniture in it."""
        text = self.text
        for span in self.spans:
            if span.kind in FURNITURE:
                text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
        return text

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of character *offset* of the text."""
        before = self.text[:offset]
        if "\n" not in before:
            return self.line, self.column + offset + 1
        return self.line + before.count("\n"), offset - before.rindex("\n")


class Summarised(msgspec.Struct, frozen=True, gc=False):
    """Whose speech a summary reports: the person's name as printed at *start* to *end*.

    *evidence* says what shows that it is a person's: ``speaker`` (of a label), ``title`` (stands
    before it), ``who`` (follows it), ``words`` (nothing but two capitals and a verb).
    """

    speaker: str
    start: int
    end: int
    evidence: str = "words"


class Turn(msgspec.Struct, frozen=True, gc=False):
    """A stretch of speech under one label. *speaker* is a key of Transcript.speakers, or None.

    *joint* are the keys of those who speak with this speaker. *inferred* says why, where the
    label does not name the speaker: ``given_name`` (it has that alone, and one speaker has it),
    ``examination`` (it is "Q." or "A.", and a line above says who asks and answers) or ``held``
    (it is an office that several hold in turn, last printed with this speaker's name); or that it
    does, and is ``misprinted``, or only the ``print`` shows that it is a label; ``initials`` that
    it has those, or a code, of one speaker.
    """

    line: int
    speaker: str | None
    joint: tuple[str, ...] = ()
    inferred: str = ""


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who speaks, or whose speech is summarised. *key* tells speakers apart.

    *nameless* says that only an office is printed, which is then the name ("The President");
    *collective* that it is many people who speak at once, *by_print* that nothing but the print
    shows that the label is one.
    """

    key: str
    name: str
    titles: tuple[str, ...] = ()
    chairs: bool = False
    spoke: bool = True
    nameless: bool = False
    collective: bool = False
    by_print: bool = False


class LostLabel(msgspec.Struct, frozen=True, gc=False):
    """A turn that may hold two: its speaker is labelled again with nothing between.

    *turn* is its index; *first* and *last* are the lines within which the label may be
    missing; *likely* is the line that opens as a new speaker would, if one does;
    *next_label* is the line of the repeated label.
    """

    turn: int
    first: int
    last: int
    next_label: int
    likely: int | None

    @property
    def where(self) -> str:
        """The lines in words: "line 52" or "lines 123–137"."""
        one = f"line {self.first}"
        return one if self.first == self.last else f"lines {self.first}–{self.last}"


class Origin(msgspec.Struct, frozen=True, gc=False):
    """The bytes a transcript was read from, and how they were decoded."""

    name: str
    sha256: str
    size: int
    encoding: str
    byte_order_mark: bool
    line_ends: tuple[str, ...]  # one for each line, '' for the last
    format: str = "text"
    tools: tuple[str, ...] = ()  # other programs, with version, that helped to take the lines out


class Transcript(msgspec.Struct, frozen=True):
    """A transcript as its convention sees it, and what a reader should look at."""

    origin: Origin
    convention: str
    language: str
    publisher: str
    blocks: tuple[Block, ...]
    turns: tuple[Turn, ...]
    speakers: tuple[Speaker, ...]
    lost_labels: tuple[LostLabel, ...]
    doubted_labels: tuple[int, ...]  # lines of speech that begin as with a label, not believed
    diagnostics: tuple[Diagnostic, ...]
    times: Mapping[int, tuple[Time, ...]] = {}  # of a recording, by line

    def rebuild(self) -> str:
        """The decoded text of the source, character for character (without its BOM)."""
        whole = "".join("\n" * (block.column == 0) + block.text for block in self.blocks)[1:]
        pairs = zip(whole.split("\n"), self.origin.line_ends, strict=True)
        return "".join(line + end for line, end in pairs)

    def block_at(self, line: int) -> Block:
        """The block that holds *line*; the first of them where several do."""
        index = bisect_right(self.blocks, line, key=lambda block: block.line) - 1
        while self.blocks[index].column:
            index -= 1
        return self.blocks[index]

    def of_kind(self, kind: Kind) -> tuple[Block, ...]:
        """The blocks of *kind*, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)

    @property
    def title(self) -> str:
        """The title as printed, its lines and paragraphs in one; '' where there is none.

        The marks of Markdown are no part of it.
        """
        lines = [line for block in self.of_kind(Kind.TITLE) for line in block.words.split("\n")]
        if self.origin.format == Format.MARKDOWN:
            lines = list(map(without_marks, lines))
        return " ".join(text for line in lines if (text := line.strip(" ")))
