"""The words of a text, as names need them: with capitals, sentence starts and possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Small words, which are most, are tried first. Then abbreviations with full stops, titles with one,
# initials, and words with hyphens and apostrophes inside, without a possessive ending.
_WORD = re.compile(
    r"((?<!\w['’])[a-z]+(?=[ ,])|(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Rev|Prof|Lt|Col|Capt|Gov|Adm|Hon|Sgt|Jr|Sr)\."
    r"|[A-ZА-Я]\.(?=[ \u00a0]?[A-ZА-Я])|(?<!\w['’])\w+(?:[-‑][^\W_]+|[’'](?!s\b)[^\W_]+)*)"
)
_LED = re.compile(r"([A-Z]\w+)([-‑][a-z]\w*(?:[-‑]\w+)*)")
_SENTENCE = re.compile(r"[.!?:;“”\"„«(\[…]|^[-–—]")
_SPACES = " \u00a0\t"


class Text:
    """A line as words.

    ``words`` are without possessive endings; ``capital`` says of each whether it begins with a
    capital letter, ``capitals`` are the places of those that do. ``joined`` says of each whether
    only spaces part it from the word before; words of one ``stretch`` are all joined.
    """

    __slots__ = ("_gaps", "capital", "capitals", "joined", "stretch", "words")

    def __init__(self, text: str, parted: Callable[[str], bool] = lambda _word: False) -> None:
        """The words of *text*; one with a hyphen is two where *parted* says so."""
        pieces = _WORD.split(text)
        if "-" in text or "‑" in text:
            pieces = _at_hyphens(pieces, parted)
        self._gaps = pieces[::2]
        self.words = pieces[1::2]
        self.capital = [word[0].isupper() for word in self.words]
        self.capitals = [index for index, capital in enumerate(self.capital) if capital]
        self.joined = [gap == " " or not gap.strip(_SPACES) for gap in self._gaps]
        self.joined[0] = False
        number, self.stretch = 0, []
        for joined in self.joined:
            number += not joined
            self.stretch.append(number)

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
        before = sum(map(len, self.words[:first])) + sum(map(len, self._gaps[: first + 1]))
        inside = sum(map(len, self.words[first : last + 1]))
        return before, before + inside + sum(map(len, self._gaps[first + 1 : last + 1]))


def _at_hyphens(pieces: list[str], parted: Callable[[str], bool]) -> list[str]:
    """*pieces* (gap, word, gap …) with words parted: "Russia-Belarus", "Napoleon|-led"."""
    made = [pieces[0]]
    for index in range(1, len(pieces), 2):
        word, gap = pieces[index], pieces[index + 1]
        if "-" in word and parted(word):
            one, hyphen, word = word.partition("-")
            made += [one, hyphen]
        if led := _LED.fullmatch(word):  # the capital belongs to a name
            word, gap = led.group(1), led.group(2) + gap
        made += [word, gap]
    return made


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """*text* as names are compared: without accents, one kind of space, hyphen and apostrophe."""
    plain = text.replace("\u00a0", " ").replace("’", "'").replace("‑", "-")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.split())
