"""The names that are marked in the text of a TEI file, and where they stand in its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from edition.names.model import Kind
from edition.tei.reading import Piece, pieces
from edition.tei.vocabulary import tei

_PLACES = ("placeName", "geogName", "settlement", "region", "country", "district")
_KINDS: dict[object, Kind] = {
    tei("persName"): Kind.PERSON,
    tei("orgName"): Kind.ORG,
    **{tei(name): Kind.PLACE for name in _PLACES},
}
_TYPES = {"person": Kind.PERSON, "group": Kind.PERSON, "place": Kind.PLACE, "org": Kind.ORG}
_RS = tei("rs")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: *element*, what it names, its first character and the one after it.

    Characters are counted without white space, so that a file indented otherwise has the same.
    *words* are the characters as they are read, *ref* the entries referred to, '' for none.
    """

    element: Element
    kind: Kind
    start: int
    end: int
    words: str
    ref: str


@dataclass(frozen=True, slots=True)
class NamedText:
    """The source text of a TEI file without white space, and what is named in it, in order."""

    characters: str
    names: tuple[Named, ...]


def named_text(root: Element) -> NamedText | None:
    """The text of the TEI element *root* with its names; None where it has no text."""
    text = root.find(tei("text"))
    if text is None:
        return None
    parts: list[str] = []
    spans: dict[Element, tuple[int, int]] = {}
    at = 0
    for piece in pieces(text):
        part = "".join(piece.text.split())
        if part:
            parts.append(part)
            for element in _around(piece.element):
                spans[element] = (spans.get(element, (at, 0))[0], at + len(part))
            at += len(part)
    names = [
        Named(element, kind, *span, words_of(element), " ".join(element.get("ref", "").split()))
        for element, span in spans.items()
        if (kind := kind_of_name(element)) is not None
    ]
    return NamedText("".join(parts), tuple(sorted(names, key=lambda one: (one.start, -one.end))))


def piece_at(root: Element, at: int) -> tuple[Piece, int] | None:
    """The text in which character *at* of :func:`named_text` stands, and its number there.

    The end of the last text where there are fewer characters; None where there are none.
    """
    text = root.find(tei("text"))
    last = None
    for piece in pieces(text) if text is not None else ():
        length = len("".join(piece.text.split()))
        if length > at:
            offsets = [index for index, one in enumerate(piece.text) if not one.isspace()]
            return piece, offsets[at]
        at -= length
        if length:
            last = piece, len(piece.text.rstrip())
    return last


def kind_of_name(element: Element) -> Kind | None:
    """What *element* names, in a text; None for an element that is no name."""
    if element.tag == _RS:
        return _TYPES.get(element.get("type", ""))
    return _KINDS.get(element.tag)


def words_of(element: Element) -> str:
    """The source text of *element*, one SPACE between words."""
    return " ".join("".join(piece.text for piece in pieces(element)).split())


def _around(element: Element) -> Iterator[Element]:
    """The names in which a text of *element* stands: *element* itself, and those around it."""
    if kind_of_name(element) is not None:
        yield element
    yield from filter(kind_of_name, element.iterancestors(etree.Element))
