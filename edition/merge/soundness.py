"""What must hold of a merged file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from lxml import etree
from lxml.etree import _Element as Element

from edition.merge.holders import Holders
from edition.merge.order import changed, lines
from edition.tei.document import tree
from edition.tei.vocabulary import tei

Errors = Callable[[bytes], Counter[tuple[str, str]]]
"""How many errors of each kind a file has, by the kind and the nearest identifier."""


class Soundness:
    """What must hold of a merged file: see :func:`edition.merge.sound.merged_soundly`."""

    def __init__(
        self, versions: tuple[bytes, bytes], holders: Holders, most_words: int, errors: Errors
    ) -> None:
        """*versions* are ours and theirs: what points to nothing in one may do so in the result."""
        ours, theirs = versions
        root = tree(ours)
        self._holders = holders
        self.identifiers = identifiers(root)
        text = root.find(tei("text"))
        self.in_text = set() if text is None else {str(name) for name in text.xpath(".//@xml:id")}
        self.dangling = broken(root) | broken(tree(theirs))
        self._times = Counter(map(str, root.xpath("//@xml:id")))
        self._lines = lines(root)
        self._most_words = most_words
        self._ours = ours
        self._errors = errors

    def missing(self, data: bytes) -> set[str]:
        """The identifiers that are not there, and something in *data* points to."""
        try:
            return broken(tree(data)) - self.dangling
        except etree.XMLSyntaxError:
            return set()

    def holds(self, data: bytes) -> bool:
        """Whether *data* is sound."""
        return self._is_whole(data) and self._is_no_worse(data)

    def _is_whole(self, data: bytes) -> bool:
        """Whether *data* is well-formed, points to what is there, and has its words in place."""
        try:
            root = tree(data)
        except etree.XMLSyntaxError:
            return False
        times = Counter(map(str, root.xpath("//@xml:id")))
        return (
            all(number <= max(self._times[name], 1) for name, number in times.items())
            and not broken(root) - self.dangling
            and self._holders.are_right(root)
            and changed(self._lines, lines(root)) <= self._most_words
        )

    def _is_no_worse(self, data: bytes) -> bool:
        found = self._errors(data)
        return not found or _by_kind(found) <= _by_kind(self._errors_before)

    def where_worse(self, data: bytes) -> set[str]:
        """The identifiers where *data*, which is well-formed, has errors that ours has not."""
        found, before = self._errors(data), self._errors_before
        kinds = _by_kind(found) - _by_kind(before)
        return {name for kind, name in found - before if kind in kinds}

    @cached_property
    def _errors_before(self) -> Counter[tuple[str, str]]:
        return self._errors(self._ours)


def _by_kind(errors: Counter[tuple[str, str]]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for (kind, _), times in errors.items():
        kinds[kind] += times
    return kinds


def identifiers(root: Element) -> set[str]:
    """The identifiers in the tree *root*."""
    return {str(name) for name in root.xpath("//@xml:id")}


def broken(root: Element) -> set[str]:
    """The identifiers to which something in the tree *root* points, and nothing has."""
    pointed = {
        word[1:]
        for value in root.xpath("//@*[starts-with(., '#') or contains(., ' #')]")
        for word in str(value).split()
        if word.startswith("#") and len(word) > 1
    }
    return pointed - identifiers(root)
