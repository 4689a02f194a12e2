"""What the words of a candidate for a label are: names, offices, verbs, common words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from edition.transcript.candidates import Candidate
from edition.transcript.convention import Convention

_WORDS = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W\d_]*")
_CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,2}|[A-Z]{2,5}-[0-9]{1,2}")
_ELIDED = re.compile(r"\A[dl]['’](?=[^\W\d_a-z])")  # "d'Educació"
_SEARCHES = 20  # for words in the whole text; then they are listed
_SEARCHED = 1_000_000  # characters, in searches for words with a capital; then they are listed
_BESIDE = 80  # characters beside a word that are looked at


@lru_cache(maxsize=1024)
def speaker_key(name: str) -> str:
    """What tells two names apart: their letters, whatever the case, gaps and stops.

    The name itself where it has no letters.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    return "".join(filter(str.isalnum, folded)) or folded


def is_caseless(text: str) -> bool:
    """Whether *text* is in a script without capitals; those of Georgian stand in no text."""
    return text.lower() == text.upper() or any("\u10d0" <= sign <= "\u10ff" for sign in text)


def is_code(word: str) -> bool:
    """Whether *word* is the code of somebody who is interviewed: "P1"."""
    return _CODE.fullmatch(word) is not None


class Words:
    """Judges words by the convention's lists, and by how the document itself uses them."""

    def __init__(self, lines: Sequence[str], convention: Convention) -> None:
        self.convention = convention
        self.lines = lines
        self._text = "\n".join(lines)
        self._searches = _SEARCHES
        self._around: dict[str, Sequence[tuple[str, str]]] = {}

    def is_person(self, candidate: Candidate, first: int) -> bool:
        """Whether the words from *first* on could be a person's name: no common word, no place."""
        names = [match.group() for match in candidate.words[first:]]
        common = any(map(self.is_common, names)) or self.names_no_person(names[-1])
        return not common and candidate.word(0)[0].isupper()

    def is_styled(self, candidate: Candidate) -> bool:
        """Whether it begins with an office whose holders have one name: "Pope Francis"."""
        return candidate.word(0).lower() in self.convention.styles and candidate.after != ""

    def has_office(self, candidate: Candidate) -> bool:
        """Whether a word of a title stands before the last word."""
        return any(self.is_office(match.group()) for match in candidate.words[:-1])

    def is_office(self, word: str) -> bool:
        """Whether *word* belongs to a title or to a form of address."""
        plain = word.lower().strip(".")
        return plain in self.convention.offices or plain in self.convention.honorifics

    def names_no_person(self, word: str) -> bool:
        """Whether no person's name ends with *word*."""
        return self.is_office(word) or word.lower() in self.convention.not_names

    def is_sentence(self, candidate: Candidate) -> bool:
        """Whether the first word opens a sentence, or a verb or pronoun stands among the words."""
        words = [match.group() for match in candidate.words]
        opens = words[0].lower() in self.convention.openers
        goes_on = len(words) > 1 and (
            words[1].lower() in self.convention.offices
            or (self._is_article(words[0]) and self.is_name_word(words[1]))
        )
        return (opens and not goes_on) or not self.convention.sentence_words.isdisjoint(words)

    def _is_article(self, word: str) -> bool:
        """Whether *word* may stand before a name or a title: an article, an initial."""
        return word.lower() in self.convention.articles or len(word.rstrip(".")) == 1

    def around(self, word: str) -> Sequence[tuple[str, str]]:
        """What stands before each *word* of the text, a word, and after it: up to some words."""
        if word not in self._around:
            self._around[word] = [_beside(self._text, *place) for place in self._places(word)]
        return self._around[word]

    def _places(self, word: str) -> list[tuple[int, int]]:
        """Where *word*, which has a capital, stands in the text."""
        whole = re.compile(rf"\b{re.escape(word)}\b")
        if (len(self._around) + 1) * len(self._text) < _SEARCHED:
            return [place.span() for place in whole.finditer(self._text)]
        begins = _WORDS.match(word)
        starts = self._starts.get(begins[0], []) if begins else []
        places = (whole.match(self._text, start) for start in starts)
        return [place.span() for place in places if place is not None]

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        """Where each word with a capital begins in the text."""
        starts: dict[str, list[int]] = {}
        for place in _CAPITALISED.finditer(self._text):
            starts.setdefault(place[0], []).append(place.start())
        return starts

    def is_name_word(self, word: str) -> bool:
        """A capitalised word, of letters, hyphens, apostrophes and stops.

        Or any word of a script that has no capitals.
        """
        first = _ELIDED.sub("", word).lstrip("’'(")[:1]
        named = first.isupper() or (first.isalpha() and is_caseless(first))
        return named and not any(map(str.isdigit, word))

    def is_common(self, word: str) -> bool:
        """Whether the document uses *word* in lower case too: then it is no name."""
        lower = word.lower()
        if lower == word:
            return False
        if self._searches:  # few words are asked about, and most are nowhere: no need of a list
            self._searches -= 1
            if lower not in self._text:
                return False
        return lower in self._common

    @cached_property
    def _common(self) -> frozenset[str]:
        """The words that the document writes in lower case."""
        stretches = set(self._text.split())
        words = {stretch for stretch in stretches if stretch.isalpha()}
        words.update(_WORDS.findall(" ".join(stretches - words)))
        return frozenset([word for word in words if word.islower()])


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The word before a stretch of *text*, "" at the start of a line; what is after it."""
    before = text[max(0, start - _BESIDE) : start].rpartition("\n")[2].split()
    after = text[end : end + _BESIDE].partition("\n")[0].split()
    return before[-1] if before else "", " ".join(after)
