"""How InvenioRDM describes a record for DataCite: in its own spelling of some things."""

from __future__ import annotations

from typing import Any

from lxml import etree

_SPACE = "http://datacite.org/schema/kernel-4"
# As the vocabularies of InvenioRDM have them: relation_types.yaml, and the schemes of identifiers.
RELATIONS = {
    "isderivedfrom": "IsDerivedFrom",
    "isnewversionof": "IsNewVersionOf",
    "haspart": "HasPart",
}
_SCHEMES = {"url": "URL", "doi": "DOI"}


def datacite(doi: str, concept: str, metadata: dict[str, Any]) -> bytes:
    root = etree.Element(f"{{{_SPACE}}}resource", nsmap={None: _SPACE})
    _add(root, "identifier", doi, identifierType="DOI")
    others = _add(root, "alternateIdentifiers")
    _add(others, "alternateIdentifier", f"oai:fake:{doi}", alternateIdentifierType="oai")
    for kind in ("creator", "contributor"):
        _people(_add(root, f"{kind}s"), kind, metadata.get(f"{kind}s", []))
    _add(_add(root, "titles"), "title", metadata["title"])
    _add(root, "publisher", metadata.get("publisher", ""))
    _add(root, "publicationYear", metadata["publication_date"][:4])
    for language in metadata.get("languages", [])[:1]:
        _add(root, "language", language["id"])
    dates = _add(root, "dates")
    _add(dates, "date", "2026-11-29", dateType="Updated")
    _add(root, "resourceType", "", resourceTypeGeneral="Dataset")
    if "version" in metadata:
        _add(root, "version", metadata["version"])
    rights = _add(root, "rightsList")
    for one in metadata.get("rights", []):
        if "id" in one:
            _add(rights, "rights", "", rightsIdentifier=one["id"], rightsIdentifierScheme="spdx")
        else:
            _add(rights, "rights", one["title"]["en"], rightsURI=one["link"])
    related = _add(root, "relatedIdentifiers")
    for one in metadata.get("related_identifiers", []):
        _add(
            related,
            "relatedIdentifier",
            one["identifier"],
            relationType=RELATIONS[one["relation_type"]["id"]],
            relatedIdentifierType=_SCHEMES[one["scheme"]],
        )
    if concept:
        _add(
            related,
            "relatedIdentifier",
            concept,
            relationType="IsVersionOf",
            relatedIdentifierType="DOI",
        )
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _people(parent: etree._Element, kind: str, people: list[dict[str, Any]]) -> None:
    for one in people:
        made, person = _add(parent, kind), one["person_or_org"]
        name = person.get("name") or f"{person['family_name']}, {person['given_name']}"
        _add(made, f"{kind}Name", name, nameType=person.get("type", "personal").capitalize())
        for identifier in person.get("identifiers", []):
            _add(made, "nameIdentifier", identifier["identifier"], nameIdentifierScheme="ORCID")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_SPACE}}}{name}", attributes)
    made.text = text
    return made
