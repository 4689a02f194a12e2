"""All documents of an edition as one: a ``teiCorpus`` whose header says what ``edition.toml`` says.

The root includes each document by XInclude, with an address relative to itself, as corpora such as
ParlaMint do; nothing in this program follows it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from edition.header.facts import Agent, Facts, Origin, Terms
from edition.header.identifiers import address
from edition.settings import Editor, Settings
from edition.tei.header import add_editors, add_encoder, add_publication
from edition.tei.inline import element, free
from edition.tei.serialise import serialise
from edition.tei.statements import statements
from edition.tei.units import measure
from edition.tei.vocabulary import TEI_NAMESPACE, XML_LANG
from edition.version import VERSION

_DAY = re.compile(r"[0-9]{4}(?:-|\Z)")
INCLUDE = "http://www.w3.org/2001/XInclude"


@dataclass
class Sum:
    """What is said of all documents together, gathered one by one."""

    names: list[str] = field(default_factory=list)
    dois: list[str] = field(default_factory=list)
    measures: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    sources: dict[Origin, None] = field(default_factory=dict)
    agents: dict[Agent, None] = field(default_factory=dict)
    period: tuple[str, str] = ("", "")
    last_change: str = ""

    def add(self, name: str, facts: Facts) -> None:
        """Add a document whose file is *name*."""
        self.names.append(name)
        self.measures.update(facts.measures)
        self.languages.update(facts.languages)
        self.dois += filter(None, [facts.doi])
        self.sources |= dict.fromkeys(_cited(it, facts.title) for it in facts.origins)
        self.agents |= dict.fromkeys((*facts.creators, *facts.contributors))
        days = [it for it in (*self.period, *facts.period, facts.meeting[0]) if _DAY.match(it)]
        self.period = (min(days), max(days)) if days else ("", "")
        self.last_change = max(self.last_change, *(it.when for it in facts.changes), "")


def _cited(origin: Origin, title: str) -> Origin:
    """What is said of *origin* where all sources are listed; the rest its document says."""
    return Origin(
        title=origin.title or title,
        publisher=origin.publisher,
        published=origin.published,
        address=origin.address,
        accessed=origin.accessed,
        filename=origin.filename,
        sha256=origin.sha256,
        terms=origin.terms,
    )


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
    root.set(XML_LANG, _language(total))
    header = element(root, "teiHeader")
    header.set(XML_LANG, "en")
    _file(element(header, "fileDesc"), settings, name, total)
    encoding = element(header, "encodingDesc")
    project = element(encoding, "projectDesc")
    element(project, "p", _said(total, "project"))
    element(project, "p", _said(total, "method"))
    program = element(element(encoding, "appInfo"), "application", ident="edition", version=VERSION)
    element(program, "label", "edition")
    profile = element(header, "profileDesc")
    usage = element(profile, "langUsage")
    for tag in sorted(total.languages):
        element(usage, "language", statements()["languages"].get(tag, tag), ident=tag)
    first, last = total.period
    if first:
        setting = element(element(profile, "settingDesc"), "setting")
        words = first if first == last else f"{first} – {last}"
        element(setting, "date", words).attrib.update({"from": first, "to": last})
    if total.last_change:
        history = element(header, "revisionDesc")
        element(history, "change", _said(total, "change"), when=total.last_change, who="#encoder")
    return root


def _said(total: Sum, what: str) -> str:
    """The sentence on *what* of all documents, or of the only one."""
    sentence: str = statements()["corpus" if len(total.names) > 1 else "corpus_of_one"][what]
    return sentence


def _language(total: Sum) -> str:
    """The language of all documents; ``mul`` (ISO 639-2) where they have several."""
    return "mul" if len(total.languages) > 1 else next(iter(total.languages), "und")


def add_includes(parent: Element, addresses: Iterable[str]) -> None:
    """Let *parent* include what lies at each of *addresses*, which are relative to its file."""
    for it in addresses:
        etree.SubElement(parent, f"{{{INCLUDE}}}include", href=it)


def _file(parent: Element, settings: Settings, name: str, total: Sum) -> None:
    edition = settings.edition
    titles = element(parent, "titleStmt")
    element(titles, "title", edition.title or name, type="main")
    add_editors(titles, settings)
    for agent in total.agents:
        if not any(is_editor(agent, it) for it in settings.editors):
            _statement(titles, agent)
    add_encoder(titles)
    if edition.version:
        element(element(parent, "editionStmt"), "edition", edition.version, n=edition.version)
    extent = element(parent, "extent")
    measures = {"documents": len(total.names), **total.measures}
    for unit, quantity in measures.items():
        element(extent, "measure", measure(quantity, unit), unit=unit, quantity=str(quantity))
    publication = element(parent, "publicationStmt")
    add_publication(publication, edition, name)
    if edition.doi and edition.publisher:
        identifier = free("idno", type="DOI")
        identifier.text = edition.doi
        publication.insert(2 if edition.date else 1, identifier)
    sources = element(parent, "sourceDesc")
    for origin in total.sources:
        _source(sources, origin)
    if not total.sources:
        element(sources, "p", _said(total, "no_source"))


def is_editor(agent: Agent, editor: Editor) -> bool:
    """Whether *agent*, whom a document names, is *editor*: by ORCID where both have one."""
    orcid = editor.orcid[-19:]
    return agent.orcid == orcid if agent.orcid and orcid else agent.name == editor.name


def _statement(parent: Element, agent: Agent) -> None:
    """One who had a part in some of the documents."""
    holder = element(parent, "respStmt")
    element(holder, "resp", agent.role or statements()["corpus"]["editor"])
    parts = [("forename", agent.given), ("surname", agent.family)] if agent.family else []
    name = element(
        holder, "orgName" if agent.is_body else "persName", None if parts else agent.name
    )
    for kind, words in parts:
        if words:
            element(name, kind, words).tail = " " if kind == "forename" else None
    if agent.orcid:
        name.set("ref", address("ORCID", agent.orcid))


def _source(parent: Element, origin: Origin) -> None:
    """A source, with all that its licence may ask to be said."""
    bibl, terms = element(parent, "bibl"), origin.terms
    element(bibl, "title", origin.title)
    if origin.publisher:
        element(bibl, "publisher", origin.publisher)
    if origin.published:
        element(bibl, "date", origin.published, type="published", when=origin.published)
    if origin.address:
        element(bibl, "idno", origin.address, type="URI")
    if origin.accessed:
        element(bibl, "date", origin.accessed, type="accessed", when=origin.accessed)
    if terms is not None and terms.target:
        _terms(bibl, terms)
    for kind, words in (("filename", origin.filename), ("sha256", origin.sha256)):
        if words:
            element(bibl, "idno", words, type=kind)


def _terms(parent: Element, terms: Terms) -> None:
    """The *terms* of a source, and whether they are known to leave it open to all."""
    status = "free" if terms.cert == "high" else "unknown"
    if terms.reserved:
        status = "restricted"
    licence = element(element(parent, "availability", status=status), "licence")
    licence.set("target", terms.target)
    if terms.cert:
        licence.set("cert", terms.cert)
    for sentence in terms.sentences:
        element(licence, "p", sentence)
