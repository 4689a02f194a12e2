"""Pages of subjects: of each person, place, organisation ….

The page of a subject has every turn of theirs and every place where they are named, with a line of
context and who says it. A long one is parted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse, islice
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.geography.map import Spot, small_map
from edition.publishing.pages import part_address
from edition.publishing.places import position
from edition.publishing.record import Record
from edition.tei.concordance import Occurrence, Turn
from edition.tei.vocabulary import local

# The folder of the pages, by the element of the entry.
FOLDERS = {
    "person": "people",
    "personGrp": "people",
    "place": "places",
    "org": "organisations",
    "event": "events",
    "bibl": "works",
    "object": "objects",
}
# An index of each of these there is always, so that every page can lead there.
ALWAYS = ("people", "places", "organisations")
MOST_LINES = 250  # of a page: it stays below 150 kB
_TOGETHER = 16  # pages that the engine is given at once


class Appearance(NamedTuple):
    """What a document has of a subject."""

    record: Record
    turns: Sequence[Turn]
    occurrences: Sequence[Occurrence]


class Subject(NamedTuple):
    """Somebody or something with pages of its own; *address* is seen from the folder of pages.

    *entry* is the TEI element that tells of it, *name* what it is listed by.
    """

    address: str
    name: str
    entry: Element
    appearances: Sequence[Appearance]

    @property
    def kind(self) -> str:
        """The folder of its pages."""
        return FOLDERS[local(str(self.entry.tag))]


def address(key: str, element: str) -> str:
    """Where the page of the entry *key*, a TEI *element*, is, seen from the folder of pages.

    That of a person called ``index`` is not where a page of the index of persons is.
    """
    name = f"{key}~" if key.casefold().partition("..")[0] == "index" else key
    return f"{FOLDERS[element]}/{quote(name)}.html"


def key_of(address: str) -> str:
    """The key of the entry whose page is at *address*."""
    return unquote(PurePosixPath(address).name).removesuffix(".html").removesuffix("~")


def spot_of(subject: Subject) -> Spot | None:
    """*subject* on a map, where the register says that it is a place and where that lies."""
    at = position(subject.entry) if subject.kind == "places" else None
    if at is None:
        return None
    mentions = sum(len(it.occurrences) for it in subject.appearances)
    return Spot(subject.name, subject.address, *at, mentions, subject.entry)


def of_subjects(
    subjects: Iterable[Subject],
    names: Mapping[str, str],
    stays: Callable[[Element], bool] = lambda _page: False,
) -> Iterator[Element]:
    """What the stylesheet of subjects makes the pages of *subjects* from.

    *names* are those of the speakers, by identifier. A page that *stays* is left out.
    """
    pages = (page for subject in subjects for page in _pages(subject, names))
    wanted = filterfalse(stays, pages)
    while together := list(islice(wanted, _TOGETHER)):
        root = etree.Element("subjects")
        root.extend(together)
        yield root


def _pages(subject: Subject, names: Mapping[str, str]) -> Iterator[Element]:
    """What each page of *subject* is made from, with its part of the lines."""
    parts = list(_parts(subject.appearances))
    addresses = [part_address(subject.address, n) for n in range(1, len(parts) + 1)]
    for n, part in enumerate(parts):
        page = etree.Element("subject", address=addresses[n], kind=subject.kind)
        page.set("name", subject.name)
        page.set("key", key_of(subject.address))
        page.set("part", str(n + 1))
        page.set("parts", str(len(parts)))
        if n:
            page.set("before", addresses[n - 1])
        if n + 1 < len(parts):
            page.set("after", addresses[n + 1])
        entry = etree.SubElement(page, "entry")
        entry.append(_copy(subject.entry))
        if not n and (spot := spot_of(subject)):
            page.append(small_map(spot))
        for appearance in part:
            _add_document(page, appearance, names)
        yield page


def _copy(entry: Element) -> Element:
    from copy import deepcopy

    copy = deepcopy(entry)
    copy.tail = None
    return copy


def _parts(appearances: Sequence[Appearance]) -> Iterator[list[Appearance]]:
    """*appearances* on as many pages as there are: no page has too many lines."""
    part: list[Appearance] = []
    room = MOST_LINES
    for appearance in appearances:
        turns, occurrences = list(appearance.turns), list(appearance.occurrences)
        is_begun = False
        while turns or occurrences or not is_begun:
            is_begun = True
            if room <= 0:
                yield part
                part, room = [], MOST_LINES
            some_turns, turns = turns[:room], turns[room:]
            room -= len(some_turns)
            some, occurrences = occurrences[:room], occurrences[room:]
            room -= len(some)
            part.append(Appearance(appearance.record, some_turns, some))
            room -= not (some_turns or some)
    yield part


def _add_document(page: Element, appearance: Appearance, names: Mapping[str, str]) -> None:
    record = appearance.record
    document = etree.SubElement(page, "document", title=record.title, date=record.date)
    document.set("html", record.html)
    document.set("lang", record.language)
    for turn in appearance.turns:
        first = turn.paragraphs[0] if turn.paragraphs else None
        opening = etree.SubElement(document, "turn", words=str(turn.length))
        opening.set("href", record.address_of(turn.id))
        opening.set("number", first.number if first else "")
        opening.text = _opening(first.words) if first else ""
    for found in appearance.occurrences:
        line = etree.SubElement(document, "occurrence")
        line.set("href", record.address_of(found.paragraph or found.turn))
        line.set("number", found.number)
        line.set("cert", found.certainty)
        line.set("speaker", ", ".join(names.get(who, who) for who in found.who))
        for part in ("before", "words", "after"):
            etree.SubElement(line, part).text = getattr(found, part)


def _opening(words: str) -> str:
    """How *words* begin."""
    limit = 110
    return words if len(words) <= limit else words[:limit].rpartition(" ")[0] + " …"
