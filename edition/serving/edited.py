"""Where a document was edited: the first difference between two states of its TEI."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element as Element
from lxml.etree import iterwalk

from edition.tei.document import parse
from edition.tei.vocabulary import XML_ID, tei

_TEXT = tei("text")
_EVENTS: Final = ("start", "end", "comment", "pi")


def edited(before: bytes, after: bytes) -> tuple[str, ...]:
    """The identifiers around the first difference of *after* to *before*, innermost first.

    The text goes before the header, where figures and dates change along with it; of the same
    text nobody edited anything. Both are well-formed TEI. Raises EditionError where not.
    """
    old, new = parse(before, "before").root, parse(after, "after").root
    for old_part, new_part in ((old.find(_TEXT), new.find(_TEXT)), (old, new)):
        if old_part is not None and new_part is not None:
            different = _first_difference(old_part, new_part)
            if different is not None:
                around = (different, *different.iterancestors())
                return tuple(name for step in around if (name := step.get(XML_ID)))
    return ()


def _first_difference(old: Element, new: Element) -> Element | None:
    """The innermost element or comment of *new* in which the first difference lies, if any."""
    steps = zip(iterwalk(old, events=_EVENTS), iterwalk(new, events=_EVENTS), strict=False)
    for (old_event, was), (event, now) in steps:
        if old_event != event:
            return now
        if event != "end" and _beginning(was) != _beginning(now):
            return now
        if event != "start" and now is not new and was.tail != now.tail:
            return now.getparent()
    return None


def _beginning(element: Element) -> tuple[object, ...]:
    """What *element* is, and has before its first child."""
    return element.tag, dict(element.attrib), element.text
