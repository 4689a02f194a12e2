"""What is said in a document as rows: every turn, and every name that falls in one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.export.form import Whole
from edition.export.opened import Opened
from edition.tei.concordance import pointers
from edition.tei.reading import UNSPOKEN, count_words, label_of, pieces, source_text, spoken_parts
from edition.tei.vocabulary import TURNS, XML_ID, local, tei

_SPEAKER = tei("speaker")
# What a name is of, by the element that marks it; of another it is the element's own name.
_KINDS = {
    "persName": "person",
    "orgName": "org",
    "eventName": "event",
    "objectName": "object",
    "placeName": "place",
    "geogName": "place",
    "country": "place",
    "region": "place",
    "settlement": "place",
    "district": "place",
}
_MARKS = frozenset(map(tei, [*_KINDS, "rs", "name", "title"]))
_WORD = re.compile(r"\S+")


class TurnRow(msgspec.Struct, frozen=True):
    """A turn. *text* has a line for each paragraph; *words* are counted as in the header."""

    document: str
    id: str
    who: str
    name: str
    label: str
    role: str
    date: str
    place: str
    position: int
    words: int
    text: str


class MentionRow(msgspec.Struct, frozen=True):
    """A name in a turn: from *start* to *end*, in characters, in the text of the turn."""

    document: str
    turn: str
    paragraph: str
    kind: str
    ref: str
    name: str
    cert: str
    start: int
    end: int
    text: str


class Said(msgspec.Struct, frozen=True):
    """The rows of a document."""

    turns: tuple[TurnRow, ...]
    mentions: tuple[MentionRow, ...]

    @property
    def tables(self) -> Mapping[str, tuple[msgspec.Struct, ...]]:
        """The rows by the names of :data:`TABLES`."""
        return {"turns": self.turns, "mentions": self.mentions}


# The tables, and what a row of each is.
TABLES: Mapping[str, type[msgspec.Struct]] = {"turns": TurnRow, "mentions": MentionRow}
# What the columns hold, for those who read the tables.
COLUMNS: dict[str, dict[str, str]] = {
    "turns": {
        "document": "name of the document",
        "id": "identifier of the turn in the TEI file",
        "who": "identifiers of the speakers, parted by spaces; none where nobody is known",
        "name": "names of the speakers, parted by “; ”",
        "label": "the label as printed",
        "role": "what the speaker is in the meeting, as the TEI file has it",
        "date": "date of the meeting, as precise as it is known",
        "place": "place of the meeting",
        "position": "number of the turn in the document, from 1",
        "words": "number of words",
        "text": "what is said, without notes and events",
    },
    "mentions": {
        "document": "name of the document",
        "turn": "identifier of the turn",
        "paragraph": "identifier of the paragraph",
        "kind": "what is named: person, place, org …",
        "ref": "identifiers of the entries that are meant, parted by spaces; none where not known",
        "name": "names of the entries, parted by “; ”",
        "cert": "how certain it is: high, medium, low; none where it is not in doubt",
        "start": "where the name begins in the text of the turn, in characters from 0",
        "end": "where it ends: the number of the first character behind it",
        "text": "the name as printed",
    },
}


def said_in(document: Opened, whole: Whole) -> Said:
    """Every turn of *document*, in its order, and every name in one."""
    turns: list[TurnRow] = []
    mentions: list[MentionRow] = []
    text = document.root.find(tei("text"))
    for position, turn in enumerate(() if text is None else text.iter(*TURNS), 1):
        reading = Reading(turn)
        turns.append(_turn(document, whole, turn, position, reading.text))
        mentions += _mentions(document, whole, turn, reading)
    return Said(tuple(turns), tuple(mentions))


def _turn(document: Opened, whole: Whole, turn: Element, position: int, text: str) -> TurnRow:
    who = pointers(turn.get("who"))
    return TurnRow(
        document=document.stem,
        id=turn.get(XML_ID, ""),
        who=" ".join(whole.key(document.stem, it) for it in who),
        name="; ".join(map(document.name, who)),
        label=_label(turn),
        role=" ".join(pointers(turn.get("ana"))),
        date=document.date,
        place=", ".join(document.places),
        position=position,
        words=count_words(text),
        text=text,
    )


def _mentions(
    document: Opened, whole: Whole, turn: Element, reading: Reading
) -> Iterator[MentionRow]:
    for name, paragraph, start, end in reading.names():
        refs = pointers(name.get("ref"))
        tag = local(str(name.tag))
        yield MentionRow(
            document=document.stem,
            turn=turn.get(XML_ID, ""),
            paragraph=paragraph,
            kind=name.get("type", "") if tag in ("rs", "name") else _KINDS.get(tag, tag),
            ref=" ".join(whole.key(document.stem, it) for it in refs),
            name="; ".join(map(document.name, refs)),
            cert=name.get("cert", ""),
            start=start,
            end=end,
            text=reading.text[start:end],
        )


def _label(turn: Element) -> str:
    """The label of *turn* as printed: before it, or inside as plays have it."""
    before = label_of(turn)
    label = turn.find(_SPEAKER) if before is None else before
    return "" if label is None else " ".join(source_text(label).split())


class Reading:
    """What is said in *turn*, as :func:`edition.tei.reading.speech` has it, and where what is.

    White space runs are one space; between two paragraphs there is one line end.
    """

    def __init__(self, turn: Element) -> None:
        self._parts = [it for it in map(_Part, spoken_parts(turn)) if it.words]
        self.text = "\n".join(part.words for part in self._parts)

    def names(self) -> Iterator[tuple[Element, str, int, int]]:
        """Each name, the identifier of its paragraph, and from where to where it goes."""
        at = 0
        for part in self._parts:
            for name, start, end in part.names():
                yield name, part.paragraph, at + start, at + end
            at += len(part.words) + 1


class _Part:
    """A paragraph: its words, white space made one space, and where its names are in them."""

    def __init__(self, element: Element) -> None:
        self.paragraph = element.get(XML_ID, "")
        self._spans: dict[Element, list[int]] = {}
        texts, length = [], 0
        for piece in pieces(element, UNSPOKEN):
            self._reach(piece.element, length, length + len(piece.text))
            texts.append(piece.text)
            length += len(piece.text)
        self._raw = "".join(texts)
        self.words = " ".join(self._raw.split())

    def names(self) -> Iterator[tuple[Element, int, int]]:
        """Each name that has words, in the order in which they begin, and where it is."""
        if not self._spans:
            return
        starts = [word.start() for word in _WORD.finditer(self._raw)]
        places, at = [], 0
        for word in self.words.split(" "):
            places.append(at)
            at += len(word) + 1
        for name, (start, end) in self._spans.items():
            inside = self._raw[start:end]
            if inside.strip():
                first = start + len(inside) - len(inside.lstrip())
                last = end - len(inside) + len(inside.rstrip()) - 1
                yield name, _moved(first, starts, places), _moved(last, starts, places) + 1

    def _reach(self, element: Element, start: int, end: int) -> None:
        """Note that *element*, and all names around it, go from *start* or before to *end*."""
        for around in (element, *element.iterancestors(etree.Element)):
            if around.tag in _MARKS:
                self._spans.setdefault(around, [start, end])[1] = end
            elif around.tag in TURNS:
                return


def _moved(at: int, starts: list[int], places: list[int]) -> int:
    """Where the character *at* is, when the words that began at *starts* begin at *places*."""
    number = bisect_right(starts, at) - 1
    return places[number] + at - starts[number]
