"""The notes of a web page to which a mark in its text links: "the crane.<a href="#n1">1</a>"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from edition.transcript.inputs.html_lines import is_block, tags

_MARK = re.compile(r"\W?(?:note )?([0-9]{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,4})\W?", re.IGNORECASE)
_BEGIN = re.compile(r"[\W_]{0,4}?([0-9]{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,4})(?!\w)", re.IGNORECASE)
_LONGEST = 60  # characters of a block that show how it begins
_NO_NOTES = tags("article body h1 h2 h3 h4 h5 h6 html main td th tr")


class _Link(NamedTuple):
    """A link inside the page: its element and *words*, the blocks where it stands and leads."""

    element: HtmlElement
    words: str
    source: HtmlElement
    target: HtmlElement


class References(NamedTuple):
    """The elements of a page that refer to its notes, and those notes."""

    marks: frozenset[HtmlElement]
    notes: frozenset[HtmlElement]


def references_in(root: HtmlElement) -> References:
    """The marks in the page *root* that refer to notes, and the notes.

    A mark links to each from above, where it is raised, in brackets or right behind words; the
    note begins with the same mark, or links back to where it came from.
    """
    links = list(_links_in(root))
    if not links:
        return References(frozenset(), frozenset())
    order = {element: number for number, element in enumerate(root.iter())}
    references = [
        link
        for link in links
        if order[link.target] > order[link.source]
        and link.target.tag not in _NO_NOTES
        and _is_reference(link)
    ]
    back = _links_back(links, {link.target for link in references})
    sure = [link for link in references if _is_marked(link) or (link.target, link.source) in back]
    return References(
        frozenset(_raised(link.element) for link in sure), frozenset(link.target for link in sure)
    )


def _raised(element: HtmlElement) -> HtmlElement:
    """The element around the link *element* that raises it, or itself."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == "sup" and len(parent) == 1 else element


def _is_reference(link: _Link) -> bool:
    """Whether *link* is a mark behind words, and no number of a paragraph or in a sentence."""
    if _MARK.fullmatch(link.words) is None or _beginning(link.source).startswith(link.words):
        return False
    before, parent = link.element.getprevious(), link.element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    is_raised = "sup" in (parent.tag if parent is not None else "", *(e.tag for e in link.element))
    return is_raised or link.words.startswith(("[", "(")) or not (text or "").endswith((" ", "\n"))


def _is_marked(link: _Link) -> bool:
    """Whether the block to which *link* leads begins with the same mark."""
    mark, begin = _MARK.fullmatch(link.words), _BEGIN.match(_beginning(link.target))
    return mark is not None and begin is not None and begin[1].lower() == mark[1].lower()


def _links_back(
    links: list[_Link], notes: set[HtmlElement]
) -> set[tuple[HtmlElement, HtmlElement]]:
    """Which of *notes* hold a link, and the blocks to which those lead."""
    return {
        (around, link.target)
        for link in links
        for around in (link.source, *link.source.iterancestors())
        if around in notes
    }


def _links_in(root: HtmlElement) -> Iterator[_Link]:
    """The links of the page from one of its blocks to another."""
    anchors: dict[str, HtmlElement] = {}
    links: list[HtmlElement] = []
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                anchors.setdefault(name, element)
        if element.tag == "a" and element.get("href", "").startswith("#"):
            links.append(element)
    for element in links:
        name = element.get("href", "")[1:]
        if name not in anchors:
            continue
        source, target = _block_of(element), _block_of(anchors[name])
        if source is not target:
            yield _Link(element, _beginning(element), source, target)


def _block_of(element: HtmlElement) -> HtmlElement:
    """The block in which *element* stands, or which it is."""
    while not is_block(element) and (parent := element.getparent()) is not None:
        element = parent
    return element


def _beginning(element: HtmlElement) -> str:
    """The first words of *element*, some characters of them."""
    words = ""
    for text in element.itertext():
        words += text[:_LONGEST]
        if len(words) > _LONGEST:
            break
    return " ".join(words.split())
