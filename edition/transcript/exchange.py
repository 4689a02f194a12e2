"""People who speak in turn, or not: what the labels of a text, and what follows them, show.

Words that recur before a colon make no dialogue if what follows them is not speech:
"Temperature: 4", "From: …, Subject: …".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.given_names import given_names, is_full_name
from edition.transcript.word_sense import Words, is_caseless

TIME = re.compile(
    r"[\[(]?(?:[0-9]{1,3}:){1,3}[0-9]{2}(?:[.,][0-9]{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?"
)
"""A time of a recording, or of the day, in brackets or not."""

_SENTENCE_ENDS = (
    *(".", "!", "?", "…", ".”", "?”", '."', '?"', ".)", "]", "—", "--", "–"),
    *("。", "？", "！", "」", "؟", "։", "।"),
)
_FEW_WORDS = 4  # are a sentence though it ends with no stop
_SPOKEN = 0.5  # of what follows the labels of a dialogue are sentences
_BETWEEN_WORDS = re.compile(r"[\s():,]+")
_FEWEST_QUESTIONS = 0.1  # of the turns of a dialogue whose labels are common words
# In Armenian the mark stands in the word that asks, and a colon ends the sentence.
# In Japanese a particle says that it is a question.
_QUESTION_AT_END = re.compile(r"(?:[?？؟՞]|か。)[\s\"'”’»)\]]*\Z|՞[^:։]*[:։]\s*\Z")
_ARMENIAN_END = re.compile(r"[\u0561-\u0587]:\Z")
_YEAR_AT_END = re.compile(r"\b(?:1[5-9]|20)[0-9]{2}[a-z]?\W{0,2}\Z")
_LONG = 5  # labels: of so many two rounds are enough
_ROUNDS = 3  # of the same labels in the same order make a table, not a dialogue


class Exchange(NamedTuple):
    """Labels in order, what follows each, and the words of the document outside of labels."""

    labels: Sequence[str]
    said: Sequence[str]
    words: Words
    recurring: int  # labels that recur
    order: Sequence[str]  # all that recurs and looks like a label
    questions: int  # lines with a question mark, from the first label to the last
    unlabelled: int  # lines with words, from the first label on, that have none

    def is_dialogue(self) -> bool:
        """Whether people speak in turn.

        Where only one label recurs, or all are words that may be no names, somebody must ask
        something, or others must speak of them; or names must alternate, line by line.
        """
        if len(set(self.labels)) < 2 or not self.recurring:
            return False
        if sum(map(is_sentence, self.said)) < len(self.said) * _SPOKEN:
            return False
        if self._is_form() or self._are_dated():
            return False
        if self.asks():
            return True
        if self.recurring < 2:
            return self._alternate()
        return self._are_names() and (self._are_people() or not is_table(self.order))

    def _is_form(self) -> bool:
        """Whether common words come in the same order again and again: "Aim:", "Starter:"."""
        people = sum(map(self._may_be_called, set(self.labels)))
        return is_table(self.order) and not (people * 2 > len(set(self.labels)))

    def _may_be_called(self, label: str) -> bool:
        """Whether *label* is a person's, or a given name alone, or has no capitals to tell."""
        return self._is_person(label) or label.title() in given_names() or is_caseless(label)

    def _are_dated(self) -> bool:
        """Whether a year ends most of what is said, as in a bibliography."""
        dated = sum(_YEAR_AT_END.search(said) is not None for said in self.said)
        return dated * 2 > len(self.said)

    def asks(self) -> bool:
        """Whether people ask something, now and then."""
        return self.questions >= len(self.labels) * _FEWEST_QUESTIONS

    def _alternate(self) -> bool:
        """Whether nearly all lines have names for labels, and none has one twice running.

        Every label has a title or more words than one, and no word of another label: "Soil Type"
        and "Soil Depth" are a list. A sentence follows each.
        """
        distinct = set(self.labels)
        words = [word for label in distinct for word in label.split()]
        names = [word for word in words if not self.words.is_office(word)]
        return (
            len(self.labels) > self.unlabelled
            and all(before != after for before, after in pairwise(self.labels))
            and all(map(self._is_strong, distinct))
            and len(set(names)) == len(names)
            and not any(map(self.words.is_common, names))
            and all(map(is_sentence, self.said))
        )

    def _are_names(self) -> bool:
        """Whether half of the labels show by their form that they are names, or are mentioned."""
        distinct = set(self.labels)
        inverted = sum("," in label for label in distinct)
        if inverted * 2 > len(distinct):
            return False  # "Roe, Ann: The Flood": a bibliography
        strong = {label for label in distinct if self._is_strong(label)}
        if len(strong) * 2 >= len(distinct):
            return True
        others = Counter(_BETWEEN_WORDS.split(" ".join(self.words.lines)))
        times = Counter(self.labels)
        mentioned = {name for name in distinct - strong if others[name] > times[name]}
        return len(strong | mentioned) * 2 >= len(distinct)

    def _are_people(self) -> bool:
        """Whether most labels are whole names of persons, or have a title: of no table."""
        distinct = set(self.labels)
        people = {label for label in distinct if self._is_person(label)}
        return len(people) * 2 > len(distinct)

    def _is_person(self, label: str) -> bool:
        first, *names = label.split()
        honorifics = self.words.convention.honorifics
        if names and (first.lower().strip(".") in honorifics or self.words.is_office(first)):
            return True
        name = label.title() if label.isupper() else label
        return is_full_name(name, self.words.convention)

    def _is_strong(self, label: str) -> bool:
        """Whether *label* has a title, capitals only, or more than one word.

        Or is in a script without capitals.
        """
        words = label.split()
        return (
            in_capitals(label)
            or len(words) > 1
            or (len(label) > 1 and is_caseless(label))
            or any(map(self.words.is_office, words))
        )


def said_after(lines: Sequence[str], index: int, end: int) -> str:
    """What follows a label that ends at *end* of line *index*: there, or below; no time."""
    if after := lines[index][end:].strip(" "):
        return after
    following = (line.strip(" ") for line in lines[index + 1 : index + 4])
    return next((line for line in following if line and not TIME.fullmatch(line)), "")


def questions_in(lines: Sequence[str], labelled: Sequence[int]) -> int:
    """How many lines hold a question, from the first of *labelled* to the line after the last."""
    if not labelled:
        return 0
    return sum("?" in line or "？" in line for line in lines[labelled[0] : labelled[-1] + 2])


def unlabelled_in(lines: Sequence[str], labelled: Sequence[int]) -> int:
    """How many lines with words there are from the first of *labelled* on, but for those."""
    if not labelled:
        return 0
    return sum(bool(line.strip(" ")) for line in lines[labelled[0] :]) - len(labelled)


def answered_in(lines: Sequence[str], labels: Sequence[tuple[int, str]]) -> int:
    """How often a question ends what one of *labels* says, and another speaks next.

    *labels* are the index of the line and the words of each, in order.
    """
    asked = 0
    for (index, core), (following, other) in pairwise(labels):
        last = next((line for line in reversed(lines[index:following]) if line.strip(" ")), "")
        asked += core != other and _QUESTION_AT_END.search(last) is not None
    return asked


def is_sentence(said: str) -> bool:
    """Whether *said* is a sentence, or as long as one."""
    ended = said.endswith(_SENTENCE_ENDS) or _ARMENIAN_END.search(said) is not None
    return ended or len(said.split()) >= _FEW_WORDS


def in_capitals(text: str) -> bool:
    """Whether most letters of *text* are capitals: "McCONNELL"."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))


def is_table(cores: Sequence[str]) -> bool:
    """Whether the same labels, three and more, come in the same order again and again."""
    period = len(set(cores))
    rounds = _ROUNDS - (period >= _LONG)
    if period < 3 or len(cores) < period * rounds:
        return False
    return all(core == cores[at % period] for at, core in enumerate(cores))
