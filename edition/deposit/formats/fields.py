"""``deposit-fields.csv``: what to copy into the form of a repository that has no way to send it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from edition.deposit.formats.description import (
    KIND,
    abstract,
    counts,
    doubt,
    meeting_days,
    short_attribution,
    technical,
)
from edition.header.facts import Agent, Facts
from edition.header.identifiers import SCHEMES, address


class Field(NamedTuple):
    """A field of a form: what it is called by DataCite, its value, the element it is from."""

    field: str
    value: str
    element: str


def fields(facts: Facts) -> Iterator[Field]:
    """Every field that has a value, in the order in which forms ask."""
    return (it for it in _fields(facts) if it.value)


def field_sheet(facts: Facts) -> bytes:
    """The fields as CSV (RFC 4180, but for lines that end in LF) in UTF-8.

    Before what a program for tables would take as a formula, and run, stands an apostrophe
    (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Field._fields)
    writer.writerows(Field(it.field, _no_formula(it.value), it.element) for it in fields(facts))
    return out.getvalue().encode()


def _no_formula(value: str) -> str:
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value


def _fields(facts: Facts) -> Iterator[Field]:
    yield Field("title", facts.title, "titleStmt/title")
    for title, language in facts.other_titles:
        yield Field(f"title ({language})" if language else "other title", title, "titleStmt/title")
    for agent in facts.creators:
        yield Field("creator", _agent(agent), f"titleStmt/{agent.role or 'editor'}")
    for agent in facts.contributors:
        yield Field("contributor", f"{_agent(agent)}: {agent.role}", "titleStmt/respStmt")
    yield Field("resource type", f"Dataset: {KIND}", "")
    yield Field("publisher", facts.publisher, "publicationStmt/publisher")
    yield Field("publication date", facts.date, "publicationStmt/date/@when")
    yield Field("version", facts.version, "editionStmt/edition/@n")
    for scheme in SCHEMES:
        if identifier := facts.identifiers.get(scheme, ""):
            yield Field(scheme, address(scheme, identifier), f"publicationStmt/idno[{scheme}]")
    yield Field("local identifier", facts.slug, "publicationStmt/idno[slug]")
    yield Field("description", abstract(facts), "")
    yield Field("attribution", " ".join(short_attribution(facts)), "sourceDesc/bibl")
    yield Field("technical information", technical(facts), "encodingDesc")
    yield Field("language", ", ".join(facts.codes), "langUsage/language/@ident")
    yield Field("keywords", "; ".join(facts.subjects), "textClass/keywords")
    if facts.terms is not None:
        known = facts.terms.known
        yield Field("licence", facts.terms.target, "publicationStmt/availability/licence/@target")
        yield Field("licence (SPDX)", known.spdx if known else "", "")
    yield from _of_sources(facts)
    for doi in facts.parts:
        yield Field("has part", address("DOI", doi), "publicationStmt/idno[DOI] of a document")
    if facts.previous:
        yield Field("is new version of", address("DOI", facts.previous), "")
    yield Field("date of the meeting", meeting_days(facts), "settingDesc/setting/date")
    yield Field("place of the meeting", facts.meeting[1], "settingDesc/setting/placeName")
    for unit, count in counts(facts):
        yield Field(f"size in {unit}", str(count), "extent/measure")


def _of_sources(facts: Facts) -> Iterator[Field]:
    for number, origin in enumerate(facts.origins, 1):
        which = f" {number}" if len(facts.origins) > 1 else ""
        derived = f"is derived from: source{which}" if which else "is derived from"
        yield Field(derived, origin.address, "sourceDesc/bibl/idno[URI]")
        yield Field(f"source{which} captured on", origin.accessed, "sourceDesc/bibl/date[accessed]")
        yield Field(f"SHA-256 of the source{which}", origin.sha256, "sourceDesc/bibl/idno[sha256]")
        if origin.terms is not None:
            said = f"{origin.terms.name_and_address}{doubt(origin)}" if origin.terms.target else ""
            yield Field(f"licence of the source{which}", said, "sourceDesc/bibl//licence")


def _agent(agent: Agent) -> str:
    return f"{agent.inverted} ({address('ORCID', agent.orcid)})" if agent.orcid else agent.inverted
