"""What the ODD says about elements, attributes and rules, as values.

Descriptions are plain text: ``<u>`` for an element, ``@who`` for an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from edition.schema.compilation import ODD
from edition.tei.document import read_document
from edition.tei.vocabulary import TEI_NAMESPACE

_NAMES = {
    "t": TEI_NAMESPACE,
    "e": "http://www.tei-c.org/ns/Examples",
    "s": "http://purl.oclc.org/dsdl/schematron",
}
_SIGNS = {"gi": "<{}>", "tag": "<{}>", "att": "@{}", "val": "“{}”"}


@dataclass(frozen=True)
class AttributeKnowledge:
    """An attribute: *values* maps each listed value to its meaning; *closed* admits no other."""

    name: str
    description: str
    required: bool
    values: dict[str, str]
    closed: bool


@dataclass(frozen=True)
class RuleKnowledge:
    """A rule: its number, such as S301, what it demands, and the element or class it is for.

    *hints* say what to do where something is otherwise, one for each way in which it can be.
    """

    code: str
    description: str
    owner: str
    hints: tuple[str, ...]


@dataclass(frozen=True)
class ElementKnowledge:
    """An element: its own attributes first, then those that it shares with others."""

    name: str
    gloss: str
    description: str
    attributes: tuple[AttributeKnowledge, ...]
    rules: tuple[RuleKnowledge, ...]
    examples: tuple[str, ...]


def elements() -> tuple[str, ...]:
    """The names of all elements, in the order of the guide."""
    return tuple(_declarations("elementSpec"))


def describe(element: str) -> ElementKnowledge:
    """What the ODD says about *element*. Raises KeyError where it has no such element."""
    spec = _declarations("elementSpec")[element]
    return ElementKnowledge(
        name=element,
        gloss=_prose(spec, "gloss"),
        description=_prose(spec, "desc"),
        attributes=tuple(_attributes(spec)),
        rules=tuple(rule for rule in rules() if rule.owner == element),
        examples=tuple(_example(sample) for sample in spec.iterfind("t:exemplum/e:egXML", _NAMES)),
    )


@cache
def rules() -> tuple[RuleKnowledge, ...]:
    """All rules, in the order of their numbers."""
    found = [
        RuleKnowledge(
            code=str(spec.get("ident")).partition("-")[0],
            description=_prose(spec, "desc"),
            owner=str(parent.get("ident")),
            hints=tuple(dict.fromkeys(_hints(spec))),
        )
        for kind in ("elementSpec", "classSpec")
        for parent in _declarations(kind).values()
        for spec in parent.iterfind("t:constraintSpec", _NAMES)
    ]
    return tuple(sorted(found, key=lambda rule: rule.code))


def _hints(spec: etree._Element) -> Iterator[str]:
    """What the messages of the rule *spec* say behind “Hint:”."""
    for test in spec.iterfind(".//s:*", _NAMES):
        _, _, hint = " ".join("".join(test.itertext()).split()).partition("Hint: ")
        if hint and etree.QName(test).localname in ("assert", "report"):
            yield hint


@cache
def _declarations(kind: str) -> dict[str, etree._Element]:
    root = read_document(ODD).root
    return {str(spec.get("ident")): spec for spec in root.iter(f"{{{TEI_NAMESPACE}}}{kind}")}


def _attributes(spec: etree._Element) -> Iterator[AttributeKnowledge]:
    for attribute in spec.iterfind("t:attList/t:attDef", _NAMES):
        listed = _listed_values(attribute)
        items = () if listed is None else listed.iterfind("t:valItem", _NAMES)
        yield AttributeKnowledge(
            name=str(attribute.get("ident")),
            description=_prose(attribute, "desc"),
            required=attribute.get("usage") == "req",
            values={str(item.get("ident")): _prose(item, "desc") for item in items},
            closed=listed is not None and listed.get("type") == "closed",
        )
    for member in spec.iterfind("t:classes/t:memberOf", _NAMES):
        parent = _declarations("classSpec")[str(member.get("key"))]
        if parent.get("type") == "atts":
            yield from _attributes(parent)


def _listed_values(attribute: etree._Element) -> etree._Element | None:
    """The list of values of *attribute*: its own, or that of its datatype."""
    own = attribute.find("t:valList", _NAMES)
    reference = attribute.find("t:datatype/t:dataRef[@key]", _NAMES)
    if own is not None or reference is None:
        return own
    datatype = _declarations("dataSpec")[str(reference.get("key"))]
    return datatype.find("t:content/t:valList", _NAMES)


def _prose(spec: etree._Element, child: str) -> str:
    found = spec.find(f"t:{child}", _NAMES)
    return "" if found is None else " ".join(_plain(found).split())


def _plain(node: etree._Element) -> str:
    inner = (node.text or "") + "".join(_plain(child) + (child.tail or "") for child in node)
    return _SIGNS.get(etree.QName(node).localname, "{}").format(inner)


def _example(sample: etree._Element) -> str:
    """The example as it would stand in a file: no namespace, its first line at the margin."""
    text = etree.tostring(sample, encoding="unicode", with_tail=False)
    lines = text[text.index(">") + 1 : text.rindex("</")].strip("\n").rstrip().split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[margin:] if line[:margin].isspace() else line for line in lines)
