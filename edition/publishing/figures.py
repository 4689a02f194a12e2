"""Pictures of who speaks when and how much, and who names whom and what: in a document, in all.

A strip has a bar wherever somebody speaks, as wide as they have words there; the whole strip is the
document, or all documents one after another by date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from edition.publishing.data import Data
from edition.publishing.record import Record
from edition.publishing.sheets import sheet
from edition.publishing.transformation import transformed
from edition.resources import FIGURES
from edition.tei.document import parse

MOST_SPEAKERS = 40
_MOST_ROWS, _MOST_COLUMNS = 20, 15
_WIDTH = 1000  # units of a strip
# What of those named has a picture: the element of the name, and the folder of their pages.
_NAMED = {"persName": "people", "placeName": "places", "orgName": "organisations"}

Pairs = Counter[tuple[str, str]]  # who names, who or what is named: how often


class Shown(NamedTuple):
    """Somebody in a picture: their name, and where the edition tells of them, '' where nowhere."""

    name: str
    address: str


class Span(NamedTuple):
    """Somebody ('' is nobody known) says something: the words before it, and of it."""

    who: str
    start: int
    words: int


class Speech(NamedTuple):
    """How much somebody says."""

    turns: int
    words: int


def document_figures(data: Data, *, language: str = "en") -> str:
    """The page with the pictures of the document of *data*. Raises EditionError (P003, P004)."""
    record = data.document
    page = f"../{record.html}"
    people = {it: Shown(name, f"../{record.address_of(it)}") for it, name in data.entries.items()}
    root = etree.Element("figures", title=record.title, date=record.date, page=page)
    root.attrib.update({"lang": record.language, "name": quote(record.name)})
    spans, speech = [], Counter[str]()
    turns = Counter[str]()
    start = 0
    for turn in data.turns:
        for who in turn.who or ("",):
            spans.append(Span(who, start, turn.length))
            speech[who] += turn.length
            turns[who] += 1
        start += turn.length
    spoken = {who: Speech(turns[who], speech[who]) for who in turns}
    _add_speakers(root, spoken, spans, start, people)
    for kind, pairs in _pairs(data, lambda entry: entry).items():
        _add_matrix(root, kind, pairs, people)
    return _page(root, language)


class CorpusFigures:
    """Counts, over many documents, who speaks and who names whom."""

    def __init__(self) -> None:
        self._documents: list[tuple[Record, dict[str, int], int]] = []
        self._turns: Counter[str] = Counter()
        self._pairs: dict[str, Pairs] = {kind: Counter() for kind in _NAMED.values()}

    def add(self, data: Data) -> None:
        """Count a document."""
        words: Counter[str] = Counter()
        for turn in data.turns:
            for who in [data.key(it) for it in turn.who] or [""]:
                words[who] += turn.length
                self._turns[who] += 1
        length = sum(turn.length for turn in data.turns)
        self._documents.append((data.document, dict(words), length))
        for kind, pairs in _pairs(data, data.key).items():
            self._pairs[kind].update(pairs)

    def page(self, people: Mapping[str, Shown], *, language: str = "en") -> str:
        """The page with the pictures of all documents; *people* are all entries, by identifier.

        Raises EditionError (P003, P004).
        """
        root = etree.Element("figures", title="", date="", page="", lang=language, name="")
        spans, start = [], 0
        for _record, words, length in self._by_date():
            spans += [Span(who, start, said) for who, said in words.items()]
            start += length
        _add_speakers(root, self._speech(), spans, start, people)
        for kind, pairs in self._pairs.items():
            _add_matrix(root, kind, pairs, people)
        return _page(root, language)

    def tables(self, people: Mapping[str, Shown]) -> dict[str, bytes]:
        """The figures behind the pictures, as CSV, by path below ``output/``."""
        speech = self._speech()
        nobody = Shown("", "")
        return {
            "data/speakers.csv": sheet(
                ("who", "name", "turns", "words"),
                ((it, people.get(it, nobody).name, *speech[it]) for it in _order(speech)),
            ),
            "data/who-names-whom.csv": sheet(
                ("who", "speaker", "person", "name", "mentions"),
                (
                    (who, people.get(who, nobody).name, whom, people.get(whom, nobody).name, count)
                    for (who, whom), count in sorted(self._pairs["people"].items())
                ),
            ),
        }

    def _by_date(self) -> list[tuple[Record, dict[str, int], int]]:
        return sorted(self._documents, key=lambda it: (it[0].date, it[0].name))

    def _speech(self) -> dict[str, Speech]:
        words: Counter[str] = Counter()
        for _record, of_document, _length in self._documents:
            words.update(of_document)
        return {who: Speech(turns, words[who]) for who, turns in self._turns.items()}


def _pairs(data: Data, key: Callable[[str], str]) -> dict[str, Pairs]:
    """Who names whom and what in the document of *data*, by kind; *key* is that of an entry."""
    pairs: dict[str, Pairs] = {kind: Counter() for kind in _NAMED.values()}
    for it in data.occurrences:
        if it.element in _NAMED:
            pairs[_NAMED[it.element]].update((key(who), key(it.entry)) for who in it.who)
    return pairs


def _page(root: Element, language: str) -> str:
    document = parse(etree.tostring(root, encoding="UTF-8"), "figures")
    return transformed(FIGURES, document, language=language).text + "\n"


def _order(speech: Mapping[str, Speech]) -> list[str]:
    """Who speaks, those who say most first."""
    return sorted(speech, key=lambda it: (-speech[it].words, -speech[it].turns, it))


def _add_speakers(
    root: Element,
    speech: Mapping[str, Speech],
    spans: Iterable[Span],
    length: int,
    people: Mapping[str, Shown],
) -> None:
    """Add who speaks to *root*; who says least stands together where they are very many."""
    ordered = _order(speech)
    shown = ordered if len(ordered) <= MOST_SPEAKERS else ordered[: MOST_SPEAKERS - 1]
    places = {who: n for n, who in enumerate(shown)}
    strips: dict[int, list[Span]] = {}
    for span in spans:
        strips.setdefault(places.get(span.who, len(shown)), []).append(span)
    root.set("words", str(length))
    for n, who in enumerate(shown):
        named = people.get(who, Shown(who, ""))
        element = etree.SubElement(root, "speaker", name=named.name, address=named.address)
        _tell(element, speech[who], strips[n], length)
    rest = ordered[len(shown) :]
    if rest:
        element = etree.SubElement(root, "others", count=str(len(rest)))
        together = Speech(*(sum(it) for it in zip(*(speech[who] for who in rest), strict=True)))
        _tell(element, together, strips[len(shown)], length)


def _tell(element: Element, speech: Speech, spans: Sequence[Span], length: int) -> None:
    element.attrib.update({"turns": str(speech.turns), "words": str(speech.words)})
    element.set("share", f"{speech.words / length if length else 0:.6f}")
    element.set("strip", _strip(spans, length))


def _strip(spans: Sequence[Span], length: int) -> str:
    """Where *spans* are in all *length* words, as a path to be stroked; what touches is one bar."""
    bars: list[list[int]] = []
    for span in spans:
        left, right = (
            round(_WIDTH * at / max(length, 1)) for at in (span.start, span.start + span.words)
        )
        right = max(right, left + 1)  # what is very short is seen, too
        if bars and left <= bars[-1][1]:
            bars[-1][1] = max(right, bars[-1][1])
        else:
            bars.append([left, right])
    return "".join(f"M{left} 0h{right - left}" for left, right in bars)


def _add_matrix(root: Element, kind: str, pairs: Pairs, people: Mapping[str, Shown]) -> None:
    """Add who names whom, or what of a *kind*, to *root*: those who name, and are named, most."""
    known = {pair: count for pair, count in pairs.items() if set(pair) <= people.keys()}
    if not known:
        return
    named, naming = Counter[str](), Counter[str]()
    for (_who, whom), count in known.items():
        named[whom] += count
    columns = _most(named, _MOST_COLUMNS)
    for (who, whom), count in known.items():
        if whom in columns:  # a row without a number would say nothing
            naming[who] += count
    rows = _most(naming, _MOST_ROWS)
    shown = {pair: count for pair, count in known.items() if pair[0] in rows and pair[1] in columns}
    matrix = etree.SubElement(root, "matrix", kind=kind, most=str(max(shown.values())))
    matrix.set("is-part", "yes" if shown.keys() != known.keys() else "no")
    for whom in columns:
        etree.SubElement(matrix, "named", people[whom]._asdict())
    for who in rows:
        row = etree.SubElement(matrix, "row", people[who]._asdict())
        for whom in columns:
            etree.SubElement(row, "cell", count=str(known.get((who, whom), 0)))


def _most(counts: Mapping[str, int], number: int) -> list[str]:
    return sorted(counts, key=lambda it: (-counts[it], it))[:number]
