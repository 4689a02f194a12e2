"""A survey of the pages of a site: how many and how large, and where their links lead.

Only what is in the pages is told: nothing is asked of a network. It is what Project Endings asks
of a site: that it is static, needs no other host, and that its links lead somewhere.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit
from zlib import crc32

from lxml import etree

# What a browser fetches by itself: element, attribute.
_FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "audio": "src",
    "video": "src",
    "source": "src",
    "track": "src",
    "embed": "src",
    "object": "data",
}
_FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload"})
_MOST_NAMED = 20
_NUMBER = array("q").itemsize  # bytes
_IDENTIFIERS = etree.XPath("//@id[. != '']", smart_strings=False)
_ADDRESSES = etree.XPath("(//a | //area | //link)/@href[. != '']", smart_strings=False)
_SCRIPTS = etree.XPath("//script[not(@type) or @type = 'text/javascript']")
_FETCHING = etree.XPath(" | ".join(f"//{tag}" for tag in [*_FETCHED, "link"]))


class PageSurvey(NamedTuple):
    """What is in one page. Identifiers and targets are numbers: a site has very many.

    *identifiers* has those of eight bytes each, as this machine has them, in order;
    *links* are (path below the site, number of a fragment or 0), *fetched* what a browser asks of
    another host by itself, *away* the links to other hosts.
    """

    size: int
    identifiers: bytes
    links: tuple[tuple[str, int], ...]
    links_here: int
    dead_here: int
    away: int
    scripts: int
    fetched: int


class Survey(NamedTuple):
    """What is in all pages; *dead* are links that lead nowhere, the first of them by page."""

    pages: int = 0
    size: int = 0
    largest: int = 0
    links: int = 0
    dead: int = 0
    dead_on: tuple[str, ...] = ()
    away: int = 0
    with_scripts: int = 0
    fetched: int = 0


def survey_page(path: str, data: bytes) -> PageSurvey:
    """What is in the page *data*, which lies at *path* below the site."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    identifiers = {_hash(name) for name in _IDENTIFIERS(root)}
    # Most links lead within the page, or where others lead, too.
    addresses: Counter[str] = Counter(_ADDRESSES(root))
    here = Counter({it[1:]: times for it, times in addresses.items() if it[:1] == "#" and it[1:]})
    others = {_split(it): times for it, times in addresses.items() if it[:1] != "#"}
    inside = [it for it in others if not it.scheme and not it.netloc and it.path]
    targets = {it: _target(path, it) for it in {split.path for split in inside}}
    there = dict.fromkeys((targets[it.path], _fragment(it.fragment)) for it in inside)
    return PageSurvey(
        size=len(data),
        identifiers=array("q", sorted(identifiers)).tobytes(),
        links=tuple(there),
        links_here=here.total(),
        dead_here=sum(times for it, times in here.items() if _hash(unquote(it)) not in identifiers),
        away=sum(times for it, times in others.items() if _leads_away(it)),
        scripts=len(_SCRIPTS(root)),
        fetched=sum(map(_is_fetched_from_elsewhere, _FETCHING(root))),
    )


def is_whole(page: PageSurvey) -> bool:
    """Whether what was noted of a *page* can be that."""
    return len(page.identifiers) % _NUMBER == 0


def survey_site(pages: Mapping[str, PageSurvey], is_there: Callable[[str], bool]) -> Survey:
    """What is in all *pages*, by path; *is_there* says whether there is another file."""
    files = {path for page in pages.values() for path, _ in page.links} - pages.keys()
    missing = {path for path in files if not is_there(path)}
    dead = {path: page.dead_here + _dead(page, pages, missing) for path, page in pages.items()}
    return Survey(
        pages=len(pages),
        size=sum(it.size for it in pages.values()),
        largest=max((it.size for it in pages.values()), default=0),
        links=sum(it.links_here + len(it.links) for it in pages.values()),
        dead=sum(dead.values()),
        dead_on=tuple(sorted(path for path, number in dead.items() if number))[:_MOST_NAMED],
        away=sum(it.away for it in pages.values()),
        with_scripts=sum(it.scripts > 0 for it in pages.values()),
        fetched=sum(it.fetched for it in pages.values()),
    )


def _dead(page: PageSurvey, pages: Mapping[str, PageSurvey], missing: Iterable[str]) -> int:
    """How many links from *page* to others lead nowhere."""
    return sum(
        path in missing
        or (fragment != 0 and path in pages and not _has(pages[path].identifiers, fragment))
        for path, fragment in page.links
    )


def _has(identifiers: bytes, wanted: int) -> bool:
    numbers = memoryview(identifiers).cast("q")
    at = bisect_left(numbers, wanted)
    return at < len(numbers) and numbers[at] == wanted


def _is_fetched_from_elsewhere(element: etree._Element) -> bool:
    tag = str(element.tag)
    address = element.get(_FETCHED[tag], "") if tag in _FETCHED else ""
    if tag == "link" and _FETCHED_RELATIONS & set((element.get("rel") or "").split()):
        address = element.get("href", "")
    split = _split(address)
    return bool(split.netloc) or split.scheme in ("http", "https")


def _leads_away(address: SplitResult) -> bool:
    """Whether *address* is elsewhere: what has all of itself in it, as an icon, is nowhere."""
    return address.scheme != "data" and bool(address.scheme or address.netloc)


def _split(address: str) -> SplitResult:
    """The parts of *address*; one that is none, "https://[::1/", leads away all the same."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", address, "", "", "")


def _target(path: str, link: str) -> str:
    return normpath(join(dirname(path), unquote(link)))


def _fragment(fragment: str) -> int:
    """A number for *fragment*; 0 for none, and for "documents=x": what a search is told."""
    return _hash(unquote(fragment)) if fragment and "=" not in fragment else 0


def _hash(name: str) -> int:
    """A number for *name*, the same in every process, and never 0."""
    data = name.encode("utf-8", "surrogatepass")
    return len(data) + 1 << 32 | crc32(data)
