"""The faults that a walk over a document gathers, before their places are looked up."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml.etree import _Element as Node

from edition.tei.vocabulary import local, tei


class Fault(NamedTuple):
    """A finding in the making. *slot* is set where a text is at fault: see TextPlaces."""

    code: str
    node: Node
    expected: str
    values: dict[str, Any]
    slot: int | None = None


class Faults:
    """A growing list of faults; ``found`` may be set aside while something is tried."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(
        self, code: str, node: Node, expected: str, slot: int | None = None, **values: Any
    ) -> None:
        """Add the fault *code* of *node*; *values* fill its message."""
        self.found.append(Fault(code, node, expected, values, slot))


def name_of(node: Node) -> str:
    """The name of *node* as a sentence speaks of it: with its prefix where it is none of TEI."""
    name = local(str(node.tag))
    return f"{node.prefix}:{name}" if node.prefix and node.tag != tei(name) else name
