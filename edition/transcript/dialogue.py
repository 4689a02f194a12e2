"""Text of an unknown maker: whether it is a dialogue, and what is printed like its labels.

A label that stands once is believed where the labels that recur are printed as it is: in
capitals, on its own line, behind a time code. Words that recur before a colon make no dialogue
if what follows them is not speech: "Temperature: 4", "From: …, Subject: …".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.candidates import Candidate
from edition.transcript.word_sense import Words, speaker_key

_SENTENCE_ENDS = (".", "!", "?", "…", ".”", "?”", '."', '?"', ".)", "]", "—", "--", "–")
_FEW_WORDS = 4  # are a sentence though it ends with no stop
_SPOKEN = 0.5  # of what follows the labels of a dialogue are sentences
_DENSE = 0.25  # of the lines of a dialogue have a label
_BETWEEN_WORDS = re.compile(r"[\s():,]+")
_FRONT_LINES = 100  # before the first label in which names are looked for
_FEWEST_QUESTIONS = 0.1  # of the turns of a dialogue whose labels are common words
_ROUNDS = 3  # of the same labels in the same order make a table, not a dialogue


class Style(NamedTuple):
    """How the labels of a document are printed."""

    capitals: bool
    alone: bool
    before: bool
    words: int
    dense: bool


class Document(NamedTuple):
    """The lines of a document and its candidates for labels, by index."""

    lines: Sequence[str]
    candidates: Mapping[int, Candidate]
    words: Words

    def said(self, index: int) -> str:
        """What follows the label at *index*: on its line, or on the next with words."""
        if after := self.candidates[index].after:
            return after
        following = (line.strip(" ") for line in self.lines[index + 1 : index + 4])
        return next(filter(None, following), "")

    def is_spoken(self, index: int) -> bool:
        """Whether a sentence follows the label at *index*."""
        said = self.said(index)
        return said.endswith(_SENTENCE_ENDS) or len(said.split()) >= _FEW_WORDS

    def is_dialogue(self, found: Collection[int], alike: Collection[int] = ()) -> bool:
        """Whether the labels at *found* are those of people who speak in turn.

        Where only one of them recurs, those *alike*, which stand once, must speak with it, and
        somebody ask something.
        """
        together = {*found, *alike}
        cores = [self.candidates[index].core for index in sorted(together)]
        asks = self._asks(together)
        recurring = {self.candidates[index].core for index in found}
        if not recurring or len(set(cores)) < 2 or (len(recurring) < 2 and not asks):
            return False
        spoken = sum(map(self.is_spoken, together))
        return spoken >= len(cores) * _SPOKEN and (asks or not _is_table(cores))

    def _asks(self, found: Collection[int]) -> bool:
        """Whether some of the turns at *found* are questions."""
        questions = sum("?" in self.said(index) or "？" in self.said(index) for index in found)
        return questions >= len(found) * _FEWEST_QUESTIONS

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
        believed = self.is_dialogue(together) and self._asks(together)
        return roles if believed and spoken == len(roles) else set()

    def _role_at(self, index: int) -> str:
        """The candidate at *index* if it is one word, a role perhaps; '' if not."""
        candidate = self.candidates[index]
        if len(candidate.words) > 1 or candidate.generic or self.words.is_sentence(candidate):
            return ""
        word = candidate.core
        known = self.words.names_no_person(word) or not self.words.is_name_word(word)
        return "" if known else word

    def style(self, found: Collection[int]) -> Style:
        """How the labels at *found* are printed."""
        those = [self.candidates[index] for index in sorted(found)]
        filled = sum(1 for line in self.lines[those[0].index : those[-1].index + 1] if line.strip())
        most = len(those) / 2
        return Style(
            capitals=sum(in_capitals(candidate.core) for candidate in those) > most,
            alone=sum(not candidate.after for candidate in those) > most,
            before=sum(self._is_fronted(candidate) for candidate in those) > most,
            words=max(len(candidate.words) for candidate in those),
            dense=len(those) >= filled * _DENSE,
        )

    def like(self, found: Collection[int]) -> set[int]:
        """The candidates that are printed as the labels at *found* are."""
        if not found:
            return set()
        style, first = self.style(found), min(found)
        front = " ".join(self.lines[max(0, first - _FRONT_LINES) : first])
        times = Counter(map(speaker_key, _BETWEEN_WORDS.split(front)))
        known, twice = set(times), {word for word, count in times.items() if count > 1}
        return {
            index
            for index, candidate in self.candidates.items()
            if index not in found
            and self._is_like(candidate, style)
            and self._may_be_once(candidate, style, known)
            and (index > first or self._opens(candidate, twice))
        }

    def _is_fronted(self, candidate: Candidate) -> bool:
        return bool(self.lines[candidate.index][: candidate.start].strip(" "))

    def _opens(self, candidate: Candidate, known: Collection[str]) -> bool:
        """Whether it is the label of the first turn, of somebody whom the title names."""
        names = candidate.core.partition(",")[0].split()
        named = all(speaker_key(word) in known for word in names)
        return len(names) > 1 and named and self.is_spoken(candidate.index)

    def _is_like(self, candidate: Candidate, style: Style) -> bool:
        """Whether *candidate* is printed in the *style* of labels, and speech follows."""
        if candidate.generic or self.words.is_sentence(candidate):
            return False
        if self._is_fronted(candidate) != style.before or (style.alone and candidate.after):
            return False
        if not style.alone and not candidate.after and not self.is_spoken(candidate.index):
            return False
        if len(candidate.words) > style.words + 2 or candidate.after[:1].islower():
            return False
        honorifics = self.words.convention.honorifics
        polite = candidate.word(0).lower().strip(".") in honorifics
        capitals = in_capitals(candidate.core)
        return capitals or polite if style.capitals else not capitals or len(candidate.core) < 4

    def _may_be_once(self, candidate: Candidate, style: Style, known: Collection[str]) -> bool:
        """Whether the words of *candidate* could be somebody's who speaks once."""
        words = [match.group() for match in candidate.words]
        convention = self.words.convention
        small = convention.particles | convention.articles | convention.honorifics
        names = [word for word in words if word.lower() not in small]
        if not names or not all(map(self.words.is_name_word, names)):
            return False
        if any(map(self.words.is_office, names)):
            return len(words) > 1 or style.capitals
        if len(names) < len(words) and words[0].lower().strip(".") in convention.honorifics:
            return True
        if self.words.names_no_person(words[-1]):
            return False
        if all(speaker_key(word) in known for word in names):
            return True
        common = any(map(self.words.is_common, names))
        return not common and (len(words) > 1 or style.dense)


def in_capitals(text: str) -> bool:
    """Whether most letters of *text* are capitals: "McCONNELL"."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def _is_table(cores: Sequence[str]) -> bool:
    """Whether the same labels, three and more, come in the same order again and again."""
    period = len(set(cores))
    if period < 3 or len(cores) < period * _ROUNDS:
        return False
    return all(core == cores[at % period] for at, core in enumerate(cores))
