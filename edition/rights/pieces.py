"""What is said of a licence, cut into pieces: each says what a table knows of it, or is unknown.

``wording.toml`` is the table. Nothing is left out between the pieces but what is no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from edition.rights.phrases import any_of, plain
from edition.rights.reserved import sayings

Sort = Literal[
    "term",  # as part of a name: what the licence asks for
    "asked",  # in prose: what it asks for
    "allowed",  # in prose: what it does not ask for
    "name",  # of a licence
    "number",  # of a version
    "country",
    "nothing",
    "address",
    "evidence",
    "restricting",
    "cautious",
    "reserved",
    "unknown",
]
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.|creativecommons\.org/)[^\s<>\"“”»]*[\w/])"
    r"|(?P<date>\d{4}-\d\d(?:-\d\d)?(?!\d))"
    r"|(?P<notice>(?:(?:copyright\s*)?(?:©|\(c\))|copyright(?=\s+\d{4}))"
    r"(?:[\s,–-]*\d{4}(?!\d))*)"
    r"|(?P<number>\d+(?:[.,_-]\d+(?!\d))*)"
    r"|(?P<letters>[^\W\d_]+)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\d(?:[.,_-]\d)*\Z")
# What ends a clause, between two pieces.
_BREAK = re.compile(r"[;:()\[\]{}]|[.,!?](?:\s|\Z)|\s[–—-]\s")
# The values of words that say nothing of a licence: what it may be of, and what parts clauses.
THING, CONJUNCTION = "thing", "conjunction"
_LANGUAGES = Mapping[str, tuple[str, ...]]
_Pattern = tuple[Sort, str, re.Pattern[str]]
_LONGEST = 80  # letters of a word that may be made of several


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of licences, *of* which identifiers; *any*: of each from one maker, and of none."""

    of: tuple[str, ...]
    words: tuple[str, ...]
    any: bool = False


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table."""

    terms: Mapping[str, _LANGUAGES]
    asked: Mapping[str, _LANGUAGES]
    allowed: Mapping[str, _LANGUAGES]
    names: tuple[_Names, ...]
    countries: Mapping[str, tuple[str, ...]]
    restricting: _LANGUAGES
    cautious: _LANGUAGES
    nothing: _LANGUAGES
    things: _LANGUAGES
    conjunctions: _LANGUAGES
    evidence: _LANGUAGES
    glued: _LANGUAGES


class Piece(NamedTuple):
    """*words* that say one thing, of the *sort*; *value* is which, *clause* the part they are in.

    *joined*: nothing but a hyphen or the like is before it, or nothing at all.
    """

    words: str
    sort: Sort
    value: str
    start: int
    end: int
    clause: int
    joined: bool

    def moved(self, by: int, clause: int) -> Piece:
        """The same in longer words, in which it stands *by* characters further on."""
        return self._replace(start=self.start + by, end=self.end + by, clause=clause)

    @property
    def is_version(self) -> bool:
        """Whether it is a number as versions have."""
        return self.sort == "number" and _VERSION.match(self.words) is not None


def pieces(words: str) -> list[Piece]:
    """What *words*, which are :func:`~edition.rights.phrases.plain`, are made of.

    Words in the midst of a phrase follow it, as pieces of their own.
    """
    found: list[Piece] = []
    position = clause = 0
    while match := _TOKEN.search(words, position):
        clause += bool(_BREAK.search(words[position : match.start()])) and bool(found)
        for it in _at(words, match):
            joined = it.start > 0 and not words[it.start - 1].isspace()
            said = words[it.start : it.end]
            found.append(Piece(said, it.sort, it.value, it.start, it.end, clause, joined))
            for start, end in it.within:
                inner = pieces(words[start:end])
                found += [one.moved(start, clause) for one in inner]
            position = max(position, it.end)
    return found


class _Found(NamedTuple):
    """A phrase of the table that stands at a place, and where other words are *within* it."""

    sort: Sort
    value: str
    start: int
    end: int
    within: tuple[tuple[int, int], ...] = ()


def _at(words: str, match: re.Match[str]) -> Iterator[_Found]:
    """The pieces that begin where *match*, of a token, does: several where words are glued."""
    start, end = match.span()
    if match["address"]:
        yield _Found("address", match[0], start, end)
    elif match["date"] or match["notice"]:
        yield _Found("nothing", "", start, end)
    elif best := _longest(words, start):
        yield best
    elif match["number"]:
        yield _Found("number", match[0], start, end)
    else:
        yield from _glued(words, start, end)


def _longest(words: str, start: int) -> _Found | None:
    """The longest phrase of the table that begins at *start*.

    Names and terms come first, then phrases with other words within; of two that are as long it is
    the first, by the order of the patterns.
    """
    whole = _longest_of(_patterns(), words, start)
    if whole is not None and whole.sort in ("term", "name"):
        return whole
    loose = _longest_of(_loose_patterns(), words, start)
    both = [it for it in (whole, loose) if it is not None]
    return max(both, key=lambda it: it.end, default=None)


def _longest_of(patterns: Sequence[_Pattern], words: str, start: int) -> _Found | None:
    matches = [
        _Found(sort, value, start, match.end(), _within(match))
        for sort, value, pattern in patterns
        if (match := pattern.match(words, start))
    ]
    return max(matches, key=lambda it: it.end, default=None)


def _within(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    groups = range(1, len(match.groups()) + 1)
    return tuple(match.span(it) for it in groups if match[it])


def _glued(words: str, start: int, end: int) -> Iterator[_Found]:
    """Names and terms that are written as one word (“CCBYNC”, “GPLv3”); else what is unknown."""
    parts = _cut(words[start:end].lower())
    if not parts or (not {"cc", "by"}.intersection(parts) and max(map(len, parts)) < 3):
        yield _Found("unknown", "", start, end)
        return
    for part in parts:
        known = _longest_of(_patterns(), part, 0) or _Found("unknown", "", 0, len(part))
        yield _Found(known.sort, known.value, start, start + known.end)
        start += known.end


def _cut(word: str) -> tuple[str, ...]:
    """The names and terms of which *word* is made, without a rest; () where it is not."""
    if len(word) > _LONGEST:
        return ()
    ends: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(end):
            if start in ends and end not in ends and word[start:end] in _single_words():
                ends[end] = (*ends[start], word[start:end])
    return ends.get(len(word), ())


@cache
def _single_words() -> frozenset[str]:
    """The names, and parts of names, that may be glued to others."""
    table = wording()
    listed = [way for ways in table.terms.values() for it in ways.values() for way in it]
    listed += [way for names in table.names for way in names.words]
    joined = {way.replace(" ", "") for way in map(plain, listed) if way.islower() or " " in way}
    return frozenset(it for it in joined if it.isalpha()) | frozenset(_all(table.glued))


@cache
def _patterns() -> list[_Pattern]:
    """What finds the phrases of the table that are whole."""
    return _compiled(is_loose=False)


@cache
def _loose_patterns() -> list[_Pattern]:
    """What finds the phrases of the table that may have other words within."""
    return _compiled(is_loose=True)


def _compiled(*, is_loose: bool) -> list[_Pattern]:
    """What finds the phrases of the table, by their sort, the more telling first."""
    table = wording()
    listed: list[tuple[Sort, str, Iterable[str]]] = []
    listed += [("term", term, _all(ways)) for term, ways in table.terms.items()]
    listed += [("name", str(number), it.words) for number, it in enumerate(table.names)]
    listed += [("country", country, ways) for country, ways in table.countries.items()]
    listed += [("asked", term, _all(ways)) for term, ways in table.asked.items()]
    listed += [("allowed", term, _all(ways)) for term, ways in table.allowed.items()]
    listed += [
        ("reserved", "", sayings("words")),
        ("restricting", "", _all(table.restricting)),
        ("cautious", "", _all(table.cautious)),
        ("nothing", THING, _all(table.things)),
        ("nothing", CONJUNCTION, _all(table.conjunctions)),
        ("nothing", "", (*_all(table.nothing), *sayings("free"))),
        ("evidence", "", _all(table.evidence)),
    ]
    chosen = [
        (sort, value, [it for it in ways if ("…" in it) == is_loose])
        for sort, value, ways in listed
    ]
    return [(sort, value, any_of(ways)) for sort, value, ways in chosen if ways]


def _all(ways: _LANGUAGES) -> tuple[str, ...]:
    return tuple(dict.fromkeys(it for those in ways.values() for it in those))


@cache
def wording() -> Wording:
    """The table, ``wording.toml``."""
    data = Path(__file__).with_name("wording.toml").read_bytes()
    return msgspec.toml.decode(data, type=Wording)
