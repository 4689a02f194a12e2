"""Whether two encodings are of one transcript: of another one no edits can be kept."""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import _Element as Element

from edition.merge.order import lines
from edition.tei.vocabulary import tei

_WORDS = re.compile(r"\w+")
_RUN = 3  # words: in two texts of one language and kind few of their runs are the same by chance
_SHARE = 0.15
_FEWEST = 30  # runs in a text that says something


def is_another(old: Element, new: Element) -> bool:
    """Whether the texts of the TEI elements *old* and *new* have next to nothing in common."""
    if _has_lines_of(old, new):
        return False
    before, now = _runs(old), _runs(new)
    if min(before.total(), now.total()) < _FEWEST:
        return False
    common = (before & now).total()
    return common < _SHARE * min(before.total(), now.total())


def _has_lines_of(old: Element, new: Element) -> bool:
    """Whether a good part of *new* are lines of *old*, which is seen at once."""
    known = set(lines(old))
    words = [(len(line.split()), line in known) for line in lines(new)]
    return sum(count for count, is_known in words if is_known) > _SHARE * sum(
        count for count, _ in words
    )


def _runs(root: Element) -> Counter[tuple[str, ...]]:
    text = root.find(tei("text"))
    words = [] if text is None else _WORDS.findall(" ".join(text.itertext()).casefold())
    return Counter(zip(*(words[start:] for start in range(_RUN)), strict=False))
