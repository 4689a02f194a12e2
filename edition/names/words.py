"""The words of a text, as names need them: with capitals, sentence starts and possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

# Abbreviations with full stops, words with hyphens and apostrophes inside, titles with a full stop.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Rev|Prof|Lt|Col|Capt|Gov|Adm|Hon|Sgt|Jr|Sr)\."
    r"|[A-ZА-Я]\.(?=[ \u00a0]?[A-ZА-Я])|\w+(?:[-‑’'][^\W_]+)*"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LED = re.compile(r"([A-Z]\w+)[-‑][a-z]\w*(?:[-‑]\w+)*")
_SENTENCE = re.compile(r"[.!?:;“”\"„«(\[…]|^[-–—]")


class Word(NamedTuple):
    """A word, characters *start* to *end* of its text, without a possessive ending.

    *first* says that it begins a sentence, so that its capital says little; *joined* that only
    white space parts it from the word before.
    """

    text: str
    start: int
    end: int
    capital: bool
    first: bool
    joined: bool


def words(text: str, parted: Callable[[str], bool] = lambda _word: False) -> list[Word]:
    """The words of *text*, in order; one with a hyphen is two where *parted* says so."""
    found: list[Word] = []
    position = 0
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if "-" in word and parted(word):  # "Russia-Belarus"
            half = word.index("-")
            found.append(_word(found, text, position, start, start + half))
            position = start + half
            word, start = word[half + 1 :], start + half + 1
        if led := _LED.fullmatch(word):  # "Napoleon-led": the capital belongs to a name
            word, end = led.group(1), start + len(led.group(1))
        if ending := _POSSESSIVE.search(word):
            end -= len(ending.group())
            word = word[: ending.start()]
        if not word:
            continue
        found.append(_word(found, text, position, start, end))
        position = end
    return found


def _word(before: list[Word], text: str, position: int, start: int, end: int) -> Word:
    """The word at *start*; the one before ended at *position*."""
    word = text[start:end]
    if not before:
        return Word(word, start, end, word[0].isupper(), first=True, joined=False)
    between = text[position:start]
    if between in (" ", "\u00a0"):
        return Word(word, start, end, word[0].isupper(), first=False, joined=True)
    first = _SENTENCE.search(between) is not None
    return Word(word, start, end, word[0].isupper(), first, not between.strip(" \u00a0\t"))


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """*text* as names are compared: without accents, one kind of space, hyphen and apostrophe."""
    plain = text.replace("\u00a0", " ").replace("’", "'").replace("‑", "-")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.split())
