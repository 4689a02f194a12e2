"""A page that stands by itself: it leads to nothing but a text and what pages need."""

from __future__ import annotations

from edition.publishing.assets import assets
from edition.publishing.document import Links, publish
from edition.tei.document import parse

_BESIDE = ("edition.css", "reading.js", "cite.js")


def page_alone(tei: bytes, name: str, text: str) -> bytes:
    """The page of *tei*, the document *name*; *text* is where its text edition lies, if it does."""
    links = Links(text=text, home="", cite="", citations="", facing="")
    return publish(parse(tei, f"{name}.xml"), outputs=["html"], links=links).html.encode()


def beside_page() -> dict[str, bytes]:
    """What such a page needs, by the path from it."""
    made = assets()
    return {f"assets/{it}": made[f"assets/{it}"] for it in _BESIDE}
