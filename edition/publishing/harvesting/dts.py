"""Distributed Text Services 1.0 (dtsapi.org) as files: its templates are those of their paths.

What is cited are turns, and paragraphs in them, by their identifiers. The templates have no place
for ``ref``, ``start`` and ``end``: a document is had as a whole, and each unit has its own address
(``@id``) in the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from edition.publishing.data import Data
from edition.publishing.harvesting.site import Site, Work

_CONTEXT = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
_TREES = [
    {
        "@type": "CitationTree",
        "citeStructure": [
            {
                "@type": "CiteStructure",
                "citeType": "turn",
                "citeStructure": [{"@type": "CiteStructure", "citeType": "paragraph"}],
            }
        ],
    }
]


def entry_and_collections(site: Site, works: Sequence[Work]) -> dict[str, bytes]:
    """The entry point, and the collection of all documents with each of these, by path."""
    root = _root(works)
    collection = _collection(site, root, len(works))
    resources = {work.record.name: _resource(site, work) for work in works}
    children = _CONTEXT | collection | {"member": list(resources.values())}
    made: dict[str, Any] = {
        "dts/index.json": _CONTEXT | _entry_point(site),
        "dts/collection.json": children,
        f"dts/collection/{root}.json": children,
        f"dts/collection/{root}/children.json": children,
        f"dts/collection/{root}/parents.json": _CONTEXT | collection | {"member": []},
    }
    for name, resource in resources.items():
        path = f"dts/collection/{name}"
        made[f"{path}.json"] = _CONTEXT | resource
        made[f"{path}/children.json"] = _CONTEXT | resource | {"member": []}
        made[f"{path}/parents.json"] = _CONTEXT | resource | {"member": [collection]}
    return {path: _json(answer) for path, answer in made.items()}


def navigation(site: Site, data: Data) -> dict[str, bytes]:
    """What can be cited in a document, to each depth that can be asked for, by path."""
    work = Work(data.document, data.reference)
    units = list(_units(site, work, data))
    made = {}
    for down, deepest in (("1", 1), ("2", 2), ("-1", 2)):
        path = f"dts/navigation/{work.record.name};down={down}.json"
        made[path] = _json(
            _CONTEXT
            | {
                "@id": site.at(path),
                "@type": "Navigation",
                "resource": _resource(site, work),
                "member": [unit for unit in units if unit["level"] <= deepest],
            }
        )
    return made


def _entry_point(site: Site) -> dict[str, Any]:
    return {
        "@id": site.at("dts/index.json"),
        "@type": "EntryPoint",
        "collection": _template(site, "dts/collection", "{/id,nav}.json"),
        "navigation": _template(site, "dts/navigation", "/{resource}{;down}.json"),
        "document": _template(site, "tei", "/{resource}.xml"),
    }


def _template(site: Site, path: str, rest: str) -> str:
    return site.at(path) + rest


def _root(works: Iterable[Work]) -> str:
    """What the collection of all documents is called: as no document is."""
    taken = {work.record.name for work in works}
    name = "edition"
    while name in taken:
        name += "~"
    return name


def _collection(site: Site, root: str, size: int) -> dict[str, Any]:
    return {
        "@id": root,
        "@type": "Collection",
        "title": site.name,
        "totalParents": 0,
        "totalChildren": size,
        "collection": _template(site, f"dts/collection/{root}", "{/nav}.json"),
    }


def _resource(site: Site, work: Work) -> dict[str, Any]:
    name = work.record.name
    return {
        "@id": name,
        "@type": "Resource",
        "title": work.reference.title,
        "totalParents": 1,
        "totalChildren": 0,
        "dublinCore": _dublin_core(work),
        "collection": _template(site, f"dts/collection/{name}", "{/nav}.json"),
        "navigation": _template(site, f"dts/navigation/{name}", "{;down}.json"),
        "document": site.at(f"tei/{name}.xml"),
        "download": {media_type: site.at(path) for media_type, path in work.media()},
        "mediaTypes": ["application/tei+xml"],
        "citationTrees": _TREES,
    }


def _dublin_core(work: Work) -> dict[str, Any]:
    reference = work.reference
    language = reference.language
    told: dict[str, Any] = {
        "title": _words(reference.title, language),
        "creator": [name.name for name in reference.authors],
        "contributor": [name.name for name in reference.editors],
        "publisher": [reference.publisher] if reference.publisher else [],
        "issued": reference.published,
        "language": [language] if language != "und" else [],
        "license": [reference.licence] if reference.licence else [],
        "source": [reference.source_address] if reference.source_address else [],
    }
    return {name: value for name, value in told.items() if value}


def _units(site: Site, work: Work, data: Data) -> Iterator[dict[str, Any]]:
    page = site.at(work.page)
    for turn in data.turns:
        if not turn.id:
            continue
        speaker = data.names(turn.who) or turn.speaker
        yield _unit(page, turn.id, 1, None) | (
            {"dublinCore": {"title": _words(speaker, work.reference.language)}} if speaker else {}
        )
        for paragraph in turn.paragraphs:
            yield _unit(page, paragraph.id, 2, turn.id)


def _unit(page: str, name: str, level: int, parent: str | None) -> dict[str, Any]:
    return {
        "@id": f"{page}#{quote(name)}",
        "@type": "CitableUnit",
        "identifier": name,
        "level": level,
        "parent": parent,
        "citeType": "turn" if level == 1 else "paragraph",
    }


def _words(words: str, language: str) -> list[dict[str, str]]:
    return [{"value": words} | ({"lang": language} if language != "und" else {})]


def _json(answer: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(answer), indent=1) + b"\n"
