"""Paragraphs and turns of one version that are several in another: cut, or joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.merge.said import words_of
from edition.tei.vocabulary import XML_ID, tei

_PARAGRAPHS = frozenset(map(tei, ("seg", "p")))
_HOLDERS = frozenset(map(tei, ("u", "div")))


class Divided(NamedTuple):
    """What was cut from what: each new piece by its identifier, with that of the piece before it.

    *paragraphs* hold words, *holders* are turns and divisions.
    """

    paragraphs: Mapping[str, str]
    holders: Mapping[str, str]

    def whole(self, name: str) -> str:
        """Of what *name* was a piece; itself, where it was none."""
        while before := self.piece_before(name):
            name = before
        return name

    def piece_before(self, name: str) -> str:
        """From what *name* was cut; '' where it was not."""
        return self.paragraphs.get(name) or self.holders.get(name, "")

    def pieces(self) -> dict[str, list[str]]:
        """The new pieces of each paragraph that was cut, in their order."""
        found: dict[str, list[str]] = {}
        for name in self.paragraphs:
            found.setdefault(self.whole(name), []).append(name)
        return found


def divided(whole: Mapping[str, Element], cut: Mapping[str, Element]) -> Divided:
    """What is one in the version *whole*, and several in *cut*; both give elements by identifier.

    With the new version for *whole*, it tells what was joined.
    """
    paragraphs = _paragraphs(whole, cut)
    return Divided(paragraphs, _holders(whole, cut, paragraphs))


def holder(element: Element) -> str:
    """The identifier of the turn or division around *element*."""
    return next((str(a.get(XML_ID)) for a in element.iterancestors() if a.get(XML_ID)), "")


def _paragraphs(whole: Mapping[str, Element], cut: Mapping[str, Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    before, words, there = "", list[str](), list[str]()
    for name, element in cut.items():
        if element.tag not in _PARAGRAPHS:
            continue
        more = words_of(element)
        if name in whole:
            before, words, there = name, words_of(whole[name]), more
        elif before and _is_rest(words, there, more):
            found[name], before = before, name
            there = [*there, *more]
        else:
            before = ""
    return found


def _is_rest(words: list[str], there: list[str], more: list[str]) -> bool:
    """Whether most of *more* are those of *words* that *there*, the piece before, has not."""
    return 2 * (_alike(words, [*there, *more]) - _alike(words, there)) > len(more)


def _alike(one: list[str], other: list[str]) -> int:
    return len(one) - sum(found.end - found.start for found in differences(one, other))


def _holders(
    whole: Mapping[str, Element], cut: Mapping[str, Element], paragraphs: Mapping[str, str]
) -> dict[str, str]:
    """New turns and divisions that begin with what the one before them had."""
    found: dict[str, str] = {}
    before: dict[str, str] = {}  # the last of each tag
    for name, element in cut.items():
        if element.tag not in _HOLDERS:
            continue
        last = before.get(str(element.tag), "")
        if (
            name not in whole
            and last
            and _first_was_in(element, whole, paragraphs, found) == (Divided({}, found).whole(last))
        ):
            found[name] = last
        before[str(element.tag)] = name
    return found


def _first_was_in(
    element: Element,
    whole: Mapping[str, Element],
    paragraphs: Mapping[str, str],
    holders: Mapping[str, str],
) -> str | None:
    """What held the first thing in *element* in the version *whole*; None where nothing did."""
    inner = (child.get(XML_ID) for child in element.iterchildren("{*}*"))
    first = next((str(name) for name in inner if name), "")
    origin = whole.get(Divided(paragraphs, holders).whole(first))
    return holder(origin) if origin is not None else None
