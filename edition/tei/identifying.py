"""Identifiers for what has none and needs one: turns, paragraphs, sections, summaries.

Nothing is numbered anew: what stands behind ``p12`` becomes ``p12a``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.editing import Edit, Editing
from edition.tei.ids import NUMBERED, following, number_of
from edition.tei.vocabulary import XML_ID, tei

_U, _SEG, _P, _DIV, _NOTE = map(tei, ("u", "seg", "p", "div", "note"))
_BODY, _TEXT = tei("body"), tei("text")
_Words = tuple[str, str]  # a tag, and what stands in the element
_Neighbours = Mapping[Element, tuple[Element | None, Element | None]]  # before and after it
_AROUND_PROSE = frozenset({_DIV, tei("argument")})


def with_identifiers(
    file: Editing, taken: Collection[str] = (), before: Element | None = None
) -> Iterator[Edit]:
    """An identifier for each element of the text that needs one and has none (S101–S103, S107).

    It is that of the element of *before*, an earlier version, that has the same words and the same
    neighbours, or is the only one with these words; else a new one, and none among *taken*, which
    were given once.
    """
    own = {str(name) for name in file.root.xpath("//@xml:id")}
    text = file.root.find(_TEXT)
    here = {} if text is None else _with_neighbours(text)
    lost = _Lost(before, own, here)
    used = {*own, *taken, *lost.names}
    highest: Counter[str] = Counter()
    for name in filter(NUMBERED.match, used):
        highest[name[0]] = max(highest[name[0]], number_of(name))
    last: dict[str, str] = {}
    for element in text.iter(etree.Element) if text is not None else ():
        name = element.get(XML_ID, "")
        if element in here and XML_ID not in element.attrib:
            letter = _letter(element)
            name = lost.found(element)
            name = name or following(last.get(letter, f"{letter}0"), highest[letter], used)
            used.add(name)
            highest[letter] = max(highest[letter], number_of(name))
            yield file.with_attributes(element, {"xml:id": name})
        if NUMBERED.match(name):
            last[name[0]] = name


class _Lost:
    """The identifiers of an earlier version that are gone, and which elements *here* had them."""

    def __init__(self, before: Element | None, own: Collection[str], here: _Neighbours) -> None:
        """*own* are the identifiers that are not gone."""
        self._then = {} if before is None else _with_neighbours(before)
        self._here = here
        self._given = {element: element.get(XML_ID, "") for element in here}
        self._words = {element: _words(element) for element in (*self._then, *here)}
        self._times = Counter(map(self._words.__getitem__, self._then))
        self._lacking = Counter(self._words[one] for one, name in self._given.items() if not name)
        self._gone: dict[_Words, list[Element]] = {}
        for element in self._then:
            name = element.get(XML_ID, "")
            if NUMBERED.match(name) and name not in own:
                self._gone.setdefault(self._words[element], []).append(element)

    @property
    def names(self) -> set[str]:
        """The identifiers that are gone."""
        return {one.get(XML_ID, "") for gone in self._gone.values() for one in gone}

    def found(self, element: Element) -> str:
        """The identifier that *element* had; "" where it had none, or that cannot be told."""
        words = self._words[element]
        gone = self._gone.get(words, [])
        around = self._here[element]
        found = [one for one in gone if all(map(self._is_same, self._then[one], around))]
        if self._times[words] == self._lacking[words] == 1:
            found = gone
        if len(found) != 1:
            return ""
        (one,) = found
        gone.remove(one)
        self._given[element] = one.get(XML_ID, "")
        return self._given[element]

    def _is_same(self, then: Element | None, now: Element | None) -> bool:
        """Whether *now* is what *then* was, by its identifier, or by its words if it has none."""
        if then is None or now is None:
            return then is now
        name = self._given[now]
        return name == then.get(XML_ID) if name else self._words[now] == self._words[then]


def _with_neighbours(root: Element) -> _Neighbours:
    """What in *root* needs an identifier, in order, each with what of its kind stands around it."""
    kinds: dict[str, list[Element]] = {}
    found = [element for element in root.iter(etree.Element) if _letter(element)]
    for element in found:
        kinds.setdefault(_letter(element), []).append(element)
    around = {
        one: (before, after)
        for row in kinds.values()
        for before, one, after in zip([None, *row], row, [*row[1:], None], strict=False)
    }
    return {element: around[element] for element in found}


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
