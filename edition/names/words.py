"""The words of a text, as names need them: with capitals, sentence starts and possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import compress, count
from typing import TypeVar

from edition.names.writing import HAVING, QUOTED, Sign, Token, Tokens, is_space

_SENTENCE = re.compile(r"[.!?:;“”\"„«(\[…]|^[-–—]")
_AMPERSAND = re.compile(r"\s*&\s*")
_OPENING = re.compile("[“„«]|``")
_HYPHENS = frozenset("-‑–—")
_PLAIN = Tokens()
_T = TypeVar("_T")


class Text:
    """A line as words.

    ``words`` are without possessive endings, ``cues`` those by which rules see whether they have
    to look for more. ``capital`` says of each whether it begins with a capital letter, ``capitals``
    are the places of those that do, ``telling`` of those of them with which a name may begin.
    ``joined`` says of each, and of the end, whether only spaces part it from the word before.
    """

    __slots__ = (
        "_begin",
        "_gaps",
        "_signs",
        "_text",
        "capital",
        "capitals",
        "cues",
        "joined",
        "telling",
        "words",
    )

    def __init__(self, text: str, tokens: Tokens | None = None) -> None:
        """The words of *text*, as *tokens* cuts it."""
        cut = (_PLAIN if tokens is None else tokens).of(text)
        self._text = text
        self.words: tuple[str, ...] = ()
        self.capital: Sequence[bool] = ()
        self._signs = b""
        self._gaps = [text]  # what stands before each word, and after the last
        self.joined = [False]
        if cut:
            self.words, self.capital, joins, after, signs, _ = zip(*cut)  # noqa: B905 -- slow
            self._signs = bytes(signs)
            self._gaps = [cut[0].before, *after[:-1], after[-1][:-1]]
            self.joined = [False, *joins]
            self._add_led(cut)
        self.cues = frozenset(self._having(Sign.CUE, self.words))
        self.capitals = list(compress(count(), self.capital))
        self.telling = list(self._having(Sign.TELLING, count()))
        self._begin = (0, len(self._gaps[0]))  # where the word asked for last begins

    def _add_led(self, cut: Sequence[Token]) -> None:
        """Add to what stands between words what each of *cut* has before it; and at the end."""
        for index in self._having(Sign.LED, count()):
            if index:
                gap = self._gaps[index] = self._gaps[index] + cut[index].before
                self.joined[index] = is_space(gap)
        self.joined[-1] = is_space(self._gaps[-1])

    def _having(self, sign: int, what: Iterable[_T]) -> Iterable[_T]:
        """*what* there is of each word that has *sign*."""
        return compress(what, self._signs.translate(HAVING[sign]))

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

    def after_article(self, index: int, articles: Container[str]) -> bool:
        """Whether one of *articles* stands right before the word at *index*."""
        return self.joined[index] and self.words[index - 1].lower() in articles

    def follows(self, index: int) -> bool:
        """Whether a word with a capital, joined to it, follows that at *index*."""
        after = index + 1
        return after < len(self.words) and self.capital[after] and self.joined[after]

    def is_joined(self, index: int) -> bool:
        """Whether there is a word at *index*, joined to the one before."""
        return index < len(self.words) and self.joined[index]

    def ends_line(self, index: int) -> bool:
        """Whether a line ends after the word at *index*."""
        return "\n" in self._gaps[index + 1]

    def has_stop(self, index: int) -> bool:
        """Whether a full stop follows the word at *index*."""
        return self._gaps[index + 1].startswith(".")

    def has_question_mark(self, index: int) -> bool:
        """Whether a question mark follows the word at *index*."""
        return self._gaps[index + 1].startswith("?")

    def has_dash_or_colon(self, index: int) -> bool:
        """Whether a dash or a colon follows the word at *index*."""
        return self._gaps[index + 1].strip().startswith(("–", "—", "-", ":"))

    def has_comma(self, index: int) -> bool:
        """Whether a comma alone parts the word at *index* from the one before."""
        return self._gaps[index].strip() == ","

    def is_hyphenated(self, index: int) -> bool:
        """Whether a hyphen or a dash alone parts the word at *index* from the one before."""
        return self._gaps[index].strip() in _HYPHENS

    def is_parted(self, index: int) -> bool:
        """Whether there is a word at *index*, with a capital and a comma before: "Paris, Texas"."""
        return index < len(self.words) and self.capital[index] and self.has_comma(index)

    def opens_quotation(self, index: int) -> bool:
        """Whether a quotation mark stands before the word at *index*."""
        return QUOTED.search(self._gaps[index]) is not None

    def opens_bracket(self, index: int) -> bool:
        """Whether a bracket opens before the word at *index*."""
        return self._gaps[index].endswith(("(", "["))

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

    def ampersands(self) -> list[int]:
        """The words with capitals which only "&" parts from one with a capital before them."""
        if "&" not in self._text:
            return []
        return [
            index
            for index in self.capitals
            if index and self.capital[index - 1] and self.has_ampersand(index)
        ]

    def has_ampersand(self, index: int) -> bool:
        """Whether "&" alone parts the word at *index* from the one before: "Marks & Spencer"."""
        return _AMPERSAND.fullmatch(self._gaps[index]) is not None

    def printed(self, first: int, last: int) -> str:
        """The words *first* to *last* as printed, with what parts them, one space between."""
        pieces = [self.words[first]]
        for index in range(first + 1, last + 1):
            pieces += [self._gaps[index], self.words[index]]
        return " ".join("".join(pieces).split())

    def quotations(self) -> list[tuple[int, int]]:
        """The first and last words of what stands in quotation marks within the line."""
        found: list[tuple[int, int]] = []
        start: int | None = None
        for index, gap in enumerate(self._gaps) if self.has_quotations else ():
            if not QUOTED.search(gap):
                continue
            if start is None or _OPENING.search(gap):
                start = index
            else:
                found.append((start, index - 1))
                start = None
        return found

    @property
    def has_shouted(self) -> bool:
        """Whether a word of two letters or more is in capitals."""
        return 1 in self._signs.translate(HAVING[Sign.SHOUTED])

    @property
    def has_quotations(self) -> bool:
        """Whether a quotation mark stands anywhere."""
        return 1 in self._signs.translate(HAVING[Sign.QUOTED])

    def possessed(self, index: int) -> bool:
        """Whether the word before that at *index* has a possessive ending: "Tolstoy's novel"."""
        return self._gaps[index][:1] in "'’" if self._gaps[index] else False

    def line_starts(self) -> list[int]:
        """The first words of the lines."""
        if "\n" not in self._text:
            return [0]
        return [index for index, gap in enumerate(self._gaps) if not index or "\n" in gap]

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Where in the text the words *first* to *last* begin and end."""
        begin = self._offset(first)
        return begin, begin + self._length(first, last) + len(self.words[last])

    def _offset(self, index: int) -> int:
        """Where the word at *index* begins, counted from the one that was asked for before."""
        before, offset = self._begin
        if index < before:
            offset -= self._length(index, before)
        else:
            offset += self._length(before, index)
        self._begin = (index, offset)
        return offset

    def _length(self, first: int, last: int) -> int:
        """How many characters there are from the start of one word to the start of another."""
        if first == last:
            return 0
        words, gaps = self.words[first:last], self._gaps[first + 1 : last + 1]
        return len("".join(words)) + len("".join(gaps))


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
