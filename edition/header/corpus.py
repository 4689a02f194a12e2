"""All documents of an edition as one: a ``teiCorpus`` whose header says what ``edition.toml`` says.

The root includes each document by XInclude, with an address relative to itself, as corpora such as
ParlaMint do; nothing in this program follows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from edition.header.facts import Facts, Terms
from edition.settings import Settings
from edition.tei.header import add_editors, add_encoder, add_publication
from edition.tei.inline import element, free
from edition.tei.serialise import serialise
from edition.tei.statements import statements
from edition.tei.vocabulary import TEI_NAMESPACE, XML_LANG
from edition.version import VERSION

INCLUDE = "http://www.w3.org/2001/XInclude"


@dataclass
class Sum:
    """What is said of all documents together, gathered one by one."""

    names: list[str] = field(default_factory=list)
    measures: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    sources: Counter[tuple[str, Terms | None]] = field(default_factory=Counter)
    last_change: str = ""

    def add(self, name: str, facts: Facts) -> None:
        """Add a document whose file is *name*."""
        self.names.append(name)
        self.measures.update(facts.measures)
        self.languages.update(facts.languages)
        self.sources.update((it.publisher, it.terms) for it in facts.origins)
        days = [self.last_change, *(change.when for change in facts.changes)]
        self.last_change = max(days)


def corpus(settings: Settings, name: str, total: Sum) -> bytes:
    """The root of the corpus *name* that holds the documents of *total*."""
    root = corpus_root(settings, name, total)
    add_includes(root, [f"{it}.xml" for it in total.names])
    return serialise(root, None)


def corpus_root(settings: Settings, name: str, total: Sum) -> Element:
    """The ``teiCorpus`` called *name* with its header, made of *total*, and no document yet."""
    root = etree.Element(
        f"{{{TEI_NAMESPACE}}}teiCorpus", nsmap={None: TEI_NAMESPACE, "xi": INCLUDE}
    )
    language = next((it for it, _ in total.languages.most_common(1)), "und")
    root.set(XML_LANG, language)
    header = element(root, "teiHeader")
    header.set(XML_LANG, "en")
    _file(element(header, "fileDesc"), settings, name, total)
    encoding = element(header, "encodingDesc")
    project = element(encoding, "projectDesc")
    element(project, "p", statements()["project"])
    element(project, "p", statements()["corpus"]["method"])
    program = element(element(encoding, "appInfo"), "application", ident="edition", version=VERSION)
    element(program, "label", "edition")
    usage = element(element(header, "profileDesc"), "langUsage")
    for tag in sorted(total.languages):
        element(usage, "language", statements()["languages"].get(tag, tag), ident=tag)
    if total.last_change:
        history = element(header, "revisionDesc")
        last = statements()["corpus"]["change"]
        element(history, "change", last, when=total.last_change, who="#encoder")
    return root


def add_includes(parent: Element, addresses: Iterable[str]) -> None:
    """Let *parent* include what lies at each of *addresses*, which are relative to its file."""
    for address in addresses:
        etree.SubElement(parent, f"{{{INCLUDE}}}include", href=address)


def _file(parent: Element, settings: Settings, name: str, total: Sum) -> None:
    edition = settings.edition
    titles = element(parent, "titleStmt")
    element(titles, "title", edition.title or name, type="main")
    add_editors(titles, settings)
    add_encoder(titles)
    if edition.version:
        element(element(parent, "editionStmt"), "edition", edition.version, n=edition.version)
    extent = element(parent, "extent")
    measures = {"documents": len(total.names), **total.measures}
    for unit, quantity in measures.items():
        element(extent, "measure", f"{quantity} {unit}", unit=unit, quantity=str(quantity))
    publication = element(parent, "publicationStmt")
    add_publication(publication, edition, name)
    if edition.doi and edition.publisher:
        identifier = free("idno", type="DOI")
        identifier.text = edition.doi
        publication.insert(2 if edition.date else 1, identifier)
    sources = element(parent, "sourceDesc")
    for (publisher, terms), count in _in_order(total):
        _source(sources, publisher, terms, count)
    if not total.sources:
        element(sources, "p", statements()["corpus"]["no_source"])


def _in_order(total: Sum) -> Iterator[tuple[tuple[str, Terms | None], int]]:
    yield from sorted(total.sources.items(), key=lambda it: (-it[1], it[0][0], str(it[0][1])))


def _source(parent: Element, publisher: str, terms: Terms | None, count: int) -> None:
    """One who published transcripts, and the terms of these."""
    bibl = element(parent, "bibl")
    element(bibl, "title", statements()["corpus"]["sources"].format(count=count))
    if publisher:
        element(bibl, "publisher", publisher)
    if terms is not None and terms.target:
        status = "unknown" if terms.cert in ("medium", "low") else "free"
        holder = element(bibl, "availability", status=status)
        licence = element(holder, "licence", target=terms.target, cert=terms.cert)
        for sentence in terms.sentences:
            element(licence, "p", sentence)
