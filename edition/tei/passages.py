"""What a text has outside of the paragraphs of turns: titles, leads, headings, summaries, events.

With those paragraphs (:mod:`edition.tei.concordance`) it is every word of the source reading but
the printed labels of speakers. Footnotes are passages behind that to which they belong.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.concordance import paragraphs_of, pointers
from edition.tei.reading import NOT_SOURCE, is_called, is_footnote, is_label, source_text
from edition.tei.vocabulary import TURNS, XML_ID, tei

_NOTE, _SPEAKER, _SAID = tei("note"), tei("speaker"), tei("said")
# Hold passages; words of their own are one, too.
_HOLDERS = frozenset(TURNS) | frozenset(
    map(tei, ["text", "group", "front", "titlePage", "docTitle", "argument", "body", "back", "div"])
)
_WHOLE = (tei("TEI"), tei("text"))


class Passage(msgspec.Struct, frozen=True):
    """Words outside of the paragraphs of turns.

    *place* is the identifier to which a reader is sent ('' for the document), *who* are the
    identifiers of those whose words they are, *named* of those whom they name. *turns* have begun
    before it.
    """

    place: str
    words: str
    turns: int
    who: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def passages(root: Element) -> list[Passage]:
    """The passages of the TEI element *root*, in their order."""
    text = root.find(tei("text"))
    return [] if text is None else list(_Walk().through(text))


class _Walk:
    """A way through a text."""

    def __init__(self) -> None:
        self._turns = 0

    def through(self, holder: Element) -> Iterator[Passage]:
        """The passages in *holder*."""
        said: list[Element] = []
        if holder.tag in TURNS:
            self._turns += 1
            said = paragraphs_of(holder)
        if holder in said:
            yield from self._footnotes(holder)
            return
        yield from self._passage(holder, holder.text)
        for child in holder:
            if child.tag in _HOLDERS or _is_summary(child):
                yield from self.through(child)
            elif _is_read(child):
                if child not in said:
                    yield from self._passage(child, source_text(child), _named(child))
                yield from self._footnotes(child)
            yield from self._passage(holder, child.tail)

    def _footnotes(self, element: Element) -> Iterator[Passage]:
        for note in filter(is_footnote, element.iter(_NOTE)):
            yield from self._passage(note, source_text(note), _named(note))

    def _passage(
        self, element: Element, text: str | None, named: tuple[str, ...] = ()
    ) -> Iterator[Passage]:
        words = " ".join((text or "").split())
        if words:
            around = [element, *element.iterancestors(etree.Element)]
            speaking = next((it for it in around if it.tag in TURNS or it.tag == _SAID), None)
            yield Passage(
                place=next((it.get(XML_ID, "") for it in around if _is_place(it)), ""),
                words=words,
                turns=self._turns,
                who=pointers(speaking.get("who")) if speaking is not None else (),
                named=named,
            )


def _is_place(element: Element) -> bool:
    """Whether a reader can be sent to *element*: it has an identifier, and is not the whole."""
    return XML_ID in element.attrib and element.tag not in _WHOLE


def _named(element: Element) -> tuple[str, ...]:
    found = (one for it in element.iter(etree.Element) for one in pointers(it.get("ref")))
    return tuple(dict.fromkeys(found))


def _is_summary(element: Element) -> bool:
    return element.tag == _NOTE and element.get("type") == "summary"


def _is_read(element: Element) -> bool:
    """Whether the words of *element* are the source's, and no label of a speaker."""
    if is_label(element) or element.tag == _SPEAKER:
        return False
    if element.tag == _NOTE:
        return not is_called(element)
    return isinstance(element.tag, str) and element.tag not in NOT_SOURCE
