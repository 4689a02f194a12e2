"""TextGrid Repository: a work, its edition and the collection, each with its ``.meta`` beside it.

Schema: http://textgrid.info/namespaces/metadata/core/2010.
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from edition.deposit.alone import standing_alone
from edition.deposit.content import Deposit, Part
from edition.header.facts import Agent, Facts
from edition.header.identifiers import address

_NAMESPACE = "http://textgrid.info/namespaces/metadata/core/2010"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ORE = "http://www.openarchives.org/ore/terms/"
_OF_MEETINGS = "non-fiction"


def files(deposit: Deposit, part: Part) -> dict[str, bytes]:
    """The files for an import, by name: the TEI of *part*, and what says what it is."""
    name, facts = deposit.name, deposit.facts
    edition, work = f"{name}.edition", f"{name}.work"
    return {
        f"{name}.xml": standing_alone(part.tei.data),
        f"{name}.xml.meta": _file(facts),
        work: _written(etree.Element(f"{{{_NAMESPACE}}}work", nsmap={None: _NAMESPACE})),
        f"{work}.meta": _work(facts),
        edition: _aggregation(edition, [work, f"{name}.xml"]),
        f"{edition}.meta": _edition(facts, work),
        f"{name}.collection": _aggregation(f"{name}.collection", [edition]),
        f"{name}.collection.meta": _collection(facts),
    }


def _file(facts: Facts) -> bytes:
    root = _object(facts, "text/xml")
    item = _add(root, "item")
    for agent in facts.rights_holders:
        _person(item, "rightsHolder", agent)
    return _written(root)


def _work(facts: Facts) -> bytes:
    root = _object(facts, "text/tg.work+xml")
    work = _add(root, "work")
    _add(work, "dateOfCreation", facts.created, date=facts.created)
    if facts.meeting[1]:
        _add(_add(work, "spatial"), "value", facts.meeting[1])
    for subject in facts.subjects:
        _add(_add(work, "subject"), "value", subject)
    _add(work, "genre", _OF_MEETINGS if facts.meeting[0] else "other")
    return _written(root)


def _edition(facts: Facts, work: str) -> bytes:
    root = _object(facts, "text/tg.edition+tg.aggregation+xml")
    edition = _add(root, "edition")
    _add(edition, "isEditionOf", work)
    for agent in facts.creators:
        made = _add(edition, "agent", agent.inverted, role=agent.role or "editor")
        if agent.orcid:
            made.set("id", address("ORCID", agent.orcid))
    for origin in facts.origins:
        cited = _add(_add(edition, "source"), "bibliographicCitation")
        _add(cited, "editionTitle", origin.title or facts.title)
        if origin.publisher:
            _add(cited, "publisher", origin.publisher, isCorporateBody="true")
        if origin.published:
            _add(cited, "dateOfPublication", origin.published, date=origin.published)
        if origin.uri:
            _add(cited, "bibIdentifier", origin.uri, type="URL")
    for code in facts.codes:
        _add(edition, "language", code)
    if facts.terms is not None:
        _add(edition, "license", facts.terms.name, licenseUri=facts.terms.uri)
    return _written(root)


def _collection(facts: Facts) -> bytes:
    root = _object(facts, "text/tg.collection+tg.aggregation+xml")
    collection = _add(root, "collection")
    for agent in facts.creators:
        _person(collection, "collector", agent)
    return _written(root)


def _aggregation(about: str, members: list[str]) -> bytes:
    root = etree.Element(f"{{{_RDF}}}RDF", nsmap={"rdf": _RDF, "ore": _ORE})
    description = etree.SubElement(root, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": about})
    for member in members:
        etree.SubElement(description, f"{{{_ORE}}}aggregates", {f"{{{_RDF}}}resource": member})
    return _written(root)


def _object(facts: Facts, media: str) -> Element:
    root = etree.Element(f"{{{_NAMESPACE}}}object", nsmap={None: _NAMESPACE})
    provided = _add(_add(root, "generic"), "provided")
    _add(provided, "title", facts.title)
    for scheme, identifier in facts.identifiers.items():
        _add(provided, "identifier", identifier, type=scheme)
    _add(provided, "format", media)
    return root


def _person(parent: Element, name: str, agent: Agent) -> None:
    person = _add(parent, name, agent.inverted)
    if agent.orcid:
        person.set("id", address("ORCID", agent.orcid))
    if agent.is_body:
        person.set("isCorporateBody", "true")


def _add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    child = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    if text:
        child.text = text
    return child


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8"))
