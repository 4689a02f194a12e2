"""What is in what: nothing that is merged comes into an element where nobody has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import XML_ID


class Holders:
    """Which element with an identifier is around each other, in the trees of the three versions."""

    def __init__(self, base: Element, ours: Element, theirs: Element) -> None:
        self._base, self._ours, self._theirs = map(_holders, (base, ours, theirs))

    def around(self, name: str) -> Iterator[str]:
        """The identifiers around the element *name* of ours, from inside out."""
        while name := self._ours.get(name, ""):
            yield name

    def wrong(self, result: Element) -> Iterator[tuple[str, ...]]:
        """What in *result* is neither where the scholar has it nor where only the program moved it.

        Each with what is around it, there and in ours. What the scholar put in may go along with
        what stands beside it.
        """
        last = ""
        now = _holders(result)
        for name, own in self._ours.items():
            here = now.get(name, own)
            if here != own:
                known = name if name in self._base else last
                was, will = self._base.get(known), self._theirs.get(known)
                if self._ours.get(known) != was or here not in (was, will):
                    yield name, here, own
            if name in self._base:
                last = name


def _holders(root: Element) -> Mapping[str, str]:
    """The identifier around each identified element of the tree *root*, in order."""
    found: dict[str, str] = {}
    todo: list[tuple[Element, str]] = [(root, "")]
    while todo:
        element, holder = todo.pop()
        name = str(element.get(XML_ID, ""))
        if name:
            found[name] = holder
        todo += [(child, name or holder) for child in element.iterchildren(etree.Element)][::-1]
    return found
