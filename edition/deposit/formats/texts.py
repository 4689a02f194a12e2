"""What people read in a package: ``README.md`` and ``LICENSE.txt``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from edition.deposit.content import Document
from edition.deposit.formats.description import (
    KIND,
    MOST_SOURCES,
    abstract,
    attribution,
    citation,
    name_of,
    short_attribution,
    technical,
)
from edition.deposit.formats.markdown import code, line, words
from edition.header.facts import Facts, Terms
from edition.header.identifiers import SCHEMES, address

_MOST = 60  # lines of a table that people read


def licence_text(facts: Facts, documents: Sequence[Document] = ()) -> bytes:
    """The terms of the edition and of its sources, each with its address; no word is a licence.

    Where there are several *documents*, which of them is under which terms.
    """
    lines = [*_licence(facts), *_of_documents(documents)]
    return "".join(f"{it}\n" for it in lines).encode()


def readme(facts: Facts, files: Sequence[tuple[str, str]]) -> bytes:
    """What the package is, and what its *files* are: the path and the purpose of each."""
    return "".join(f"{it}\n" for it in _readme(facts, files)).encode()


def _licence(facts: Facts) -> Iterator[str]:
    yield f"{facts.title}"
    yield f"{KIND}, version {facts.version}"
    yield ""
    if facts.terms is not None:
        known, name = facts.terms.known, facts.terms.name
        is_named = name != facts.terms.target
        yield f"The edition may be used under {f'{name}:' if is_named else 'the terms at'}"
        yield facts.terms.target
        if known is not None:
            yield f"SPDX-License-Identifier: {known.spdx}"
        yield from _quoted(facts.terms.sentences)
    named = dict.fromkeys([*map(name_of, facts.creators), facts.publisher])
    yield ""
    yield f"Attribution: {', '.join(named)}, {facts.date[:4]}."
    if facts.rights_holders:
        yield f"Rights holder: {', '.join(map(name_of, facts.rights_holders))}."
    yield ""
    yield "Source"
    yield ""
    yield from _of_sources(facts)


def _of_sources(facts: Facts) -> Iterator[str]:
    """Each source; below those with the same terms, what the header says of these."""
    alike: dict[Terms | None, list[str]] = {}
    for origin, said in zip(facts.origins, attribution(facts), strict=True):
        alike.setdefault(origin.terms, []).append(said)
    for number, (terms, lines) in enumerate(alike.items()):
        if number:
            yield ""
        yield from lines
        if terms is None:
            of = "the source" if len(lines) == 1 else "these sources"
            yield f"The header does not say under which terms {of} may be used."
        else:
            yield from _quoted(terms.sentences)


def _of_documents(documents: Sequence[Document]) -> Iterator[str]:
    """The files of *documents*, by their own terms and by those of their sources."""
    if not documents:
        return
    is_one = len(documents) == 1
    yield ""
    yield "Document" if is_one else "Documents"
    yield ""
    yield "What was made of a document, in html/ and text/, has its terms."
    own: dict[str, list[str]] = {}
    theirs: dict[str, list[str]] = {}
    for it in documents:
        own.setdefault(_named(it.terms), []).append(it.path)
        for terms in dict.fromkeys(map(_named, it.of_sources)):
            theirs.setdefault(terms, []).append(it.path)
    these, of_these = "These are", "The sources of these are"
    if is_one:
        these = "This is"
        of_these = _of_the_sources(documents[0])
    for what, groups in ((these, own), (of_these, theirs)):
        for terms, paths in groups.items():
            yield ""
            yield f"{what} under {terms}:"
            yield from (f"  {it}" for it in paths)


def _of_the_sources(document: Document) -> str:
    """How a sentence on terms of sources of the only *document* begins."""
    is_one = len(document.of_sources) == 1
    return "The source of this is" if is_one else "Sources of this are"


def _named(terms: Terms | None) -> str:
    """*terms* by name and address."""
    if terms is None or not terms.target:
        return "terms that the header does not say"
    return terms.target if terms.name == terms.target else f"{terms.name}, {terms.target}"


def _quoted(sentences: Sequence[str]) -> Iterator[str]:
    if sentences:
        yield ""
        yield "The header of the TEI file says:"
        yield from (f"  {it}" for it in sentences)


def _readme(facts: Facts, files: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f"# {words(facts.title)}"
    yield ""
    yield line(abstract(facts))
    yield ""
    yield f"- Version {facts.version}, {facts.date}, {words(facts.publisher)}"
    yield f"- Made by {words(', '.join(map(name_of, facts.creators)))}"
    for scheme in SCHEMES:
        if identifier := facts.identifiers.get(scheme, ""):
            yield f"- {scheme}: <{address(scheme, identifier)}>"
    if facts.terms is not None:
        yield f"- Licence: {words(_named(facts.terms))}"
    yield ""
    yield "## How to cite"
    yield ""
    yield line(citation(facts))
    yield ""
    yield "## Source"
    yield ""
    yield from (f"- {line(it)}" for it in short_attribution(facts))
    yield from (
        f"- SHA-256 of {words(it.filename or 'the source')}: {code(it.sha256)}"
        for it in facts.origins
        if it.sha256 and len(facts.origins) <= MOST_SOURCES
    )
    yield ""
    yield "## Files"
    yield ""
    yield "| file | is |"
    yield "|---|---|"
    yield from (f"| {code(path)} | {words(about)} |" for path, about in _listed(files))
    if method := technical(facts):
        yield ""
        yield "## Method"
        yield ""
        yield line(method)


def _listed(files: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """*files*; where they are many, their folders, with how many files of one purpose are there."""
    if len(files) <= _MOST:
        yield from files
        return
    kinds = Counter((path.rpartition("/")[0] or ".", about) for path, about in files)
    for (folder, about), count in kinds.items():
        yield f"{folder}/", f"{about}; files: {count}"
