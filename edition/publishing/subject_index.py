"""The index of all persons, all places …: by surname where the register marks one, else as written.

A long index has a page a letter, and a first page with the letters and who is named most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.geography.map import Spot, map_of
from edition.publishing.pages import part_address
from edition.publishing.sorting import folded
from edition.publishing.subjects import Subject
from edition.tei.registers import name_elements, text_of
from edition.tei.vocabulary import tei

MOST_LISTED = 350  # on one page, spots of its map with them: it stays below 150 kB
_MOST_NAMED = 50  # shown first where an index has many pages
_HINT = 90  # characters
_SURNAME = tei("surname")
# What tells namesakes apart, the best first.
_HINTS = [tei(name) for name in ("roleName", "occupation", "affiliation", "country", "note")]


class Listed(NamedTuple):
    """A subject in the index of its kind; *hint* tells it from a namesake, '' where nothing does.

    *surname* is the part of the name that it stands under, '' where that is the whole.
    """

    kind: str
    address: str
    name: str
    surname: str
    hint: str
    documents: int
    occurrences: int
    turns: int

    @property
    def order(self) -> tuple[str, str, str]:
        """What indexes are sorted by."""
        before, surname, after = self.name.rpartition(self.surname) if self.surname else ("",) * 3
        shown = f"{surname} {before} {after}" if surname else self.name
        return folded(shown), shown, self.address

    @property
    def initial(self) -> str:
        """The letter under which it stands, '' where it begins with none."""
        first = self.order[0][:1].upper()[:1]
        return first if first.isalpha() else ""


def listed(subject: Subject) -> Listed:
    """What the index tells of *subject*."""
    return Listed(
        kind=subject.kind,
        address=subject.address,
        name=subject.name,
        surname=_surname(subject.entry, subject.name),
        hint=_hint(subject.entry),
        documents=len(subject.appearances),
        occurrences=sum(len(it.occurrences) for it in subject.appearances),
        turns=sum(len(it.turns) for it in subject.appearances),
    )


def of_index(
    subjects: Iterable[Listed], kind: str, spots: Sequence[Spot] = ()
) -> Iterator[Element]:
    """What the stylesheet of subjects makes the pages from that list *subjects* of one *kind*.

    The first has a map of *spots*.
    """
    drawn = map_of(spots) if spots else None
    index = _Index(kind, sorted(subjects, key=lambda it: it.order))
    for number, root in enumerate(index.pages(0 if drawn is None else len(drawn.findall("spot")))):
        if drawn is not None and not number:
            root.append(drawn)
        yield root


class _Index:
    """The index of one kind, its subjects in order."""

    def __init__(self, kind: str, subjects: Sequence[Listed]) -> None:
        self._kind = kind
        self._subjects = subjects
        self._bearers = Counter(folded(it.name) for it in subjects)
        self._address = f"{kind}/index.html"

    def pages(self, others: int) -> Iterator[Element]:
        """What each page is made from; the first has *others* besides, on a map."""
        # Those under no letter stand first, wherever they would be sorted.
        ordered = sorted(self._subjects, key=lambda it: it.initial)
        letters = {it: list(group) for it, group in groupby(ordered, lambda it: it.initial)}
        if len(ordered) + others <= MOST_LISTED:
            root = self._page(self._address, "", letters, "whole")
            self._list(root, ordered)
            yield root
            return
        first = self._page(self._address, "", letters, "first")
        most = sorted(ordered, key=lambda it: (-it.occurrences - it.turns, it.order))
        self._list(first, sorted(most[:_MOST_NAMED], key=lambda it: it.order))
        yield first
        for initial, subjects in letters.items():
            yield from self._parts(initial, subjects, letters)

    def _parts(
        self, initial: str, subjects: list[Listed], letters: dict[str, list[Listed]]
    ) -> Iterator[Element]:
        """The pages of the letter *initial*."""
        pages = [subjects[n : n + MOST_LISTED] for n in range(0, len(subjects), MOST_LISTED)]
        address = _letter_address(self._kind, initial)
        for number, page in enumerate(pages, 1):
            root = self._page(part_address(address, number), initial, letters, "letter")
            for n, part in enumerate(pages if len(pages) > 1 else (), 1):
                link = etree.SubElement(root, "part", address=part_address(address, n))
                link.attrib.update({"first": part[0].name, "last": part[-1].name})
                link.set("here", "yes" if n == number else "no")
            self._list(root, page)
            yield root

    def _page(
        self, address: str, initial: str, letters: dict[str, list[Listed]], extent: str
    ) -> Element:
        root = etree.Element("index", kind=self._kind, address=address, initial=initial)
        root.attrib.update({"total": str(len(self._subjects)), "extent": extent})
        for letter, subjects in letters.items():
            link = etree.SubElement(root, "letter", initial=letter, total=str(len(subjects)))
            link.set("address", "" if extent == "whole" else _letter_address(self._kind, letter))
        return root

    def _list(self, root: Element, subjects: Iterable[Listed]) -> None:
        for subject in subjects:
            line = etree.SubElement(root, "listed", address=subject.address)
            line.set("initial", subject.initial)
            before, surname, after = subject.name.rpartition(subject.surname or "\n")
            line.attrib.update({"before": before, "surname": surname, "after": after})
            figures = {"turns": subject.turns, "occurrences": subject.occurrences}
            line.attrib.update({key: str(figure) for key, figure in figures.items()})
            if self._bearers[folded(subject.name)] > 1:
                line.set("hint", subject.hint)


def _letter_address(kind: str, initial: str) -> str:
    return f"{kind}/index..{quote(initial or 'other')}.html"


def _surname(entry: Element, name: str) -> str:
    """The surname that the first name of *entry* marks, where it is a part of *name*."""
    marked = next((found for it in name_elements(entry)[:1] for found in it.iter(_SURNAME)), None)
    surname = "" if marked is None else text_of(marked)
    return surname if surname in name else ""


def _hint(entry: Element) -> str:
    """What *entry* says of its bearer, in few words."""
    for tag in _HINTS:
        for said in entry.iter(tag):
            if words := text_of(said):
                return words if len(words) <= _HINT else words[:_HINT].rpartition(" ")[0] + " …"
    return ""
