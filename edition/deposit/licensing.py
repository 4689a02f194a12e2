"""Before a package is made: whether it may be public under the licences that the header names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from edition.deposit.findings import Findings
from edition.header.addresses import as_uri, without_password
from edition.header.facts import Facts, Origin, Terms
from edition.header.licence_names import all_reserved, is_called, licence_in_name, licences_in
from edition.header.reading import Header, found, terms_of
from edition.rights.licences import KnownLicence, broken_terms, is_same, licence_called
from edition.rights.reserved import asked, reserved

_EDITION, _SOURCE = "the edition", "the source"
_MARK = "CC-PDM-1.0"


def licence_faults(findings: Findings, header: Header, facts: Facts) -> None:
    """Find what is wrong or doubtful in the licences of the edition and of its sources.

    *header* says *facts*.
    """
    _of_edition(findings, header, facts.terms)
    _one_licence(findings, header.licences)
    _open_to_all(findings, header.availability, _EDITION, is_sure=True)
    _named_alike(findings, header.licences, _EDITION)
    for source, origin in zip(header.sources, facts.origins, strict=True):
        licences = found(source, "t:availability/t:licence")
        _one_licence(findings, licences)
        is_sure = origin.terms is not None and origin.terms.cert == "high"
        _open_to_all(findings, found(source, "t:availability"), _SOURCE, is_sure=is_sure)
        _named_alike(findings, licences, _SOURCE)
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
        words = next(filter(None, map(all_reserved, terms)), "")
        if words:
            findings.at("A041", it, what=what, words=words)
        elif it.get("status") == "restricted":
            findings.at("A036", it, what=what)
        elif it.get("status") == "unknown" and is_sure:
            findings.at("A039", it, what=what)


def _named_alike(findings: Findings, licences: list[Element], what: str) -> None:
    """Whether the words of each licence name the one at its address.

    A042 where its name is that of another or says what it does not ask for, A043 where that is in
    other words, or they keep all rights, or the name of the one at its address stands there, too.
    """
    for licence in licences:
        terms = terms_of(licence)
        known = terms.known
        if known is None:
            continue
        name = " ".join(terms.sentences[:1])
        values = {"what": what, "licence": known.spdx, "target": terms.target}
        named = licence_in_name(name)
        is_own = is_called(name, known)
        if named is not None and not named.is_of(known):
            findings.at("A042", licence, words=named.words, **values)
        elif (words := _not_asked(name, terms)) and not (is_own or any(licences_in(name))):
            findings.at("A042", licence, words=words, **values)
        elif words := next(_told_besides(terms, known, is_own=is_own), ""):
            findings.at("A043", licence, words=words, **values)


def _told_besides(terms: Terms, known: KnownLicence, *, is_own: bool) -> Iterator[str]:
    """What is said with *terms* that the licence, *known*, is not; *is_own*: its name is."""
    for sentence in terms.sentences:
        yield from (it.words for it in licences_in(sentence) if not it.is_of(known))
    yield from filter(None, map(reserved, terms.sentences[not is_own :]))
    yield from filter(None, (_not_asked(it, terms) for it in terms.sentences))


def _not_asked(words: str, terms: Terms) -> str:
    """What of *words* says that a licence asks for what the one of *terms* does not."""
    if terms.alike is None or terms.alike.asks is None:
        return ""
    asks = terms.alike.asks
    return next((said for term, said in asked(words) if term not in asks), "")


def _compatible(
    findings: Findings, header: Header, source: Element, terms: Terms, origin: Origin
) -> None:
    """Whether the edition, under *terms*, keeps what the *source* asks for."""
    if origin.terms is None or not origin.terms.target:
        return
    ours, theirs = terms.alike, origin.terms.alike
    if theirs is None or (ours is None and theirs.asks):
        unknown = terms if theirs else origin.terms
        if all_reserved(unknown):  # A041 says so
            return
        values = {"target": unknown.target, "edition": terms.name, "source": origin.terms.name}
        words = " ".join(unknown.sentences) or "nothing"
        findings.at("A034", source, words=words, **values)
    elif ours is not None and (broken := broken_terms(theirs, ours)):
        values = {"edition": terms.name, "source": origin.terms.name, "terms": ", ".join(broken)}
        findings.at("A014", header.licences[0], **values)
