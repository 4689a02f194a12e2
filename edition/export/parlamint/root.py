"""The root of a ParlaMint corpus: the header of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from edition.export.parlamint.building import add, is_date
from edition.export.parlamint.component import Component
from edition.export.parlamint.header import (
    add_extent,
    add_publication,
    add_responsible,
    add_setting,
    add_tags,
    address_of,
    editors,
)
from edition.export.parlamint.wording import wording
from edition.header.corpus import INCLUDE, add_includes
from edition.settings import Settings
from edition.tei.statements import statements
from edition.tei.vocabulary import TEI_NAMESPACE, XML_ID, XML_LANG, tei


@dataclass
class Totals:
    """What is said of all components together, gathered one by one."""

    speeches: int = 0
    words: int = 0
    tags: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    origins: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: set[str] = field(default_factory=set)
    first: str = ""
    last: str = ""
    last_change: str = ""

    def add(self, made: Component) -> None:
        """Add a component."""
        self.speeches += made.speeches
        self.words += made.words
        self.tags.update(made.tags)
        self.languages[made.language] += 1
        self.origins.update(made.origins)
        self.places.update(made.places)
        self.first = min(self.first or made.date, made.date)
        self.last = max(self.last, made.date)
        self.last_change = max(self.last_change, made.last_change)


def parlamint_root(
    settings: Settings,
    name: str,
    totals: Totals,
    taxonomies: Iterable[str],
    lists: Sequence[str],
) -> Element:
    """The ``teiCorpus`` called *name*, without components yet.

    It includes the files of *taxonomies*, and of its own *lists* in this order.
    """
    root = etree.Element(tei("teiCorpus"), nsmap={None: TEI_NAMESPACE, "xi": INCLUDE})
    root.set(XML_ID, name)
    root.set(XML_LANG, min(totals.languages, key=lambda it: (-totals.languages[it], it)))
    header = add(root, "teiHeader")
    header.set(XML_LANG, "en")
    _file(add(header, "fileDesc"), settings, name, totals)
    encoding = add(header, "encodingDesc")
    add(add(encoding, "projectDesc"), "p", wording()["statements"]["project"])
    editorial = add(encoding, "editorialDecl")
    for kind in ("correction", "normalization", "hyphenation", "quotation", "segmentation"):
        text = wording()["statements"].get(kind) or statements()[kind]
        add(add(editorial, kind), "p", text)
    add_tags(encoding, totals.tags)
    add_includes(add(encoding, "classDecl"), (f"{it}.xml" for it in taxonomies))
    profile = add(header, "profileDesc")
    add_setting(profile, sorted(totals.places), totals.first, totals.last)
    add_includes(add(profile, "particDesc"), (f"{name}-{it}.xml" for it in lists))
    usage = add(profile, "langUsage")
    for tag in sorted(totals.languages):
        add(usage, "language", statements()["languages"].get(tag, tag), ident=tag)
    if is_date(totals.last_change) and len(totals.last_change) == len("2026-01-31"):
        text = statements()["corpus"]["change"]
        add(add(header, "revisionDesc"), "change", text, when=totals.last_change)
    return root


def _file(parent: Element, settings: Settings, name: str, totals: Totals) -> None:
    edition = settings.edition
    titles = add(parent, "titleStmt")
    add(titles, "title", f"{edition.title} [{name}]", type="main")
    add(titles, "meeting", wording()["statements"]["meetings"], ana="#meeting")
    add_responsible(titles, editors(settings))
    add(add(titles, "funder"), "orgName", settings.parlamint.funder)
    add(add(parent, "editionStmt"), "edition", edition.version)
    add_extent(parent, totals.speeches, totals.words)
    add_publication(parent, edition.publisher, address_of("", settings), edition.date)
    sources = add(parent, "sourceDesc")
    for (publisher, site), count in sorted(totals.origins.items()):
        bibl = add(sources, "bibl")
        add(bibl, "title", f"{wording()['statements']['sources']}: {count}")
        if publisher:
            add(bibl, "publisher", publisher)
        add(bibl, "idno", site, type="URI")
