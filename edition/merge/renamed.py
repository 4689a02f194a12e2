"""Identifiers that the scholar changed: what the program calls by the old one has the new one.

Nothing in a file says so. An identifier that is gone and one that is new are one where the element
is of the same kind, reads the same or nearly so, and stands between the same neighbours. An entry
that reads the same is it wherever it stands, as their order says nothing; one that reads nearly the
same where a paragraph or turn that pointed to the old identifier points to the new one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.identifiers import turned
from edition.tei.document import tree
from edition.tei.entries import ENTRIES
from edition.tei.vocabulary import XML_ID, tei

_ALIKE = 0.6  # share of the words
_MOST_WORDS = 2_000  # of an element, compared word by word
_ENTRIES = frozenset(map(tei, ENTRIES.values()))


def renamed(base: bytes, ours: bytes, theirs: bytes) -> dict[str, str]:
    """The identifiers in *base* that the scholar changed in *ours*, with those they are now.

    None that *theirs* gives to something else is among the new ones.
    """
    root, root_now = tree(base), tree(ours)
    old, own = _identified(root), _identified(root_now)
    gone, new = [name for name in old if name not in own], [n for n in own if n not in old]
    if not gone or not new:
        return {}
    others = {str(name) for name in tree(theirs).xpath("//@xml:id")}
    before, now = _neighbours(old, own), _neighbours(own, old)
    found: dict[str, str] = {}
    places: dict[tuple[str, str], list[str]] = {}
    for name in new:
        places.setdefault(now[name], []).append(name)
    free = {other for other in new if other not in others}
    for name in gone:  # who reads the same is no other
        near = places.get(before[name], ())
        other = next((o for o in near if o in free and _reads_same(old[name], own[o])), None)
        if other is not None:
            found[name] = other
            free.remove(other)
    meant, meant_now = _pointing(root), _pointing(root_now)
    alike = [
        (likeness, name, other)
        for name in gone
        if name not in found
        for other in places.get(before[name], ())
        if other in free
        and (likeness := _likeness(old[name], own[other])) >= _ALIKE
        and (old[name].tag not in _ENTRIES or meant.get(name, set()) & meant_now.get(other, set()))
    ]
    for _, name, other in sorted(alike, key=lambda pair: -pair[0]):
        if name not in found and other in free:
            found[name] = other
            free.remove(other)
    left = _entries_once({name: old[name] for name in gone if name not in found})
    there = _entries_once({name: own[name] for name in new if name in free})
    return found | {name: there[what] for what, name in left.items() if what in there}


def with_names(data: bytes, names: Mapping[str, str]) -> bytes:
    """The encoding *data* with the identifiers *names*, and what points to them."""
    return turned(data, names) if names else data


def _identified(root: Element) -> dict[str, Element]:
    return {str(e.get(XML_ID)): e for e in root.iter(etree.Element) if e.get(XML_ID)}


def _pointing(root: Element) -> dict[str, set[str]]:
    """By what they point to: the identifiers of what points, or of the nearest around it."""
    found: dict[str, set[str]] = {}
    for pointer in root.xpath("//@*[starts-with(., '#') or contains(., ' #')]"):
        nearest = pointer.getparent().xpath("string(ancestor-or-self::*[@xml:id][1]/@xml:id)")
        for word in pointer.split() if nearest else ():
            found.setdefault(word.removeprefix("#"), set()).add(str(nearest))
    return found


def _neighbours(
    elements: Mapping[str, Element], others: Mapping[str, Element]
) -> dict[str, tuple[str, str]]:
    """For each identifier the nearest ones before and behind that the other version has too."""
    before = dict(_preceding(list(elements), others))
    behind = dict(_preceding(list(elements)[::-1], others))
    return {name: (before[name], behind[name]) for name in elements}


def _preceding(names: list[str], others: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    last = ""
    for name in names:
        yield name, last
        if name in others:
            last = name


def _entries_once(elements: Mapping[str, Element]) -> dict[tuple[str, ...], str]:
    """The identifiers of entries by their kind and words, where but one of *elements* has these."""
    said = {
        name: (str(element.tag), *words)
        for name, element in elements.items()
        if element.tag in _ENTRIES and (words := _words(element))
    }
    times = Counter(said.values())
    return {what: name for name, what in said.items() if times[what] == 1}


def _reads_same(old: Element, own: Element) -> bool:
    if old.tag != own.tag:
        return False
    one, other = _words(old), _words(own)
    return one == other and (bool(one) or _without_name(old) == _without_name(own))


def _likeness(old: Element, own: Element) -> float:
    """Which share of their words two elements of one kind have in common; 0 of two kinds."""
    if old.tag != own.tag:
        return 0
    one, other = _telling_words(old), _telling_words(own)
    if not one or not other:
        return 0
    if max(len(one), len(other)) > _MOST_WORDS:
        one, other = one[:_MOST_WORDS], other[:_MOST_WORDS]
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _telling_words(element: Element) -> list[str]:
    """The words of *element*; of an entry without its notes, which many have alike."""
    if element.tag not in _ENTRIES:
        return _words(element)
    return " ".join(element.xpath(".//text()[not(ancestor::*[local-name() = 'note'])]")).split()


def _words(element: Element) -> list[str]:
    return "".join(element.itertext()).split()


def _without_name(element: Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.items() if key != XML_ID}
