"""Who speaks where in a text, and who and what is named in it: each place with its context.

What pages of persons and places, searching and tables are made from. The words are those of the
source reading (:mod:`edition.tei.reading`), white space made one space.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.reading import (
    NOT_SOURCE,
    SPOKEN,
    count_words,
    has_loose_words,
    is_called,
    is_label,
    label_of,
    labelled_by,
    pieces,
    source_text,
    speech,
)
from edition.tei.vocabulary import TURNS, XML_ID, local, tei

_CONTEXT = 70  # characters before and behind a name
_NAMES = frozenset(
    {tei(name) for name in ("persName", "placeName", "orgName", "geogName", "eventName")}
    | {tei(name) for name in ("objectName", "rs", "name", "title")}
    | {tei(name) for name in ("country", "region", "settlement", "district")}
)
_NOTE, _SPEAKER = tei("note"), tei("speaker")
_NOTES = frozenset([_NOTE])
# What a reader can be sent to: nothing inside of a paragraph.
_INSIDE = _NAMES | frozenset(map(tei, ["anchor", "date", "foreign", "hi", "term", "w", "pc"]))
# Hold paragraphs, and no words of their own.
_HOLDERS = frozenset(map(tei, ["TEI", "text", "body", "front", "back", "div", "u", "sp"]))
_ENTRIES = frozenset(map(tei, ["person", "personGrp", "place", "org", "event", "bibl", "object"]))


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph: its identifier, its number as readers see it ('' where none), its words."""

    id: str
    number: str
    words: str


class Turn(msgspec.Struct, frozen=True):
    """A turn: its identifier ('' where it has none), who speaks, how much, and what.

    *who* are the identifiers of entries, *speaker* is the label as printed.
    """

    id: str
    who: tuple[str, ...]
    speaker: str
    length: int
    paragraphs: tuple[Paragraph, ...]


class Occurrence(msgspec.Struct, frozen=True):
    """A place where an entry is named: the words, with those around them, and who says them.

    *paragraph* and *turn* are identifiers, '' where there is none; *certainty* is TEI's ``cert``.
    """

    entry: str
    element: str
    words: str
    before: str
    after: str
    paragraph: str
    number: str
    turn: str
    who: tuple[str, ...]
    certainty: str


class Concordance(msgspec.Struct, frozen=True):
    """The turns of a document and the places where it names entries, in the order of the text."""

    turns: tuple[Turn, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()


def concordance(root: Element) -> Concordance:
    """What the TEI element *root* says by whom, and whom and what it names where."""
    text = root.find(tei("text"))
    if text is None:
        return Concordance()
    return Concordance(
        tuple(_turn(element) for element in text.iter(*TURNS)),
        tuple(found for place in _places(text) for found in _occurrences(place)),
    )


def entries(root: Element) -> dict[str, Element]:
    """The entries of persons, places … in the TEI element *root*, by identifier."""
    return {
        name: element
        for element in root.iter(*_ENTRIES)
        if (name := element.get(XML_ID)) and _is_listed(element)
    }


def _is_listed(entry: Element) -> bool:
    """Whether *entry* stands in a register, and is no reference in text or header."""
    parent = entry.getparent()
    return parent is not None and local(str(parent.tag)).startswith(("list", "particDesc"))


def pointers(value: str | None) -> tuple[str, ...]:
    """The identifiers in this file that the TEI pointers in *value* name."""
    return tuple(one[1:] for one in (value or "").split() if one.startswith("#"))


def number(identifier: str) -> str:
    """The number of the paragraph *identifier*, as ``core:number`` of the stylesheets has it."""
    rest = identifier[1:]
    return rest if rest[:1].isdigit() else ""


def paragraphs_of(turn: Element) -> list[Element]:
    """The elements that are the paragraphs of *turn*: itself where it has words in none."""
    return [
        child
        for child in ([turn] if has_loose_words(turn) else turn)
        if isinstance(child.tag, str) and child.tag not in (_NOTE, _SPEAKER)
        if child.get(XML_ID) or child.tag in SPOKEN[str(turn.tag)]
    ]


def _turn(element: Element) -> Turn:
    paragraphs = tuple(
        Paragraph(name := it.get(XML_ID, ""), number(name), words)
        for it in paragraphs_of(element)
        if (words := _line(source_text(it)))
    )
    return Turn(
        id=element.get(XML_ID, ""),
        who=pointers(element.get("who")),
        speaker=_label(element),
        length=count_words(speech(element)),
        paragraphs=paragraphs,
    )


def _label(turn: Element) -> str:
    """The label of *turn* as printed: before it, or as plays have it, inside."""
    before = label_of(turn)
    label = turn.find(_SPEAKER) if before is None else before
    return "" if label is None else _line("".join(piece.text for piece in pieces(label, _NOTES)))


def _places(text: Element) -> Iterable[Element]:
    """What holds names, and a reader can be sent to, in the order of the text."""
    seen: dict[Element, None] = {}
    for name in text.iter(*_NAMES):
        if pointers(name.get("ref")):
            seen.setdefault(_place(name))
    return seen


def _place(name: Element) -> Element:
    """The innermost element around *name* that has an identifier, or its parent."""
    around = list(name.iterancestors(etree.Element))
    found = next((it for it in around if it.tag not in _INSIDE and it.get(XML_ID)), around[0])
    return around[0] if found.tag in _HOLDERS else found


def _occurrences(place: Element) -> list[Occurrence]:
    """Where *place* names entries."""
    walk = _Walk()
    walk.into(place)
    words = "".join(walk.words)
    label = _label_around(place)
    turn = _turn_around(place if label is None else label)
    who = pointers(turn.get("who")) if turn is not None else ()
    # A printed label is said by nobody, and names whoever speaks without speaking of them.
    labelled = who if label is not None else ()
    identifier = place.get(XML_ID, "")
    return [
        Occurrence(
            entry=entry,
            element=local(str(name.tag)),
            words=_line(words[start:end]),
            before=_before(words[:start]),
            after=_after(words[end:]),
            paragraph=identifier,
            number=number(identifier),
            turn=turn.get(XML_ID, "") if turn is not None else "",
            who=who if label is None else (),
            certainty=name.get("cert", ""),
        )
        for name, start, end in walk.names
        for entry in pointers(name.get("ref"))
        if entry not in labelled
    ]


def _label_around(place: Element) -> Element | None:
    """The printed label that *place* is, or stands in."""
    around = (place, *place.iterancestors(_NOTE, _SPEAKER))
    return next((it for it in around if it.tag == _SPEAKER or is_label(it)), None)


def _turn_around(place: Element) -> Element | None:
    """The turn that *place* stands in, or is the label of."""
    after = labelled_by(place)
    return after if after is not None else next(place.iterancestors(*TURNS), None)


class _Walk:
    """A way through an element: its words, and from where to where each name goes."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.names: list[tuple[Element, int, int]] = []
        self._length = 0

    def into(self, element: Element) -> None:
        """Go through *element*."""
        start, index = self._length, len(self.names)
        self._say(element.text)
        for child in element:
            if _is_read(child):
                self.into(child)
            self._say(child.tail)
        if element.tag in _NAMES and element.get("ref"):
            self.names.insert(index, (element, start, self._length))

    def _say(self, words: str | None) -> None:
        if words:
            self.words.append(words)
            self._length += len(words)


def _is_read(element: Element) -> bool:
    """Whether the words of *element* are the source's, in this place."""
    if element.tag == _NOTE:
        return not is_called(element)
    return isinstance(element.tag, str) and element.tag not in NOT_SOURCE


def _line(words: str) -> str:
    return " ".join(words.split())


def _before(words: str) -> str:
    """The end of *words*, from the beginning of a word on."""
    near = " ".join(words[-3 * _CONTEXT :].split())
    space = " " if words[-1:].isspace() else ""
    if len(near) > _CONTEXT:
        near = "… " + near[-_CONTEXT:].partition(" ")[2]
    return near + space


def _after(words: str) -> str:
    """The beginning of *words*, to the end of a word."""
    near = " ".join(words[: 3 * _CONTEXT].split())
    space = " " if words[:1].isspace() else ""
    if len(near) > _CONTEXT:
        near = near[:_CONTEXT].rpartition(" ")[0] + " …"
    return space + near
