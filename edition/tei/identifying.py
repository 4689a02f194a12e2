"""Identifiers for what has none and needs one: turns, paragraphs, sections, summaries.

Nothing is numbered anew: what stands behind ``p12`` becomes ``p12a``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.editing import Edit, Editing
from edition.tei.ids import NUMBERED, following, number_of
from edition.tei.vocabulary import XML_ID, tei

_U, _SEG, _P, _DIV, _NOTE = map(tei, ("u", "seg", "p", "div", "note"))
_BODY, _TEXT = tei("body"), tei("text")
_Words = tuple[str, str]  # a tag, and what stands in the element
_AROUND_PROSE = frozenset({_DIV, tei("argument")})


def with_identifiers(
    file: Editing, taken: Collection[str] = (), before: Element | None = None
) -> Iterator[Edit]:
    """An identifier for each element of the text that needs one and has none (S101–S103, S107).

    It is that of the only element in *before*, an earlier version, with the same words, where
    nothing else has that; else a new one, and none among *taken*, which were given once.
    """
    own = {str(name) for name in file.root.xpath("//@xml:id")}
    lost = {} if before is None else _lost(before, own)
    used = {*own, *taken, *lost.values()}
    highest: Counter[str] = Counter()
    for name in filter(NUMBERED.match, used):
        highest[name[0]] = max(highest[name[0]], number_of(name))
    last: dict[str, str] = {}
    text = file.root.find(_TEXT)
    for element in text.iter(etree.Element) if text is not None else ():
        letter, name = _letter(element), element.get(XML_ID, "")
        if letter and XML_ID not in element.attrib:
            name = lost.pop(_words(element), "")
            name = name or following(last.get(letter, f"{letter}0"), highest[letter], used)
            used.add(name)
            highest[letter] = max(highest[letter], number_of(name))
            yield file.with_attributes(element, {"xml:id": name})
        if NUMBERED.match(name):
            last[name[0]] = name


def _lost(before: Element, own: Collection[str]) -> dict[_Words, str]:
    """The identifiers in *before* that are not among *own*, by the words that only these have."""
    numbered = [e for e in before.iter(etree.Element) if NUMBERED.match(e.get(XML_ID, ""))]
    times = Counter(map(_words, numbered))
    return {
        words: name
        for element in numbered
        if (name := element.get(XML_ID, "")) not in own and times[words := _words(element)] == 1
    }


def _words(element: Element) -> _Words:
    return str(element.tag), " ".join("".join(element.itertext(etree.Element)).split())


def _letter(element: Element) -> str:
    """The letter of the identifier that *element* needs; '' where it needs none."""
    above = element.getparent()
    around = None if above is None else above.tag
    if element.tag == _U:
        return "u"
    if (element.tag == _SEG and around == _U) or (element.tag == _P and around in _AROUND_PROSE):
        return "p"
    if element.tag == _DIV and around == _BODY:
        return "d"
    return "s" if element.tag == _NOTE and element.get("type") == "summary" else ""
