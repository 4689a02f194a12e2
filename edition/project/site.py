"""What all documents together say: pages of persons and places, made when every document is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import filterfalse, groupby
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from edition.files import read_bytes
from edition.publishing.data import Data
from edition.publishing.figures import CorpusFigures, Shown
from edition.publishing.geography.map import Spot, places_table
from edition.publishing.named import Named
from edition.publishing.pages import made_pages, place_of_turn
from edition.publishing.record import Record
from edition.publishing.subject_index import Listed, listed, of_index
from edition.publishing.subjects import (
    ALWAYS,
    FOLDERS,
    Appearance,
    Subject,
    address,
    of_subjects,
    spot_of,
)
from edition.resources import SUBJECTS
from edition.tei.concordance import Occurrence, Turn, entries
from edition.tei.document import parse
from edition.tei.gaps import spaced
from edition.tei.registers import Registers
from edition.tei.vocabulary import local

_TABLE = "create table line (subject text, document integer, kind text, place integer, said blob)"
_LINES = "select subject, document, kind, said from line order by subject, document, kind, place"
_COUNTS = (
    "select subject, count(*), count(distinct document) from line"
    " where kind = 'occurrence' group by subject"
)


class Gathering:
    """Turns and occurrences of many documents, by subject. They lie on the disk, not in memory."""

    def __init__(self, registers: Registers, tei: Path) -> None:
        """*tei* is the folder with the files of the documents, for entries of no register."""
        self._registers = registers
        self._tei = tei
        self._records: list[Record] = []
        self._entries: dict[str, bytes] = {}
        self.names: dict[str, str] = {}
        self.folders: dict[str, str] = {}  # of the page of each subject
        self._lines = sqlite3.connect("")  # a file that goes with the process
        self._lines.execute(_TABLE)

    def add(self, data: Data) -> Mapping[str, str]:
        """Add a document. Returns the keys in the whole edition of the entries that it has."""
        number = len(self._records)
        self._records.append(data.document)
        keys = self._keys(data)
        lines = [
            (keys[name], number, kind, place, msgspec.json.encode(_with_keys(line, keys)))
            for kind, place, line, names in _lines(data)
            for name in names
            if name in keys
        ]
        lines += [(key, number, "entry", 0, b"") for key in keys.values()]
        self._lines.executemany("insert into line values (?, ?, ?, ?, ?)", lines)
        return keys

    def _keys(self, data: Data) -> dict[str, str]:
        """What stands in the whole edition for each entry that a document has a copy of."""
        document = data.document.name
        keys = {name: f"{document}.{name}" if name in data.own else name for name in data.entries}
        new = {name: key for name, key in keys.items() if key not in self._entries}
        shared = (name for name in new if name not in data.own)
        found = {name: own for name in shared if (own := self._registers.element(name)) is not None}
        if len(found) < len(new):
            found = self._copies(document) | found
        for name in new.keys() & found.keys():
            self._entries[new[name]] = etree.tostring(spaced(found[name]), with_tail=False)
            self.names[new[name]] = data.entries[name]
            self.folders[new[name]] = FOLDERS[local(str(found[name].tag))]
        return {name: key for name, key in keys.items() if key in self._entries}

    def _copies(self, document: str) -> dict[str, Element]:
        file = self._tei / f"{document}.xml"
        return entries(parse(read_bytes(file), str(file)).root)

    def subjects(self) -> Iterator[Subject]:
        """Everybody and everything that is named or speaks, by identifier."""
        for key, rows in groupby(self._lines.execute(_LINES), itemgetter(0)):
            entry = etree.fromstring(self._entries[key])
            where = address(key, local(str(entry.tag)))
            yield Subject(where, self.names[key], entry, list(self._appearances(rows)))

    def named(self) -> Iterator[Named]:
        """Every entry, with how often it is named."""
        counts = {key: numbers for key, *numbers in self._lines.execute(_COUNTS)}
        for key, data in sorted(self._entries.items()):
            entry = etree.fromstring(data)
            page = unquote(address(key, local(str(entry.tag))))
            yield Named(key, entry, f"html/{page}", *counts.get(key, (0, 0)))

    def kinds(self) -> dict[str, str]:
        """The TEI element of each entry."""
        return {key: local(str(etree.fromstring(data).tag)) for key, data in self._entries.items()}

    def _appearances(self, rows: Iterable[tuple[str, int, str, bytes]]) -> Iterator[Appearance]:
        for number, of_document in groupby(rows, itemgetter(1)):
            lines: dict[str, list[bytes]] = {"turn": [], "occurrence": [], "entry": []}
            for _key, _number, kind, said in of_document:
                lines[kind].append(said)
            yield Appearance(
                self._records[number],
                [msgspec.json.decode(line, type=Turn) for line in lines["turn"]],
                [msgspec.json.decode(line, type=Occurrence) for line in lines["occurrence"]],
            )


def _lines(data: Data) -> Iterator[tuple[str, int, Turn | Occurrence, tuple[str, ...]]]:
    """Each turn and occurrence: its kind, its place among those, itself, the entries it is of.

    A turn has the identifier that it has in its page.
    """
    for place, turn in enumerate(data.turns):
        there = msgspec.structs.replace(turn, id=place_of_turn(turn.id, place + 1))
        yield "turn", place, there, turn.who
    for place, found in enumerate(data.occurrences):
        yield "occurrence", place, found, (found.entry,)


def _with_keys(line: Turn | Occurrence, keys: Mapping[str, str]) -> Turn | Occurrence:
    who = tuple(keys.get(name, name) for name in line.who)
    if isinstance(line, Turn):  # how a turn begins is enough for a page of subjects
        return msgspec.structs.replace(line, who=who, paragraphs=line.paragraphs[:1])
    return msgspec.structs.replace(line, who=who)


def site_files(
    gathering: Gathering,
    figures: CorpusFigures,
    stays: Callable[[Element], bool],
    *,
    language: str,
) -> Iterator[tuple[str, bytes]]:
    """All that is of no single document: paths below ``output/``, and bytes.

    A page is left out where it *stays*: where what was made of the same is there. Raises
    EditionError (P003, P004).
    """
    spots: list[Spot] = []
    for where, page in made_pages(SUBJECTS, _of_pages(gathering, spots, stays), language=language):
        yield f"html/{unquote(where)}", page.encode()
    yield "data/places.csv", places_table(spots)
    people = {
        key: Shown(gathering.names[key], f"../{address(key, kind)}")
        for key, kind in gathering.kinds().items()
    }
    yield "html/figures/index.html", figures.page(people, language=language).encode()
    yield from figures.tables(people).items()


def _of_pages(
    gathering: Gathering, spots: list[Spot], stays: Callable[[Element], bool]
) -> Iterator[Element]:
    """What the pages of all subjects and the index of each kind are made from, if it does not stay.

    Places go to *spots*.
    """
    subjects: list[Listed] = []

    def told() -> Iterator[Subject]:
        for subject in gathering.subjects():
            subjects.append(listed(subject))
            spots.extend(filter(None, [spot_of(subject)]))
            yield subject

    yield from of_subjects(told(), gathering.names, stays)
    for kind in dict.fromkeys(FOLDERS.values()):
        of_kind = [subject for subject in subjects if subject.kind == kind]
        if of_kind or kind in ALWAYS:
            pages = of_index(of_kind, kind, spots if kind == "places" else [])
            yield from filterfalse(stays, pages)
