"""A RELAX NG grammar in XML syntax, read into patterns.

It reads what a schema of this house holds: one grammar in one file, by the full syntax of
patterns and name classes. libxml2 decides about each value, so that both agree.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Node

from edition.checking.names import AnyName, Name, NameClass, Names
from edition.checking.pattern import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Element,
    Pattern,
    Value,
    choice,
    group,
    interleave,
    one_or_more,
)
from edition.checking.value import value_pattern
from edition.files import read_bytes
from edition.tei.vocabulary import local

RELAX_NG = "http://relaxng.org/ns/structure/1.0"
_COMBINE: dict[str, Callable[[Pattern, Pattern], Pattern]] = {
    "choice": choice,
    "interleave": interleave,
}


class Grammar:
    """The patterns of a schema. Get it from :func:`grammar`."""

    def __init__(self, root: Node) -> None:
        self._defines: dict[str, list[Node]] = {}
        self._patterns: dict[str, Pattern] = {}
        starts: list[Node] = []
        for node in root.iter(_rng("define"), _rng("start")):
            if node.tag == _rng("start"):
                starts.append(node)
            else:
                self._defines.setdefault(node.get("name", ""), []).append(node)
        self._by_node: dict[Node, Element] = {}
        self._named: dict[str, list[Element]] = {}
        self._wildcards: list[Element] = []
        for node in root.iter(_rng("element")):
            self._register(node)
        self.start = self._combined(starts)
        self.attribute_names = frozenset(
            name
            for node in root.iter(_rng("attribute"))
            for name in name_class(node, of_attribute=True).listed()
        )

    @property
    def element_names(self) -> frozenset[str]:
        """Every element the schema names."""
        return frozenset(self._named)

    def elements(self, name: str) -> list[Element]:
        """The elements of the schema that may have the name *name*."""
        wild = [element for element in self._wildcards if name in element.names]
        return self._named.get(name, []) + wild

    def _register(self, node: Node) -> None:
        names = name_class(node, of_attribute=False)
        element = Element(names, lambda: self._content(node))
        self._by_node[node] = element
        for name in names.listed():
            self._named.setdefault(name, []).append(element)
        if not names.listed():
            self._wildcards.append(element)

    def _content(self, node: Node) -> Pattern:
        return self._group(_after_name(node))

    def _combined(self, nodes: list[Node]) -> Pattern:
        """The pattern of one define, whose parts are *nodes*."""
        ways = [way for node in nodes if (way := node.get("combine"))]
        combine = _COMBINE[ways[0]] if ways else group
        result = self._group(_children(nodes[0]))
        for node in nodes[1:]:
            result = combine(result, self._group(_children(node)))
        return result

    def _group(self, nodes: list[Node]) -> Pattern:
        result: Pattern = EMPTY
        for node in reversed(nodes):
            result = group(self._pattern(node), result)
        return result

    def _pattern(self, node: Node) -> Pattern:
        read = _READERS.get(local(str(node.tag)))
        if read is None:
            raise ValueError(f"line {node.sourceline}: {node.tag!r} is not read by this program")
        return read(self, node)

    def element_at(self, node: Node) -> Pattern:
        """The element that *node* describes."""
        return self._by_node[node]

    def referred(self, node: Node) -> Pattern:
        """What the define that *node* refers to holds."""
        name = node.get("name", "")
        if name not in self._patterns:
            self._patterns[name] = self._combined(self._defines[name])
        return self._patterns[name]

    def choice_of(self, node: Node) -> Pattern:
        """Any one of the children of *node*."""
        result: Pattern = NOT_ALLOWED
        for child in reversed(_children(node)):
            result = choice(self._pattern(child), result)
        return result

    def interleave_of(self, node: Node) -> Pattern:
        """All children of *node*, in any order."""
        result: Pattern = EMPTY
        for child in reversed(_children(node)):
            result = interleave(self._pattern(child), result)
        return result

    def attribute(self, node: Node) -> Pattern:
        """The attribute that *node* describes."""
        value = _after_name(node)
        wanted = self._group(value) if value else TEXT
        return Attribute(name_class(node, of_attribute=True), wanted)

    def group_of(self, node: Node) -> Pattern:
        """The children of *node*, one after the other."""
        return self._group(_children(node))

    def value(self, node: Node) -> Value:
        """The form of text that *node* describes."""
        return value_pattern(node, self._defines)


_Reader = Callable[[Grammar, Node], Pattern]
_READERS: dict[str, _Reader] = {
    "element": Grammar.element_at,
    "attribute": Grammar.attribute,
    "ref": Grammar.referred,
    "choice": Grammar.choice_of,
    "interleave": Grammar.interleave_of,
    "group": Grammar.group_of,
    "optional": lambda self, node: choice(self.group_of(node), EMPTY),
    "zeroOrMore": lambda self, node: choice(one_or_more(self.group_of(node)), EMPTY),
    "oneOrMore": lambda self, node: one_or_more(self.group_of(node)),
    "mixed": lambda self, node: interleave(TEXT, self.group_of(node)),
    "empty": lambda _self, _node: EMPTY,
    "notAllowed": lambda _self, _node: NOT_ALLOWED,
    "text": lambda _self, _node: TEXT,
    "data": Grammar.value,
    "value": Grammar.value,
    "list": Grammar.value,
}


@cache
def grammar(path: Path) -> Grammar:
    """The grammar in the file *path*, read once a process. Raises FileAccessError."""
    return Grammar(etree.fromstring(read_bytes(path)))


def name_class(node: Node, *, of_attribute: bool) -> NameClass:
    """The names that the element or attribute pattern *node* is for."""
    written = node.get("name")
    if written is not None:
        return Name(_qualified(node, written, "" if of_attribute else None))
    return _name_class(_children(node)[0])


def _name_class(node: Node) -> NameClass:
    match local(str(node.tag)):
        case "name":
            return Name(_qualified(node, node.text or "", None))
        case "choice":
            return Names(tuple(map(_name_class, _children(node))))
        case "nsName":
            return AnyName(_inherited(node, "ns"), _excluded(node))
        case _:
            return AnyName(None, _excluded(node))


def _excluded(node: Node) -> NameClass | None:
    for child in _children(node):
        return Names(tuple(map(_name_class, _children(child))))
    return None


def _qualified(node: Node, written: str, default: str | None) -> str:
    """The name *written*, with its namespace: by prefix, by ``ns``, or *default*."""
    prefix, colon, rest = written.strip().rpartition(":")
    if colon:
        namespace = (
            "http://www.w3.org/XML/1998/namespace" if prefix == "xml" else node.nsmap[prefix]
        )
    elif default is not None:
        namespace = node.get("ns", default)
    else:
        namespace = _inherited(node, "ns")
    return f"{{{namespace}}}{rest}" if namespace else rest


def _inherited(node: Node, attribute: str) -> str:
    step: Node | None = node
    while step is not None:
        if (value := step.get(attribute)) is not None:
            return value
        step = step.getparent()
    return ""


def _after_name(node: Node) -> list[Node]:
    """The patterns in *node*, without the name class that may stand first."""
    children = _children(node)
    return children if node.get("name") is not None else children[1:]


def _children(node: Node) -> list[Node]:
    """The children of *node* that are RELAX NG, and no documentation."""
    return [child for child in node if str(child.tag).startswith(f"{{{RELAX_NG}}}")]


def _rng(name: str) -> str:
    return f"{{{RELAX_NG}}}{name}"
