"""The order of turns and paragraphs: what the scholar moved stays there, and is not moved again.

Of two of which the scholar changed the order it is the scholar's, of all others the record's. Where
not all of that can be, as both moved the same, the move of the program is not made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from edition.alignment import differences
from edition.tei.vocabulary import XML_ID, tei


class Sequences:
    """The order of what has an identifier in the trees *base* and *ours* of two versions."""

    def __init__(self, base: Element, ours: Element) -> None:
        old, own = _in_text(base), _in_text(ours)
        self._base = [name for name in old if name in own]
        self._ours = [name for name in own if name in old]
        self.moved = _moved(self._base, self._ours)

    def wrong(self, result: Element, record: Element) -> Iterator[tuple[str, ...]]:
        """What is in another order in *result*: first what the program moved to its *record*."""
        now, last = _in_text(result), _in_text(record)
        known = {name for name in self._base if name in now and name in last}
        base, ours = ([n for n in names if n in known] for names in (self._base, self._ours))
        there, wanted = ([n for n in names if n in known] for names in (now, last))
        by_program = _moved(base, wanted)
        stayed = [name for name in wanted if name not in self.moved]
        astray = _moved(stayed, [name for name in there if name not in self.moved])
        yield from ((name,) for name in stayed if name in astray)
        before, own, will, here = map(_places, (base, ours, wanted, there))
        for one in (name for name in ours if name in self.moved):
            for other in ours:
                is_scholars = (own[one] < own[other]) != (before[one] < before[other])
                expected = own if is_scholars else will
                if (expected[one] < expected[other]) != (here[one] < here[other]):
                    yield tuple(sorted((one, other), key=lambda name: name not in by_program))


def _in_text(root: Element) -> dict[str, None]:
    """The identifiers in the text of the file *root*, in order."""
    text = root.find(tei("text"))
    elements = () if text is None else text.iter(etree.Element)
    return dict.fromkeys(str(e.get(XML_ID)) for e in elements if e.get(XML_ID))


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """What has another place in *new* than in *old*, which has the same: few."""
    return {name for d in differences(old, new) for name in old[d.start : d.end]}


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}
