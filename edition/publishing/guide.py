"""The encoding guide among the pages of an edition: its chapters on several pages, none too heavy.

In ``schemas/`` it is one file, for an editor who works there. Here its pages look as the others and
lead back to the edition. Its identifiers stay: where one is on another page, the contents on the
first lead from it to that. The stylesheet makes what stands around the chapters, and leaves their
places free: half a megabyte would go through it to come out as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.pages import made_pages, part_address
from edition.resources import ABOUT

FIRST = "guide.html"
_MOST_BYTES = 110_000  # of chapters on a page, if there is more than one
_DOCTYPE = "<!DOCTYPE html>"
_LINKS = etree.XPath("//a[starts-with(@href, '#')]")
_IDENTIFIERS = etree.XPath(".//@id", smart_strings=False)
_PLACE_OF_CONTENTS = etree.XPath("//*[@id = 'contents']/nav")
_PLACE_OF_CHAPTERS = etree.XPath("//nav[@class = 'parts']")


class Guide(NamedTuple):
    """The *pages* by their file names, and the *places*: on which each identifier is."""

    pages: Mapping[str, bytes]
    places: Mapping[str, str]


@lru_cache(maxsize=1)  # of builds in one process, each asks for the same
def guide_pages(html: bytes, *, language: str = "en") -> Guide:
    """The guide *html*, as the schema's compilation makes it, in pages of an edition.

    What stands around the guide is in *language*. Raises EditionError (P003, P004).
    """
    root = _parsed(html)
    groups = _together(root.findall("body/main/section"))
    contents = root.find("body/nav/ol")
    places = {
        str(name): part_address(FIRST, n)
        for n, chapters in enumerate(groups, 1)
        for chapter in chapters
        for name in _IDENTIFIERS(chapter)
    }
    pages: dict[str, bytes] = {}
    around = made_pages(ABOUT, _around(root, len(groups)), language=language)
    for n, ((_address, page), chapters) in enumerate(zip(around, groups, strict=True), 1):
        address = part_address(FIRST, n)
        filled = _filled(_parsed(page.encode()), contents, chapters)
        _lead(filled, address, places)
        pages[address] = etree.tostring(filled, method="html", encoding="utf-8", doctype=_DOCTYPE)
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


def _around(root: Element, parts: int) -> Iterator[Element]:
    """What there is to say around the chapters of each of so many *parts*."""
    for n in range(1, parts + 1):
        page = etree.Element("guide", part=str(n), parts=str(parts))
        page.set("title", root.findtext("body/header/h1", ""))
        page.set("subtitle", root.findtext("body/header/p", ""))
        for address, key in ((n - 1, "before"), (n + 1, "after")):
            if 1 <= address <= parts:
                page.set(key, part_address(FIRST, address))
        yield page


def _filled(page: Element, contents: Element | None, chapters: list[Element]) -> Element:
    """*page* with the contents of the guide and its *chapters* in their places."""
    [place] = _PLACE_OF_CONTENTS(page)
    if contents is not None:
        place.append(deepcopy(contents))
    [place] = _PLACE_OF_CHAPTERS(page)
    for chapter in chapters:
        chapter.tail = None
        place.addprevious(chapter)
    return page


def _lead(page: Element, address: str, places: Mapping[str, str]) -> None:
    """Let the links of *page*, at *address*, lead to the page that has what they mean."""
    here = {str(name) for name in _IDENTIFIERS(page)}
    for link in _LINKS(page):
        name = link.get("href")[1:]
        if (other := places.get(name, address)) != address:
            link.set("href", f"{other}#{name}")
            if address == FIRST and name not in here and link.getparent().tag == "li":
                link.set("id", name)
                here.add(name)
