"""``ro-crate-metadata.json``: what lies in the package, who made it, and by what it came about.

RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), on which Process Run Crate 0.5 builds: the encoding is
a CreateAction, by which this program made the TEI of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from edition.deposit.content import Checked
from edition.deposit.formats.description import KIND, abstract, name_of, technical
from edition.header.facts import Agent, Facts, Origin
from edition.header.identifiers import address

NAME = "ro-crate-metadata.json"
_SPECIFICATION = "https://w3id.org/ro/crate/1.1"
_PROCESS = "https://w3id.org/ro/wfrun/process/0.5"
_TERMS = {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}
_PUBLISHER = "#publisher"
Entity = dict[str, Any]


class CrateFile(NamedTuple):
    """A file of the crate: its path, media type, purpose, size in bytes and SHA-256.

    *swhid* is what Software Heritage calls its content; '' where nobody will look for it.
    """

    path: str
    media: str
    about: str
    size: int
    sha256: str
    swhid: str = ""


def crate(
    facts: Facts, files: Iterable[CrateFile], *, made: Iterable[str], checked: Checked
) -> dict[str, Any]:
    """The metadata of a crate of *files*, of which *made* are the TEI files; *checked* is told."""
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
        *_agents(facts),
        *_licences(facts),
        *(_origin(it) for it in facts.origins if it.address),
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
        "license": {"@id": facts.terms.target} if facts.terms else None,
        "author": _one_or_all([{"@id": _id(it)} for it in facts.creators]),
        "contributor": _one_or_all([{"@id": _id(it)} for it in facts.contributors]),
        "publisher": {"@id": _PUBLISHER},
        "isBasedOn": _one_or_all([{"@id": it.address} for it in facts.origins if it.address]),
        "conformsTo": {"@id": _PROCESS} if facts.programs else None,
        "hasPart": [{"@id": it.path} for it in files],
        "mentions": [{"@id": "#encoding"}, {"@id": "#validation"}]
        if facts.programs
        else {"@id": "#validation"},
    }
    return {key: value for key, value in root.items() if value}


def _file(file: CrateFile) -> Entity:
    told = {
        "@id": file.path,
        "@type": "File",
        "name": file.path.rpartition("/")[2],
        "description": file.about,
        "encodingFormat": file.media,
        "contentSize": str(file.size),
        "sha256": file.sha256,
        "identifier": file.swhid,
    }
    return {key: value for key, value in told.items() if value}


def _agents(facts: Facts) -> Iterator[Entity]:
    for agent in (*facts.creators, *facts.contributors):
        kind = "Organization" if agent.is_body else "Person"
        told = {
            "@id": _id(agent),
            "@type": kind,
            "name": name_of(agent),
            "familyName": agent.family,
            "givenName": agent.given,
        }
        yield {key: value for key, value in told.items() if value}
    yield {"@id": _PUBLISHER, "@type": "Organization", "name": facts.publisher}


def _licences(facts: Facts) -> Iterator[Entity]:
    for terms in (facts.terms, *(origin.terms for origin in facts.origins)):
        if terms is not None and terms.target:
            known = terms.known
            told = {
                "@id": terms.target,
                "@type": "CreativeWork",
                "name": terms.name,
                "identifier": f"https://spdx.org/licenses/{known.spdx}" if known else "",
                "description": "Terms of use",
            }
            yield {key: value for key, value in told.items() if value}


def _origin(origin: Origin) -> Entity:
    told: Entity = {
        "@id": origin.address,
        "@type": "CreativeWork",
        "name": origin.title or origin.address,
        "datePublished": origin.date,
        "publisher": origin.publisher,
        "license": {"@id": origin.terms.target} if origin.terms and origin.terms.target else None,
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
    for it in facts.programs:
        yield {
            "@id": f"#program-{it.name}",
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
    sources = sources or [it.address for it in facts.origins if it.address]
    action: Entity = {
        "@id": "#encoding",
        "@type": "CreateAction",
        "name": f"Encoding: {KIND}",
        "description": technical(facts),
        "instrument": _one_or_all([{"@id": f"#program-{it.name}"} for it in facts.programs]),
        "object": _one_or_all([{"@id": it} for it in sources]),
        "result": _one_or_all([{"@id": it} for it in made]),
        "agent": _one_or_all([{"@id": _id(it)} for it in facts.creators]),
        "endTime": max((change.when for change in facts.changes if change.when), default=""),
    }
    return {key: value for key, value in action.items() if value}


def _id(agent: Agent) -> str:
    """What *agent* is called in the crate: by ORCID, else by the name."""
    if agent.orcid:
        return address("ORCID", agent.orcid)
    return f"#{'-'.join(agent.name.split())}"


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
