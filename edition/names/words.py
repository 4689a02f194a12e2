"""The words of a text, as names need them: with capitals, sentence starts and possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

_WORD = re.compile(r"(\w+(?:[-‑’'][^\W_]+)*)")
# Abbreviations with full stops, titles with one, initials: slower, so only where there is one.
_DOTTED_WORD = re.compile(
    r"((?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Rev|Prof|Lt|Col|Capt|Gov|Adm|Hon|Sgt|Jr|Sr)\."
    r"|No\.(?=[ \u00a0]\d)|[A-ZА-Я]\.(?=[ \u00a0]?[A-ZА-Я])|\w+(?:[-‑’'][^\W_]+)*)"
)
_DOTTED = re.compile(  # looks back from the full stops, which are few
    r"\.(?:(?<=\b\w\.)|(?<=\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr)\.)"
    r"|(?<=\bNo\.)|(?<=\b(?:Mrs|Gen|Sen|Rep|Rev|Col|Gov|Adm|Hon|Sgt)\.)|(?<=\b(?:Prof|Capt)\.))"
)
_POSSESSIVE = ("'s", "’s")
_LED = re.compile(r"([A-Z]\w+)([-‑][a-z]\w*(?:[-‑]\w+)*)")
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-z]")  # "d'Ivoire"
_SENTENCE = re.compile(r"[.!?:;“”\"„«(\[…]|^[-–—]")
_SPACES = " \u00a0\t\n"


class Text:
    """A line as words.

    ``words`` are without possessive endings; ``capital`` says of each whether it begins with a
    capital letter, ``capitals`` are the places of those that do. ``joined`` says of each, and of
    the end, whether only spaces part it from the word before.
    """

    __slots__ = ("_gaps", "_in_gaps", "_in_words", "capital", "capitals", "joined", "words")

    def __init__(self, text: str, parted: Callable[[str], bool] = lambda _word: False) -> None:
        """The words of *text*; one with a hyphen is two where *parted* says so."""
        pieces = (_DOTTED_WORD if _DOTTED.search(text) else _WORD).split(text)
        if "’" in text or "-" in text or "'" in text or "‑" in text:
            _part(pieces, parted)
        self._gaps = pieces[::2]
        # Characters in the gaps up to each word, and in the words before each: when needed.
        self._in_gaps: list[int] = []
        self._in_words: list[int] = []
        self.words = pieces[1::2]
        self.capital = [
            (word < "a" or word > "z") and word[0].isupper()  # most are small: a quick no
            for word in self.words
        ]
        if _ELIDED.search(text):
            self.capital = [
                capital or _ELIDED.match(word) is not None
                for capital, word in zip(self.capital, self.words, strict=True)
            ]
        self.capitals = [index for index, capital in enumerate(self.capital) if capital]
        self.joined = [gap == " " or not gap.strip(_SPACES) for gap in self._gaps]
        self.joined[0] = False

    def __len__(self) -> int:
        return len(self.words)

    def first(self, index: int) -> bool:
        """Whether the word begins a sentence, so that its capital says little."""
        if index and self.joined[index]:
            return False
        return not index or _SENTENCE.search(self._gaps[index]) is not None

    def new_sentence(self, first: int, last: int) -> bool:
        """Whether one of the words *first* to *last* begins a sentence."""
        return any(self.first(index) for index in range(first, last + 1))

    def follows(self, index: int) -> bool:
        """Whether a word with a capital, joined to it, follows that at *index*."""
        after = index + 1
        return after < len(self.words) and self.capital[after] and self.joined[after]

    def is_joined(self, index: int) -> bool:
        """Whether there is a word at *index*, joined to the one before."""
        return index < len(self.words) and self.joined[index]

    def is_stretch(self, first: int, last: int) -> bool:
        """Whether only spaces part the words *first* to *last*."""
        return first == last or False not in self.joined[first + 1 : last + 1]

    def run_end(self, index: int) -> int:
        """The last word of the run of joined words with capitals from *index* on."""
        while self.follows(index):
            index += 1
        return index

    def name(self, first: int, last: int) -> str:
        """The words *first* to *last* with one space between."""
        if first == last:
            return self.words[first]
        return " ".join(self.words[first : last + 1])

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Where in the text the words *first* to *last* begin and end."""
        if not self._in_gaps:  # once for all names of a line
            self._in_gaps = list(accumulate(map(len, self._gaps)))
            self._in_words = list(accumulate(map(len, self.words), initial=0))
        begin = self._in_gaps[first] + self._in_words[first]
        return begin, self._in_gaps[last] + self._in_words[last + 1]


def _part(pieces: list[str], parted: Callable[[str], bool]) -> None:
    """Part words among *pieces* (gap, word, gap …): "Putin|'s", "Russia|-|Belarus", "Nato|-led"."""
    for index in range(len(pieces) - 2, 0, -2):
        word = pieces[index]
        if word.isalnum():
            continue
        if word.endswith(_POSSESSIVE):
            pieces[index + 1] = word[-2:] + pieces[index + 1]
            word = word[:-2]
        if led := _LED.fullmatch(word):  # the capital belongs to a name
            word = led.group(1)
            pieces[index + 1] = led.group(2) + pieces[index + 1]
        pieces[index] = word
        if "-" in word and parted(word):
            pieces[index : index + 1] = word.partition("-")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """*text* as names are compared: without accents, one kind of space, hyphen and apostrophe."""
    if text.isascii() and text.isalnum():
        return text
    plain = text.replace("\u00a0", " ").replace("’", "'").replace("‑", "-")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.split())
