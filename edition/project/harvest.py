"""What other services read of the edition, where ``edition.toml`` says where it lies on the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.diagnostic import Diagnostic, Place, diagnostic
from edition.project.site import Gathering
from edition.publishing.data import Data
from edition.publishing.harvesting import Site, Work
from edition.publishing.harvesting.atom import PATH, feed
from edition.publishing.harvesting.beacon import beacons
from edition.publishing.harvesting.dts import entry_and_collections, navigation
from edition.publishing.harvesting.oai import answers
from edition.publishing.harvesting.sitemap import sitemaps
from edition.settings import Settings


class Harvest:
    """Takes one document after another, and makes the files of all."""

    def __init__(self, settings: Settings) -> None:
        edition = settings.edition
        self._site = Site(edition.url, edition.title, edition.publisher, edition.contact)
        self._works: list[Work] = []

    def of_document(self, data: Data) -> dict[str, bytes]:
        """The files of one document, by path; none where the edition has no address."""
        return navigation(self._site, data) if self._site.address else {}

    def add(self, data: Data) -> None:
        """Add a document to those that the files of all tell of."""
        self._works.append(Work(data.document, data.reference))

    def sitemaps(self, pages: Iterable[str]) -> dict[str, bytes]:
        """The sitemap of *pages*, the paths of all that there are."""
        if not self._site.address:
            return {}
        changed = {work.page: work.reference.dated for work in self._works}
        days = {page: day for page, day in changed.items() if day}
        return sitemaps(self._site, sorted(pages), days)

    def of_all(self, gathering: Gathering) -> dict[str, bytes]:
        """The files of the whole edition but the sitemap, by path."""
        if not self._site.address:
            return {}
        made = {}
        if (entries := feed(self._site, self._works)) is not None:
            made[PATH] = entries
        made |= answers(self._site, self._works)
        made |= beacons(self._site, gathering.named())
        return made | entry_and_collections(self._site, self._works)

    def findings(self, place: Place) -> Iterator[Diagnostic]:
        """What is not made, and why."""
        if not self._site.address:
            yield diagnostic("M109", place)
            return
        if not self._site.contact:
            yield diagnostic("M110", place)
        undated = [work.record.name for work in self._works if not work.reference.dated]
        if undated:
            yield diagnostic("M111", place, count=len(undated), first=undated[0])
