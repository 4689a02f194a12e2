"""What the schema allows where, read from the ODD: for tests that try every element."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from edition.resources import SCHEMAS
from tests.publishing.reading import TEI

_SPECIFICATIONS = {
    str(spec.get("ident")): spec
    for kind in ("elementSpec", "classSpec", "macroSpec")
    for spec in etree.parse(SCHEMAS / "edition.odd").iter(f"{TEI}{kind}")
}
ELEMENTS = {name for name, spec in _SPECIFICATIONS.items() if spec.tag == f"{TEI}elementSpec"}


@cache
def children(element: str) -> frozenset[str]:
    """The elements that may stand in *element*."""
    return frozenset(_named(_SPECIFICATIONS[element])) - {""}


@cache
def has_words(element: str) -> bool:
    """Whether words may stand in *element*."""
    return "" in _named(_SPECIFICATIONS[element])


@cache
def below(element: str) -> dict[str, tuple[str, ...]]:
    """Every element that may stand somewhere in *element*, with the shortest way to it."""
    ways: dict[str, tuple[str, ...]] = {element: (element,)}
    for outer in (queue := [element]):
        for inner in sorted(children(outer) - ways.keys()):
            ways[inner] = (*ways[outer], inner)
            queue.append(inner)
    return ways


def _named(spec: etree._Element) -> Iterator[str]:
    """The elements that the content of *spec* names; '' for words."""
    for part in spec.iterfind(f"{TEI}content//*"):
        if part.tag == f"{TEI}textNode":
            yield ""
        elif part.tag == f"{TEI}elementRef":
            yield str(part.get("key"))
        elif part.tag == f"{TEI}classRef":
            yield from _members(str(part.get("key")))
        elif part.tag == f"{TEI}macroRef":
            yield from _named(_SPECIFICATIONS[str(part.get("key"))])


def _members(model: str) -> Iterator[str]:
    for name, spec in _SPECIFICATIONS.items():
        if spec.find(f"{TEI}classes/{TEI}memberOf[@key='{model}']") is not None:
            if spec.tag == f"{TEI}classSpec":
                yield from _members(name)
            else:
                yield name
