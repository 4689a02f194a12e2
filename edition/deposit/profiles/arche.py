"""ARCHE (ACDH-CH): the files under their names, and what they are in RDF (Turtle).

Ontology: https://vocabs.acdh.oeaw.ac.at/schema#. What no header says is left to the checklist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from edition.deposit.alone import standing_alone
from edition.deposit.content import Deposit, File, Part
from edition.deposit.formats.description import abstract
from edition.header.facts import Agent, Facts, Origin, Terms
from edition.header.identifiers import address

_IDS = "https://id.acdh.oeaw.ac.at"
_VOCABULARIES = "https://vocabs.acdh.oeaw.ac.at"
_CATEGORIES = {"tei": "text/tei", "source": "text", "text": "text"}
# What the vocabulary https://vocabs.acdh.oeaw.ac.at/archelicenses calls otherwise than SPDX.
_MARK = {"CC-PDM-1.0": "publicdomain-1-0"}
_Pair = tuple[str, str]


def files(deposit: Deposit, part: Part) -> dict[str, bytes]:
    """The files by their path: those of the document in ``data/``, and ``metadata.ttl``."""
    tei = part.tei._replace(data=standing_alone(part.tei.data), about="the edition")
    held = [tei, *([part.source] if part.source else [])]
    held += [it for it in part.others if it.path.startswith("text/")]
    found = {f"data/{it.path}": it.data for it in held}
    return {**found, "metadata.ttl": _turtle(deposit, held, part.origin)}


def _turtle(deposit: Deposit, held: Iterable[File], origin: Origin | None) -> bytes:
    facts = deposit.facts
    top = f"{_IDS}/{deposit.name}"
    lines = [
        f"@prefix acdh: <{_VOCABULARIES}/schema#> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        "",
        *_thing(f"<{top}>", "TopCollection", [*_of_collection(facts), *_common(facts)]),
    ]
    for file in held:
        kind = file.path.partition("/")[0]
        said = _of_source(facts, origin, file) if kind == "source" else _of_edition(facts, file)
        told = [
            *said,
            ("isPartOf", f"<{top}>"),
            ("hasFilename", _text(file.path.rpartition("/")[2])),
            ("hasCategory", f"<{_VOCABULARIES}/archecategory/{_CATEGORIES[kind]}>"),
            ("hasHosting", f"<{_IDS}/arche>"),
        ]
        lines += _thing(f"<{top}/{file.path}>", "Resource", told)
    for agent in facts.agents:
        lines += _agent(facts, agent)
    return "".join(f"{line}\n" for line in lines).encode()


def _of_edition(facts: Facts, file: File) -> Iterator[_Pair]:
    """What is said of a *file* that we made."""
    yield "hasTitle", _title(facts.title, file, _language(facts))
    yield "hasDescription", f"{_text(file.about)}@en"
    yield from _common(facts)
    yield "hasVersion", _text(facts.version)


def _of_source(facts: Facts, origin: Origin | None, file: File) -> Iterator[_Pair]:
    """What is known of the source: nothing that is said of the edition holds for it."""
    origin = origin or Origin()
    yield "hasTitle", _title(origin.title or facts.title, file, _language(facts))
    yield "hasDescription", f"{_text(file.about)}@en"
    yield from _licence(origin.terms)
    yield from (("hasLanguage", f"<{_VOCABULARIES}/iso6393/{it}>") for it in facts.codes)
    if origin.uri:
        yield "hasSource", f"<{origin.uri}>"


def _licence(terms: Terms | None) -> Iterator[_Pair]:
    known = terms.known if terms else None
    # What else the vocabulary has is not known here.
    if known is not None and known.spdx.startswith(("CC-BY", "CC0", *_MARK)):
        licence = _MARK.get(known.spdx, known.record_id.replace(".", "-"))
        yield "hasLicense", f"<{_VOCABULARIES}/archelicenses/{licence}>"


def _language(facts: Facts) -> str:
    return facts.language if facts.language not in ("", "und") else "en"


def _title(title: str, file: File, language: str) -> str:
    """*title* as that of a *file*: two of one document have other paths, in any language."""
    return f"{_text(f'{title} ({file.path})')}@{language}"


def _common(facts: Facts) -> Iterator[_Pair]:
    """What is said of the collection and of each file that we made."""
    yield from (("hasCreator", _id(facts, it)) for it in facts.creators)
    yield from (("hasContributor", _id(facts, it)) for it in facts.contributors)
    yield from (("hasRightsHolder", _id(facts, it)) for it in facts.rights_holders)
    yield from _licence(facts.terms)
    yield from (("hasLanguage", f"<{_VOCABULARIES}/iso6393/{it}>") for it in facts.codes)
    if len(facts.date) == len("2026-01-31"):
        yield "hasIssuedDate", f'"{facts.date}"^^xsd:date'


def _of_collection(facts: Facts) -> Iterator[_Pair]:
    yield "hasTitle", f"{_text(facts.title)}@{_language(facts)}"
    yield "hasDescription", f"{_text(abstract(facts))}@en"
    yield from (("hasEditor", _id(facts, it)) for it in facts.editors)
    yield from (("hasSubject", f"{_text(it)}@en") for it in facts.subjects)
    yield from (("hasSource", f"<{it.uri}>") for it in facts.origins if it.uri)
    yield "hasHosting", f"<{_IDS}/arche>"
    if facts.terms is not None:
        yield "hasLicenseSummary", f"{_text(facts.terms.name)}@en"
    for scheme, identifier in facts.identifiers.items():
        yield "hasIdentifier", f"<{address(scheme, identifier)}>"


def _agent(facts: Facts, agent: Agent) -> Iterator[str]:
    told = [("hasTitle", f"{_text(agent.inverted)}@und")]
    if agent.family:
        told.append(("hasLastName", f"{_text(agent.family)}@und"))
    if agent.given:
        told.append(("hasFirstName", f"{_text(agent.given)}@und"))
    yield from _thing(_id(facts, agent), "Organisation" if agent.is_body else "Person", told)


def _thing(subject: str, kind: str, told: Iterable[_Pair]) -> Iterator[str]:
    yield f"{subject} a acdh:{kind}"
    yield from (f"  ; acdh:{name} {value}" for name, value in told)
    yield "  ."
    yield ""


def _id(facts: Facts, agent: Agent) -> str:
    """*agent* by ORCID, else a blank node with its number: ARCHE gives it an identifier."""
    if agent.orcid:
        return f"<{address('ORCID', agent.orcid)}>"
    return f"_:agent{facts.number_of(agent)}"


def _text(words: str) -> str:
    """A string of JSON is one of Turtle."""
    return msgspec.json.encode(words).decode()
