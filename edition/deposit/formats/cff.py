"""``CITATION.cff``: how the edition is cited (Citation File Format 1.2.0, type dataset)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.deposit.formats.description import abstract
from edition.header.facts import Agent, Facts
from edition.header.identifiers import address
from edition.publishing.cff import quoted

# As the schema of the format has it.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+\Z", re.ASCII)


def citation_file(facts: Facts) -> bytes:
    """The file for *facts*, whose creators have their surnames marked."""
    return "".join(f"{line}\n" for line in _lines(facts)).encode()


def _lines(facts: Facts) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield 'message: "If you use this edition, please cite it as below."'
    yield "type: dataset"
    yield f"title: {quoted(facts.title)}"
    yield f"abstract: {quoted(abstract(facts))}"
    yield "authors:"
    for agent in facts.creators:
        yield from _author(agent)
    known = facts.terms.known if facts.terms else None
    told = {
        "version": facts.version,
        "date-released": facts.date if len(facts.date) == len("2026-01-31") else "",
        **_doi(facts.doi),
        "license": known.spdx if known and known.in_citations else "",
        "license-url": facts.terms.uri if facts.terms else "",
    }
    yield from (f"{key}: {quoted(value)}" for key, value in told.items() if value)
    if facts.subjects:
        yield "keywords:"
        yield from (f"  - {quoted(it)}" for it in facts.subjects)


def _doi(doi: str) -> dict[str, str]:
    """A DOI with signs that the format does not know is given by its address."""
    if not doi or _DOI.match(doi):
        return {"doi": doi}
    return {"url": address("DOI", doi)}


def _author(agent: Agent) -> Iterator[str]:
    told = {"name": agent.name}
    if not agent.is_body:
        told = {"family-names": agent.family, "given-names": agent.given}
    told["orcid"] = address("ORCID", agent.orcid) if agent.orcid else ""
    lines = [f"{key}: {quoted(value)}" for key, value in told.items() if value]
    yield f"  - {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])
