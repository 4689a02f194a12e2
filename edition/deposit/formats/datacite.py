"""The metadata of DataCite, kernel 4: as JSON, and the same as XML.

https://schema.datacite.org/meta/kernel-4/: nothing is used that came after 4.5, so that both the
schema of the JSON and each XSD from 4.5 on take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.deposit.formats.description import (
    KIND,
    MEDIA_TYPE,
    abstract,
    counts,
    is_translated,
    other_dates,
    short_attribution,
    technical,
)
from edition.deposit.formats.relations import relations
from edition.deposit.formats.roles import typed_contributors
from edition.header.facts import Agent, Facts
from edition.header.identifiers import address
from edition.tei.units import measure
from edition.tei.vocabulary import XML_LANG

NAMESPACE = "http://datacite.org/schema/kernel-4"
_SCHEMA = "https://schema.datacite.org/meta/kernel-4/metadata.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# DataCite's word for an identifier that will be there later (appendix 3 of its documentation).
TO_BE_ASSIGNED = "(:tba)"
_RELATED = ("DOI", "Handle", "ARK")


def datacite_json(facts: Facts) -> dict[str, Any]:
    """What *facts* are to DataCite, as its REST API has them; what is not known is left out."""
    told: dict[str, Any] = {
        "doi": facts.doi,
        "creators": [_agent(it) for it in facts.creators],
        "titles": _titles(facts),
        "publisher": {"name": facts.publisher},
        "publicationYear": facts.date[:4],
        "subjects": [{"subject": it} for it in facts.subjects],
        "contributors": [
            {"contributorType": kind, **_agent(it)} for it, kind in typed_contributors(facts)
        ],
        "dates": _dates(facts),
        "language": "" if facts.language in ("und", "mul") else facts.language,
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": KIND},
        "alternateIdentifiers": _alternates(facts),
        "relatedIdentifiers": [
            {
                "relatedIdentifier": it.identifier,
                "relatedIdentifierType": it.scheme,
                "relationType": it.relation,
            }
            for it in relations(facts)
        ],
        "sizes": [measure(count, unit) for unit, count in counts(facts)],
        "formats": [MEDIA_TYPE],
        "version": facts.version,
        "rightsList": _rights(facts),
        "descriptions": _descriptions(facts),
        "schemaVersion": NAMESPACE,
    }
    return {key: value for key, value in told.items() if value}


def encoded(value: object) -> bytes:
    """*value* as JSON for people and programs: two spaces, in the order given, a final newline."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def datacite_xml(facts: Facts) -> bytes:
    """What *facts* are to DataCite, as XML."""
    told = datacite_json(facts)
    root = etree.Element(f"{{{NAMESPACE}}}resource", nsmap={None: NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} {_SCHEMA}")
    _add(root, "identifier", facts.doi or TO_BE_ASSIGNED, identifierType="DOI")
    _agents(root, "creator", told["creators"])
    _list(root, "title", told["titles"], "title", titleType="titleType", lang=XML_LANG)
    _add(root, "publisher", facts.publisher)
    _add(root, "publicationYear", told["publicationYear"])
    types = told["types"]
    general = types["resourceTypeGeneral"]
    _add(root, "resourceType", types["resourceType"], resourceTypeGeneral=general)
    _list(root, "subject", told.get("subjects", ()), "subject")
    _agents(root, "contributor", told.get("contributors", ()))
    _list(
        root, "date", told["dates"], "date", dateType="dateType", dateInformation="dateInformation"
    )
    if "language" in told:
        _add(root, "language", told["language"])
    _list(
        root,
        "alternateIdentifier",
        told["alternateIdentifiers"],
        "alternateIdentifier",
        alternateIdentifierType="alternateIdentifierType",
    )
    _list(
        root,
        "relatedIdentifier",
        told.get("relatedIdentifiers", ()),
        "relatedIdentifier",
        relatedIdentifierType="relatedIdentifierType",
        relationType="relationType",
    )
    _texts(root, "size", told.get("sizes", ()))
    _texts(root, "format", told["formats"])
    _add(root, "version", facts.version)
    _list(
        root,
        "rights",
        told.get("rightsList", ()),
        "rights",
        plural="rightsList",
        rightsUri="rightsURI",
        rightsIdentifier="rightsIdentifier",
        rightsIdentifierScheme="rightsIdentifierScheme",
        schemeUri="schemeURI",
    )
    _list(
        root,
        "description",
        told["descriptions"],
        "description",
        descriptionType="descriptionType",
        lang=XML_LANG,
    )
    return bytes(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8"))


def _agent(agent: Agent) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": agent.inverted,
        "nameType": "Organizational" if agent.is_body else "Personal",
        "givenName": agent.given,
        "familyName": agent.family,
        "nameIdentifiers": [
            {
                "nameIdentifier": address("ORCID", agent.orcid),
                "nameIdentifierScheme": "ORCID",
                "schemeUri": "https://orcid.org",
            }
        ]
        * bool(agent.orcid),
    }
    return {key: value for key, value in told.items() if value}


def _titles(facts: Facts) -> list[dict[str, str]]:
    titles = [{"title": facts.title} | _language(facts.title_language)]
    for title, language in facts.other_titles:
        kind = "TranslatedTitle" if is_translated(language, facts) else "AlternativeTitle"
        titles.append({"title": title, "titleType": kind} | _language(language))
    return titles


def _language(tag: str) -> dict[str, str]:
    return {} if tag in ("", "und") else {"lang": tag}


def _dates(facts: Facts) -> list[dict[str, str]]:
    return [
        {"date": facts.date, "dateType": "Issued"},
        *(
            {"date": day, "dateType": kind.title(), "dateInformation": about}
            for kind, day, about in other_dates(facts)
        ),
    ]


def _alternates(facts: Facts) -> list[dict[str, str]]:
    found = [("Local", facts.slug)]
    found += [it for it in facts.identifiers.items() if it[0] != "DOI" and it[1]]
    return [{"alternateIdentifier": it, "alternateIdentifierType": kind} for kind, it in found]


def _rights(facts: Facts) -> list[dict[str, str]]:
    if facts.terms is None:
        return []
    told = {"rights": facts.terms.name, "rightsUri": facts.terms.uri}
    if (known := facts.terms.known) is not None:
        told |= {
            "rightsIdentifier": known.spdx,
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        }
    return [told]


def _descriptions(facts: Facts) -> list[dict[str, str]]:
    texts = {
        "Abstract": abstract(facts),
        "Methods": technical(facts),
        "Other": " ".join(short_attribution(facts)),
    }
    return [
        {"description": text, "descriptionType": kind, "lang": "en"}
        for kind, text in texts.items()
        if text
    ]


def _add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        child.set(key, value)
    if text:
        child.text = text
    return child


def _list(
    root: Element,
    name: str,
    entries: Sequence[Mapping[str, str]],
    text: str,
    /,
    plural: str = "",
    **attributes: str,
) -> None:
    """A list of elements *name*: *text* is the key of its words, each attribute by its key."""
    if not entries:
        return
    parent = _add(root, plural or f"{name}s")
    for entry in entries:
        child = _add(parent, name, entry[text])
        for key, attribute in attributes.items():
            if key in entry:
                child.set(attribute, entry[key])


def _texts(root: Element, name: str, texts: Iterable[str]) -> None:
    _list(root, name, [{name: it} for it in texts], name)


def _agents(root: Element, name: str, told: Sequence[Mapping[str, Any]]) -> None:
    if not told:
        return
    parent = _add(root, f"{name}s")
    for it in told:
        agent = _add(parent, name)
        if "contributorType" in it:
            agent.set("contributorType", it["contributorType"])
        _add(agent, f"{name}Name", it["name"], nameType=it["nameType"])
        for key in ("givenName", "familyName"):
            if key in it:
                _add(agent, key, it[key])
        for number in it.get("nameIdentifiers", ()):
            _add(
                agent,
                "nameIdentifier",
                number["nameIdentifier"],
                nameIdentifierScheme=number["nameIdentifierScheme"],
                schemeURI=number["schemeUri"],
            )
