"""The texts that a schema allows as a value: whether one is, and how to say which are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from lxml import etree
from lxml.etree import _Element as Node

from edition.checking.pattern import Value
from edition.tei.vocabulary import local

_RNG = "http://relaxng.org/ns/structure/1.0"
_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_FORMS = {
    "anyURI": "an address (URI) or a pointer such as #u1",
    "boolean": "true or false",
    "date": "a date such as 2023-01-18",
    "dateTime": "date and time such as 2023-01-18T16:30:00",
    "decimal": "a number such as 12.5",
    "double": "a number such as 12.5",
    "gYear": "a year such as 2023",
    "gYearMonth": "a month such as 2023-01",
    "gMonthDay": "a day of the year such as --01-18",
    "ID": "a new XML name: a letter or _, then letters, digits, “.”, “-” or “_”",
    "IDREF": "the id of an element of this file",
    "integer": "a whole number",
    "language": "a language tag such as en or ru",
    "Name": "an XML name",
    "NCName": "an XML name: a letter or _, then letters, digits, “.”, “-” or “_”",
    "NMTOKEN": "one word of letters, digits, “.”, “-”, “_” or “:”",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
    "string": "a text",
    "time": "a time such as 16:30:00",
    "token": "a text without a line end",
}
_LIMITS = {
    "minInclusive": "at least {}",
    "maxInclusive": "at most {}",
    "minExclusive": "more than {}",
    "maxExclusive": "less than {}",
    "length": "with {} characters",
    "minLength": "with at least {} characters",
    "maxLength": "with at most {} characters",
    "pattern": "of the form {}",
}


Defines = Mapping[str, Sequence[Node]]


def value_pattern(node: Node, defines: Defines) -> Value:
    """The pattern of *node*: a ``data``, ``value`` or ``list``; *defines* has what it refers to."""
    literal = _literal(node)
    if literal is not None:
        return Value(lambda text: _words(text) == literal, literal, f"“{literal}”")
    return Value(_asking_libxml2(node, defines), None, form(node, defines))


def form(node: Node, defines: Defines) -> str:
    """In plain words, what the pattern *node* of a value wants."""
    if documentation := _documentation(node):
        return documentation[0].lower() + documentation[1:].rstrip(".")
    match local(str(node.tag)):
        case "value":
            return f"“{_words(node.text or '')}”"
        case "data":
            return _form_of_data(node)
        case "ref":
            return _joined(defines[node.get("name", "")][0], defines)
        case "list":
            return f"one or more, with spaces between: {_joined(node, defines)}"
        case _:
            return _joined(node, defines)


def _documentation(node: Node) -> str:
    """What the schema says of the datatype that *node* makes up, alone or with others."""
    step = node.getparent()
    while step is not None and step.tag == f"{{{_RNG}}}choice":
        step = step.getparent()
    if step is None or step.tag != f"{{{_RNG}}}define":
        return ""
    return _words(step.findtext(_DOCUMENTATION) or "")


def _form_of_data(node: Node) -> str:
    name = node.get("type", "")
    limits = [
        _LIMITS[limit].format(param.text or "")
        for param in node.iterchildren(f"{{{_RNG}}}param")
        if (limit := param.get("name", "")) in _LIMITS
    ]
    plain = name in ("string", "token", "normalizedString") and limits
    return ", ".join(([] if plain else [_FORMS.get(name, name)]) + limits)


def _joined(node: Node, defines: Defines) -> str:
    children = (child for child in node if str(child.tag).startswith(f"{{{_RNG}}}"))
    return " or ".join(form(child, defines) for child in children)


def _literal(node: Node) -> str | None:
    """The one text that *node* allows, white space apart; None if it is not so simple."""
    if local(str(node.tag)) != "value" or node.get("type", "token") != "token":
        return None
    return _words(node.text or "")


def _words(text: str) -> str:
    return " ".join(text.split())


def _asking_libxml2(node: Node, defines: Defines) -> Callable[[str], bool]:
    """A function that says whether a text matches *node*, by libxml2's judgement."""
    lines = [node, *node.iterancestors()]
    library = next(
        (step.get("datatypeLibrary") for step in lines if step.get("datatypeLibrary")), ""
    )
    schema = etree.Element(f"{{{_RNG}}}element", name="v", datatypeLibrary=library or "")
    attribute = etree.SubElement(schema, f"{{{_RNG}}}attribute", name="v")
    attribute.append(_without_refs(node, defines))

    @cache
    def compiled() -> etree.RelaxNG:
        return etree.RelaxNG(schema)

    @cache
    def matches(text: str) -> bool:
        trial = etree.Element("v")
        try:
            trial.set("v", text)
        except ValueError:
            return False
        return bool(compiled().validate(trial))

    return matches


def _without_refs(node: Node, defines: Defines) -> Node:
    """A copy of *node* in which each ``ref`` is the ``group`` of what it refers to."""
    if local(str(node.tag)) == "ref":
        copy = etree.Element(f"{{{_RNG}}}group")
        children: Iterable[Node] = defines[node.get("name", "")][0]
    else:
        copy = etree.Element(str(node.tag), dict(node.attrib))
        copy.text = node.text
        children = node
    for child in children:
        if str(child.tag).startswith(f"{{{_RNG}}}"):
            copy.append(_without_refs(child, defines))
    return copy
