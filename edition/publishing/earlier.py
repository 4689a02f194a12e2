"""What of a document reads otherwise than in a version of it that was published before.

A citation names a version and a paragraph. The number of a paragraph is never given anew: so
whoever has the TEI of that version can say whether the paragraph still reads so: its words, with
corrections, supplied words and notes of editors, and whose speech it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.tei.bibliography import reference
from edition.tei.concordance import entries, number, pointers
from edition.tei.document import Document
from edition.tei.edited import edited_text
from edition.tei.registers import name_elements, text_of
from edition.tei.vocabulary import TURNS, XML_ID, tei

_PARAGRAPHS = (tei("seg"), tei("p"))


class Piece(msgspec.Struct, frozen=True):
    """Words of a paragraph: of both versions, of the earlier alone, or of this one alone."""

    kind: Literal["same", "was", "is"]
    words: str


class Altered(msgspec.Struct, frozen=True):
    """A paragraph that reads otherwise, or is now another's (*was_by*, *is_by*: their names)."""

    id: str
    number: str
    pieces: tuple[Piece, ...]
    was_by: str
    is_by: str


class Gone(msgspec.Struct, frozen=True):
    """A paragraph that is no longer there, by its number, and how it read."""

    number: str
    words: str


class Since(msgspec.Struct, frozen=True):
    """What changed since *version*; *published* is its date, *added* are new identifiers."""

    version: str
    published: str
    altered: tuple[Altered, ...]
    gone: tuple[Gone, ...]
    added: tuple[str, ...]


class _Read(NamedTuple):
    words: list[str]
    who: tuple[str, ...]


def since(earlier: Document, version: str, now: Document) -> Since:
    """What *now* has otherwise than *earlier*, which is *version* of it. White space is nothing."""
    before, after = _paragraphs(earlier.root), _paragraphs(now.root)
    common = [name for name in after if name in before]
    cited = reference(earlier.root, title="", date="", place="", language="")
    return Since(
        version=version,
        published=cited.published,
        altered=tuple(
            Altered(
                name,
                number(name),
                tuple(_pieces(before[name].words, after[name].words)),
                _names(earlier.root, before[name].who),
                _names(now.root, after[name].who),
            )
            for name in common
            if before[name] != after[name]
        ),
        gone=tuple(
            Gone(number(name), " ".join(it.words))
            for name, it in before.items()
            if name not in after
        ),
        added=tuple(name for name in after if name not in before),
    )


def _paragraphs(root: Element) -> dict[str, _Read]:
    """What can be cited by a number, by identifier: the words, and whose they are."""
    text = root.find(tei("text"))
    found = {}
    for element in text.iter(*_PARAGRAPHS) if text is not None else ():
        name = element.get(XML_ID, "")
        if number(name):
            turn = next(element.iterancestors(*TURNS), None)
            who = pointers(turn.get("who")) if turn is not None else ()
            found[name] = _Read(edited_text(element).split(), who)
    return found


def _names(root: Element, who: tuple[str, ...]) -> str:
    known = entries(root)
    named = ((name_elements(known[it]) if it in known else [], it) for it in who)
    return ", ".join(text_of(found[0]) if found else it for found, it in named)


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    at = 0
    for start, end, other_start, other_end in differences(before, after):
        yield from _piece("same", after[at:other_start])
        yield from _piece("was", before[start:end])
        yield from _piece("is", after[other_start:other_end])
        at = other_end
    yield from _piece("same", after[at:])


def _piece(kind: Literal["same", "was", "is"], words: list[str]) -> Iterator[Piece]:
    if words:
        yield Piece(kind, " ".join(words))
