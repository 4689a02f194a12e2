"""The feed of the documents that were published or changed last (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.harvesting.site import Site, Work, add, xml

_NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 100  # documents in the feed
PATH = "feed.xml"


def feed(site: Site, works: Sequence[Work]) -> bytes | None:
    """The feed of those of *works* of which a day is known; None where there are none.

    A feed has an author: where neither the documents nor the edition name anybody there is none.
    """
    dated = sorted(
        (work for work in works if work.reference.dated and _authors(site, work)),
        key=lambda work: (work.reference.dated, work.record.name),
        reverse=True,
    )
    if not dated:
        return None
    root = etree.Element(f"{{{_NAMESPACE}}}feed", nsmap={None: _NAMESPACE})
    add(root, "title", site.name)
    add(root, "id", site.at("html/index.html"))
    add(root, "link", rel="self", href=site.at(PATH), type="application/atom+xml")
    add(root, "link", rel="alternate", href=site.at("html/index.html"), type="text/html")
    add(root, "updated", _moment(dated[0].reference.dated))
    for work in dated[:MOST]:
        _entry(add(root, "entry"), site, work)
    return xml(root)


def _entry(entry: Element, site: Site, work: Work) -> None:
    reference = work.reference
    add(entry, "title", reference.title)
    add(entry, "id", site.at(work.page))
    add(entry, "link", rel="alternate", href=site.at(work.page), type="text/html")
    for media_type, path in work.media():
        add(entry, "link", rel="enclosure", href=site.at(path), type=media_type)
    add(entry, "updated", _moment(reference.dated))
    for name in _authors(site, work):
        add(add(entry, "author"), "name", name)
    told = ", ".join(filter(None, (reference.date, reference.place)))
    changes = [change.what for change in reference.changes if change.when == reference.dated]
    if summary := "\n".join(filter(None, (told, *changes))):
        add(entry, "summary", summary)


def _authors(site: Site, work: Work) -> list[str]:
    people = work.reference.authors or work.reference.editors
    names = [name.name for name in people] or [work.reference.publisher or site.publisher]
    return [name for name in names if name]


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
