"""Before a package is made: whether it may be public under the licences that the header names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from textwrap import shorten

from lxml.etree import _Element as Element

from edition.deposit.findings import Findings
from edition.header.addresses import as_uri, without_password
from edition.header.facts import Facts, Origin, Terms
from edition.header.reading import Header, found, terms_of
from edition.rights.agreement import Judged, Stated, judged
from edition.rights.licences import broken_terms, is_same, licence_called
from edition.rights.reserved import reserved

_EDITION, _SOURCE = "the edition", "the source"
_MARK = "CC-PDM-1.0"
_LONGEST = 300  # characters that are quoted
_END = re.compile(r"(?<=\w{3}[.!?])\s+")


def licence_faults(findings: Findings, header: Header, facts: Facts) -> None:
    """Find what is wrong or doubtful in the licences of the edition and of its sources.

    *header* says *facts*.
    """
    _of_edition(findings, header, facts.terms)
    _one_licence(findings, header.licences)
    _open_to_all(findings, header.availability, _EDITION, is_sure=True)
    names = _names_in(facts)
    _named_alike(findings, header.licences, _EDITION, names)
    for source, origin in zip(header.sources, facts.origins, strict=True):
        licences = found(source, "t:availability/t:licence")
        _one_licence(findings, licences)
        is_sure = origin.terms is not None and origin.terms.cert == "high"
        _open_to_all(findings, found(source, "t:availability"), _SOURCE, is_sure=is_sure)
        _named_alike(findings, licences, _SOURCE, names)
        if facts.terms is not None and facts.terms.target:
            _compatible(findings, header, source, facts.terms, origin)


def address_faults(findings: Findings, element: Element, written: str) -> None:
    """Find (A037) that *written*, in *element*, is no address, if it is anything."""
    if not written:
        return
    try:
        as_uri(written)
    except ValueError as error:
        known, reason = licence_called(written), str(error)
        if known is not None:
            reason = f"it is what SPDX calls a licence, whose address is {known.page}"
        findings.at("A037", element, address=without_password(written), reason=reason)


def _of_edition(findings: Findings, header: Header, terms: Terms | None) -> None:
    """Whether the licence of the edition is one, and can be told."""
    if terms is None or not terms.target:
        findings.missing("A012", "fileDesc/publicationStmt/availability/licence")
    elif not terms.uri:
        address_faults(findings, header.licences[0], terms.target)
    elif terms.known is None:
        words = " ".join(terms.sentences) or "nothing"
        findings.at("A013", header.licences[0], target=terms.target, words=words)
    elif not terms.known.in_records:
        findings.at("A038", header.licences[0], spdx=terms.known.spdx)
    elif terms.known.spdx == _MARK:
        findings.at("A040", header.licences[0])


def _one_licence(findings: Findings, licences: list[Element]) -> None:
    """A package names one licence: which of several different ones, nobody but a person knows."""
    first = terms_of(licences[0]).target if licences else ""
    others = [it for it in licences if not is_same(terms_of(it).target, first)]
    if others:
        named = dict.fromkeys([first, *(terms_of(it).target for it in others)])
        findings.at("A035", others[0], licences=" and ".join(it or "none" for it in named))


def _open_to_all(
    findings: Findings, availability: list[Element], what: str, *, is_sure: bool
) -> None:
    """A package is for everybody, with the source in it. *is_sure* of its licence is the header."""
    for it in availability:
        terms = list(map(terms_of, found(it, "t:licence")))
        words = next((it.reserved for it in terms if it.reserved), "")
        if words:
            findings.at("A041", it, what=what, words=words)
        elif it.get("status") == "restricted":
            findings.at("A036", it, what=what)
        elif it.get("status") == "unknown" and is_sure:
            findings.at("A039", it, what=what)


def _named_alike(
    findings: Findings, licences: list[Element], what: str, names: Collection[str]
) -> None:
    """Whether the words of each licence are said of the one at its address; no word is passed over.

    A042 where they name another or say what it does not ask for; A043 where they do so of a part,
    restrict the use, or have more in the name; A048 for what else nobody can tell. *names* are of
    people and bodies, which say nothing of a licence.
    """
    for licence in licences:
        terms = terms_of(licence)
        known = terms.stated
        if known is None or terms.reserved:
            continue
        values = {"what": what, "licence": known.licence.spdx, "target": terms.target}
        first = judged(terms.said, known, names, is_name=terms.is_named)
        is_another = first.other and not first.beside
        if is_another:
            findings.at("A042", licence, words=_short(terms.said), **values)
        told = _in_name(terms, first) + _in_prose(terms, known, names, is_source=what == _SOURCE)
        of_first = set(_sentences(terms.sentences[:1])) if is_another else set()
        for code in ("A043", "A048"):
            words = [said for of, said in told if of == code and said not in of_first]
            if words:
                findings.at(code, licence, words=_short(" … ".join(words)), **values)


def _in_name(terms: Terms, first: Judged) -> list[tuple[str, str]]:
    """What the name of a licence has that is told, with the code: all that is not its own."""
    if not terms.is_named or (first.other and not first.beside):
        return []
    words = terms.said if first.other else first.left
    return [("A043", words)] if words else []


def _in_prose(
    terms: Terms, known: Stated, names: Collection[str], *, is_source: bool
) -> list[tuple[str, str]]:
    """The sentences around the name of the licence *known* that are told, each with the code.

    Behind the name of the licence of a source stands how that is known (A016 tells where that is
    not certain), in words of any kind: of those only what may restrict the use is to be read.
    """
    told: list[tuple[str, str]] = []
    for number, paragraph in enumerate(terms.sentences[terms.is_named :], terms.is_named):
        is_evidence = is_source and number > 0
        for sentence in _sentences([paragraph]):
            said = judged(sentence, known, names, is_name=False)
            if code := _code_of(said, sentence, terms if is_evidence else None):
                told.append((code, sentence))
    return told


def _code_of(said: Judged, sentence: str, evident: Terms | None) -> str:
    """The code by which *sentence*, of which *said* holds, is told, or ''.

    *evident* are the terms of which it says how they are known, if it does.
    """
    if said.other or said.restricting or reserved(sentence):
        return "A043"
    if evident is None:
        return "A043" if said.cautious else "A048" if said.left else ""
    return "A048" if said.cautious and evident.cert == "high" else ""


def _sentences(paragraphs: Iterable[str]) -> list[str]:
    """The sentences of *paragraphs*: a full stop behind a short word is that of an abbreviation."""
    return [it for paragraph in paragraphs for it in _END.split(paragraph) if it]


def _short(words: str) -> str:
    return shorten(words, _LONGEST, placeholder=" …")


def _names_in(facts: Facts) -> list[str]:
    """Who is named in the header."""
    people = [it.name for it in (*facts.creators, *facts.contributors)]
    return list(filter(None, [*people, facts.publisher, *(it.publisher for it in facts.origins)]))


def _compatible(
    findings: Findings, header: Header, source: Element, terms: Terms, origin: Origin
) -> None:
    """Whether the edition, under *terms*, keeps what the *source* asks for."""
    if origin.terms is None or not origin.terms.target:
        return
    ours, theirs = terms.alike, origin.terms.alike
    if theirs is None or (ours is None and theirs.asks):
        unknown = terms if theirs else origin.terms
        if unknown.reserved:  # A041 says so
            return
        values = {"target": unknown.target, "edition": terms.name, "source": origin.terms.name}
        words = " ".join(unknown.sentences) or "nothing"
        findings.at("A034", source, words=words, **values)
    elif ours is not None and (broken := broken_terms(theirs, ours)):
        values = {"edition": terms.name, "source": origin.terms.name, "terms": ", ".join(broken)}
        findings.at("A014", header.licences[0], **values)
