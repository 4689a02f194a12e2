"""How a long document and its source are parted into pages: between rows, by their weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from edition.publishing.pages import place_of_turn
from edition.tei.reading import is_label, labelled_by
from edition.tei.vocabulary import TURNS, XML_ID, tei

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from edition.checking.facing import Facing, Row
    from edition.tei.document import Document
    from edition.tei.reading import Block

MOST_BYTES = 120_000  # of the rows on a page: with all that is around them it stays below 150 kB
_MOST_ENCODED = 40_000  # bytes of one encoding
# Hold blocks: what such a one holds is too much to be shown with a stray text in it.
_HOLDERS = frozenset(map(tei, ["text", "front", "body", "back", "group", "div", "u", "sp"]))
# Bytes of a page beside its words: around a line or block, around the encoding, at each tag.
_AROUND, _AROUND_ENCODING, _AT_TAG = 80, 120, 11


Places: TypeAlias = "Mapping[Element, str]"  # turns, and their ids


class Part(NamedTuple):
    """What a page has; *begins* is the identifier where it begins, '' for the first of all."""

    rows: tuple[Row, ...]
    begins: str


def may_be_parted(document: Document) -> bool:
    """Whether *document* is so long that its source beside it may need more pages than one."""
    return len(document.data) > MOST_BYTES // 4


def parted(document: Document, made: Facing) -> list[Part]:
    """The rows of *made*, which has *document*, page by page: about as much on each.

    A page begins where something has an identifier, so that links find it.
    """
    places = places_of_turns(document)
    weights = [_weight(document, row) for row in made.rows]
    pages = -(-sum(weights) // MOST_BYTES) or 1
    enough = sum(weights) / pages
    begins = {0: ""}
    reached = here = 0
    for number, (weight, identifier) in enumerate(
        zip(weights, _identifiers(made.rows, places), strict=True)
    ):
        # Behind a very long row the pages do not have to catch up with it.
        is_full = here > enough / 2 or weight > enough
        if number and identifier and is_full and reached + weight / 2 > len(begins) * enough:
            begins[number] = identifier
            here = 0
        here += weight
        reached += weight
    ends = [*begins, len(made.rows)][1:]
    return [
        Part(made.rows[start:end], identifier)
        for (start, identifier), end in zip(begins.items(), ends, strict=True)
    ]


def encoded(document: Document, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """From where to where the encoding of *blocks* goes in the file: each part once."""
    for block in blocks:
        element = block.element
        at = None if element.tag in _HOLDERS else document.start(element)
        if at is None:
            continue
        parent = element.getparent()
        if parent is not None and parent.tag in TURNS and parent[0] is element:
            start = document.start(parent) or 0
            yield start, document.markup.after_start_tag(start)
        yield at, document.markup.after_element(at)


def is_long(parts: Sequence[tuple[int, int]]) -> bool:
    """Whether an encoding in these *parts* is so long that the page leads to the file instead."""
    return sum(end - start for start, end in parts) > _MOST_ENCODED


def places_of_turns(document: Document) -> Places:
    """The id that each turn of *document* has in its page, identifier or number."""
    text = document.root.find(tei("text"))
    turns = text.iter(*TURNS) if text is not None else ()
    return {turn: place_of_turn(turn.get(XML_ID, ""), n) for n, turn in enumerate(turns, 1)}


def turns_of(element: Element, places: Places) -> list[str]:
    """The ids of the turn that a block stands in, or is the label of, and of those that it holds.

    *element* is that of the block.
    """
    if element.tag not in _HOLDERS and (held := list(element.iter(*TURNS))):
        return [places[turn] for turn in held]
    if element in places:
        return [places[element]]
    turn = labelled_by(element) if is_label(element) else next(element.iterancestors(*TURNS), None)
    return [places[turn]] if turn is not None else []


def _identifiers(rows: Iterable[Row], places: Places) -> Iterator[str]:
    """Of each row: the first identifier of a turn that begins in it, or of a block; '' for none."""
    begun = {""}
    for row in rows:
        found = ""
        for element in (block.element for block in row.blocks):
            turns = [turn for turn in turns_of(element, places) if turn not in begun]
            found = found or (turns[0] if turns else element.get(XML_ID, ""))
            begun.update(turns)
        yield found


def _weight(document: Document, row: Row) -> int:
    """About how many bytes of a page *row* is."""
    texts = [line.text for line in row.lines] + [block.text for block in row.blocks]
    shown = sum(len(text.encode()) + _AROUND for text in texts)
    parts = list(encoded(document, row.blocks))
    markup = [] if is_long(parts) else [document.data[start:end] for start, end in parts]
    return shown + sum(len(it) + _AT_TAG * it.count(b"<") for it in markup) + _AROUND_ENCODING
