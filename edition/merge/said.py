"""What one version of an edition says, in words to be compared, and what another says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import XML_ID, local, tei

# What an editor adds to the words of the text; what is told of it is the markup.
_BESIDE = frozenset(map(tei, ("corr", "reg", "expan", "note")))
_BREAKS = frozenset(map(tei, ("lb", "pb", "cb", "milestone")))
# What tells the items of a list apart: with another of these it is another item.
_KEYS = (XML_ID, "gi", "unit", "ident")


class Change(NamedTuple):
    """One difference: *what* of *kind* happened to the element *identifier*.

    *line* is that of the new version, or of the old one where it is only there; *old* and *new*
    are what stands there, *context* the words around, where in an entry it is, or who speaks.
    """

    kind: str
    what: str
    identifier: str
    line: int
    old: str
    new: str
    context: str = ""


class Said(NamedTuple):
    """Something that is said in a version: what, and in which line.

    *key* tells it from others in a list, *values* are those of its attributes.
    """

    what: str
    line: int
    key: str = ""
    values: str = ""


NOTHING = Said("", 0)


def said_of(element: Element, words: Sequence[str] = ()) -> Said:
    """What *element* says by its attributes, and by *words*."""
    named = [(local(str(key)), value) for key, value in sorted(element.items()) if key != XML_ID]
    values = " ".join(f"@{name}={value}" for name, value in named)
    key = " ".join(filter(None, (element.get(name) for name in _KEYS)))
    return Said(" ".join(filter(None, [values, *words])), line_of(element), key, values)


def unlike(
    old: Mapping[str, Sequence[Said]], new: Mapping[str, Sequence[Said]]
) -> Iterator[tuple[str, str, Said, Said]]:
    """By its place what is only in one, or otherwise in the two: the place, what happened, both."""
    for place in dict.fromkeys([*old, *new]):
        for one, other in _paired(*_only_in(old.get(place, ()), new.get(place, ()))):
            what = "added" if one is NOTHING else "removed" if other is NOTHING else "changed"
            yield place, what, one, other


def _paired(gone: Sequence[Said], come: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """*gone* and *come* in pairs: of one key and the same values, of one key, else in order."""
    partners = _partners(gone, come)
    for at, one in enumerate(gone):
        yield one, come[partners[at]] if at in partners else NOTHING
    taken = set(partners.values())
    yield from ((NOTHING, other) for at, other in enumerate(come) if at not in taken)


def _partners(gone: Sequence[Said], come: Sequence[Said]) -> dict[int, int]:
    """Which of *come* is each of *gone*, by their positions."""
    partners: dict[int, int] = {}
    for form in (lambda said: (said.key, said.values), lambda said: (said.key, "")):
        waiting: dict[tuple[str, str], list[int]] = {}
        for at, other in enumerate(come):
            if at not in partners.values():
                waiting.setdefault(form(other), []).append(at)
        for at, one in enumerate(gone):
            if at not in partners and waiting.get(form(one)):
                partners[at] = waiting[form(one)].pop(0)
    return partners


def _only_in(one: Sequence[Said], other: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """What is said more often in *one* than in *other*, and the other way round."""
    return _without(one, other), _without(other, one)


def _without(these: Sequence[Said], those: Sequence[Said]) -> list[Said]:
    rest = Counter(said.what for said in those)
    left = []
    for said in these:
        if rest[said.what]:
            rest[said.what] -= 1
        else:
            left.append(said)
    return left


def line_of(element: Element) -> int:
    """The line in which *element* begins."""
    return element.sourceline or 1


def words_of(element: Element) -> list[str]:
    """The words of the text that *element* itself holds."""
    return "".join(_running(element)).split()


def _running(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS and child.get("break") != "no":
            yield " "
        elif isinstance(child.tag, str) and not child.get(XML_ID) and child.tag not in _BESIDE:
            yield from _running(child)
        yield child.tail or ""


def all_words(element: Element) -> list[str]:
    """The words in *element*, whatever holds them."""
    return "".join(element.itertext(etree.Element)).split()


def excerpt(element: Element) -> str:
    """The first words in *element*."""
    words = all_words(element)
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
