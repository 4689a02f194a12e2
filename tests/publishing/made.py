"""Pages of subjects, as the tests of them want them: from values to HTML at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from edition.publishing.geography.map import Spot
from edition.publishing.pages import Page, made_pages
from edition.publishing.subject_index import Listed, of_index
from edition.publishing.subjects import Subject, of_subjects
from edition.resources import SUBJECTS


def subject_index(
    subjects: Iterable[Listed], kind: str, *, language: str = "en", spots: Sequence[Spot] = ()
) -> Iterator[Page]:
    """The pages that list *subjects* of one *kind*."""
    return made_pages(SUBJECTS, of_index(subjects, kind, spots), language=language)


def subject_pages(
    subjects: Iterable[Subject], names: Mapping[str, str], *, language: str = "en"
) -> Iterator[Page]:
    """The pages of *subjects*."""
    return made_pages(SUBJECTS, of_subjects(subjects, names), language=language)
