"""To what else a deposit is related, in the words of DataCite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edition.header.facts import Facts


class Relation(NamedTuple):
    """A *relation* of DataCite to what has the *identifier* of *scheme*: ``DOI`` or ``URL``."""

    relation: str
    scheme: str
    identifier: str


def relations(facts: Facts) -> Iterator[Relation]:
    """Each once: the version before, the documents of a corpus, the sources."""
    if facts.previous:
        yield Relation("IsNewVersionOf", "DOI", facts.previous)
    yield from (Relation("HasPart", "DOI", it) for it in dict.fromkeys(facts.parts))
    sources = dict.fromkeys(it.uri for it in facts.origins if it.uri)
    yield from (Relation("IsDerivedFrom", "URL", it) for it in sources)
