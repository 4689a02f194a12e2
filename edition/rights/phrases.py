"""What finds words that tables list, in any case, with or without hyphens.

In a table a space may also be a hyphen, a dash or nothing, ``*`` is any letters, ``#`` digits,
``a|b`` either word and ``…`` up to four words; what is in capitals there must be in capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Between the words of a phrase: anything but what ends a clause, or nothing.
_GAP = r"(?:[^\w.;:!?]|_)*"
_SOME = r"(?:[^\w.;:!?]|_)+"
_FEW_WORDS = rf"{_SOME}((?:[^\W_]+{_SOME}){{0,4}}?)"
_LETTER = r"[^\W\d_]"


def plain(words: str) -> str:
    """*words* as phrases are looked for in them: in form C of Unicode, with one kind of apostrophe.

    Words with full stops between their letters are those without (“N.C.”).
    """
    said = unicodedata.normalize("NFC", " ".join(words.split())).replace("’", "'")
    initials = rf"(?<![\w.])(?:{_LETTER}\.){{1,4}}{_LETTER}(?!\w)\.?"
    return re.sub(initials, lambda match: match[0].replace(".", ""), said)


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds one of *phrases* in words that are :func:`plain`, the longest first.

    Its groups are the words in the place of “…”.
    """
    ways = sorted(dict.fromkeys(phrases), key=len, reverse=True)
    whole = "|".join(map(_pattern, ways)) or r"(?!)"
    return re.compile(rf"(?<!{_LETTER})(?:{whole})", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    found = ""
    gap = ""
    for word in plain(phrase).split():
        if word == "…":
            gap = _FEW_WORDS
            continue
        found += gap + "(?:" + "|".join(map(_word, word.split("|"))) + ")"
        gap = _GAP
    return found + (r"(?!\d|\.\d)" if phrase[-1] in "#0123456789" else f"(?!{_LETTER})")


def _word(word: str) -> str:
    letters = re.escape(word).replace(r"\*", rf"{_LETTER}*").replace(r"\#", r"\d+")
    return f"(?-i:{letters})" if word.isupper() else letters
