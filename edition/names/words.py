"""The words of a text, as names need them: with capitals, sentence starts and possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Set
from functools import lru_cache
from itertools import accumulate, compress, count
from operator import itemgetter, not_

_PLAIN_WORD = r"\w++(?:[-‑’'][^\W_]++)*+"
_WORD = re.compile(rf"({_PLAIN_WORD})")
_LED = re.compile(r"([A-Z]\w+)((?:[-‑][a-z]\w*)+)")  # not "Komsomolsk-on-Amur"
_FIRST = itemgetter(0)
_SYLLABLE = 5  # letters of one at the end of a name, with its hyphen
_SENTENCE = re.compile(r"[.!?:;“”\"„«(\[…]|^[-–—]")
_AMPERSAND = re.compile(r"\s+&\s+")
_JOINS = re.compile(r"[ \u00a0\t]{0,2}(?:\n[ \u00a0\t]*)?")  # more spaces part columns
_QUOTED = re.compile("[“”„«»\"]|``|''")
_OPENING = re.compile("[“„«]|``")
_SPACES = " \u00a0\t\n"


class Writing:
    """How a language writes what belongs to a word.

    *abbreviations* have a full stop at their end ("Mr."), those *before_numbers* if a number
    follows ("No. 5"); *endings* are no part of a word ("'s"), unless it is one of *whole* before a
    name ("People's Republic"). After one of *elisions* and an apostrophe a word may have a capital
    ("d'Ivoire"), and after one of *articles* and a hyphen ("al-Asaad"); after one of *prefixes* and
    a hyphen a name begins ("trans-Caspian"), before one of *suffixes* it ends ("Nato-led").
    """

    def __init__(
        self,
        abbreviations: Iterable[str] = (),
        before_numbers: Iterable[str] = (),
        endings: Iterable[str] = (),
        *,
        whole: Iterable[str] = (),
        elisions: Iterable[str] = (),
        prefixes: Iterable[str] = (),
        articles: Iterable[str] = (),
        suffixes: Iterable[str] = (),
    ) -> None:
        self.endings = tuple(endings)
        self.whole = frozenset(whole)
        short, numbered = sorted(abbreviations), sorted(before_numbers)
        # Abbreviations with full stops, titles with one, initials: slower, so only where needed.
        self.dotted_word = re.compile(
            rf"((?:[^\W\d_]\.){{2,}}|{_any(short)}\.|{_any(numbered)}\.(?=[ \u00a0]\d)"
            rf"|[A-ZА-Я]\.(?=[ \u00a0\n]?[A-ZА-Я])|{_PLAIN_WORD})"
        )
        # Looks back from the full stops, which are few.
        behind = "".join(rf"|(?<=\b{re.escape(one)}\.)" for one in [*short, *numbered])
        self.dotted = re.compile(rf"\.(?:(?<=\b\w\.){behind})")
        self.prefixed = re.compile(rf"({_any(sorted(prefixes))}[-‑])([A-Z].*)")
        led = [rf"{re.escape(letter)}['’]" for letter in sorted(elisions)]
        led += [rf"\b{re.escape(article)}[-‑]" for article in sorted(articles)]
        self.elided = re.compile(rf"(?:{'|'.join(led)})[^\W\d_a-z]") if led else None
        self._suffixes = frozenset(suffixes)

    def is_syllable(self, end: str) -> bool:
        """Whether *end*, in small letters with its hyphen, is a part of a name: "Kim Jong-un"."""
        return len(end) <= _SYLLABLE and end[1:] not in self._suffixes


def _any(words: Iterable[str]) -> str:
    """A pattern of one of *words*, of none where there are none."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"


PLAIN = Writing()


class Text:
    """A line as words.

    ``words`` are without possessive endings, ``vocabulary`` is their set. ``capital`` says of each
    whether it begins with a capital letter, ``capitals`` are the places of those that do.
    ``joined`` says of each, and of the end, whether only spaces part it from the word before.
    """

    __slots__ = (
        "_gaps",
        "_in_gaps",
        "_in_words",
        "_kinds",
        "capital",
        "capitals",
        "joined",
        "vocabulary",
        "words",
    )

    def __init__(
        self,
        text: str,
        writing: Writing = PLAIN,
        parted: Callable[[str], bool] = lambda _word: False,
        numbered: Callable[[str, str], bool] = lambda _before, _after: False,
    ) -> None:
        """The words of *text*; one with a hyphen is two where *parted* says so.

        "I." is a number and ends a sentence where *numbered* says so of the words around.
        """
        is_dotted = writing.dotted.search(text)
        pieces = (writing.dotted_word if is_dotted else _WORD).split(text)
        if is_dotted and "I." in pieces:
            _end_sentences(pieces, numbered)
        has_marks = "’" in text or "-" in text or "'" in text or "‑" in text
        led = _part(pieces, writing, parted) if has_marks else frozenset[str]()
        self._gaps = pieces[::2]
        self._kinds = set(self._gaps)  # few, and each is looked at once
        # Characters in the gaps up to each word, and in the words before each: when needed.
        self._in_gaps: list[int] = []
        self._in_words: list[int] = []
        self.words = pieces[1::2]
        self.vocabulary = frozenset(self.words)
        self.capital = list(map(str.isupper, map(_FIRST, self.words)))
        if led:
            self.capital = [
                capital or word in led
                for capital, word in zip(self.capital, self.words, strict=True)
            ]
        self.capitals = list(compress(count(), self.capital))
        joining = set(filter(_JOINS.fullmatch, self._kinds))
        self.joined = list(map(joining.__contains__, self._gaps))
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

    def has_comma(self, index: int) -> bool:
        """Whether a comma alone parts the word at *index* from the one before."""
        return self._gaps[index].strip() == ","

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
        if not any("&" in gap for gap in self._kinds):
            return []
        return [
            index
            for index in self.capitals
            if index and self.capital[index - 1] and _AMPERSAND.fullmatch(self._gaps[index])
        ]

    def printed(self, first: int, last: int) -> str:
        """The words *first* to *last* as printed, with what parts them, one space between."""
        pieces = [self.words[first]]
        for index in range(first + 1, last + 1):
            pieces += [self._gaps[index], self.words[index]]
        return " ".join("".join(pieces).split())

    def quotations(self) -> list[tuple[int, int]]:
        """The first and last words of what stands in quotation marks within the line."""
        found: list[tuple[int, int]] = []
        marks = set(filter(_QUOTED.search, self._kinds))
        start: int | None = None
        for index, gap in enumerate(self._gaps) if marks else ():
            if gap not in marks:
                continue
            if start is None or _OPENING.search(gap):
                start = index
            else:
                found.append((start, index - 1))
                start = None
        return found

    def possessed(self, index: int) -> bool:
        """Whether the word before that at *index* has a possessive ending: "Tolstoy's novel"."""
        return self._gaps[index][:1] in "'’" if self._gaps[index] else False

    def line_starts(self) -> list[int]:
        """The first words of the lines."""
        if not any("\n" in gap for gap in self._kinds):
            return [0]
        return [index for index, gap in enumerate(self._gaps) if not index or "\n" in gap]

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Where in the text the words *first* to *last* begin and end."""
        if not self._in_gaps:  # once for all names of a line
            self._in_gaps = list(accumulate(map(len, self._gaps)))
            self._in_words = list(accumulate(map(len, self.words), initial=0))
        begin = self._in_gaps[first] + self._in_words[first]
        return begin, self._in_gaps[last] + self._in_words[last + 1]


def _end_sentences(pieces: list[str], numbered: Callable[[str, str], bool]) -> None:
    """Take the full stop from "I." among *pieces* (gap, word, gap …): "by Nicholas I. He said"."""
    for index in range(3, len(pieces) - 2, 2):
        if pieces[index] == "I." and numbered(pieces[index - 2], pieces[index + 2]):
            pieces[index], pieces[index + 1] = "I", "." + pieces[index + 1]


def _part(pieces: list[str], writing: Writing, parted: Callable[[str], bool]) -> Set[str]:
    """Part words among *pieces* (gap, word, gap …): "Putin|'s", "Russia|-|Belarus", "Nato|-led".

    Returns the words that have their capital within: "al-Asaad".
    """
    elided: set[str] = set()
    marked = compress(range(1, len(pieces), 2), map(not_, map(str.isalnum, pieces[1::2])))
    for index in reversed(list(marked)):
        word = pieces[index]
        ending = next((end for end in writing.endings if word.endswith(end)), "")
        if ending and not (word in writing.whole and _is_name_next(pieces, index)):
            pieces[index + 1] = ending + pieces[index + 1]
            word = word.removesuffix(ending)
        if (led := _LED.fullmatch(word)) and not writing.is_syllable(led.group(2)):
            word = led.group(1)  # the capital belongs to a name
            pieces[index + 1] = led.group(2) + pieces[index + 1]
        if word[0].islower():
            if prefixed := writing.prefixed.fullmatch(word):
                pieces[index - 1] += prefixed.group(1)
                word = prefixed.group(2)
            elif writing.elided and writing.elided.match(word):
                elided.add(word)
        pieces[index] = word
        if "-" in word and parted(word):
            pieces[index : index + 1] = word.partition("-")
    return elided


def _is_name_next(pieces: list[str], index: int) -> bool:
    """Whether a word with a capital, joined to it, follows the one at *index* of *pieces*."""
    following = pieces[index + 2][:1] if index + 2 < len(pieces) else ""
    return following.isupper() and not pieces[index + 1].strip(_SPACES)


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
