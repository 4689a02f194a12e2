"""What a browser would fetch for a page from elsewhere; no page of an edition has any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from edition.tei.vocabulary import local

_FETCHED = frozenset({"src", "srcset", "poster", "data", "background", "manifest", "lowsrc"})
_SUBMITTED = frozenset({"action", "formaction", "ping"})
_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest"}) | {
    "dns-prefetch",
    "preconnect",
    "prerender",
    "apple-touch-icon",
}
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})", re.IGNORECASE)
_IN_STYLE = re.compile(r"(?:url|src|image-set|image)\s*\(|@import|\\", re.IGNORECASE)
_SCRIPT = re.compile(r"[\s\x00-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
_FRAMES = frozenset({"base", "iframe", "object", "embed", "frame", "applet"})
_ANIMATIONS = frozenset({"set", "animate"})
# Attributes of SVG that are rules of style.
_PAINTED = frozenset({"fill", "stroke", "filter", "mask", "clip-path", "cursor"}) | {
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
}
_PAINT = re.compile(r"url\s*\(\s*[\"']?\s*(?!#)[^\s\"'#]|\\", re.IGNORECASE)


def fetched_by(page: str) -> list[str]:
    """What the HTML *page* would have a browser fetch from elsewhere, or run as a script."""
    try:
        root = etree.fromstring(page.removeprefix("<!DOCTYPE html>").encode())
    except etree.XMLSyntaxError as error:
        return [f"markup that is not well-formed ({error.msg})"]
    return [what for element in root.iter(etree.Element) for what in _of(element)]


def _of(element: Element) -> Iterator[str]:
    name = local(str(element.tag)).lower()
    for key, said in element.attrib.items():
        attribute, value = local(str(key)).lower(), str(said)
        if attribute.startswith("on"):
            yield f"@{attribute}"
        elif _SCRIPT.match(value) or _is_fetched(element, name, attribute, value):
            yield value
    if name in _FRAMES or (name in _ANIMATIONS and "href" in element.get("attributeName", "")):
        yield f"<{name}>"
    if name == "meta" and element.get("http-equiv", "").lower() == "refresh":
        yield "<meta http-equiv=refresh>"
    if name == "style" and _IN_STYLE.search("".join(element.itertext())):
        yield "<style>"
    is_data = element.get("type") in ("application/ld+json", "application/json")
    if name == "script" and not is_data and "".join(element.itertext()).strip():
        yield "<script>"


def _is_fetched(element: Element, name: str, attribute: str, value: str) -> bool:
    if attribute == "style":
        return bool(_IN_STYLE.search(value))
    if attribute == "href":
        is_link = name == "link" and not _LINKS.isdisjoint(element.get("rel", "").lower().split())
        is_loaded = is_link or name in ("image", "use", "feimage", "script")
        return is_loaded and not _is_within(value)
    if attribute in _FETCHED | _SUBMITTED:
        return not _is_within(value)
    return attribute in _PAINTED and bool(_PAINT.search(value))


def _is_within(address: str) -> bool:
    """Whether *address* is of a file of the edition, or the thing itself."""
    return address.lstrip().lower().startswith("data:image/") or not any(
        _ELSEWHERE.match(part) for part in address.split(",")
    )
