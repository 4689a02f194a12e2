"""Words of a text, as searching has them: forms without capitals and diacritics, and stems.

``xslt/html/script/search/words.js`` parts and folds by the same rules, for what a reader types.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple
from unicodedata import category, is_normalized, normalize

_KNOWN = 200_000  # words of a language whose stems are remembered
# The stemmers of Snowball, by the language of a text.
_STEMMERS = {
    "ar": "Arabic", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "lt": "Lithuanian", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sr": "Serbian", "st": "Sesotho", "sv": "Swedish", "ta": "Tamil", "tr": "Turkish",
    "yi": "Yiddish",
}  # fmt: skip

# Letters that stay as they are, and those that no decomposition brings to their base.
_LETTERS = dict(
    zip("йßæœøđðłþıħŧςـ", ("й", "ss", "ae", "oe", "o", "d", "d", "l", "th", "i", "h", "t", "σ", ""),
        strict=True)
)  # fmt: skip
# The marks that are diacritics, not vowels: of Latin, Greek, Cyrillic, Hebrew, Arabic.
_DIACRITICS = (
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F),
    (0x670, 0x670), (0x6D6, 0x6ED),
)  # fmt: skip
# Scripts that part no words: each sign is one.
_SINGLE = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
           (0x20000, 0x3FFFF))  # fmt: skip


class Word(NamedTuple):
    """A word: its folded *form*, and the *term* that stands for all forms of its stem."""

    form: str
    term: str


def words(text: str) -> list[str]:
    """The words of *text* as written: stretches of letters, figures and their marks."""
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text.translate(_PARTING).split()


def folded(word: str) -> str:
    """*word* without capitals and diacritics."""
    return word.lower() if word.isascii() else word.translate(_FOLDING)


class Stems(dict[str, Word]):
    """What each word of a text in one language is, as far as it was asked for."""

    def __init__(self, language: str) -> None:
        """*language* as in ``xml:lang``; words of one without a stemmer are their own stems."""
        super().__init__()
        self._mark = _STEMMERS.get(language.partition("-")[0].lower(), "")
        self._stem = _stemmer(self._mark) if self._mark else folded

    def __missing__(self, word: str) -> Word:
        if len(self) >= _KNOWN:
            self.clear()
        form = folded(word)
        stem = (folded(self._stem(word.lower())) or form) if self._mark else form
        self[word] = found = Word(form, f"{stem} {self._mark}")
        return found


@cache
def stems(language: str) -> Stems:
    """The stems of *language*; they are remembered from build to build, up to a limit."""
    return Stems(language)


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    from Stemmer import Stemmer

    stem: Callable[[str], str] = Stemmer(name.lower(), 0).stemWord  # 0: Stems remembers words
    return stem


class _Parting(dict[int, str]):
    """What stands for a character where words are parted."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kind = category(sign)
        if kind == "Cf":
            sign = ""  # soft hyphens, marks of direction
        elif kind[0] not in "LMN":
            sign = " "
        elif _is_in(_SINGLE, code):
            sign = f" {sign} "
        self[code] = sign
        return sign


class _Folding(dict[int, str]):
    """What stands for a character in a folded form."""

    def __missing__(self, code: int) -> str:
        low = chr(code).lower()
        parts = low if low in _LETTERS else normalize("NFKD", low).lower()
        parts = "".join(
            _LETTERS.get(one, one)
            for one in parts
            if not _is_in(_DIACRITICS, ord(one)) and not _is_dropped(one)
        )
        self[code] = found = normalize("NFC", parts)
        return found


def _is_dropped(sign: str) -> bool:
    """Whether *sign* is a mark that a sign for more than a letter, as ½ or ⒈, is made with."""
    return sign.isspace() or category(sign) == "Cf" or (sign.isascii() and not sign.isalnum())


def _is_in(ranges: tuple[tuple[int, int], ...], code: int) -> bool:
    return any(first <= code <= last for first, last in ranges)


_PARTING, _FOLDING = _Parting(), _Folding()
