"""One spelling for the spellings of a place's name."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
    "ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "ı": "i", "ə": "a", "Ə": "A", "ǝ": "a", "Ǝ": "A",
})  # fmt: skip
# Apostrophes and dots are left out (Xi'an, U.S.); what parts words is a space.
_DROPPED = re.compile(r"[.'’‘ʼʻ`´ʹ]")
_PARTING = re.compile(r"[\s\-‐‑–—,/()]+")
_SAINT = re.compile(r"\b(?:Saint|SAINT|ST)(?= [A-Z])")
_ARTICLE = re.compile(r"^(?:[Tt]he|THE) (?=.)")
_SMALL = re.compile(r"(?<= )(?:Of|And|The|On|In|De|Du|La|Am|Upon)(?= )")


def fold(form: str) -> str:
    """*form* as the gazetteer keys it.

    Accents, apostrophes, dots and a leading article go, hyphens and NBSP become spaces, "Saint"
    becomes "St". Case stays, for it tells "Turkey" from a bird and "US" from "us".
    """
    if not form.isascii():
        plain = unicodedata.normalize("NFKD", form.translate(_LETTERS))
        form = "".join(letter for letter in plain if not unicodedata.combining(letter))
    form = _PARTING.sub(" ", _DROPPED.sub("", form)).strip()
    return _ARTICLE.sub("", _SAINT.sub("St", form) if "S" in form else form)


def lowered(form: str) -> str:
    """A folded form printed in capitals, as it is printed elsewhere ("Republic of Korea")."""
    return with_small_words(form.title())


def with_small_words(form: str) -> str:
    """A folded form with small words as English has them: "Berwick upon Tweed"."""
    return _SMALL.sub(lambda word: word[0].lower(), form)
