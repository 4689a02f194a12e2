"""What must hold of a merged file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.holders import Holders
from edition.merge.merging import Merged
from edition.merge.order import changed, displaced, lines, printed
from edition.merge.sequence import Sequences
from edition.tei.document import tree
from edition.tei.reading import source_blocks
from edition.tei.vocabulary import XML_ID, tei

Errors = Callable[[bytes], Counter[tuple[str, str]]]
"""How many errors of each kind a file has, by the kind and the nearest identifier."""

Fault = tuple[str, ...]
"""Identifiers at which something may be wrong, the nearest first; '' where there is none around."""

ANYWHERE: Fault = ()


class Soundness:
    """What must hold of a merged file: see :func:`edition.merge.sound.merged_soundly`."""

    def __init__(self, base: bytes, ours: bytes, theirs: bytes, errors: Errors) -> None:
        """What points to nothing in *ours* or *theirs* may do so in the result."""
        root, old, new = tree(ours), tree(base), tree(theirs)
        self._holders = Holders(old, root, new)
        self._sequences = Sequences(old, root)
        self._times = _times(root)
        self.identifiers = {*self._times}
        text = root.find(tei("text"))
        self.in_text = set() if text is None else {str(name) for name in text.xpath(".//@xml:id")}
        self.dangling = (pointed(root) - self.identifiers) | broken(new)
        self._lines = lines(root)
        before = lines(old)
        self._most_words = changed(before, lines(new))
        self._keeps_order = not displaced(before, self._lines)
        self._prints_the_same = printed(old) == printed(root)
        self._ours = ours
        self._errors = errors

    def missing(self, data: bytes) -> set[str]:
        """The identifiers that are not there, and something in *data* points to."""
        try:
            return broken(tree(data)) - self.dangling
        except etree.XMLSyntaxError:
            return set()

    def holds(self, merged: Merged) -> bool:
        """Whether *merged* is sound."""
        return not self.faults(merged)

    def faults(self, merged: Merged) -> list[Fault]:
        """What is wrong in *merged*; errors are looked for only where all else is right."""
        try:
            root = tree(merged.data)
        except etree.XMLSyntaxError:
            return [ANYWHERE]
        return (
            [*self._faults_of_structure(root)]
            or [*self._misplaced(root, merged.record)]
            or [*self._out_of_order(root, merged.record)]
            or [*self._new_errors(merged.data)]
        )

    def _faults_of_structure(self, root: Element) -> Iterator[Fault]:
        """Identifiers there twice, pointers to nothing, what is in another element, words."""
        found = _times(root)
        for name, times in found.items():
            if times > max(self._times[name], 1):
                yield (name,)
        for name in sorted(pointed(root) - found.keys() - self.dangling):
            yield (name,)
        yield from self._holders.wrong(root)
        if changed(self._lines, lines(root)) > self._most_words:
            yield ANYWHERE

    def _misplaced(self, root: Element, record: bytes) -> Iterator[Fault]:
        """Where the words that the source prints are first others than those of *record*.

        Where the scholar has them all as the program had them, no word may be elsewhere; where only
        others came and went, no word of both may.
        """
        last_written = tree(record)
        if not self._prints_the_same:
            if self._keeps_order and displaced(lines(last_written), lines(root)):
                yield ANYWHERE
            return
        if (wanted := printed(last_written)) == printed(root):
            return
        length, here, last = 0, "", ""
        for block in source_blocks(root):
            here = _nearest_identifier(block.element)
            text = "".join(block.text.split())
            if not wanted.startswith(text, length):
                break
            length, last = length + len(text), here
        yield here, last

    def _out_of_order(self, root: Element, record: bytes) -> Iterator[Fault]:
        """What has not the order that the scholar gave it, or else the *record*."""
        if self._sequences.moved:
            yield from self._sequences.wrong(root, tree(record))

    def _new_errors(self, data: bytes) -> Iterator[Fault]:
        """The places where *data*, which is well-formed, has errors that ours has not."""
        if not (found := self._errors(data)):
            return
        kinds = _by_kind(found) - _by_kind(self._errors_before)
        if kinds:
            worse = {name for kind, name in found - self._errors_before if kind in kinds}
            yield from ((name, *self._holders.around(name)) for name in sorted(worse))

    @cached_property
    def _errors_before(self) -> Counter[tuple[str, str]]:
        return self._errors(self._ours)


def _nearest_identifier(element: Element) -> str:
    around = (element, *element.iterancestors())
    return next((str(name) for one in around if (name := one.get(XML_ID))), "")


def _by_kind(errors: Counter[tuple[str, str]]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for (kind, _), times in errors.items():
        kinds[kind] += times
    return kinds


def _times(root: Element) -> Counter[str]:
    """How often each identifier is there in the tree *root*."""
    return Counter(map(str, root.xpath("//@xml:id")))


def identifiers(root: Element) -> set[str]:
    """The identifiers in the tree *root*."""
    return {str(name) for name in root.xpath("//@xml:id")}


def broken(root: Element) -> set[str]:
    """The identifiers to which something in the tree *root* points, and nothing has."""
    return pointed(root) - identifiers(root)


def pointed(element: Element) -> set[str]:
    """The identifiers to which *element*, or something in it, points."""
    return {
        word[1:]
        for value in element.xpath(".//@*[starts-with(., '#') or contains(., ' #')]")
        for word in str(value).split()
        if word.startswith("#") and len(word) > 1
    }
