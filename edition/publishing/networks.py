"""Who names whom and what, as a graph: GraphML (graphml.graphdrawing.org) of the whole edition.

A node is who speaks or who or what is named; an edge leads from who speaks to what they name, and
weighs as much as it is named. What nobody known says is in no edge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.data import Data

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# Name, of what, type: what a node or an edge is told.
_KEYS = (
    ("id", "node", "string"),
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("turns", "node", "int"),
    ("words", "node", "int"),
    ("mentions", "node", "int"),
    ("weight", "edge", "int"),
    ("documents", "edge", "int"),
)


class Network:
    """Counts who names whom; it holds no more than a number for each pair."""

    def __init__(self) -> None:
        self._mentions: Counter[tuple[str, str]] = Counter()
        self._documents: Counter[tuple[str, str]] = Counter()
        self._named: Counter[str] = Counter()
        self._turns: Counter[str] = Counter()
        self._words: Counter[str] = Counter()

    def add(self, data: Data) -> None:
        """Count a document."""
        pairs: Counter[tuple[str, str]] = Counter()
        for turn in data.turns:
            for who in map(data.key, turn.who):
                self._turns[who] += 1
                self._words[who] += turn.length
        for found in data.occurrences:
            entry = data.key(found.entry)
            self._named[entry] += 1
            pairs.update((data.key(who), entry) for who in found.who)
        self._mentions.update(pairs)
        self._documents.update(pairs.keys())

    def graphml(self, names: Mapping[str, str], kinds: Mapping[str, str]) -> bytes:
        """The graph; *names* and *kinds* (TEI elements) are those of entries, by identifier."""
        root = etree.Element(f"{{{_NAMESPACE}}}graphml", nsmap={None: _NAMESPACE})
        for name, of, kind in _KEYS:
            key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, f"{{{_NAMESPACE}}}key", key)
        graph = etree.SubElement(root, f"{{{_NAMESPACE}}}graph", edgedefault="directed")
        entries = sorted((self._turns.keys() | self._named.keys()) & names.keys())
        nodes = {entry: f"n{number}" for number, entry in enumerate(entries)}
        for entry, node in nodes.items():
            element = etree.SubElement(graph, f"{{{_NAMESPACE}}}node", id=node)
            _tell(element, "node", id=entry, label=names[entry], kind=kinds[entry])
            counts = {"turns": self._turns, "words": self._words, "mentions": self._named}
            _tell(element, "node", **{name: count[entry] for name, count in counts.items()})
        for (who, entry), weight in sorted(self._mentions.items()):
            if who in nodes and entry in nodes:
                ends = {"source": nodes[who], "target": nodes[entry]}
                element = etree.SubElement(graph, f"{{{_NAMESPACE}}}edge", ends)
                _tell(element, "edge", weight=weight, documents=self._documents[who, entry])
        etree.indent(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _tell(element: Element, of: str, **values: object) -> None:
    for name, value in values.items():
        etree.SubElement(element, f"{{{_NAMESPACE}}}data", key=f"{of}-{name}").text = str(value)
