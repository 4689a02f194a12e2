"""Which of the names that several rules see in the same words is kept."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from edition.names.finding import Found
from edition.names.known import Known
from edition.names.model import Certainty, Kind


def without_conflicts(found: list[Found], known: Known) -> list[Found]:
    """Those that do not overlap by a part; a place may lie in a body, a body's part in nothing.

    The register's names come first, then the longer ones.
    """
    order = {Kind.PERSON: 0, Kind.PLACE: 1, Kind.ORG: 1}

    def rank(one: Found) -> tuple[bool, bool, int, int]:
        doubtful = one.certainty is Certainty.LOW  # "Angeles" of "Los Angeles"
        return (one.why != "register", doubtful, order[one.kind], one.first - one.last)

    found = sorted(_with_roles(found), key=lambda one: (one.first, -one.last))
    if known.refuses:
        found = [one for one in found if one.why == "register" or not known.is_refused(one.name)]
    if len(found) < 2 or all(one.last < other.first for one, other in pairwise(found)):
        return found
    kept: list[Found] = []
    by_word: dict[int, list[Found]] = {}  # of a line with thousands of names only few are near
    for one in sorted(found, key=rank):
        words = range(one.first, one.last + 1)
        others = (other for word in words for other in by_word.get(word, ()))
        if all(_compatible(one, other) for other in others):
            kept.append(one)
            for word in words:
                by_word.setdefault(word, []).append(one)
    return sorted(kept, key=lambda one: (one.first, -one.last))


def _with_roles(found: list[Found]) -> list[Found]:
    """*found*, the persons of the register with the honorific that another rule sees: "Mr Lee".

    It may be a part of the name that the register has.
    """
    if all(one.why != "register" for one in found):
        return found
    before = {(one.first + one.role, one.last): one.role for one in found if one.role}
    within = {(one.first, one.last): one.role for one in found if one.role}
    told = []
    for one in found:
        words = (one.first, one.last)
        if one.why == "register" and (role := before.get(words, 0)):
            told.append(msgspec.structs.replace(one, first=one.first - role, role=role))
        elif one.why == "register":
            told.append(msgspec.structs.replace(one, role=within.get(words, 0)))
        else:
            told.append(one)
    return told


def _compatible(one: Found, other: Found) -> bool:
    """Whether *one* may share words with *other*.

    The same words are both a body's and a place's name only where the register says so.
    """
    if (one.first, one.last) == (other.first, other.last) and one.why != other.why:
        return False
    outer, inner = (one, other) if one.last - one.first > other.last - other.first else (other, one)
    inside = outer.first <= inner.first and inner.last <= outer.last
    return inside and outer.kind is Kind.ORG and inner.kind is Kind.PLACE and outer != inner
