"""The attributes of one element against its pattern."""

from __future__ import annotations

from typing import Any

from lxml.etree import _Element as Node

from edition.checking.derivative import (
    after_attribute,
    parts,
    required,
    without_attributes,
)
from edition.checking.expected import attributes_of, did_you_mean, forms, nearest, one_of_names
from edition.checking.faults import Faults, name_of
from edition.checking.pattern import (
    EMPTY,
    NOT_ALLOWED,
    Attribute,
    Element,
    Pattern,
    Value,
)
from edition.checking.places import shown
from edition.tei.vocabulary import local


def after_attributes(node: Node, element: Element, faults: Faults) -> Pattern:
    """What the children of *node* have to match once its attributes are seen.

    What is wrong with the attributes is added to *faults*, and then forgiven.
    """
    state = element.content
    for key, written in node.attrib.items():
        name, value = str(key), str(written)
        after = after_attribute(state, name, value)
        if after is NOT_ALLOWED:
            after = _mended(node, element, state, (name, value), faults)
        state = after
    closed = without_attributes(state, NOT_ALLOWED)
    if closed is NOT_ALLOWED:
        _report_missing(node, state, faults)
        closed = without_attributes(state, EMPTY)
    return closed


def _mended(
    node: Node, element: Element, state: Pattern, attribute: tuple[str, str], faults: Faults
) -> Pattern:
    """Report a wrong attribute; what follows in *state* if it is mended in the likeliest way."""
    name, value = attribute
    after = after_attribute(state, name, None)
    if after is not NOT_ALLOWED:
        _report_value(node, state, attribute, faults)
        return after
    words: dict[str, Any] = {"name": local(name), "element": name_of(node)}
    if any(name in known.names for known in attributes_of(element.content)):
        faults.add("R013", node, "", **words)
        return state
    names = [n for known in attributes_of(state) for n in known.names.listed()]
    near = nearest(name, names)
    advice = did_you_mean(local(near)) or "Remove it, or write what it says in another way."
    faults.add("R010", node, one_of_names(names), advice=advice, **words)
    after = after_attribute(state, near, value) if near else NOT_ALLOWED
    return state if after is NOT_ALLOWED else after


def _report_value(node: Node, state: Pattern, attribute: tuple[str, str], faults: Faults) -> None:
    name, value = attribute
    wanted = [known.value for known in attributes_of(state) if name in known.names]
    literals = [v.literal for a in wanted for v in parts(a) if isinstance(v, Value)]
    near = nearest(value, filter(None, literals))
    faults.add(
        "R012",
        node,
        forms(wanted),
        name=local(name),
        element=name_of(node),
        value=shown(value, 60),
        advice=did_you_mean(f"“{near}”" if near else "") or "Correct the value.",
    )


def _report_missing(node: Node, state: Pattern, faults: Faults) -> None:
    missing = [part for part in required(state, Attribute) if isinstance(part, Attribute)]
    for attribute in missing:
        name = ", ".join(map(local, attribute.names.listed()))
        faults.add("R011", node, forms([attribute.value]), name=name, element=name_of(node))
    if not missing:
        names = [n for known in attributes_of(state) for n in known.names.listed()]
        faults.add("R019", node, one_of_names(names), element=name_of(node))
