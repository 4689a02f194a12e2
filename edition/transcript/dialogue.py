"""Text of an unknown maker: whether it is a dialogue, and what is printed like its labels.

A label that stands once is believed where the labels that recur are printed as it is: in
capitals, on its own line, behind a time code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.candidates import Candidate
from edition.transcript.evidence import Evidence
from edition.transcript.exchange import (
    Exchange,
    in_capitals,
    is_sentence,
    questions_in,
    said_after,
    unlabelled_in,
)
from edition.transcript.initials import short_forms
from edition.transcript.model import Label
from edition.transcript.word_sense import is_caseless, is_code, speaker_key

NEARLY_ALL = 0.8  # of what is said behind labels
_DENSE = 0.25  # of the lines of a dialogue have a label
_BETWEEN_WORDS = re.compile(r"[\s():,]+")
_FRONT_LINES = 100  # before the first label in which names are looked for
# Of a question that is put, of a speech: "4.", "01.02", "Anf. 3".
_NUMBER = re.compile(r"Q? ?[0-9]{1,4}\.?(?:[0-9]{1,3})?|Anf\. ?[0-9]{1,4}")
_WORDS_BESIDE_CODES = 2  # at most in other labels: "Participant 3" is "P3", too
_SHORTEST_CAPITALS = 4  # characters; shorter ones may be initials
_OFTEN = 3  # times, a role of several words
_LONGEST_ACRONYM = 6  # characters
_LONG_WORD = 4  # letters; shorter ones join the words of a name
_COMMAS = ",،，、"
_QUOTES = ('"', "“", "«", "„", "「", "”")
_STOPS_WITHIN = ("? ", "! ", "; ")  # no label has them; a full stop may end an abbreviation
_QUESTION = ("?", "？", "؟", "՞", "?”", '?"')


class Style(NamedTuple):
    """How the labels of a document are printed.

    *mixed*: some in capitals, some not; *acronyms*: one at least is the acronym of a medium
    ("AFP"); *spaced*: each begins a paragraph. Most have *remarks* in brackets behind, or numbers
    before; *stopped*: what is said behind nearly all ends with a stop.
    """

    capitals: bool
    mixed: bool
    alone: bool
    before: bool
    words: int
    dense: bool
    acronyms: bool
    spaced: bool
    remarks: bool
    numbered: bool
    stopped: bool


class Document:
    """The lines of a document and its candidates for labels, by index."""

    def __init__(
        self, lines: Sequence[str], candidates: Mapping[int, Candidate], words: Evidence
    ) -> None:
        self.lines = lines
        self.candidates = candidates
        self.words = words
        self.times = Counter(candidate.core for candidate in candidates.values())

    def said(self, index: int) -> str:
        """What follows the label at *index*."""
        return said_after(self.lines, index, self.candidates[index].end)

    def is_spoken(self, index: int) -> bool:
        """Whether a sentence follows the label at *index*."""
        return is_sentence(self.said(index))

    def exchange(self, found: Collection[int], alike: Collection[int] = ()) -> Exchange:
        """The labels at *found*, and those *alike*, which stand once, with what is said."""
        together = sorted({*found, *alike})
        cores = [self.candidates[index].core for index in sorted(self.candidates)]
        return Exchange(
            labels=[self.candidates[index].core for index in together],
            said=list(map(self.said, together)),
            words=self.words,
            recurring=len({self.candidates[index].core for index in found}),
            order=[core for core in cores if self.times[core] > 1],
            questions=questions_in(self.lines, together),
            unlabelled=unlabelled_in(self.lines, together),
        )

    def roles(self, found: Collection[int]) -> set[int]:
        """The candidates that are common words, and yet the labels of a dialogue: "Poet".

        Each recurs, never twice running; sentences follow, and among them are questions.
        *found* are the labels otherwise believed.
        """
        times = Counter(self._role_at(index) for index in self.candidates)
        roles = {
            index
            for index in self.candidates
            if index not in found and times[self._role_at(index)] > 1 and self._role_at(index)
        }
        order = [self.candidates[index].core for index in sorted(roles.union(found))]
        running = {before for before, after in pairwise(order) if before == after}
        roles = {index for index in roles if self.candidates[index].core not in running}
        together = roles.union(found)
        spoken = sum(map(self.is_spoken, roles))
        exchange = self.exchange(together)
        believed = exchange.is_dialogue() and exchange.asks()
        return roles if believed and spoken == len(roles) else set()

    def _role_at(self, index: int) -> str:
        """The candidate at *index* if it may be a role, a word perhaps; '' if not.

        Of more words it must recur more often: "Phóng viên".
        """
        candidate = self.candidates[index]
        first, *more = (match.group() for match in candidate.words)
        often = not more or self.times[candidate.core] >= _OFTEN
        if not often or len(more) > 2 or candidate.generic or self.words.is_sentence(candidate):
            return ""
        if self.words.is_noting(candidate):
            return ""
        last = more[-1] if more else first
        known = self.words.names_no_person(last) or not self.words.is_name_word(first)
        return "" if known else candidate.core

    def style(self, found: Collection[int]) -> Style:
        """How the labels at *found* are printed."""
        those = [self.candidates[index] for index in sorted(found)]
        filled = sum(1 for line in self.lines[those[0].index : those[-1].index + 1] if line.strip())
        most = len(those) / 2
        said = [candidate for candidate in those if candidate.after]
        firsts = list({candidate.core: candidate for candidate in reversed(those)}.values())
        capitals = [in_capitals(candidate.core) for candidate in those]
        distinct = {c.core: in_capitals(c.core) for c in those if len(c.words) > 1}
        return Style(
            capitals=sum(capitals) > most,
            mixed=min(Counter(distinct.values()).get(one, 0) for one in (True, False)) > 1,
            alone=sum(not candidate.after for candidate in those) > most,
            before=sum(self.is_fronted(candidate) for candidate in those) > most,
            words=max(len(candidate.words) for candidate in those),
            dense=len(those) >= filled * _DENSE,
            acronyms=any(_is_acronym(candidate.core) for candidate in those),
            spaced=all(self._begins(candidate.index) for candidate in those),
            remarks=sum(c.remark is not None for c in firsts) * 2 > len(firsts),
            numbered=sum(map(self._is_numbered, those)) > most / 2,
            stopped=sum(c.is_ended() for c in said) >= len(said) * NEARLY_ALL and bool(said),
        )

    def _begins(self, index: int) -> bool:
        """Whether no words are right before line *index*."""
        return index == 0 or not self.lines[index - 1].strip(" ")

    def like(self, found: Collection[int]) -> set[int]:
        """The candidates that are printed as the labels at *found* are."""
        if not found:
            return set()
        style, first, last = self.style(found), min(found), max(found)
        front = " ".join(self.lines[max(0, first - _FRONT_LINES) : first])
        times = Counter(map(speaker_key, _BETWEEN_WORDS.split(front)))
        known, twice = set(times), {word for word, count in times.items() if count > 1}
        others = {
            index: candidate
            for index, candidate in self.candidates.items()
            if index not in found
            and (
                self._needs_no_name(candidate, style)
                or (not style.alone and self.words.described(candidate) is not None)
                or (style.remarks and candidate.remark is not None)
                or (style.dense and first < index < last and self._is_office(candidate))
                or self._may_be_once(candidate, style, known)
            )
        }
        long = self._long_for(found, others)
        first = min(first, *long) if long else first
        like = {
            index
            for index, candidate in others.items()
            if self._is_like(candidate, style)
            and not (
                style.stopped
                and not candidate.is_ended()
                and (candidate.is_signature() or (index > last and candidate.after))
            )
            and (index > first or self._opens(candidate, twice) or self._is_answered(index, first))
        }
        return long | like | self._long_for(like, others)

    def _long_for(self, found: Collection[int], others: Mapping[int, Candidate]) -> set[int]:
        """Those of *others* that say in full who the labels at *found* are."""
        short = {self.candidates[index].core for index in found}
        return {i for i, candidate in others.items() if self._is_long_for(candidate, short)}

    def _is_long_for(self, candidate: Candidate, short: Set[str]) -> bool:
        """Whether it says which of the labels *short* it is in full: "Ann Roe (AR)", "Ann Roe".

        For the latter the short one is the given or the last name, or the initials: "A. R.".
        """
        if candidate.remark is not None:
            return self.lines[candidate.index][slice(*candidate.remark)] in short
        words = candidate.core.partition(",")[0].split()
        if len(words) < 2 or not all(map(self.words.is_name_word, words)):
            return False
        known = not short.isdisjoint((words[0], words[-1], *short_forms(" ".join(words))))
        return known and self.is_spoken(candidate.index)

    def is_fronted(self, candidate: Candidate) -> bool:
        """Whether more than the number of a question stands before it."""
        before = self.lines[candidate.index][: candidate.start].strip(" ")
        return bool(before) and _NUMBER.fullmatch(before) is None

    def _is_numbered(self, candidate: Candidate) -> bool:
        """Whether the number of a question, or of an item, stands before it."""
        before = self.lines[candidate.index][: candidate.start].strip(" ")
        return bool(before) and _NUMBER.fullmatch(before) is not None

    def _opens(self, candidate: Candidate, known: Collection[str]) -> bool:
        """Whether it is the label of the first turn.

        Of somebody whom the title names, or before whose name or behind it a word of politeness
        or an office stands: "Mr Roe (Crewe):".
        """
        if self._is_titled(candidate):
            return self.is_spoken(candidate.index)
        names = candidate.core.partition(",")[0].split()
        named = all(speaker_key(word) in known for word in names)
        return len(names) > 1 and named and self.is_spoken(candidate.index)

    def _is_answered(self, index: int, first: int) -> bool:
        """Whether the label at *index* asks a question, and the label at *first* is right below."""
        said = [line for line in self.lines[index + 1 : first] if line.strip(" ")]
        return index < first and not said and self.said(index).endswith(_QUESTION)

    def _is_titled(self, candidate: Candidate) -> bool:
        """Whether a word of politeness begins it, and brackets with more about the person end it.

        Or a full name, and an office in brackets.
        """
        if candidate.remark is None:
            return False
        remark = self.lines[candidate.index][slice(*candidate.remark)]
        office = any(map(self.words.is_office, remark.replace(",", " ").split()))
        first = candidate.word(0).lower().strip(".")
        polite = first in self.words.convention.honorifics
        return polite or (office and len(candidate.words) > 1)

    def _is_like(self, candidate: Candidate, style: Style) -> bool:
        """Whether *candidate* is printed in the *style* of labels, and speech follows."""
        if candidate.generic or self.words.is_sentence(candidate) or self._is_no_speech(candidate):
            return False
        if self._is_numbered(candidate) and not style.numbered:
            return False  # an item of the agenda
        if self.is_fronted(candidate) != style.before or (style.alone and candidate.after):
            return False
        if not style.alone and not candidate.after and not self._is_spoken_below(candidate):
            return False
        described = self.words.described(candidate)
        name = self._name_of(candidate, described) if described else candidate.core
        count = len(name.split())
        if count > style.words + 2 or candidate.after[:1].islower():
            return False
        honorifics = self.words.convention.honorifics
        polite = candidate.word(0).lower().strip(".") in honorifics
        capitals = in_capitals(candidate.core)
        if is_caseless(candidate.core) and self._may_be_clause(candidate, style):
            return False
        if style.mixed:
            return True
        if style.capitals:
            named = described is not None and in_capitals(name)
            return capitals or polite or named or self._is_office_and_name(candidate)
        acronym = style.acronyms and _is_acronym(candidate.core)
        return not capitals or polite or len(candidate.core) < _SHORTEST_CAPITALS or acronym

    @staticmethod
    def _is_no_speech(candidate: Candidate) -> bool:
        """Whether its words or those behind it show that nobody begins to speak there."""
        stops = any(stop in candidate.core for stop in _STOPS_WITHIN)
        entry = candidate.is_heading() or candidate.is_entry() or candidate.closes_bracket()
        return stops or entry

    def _may_be_clause(self, candidate: Candidate, style: Style) -> bool:
        """Whether *candidate*, in a script without capitals, may be the beginning of a sentence.

        It begins no paragraph where all labels do, holds a comma or announces a quotation, or is
        one word where names have more.
        """
        return (
            (style.spaced and not self._begins(candidate.index))
            or any(comma in candidate.core for comma in _COMMAS)
            or candidate.after.startswith(_QUOTES)
            or (len(candidate.words) == 1 < style.words and not (style.alone or candidate.remark))
        )

    def _name_of(self, candidate: Candidate, label: Label) -> str:
        """The words of the name in the *label* that *candidate* is."""
        return self.lines[candidate.index][slice(*(label.name or (0, 0)))]

    def _is_office_and_name(self, candidate: Candidate) -> bool:
        """Whether an office and a name are all there is: "Senator Parrish"."""
        office, *names = (match.group() for match in candidate.words)
        named = bool(names) and all(map(self.words.is_name_word, names))
        return named and self.words.is_office(office) and not any(map(self.words.is_office, names))

    def _is_spoken_below(self, candidate: Candidate) -> bool:
        """Whether the line below *candidate* is not blank, and a sentence."""
        below = "".join(self.lines[candidate.index + 1 : candidate.index + 2])
        return bool(below.strip(" ")) and self.is_spoken(candidate.index)

    def _may_be_once(self, candidate: Candidate, style: Style, known: Set[str]) -> bool:
        """Whether the words of *candidate* could be somebody's who speaks once."""
        words = [match.group() for match in candidate.words]
        convention = self.words.convention
        small = convention.particles | convention.articles | convention.honorifics
        names = [word for word in words if word.lower() not in small]
        if inner := {word for word in names if word in words[1:-1] and _joins(word)}:
            return self._is_peer(candidate, [word for word in names if word not in inner], known)
        if is_code(candidate.core):
            return style.dense and style.words <= _WORDS_BESIDE_CODES
        if not names or not all(map(self.words.is_name_word, names)):
            return False
        if any(map(self.words.is_office, names)):
            return len(words) > 1 or style.capitals
        if len(names) < len(words) and words[0].lower().strip(".") in convention.honorifics:
            return True
        if self.words.names_no_person(words[-1]):
            return False
        if style.capitals and words[0].lower() in convention.articles:
            return True
        if style.capitals and self.times[candidate.core] > 2:
            return True
        if all(speaker_key(word) in known for word in names):
            return True
        common = any(map(self.words.is_common, names))
        return not common and (len(words) > 1 or style.dense)

    def _needs_no_name(self, candidate: Candidate, style: Style) -> bool:
        """Whether an office or a number is enough to tell who it is, though it stands once."""
        if self.words.convention.numbers_person(candidate.core):
            return self.is_spoken(candidate.index)
        return style.dense and self._is_article_and_office(candidate)

    def _is_office(self, candidate: Candidate) -> bool:
        """Whether it is an office of one word, and a sentence follows: "Secretary: Roe, aye."."""
        alone = len(candidate.words) == 1 and self.words.is_office(candidate.core)
        return alone and candidate.is_ended()

    def _is_article_and_office(self, candidate: Candidate) -> bool:
        """Whether it is an office with its article, and speech follows: "De voorzitter"."""
        article, *office = (match.group() for match in candidate.words)
        return (
            article[0].isupper()
            and article.lower() in self.words.convention.articles
            and bool(office)
            and all(map(self.words.is_office, office))
            and self.is_spoken(candidate.index)
        )

    def _is_peer(self, candidate: Candidate, names: Sequence[str], known: Set[str]) -> bool:
        """Whether *names*, with a small word between, are a person's: "Lord Roe of Crewe".

        It recurs, begins with a word of politeness, or all its words stand in the title.
        """
        words = candidate.core.lower().replace(".", "").split()
        return all(map(self.words.is_name_word, names)) and (
            self.times[candidate.core] > 1
            or not self.words.convention.honorifics.isdisjoint(words[:2])
            or all(speaker_key(word) in known for word in names)
        )


def _is_acronym(core: str) -> bool:
    """Whether *core* is a short word in capitals, maybe with a number: "AFP", "CCTV-5"."""
    return core.isupper() and " " not in core and 1 < len(core) <= _LONGEST_ACRONYM


def _joins(word: str) -> bool:
    """Whether *word* may stand between the words of a name: "of"."""
    return word.islower() and len(word) < _LONG_WORD
