"""What people read in a package: ``README.md`` and ``LICENSE.txt``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from edition.deposit.formats.description import (
    KIND,
    abstract,
    attribution,
    citation,
    name_of,
    short_attribution,
    technical,
)
from edition.header.facts import Facts
from edition.header.identifiers import SCHEMES, address

_MOST = 60  # lines of a table that people read


def licence_text(facts: Facts) -> bytes:
    """The terms of the edition and of its sources, each with its address; no word is a licence."""
    return "".join(f"{line}\n" for line in _licence(facts)).encode()


def readme(facts: Facts, files: Sequence[tuple[str, str]]) -> bytes:
    """What the package is, and what its *files* are: the path and the purpose of each."""
    return "".join(f"{line}\n" for line in _readme(facts, files)).encode()


def _licence(facts: Facts) -> Iterator[str]:
    yield f"{facts.title}"
    yield f"{KIND}, version {facts.version}"
    yield ""
    if facts.terms is not None:
        yield f"The edition may be used under {facts.terms.name}:"
        yield facts.terms.target
        known = facts.terms.known
        if known is not None:
            yield f"SPDX-License-Identifier: {known.spdx}"
        yield from _quoted(facts.terms.sentences)
    makers = ", ".join(map(name_of, facts.creators))
    yield ""
    yield f"Attribution: {makers}, {facts.publisher}, {facts.date[:4]}."
    yield ""
    yield "Source"
    yield ""
    yield from attribution(facts)
    for terms in dict.fromkeys(it.terms for it in facts.origins):
        if terms is None:
            yield "The header does not say under which terms the source may be used."
        else:
            yield from _quoted(terms.sentences)


def _quoted(sentences: Sequence[str]) -> Iterator[str]:
    if sentences:
        yield ""
        yield "The header of the TEI file says:"
        yield from (f"  {it}" for it in sentences)


def _readme(facts: Facts, files: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f"# {facts.title}"
    yield ""
    yield abstract(facts)
    yield ""
    yield f"- Version {facts.version}, {facts.date}, {facts.publisher}"
    yield f"- Made by {', '.join(map(name_of, facts.creators))}"
    for scheme in SCHEMES:
        if identifier := facts.identifiers.get(scheme, ""):
            yield f"- {scheme}: {address(scheme, identifier)}"
    if facts.terms is not None:
        yield f"- Licence: {facts.terms.name}, {facts.terms.target}"
    yield ""
    yield "## How to cite"
    yield ""
    yield citation(facts)
    yield ""
    yield "## Source"
    yield ""
    yield from (f"- {line}" for line in short_attribution(facts))
    yield from (
        f"- SHA-256 of {it.filename or 'the source'}: `{it.sha256}`"
        for it in facts.origins
        if it.sha256
    )
    yield ""
    yield "## Files"
    yield ""
    yield "| file | is |"
    yield "|---|---|"
    yield from (f"| `{path}` | {about} |" for path, about in _listed(files))
    if method := technical(facts):
        yield ""
        yield "## Method"
        yield ""
        yield method


def _listed(files: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """*files*; where they are many, their folders, with how many files of one purpose are there."""
    if len(files) <= _MOST:
        yield from files
        return
    kinds = Counter((path.rpartition("/")[0] or ".", about) for path, about in files)
    for (folder, about), count in kinds.items():
        yield f"{folder}/", f"{about}; files: {count}"
