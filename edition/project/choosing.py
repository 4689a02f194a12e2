"""Which documents of an edition are meant by the names that somebody gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from edition.diagnostic import Diagnostic, EditionError, Place, diagnostic
from edition.project.folder import Project, Sources


def chosen(project: Project, slugs: Collection[str]) -> list[Sources]:
    """The documents of *project* named *slugs*; all, where none is named.

    Raises EditionError (A112) for one that is not there.
    """
    documents = {sources.stem: sources for sources in project.documents()}
    unknown = [slug for slug in slugs if slug not in documents]
    if unknown:
        raise EditionError(*(_unknown(project, slug, documents) for slug in unknown))
    return [it for stem, it in documents.items() if not slugs or stem in slugs]


def _unknown(project: Project, slug: str, known: Iterable[str]) -> Diagnostic:
    near = get_close_matches(slug, sorted(known), 1)
    advice = f"Did you mean {near[0]}?" if near else "A document is named as its file in source/."
    return diagnostic("A112", Place(str(project.source)), slug=slug, advice=advice)
