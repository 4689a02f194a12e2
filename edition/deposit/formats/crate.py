"""``ro-crate-metadata.json``: what lies in the package, who made it, and by what it came about.

RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), on which Process Run Crate 0.5 builds: the encoding is
a CreateAction, by which this program made the TEI of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from edition.deposit.content import Checked
from edition.deposit.formats.description import KIND, abstract, name_of, technical
from edition.header.facts import Agent, Facts, Origin, Terms
from edition.header.identifiers import address

NAME = "ro-crate-metadata.json"
_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_PROCESS = "https://w3id.org/ro/wfrun/process/0.5"
_TERMS = {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}
_PUBLISHER = "#publisher"
_UNKNOWN_TERMS = "#unknown-terms"
UNKNOWN = Terms("")
Entity = dict[str, Any]


class CrateFile(NamedTuple):
    """A file of the crate: its path, media type, purpose, size in bytes and SHA-256.

    *swhid* is what Software Heritage calls its content; '' where nobody will look for it. *terms*
    are its own, ``UNKNOWN`` where the header does not say them; None: those of the whole.
    """

    path: str
    media: str
    about: str
    size: int
    sha256: str
    swhid: str = ""
    terms: Terms | None = None


def crate(
    facts: Facts,
    files: Iterable[CrateFile],
    *,
    made: Iterable[str],
    checked: Checked,
    contact: str = "",
) -> dict[str, Any]:
    """The metadata of a crate of *files*, of which *made* are the TEI files; *checked* is told.

    Readers can write to *contact*, if that is known.
    """
    files = list(files)
    graph: list[Entity] = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _SPECIFICATION},
        },
        _root(facts, files),
        *map(_file, files),
        *_agents(facts, contact),
        *_licences(facts, files),
        *(_origin(it) for it in facts.origins if it.uri),
        *_actions(facts, files, list(made), checked),
    ]
    return {"@context": [f"{_SPECIFICATION}/context", _TERMS], "@graph": list(_each_once(graph))}


def _root(facts: Facts, files: Iterable[CrateFile]) -> Entity:
    identifiers = [address(kind, it) for kind, it in facts.identifiers.items()] or [facts.slug]
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": facts.title,
        "description": abstract(facts),
        "datePublished": facts.date,
        "version": facts.version,
        "identifier": _one_or_all(identifiers),
        "inLanguage": _one_or_all(facts.languages),
        "keywords": ", ".join(facts.subjects),
        "license": _terms(facts.terms),
        "author": _one_or_all([{"@id": _id(facts, it)} for it in facts.creators]),
        "contributor": _one_or_all([{"@id": _id(facts, it)} for it in facts.contributors]),
        "publisher": {"@id": _PUBLISHER},
        "isBasedOn": _one_or_all([{"@id": it.uri} for it in facts.origins if it.uri]),
        "conformsTo": {"@id": _PROCESS} if facts.programs else None,
        "hasPart": [{"@id": it.path} for it in files],
        "mentions": [{"@id": "#encoding"}, {"@id": "#validation"}]
        if facts.programs
        else {"@id": "#validation"},
    }
    return {key: value for key, value in root.items() if value}


def _file(file: CrateFile) -> Entity:
    told: Entity = {
        "@id": file.path,
        "@type": "File",
        "name": file.path.rpartition("/")[2],
        "description": file.about,
        "encodingFormat": file.media,
        "contentSize": str(file.size),
        "sha256": file.sha256,
        "identifier": file.swhid,
        "license": _terms(file.terms),
    }
    return {key: value for key, value in told.items() if value}


def _agents(facts: Facts, contact: str) -> Iterator[Entity]:
    for agent in (*facts.creators, *facts.contributors):
        kind = "Organization" if agent.is_body else "Person"
        told = {
            "@id": _id(facts, agent),
            "@type": kind,
            "name": name_of(agent),
            "familyName": agent.family,
            "givenName": agent.given,
        }
        yield {key: value for key, value in told.items() if value}
    publisher: Entity = {"@id": _PUBLISHER, "@type": "Organization", "name": facts.publisher}
    if contact:
        point = {"@id": f"mailto:{contact}", "@type": "ContactPoint", "email": contact}
        yield publisher | {"contactPoint": {"@id": point["@id"]}}
        yield point | {"contactType": "readers of the edition"}
    else:
        yield publisher


def _terms(terms: Terms | None) -> Mapping[str, str] | None:
    """What leads to *terms*."""
    return None if terms is None else {"@id": terms.uri or _UNKNOWN_TERMS}


def _licences(facts: Facts, files: Iterable[CrateFile]) -> Iterator[Entity]:
    own = [it.terms for it in files]
    for terms in (facts.terms, *(origin.terms for origin in facts.origins), *own):
        if terms is not None and not terms.uri:
            about = "The header of the edition does not say under which terms it may be used."
            yield {
                "@id": _UNKNOWN_TERMS,
                "@type": "CreativeWork",
                "name": "Unknown terms",
                "description": about,
            }
        elif terms is not None:
            known = terms.known
            told = {
                "@id": terms.uri,
                "@type": "CreativeWork",
                "name": terms.name,
                "identifier": f"https://spdx.org/licenses/{known.spdx}" if known else "",
                "description": "Terms of use",
            }
            yield {key: value for key, value in told.items() if value}


def _origin(origin: Origin) -> Entity:
    told: Entity = {
        "@id": origin.uri,
        "@type": "CreativeWork",
        "name": origin.title or origin.address,
        "datePublished": origin.published,
        "publisher": origin.publisher,
        "license": _terms(origin.terms),
        "sha256": origin.sha256,
    }
    if origin.accessed:
        told["description"] = f"The source, captured on {origin.accessed}."
    return {key: value for key, value in told.items() if value}


def _actions(
    facts: Facts, files: Iterable[CrateFile], made: list[str], checked: Checked
) -> Iterator[Entity]:
    """By what the TEI came about, where the header says so, and that it was found valid."""
    if facts.programs:
        yield {
            "@id": _PROCESS,
            "@type": "CreativeWork",
            "name": "Process Run Crate",
            "version": "0.5",
        }
        yield _encoding(facts, files, made)
    for number, it in enumerate(facts.programs, 1):
        yield {
            "@id": f"#program-{number}",
            "@type": "SoftwareApplication",
            "name": it.name,
            "softwareVersion": it.version,
            "description": "A program that worked on the TEI file.",
        }
    yield {
        "@id": "#validation",
        "@type": "AssessAction",
        "name": "Validation by grammar, rules and comparison with the source",
        "description": f"No error; warnings: {checked.warnings}, ignored: {checked.ignored}.",
        "object": _one_or_all([{"@id": it} for it in made]),
    }


def _encoding(facts: Facts, files: Iterable[CrateFile], made: list[str]) -> Entity:
    sources = [it.path for it in files if it.path.startswith("source/")]
    sources = sources or [it.uri for it in facts.origins if it.uri]
    programs = range(1, len(facts.programs) + 1)
    action: Entity = {
        "@id": "#encoding",
        "@type": "CreateAction",
        "name": f"Encoding: {KIND}",
        "description": technical(facts),
        "instrument": _one_or_all([{"@id": f"#program-{it}"} for it in programs]),
        "object": _one_or_all([{"@id": it} for it in sources]),
        "result": _one_or_all([{"@id": it} for it in made]),
        "agent": _one_or_all([{"@id": _id(facts, it)} for it in facts.creators]),
        "endTime": max((change.when for change in facts.changes if change.when), default=""),
    }
    return {key: value for key, value in action.items() if value}


def _id(facts: Facts, agent: Agent) -> str:
    """What *agent* is called in the crate: by ORCID, else by number."""
    if agent.orcid:
        return address("ORCID", agent.orcid)
    return f"#agent-{facts.number_of(agent)}"


def _one_or_all(values: Iterable[Any]) -> Any:
    """The only one of *values*, else all of them, each once."""
    found: list[Any] = []
    found += (it for it in values if it not in found)
    return found[0] if len(found) == 1 else found


def _each_once(graph: Iterable[Entity]) -> Iterator[Mapping[str, Any]]:
    """The first entity of each identifier."""
    seen = set()
    for entity in graph:
        if entity["@id"] not in seen:
            seen.add(entity["@id"])
            yield entity
