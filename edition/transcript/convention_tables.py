"""The tables of a convention file (``conventions/*.toml``), as they are written there."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Element = Literal["kinesic", "vocal", "incident", "note", "gap"]


class Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What begins with one of *words* and goes on as the pattern *after* says.

    With *plural* an s may follow the word. All is written in lower case, and matches in any
    case. Words are looked up in a set, and the pattern is compiled when one of them is found:
    that is much faster than a pattern of words.
    """

    words: str
    after: str = ""
    plural: bool = False

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which it may begin, in lower case."""
        words = self.words.split()
        return frozenset(words + [f"{word}s" for word in words] if self.plural else words)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self.after)

    def matches(self, text: str) -> bool:
        """Whether *text*, white space around it aside, is of this kind."""
        words = text.split(maxsplit=1)
        first = words[0].lower() if words else ""
        if first not in self.first_words:
            return False
        return self._after.fullmatch(text.strip().lower(), len(first)) is not None


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way in which labels are printed (see :mod:`edition.transcript.forms`).

    *line* says whether speech follows on the same line. Where the form proves little, a label is
    believed if it stands at least *times* times (or *once*, where two others are proved so), and
    if *speech*, a paragraph, follows it. *verbs*
    are the words of which one must follow: "4. Mr. Dykes asked …". Of the forms that are *rival*,
    only the one with the most labels counts. *indent* is the number of spaces before it at least,
    *capitals* says that the name is printed in capital letters, but for a Mc or de, *first* that
    it begins a paragraph: a blank line is before it, if the text has many. *share* of the lines
    with words must have such labels, or there are none.
    """

    print: Annotated[str, Meta(min_length=1, max_length=200)]
    line: Literal["run-in", "own"] = "run-in"
    times: Annotated[int, Meta(ge=1)] = 1
    once: bool = False
    speech: bool = False
    verbs: str = ""
    rival: bool = False
    capitals: bool = False
    first: bool = False
    share: Annotated[float, Meta(ge=0, le=1)] = 0
    indent: Annotated[int, Meta(ge=0, le=100)] = 0


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines that stand in the middle of a text: a page number, a running head, the time.

    *words* are one or more stretches of characters of which each such line holds one. With
    *several* one such line in a turn is speech, and so is the answer below a label of its own.
    """

    kind: Literal["pageNumber", "runningHead", "timeStamp"]
    words: list[str]
    pattern: str
    several: bool = False


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a label looks; *recurs* is how often an unknown label must occur to be believed.

    *forms* are tried first, in order; then, if there is a *delimiter*, what stands before it is
    a label if the document itself shows it. *before* is a pattern of what may stand in front of
    the label: a time code, a chevron; with *dialogue* labels of a form count only where people
    speak in turn, and with *people* only where half of them are people's by their words;
    *remark* and *tooltip* of what may follow the name in it.
    *bodies* are words with which an office goes on and that begin no name: "president de la Mesa
    d’Edat Julià de Jòdar". Of *numbered* words one with a number behind it is one person:
    "Participant 3". *conjunctions* stand between two who speak at once,
    *addressing* between one who speaks and another who is spoken to; *honorifics_of_many* count
    for all the names behind them ("Messrs"). *unnamed* and *crowds* are to *generic* and
    *collective* what a language says of people whose names no maker prints: "A man in the hall".
    *voices* are words for such people. *signs* are what may stand behind a label where nothing else
    shows one (see :mod:`edition.transcript.induced`).
    """

    delimiter: Annotated[str, Meta(max_length=3)] = ""
    forms: list[Form] = []
    collective: list[Opening] = []
    longest: Annotated[int, Meta(ge=1, le=1000)] = 120
    recurs: Annotated[int, Meta(ge=1)] = 1
    dialogue: bool = False
    people: bool = False
    offices: str = ""
    honorifics: str = ""
    articles: str = ""
    generic: list[Opening] = []
    unnamed: list[Opening] = []
    crowds: list[Opening] = []
    voices: str = ""
    particles: str = ""
    bodies: str = ""
    numbered: str = ""
    conjunctions: str = ""
    addressing: str = ""
    honorifics_of_many: str = ""
    openers: str = ""
    not_first_names: str = ""
    not_names: str = ""
    sentence_words: str = ""
    styles: str = ""
    before: str = ""
    addressed: str = ""
    remark: str = ""
    tooltip: str = ""
    signs: list[str] = []


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles that give a speaker a role in the meeting.

    With *held* an office that is printed with a name once, "The PRESIDING OFFICER (Mr. Kyl)", is
    the same person's where it is printed alone, until it is printed with another name. *members*
    are titles of which one speaker has several: "Chairman Leahy", "Senator Leahy", "Mr. Leahy".
    Where all labels are words of *asks* or *answers* ("Q", "A"), one asks and one answers; where
    others speak too, the lines *examiner* and *witness* have who does in their group name; with
    *called* whoever is labelled in capitals answers from there on.
    With *whole* names are those of roles and whole as they are printed, "Raupe" is not "Mad.
    Raupe", but for those that are *abbreviated*: "Marq." is "Marqueur".
    """

    chair: list[str] = []
    members: list[str] = []
    asks: str = ""
    answers: str = ""
    examiner: str = ""
    witness: str = ""
    called: bool = False
    held: bool = False
    whole: bool = False
    abbreviated: bool = False


class Heading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that heads a part, and begins with one of *words*.

    *partial* says that the record is not complete, *stop* that a stop or colon may end it, *ends*
    that the turn before it is over: what follows without a label is no speech. It has up to
    *lines* lines, the others short and without a stop: a number, and a title below it.
    """

    words: str
    pattern: str
    partial: bool = False
    stop: bool = False
    ends: bool = False
    lines: Annotated[int, Meta(ge=1, le=10)] = 1


class EventPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a note in brackets, and the event they tell of.

    One of *parts*, which are words or parts of words in lower case, stands in the note. The
    element ``note`` with the type ``editorial`` says that it tells of no event: it is a remark
    of the record's editors; ``gap`` with ``inaudible`` that nobody could hear what was said. With
    *ends* nobody speaks after it until the next label. With *told* it may be somebody's own words:
    it is one only with a capital or in square brackets, behind all others, and it is told.
    """

    parts: str
    pattern: str
    element: Element
    type: str
    ends: bool = False
    told: bool = False


class Narration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph without brackets in which the record tells what happens: it is no speech.

    It begins with one of *words*; *element* and *type* are those of the event. With *document*
    a document stands after it, indented deeper than it is; with *ends* nobody speaks after it
    until the next label; with *unseats* it is open who presides after it: an office that was
    printed with a name is no longer this person's. With *last* it is one only behind the last turn.
    With *told* it may be somebody's own sentence: where it takes words out of a turn, it is told.
    With *label* it begins as a label does ("SOUND: FOOTSTEPS"), and goes on with nobody's turn; it
    is none in a text where its word is a label again and again, with sentences behind it. With
    *beside* it is one only where the paragraph before or behind it is another of its type.
    """

    words: str
    pattern: str
    element: Element
    type: str
    document: bool = False
    ends: bool = False
    unseats: bool = False
    last: bool = False
    told: bool = False
    label: bool = False
    beside: bool = False


class Presiding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that says who presides from there on: whoever is in the group name of *presides*.

    It begins with one of *words*. *labels*, in lower case, are offices that mean this person where
    they are printed alone, until somebody else presides.
    """

    words: str
    presides: str
    labels: str


class Summaries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a speech that is not printed is summarised."""

    verbs: str = ""
    lead_ins: list[str] = []


class LostLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Openings that give away a turn whose label is missing."""

    openings: list[str] = []
