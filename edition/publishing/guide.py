"""The encoding guide among the pages of an edition: its chapters on several pages, none too heavy.

In ``schemas/`` it is one file, for an editor who works there. Here its pages look as the others and
lead back to the edition. Its identifiers stay: where one is on another page, the contents on the
first lead from it to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.pages import made_pages, part_address
from edition.resources import ABOUT

FIRST = "guide.html"
_MOST_BYTES = 110_000  # of chapters on a page, if there is more than one
_XHTML = "http://www.w3.org/1999/xhtml"
_LINKS = etree.XPath("//a[starts-with(@href, '#')]")
_IDENTIFIERS = etree.XPath(".//@id", smart_strings=False)


class Guide(NamedTuple):
    """The *pages* by their file names, and the *places*: on which each identifier is."""

    pages: dict[str, bytes]
    places: dict[str, str]


def guide_pages(html: bytes, *, language: str = "en") -> Guide:
    """The guide *html*, as the schema's compilation makes it, in pages of an edition.

    What stands around the guide is in *language*. Raises EditionError (P003, P004).
    """
    root = _parsed(html)
    groups = _together(root.findall("body/main/section"))
    places = {
        str(name): part_address(FIRST, n)
        for n, chapters in enumerate(groups, 1)
        for chapter in chapters
        for name in _IDENTIFIERS(chapter)
    }
    made = made_pages(ABOUT, _gathered(root, groups, places), language=language)
    pages = (page.encode() for _address, page in made)
    addresses = (part_address(FIRST, n) for n in range(1, len(groups) + 1))
    return Guide(dict(zip(addresses, pages, strict=True)), places)


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


def _gathered(
    root: Element, groups: list[list[Element]], places: Mapping[str, str]
) -> Iterator[Element]:
    """What there is on each page: the contents of the guide, and the chapters."""
    contents = root.find("body/nav/ol")
    for n, chapters in enumerate(groups, 1):
        page = etree.Element("guide", part=str(n), parts=str(len(groups)), first=FIRST)
        page.set("title", root.findtext("body/header/h1", ""))
        page.set("subtitle", root.findtext("body/header/p", ""))
        for address, key in ((n - 1, "before"), (n + 1, "after")):
            if 1 <= address <= len(groups):
                page.set(key, part_address(FIRST, address))
        page.extend(map(deepcopy, [*([] if contents is None else [contents]), *chapters]))
        _lead(page, part_address(FIRST, n), places)
        for element in page.iterdescendants(etree.Element):
            element.tag = etree.QName(_XHTML, str(element.tag))
        yield page


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
