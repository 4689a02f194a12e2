"""Identifiers: short, readable, assigned once in document order and never changed.

``u1`` turns, ``p1`` paragraphs, ``d1`` divisions, ``s1`` summaries, ``e1`` events and gaps. A
person's is the name in printed order without spaces: which part is the surname is not known.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# Letters that are name characters in every edition of XML 1.0.
_NOT_NAME = re.compile("[^A-Za-z0-9À-ÖØ-öø-ÿΑ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣]")


class Identifiers:
    """Gives out the identifiers of one document."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._numbers: Counter[str] = Counter()
        self._taken = set(taken)

    def next(self, letter: str) -> str:
        """The next identifier of the kind that *letter* stands for."""
        self._numbers[letter] += 1
        return f"{letter}{self._numbers[letter]}"

    def current(self, letter: str) -> str:
        """The identifier that :meth:`next` gave last."""
        return f"{letter}{self._numbers[letter]}"

    def of_person(self, name: str) -> str:
        """An identifier made of the letters of *name*; with a number where it is taken."""
        folded = "".join(
            character
            for character in unicodedata.normalize("NFKD", name)
            if not unicodedata.combining(character)
        )
        base = _NOT_NAME.sub("", unicodedata.normalize("NFC", folded)) or "Person"
        if base[0].isdigit() or re.fullmatch(r"[a-z]\d+[a-z]*", base):
            base = f"Person{base}"
        candidate, number = base, 1
        while candidate in self._taken:
            number += 1
            candidate = f"{base}{number}"
        self._taken.add(candidate)
        return candidate
