"""What a repository tells DataCite, compared with what the package says.

Repositories write some things in their own way: languages and schemes of identifiers in other
codes, the address of an ORCID record as its number, a name as "family, given", a licence that is in
no vocabulary of theirs by its address. These are the same.
They may add identifiers, relations and dates; what the package says must still be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from edition.header.languages import three_letters
from edition.rights.licences import known_licence, licence_called

_NOTHING = "nothing"


class Difference(NamedTuple):
    """A *field* of which the package says *ours* and the repository *theirs*."""

    field: str
    ours: str
    theirs: str


def differences(ours: bytes, theirs: bytes) -> list[Difference]:
    """What *theirs*, the repository's description as XML, has not as *ours* has it."""
    there = _facts(theirs)
    if there is None:
        return [Difference("description", "a description as DataCite takes it", _NOTHING)]
    return [
        Difference(field, _told(said), _told(there.get(field, [])))
        for field, said in (_facts(ours) or {}).items()
        if not _is_kept(field, said, there.get(field, []))
    ]


def _is_kept(field: str, said: list[str], there: list[str]) -> bool:
    """Whether *there* is what was *said*, in order; of some fields more may be there."""
    return set(said) <= set(there) if field in _MORE_MAY_BE else said == there


_MORE_MAY_BE = frozenset({"relatedIdentifier", "contributor", "rights", "subject", "description"})


def _facts(data: bytes) -> dict[str, list[str]] | None:
    """The facts that count in a description of DataCite, by field; None where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    facts: dict[str, list[str]] = {}
    for field, fact in _read(root):
        if fact:
            facts.setdefault(field, []).append(fact)
    return facts or None


def _read(root: Element) -> Iterator[tuple[str, str]]:
    yield from (("DOI", _text(one).lower()) for one in _all(root, "identifier"))
    for title in _all(root, "titles", "title"):
        if not title.get("titleType"):
            yield "title", _text(title)
    for field in ("publicationYear", "version"):
        yield from ((field, _text(one)) for one in _all(root, field))
    yield from (("language", _language(_text(one))) for one in _all(root, "language"))
    for one in _all(root, "resourceType"):
        yield "resourceType", one.get("resourceTypeGeneral", "")
    yield from (("creator", _person(one)) for one in _all(root, "creators", "creator"))
    for one in _all(root, "contributors", "contributor"):
        yield "contributor", _person(one)
    for one in _all(root, "rightsList", "rights"):
        yield "rights", _licence(one)
    for one in _all(root, "relatedIdentifiers", "relatedIdentifier"):
        yield "relatedIdentifier", f"{one.get('relationType')} {_bare(_text(one))}"


def _licence(one: Element) -> str:
    """A licence by SPDX, whether its identifier is given or its address alone; else as it is."""
    identifier, uri = one.get("rightsIdentifier", ""), one.get("rightsURI", "")
    known = licence_called(identifier) or known_licence(uri)
    return (known.spdx if known else identifier or uri.rstrip("/")).lower()


def _person(one: Element) -> str:
    """A creator or contributor: name and ORCID, in which no spelling counts."""
    names = [_text(name) for tag in _NAMES for name in _all(one, tag)]
    identifiers = sorted(_bare(_text(i)).upper() for i in _all(one, "nameIdentifier"))
    return " ".join([*names[:1], *identifiers])


_NAMES = ("creatorName", "contributorName")


def _bare(identifier: str) -> str:
    """*identifier* without the address of the service that resolves it."""
    for before in ("https://orcid.org/", "http://orcid.org/", "https://doi.org/"):
        identifier = identifier.removeprefix(before)
    return identifier.rstrip("/")


def _language(code: str) -> str:
    """*code* in three letters, where there are such for it."""
    return three_letters(code) or code.lower()


def _all(parent: Element, *path: str) -> list[Element]:
    return parent.findall("/".join(f"{{*}}{name}" for name in path))


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext(with_tail=False)).split())


def _told(facts: list[str]) -> str:
    return ", ".join(f"“{fact}”" for fact in facts) or _NOTHING
