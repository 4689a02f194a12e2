"""Before a package is made: what a repository wants to know and the header does not say.

An error keeps the package from being made, a warning is for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

from lxml.etree import _Element as Element

from edition.clock import change_date
from edition.deposit.content import full_name
from edition.deposit.file_names import LONGEST, UnsafeNameError, is_safe, safe_name
from edition.deposit.findings import Findings
from edition.deposit.licensing import address_faults, licence_faults
from edition.deposit.slips import slips
from edition.diagnostic import Diagnostic
from edition.header.facts import Facts
from edition.header.identifiers import bare, is_sound
from edition.header.reading import (
    Header,
    address_in,
    agents,
    day_in,
    facts_of,
    found,
    header_of,
    main_title,
    meeting_dates,
    scheme_of,
    terms_of,
)
from edition.tei.document import Document
from edition.tei.registers import text_of
from edition.toml_places import dotted

# No build metadata (“+…”), which no name of a file takes.
_VERSION = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})(?:-[0-9A-Za-z.-]+)?\Z")
_PARTS = re.compile(r"[0-9]+|[A-Za-z]+")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z")
_FAR = timedelta(days=366)
_ENCODER = "#encoder"  # the program, whose change has no date but that of SOURCE_DATE_EPOCH
_PUBLICATION = "fileDesc/publicationStmt"


def gate(
    document: Document, slug: str, profiles: Collection[str], contact: str = ""
) -> list[Diagnostic]:
    """What *document*, the file *slug*, lacks for a deposit by *profiles*, in its order.

    *contact* is where readers can write to, as ``edition.toml`` says.
    """
    findings = Findings(document)
    header, facts = header_of(document.root), facts_of(document.root, slug)
    _title(findings, header, facts)
    slips(findings, header, facts)
    _creators(findings, header)
    _version(findings, header, facts)
    _publication(findings, header, facts)
    _identifiers(findings, header, facts)
    licence_faults(findings, header, facts)
    _sources(findings, header, facts)
    _other_dates(findings, header, meeting_dates(document.root))
    _description(findings, header, facts)
    _profiles(findings, facts, profiles, contact)
    return sorted(findings.all, key=lambda finding: (finding.line, finding.column))


def _title(findings: Findings, header: Header, facts: Facts) -> None:
    if main_title(header, facts.language) is None or not facts.title:
        findings.missing("A005", "fileDesc/titleStmt/title", table=_table(facts))


def _table(facts: Facts) -> str:
    """The table of ``edition.toml`` that is about the source of this document."""
    return dotted(("transcript", facts.slug))


def _creators(findings: Findings, header: Header) -> None:
    named = [(holder, agent) for holder in header.creators for agent in agents(holder)]
    if not named:
        findings.missing("A001", "fileDesc/titleStmt")
    named += [(holder, agent) for holder in header.statements for agent in agents(holder)]
    for holder, agent in named:
        if agent.is_body:
            continue
        if agent.orcid and not is_sound("ORCID", agent.orcid):
            findings.at("A003", holder, orcid=agent.orcid, name=agent.name)
        if not agent.family:
            findings.at("A004", holder, name=agent.name)
        if not agent.orcid and holder in header.creators:
            findings.at("A002", holder, name=agent.name)


def _version(findings: Findings, header: Header, facts: Facts) -> None:
    if not facts.version:
        findings.missing("A006", "fileDesc/editionStmt/edition")
    elif not _VERSION.match(facts.version):
        findings.at("A007", header.edition[0], version=facts.version)
    else:
        _name_of_zip(findings, header, facts)
    numbered = [it for it in header.changes if _VERSION.match(it.get("n", ""))]
    if numbered:
        newest = max(numbered, key=lambda change: _order(change.get("n", "")))
        if facts.version and newest.get("n") != facts.version:
            findings.at("A008", newest, version=facts.version, last=newest.get("n", ""))


def _name_of_zip(findings: Findings, header: Header, facts: Facts) -> None:
    """Whether name and version together are a name; that the name is one is looked at elsewhere."""
    with suppress(UnsafeNameError):
        name = f"{full_name(safe_name(facts.slug), facts.version)}.zip"
        if not is_safe(name):
            reason = f"it has {len(name)} characters, and {LONGEST} are allowed"
            findings.at("A105", header.edition[0], name=name, reason=reason)


def _order(version: str) -> tuple[tuple[bool, int, str], ...]:
    """What comes later is more; what has -… behind it comes before the same without.

    Of two with -… (“-rc.1”), numbers come before letters, a part before what has more behind it.
    """
    number, hyphen, before = version.partition("-")
    return (
        *map(_weight, _PARTS.findall(number)),
        (not hyphen, 0, ""),
        *map(_weight, _PARTS.findall(before)),
    )


def _weight(part: str) -> tuple[bool, int, str]:
    """What tells *part* from others: letters, how long a number is, and what is written."""
    digits = part.lstrip("0") if part.isdigit() else ""
    return (not part.isdigit(), len(digits), digits if part.isdigit() else part)


def _publication(findings: Findings, header: Header, facts: Facts) -> None:
    if not facts.publisher:
        findings.missing("A009", f"{_PUBLICATION}/publisher")
    if not facts.date:
        findings.missing("A010", f"{_PUBLICATION}/date")
    elif not is_date(facts.date):
        findings.at("A011", header.date[0], date=facts.date)
    elif date.fromisoformat(facts.day) - _today() > _FAR:
        findings.at("A033", header.date[0], date=facts.date)


def _today() -> date:
    """The day of SOURCE_DATE_EPOCH, where that is set. Raises EditionError (M020)."""
    return change_date() or datetime.now(UTC).date()


def is_date(written: str) -> bool:
    """Whether *written* is a day, a month or a year of the calendar (ISO 8601)."""
    if not _DATE.match(written):
        return False
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _identifiers(findings: Findings, header: Header, facts: Facts) -> None:
    dois = []
    for it in header.identifiers:
        scheme, identifier = scheme_of(it), bare(text_of(it))
        if scheme and not is_sound(scheme, identifier):
            findings.at("A021", it, identifier=identifier, scheme=scheme)
        if scheme == "DOI":
            dois.append(it)
        if it.get("type") == "slug" and text_of(it) != facts.slug:
            findings.at("A027", it, written=text_of(it), slug=facts.slug)
    if len(dois) > 1:
        written = ", ".join(map(text_of, dois))
        findings.at("A024", dois[1], count=str(len(dois)), identifiers=written)
    if not dois:
        findings.missing("A022", f"{_PUBLICATION}/idno[@type='DOI']")


def _sources(findings: Findings, header: Header, facts: Facts) -> None:
    if not facts.origins:
        findings.missing("A029", "fileDesc/sourceDesc/bibl")
    for source, origin in zip(header.sources, facts.origins, strict=True):
        if origin.terms is None or not origin.terms.target:
            findings.at("A015", source, table=_table(facts))
        elif origin.terms.cert != "high":
            findings.at(
                "A016",
                source,
                name=origin.terms.name,
                cert=f'cert="{origin.terms.cert}"' if origin.terms.cert else "no cert is given",
                evidence=" ".join(origin.terms.sentences[1:]) or "no evidence is given",
            )
        address, holder = address_in(source)
        if holder is not None:
            address_faults(findings, holder, address)
        for licence in found(source, "t:availability/t:licence")[:1]:
            address_faults(findings, licence, terms_of(licence).target)
        if not origin.address:
            findings.at("A018", source, table=_table(facts))
        elif not origin.accessed:
            findings.at("A019", source, table=_table(facts), address=origin.address)
        if not origin.sha256:
            findings.at("A020", source)


def _other_dates(findings: Findings, header: Header, dates: Collection[Element]) -> None:
    """The *dates* of the meeting, and those on which the sources were captured."""
    of_sources = (it for source in header.sources for it in found(source, "t:date"))
    for it in (*dates, *(it for it in of_sources if it.get("type") == "accessed")):
        if it.get("when") and not is_date(day_in(it)):
            findings.at("A011", it, date=it.get("when", ""))


def _description(findings: Findings, header: Header, facts: Facts) -> None:
    if not facts.codes:
        place = "profileDesc/langUsage/language"
        findings.missing("A025", place, language=" ".join(filter(None, facts.languages)))
    if not facts.method:
        findings.missing("A026", "encodingDesc")
    by_hand = [it for it in header.changes if it.get("who") != _ENCODER]
    if not any(change.when for change in facts.changes) and (by_hand or not header.changes):
        findings.missing("A028", "revisionDesc")


def _profiles(findings: Findings, facts: Facts, profiles: Collection[str], contact: str) -> None:
    """What only some repositories want."""
    if "clarin" in profiles and not facts.handle:
        findings.missing("A023", f"{_PUBLICATION}/idno[@type='Handle']")
    if "dataverse" in profiles and not contact:
        findings.missing("A030", _PUBLICATION)
    if {"textgrid", "arche"} & set(profiles) and not facts.rights_holders:
        findings.missing("A031", "fileDesc/titleStmt")
    if "arche" in profiles and facts.creators and not facts.editors:
        findings.missing("A049", "fileDesc/titleStmt")
    if "textgrid" in profiles and not facts.created:
        findings.missing("A032", "profileDesc/settingDesc/setting/date", table=_table(facts))
