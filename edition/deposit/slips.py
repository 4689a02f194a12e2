"""Before a package is made: slips of the pen in a header, which programs would pass on."""

from __future__ import annotations

import re
import unicodedata

from edition.deposit.findings import Findings
from edition.header.facts import Agent, Facts
from edition.header.reading import Header, agents, main_title
from edition.tei.registers import text_of

# What writing systems need, though nobody sees it: non-joiner, joiner, marks of direction.
_NEEDED = "\u200c\u200d\u200e\u200f"
_FEWEST = 3  # characters of a title (invenio-rdm-records, services/schemas/metadata.py)
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def slips(findings: Findings, header: Header, facts: Facts) -> None:
    """Find in *header*, which says *facts*, what is said in two ways, or not to be seen."""
    _in_title(findings, header, facts)
    _of_one_orcid(findings, header)
    for edition in header.edition[:1]:
        written = _VERSION.findall(text_of(edition))
        if edition.get("n") and written and edition.get("n", "") not in text_of(edition):
            findings.at("A047", edition, said=edition.get("n", ""), written=text_of(edition))
    for date in header.date[:1]:
        years = _YEAR.findall(text_of(date))
        if years and date.get("when") and date.get("when", "")[:4] not in years:
            findings.at("A047", date, said=date.get("when", ""), written=text_of(date))


def _in_title(findings: Findings, header: Header, facts: Facts) -> None:
    title = main_title(header, facts.language)
    if title is None or not facts.title:
        return
    unseen = {it for it in facts.title if _is_unseen(it)}
    if unseen:
        names = ", ".join(
            f"U+{ord(it):04X} {unicodedata.name(it, 'CONTROL')}" for it in sorted(unseen)
        )
        findings.at("A044", title, characters=names)
    if len(facts.title) < _FEWEST:
        findings.at("A045", title, title=facts.title)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cf", "Cc") and sign not in _NEEDED


def _of_one_orcid(findings: Findings, header: Header) -> None:
    """Whether two are one by their ORCID, and not by their names."""
    known: dict[str, Agent] = {}
    for holder in (*header.creators, *header.statements):
        for agent in agents(holder):
            first = known.setdefault(agent.orcid, agent)
            if agent.orcid and agent.name != first.name:
                values = {"name": agent.name, "other": first.name}
                findings.at("A046", holder, orcid=agent.orcid, **values)
