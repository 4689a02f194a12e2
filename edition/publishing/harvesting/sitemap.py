"""The sitemap: every page, for search engines (sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from edition.publishing.harvesting.site import Site, add, xml

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses of one file, says the protocol


def sitemaps(site: Site, pages: Iterable[str], changed: Mapping[str, str]) -> dict[str, bytes]:
    """The sitemap of *pages*, paths below ``output/``; *changed* is the day of some of them.

    There are several, and one that lists these, where one may not hold all.
    """
    every = list(pages)
    if len(every) <= MOST:
        return {"sitemap.xml": _sitemap(site, every, changed)}
    parts = [every[start : start + MOST] for start in range(0, len(every), MOST)]
    made = {
        f"sitemap-{number}.xml": _sitemap(site, part, changed)
        for number, part in enumerate(parts, start=1)
    }
    root = etree.Element(f"{{{_NAMESPACE}}}sitemapindex", nsmap={None: _NAMESPACE})
    for name in made:
        add(add(root, "sitemap"), "loc", site.at(name))
    return made | {"sitemap.xml": xml(root)}


def _sitemap(site: Site, pages: Sequence[str], changed: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_NAMESPACE}}}urlset", nsmap={None: _NAMESPACE})
    for page in pages:
        url = add(root, "url")
        add(url, "loc", site.at(page))
        if page in changed:
            add(url, "lastmod", changed[page])
    return xml(root)
