"""The source reading of a TEI file: which of its characters the source printed, in order.

All text of ``/TEI/text`` is source text, except what an editor put in (:data:`NOT_SOURCE`,
``note[@type='annotation']``) and footnotes, which stand beside it. Lines of the source that are no
part of the record stand in the header, with their numbers. The stylesheets in ``xslt/core`` and
``fidelity.py``, which is beside the pages, read by the same rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import filterfalse
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import local, tei


def _tags(*names: str) -> frozenset[str]:
    return frozenset(map(tei, names))


NOT_SOURCE = _tags("corr", "reg", "expan", "supplied", "add", "ex", "rdg")
# What a turn holds that nobody in it says.
EVENTS = _tags("kinesic", "vocal", "incident", "gap", "pause", "shift", "writing", "fw") | _tags(
    "stage", "speaker"
)
# Hold blocks, and text of their own only by mistake.
_CONTAINERS = _tags("text", "front", "titlePage", "docTitle", "argument", "body", "back") | _tags(
    "group", "div", "u", "lg", "list", "table", "row"
)
# Whatever these stand in, white space stands at both their ends (not with @break='no').
BREAKS = _tags("lg", "l", "list", "item", "table", "row", "cell", "head", "p") | _tags(
    "dateline", "signed", "salute", "titlePart", "lb", "pb", "ab", "addrLine", "byline"
)
_WHITE_SPACE = " \t\r\n\x0b\x0c\u00a0"
_SPOKEN = _tags("seg", "lg", "list", "quote")
# Types of notes that have their own look; one of another making stands apart from words beside it.
_OWN_NOTES = frozenset(["speaker", "summary", "pullquote", "editorial", "annotation"])
_PLACES_APART = frozenset(["foot", "end", "bottom", "margin"])
_NOTE, _U, _SP, _SEG, _P = tei("note"), tei("u"), tei("sp"), tei("seg"), tei("p")
# What is said in a turn, and in a speech of a play.
SPOKEN = {_U: _SPOKEN, _SP: _SPOKEN | _tags("p", "ab", "l", "q")}
UNSPOKEN = EVENTS | {_NOTE}  # in a turn, and said by nobody
_NOTHING: frozenset[str] = frozenset()

_OMITTED = "/".join(map(tei, ["teiHeader", "encodingDesc", "samplingDecl", "ab"]))
_IDNO = "/".join(map(tei, ["teiHeader", "fileDesc", "sourceDesc", "bibl", "idno"]))
_DASHES = ("—", "–", "―", "--")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


class Block(NamedTuple):
    """Text that the source prints without a break: *text* is as in the file, not normalised.

    *joins_previous*: it follows a speaker's label, or is one that runs on behind a question, and
    the source may print no space there.
    """

    element: Element
    text: str
    joins_previous: bool


class Piece(NamedTuple):
    """A text of the tree: in *element* before its first child, or after its *slot*-th."""

    text: str
    element: Element
    slot: int


class Counts(NamedTuple):
    """How much there is in a text: what ``extent`` and ``tagsDecl`` of the header say.

    ``words_of_turns`` has the words of each turn, in their order, ``tags`` every element inside
    ``text``, by name.
    """

    turns: int
    paragraphs: int
    words: int
    summaries: int
    words_of_turns: tuple[int, ...]
    tags: Mapping[str, int]

    @property
    def words_outside(self) -> int:
        """How many words stand in no turn."""
        return self.words - sum(self.words_of_turns)

    def measures(self) -> dict[str, int]:
        """The figures of ``extent``: unit to quantity; no summaries where there are none."""
        figures = {"turns": self.turns, "paragraphs": self.paragraphs, "words": self.words}
        return figures | ({"summaries": self.summaries} if self.summaries else {})


def source_blocks(root: Element) -> list[Block]:
    """The source text of the TEI element *root*, block by block in the order of the source."""
    text = root.find(tei("text"))
    if text is None:
        return []
    blocks: list[Block] = []
    _collect(text, blocks)
    return blocks


def source_file_name(root: Element) -> str:
    """The name of the source file as the header of the TEI element *root* gives it, or ''."""
    return _identifier_of_source(root, "filename")


def source_checksum(root: Element) -> str:
    """The SHA-256 of the source as the header of the TEI element *root* gives it, or ''."""
    return _identifier_of_source(root, "sha256")


def _identifier_of_source(root: Element, kind: str) -> str:
    for idno in root.iterfind(_IDNO):
        if idno.get("type") == kind:
            return (idno.text or "").strip()
    return ""


def omitted_elements(root: Element) -> list[Element]:
    """The elements of the header that hold a line of the source each."""
    return [ab for ab in root.findall(_OMITTED) if ab.get("type") == "omitted"]


def source_text(element: Element) -> str:
    """The source text of *element*: what an editor put in is left out."""
    return _joined(element)


def speech(turn: Element) -> str:
    """What is said in *turn* (``u``, ``sp``): its source text without notes and events.

    White space runs are one space; between two paragraphs there is one line end.
    """
    return "\n".join(" ".join(words) for part in _spoken(turn) if (words := part.split()))


def count_words(text: str) -> int:
    """How many words *text* has: stretches without white space that hold a letter or digit.

    "well-known", "don’t" and "1,093,000" are one word each, a dash between spaces is none.
    """
    stretches = text.split()
    odd = filterfalse(str.isalnum, stretches)
    marks = [s for s in odd if not s[0].isalnum() and not _LETTER_OR_DIGIT.search(s)]
    return len(stretches) - len(marks)


def counts(root: Element) -> Counts:
    """The figures of the TEI element *root*: its turns, paragraphs, words and elements.

    Paragraphs are those of speech (``seg``). Words are those of speech and, in ``body``, of
    the prose outside any turn (``p``); labels, headings, notes and events do not count. Elements
    are those of TEI.
    """
    text = root.find(tei("text"))
    if text is None:
        return Counts(0, 0, 0, 0, (), {})
    tags = Counter([str(element.tag) for element in text.iterdescendants(etree.Element)])
    said = tuple([count_words("\n".join(_spoken(turn))) for turn in text.iter(_U, _SP)])
    return Counts(
        turns=tags[_U] + tags[_SP],
        paragraphs=tags[_SEG],
        words=sum(said) + count_words("\n".join(prose(text))),
        summaries=sum(note.get("type") == "summary" for note in text.iter(_NOTE)),
        words_of_turns=said,
        tags=dict(sorted((local(tag), n) for tag, n in tags.items() if tag == tei(local(tag)))),
    )


def prose(text: Element) -> list[str]:
    """The words of each paragraph of the body of *text* that stands in no turn and no note.

    White space runs are one space.
    """
    return [
        " ".join(_joined(p, UNSPOKEN).split())
        for body in text.iter(tei("body"))
        for p in body.iter(_P)
        if _outside_turns(p)
    ]


def _spoken(turn: Element) -> list[str]:
    """The text of what is said in *turn*, paragraph by paragraph."""
    return [_joined(part, UNSPOKEN) for part in spoken_parts(turn)]


def spoken_parts(turn: Element) -> list[Element]:
    """What holds the words of *turn*: itself where they stand in no paragraph."""
    if has_loose_words(turn):
        return [turn]
    spoken = SPOKEN[str(turn.tag)]
    return [child for child in turn if child.tag in spoken]


def has_loose_words(turn: Element) -> bool:
    """Whether words stand in *turn* itself, and none in paragraphs: it is one paragraph then."""
    if turn.find(_SEG) is not None:
        return False
    texts = [turn.text, *(child.tail for child in turn)]
    return any(text and not text.isspace() for text in texts)


def _outside_turns(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(_U, _SP, _NOTE), None) is None


def is_label(element: Element) -> bool:
    """Whether *element* is the printed label of a turn."""
    return element.tag == _NOTE and element.get("type") == "speaker"


def label_of(turn: Element) -> Element | None:
    """The printed label right before *turn*; comments and the like may stand between."""
    before = next(turn.itersiblings(etree.Element, preceding=True), None)
    return before if before is not None and is_label(before) else None


def labelled_by(label: Element) -> Element | None:
    """The turn whose printed label *label* is; None where it is none."""
    behind = next(label.itersiblings(etree.Element), None) if is_label(label) else None
    return behind if behind is not None and behind.tag in SPOKEN else None


def _collect(container: Element, blocks: list[Block]) -> None:
    """Add the blocks in *container* to *blocks*."""
    _add(container, container.text, blocks)
    for child in container:
        if child.tag in _CONTAINERS:
            _collect(child, blocks)
        elif _is_source(child):
            _add(child, _joined(child), blocks)
        _add(container, child.tail, blocks)


def _add(element: Element, text: str | None, blocks: list[Block]) -> None:
    if text and text.strip(_WHITE_SPACE):
        joins = bool(blocks) and (is_label(blocks[-1].element) or runs_on(element, text))
        blocks.append(Block(element, text, joins))


def runs_on(element: Element, text: str) -> bool:
    """Whether *element*, with *text*, is a label behind a question in the line: "Where?—Here."."""
    return text.startswith(_DASHES) and is_label(element)


def pieces(element: Element, skipped: frozenset[str] = _NOTHING) -> Iterator[Piece]:
    """The source text in *element*, without the descendants whose tag is in *skipped*."""
    yield Piece(element.text or "", element, 0)
    for slot, child in enumerate(element, 1):
        if child.tag not in skipped and _is_source(child):
            breaks = child.tag in BREAKS and child.get("break") != "no"
            breaks = breaks or (child.tag == _NOTE and child.get("type") not in _OWN_NOTES)
            if breaks:
                yield Piece(" ", child, 0)
            yield from pieces(child, skipped)
            if breaks:
                yield Piece(" ", child, 0)
        if child.tail:
            yield Piece(child.tail, element, slot)


def _joined(element: Element, skipped: frozenset[str] = _NOTHING) -> str:
    if not len(element):
        return element.text or ""
    return "".join([piece[0] for piece in pieces(element, skipped)])


def is_annotation(note: Element) -> bool:
    """Whether *note* is an editor's: one without a type, as others write them, is the source's."""
    return note.get("type") == "annotation"


def is_footnote(note: Element) -> bool:
    """Whether *note* stands in running text, which calls it, and is printed elsewhere.

    So it is in TEI of other making, where ``@n`` or ``@place`` says so.
    """
    parent = note.getparent()
    if note.tag != _NOTE or note.get("type") in _OWN_NOTES or parent is None:
        return False
    if parent.tag in _CONTAINERS or parent.tag == _SP:
        return False
    return "n" in note.attrib or not _PLACES_APART.isdisjoint(note.get("place", "").split())


def is_called(note: Element) -> bool:
    """Whether a mark calls *note*: its words are none of the text around it."""
    return is_annotation(note) or is_footnote(note)


def _is_source(element: Element) -> bool:
    tag = element.tag
    if tag == _NOTE:
        return not is_called(element)
    return isinstance(tag, str) and tag not in NOT_SOURCE
