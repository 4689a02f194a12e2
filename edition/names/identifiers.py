"""Identifiers of entries: made of the name as printed, so that a reader of the TEI can guess them.

Which part of a name is the surname is not known: the parts stay in their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

from edition.names.model import Kind

# Letters that are name characters in every edition of XML 1.0. The pattern is compiled at the
# first name that is not of ASCII letters: that takes longer than encoding a page.
_NOT_NAME = "[^A-Za-z0-9À-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΑ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣]"
# Turns, paragraphs, divisions, summaries and events are numbered so.
_NUMBERED = re.compile(r"[a-z]\d+[a-z]*")
_WITHOUT_LETTERS = {Kind.PERSON: "Person", Kind.PLACE: "Place", Kind.ORG: "Org"}


def from_name(name: str, kind: Kind, taken: Container[str] = ()) -> str:
    """An identifier made of the letters of *name*; with a number where it is one of *taken*."""
    base = _base(name, kind)
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}{number}"
    return candidate


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)) if name.isascii() else re.sub(_NOT_NAME, "", name)


def is_numbered(identifier: str) -> bool:
    """Whether *identifier* has the form of those that are counted in each text (``u1``)."""
    return _NUMBERED.fullmatch(identifier) is not None


@lru_cache(maxsize=4096)
def _base(name: str, kind: Kind) -> str:
    folded = "".join(
        character
        for character in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(character)
    )
    word = _WITHOUT_LETTERS[kind]
    base = _letters(unicodedata.normalize("NFC", folded)) or word
    if base[0].isdigit() or is_numbered(base):
        return f"{word}{base}"
    return base


class Identifiers:
    """The identifiers that one document gives: none of *reserved*, none of those *known*."""

    def __init__(self, reserved: Iterable[str], known: Container[str]) -> None:
        self.taken = set(reserved)
        self._known = known

    def new(self, name: str, kind: Kind) -> str:
        """An identifier from *name*, given to nobody else from now on."""
        identifier = from_name(name, kind, _Either(self.taken, self._known))
        self.taken.add(identifier)
        return identifier


class _Either:
    """What is in *one* or in *other*: identifiers given already, without copying a register."""

    def __init__(self, one: Container[str], other: Container[str]) -> None:
        self.one, self.other = one, other

    def __contains__(self, key: object) -> bool:
        return key in self.one or key in self.other
