"""Why a document is not valid: every fault, where it is, and what was expected there.

libxml2 says yes or no, and where it says no, one poor sentence. This walk over the document
goes on after each fault as if it had been mended in the likeliest way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from lxml import etree
from lxml.etree import _Element as Node

from edition.check.grammar import Grammar
from edition.check.names import local, namespace_of
from edition.check.pattern import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Element,
    Pattern,
    Value,
    after_attribute,
    after_child_skipping,
    first,
    parts,
    required,
    without_attributes,
)
from edition.check.places import TextPlaces, shown, start_tag
from edition.diagnostic import Diagnostic, diagnostic
from edition.tei.document import Document
from edition.tei.vocabulary import XML_ID

MOST_FAULTS = 500
MOST_NAMES = 30


class _Fault(NamedTuple):
    """A finding before its place is looked up. *slot* is set where a text is at fault."""

    code: str
    node: Node
    expected: str
    values: dict[str, Any]
    slot: int | None = None


def explain(document: Document, grammar: Grammar) -> list[Diagnostic]:
    """The faults of *document* by *grammar*, in the order of the document.

    After the first 500 the rest is counted only (R098).
    """
    walk = _Walk(grammar)
    walk.document(document.root)
    texts = TextPlaces(document)
    findings = [_finding(fault, document, texts) for fault in walk.faults[:MOST_FAULTS]]
    if (more := len(walk.faults) - MOST_FAULTS) > 0:
        findings.append(diagnostic("R098", document.place(document.root), count=more))
    return sorted(findings, key=lambda finding: (finding.line, finding.column))


def _finding(fault: _Fault, document: Document, texts: TextPlaces) -> Diagnostic:
    if fault.slot is None:
        place, excerpt = document.place(fault.node), start_tag(fault.node)
    else:
        place = texts.of_text(fault.node, fault.slot)
        excerpt = shown(_text_in_slot(fault.node, fault.slot), 80)
    return diagnostic(
        fault.code,
        place,
        xpath=document.xpath(fault.node),
        xml_id=document.nearest_id(fault.node),
        excerpt=excerpt,
        expected=fault.expected,
        **fault.values,
    )


def _text_in_slot(node: Node, slot: int) -> str:
    return (node.text if slot == 0 else node[slot - 1].tail) or ""


class _Walk:
    """A walk over a document that gathers faults."""

    def __init__(self, grammar: Grammar) -> None:
        self.faults: list[_Fault] = []
        self._grammar = grammar

    def document(self, root: Node) -> None:
        """Walk over all of the document whose outermost element is *root*."""
        starts = [p for p in first(self._grammar.start) if isinstance(p, Element)]
        fitting = [element for element in starts if str(root.tag) in element.names]
        if not fitting:
            self._report("R016", root, _one_of(starts), name=local(str(root.tag)))
            fitting = self._grammar.elements(str(root.tag))
        if fitting:
            self._element(root, fitting)
        self._repeated_ids(root)

    def _report(
        self, code: str, node: Node, expected: str, slot: int | None = None, **values: Any
    ) -> None:
        self.faults.append(_Fault(code, node, expected, values, slot))

    def _element(self, node: Node, candidates: list[Element]) -> frozenset[Element]:
        """Walk over *node*; those of *candidates* by which it is valid, or the nearest one."""
        if len(candidates) == 1:
            self._element_as(node, candidates[0])
            return frozenset(candidates)
        before = self.faults
        trials = {}
        for candidate in candidates:
            self.faults = []
            self._element_as(node, candidate)
            trials[candidate] = self.faults
        fewest = min(trials.values(), key=len)
        self.faults = before + fewest
        valid = [candidate for candidate, faults in trials.items() if not faults]
        return frozenset(valid or [c for c, faults in trials.items() if faults is fewest])

    def _element_as(self, node: Node, element: Element) -> None:
        state = self._attributes(node, element)
        texts, children = _content(node)
        if not children:
            self._text_alone(node, state, *texts[0])
            return
        for (text, slot), child in zip(texts, children, strict=False):
            state = self._text(node, state, text, slot)
            state = self._child(node, element, state, child)
        state = self._text(node, state, *texts[-1])
        if not state.nullable:
            self._incomplete(node, state)

    # Attributes

    def _attributes(self, node: Node, element: Element) -> Pattern:
        """What the children have to match, once the attributes of *node* are seen."""
        state = element.content
        for name, value in node.attrib.items():
            after = after_attribute(state, str(name), str(value))
            if after is NOT_ALLOWED:
                after = self._wrong_attribute(node, element, state, str(name), str(value))
            state = after
        closed = without_attributes(state, NOT_ALLOWED)
        if closed is NOT_ALLOWED:
            self._missing_attributes(node, state)
            closed = without_attributes(state, EMPTY)
        return closed

    def _wrong_attribute(
        self, node: Node, element: Element, state: Pattern, name: str, value: str
    ) -> Pattern:
        words: dict[str, Any] = {"name": local(name), "element": local(str(node.tag))}
        after = after_attribute(state, name, None)
        if after is not NOT_ALLOWED:
            wanted = [a.value for a in _attributes_of(state) if name in a.names]
            literals = [v.literal for a in wanted for v in parts(a) if isinstance(v, Value)]
            near = _nearest(value, filter(None, literals))
            advice = _did_you_mean(f"“{near}”" if near else "") or "Correct the value."
            self._report(
                "R012", node, _forms(wanted), value=shown(value, 60), advice=advice, **words
            )
            return after
        known = [a for a in _attributes_of(element.content) if name in a.names]
        if known:
            self._report("R013", node, "", **words)
            return state
        names = [n for a in _attributes_of(state) for n in a.names.listed()]
        near = _nearest(name, names) or ""
        advice = _did_you_mean(local(near)) or "Remove it, or write what it says in another way."
        self._report("R010", node, _one_of_names(names), advice=advice, **words)
        return state if not near else after_attribute(state, near, None)

    def _missing_attributes(self, node: Node, state: Pattern) -> None:
        name = local(str(node.tag))
        missing = [a for a in required(state, Attribute) if isinstance(a, Attribute)]
        for attribute in missing:
            listed = ", ".join(map(local, attribute.names.listed()))
            self._report("R011", node, _forms([attribute.value]), name=listed, element=name)
        if not missing:
            names = [n for a in _attributes_of(state) for n in a.names.listed()]
            self._report("R019", node, _one_of_names(names), element=name)

    # Content

    def _text_alone(self, node: Node, state: Pattern, text: str, slot: int) -> None:
        """An element without children: its text as a whole has to match."""
        blank = not text.strip(" \t\r\n")
        if state.after_text(text).nullable or (blank and state.nullable):
            return
        if not blank and state.after_text(text) is NOT_ALLOWED and state.fussy:
            values = [part for part in first(state) if isinstance(part, Value)]
            element = local(str(node.tag))
            self._report("R014", node, _forms(values), slot, value=shown(text, 60), element=element)
            return
        after = state if blank else self._text(node, state, text, slot)
        if not after.nullable:
            self._incomplete(node, after)

    def _text(self, node: Node, state: Pattern, text: str, slot: int) -> Pattern:
        if not text.strip(" \t\r\n"):
            return state
        after = state.after_text(text)
        if after is not NOT_ALLOWED:
            return after
        self._report("R006", node, _expected(state), slot, element=local(str(node.tag)))
        return state

    def _child(self, node: Node, element: Element, state: Pattern, child: Node) -> Pattern:
        candidates = self._grammar.elements(str(child.tag))
        if not candidates:
            return self._unknown(state, child)
        fitting = [c for c in candidates if state.after_child(frozenset([c])) is not NOT_ALLOWED]
        if fitting:
            return state.after_child(self._element(child, fitting))
        later = [c for c in candidates if _skipping(state, c) is not NOT_ALLOWED]
        if later:
            self._too_early(node, state, child, later[0])
            self._element(child, later[:1])
            return _skipping(state, later[0])
        names: dict[str, Any] = {"name": local(str(child.tag)), "parent": local(str(node.tag))}
        inside = set(parts(element.content))
        code = "R003" if inside.intersection(candidates) else "R002"
        self._report(code, child, _expected(state), **names)
        self._element(child, candidates)
        return state

    def _too_early(self, node: Node, state: Pattern, child: Node, element: Element) -> None:
        still = required(_skipping(state, element), Element)
        missing = [p for p in required(state, Element) if p is not element and p not in still]
        what = _one_of(missing) if missing else _expected(state)
        names: dict[str, Any] = {"name": local(str(child.tag)), "parent": local(str(node.tag))}
        self._report("R004", child, what, missing=_listed(missing) or _any_of(state), **names)

    def _incomplete(self, node: Node, state: Pattern) -> None:
        missing = required(state, Element)
        name = local(str(node.tag))
        values = [part for part in first(state) if isinstance(part, Value)]
        expected = _forms(values) if values and not missing else _expected(state)
        what = _listed(missing) or ("its text" if values else _any_of(state))
        self._report("R005", node, expected, parent=name, missing=what)

    def _unknown(self, state: Pattern, child: Node) -> Pattern:
        """A child that the schema does not know; what follows if its likely name is taken."""
        name = local(str(child.tag))
        namesakes = {local(known): known for known in self._grammar.element_names}
        if name in namesakes:
            namespace = namespace_of(namesakes[name])
            self._report("R017", child, f'xmlns="{namespace}"', name=name)
            return self._as_if(state, namesakes[name])
        here = [n for p in first(state) if isinstance(p, Element) for n in p.names.listed()]
        near = _nearest(name, here) or _nearest(name, namesakes.values())
        advice = _did_you_mean(f"<{local(near)}>" if near else "")
        advice = advice or "Use an element of the schema, or note[@type='annotation'] for a remark."
        self._report("R001", child, _expected(state), name=name, advice=advice)
        for grandchild in child.iterchildren(etree.Element):
            if candidates := self._grammar.elements(str(grandchild.tag)):
                self._element(grandchild, candidates)
        return self._as_if(state, near)

    def _as_if(self, state: Pattern, name: str) -> Pattern:
        """What may follow in *state* a child of *name*; *state* itself if none may."""
        after = state.after_child(frozenset(self._grammar.elements(name)))
        return state if after is NOT_ALLOWED else after

    def _repeated_ids(self, root: Node) -> None:
        seen: dict[str, Node] = {}
        for node in root.iter(etree.Element):
            identifier = node.get(XML_ID)
            if identifier is None:
                continue
            if (earlier := seen.setdefault(identifier.strip(), node)) is not node:
                line = earlier.sourceline
                self._report("R015", node, "", value=identifier, line=line)


def _content(node: Node) -> tuple[list[tuple[str, int]], list[Node]]:
    """The texts of *node*, each with its slot, and the elements between them."""
    texts, children = [(node.text or "", 0)], []
    for slot, child in enumerate(node, 1):
        if isinstance(child.tag, str):
            children.append(child)
            texts.append((child.tail or "", slot))
        else:
            text, at = texts[-1]
            texts[-1] = (text + (child.tail or ""), at if text.strip() else slot)
    return texts, children


def _skipping(state: Pattern, element: Element) -> Pattern:
    return after_child_skipping(state, frozenset([element]))


def _attributes_of(pattern: Pattern) -> Iterator[Attribute]:
    return (part for part in parts(pattern) if isinstance(part, Attribute))


def _expected(state: Pattern) -> str:
    """In words, what can come next in *state*."""
    firsts = list(first(state))
    others = ["text"] if TEXT in firsts else []
    if state.nullable and TEXT not in firsts:
        others.append("nothing more")
    return _one_of([p for p in firsts if isinstance(p, Element)], others)


def _one_of(patterns: Iterable[Pattern], others: Iterable[str] = ()) -> str:
    names = [n for p in patterns if isinstance(p, Element) for n in p.names.listed()]
    return _one_of_names([*names, *others])


def _one_of_names(names: Iterable[str]) -> str:
    """“one of: a, b, c”, each name once, not more than thirty."""
    listed = list(dict.fromkeys(map(local, names)))
    more = len(listed) - MOST_NAMES
    if more > 1:
        listed[MOST_NAMES:] = [f"and {more} more"]
    return listed[0] if len(listed) == 1 else "one of: " + ", ".join(listed) if listed else ""


def _listed(patterns: Iterable[Pattern]) -> str:
    """“<a>, <b>”: the names of elements as they are spoken of in a sentence."""
    names = [n for p in patterns if isinstance(p, Element) for n in p.names.listed()]
    return ", ".join(f"<{local(name)}>" for name in dict.fromkeys(names))


def _any_of(state: Pattern) -> str:
    """“<a> or <b>”: what a sentence says is missing where one of several may come."""
    names = [n for p in first(state) if isinstance(p, Element) for n in p.names.listed()]
    listed = [f"<{local(name)}>" for name in dict.fromkeys(names)]
    return " or ".join(listed) if len(listed) <= 3 else "an element"


def _forms(patterns: Iterable[Pattern]) -> str:
    """In words, the texts that *patterns* allow: a closed list, or the form of a value."""
    values = [part for p in patterns for part in parts(p) if isinstance(part, Value)]
    if values and all(value.literal is not None for value in values):
        return _one_of_names(value.literal or "" for value in values)
    return " or ".join(dict.fromkeys(value.form for value in values))


def _nearest(name: str, names: Iterable[str]) -> str:
    """That of *names* which *name* was probably meant to be, or ''."""
    known = {local(candidate).lower(): candidate for candidate in names}
    found = get_close_matches(local(name).lower(), list(known), 1, 0.75)
    return known[found[0]] if found else ""


def _did_you_mean(name: str) -> str:
    return f"Did you mean {name}?" if name else ""
