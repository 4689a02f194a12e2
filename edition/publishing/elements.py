"""The TEI elements of an edition: how often each is used, and where first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID, local, tei

# Annotation that keeps no identifier on a page: xslt/html/tokens.xsl.
_OF_ANNOTATION = [
    "w",
    "pc",
    "c",
    "m",
    "g",
    "linkGrp",
    "link",
    "spanGrp",
    "interpGrp",
    "joinGrp",
    "fs",
]
_WITHOUT_PLACE = frozenset(map(tei, _OF_ANNOTATION))
_LONGEST = 320  # characters of an example


class Use(NamedTuple):
    """How often an element is used in a text, and where the pages have the first.

    That is the nearest identifier that they keep, or ''.
    """

    number: int
    place: str


class Example(NamedTuple):
    """An element as it stands in a document: its markup, in short, and what to link to."""

    markup: str
    page: str


def uses(root: Element) -> dict[str, Use]:
    """The elements in the text of the TEI element *root*, by name."""
    text = root.find(tei("text"))
    found: dict[str, Use] = {}
    for element in text.iter(f"{{{TEI_NAMESPACE}}}*") if text is not None else ():
        name = local(str(element.tag))
        known = found.get(name)
        found[name] = Use(known.number + 1, known.place) if known else Use(1, _place(element))
    return found


def examples(root: Element, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The first of each of the *wanted* elements in the text of *root*: name, markup in short."""
    text = root.find(tei("text"))
    seen: set[str] = set()
    for element in text.iter(f"{{{TEI_NAMESPACE}}}*") if text is not None else ():
        name = local(str(element.tag))
        if name in wanted and name not in seen:
            seen.add(name)
            yield name, _short(element)


def _place(element: Element) -> str:
    """The identifier of *element*, or of the nearest around it, that the pages keep."""
    around = [element, *element.iterancestors(f"{{{TEI_NAMESPACE}}}*")]
    outermost = max((n for n, it in enumerate(around) if it.tag in _WITHOUT_PLACE), default=-1)
    return next((name for it in around[outermost + 1 :] if (name := it.get(XML_ID))), "")


def _short(element: Element) -> str:
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    written = written.replace(f' xmlns="{TEI_NAMESPACE}"', "", 1)
    line = " ".join(written.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
