"""Where a document was edited: the first difference between two states of its TEI."""

from __future__ import annotations

from itertools import zip_longest

from lxml.etree import _Element as Element
from lxml.etree import tostring

from edition.tei.document import parse
from edition.tei.vocabulary import XML_ID, tei

_TEXT = tei("text")


def edited(before: bytes, after: bytes) -> tuple[str, ...]:
    """The identifiers around the first difference of *after* to *before*, innermost first.

    The text goes before the header, where figures and dates change along with it; of the same
    text nobody edited anything. Both are well-formed TEI. Raises EditionError where not.
    """
    old, new = parse(before, "before").root, parse(after, "after").root
    for old_part, new_part in ((old.find(_TEXT), new.find(_TEXT)), (old, new)):
        if old_part is not None and new_part is not None and _differ(old_part, new_part):
            return _identifiers(_first_difference(old_part, new_part))
    return ()


def _first_difference(old: Element, new: Element) -> Element:
    """The innermost element of *new*, or *new* itself, in which all that differs first lies."""
    if _own(old) != _own(new):
        return new
    for old_child, new_child in zip_longest(old, new):
        if new_child is None:  # it was the last, and has gone
            return new
        if old_child is None:
            return new_child
        if _differ(old_child, new_child):
            return _first_difference(old_child, new_child)
        if old_child.tail != new_child.tail:
            return new
    return new


def _own(element: Element) -> tuple[object, ...]:
    """What *element* is and has before its first child."""
    return element.tag, dict(element.attrib), element.text


def _differ(one: Element, other: Element) -> bool:
    return tostring(one, with_tail=False) != tostring(other, with_tail=False)


def _identifiers(element: Element) -> tuple[str, ...]:
    around = (element, *element.iterancestors())
    return tuple(identifier for step in around if (identifier := step.get(XML_ID)))
