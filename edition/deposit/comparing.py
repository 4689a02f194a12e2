"""Whether what a document says of itself is what is said of the whole that it would be part of."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element as Element

from edition.deposit.findings import Findings
from edition.diagnostic import Diagnostic
from edition.header.corpus import is_editor
from edition.header.facts import Agent, Facts, Terms
from edition.header.reading import agents, header_of
from edition.rights.licences import is_same, lost_terms
from edition.settings import Editor, Licence, Settings
from edition.tei.document import Document

_UNKNOWN = "what one of both asks for is not known here"


def differences(document: Document, facts: Facts, whole: Settings) -> list[Diagnostic]:
    """Where *document*, whose header says *facts*, is not as *whole* says of all documents.

    A118 where it is less free, A119 for another freer licence, publisher or version, A120 for
    each of its makers whom the whole does not name as such, A121 where only the ORCID is another.
    """
    findings, header = Findings(document), header_of(document.root)
    edition = whole.edition
    if edition.licence is not None and facts.terms is not None and header.licences:
        code, terms = _of_licence(facts.terms, edition.licence)
        values = {"what": "licence", "own": facts.terms.name, "whole": edition.licence.name}
        if code:
            findings.at(code, header.licences[0], terms=terms, **values)
    for what, own, said, elements in (
        ("publisher", facts.publisher, edition.publisher, header.publisher),
        ("version", facts.version, edition.version, header.edition),
    ):
        if own and said and own != said:
            findings.at("A119", elements[0], what=what, own=own, whole=said)
    printers = {it.publisher for it in facts.origins}
    for holder in (*header.creators, *header.statements):
        for agent in agents(holder):
            is_named = any(is_editor(agent, it) for it in whole.editors)
            if not is_named and not (agent.is_body and agent.name in printers):
                _other_maker(findings, holder, agent, whole.editors)
    return findings.all


def _other_maker(
    findings: Findings, holder: Element, agent: Agent, editors: Iterable[Editor]
) -> None:
    """Tell of *agent*, named in *holder*, who is none of *editors*: perhaps but for the ORCID."""
    alike = next((it for it in editors if it.name == agent.name), None)
    if alike is None:
        findings.at("A120", holder, name=agent.name)
    else:
        orcids = {"own": agent.orcid, "whole": alike.orcid[-19:]}
        findings.at("A121", holder, name=agent.name, **orcids)


def _of_licence(own: Terms, whole: Licence) -> tuple[str, str]:
    """The code for a document under *own* terms in a *whole*, and what would not be kept."""
    said = Terms(whole.target)
    if is_same(own.target, said.target):
        return "", ""
    ours, theirs = said.alike, own.alike
    if theirs is not None and not theirs.asks:
        return "A119", ""
    if ours is None or theirs is None:
        return "A118", _UNKNOWN
    lost = lost_terms(theirs, ours)
    return ("A118", ", ".join(lost)) if lost else ("A119", "")
