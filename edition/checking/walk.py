"""A walk over a document that is not valid, which goes on after each fault.

After a fault it goes on as if that had been mended in the likeliest way: a misspelt element
taken for what was meant, a missing one for there, one out of order for being in its place.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.etree import _Element as Node

from edition.checking.attributes import after_attributes
from edition.checking.derivative import (
    after_child_skipping,
    elements_in,
    first,
    required,
)
from edition.checking.expected import any_of, did_you_mean, forms, nearest, next_in, one_of, tags_of
from edition.checking.faults import Faults, name_of
from edition.checking.grammar import Grammar
from edition.checking.pattern import (
    NOT_ALLOWED,
    Element,
    Pattern,
    Value,
)
from edition.checking.places import shown
from edition.tei.vocabulary import XML_ID, local, namespace_of

_WHITE = " \t\r\n"


class Walk:
    """A walk by the patterns of *grammar*; ``faults`` is what it finds."""

    def __init__(self, grammar: Grammar) -> None:
        self.faults = Faults()
        self._grammar = grammar

    def document(self, root: Node) -> None:
        """Walk over all of the document whose outermost element is *root*."""
        starts = [p for p in first(self._grammar.start) if isinstance(p, Element)]
        fitting = [element for element in starts if str(root.tag) in element.names]
        if not fitting:
            self.faults.add("R016", root, one_of(starts), name=name_of(root))
            fitting = self._grammar.elements(str(root.tag))
        if fitting:
            self.element(root, fitting)
        self._repeated_ids(root)

    def element(self, node: Node, candidates: list[Element]) -> frozenset[Element]:
        """Walk over *node*; those of *candidates* by which it is valid, or the nearest one."""
        if len(candidates) == 1:
            _Content(self, node, candidates[0]).check()
            return frozenset(candidates)
        before = self.faults.found
        trials = {}
        for candidate in candidates:
            self.faults.found = []
            _Content(self, node, candidate).check()
            trials[candidate] = self.faults.found
        fewest = min(trials.values(), key=len)
        self.faults.found = before + fewest
        return frozenset(c for c, faults in trials.items() if faults is fewest or not faults)

    def candidates(self, node: Node) -> list[Element]:
        """The patterns of the schema for elements with the name of *node*."""
        return self.named(str(node.tag))

    def named(self, name: str) -> list[Element]:
        """The patterns of the schema for elements named *name*."""
        return self._grammar.elements(name)

    def likely_name(self, state: Pattern, node: Node) -> str:
        """The element that was meant by *node*, whose name is none, where *state* has to go on."""
        here = [n for p in first(state) if isinstance(p, Element) for n in p.names.listed()]
        name = local(str(node.tag))
        return nearest(name, here) or nearest(name, self._grammar.element_names)

    def namesake(self, node: Node) -> str:
        """The element of the schema with the name of *node* in another namespace, or ''."""
        names = (n for n in self._grammar.element_names if local(n) == local(str(node.tag)))
        return next(names, "")

    def _repeated_ids(self, root: Node) -> None:
        seen: dict[str, Node] = {}
        for node in root.iter(etree.Element):
            identifier = node.get(XML_ID)
            if identifier is None:
                continue
            if (earlier := seen.setdefault(identifier.strip(_WHITE), node)) is not node:
                self.faults.add("R015", node, "", value=identifier, line=earlier.sourceline)


class _Content:
    """What one element holds, against the pattern *element* for it."""

    def __init__(self, walk: Walk, node: Node, element: Element) -> None:
        self._walk = walk
        self._faults = walk.faults
        self._node = node
        self._element = element
        self._state: Pattern = NOT_ALLOWED
        self._early: list[Element] = []  # came before what has to come before them

    def check(self) -> None:
        """Check attributes and content, and what the children hold."""
        self._state = after_attributes(self._node, self._element, self._faults)
        texts, children = _content(self._node)
        if not children:
            self._text_alone(*texts[0])
            return
        for number, child in enumerate(children):
            self._text(*texts[number])
            self._child(child)
            self._take_early_ones()
        self._text(*texts[-1])
        if not self._state.nullable:
            self._incomplete()

    def _text_alone(self, text: str, slot: int) -> None:
        """The text of an element without children: as a whole it has to match."""
        state, blank = self._state, not text.strip(_WHITE)
        if state.after_text(text).nullable or (blank and state.nullable):
            return
        if not blank and state.fussy and state.after_text(text) is NOT_ALLOWED:
            values = [part for part in first(state) if isinstance(part, Value)]
            words: dict[str, Any] = {"value": shown(text, 60), "element": name_of(self._node)}
            self._faults.add("R014", self._node, forms(values), slot, **words)
            return
        self._text(text, slot)
        if not self._state.nullable:
            self._incomplete()

    def _text(self, text: str, slot: int) -> None:
        if not text.strip(_WHITE):
            return
        after = self._state.after_text(text)
        if after is not NOT_ALLOWED:
            self._state = after
        else:
            expected = next_in(self._state)
            self._faults.add("R006", self._node, expected, slot, element=name_of(self._node))

    def _child(self, child: Node) -> None:
        candidates = self._walk.candidates(child)
        if not candidates:
            self._unknown(child)
            return
        fitting = [c for c in candidates if self._after(c) is not NOT_ALLOWED]
        if fitting:
            self._state = self._state.after_child(self._walk.element(child, fitting))
            return
        possible = [c for c in candidates if self._after_skipping(c) is not NOT_ALLOWED]
        if possible:
            self._too_early(child, possible[0])
            self._walk.element(child, possible[:1])
            return
        code = "R003" if elements_in(self._element.content) & set(candidates) else "R002"
        self._faults.add(code, child, next_in(self._state), **self._names(child))
        self._walk.element(child, candidates)

    def _too_early(self, child: Node, element: Element) -> None:
        """*child* could come if something came before it; that may even come later."""
        still = required(self._after_skipping(element), Element)
        needed = required(self._state, Element)
        missing = [part for part in needed if part is not element and part not in still]
        if missing and self._come_after(child, missing):
            names = {"missing": tags_of(missing), **self._names(child)}
            self._faults.add("R007", child, one_of(missing), **names)
            self._early.append(element)
            return
        what = tags_of(missing) or any_of(self._state)
        expected = one_of(missing) if missing else next_in(self._state)
        self._faults.add("R004", child, expected, missing=what, **self._names(child))
        self._state = self._after_skipping(element)

    def _come_after(self, child: Node, missing: list[Pattern]) -> bool:
        """Whether all of *missing* follow *child*."""
        tags = {str(sibling.tag) for sibling in child.itersiblings(etree.Element)}
        to_come = {element for tag in tags for element in self._walk.named(tag)}
        return to_come.issuperset(missing)

    def _take_early_ones(self) -> None:
        """Take what came too early as having come now, where it may."""
        for element in list(self._early):
            after = self._after(element)
            if after is not NOT_ALLOWED:
                self._state = after
                self._early.remove(element)

    def _incomplete(self) -> None:
        missing = required(self._state, Element)
        values = [part for part in first(self._state) if isinstance(part, Value)]
        expected = forms(values) if values and not missing else next_in(self._state)
        what = tags_of(missing) or ("its text" if values else any_of(self._state))
        self._faults.add("R005", self._node, expected, parent=name_of(self._node), missing=what)

    def _unknown(self, child: Node) -> None:
        """A child that the schema does not know is taken for what was probably meant."""
        name = name_of(child)
        if meant := self._walk.namesake(child):
            self._faults.add("R017", child, f'xmlns="{namespace_of(meant)}"', name=name)
        else:
            meant = self._walk.likely_name(self._state, child)
            advice = did_you_mean(f"<{local(meant)}>" if meant else "")
            advice = advice or "Use one of the elements that are allowed here."
            self._faults.add("R001", child, next_in(self._state), name=name, advice=advice)
            for grandchild in child.iterchildren(etree.Element):
                if candidates := self._walk.candidates(grandchild):
                    self._walk.element(grandchild, candidates)
        for candidate in self._walk.named(meant):
            if (after := self._after(candidate)) is not NOT_ALLOWED:
                self._state = after
                return

    def _after(self, element: Element) -> Pattern:
        return self._state.after_child(frozenset([element]))

    def _after_skipping(self, element: Element) -> Pattern:
        return after_child_skipping(self._state, frozenset([element]))

    def _names(self, child: Node) -> dict[str, Any]:
        return {"name": name_of(child), "parent": name_of(self._node)}


def _content(node: Node) -> tuple[list[tuple[str, int]], list[Node]]:
    """The texts of *node*, each with its slot, and the elements between them."""
    texts, children = [(node.text or "", 0)], []
    for slot, child in enumerate(node, 1):
        if isinstance(child.tag, str):
            children.append(child)
            texts.append((child.tail or "", slot))
        else:
            text, at = texts[-1]
            texts[-1] = (text + (child.tail or ""), at if text.strip(_WHITE) else slot)
    return texts, children
