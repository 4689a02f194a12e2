"""Words that are marked one by one: which of them stand together.

Corpora put each token on a line of its own and say by ``@join`` where none of the white space
between two is text (TEI Guidelines, att.linguistic). Where a file has no white space at all, words
stand apart (:mod:`edition.tei.gaps`).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.document import Document, tree
from edition.tei.gaps import gaps, may_have
from edition.tei.vocabulary import tei

_TOKENS = frozenset(map(tei, ["w", "pc", "c"]))
_Slot = tuple[Element, str]  # an element, and "text" or "tail"


def joined(document: Document) -> Document:
    """*document* with white space where words are apart, and without where tokens are joined.

    Elements and their order are the same, so that a path leads to the same element in both.
    """
    may_be_joined, may_have_gaps = b" join=" in document.data, may_have(document.data)
    if not may_be_joined and not may_have_gaps:
        return document
    root = tree(document.data)
    text = root.find(tei("text"))
    found = gaps(root) if may_have_gaps else []
    if not may_be_joined and not found:
        return document
    for element in found:
        element.tail = " "
    for element, place in _between_joined(text) if text is not None and may_be_joined else ():
        setattr(element, place, "")
    return Document(document.name, etree.tostring(root.getroottree(), encoding="utf-8"), root)


def _between_joined(text: Element) -> Iterator[_Slot]:
    """Where white space stands between tokens that are joined."""
    blank: list[_Slot] = []
    before: Element | None = None  # the last token, if only white space has come since
    inside = 0  # of so many tokens: what is in a token is its own
    for event, element in etree.iterwalk(text, events=("start", "end")):
        is_token = element.tag in _TOKENS
        place = "text" if event == "start" else "tail"
        inside -= is_token and event == "end"
        if is_token and event == "start" and not inside:
            if before is not None and _are_joined(before, element):
                yield from blank
            before, blank = None, []
        if is_token and event == "end" and not inside:
            before, blank = element, []
        inside += is_token and event == "start"
        words = getattr(element, place)
        if inside or not words:
            continue
        if words.isspace():
            blank.append((element, place))
        else:
            before, blank = None, []


def _are_joined(before: Element, after: Element) -> bool:
    return before.get("join") in ("right", "both") or after.get("join") in ("left", "both")
