"""How well the names of a TEI file are marked: :func:`score`, against a file corrected by hand.

Names count by what they name: persons, places, bodies. *Exact* is a name with the very same
words; *overlapping* one that shares a word or a part of one, each name paired but once, with the
one that it shares most with. *Linking* counts pairs of paired names: two with one @ref here
should have one @ref in the gold, and two with one @ref there one here; what the identifiers are
does not matter. A name without @ref makes no pair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import comb
from typing import NamedTuple

import msgspec

from edition.checking.places import TextPlaces, shown
from edition.diagnostic import EditionError, Place, diagnostic
from edition.names.model import Kind
from edition.tei.document import Document
from edition.tei.named import Named, NamedText, named_text, piece_at

_LONGEST = 40  # characters shown of a text that differs


class Figures(msgspec.Struct, frozen=True):
    """*found* of the *claimed* are right, *wanted* are in the gold. None: nothing to count."""

    found: int
    claimed: int
    wanted: int
    precision: float | None
    recall: float | None
    f1: float | None


class Scores(msgspec.Struct, frozen=True):
    """The figures of names of one kind."""

    exact: Figures
    overlapping: Figures
    linking: Figures


class Difference(msgspec.Struct, frozen=True):
    """Where file and gold differ, at a place in one of them.

    *what* is ``extra`` (the gold has no such name), ``missing`` (the gold alone has it), ``kind``
    (*other* is what the gold takes it for), ``words`` (*other* is what the gold marks) or ``link``
    (*ref* leads to somebody else than *other* does in the gold).
    """

    what: str
    kind: Kind
    words: str
    file: str
    line: int
    column: int
    other: str = ""
    ref: str = ""


class Score(msgspec.Struct, frozen=True):
    """The scores of each kind of name and of all together, and every difference."""

    file: str
    gold: str
    scores: dict[str, Scores]
    differences: tuple[Difference, ...]


class _Pair(NamedTuple):
    """A name of the file and the name of the gold for which it stands."""

    ours: Named
    gold: Named


def score(document: Document, gold: Document) -> Score:
    """The names of *document* against those of *gold*, an encoding of the same text.

    Raises EditionError: N001 where the two texts differ but for white space, N002 without text.
    """
    ours, theirs = _text(document), _text(gold)
    if ours.characters != theirs.characters:
        raise _texts_differ(document, gold, ours, theirs)
    pairs: list[_Pair] = []
    scores = {}
    for kind in Kind:
        mine, wanted = _of(ours, kind), _of(theirs, kind)
        paired = _paired(mine, wanted)
        scores[str(kind)] = _scores(paired, len(mine), len(wanted))
        pairs += paired
    counts = [sum(len(_of(text, kind)) for kind in Kind) for text in (ours, theirs)]
    scores["all"] = _scores(pairs, *counts)
    differences = _Differences(document, gold, pairs).all(ours, theirs)
    return Score(document.name, gold.name, scores, tuple(differences))


def _text(document: Document) -> NamedText:
    text = named_text(document.root)
    if text is None:
        raise EditionError(diagnostic("N002", document.place(document.root)))
    return text


def _of(text: NamedText, kind: Kind) -> list[Named]:
    """The names of *kind*; of two with the same words, the first that has @ref."""
    by_span: dict[tuple[int, int], Named] = {}
    for one in text.names:
        if one.kind is kind:
            same = by_span.setdefault((one.start, one.end), one)
            if one.ref and not same.ref:
                by_span[one.start, one.end] = one
    return list(by_span.values())


def _paired(mine: Sequence[Named], wanted: Sequence[Named]) -> list[_Pair]:
    """Names that share words, each at most once; those that share most of their words first."""
    by_character: dict[int, list[int]] = {}
    for number, one in enumerate(wanted):
        for character in range(one.start, one.end):
            by_character.setdefault(character, []).append(number)
    candidates = []
    for index, one in enumerate(mine):
        shared = Counter(n for at in range(one.start, one.end) for n in by_character.get(at, ()))
        for number, common in shared.items():
            other = wanted[number]
            all_words = one.end - one.start + other.end - other.start - common
            candidates.append((-common / all_words, index, number))
    used: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, index, number in sorted(candidates):
        if index not in used and number not in taken:
            used.add(index)
            taken.add(number)
            pairs.append(_Pair(mine[index], wanted[number]))
    return sorted(pairs, key=lambda pair: (pair.ours.start, -pair.ours.end))


def _scores(pairs: Sequence[_Pair], claimed: int, wanted: int) -> Scores:
    exact = sum(_same_words(pair) for pair in pairs)
    both = Counter((pair.ours.ref, pair.gold.ref) for pair in pairs if _linked(pair))
    return Scores(
        _figures(exact, claimed, wanted),
        _figures(len(pairs), claimed, wanted),
        _figures(
            _pairs(both.values()),
            _pairs(Counter(pair.ours.ref for pair in pairs if pair.ours.ref).values()),
            _pairs(Counter(pair.gold.ref for pair in pairs if pair.gold.ref).values()),
        ),
    )


def _figures(found: int, claimed: int, wanted: int) -> Figures:
    return Figures(
        found,
        claimed,
        wanted,
        round(found / claimed, 4) if claimed else None,
        round(found / wanted, 4) if wanted else None,
        round(2 * found / (claimed + wanted), 4) if claimed + wanted else None,
    )


def _pairs(groups: Iterable[int]) -> int:
    return sum(comb(number, 2) for number in groups)


def _same_words(pair: _Pair) -> bool:
    return (pair.ours.start, pair.ours.end) == (pair.gold.start, pair.gold.end)


def _linked(pair: _Pair) -> bool:
    return bool(pair.ours.ref and pair.gold.ref)


class _Differences:
    """The differences of two files, in the order of their text."""

    def __init__(self, document: Document, gold: Document, pairs: Sequence[_Pair]) -> None:
        self._document = document
        self._gold = gold
        self._pairs = pairs
        self._found: list[tuple[int, int, Difference]] = []

    def all(self, ours: NamedText, theirs: NamedText) -> list[Difference]:
        """Every difference."""
        extra = _beside(ours, {id(pair.ours) for pair in self._pairs})
        missing = _beside(theirs, {id(pair.gold) for pair in self._pairs})
        self._unpaired(extra, missing)
        for pair in self._pairs:
            if not _same_words(pair):
                self._add("words", pair.ours, self._document, other=pair.gold.words)
        for pair, other in _badly_linked(self._pairs):
            self._add("link", pair.ours, self._document, other=other, ref=pair.ours.ref)
        return [difference for *_, difference in sorted(self._found, key=lambda one: one[:2])]

    def _unpaired(self, extra: Sequence[Named], missing: Sequence[Named]) -> None:
        other_kinds: dict[tuple[int, int], list[Named]] = {}
        for one in missing:
            other_kinds.setdefault((one.start, one.end), []).append(one)
        for one in extra:
            if others := other_kinds.get((one.start, one.end)):
                self._add("kind", one, self._document, other=str(others.pop(0).kind))
            else:
                self._add("extra", one, self._document)
        for others in other_kinds.values():
            for one in others:
                self._add("missing", one, self._gold)

    def _add(
        self, what: str, one: Named, document: Document, *, other: str = "", ref: str = ""
    ) -> None:
        place = document.place(one.element)
        made = Difference(what, one.kind, one.words, *place, other, ref)
        self._found.append((one.start, -one.end, made))


def _beside(text: NamedText, paired: set[int]) -> list[Named]:
    names = [one for kind in Kind for one in _of(text, kind)]
    return [one for one in names if id(one) not in paired]


def _badly_linked(pairs: Sequence[_Pair]) -> list[tuple[_Pair, str]]:
    """The pairs that tell of somebody else than most of their @ref do; the gold's @ref with each.

    An @ref here and one in the gold are taken for the same where they stand together most often.
    """
    together = Counter((pair.ours.ref, pair.gold.ref) for pair in pairs if _linked(pair))
    same: dict[str, str] = {}
    taken: set[str] = set()
    for (ours, gold), _ in sorted(together.items(), key=lambda one: -one[1]):
        if ours not in same and gold not in taken:
            same[ours] = gold
            taken.add(gold)
    return [(pair, pair.gold.ref) for pair in pairs if same.get(pair.ours.ref, "") != pair.gold.ref]


def _texts_differ(
    document: Document, gold: Document, ours: NamedText, theirs: NamedText
) -> EditionError:
    both = zip(ours.characters, theirs.characters, strict=False)
    at = next(
        (index for index, (one, other) in enumerate(both) if one != other),
        min(len(ours.characters), len(theirs.characters)),
    )
    (place, here), (other, there) = _words_at(document, at), _words_at(gold, at)
    return EditionError(
        diagnostic("N001", place, gold=other.file, line=other.line, here=here, there=there)
    )


def _words_at(document: Document, at: int) -> tuple[Place, str]:
    """Where character *at* of the text of *document* stands, and the words from there on."""
    found = piece_at(document.root, at)
    if found is None:
        return document.place(document.root), ""
    piece, offset = found
    place = TextPlaces(document).of_character(piece.element, piece.slot, offset)
    begin = offset - len(re.split(r"\s", piece.text[:offset])[-1])
    return place, shown(piece.text[begin:], _LONGEST)
