"""Whether what is said of a licence is said of the one at its address; no word is passed over.

Each word is either a part of the name of that licence, or says nothing, or names what it is not,
or is told as one that nobody has accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple
from unicodedata import decimal

from edition.rights.licences import KnownLicence, known_licence, known_licences, terms_at
from edition.rights.phrases import plain
from edition.rights.pieces import CONJUNCTION, THING, Piece, pieces, wording
from edition.rights.reserved import is_left, reserved

Verdict = Literal["own", "other", "left"]

_FAMILY = re.compile(r"CC-BY((?:-(?:NC|SA|ND))*)(?=-\d|\Z)")
_ASKS = {"NC": "non-commercial", "SA": "share-alike", "ND": "no-derivatives"}
_COUNTRY = re.compile(r"CC-[A-Z-]+\d\.\d-([A-Z]+)\Z")
_COUNTRY_AT = re.compile(
    r"creativecommons\.org/licenses/[a-z-]+/[\d.]+/([a-z]{2,4})(?=/|\Z)", re.IGNORECASE
)
# A notice of copyright, and not a word on whether there is one (“Copyright undetermined”).
_NOTICE = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\))|copyright(?:\s*:|\s+by\b|(?=[^.;:!?]*\b\d{4}\b))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
# SPDX has a licence of GNU twice, by whether later versions may be taken; people name it once.
_LATER = re.compile(r"(?:-only|-or-later|\+)\Z")
_ABBREVIATIONS = ("by", "nc", "nd", "sa")
_RESTRICTING = ("restricting", "reserved", "asked", "allowed")
_NAMING = ("name", "term", "number")


class Stated(NamedTuple):
    """The licence at an address, with what its name may have: *terms* are what it asks for.

    None: what it asks for is not known. *letters* and *numbers* are those of its identifier and
    its title; *country* is that for which it was made, '' for all.
    """

    licence: KnownLicence
    terms: frozenset[str] | None
    letters: frozenset[str]
    numbers: frozenset[tuple[str, ...]]
    country: str
    is_attribution: bool  # one of Creative Commons, whose name says all that it asks for


class Judged(NamedTuple):
    """What words say that the licence is not.

    *other*: it is another licence that they name, or what it does not ask for; *beside*: only in a
    part of the words that has more of its own to say, and the right name stands there, too. *left*
    is what nobody has accounted for: *restricting* where it is known to restrict the use,
    *cautious* where a word in it may.
    """

    other: bool = False
    beside: bool = False
    left: str = ""
    restricting: bool = False
    cautious: bool = False


def stated(target: str) -> Stated | None:
    """The licence whose address is *target*; None where neither it nor its terms are known."""
    known = known_licence(target)
    licence = known or terms_at(target)
    if licence is None:
        return None
    family = _FAMILY.match(licence.spdx)
    terms = licence.asks
    if family:
        terms = frozenset({"attribution", *(_ASKS[it] for it in family[1].split("-") if it)})
    country = _COUNTRY.search(licence.spdx) if known else _COUNTRY_AT.search(target)
    called = plain(" ".join((licence.spdx, licence.name, *licence.also))).lower()
    return Stated(
        licence,
        terms,
        frozenset() if family else frozenset(_LETTERS.findall(called)),
        frozenset(map(_version, _NUMBER.findall(called))),
        country[1].lower() if country else "",
        is_attribution=family is not None,
    )


def judged(words: str, licence: Stated, known: Collection[str] = (), *, is_name: bool) -> Judged:
    """What in *words* the *licence* is not.

    *is_name*: they are its name alone. *known* are names of people and bodies, which say nothing
    of a licence.
    """
    named = _by_name().get(_bare(words))
    if named == licence.licence:
        return Judged()
    said = _without(plain(words), known)
    found = _read(said, is_name=is_name)
    verdicts = [_verdict(i, found, licence, is_name=is_name) for i in range(len(found))]
    other = [it for it, verdict in zip(found, verdicts, strict=True) if verdict == "other"]
    left = [it for it, verdict in zip(found, verdicts, strict=True) if verdict == "left"]
    is_none = is_name and all(it.sort == "nothing" for it in found)  # “© 2026”
    return Judged(
        other=bool(other)
        or _has_less(found, licence)
        or (named is not None and _kind(named) != _kind(licence.licence)),
        beside=bool(other) and _is_beside(other, left, found, licence),
        left=said.strip() if is_none else _quoted(said, found, verdicts),
        restricting=any(it.sort in _RESTRICTING for it in left),
        cautious=any(it.sort == "cautious" for it in left),
    )


def is_called(words: str, target: str) -> bool:
    """Whether *words*, among others, have the name of the licence at *target*."""
    licence = stated(target)
    if licence is None:
        return False
    if any(_bare(it) in _bare(words) for it in (licence.licence.name, licence.licence.spdx)):
        return True
    return _names_it(_read(plain(words), is_name=False), licence)


def may_be_called(words: str, target: str) -> bool:
    """Whether others may be told *words* as the name of the licence at *target*.

    Not where they are the name of another; at an address that nobody knows, of any that is known.
    """
    licence = stated(target)
    if licence is not None:
        return not judged(words, licence, is_name=True).other
    named = [it for it in _read(plain(words), is_name=True) if it.sort in ("name", "term")]
    return all(it.sort == "name" and not wording().names[int(it.value)].of for it in named)


def all_reserved(words: str, target: str) -> str:
    """By what of *words* or of the address *target* all rights are kept; '' where by nothing.

    Not where the licence at a known address is named as well: then they are those in a part. At an
    address that nobody knows, a notice of copyright that says nothing more keeps all, too.
    """
    if by := reserved(words, target):
        return "" if is_called(words, target) else by
    return "" if stated(target) else _notice(plain(words))


def _notice(said: str) -> str:
    """The notice of copyright that *said* is, and nothing besides; or ''."""
    sign = _NOTICE.match(said)
    if not sign or is_left(said):
        return ""
    more = (it for it in pieces(said[sign.end() :]) if len(it.words) > 3)
    allows = ("term", "name", "nothing", "address", "allowed")
    return "" if any(it.sort in allows for it in more) else said


def _read(said: str, *, is_name: bool) -> list[Piece]:
    """The pieces of *said*, in which letters such as “SA” are terms where a name is around them."""
    found = pieces(said)
    clauses = groupby(found, key=lambda it: it.clause)
    are_names = {number: all(it.sort in _NAMING for it in clause) for number, clause in clauses}
    return [
        _lone(it)
        if it.words.lower() in _ABBREVIATIONS
        and not are_names[it.clause]
        and not _is_in_name(i, found, is_name=is_name)
        else it
        for i, it in enumerate(found)
    ]


def _lone(piece: Piece) -> Piece:
    """*piece*, letters with no name around them, as the word that it is."""
    if piece.words.lower() == "by":
        return piece._replace(sort="nothing")
    return piece._replace(sort="cautious" if piece.words.isupper() else "unknown")


def _verdict(i: int, found: Sequence[Piece], licence: Stated, *, is_name: bool) -> Verdict:
    """What the piece number *i* of *found* is for *licence*."""
    it = found[i]
    if _is_country(i, found):
        return _own_or_left(is_own=it.words.lower() == licence.country)
    if it.sort == "number":
        return _of_number(i, found, licence, is_name=is_name)
    if licence.letters.issuperset(_LETTERS.findall(it.words.lower())) and it.sort != "address":
        return "own"
    return _by_sort(it, licence, is_name=is_name)


def _by_sort(it: Piece, licence: Stated, *, is_name: bool) -> Verdict:
    """What *it* is for *licence*, by what it is."""
    if it.sort in ("nothing", "evidence"):
        return "own"
    if it.sort == "name":
        of = wording().names[int(it.value)].of
        return "own" if licence.licence.spdx.startswith(of) else "other"
    if it.sort == "address":
        same = stated(it.value)
        if same is not None:
            return "own" if _kind(same.licence) == _kind(licence.licence) else "other"
        return _own_or_left(is_own=not is_name)
    if it.sort == "country":
        return _own_or_left(is_own=it.value == licence.country)
    if licence.terms is None or it.sort not in ("term", "asked", "allowed"):
        return "left"
    if it.sort == "allowed":
        return _own_or_left(is_own=it.value not in licence.terms)
    return "own" if it.value in licence.terms else "other"


def _own_or_left(*, is_own: bool) -> Verdict:
    return "own" if is_own else "left"


def _of_number(i: int, found: Sequence[Piece], licence: Stated, *, is_name: bool) -> Verdict:
    """What a number is for *licence*: that of its version, that of another, or any number."""
    it = found[i]
    if _version(it.words) in licence.numbers:
        return "own"
    near = found[max(i - 2, 0) : i]
    is_version = it.is_version and (is_name or any(_is_telling(one) for one in near))
    return "other" if is_version and licence.numbers else "left"


def _is_country(i: int, found: Sequence[Piece]) -> bool:
    """Whether a piece is the code of a country behind the number of a version (“3.0 DE”)."""
    it = found[i]
    if i == 0 or not found[i - 1].is_version or it.words.lower() not in wording().countries:
        return False
    return it.words.isupper() or it.joined or it is found[-1]


def _is_in_name(i: int, found: Sequence[Piece], *, is_name: bool) -> bool:
    """Whether letters such as “SA”, among other words, are a part of a name and not one of those.

    In a name they are, but for “by” with somebody behind it.
    """
    beside = (*found[max(i - 1, 0) : i], *found[i + 1 : i + 2])
    if any(_is_telling(it) for it in beside if it.clause == found[i].clause):
        return True
    behind = found[i + 1 : i + 2]
    is_by_somebody = not behind or behind[0].sort == "unknown"
    return is_name and not (found[i].words.lower() == "by" and is_by_somebody)


def _is_telling(piece: Piece) -> bool:
    """Whether a name of a licence is around what stands beside *piece*."""
    return piece.sort in ("name", "term") or (piece.is_version and len(piece.words) > 1)


def _has_less(found: Sequence[Piece], licence: Stated) -> bool:
    """Whether a whole name in *found* asks for less than the *licence* of Creative Commons."""
    terms = {it.value for it in found if it.sort in ("term", "asked")}
    return licence.is_attribution and "attribution" in terms and not terms >= _asked_by(licence)


def _asked_by(licence: Stated) -> frozenset[str]:
    return licence.terms or frozenset()


def _names_it(found: Sequence[Piece], licence: Stated) -> bool:
    """Whether a clause of *found* has the name of *licence*, and of no other."""
    for _, pieces_of_it in groupby(found, key=lambda it: it.clause):
        clause = list(pieces_of_it)
        verdicts = [_verdict(i, clause, licence, is_name=False) for i in range(len(clause))]
        if "other" in verdicts:
            continue
        if any(it.sort == "address" and stated(it.value) for it in clause):
            return True
        terms = {it.value for it in clause if it.sort == "term"}
        is_named = any(not wording().names[int(it.value)].any for it in clause if it.sort == "name")
        if terms >= _asked_by(licence) if licence.is_attribution else is_named:
            return True
    return False


def _is_beside(
    other: Sequence[Piece], left: Sequence[Piece], found: Sequence[Piece], licence: Stated
) -> bool:
    """Whether all of *other* is said of a part, and the name of *licence* stands in *found*."""
    of_parts = {it.clause for it in left} | {it.clause for it in other if it.sort == "asked"}
    if of_parts.issuperset(it.clause for it in other) and _names_it(found, licence):
        return True
    return _are_beside({it.start for it in other}, {it.start for it in left}, found, licence)


def _are_beside(
    other: Collection[int], left: Collection[int], found: Sequence[Piece], licence: Stated
) -> bool:
    """Whether each clause with one of *other* says of what it is, and another names *licence*.

    *other* and *left* are where these pieces of *found* start. (“The text is in the public domain;
    the encoding is licensed under CC BY 4.0.”)
    """
    is_named = False
    for clause in _clauses(found):
        if not any(it.start in other for it in clause):
            is_named = is_named or (_has_name(clause) and _names_it(clause, licence))
        elif not (_has_name(clause) and any(_is_thing(it) or it.start in left for it in clause)):
            return False
    return is_named


def _has_name(clause: Sequence[Piece]) -> bool:
    """Whether more of a name stands in *clause* than a term, which prose may have, too.

    An address is none: “the full text of the licence is at …” may stand behind the name of another.
    """
    return any(it.sort == "name" or it.is_version for it in clause)


def _is_thing(piece: Piece) -> bool:
    return piece.sort == "nothing" and piece.value == THING


def _clauses(found: Sequence[Piece]) -> list[list[Piece]]:
    """*found* by clauses, also by those that “and” parts."""
    parted: list[list[Piece]] = []
    for i, it in enumerate(found):
        is_conjunction = it.sort == "nothing" and it.value == CONJUNCTION
        if i == 0 or is_conjunction or it.clause != found[i - 1].clause:
            parted.append([])
        parted[-1].append(it)
    return parted


def _quoted(said: str, found: Sequence[Piece], verdicts: Sequence[Verdict]) -> str:
    """What is left of *said*, as written there."""
    spans: list[tuple[int, int]] = []
    is_next = False
    for it, verdict in zip(found, verdicts, strict=True):
        if verdict == "left":
            is_within = bool(spans) and it.start < spans[-1][1]
            start, end = spans.pop() if is_next or is_within else (it.start, it.end)
            spans.append((start, max(end, it.end)))
        is_next = verdict == "left"
    return " … ".join(" ".join(said[start:end].split()) for start, end in spans)


def _without(said: str, known: Collection[str]) -> str:
    """*said* without the names that are *known*; not without those as short as an abbreviation."""
    names = sorted((plain(it) for it in known if len(it) > 3), key=len, reverse=True)
    for name in names:
        said = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", said, flags=re.IGNORECASE)
    return said


def _version(number: str) -> tuple[str, ...]:
    """*number* to be compared: “4.0” is “4”, in digits of any script and of any length."""
    parts = list(map(_digits, re.findall(r"\d+", number)))
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return tuple(parts)


def _digits(number: str) -> str:
    """*number* without zeros before it: no int, for Python limits how long those may be."""
    return "".join(str(decimal(it)) for it in number).lstrip("0")


def _kind(licence: KnownLicence) -> str:
    """What *licence* is told apart by; versions for a country are those for all."""
    match = re.match(r"CC-(?:BY|NC|SA|ND|-)+-\d\.\d", licence.spdx)
    return match[0] if match else _LATER.sub("", licence.spdx)


@cache
def _by_name() -> Mapping[str, KnownLicence]:
    found: dict[str, KnownLicence] = {}
    for it in known_licences().values():
        for name in (it.name, *it.also):
            found.setdefault(_bare(name), it)
    return found | {_bare(it.spdx): it for it in known_licences().values()}


def _bare(name: str) -> str:
    return " ".join(re.findall(r"[\w.]+", name.lower()))
