"""How a language writes words, and cutting a text into them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, compress, count, repeat
from operator import not_
from typing import NamedTuple

_PLAIN_WORD = r"\w++(?:[-‑’'][^\W_]++)*+"
_WORD = re.compile(rf"({_PLAIN_WORD})")
_LED = re.compile(r"([A-Z]\w+)((?:[-‑][a-z]\w*)+)")  # not "Komsomolsk-on-Amur"
_SYLLABLE = 5  # letters of one at the end of a name, with its hyphen
_SPACES = " \u00a0\t\n"
_JOINS = re.compile(r"[ \u00a0\t]{0,2}(?:\n[ \u00a0\t]*)?")  # more spaces part columns
QUOTED = re.compile("[“”„«»\"]|``|''")  # marks of quotations
_MOST = 32768  # stretches that are remembered
_LONGEST = 40  # characters of one that is


class Writing:
    """How a language writes what belongs to a word.

    *abbreviations* have a full stop at their end ("Mr."), those *before_numbers* if a number
    follows ("No. 5"); *endings* are no part of a word ("'s"), unless it is one of *whole* before a
    name ("People's Republic"), or with "+" before it ("Moody's": "+Moody's"). After one of
    *elisions* and an apostrophe a word may have a capital ("d'Ivoire"), and after one of *articles*
    and a hyphen ("al-Asaad"); after one of *prefixes* and a hyphen a name begins ("trans-Caspian"),
    before one of *suffixes* it ends ("Nato-led"); one with "+" before it is a part of the name,
    though it is long ("Akhmat-hadji": "+hadji").
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
        if f"+{end[1:]}" in self._suffixes:
            return True
        return len(end) <= _SYLLABLE and end[1:] not in self._suffixes


def _any(words: Iterable[str]) -> str:
    """A pattern of one of *words*, of none where there are none."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"


PLAIN = Writing()


class Sign:
    """What rules ask of a word of a text, and of what stands around it: a bit of a number.

    No enumeration, whose members are looked up slowly: lines are many.
    """

    CUE = 1  # one that a text tells it has
    TELLING = 2  # a capital with which a name may begin
    SHOUTED = 4  # two letters or more, in capitals
    LED = 8  # something stands before it and after the space
    QUOTED = 16  # a quotation mark stands beside it


def _having(sign: int) -> bytes:
    """For each number that is made of signs 1 if *sign* is one of them, 0 if not."""
    return bytes(bool(signs & sign) for signs in range(256))


_SIGNS = (Sign.CUE, Sign.TELLING, Sign.SHOUTED, Sign.LED, Sign.QUOTED)
HAVING = {sign: _having(sign) for sign in _SIGNS}


class Token(NamedTuple):
    """A *word*, whether it has a *capital*, and what stands around it and is no other token's.

    Of two tokens of one stretch all that stands between is *after* the one. *joins* says whether
    that is but spaces. *signs* are those of :class:`Sign`.
    """

    word: str
    capital: bool
    joins: bool
    after: str
    signs: int
    before: str


class Tokens(dict[str, Sequence[Token]]):
    """The tokens of a stretch between two spaces. Each is cut once, for they recur.

    There are none where it has no word, or where what follows may change them: then those of the
    stretches around are cut together. A word with a
    hyphen is two where *parted* says so; "I." is a number and ends a sentence where *numbered* says
    so of the words around. *cues* are the words that a text tells it has; *idle* says with which
    no name begins. It holds nothing of a document.
    """

    def __init__(
        self,
        writing: Writing = PLAIN,
        parted: Callable[[str], bool] = lambda _word: False,
        numbered: Callable[[str, str], bool] = lambda _before, _after: False,
        cues: frozenset[str] = frozenset(),
        idle: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        super().__init__()
        self._writing = writing
        self._parted = parted
        self._numbered = numbered
        self._cues = cues
        self._idle = idle
        self._open = (".", *writing.endings)

    def of(self, text: str) -> Sequence[Token]:
        """The tokens of *text*, and a space after the last."""
        stretches = text.split(" ")
        tokens = list(map(self.__getitem__, stretches))
        return list(chain.from_iterable(tokens if all(tokens) else self._whole(stretches, tokens)))

    def _whole(
        self, stretches: Sequence[str], tokens: Sequence[Sequence[Token]]
    ) -> Iterator[Sequence[Token]]:
        """*tokens*; those of *stretches* that have none of their own with those beside them."""
        done, end = 0, len(tokens)
        for at in compress(count(), map(not_, tokens)):
            if at < done:
                continue
            first, last = max(at - 1, done), at + 1
            while last < end and not (tokens[last] and all(tokens[last + 1 : last + 2])):
                last += 1
            yield from tokens[done:first]
            yield self._cut_once(" ".join(stretches[first : last + 1]))
            done = last + 1
        yield from tokens[done:]

    def __missing__(self, stretch: str) -> Sequence[Token]:
        is_open = not stretch.isalnum() and self._is_open(stretch)
        tokens = () if is_open else self._cut(stretch)
        return self._kept(stretch, tokens)

    def _cut_once(self, text: str) -> Sequence[Token]:
        """The tokens of *text*, stretches with the spaces between them; of one alone anew."""
        if " " not in text:
            return self._cut(text)
        tokens = self.get(text)
        return self._kept(text, self._cut(text)) if tokens is None else tokens

    def _kept(self, text: str, tokens: Sequence[Token]) -> Sequence[Token]:
        """*tokens*, remembered as those of *text*."""
        if len(self) >= _MOST:
            self.clear()
        if len(text) <= _LONGEST:
            self[text] = tokens
        return tokens

    def _is_open(self, stretch: str) -> bool:
        """Whether a word after *stretch* changes its tokens: "No." before "5", "A." before "B."."""
        if "I." in stretch:
            return True
        bare = stretch.rstrip(_SPACES)
        if not bare.endswith(self._open):
            return False
        if bare[-1] == "." and self._writing.dotted.search(stretch) is None:
            return False
        words = [token.word for token in self._cut(stretch)]
        return any(
            words != [token.word for token in self._cut(f"{stretch} {after}")[:-1]]
            for after in ("A", "1")
        )

    def _cut(self, text: str) -> Sequence[Token]:
        """The tokens of *text*, and a space after the last."""
        if text.isalnum():
            return (self._token(text, text[0].isupper(), "", " "),)
        writing = self._writing
        is_dotted = writing.dotted.search(text)
        pieces = (writing.dotted_word if is_dotted else _WORD).split(text)
        if is_dotted and "I." in pieces:
            _end_sentences(pieces, self._numbered)
        has_marks = "’" in text or "-" in text or "'" in text or "‑" in text
        led = _part(pieces, writing, self._parted) if has_marks else frozenset[str]()
        words, after = pieces[1::2], [*pieces[2:-1:2], f"{pieces[-1]} "]
        before = chain(pieces[:1], repeat(""))
        return tuple(
            self._token(word, word[0].isupper() or word in led, ahead, behind)
            for word, ahead, behind in zip(words, before, after, strict=False)
        )

    def _token(self, word: str, capital: bool, before: str, after: str) -> Token:
        signs = (
            Sign.CUE * (word in self._cues)
            + Sign.TELLING * (capital and not self._idle(word))
            + Sign.SHOUTED * (capital and len(word) > 1 and word.isupper())
            + Sign.LED * bool(before)
            + Sign.QUOTED * (has_quotation_mark(before) or has_quotation_mark(after))
        )
        return Token(word, capital, is_space(after), after, signs, before)


@lru_cache(maxsize=8192)
def is_space(gap: str) -> bool:
    """Whether *gap*, what stands between two words, is space that joins them."""
    return _JOINS.fullmatch(gap) is not None


@lru_cache(maxsize=8192)
def has_quotation_mark(gap: str) -> bool:
    """Whether a quotation mark stands in *gap*."""
    return QUOTED.search(gap) is not None


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
        if ending and not _is_whole(pieces, index, writing):
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


def _is_whole(pieces: list[str], index: int, writing: Writing) -> bool:
    """Whether the possessive ending at *index* of *pieces* is a part of the name."""
    word = pieces[index]
    if f"+{word}" in writing.whole:
        return True
    return word in writing.whole and _is_name_next(pieces, index)


def _is_name_next(pieces: list[str], index: int) -> bool:
    """Whether a word with a capital, joined to it, follows the one at *index* of *pieces*."""
    following = pieces[index + 2][:1] if index + 2 < len(pieces) else ""
    return following.isupper() and not pieces[index + 1].strip(_SPACES)
