"""One of the versions of a merged file, as what is compared: identifiers, words, shapes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import etree

from edition.checking.relaxng import check_grammar
from edition.resources import SCHEMAS
from edition.tei.document import parse

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TEI = "{http://www.tei-c.org/ns/1.0}"
_OF_FIGURES = frozenset({f"{_TEI}extent", f"{_TEI}tagsDecl"})
_BLOCKS = frozenset(
    ["text", "front", "body", "back", "div", "u", "seg", "p", "head", "docDate", "note"]
)
_OF_BLOCKS = frozenset([f"{_TEI}u", f"{_TEI}div", f"{_TEI}body"])
Shape = tuple[Any, ...]


class Version:
    """One of the four versions, as a tree."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.root = etree.fromstring(data)
        self.text = data.decode("utf-8-sig")

    @cached_property
    def by_id(self) -> dict[str, Any]:
        return {str(e.get(_XML_ID)): e for e in self.root.iter(etree.Element) if e.get(_XML_ID)}

    @cached_property
    def leaves(self) -> dict[str, Any]:
        """What has an identifier and holds nothing that has one."""
        return {
            name: e
            for name, e in self.by_id.items()
            if not any(d.get(_XML_ID) for d in e.iterdescendants(etree.Element))
        }

    @cached_property
    def shapes(self) -> dict[str, Shape]:
        return {name: shape(e) for name, e in self.leaves.items()}

    @cached_property
    def words(self) -> list[str]:
        """The words of the text; those of two blocks are never one."""
        text = self.root.find(f"{_TEI}text")
        return "".join(_pieces(text)).split() if text is not None else []

    @cached_property
    def holders(self) -> dict[str, str]:
        """The identifier around each."""
        found = {}
        for name, element in self.by_id.items():
            above = (a.get(_XML_ID) for a in element.iterancestors() if a.get(_XML_ID))
            found[name] = str(next(above, ""))
        return found

    @cached_property
    def broken(self) -> set[str]:
        pointed = set()
        for element in self.root.iter(etree.Element):
            for key, value in element.items():
                if key not in ("n", "key", "match"):
                    pointed |= {w[1:] for w in value.split() if w.startswith("#")}
        return pointed - self.by_id.keys()

    @cached_property
    def is_valid(self) -> bool:
        return not check_grammar(parse(self.data, "m.xml"), SCHEMAS / "edition.rng")


def _pieces(element: Any) -> Iterator[str]:
    is_block = etree.QName(element).localname in _BLOCKS
    above = element.getparent()
    is_block |= above is not None and above.tag in _OF_BLOCKS
    yield " " * is_block + (element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
    yield " " * is_block


def shape(element: Any) -> Shape:
    """An element to the character, whatever its prefix and the quotes around its values."""
    inner = []
    for child in element:
        inner.append(shape(child))
        inner.append((child.tail or "",))
    kind = element.tag if isinstance(element.tag, str) else str(element.tag)
    attributes = tuple(sorted(element.attrib.items())) if isinstance(element.tag, str) else ()
    return (kind, attributes, element.text or "", *inner)


def loose(found: Shape) -> Shape:
    """*found* with the white space between words as one space, and none between elements."""
    kind, attributes, text, *inner = found
    parts: list[Any] = [kind, attributes, " ".join(text.split())]
    parts += [loose(part) if len(part) > 2 else " ".join(part[0].split()) for part in inner]
    return tuple(parts)


def without_figures(data: bytes) -> Shape:
    """The file without the figures of its header."""
    root = etree.fromstring(data)
    for element in list(root.iter(*_OF_FIGURES)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return shape(root)
