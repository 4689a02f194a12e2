"""The index of all words: which passages of the edition have which, and who and what is in them.

Passages are numbered through the edition. What is gathered goes to the disk from time to time, so
that memory does not grow with the edition.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from edition.publishing.data import Data
from edition.publishing.search.coding import ascending, gamma
from edition.publishing.search.texts import parts
from edition.publishing.search.words import Stems, stems, words

_TOGETHER = 1_000_000  # places in memory
_TABLES = """
    create table run (term blob, places blob);
    create table form (term blob, form blob, primary key (term, form)) without rowid;
"""
SPEAKERS = "speakers"


class Term(NamedTuple):
    """A stem that can be looked for: its *forms*, and in *bits* the passages that have one."""

    stem: str
    forms: Sequence[str]
    bits: str


class Contents(NamedTuple):
    """What the page must know of a document: how many passages are in each part of its text.

    *page* is the address of its page without the ending.
    """

    page: str
    title: str
    date: str
    language: str
    passages: Sequence[int]


class Index:
    """The index of an edition, document after document."""

    def __init__(self) -> None:
        self.documents: list[Contents] = []
        # Who speaks, and what of each kind is named: passages by the key of the subject.
        self._subjects: dict[str, dict[str, array[int]]] = defaultdict(
            lambda: defaultdict(_numbers)
        )
        self._document_of = _numbers()  # each passage
        self._first_of = _numbers()  # each document
        self._places: dict[str, array[int]] = defaultdict(_numbers)
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._held = 0
        self._runs = sqlite3.connect("")  # a file that goes with the process
        self._runs.executescript(_TABLES)

    def add(self, data: Data, keys: Mapping[str, str], kinds: Mapping[str, str]) -> None:
        """Add a document. *keys* are those of its entries in the edition, *kinds* by key."""
        record = data.document
        known = stems(record.language)
        self._first_of.append(len(self._document_of))
        passages = []
        for part in parts(data):
            passages.append(len(part))
            for line in part:
                self._add_words(words(line.words), known)
                for who in line.who:
                    self._add_subject(SPEAKERS, keys.get(who))
                for name in line.named:
                    self._add_subject(kinds.get(keys.get(name, ""), ""), keys.get(name))
                self._document_of.append(len(self.documents))
        self.documents.append(
            Contents(
                record.html.removesuffix(".html"),
                record.title,
                record.date,
                record.language,
                passages,
            )
        )
        if self._held > _TOGETHER:
            self._put_down()

    def terms(self) -> Iterator[Term]:
        """All terms, in the order in which a browser sorts their stems."""
        self._put_down()
        rows = self._runs.execute("select term, places from run order by term, rowid")
        forms = self._runs.execute("select term, form from form order by term, form")
        of_terms = groupby(forms, itemgetter(0))
        for (term, runs), (_term, written) in zip(
            groupby(rows, itemgetter(0)), of_terms, strict=True
        ):
            passages = _numbers()
            for _term, places in runs:
                passages.frombytes(places)
            yield Term(
                term.decode("utf-16-be").partition(" ")[0],
                [form.decode("utf-16-be") for _term, form in written],
                self._bits(passages),
            )

    @property
    def kinds(self) -> list[str]:
        """Those of the subjects that there are, and that of speakers, if somebody is known."""
        return sorted(self._subjects)

    def subjects(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Each kind of subject, and by their keys the passages, as bits."""
        for kind, places in sorted(self._subjects.items()):
            yield kind, {key: self._bits(passages) for key, passages in places.items()}

    def _add_words(self, found: Iterable[str], known: Stems) -> None:
        number = len(self._document_of)
        for form, term in {known[word] for word in found}:
            if not form:
                continue
            places = self._places[term]
            if not places or places[-1] != number:
                places.append(number)
                self._held += 1
            self._forms[term].add(form)

    def _add_subject(self, kind: str, key: str | None) -> None:
        number = len(self._document_of)
        if key is not None:
            places = self._subjects[kind][key]
            if not places or places[-1] != number:
                places.append(number)

    def _bits(self, passages: Sequence[int]) -> str:
        """Which documents have some of *passages*, then for each how many and which."""
        documents: list[int] = []
        within = []
        for document, of_document in groupby(passages, self._document_of.__getitem__):
            first = self._first_of[document]
            places = [passage - first for passage in of_document]
            documents.append(document)
            within.append(gamma(len(places)))
            within.append(ascending(places, sum(self.documents[document].passages)))
        which = ascending(documents, len(self.documents))
        return gamma(len(documents)) + which + "".join(within)

    def _put_down(self) -> None:
        """Let the disk have what is in memory."""
        self._runs.executemany(
            "insert into run values (?, ?)",
            ((sorted_as(term), places.tobytes()) for term, places in self._places.items()),
        )
        self._runs.executemany(
            "insert or ignore into form values (?, ?)",
            (
                (sorted_as(term), sorted_as(form))
                for term, forms in self._forms.items()
                for form in forms
            ),
        )
        self._places.clear()
        self._forms.clear()
        self._held = 0


def sorted_as(text: str) -> bytes:
    """*text* as bytes that sort as a browser sorts strings: by the halves of UTF-16."""
    return text.encode("utf-16-be", "surrogatepass")


def _numbers() -> array[int]:
    return array("I")
