"""Dataverse: a dataset as its native API takes it.

https://guides.dataverse.org/en/latest/api/native-api.html: each field has its name, whether it may
be there several times, and its value, in which further fields may be.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from edition.deposit.content import Deposit, Part
from edition.deposit.formats.datacite import encoded
from edition.deposit.formats.description import KIND, abstract, short_attribution, technical
from edition.deposit.formats.roles import contributor_type
from edition.header.facts import Agent, Facts, Terms
from edition.header.identifiers import address

_SUBJECT = "Arts and Humanities"
Field = dict[str, Any]


@cache
def _vocabularies() -> Mapping[str, Any]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    vocabularies: Mapping[str, Any] = tomllib.loads(text)
    return vocabularies


def files(deposit: Deposit, _part: Part) -> dict[str, bytes]:
    """``dataset.json``, the body of the request that makes a dataset."""
    facts = deposit.facts
    block = {"displayName": "Citation Metadata", "fields": _fields(facts, deposit.contact)}
    version: dict[str, Any] = {"metadataBlocks": {"citation": block}}
    if facts.terms is not None:
        version = {
            "license": {"name": _licence_name(facts.terms), "uri": facts.terms.uri},
            **version,
        }
    return {"dataset.json": encoded({"datasetVersion": version})}


def _licence_name(terms: Terms) -> str:
    """The name of a licence as Dataverse has it: ``CC BY-SA 4.0`` for CC-BY-SA-4.0 of SPDX.

    All but those of Creative Commons have the identifier of SPDX.
    """
    if terms.known is None:
        return terms.name
    spdx = terms.known.spdx
    if not spdx.startswith(("CC-BY", "CC0")):
        return spdx
    kind, _, number = spdx.rpartition("-")
    return f"{kind.replace('CC-', 'CC ', 1)} {number}"


def _fields(facts: Facts, contact: str) -> list[Field]:
    languages = _vocabularies()["languages"]
    fields = [
        _one("title", facts.title),
        _all("author", [_author(it) for it in facts.creators]),
        _all("datasetContact", [{"datasetContactEmail": contact}]),
        _all("dsDescription", [{"dsDescriptionValue": it} for it in _descriptions(facts)]),
        _vocabulary("subject", [_SUBJECT]),
        _all("keyword", [{"keywordValue": it} for it in facts.subjects]),
        _all("contributor", [_contributor(it) for it in facts.contributors]),
        _all("otherId", [_identifier(*it, facts.publisher) for it in _identifiers(facts)]),
        _vocabulary("language", [languages[it] for it in facts.codes if it in languages]),
        _one("distributionDate", facts.date),
        _one("notesText", f"Version {facts.version}"),
        _words("kindOfData", [KIND]),
        _words("dataSources", [it.address for it in facts.origins if it.address]),
    ]
    return [field for field in fields if field["value"]]


def _identifiers(facts: Facts) -> list[tuple[str, str]]:
    """Each identifier with its scheme; the name of the file, which its publisher gave it, last."""
    return [*facts.identifiers.items(), ("", facts.slug)]


def _author(agent: Agent) -> Mapping[str, str]:
    told = {"authorName": agent.inverted}
    if agent.orcid:
        told |= {"authorIdentifierScheme": "ORCID", "authorIdentifier": agent.orcid}
    return told


def _contributor(agent: Agent) -> Mapping[str, str]:
    kind = contributor_type(agent.role)
    spaced = "".join(f" {it}" if it.isupper() else it for it in kind).strip()
    known = spaced if spaced in _vocabularies()["contributors"] else "Other"
    return {"contributorType": known, "contributorName": agent.inverted}


def _identifier(scheme: str, identifier: str, publisher: str) -> Mapping[str, str]:
    told = {"otherIdValue": address(scheme, identifier) if scheme else identifier}
    return {"otherIdAgency": scheme or publisher, **told}


def _descriptions(facts: Facts) -> list[str]:
    texts = [abstract(facts), " ".join(short_attribution(facts)), technical(facts)]
    return [it for it in texts if it]


def _one(name: str, value: str) -> Field:
    return {"typeName": name, "multiple": False, "typeClass": "primitive", "value": value}


def _words(name: str, values: Sequence[str]) -> Field:
    return {"typeName": name, "multiple": True, "typeClass": "primitive", "value": list(values)}


def _vocabulary(name: str, values: Sequence[str]) -> Field:
    return {**_words(name, values), "typeClass": "controlledVocabulary"}


# Fields whose values are those of a list.
_LISTED = ("authorIdentifierScheme", "contributorType")


def _all(name: str, values: Sequence[Mapping[str, str]]) -> Field:
    compounds = []
    for value in values:
        inner = {}
        for key, it in value.items():
            inner[key] = _one(key, it)
            if key in _LISTED:
                inner[key]["typeClass"] = "controlledVocabulary"
        compounds.append(inner)
    return {"typeName": name, "multiple": True, "typeClass": "compound", "value": compounds}
