"""The encoding guide among the pages of an edition: its chapters on several pages, none too heavy.

In ``schemas/`` it is one file, for an editor who works there. Its identifiers stay: where one is on
another page, the contents on the first lead from it to that.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.pages import part_address

FIRST = "guide.html"
_MOST_BYTES = 110_000  # of chapters on a page, if there is more than one
_LINKS = etree.XPath("//a[starts-with(@href, '#')]")
_IDENTIFIERS = etree.XPath(".//@id", smart_strings=False)


class Guide(NamedTuple):
    """The *pages* by their file names, and the *places*: on which each identifier is."""

    pages: dict[str, bytes]
    places: dict[str, str]


def guide_pages(html: bytes) -> Guide:
    """The guide *html*, as the schema's compilation makes it, in pages."""
    root = _parsed(html)
    groups = _together(root.findall("body/main/section"))
    places = {
        str(name): part_address(FIRST, n)
        for n, chapters in enumerate(groups, 1)
        for chapter in chapters
        for name in _IDENTIFIERS(chapter)
    }
    first = 0
    pages = {}
    for n, chapters in enumerate(groups, 1):
        address = part_address(FIRST, n)
        pages[address] = _page(root, range(first, first + len(chapters)), address, places)
        first += len(chapters)
    return Guide(pages, places)


def _parsed(html: bytes) -> Element:
    return etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))


def _together(chapters: list[Element]) -> list[list[Element]]:
    """*chapters* page by page, in their order."""
    groups: list[list[Element]] = [[]]
    reached = 0
    for chapter in chapters:
        size = len(etree.tostring(chapter, encoding="utf-8"))
        if groups[-1] and reached + size > _MOST_BYTES:
            groups.append([])
            reached = 0
        groups[-1].append(chapter)
        reached += size
    return groups


def _page(root: Element, kept: range, address: str, places: Mapping[str, str]) -> bytes:
    page = deepcopy(root)
    main = page.find("body/main")
    for n, chapter in enumerate(page.findall("body/main/section")):
        if main is not None and n not in kept:
            main.remove(chapter)
    here = {str(name) for name in _IDENTIFIERS(page)}
    for link in _LINKS(page):
        name = link.get("href")[1:]
        if (other := places.get(name, address)) != address:
            link.set("href", f"{other}#{name}")
            if address == FIRST and name not in here and link.getparent().tag == "li":
                link.set("id", name)
                here.add(name)
    written: bytes = etree.tostring(
        page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>"
    )
    return written + b"\n"
