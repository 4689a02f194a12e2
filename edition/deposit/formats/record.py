"""The body of a record of InvenioRDM, and so of Zenodo: ``POST /api/records``.

https://inveniordm.docs.cern.ch/reference/metadata/. The licence is never left out: a server would
publish without one. Identifiers of vocabularies are in small letters, languages of ISO 639-3.
"""

from __future__ import annotations

from html import escape
from typing import Any

from edition.deposit.formats.description import (
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
from edition.header.languages import three_letters
from edition.tei.units import measure


def record(facts: Facts) -> dict[str, Any]:
    """The record of *facts*, with access to it and its files open to all."""
    return {
        "access": {"record": "public", "files": "public"},
        "files": {"enabled": True},
        "metadata": {key: value for key, value in _metadata(facts).items() if value},
    }


def _metadata(facts: Facts) -> dict[str, Any]:
    return {
        "resource_type": {"id": "dataset"},
        "creators": [{"person_or_org": _agent(it)} for it in facts.creators],
        "title": facts.title,
        "additional_titles": [_other_title(facts, *it) for it in facts.other_titles],
        "publication_date": facts.date,
        "publisher": facts.publisher,
        "description": _paragraphs(abstract(facts), *short_attribution(facts)),
        "additional_descriptions": [
            {"description": _paragraphs(text), "type": {"id": "technical-info"}}
            for text in [technical(facts)]
            if text
        ],
        "rights": _rights(facts),
        "contributors": [
            {"person_or_org": _agent(it), "role": {"id": kind.lower()}}
            for it, kind in typed_contributors(facts)
        ],
        "subjects": [{"subject": it} for it in facts.subjects],
        "languages": [{"id": it} for it in facts.codes],
        "dates": _dates(facts),
        "version": facts.version,
        "identifiers": _identifiers(facts),
        "related_identifiers": [
            {
                "identifier": it.identifier,
                "scheme": it.scheme.lower(),
                "relation_type": {"id": it.relation.lower()},
            }
            for it in relations(facts)
        ],
        "sizes": [measure(count, unit) for unit, count in counts(facts)],
        "formats": [MEDIA_TYPE],
    }


def _other_title(facts: Facts, title: str, language: str) -> dict[str, Any]:
    kind = "translated-title" if is_translated(language, facts) else "alternative-title"
    told = {"title": title, "type": {"id": kind}}
    return told | {"lang": {"id": code}} if (code := three_letters(language)) else told


def _agent(agent: Agent) -> dict[str, Any]:
    if agent.is_body:
        return {"type": "organizational", "name": agent.name}
    told: dict[str, Any] = {
        "type": "personal",
        "name": agent.inverted,
        "family_name": agent.family,
        "given_name": agent.given,
        "identifiers": [{"scheme": "orcid", "identifier": agent.orcid}] * bool(agent.orcid),
    }
    return {key: value for key, value in told.items() if value}


def _rights(facts: Facts) -> list[dict[str, Any]]:
    """The licence by its identifier; one that the vocabulary cannot have by name and address."""
    terms = facts.terms
    if terms is None:
        return []
    if terms.known is not None and terms.known.in_records:
        return [{"id": terms.known.record_id}]
    return [{"title": {"en": terms.name}, "link": terms.uri}]


def _dates(facts: Facts) -> list[dict[str, Any]]:
    return [
        {"date": day, "type": {"id": kind}, "description": about.capitalize()}
        for kind, day, about in other_dates(facts)
    ]


def _identifiers(facts: Facts) -> list[dict[str, str]]:
    """What is known of besides the DOI, which is the server's own."""
    schemes = {"Handle": "handle", "ARK": "ark"}
    return [
        {"identifier": it, "scheme": schemes[kind]}
        for kind, it in facts.identifiers.items()
        if kind in schemes
    ]


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts if text)
