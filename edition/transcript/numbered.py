"""Questions that are numbered, and whoever puts them is named without a delimiter.

"1. Tuan Haji Ahmed bin Talib asked the Minister for Water: why is there none?" The name is the
label of this person elsewhere, and between two such questions others speak.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import msgspec

from edition.transcript.model import Label

_NUMBER = re.compile(r" *\*?[0-9]{1,4}[.)]? +")
_WORD = re.compile(r"\S+")
_BRACKET = re.compile(r" ?(?:\([^()]{1,80}\)|\[[^\[\]]{1,80}\])")
_MOST_WORDS = 10  # of a label
_FEWEST = 2  # questions


def numbered_in(lines: Sequence[str], names: Collection[str]) -> dict[int, str]:
    """Which of *names*, the words of labels, the lines begin with behind a number.

    A word in small letters follows, maybe behind brackets.
    """
    return {
        index: line[slice(*span)]
        for index, line in enumerate(lines)
        if (span := _name_in(line, names)) is not None
    }


def _name_in(line: str, names: Collection[str]) -> tuple[int, int] | None:
    """Where the longest of *names* stands behind the number at the beginning of *line*."""
    number = _NUMBER.match(line)
    if number is None:
        return None
    found = None
    start = number.end()
    at = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(line, at)
        if word is None:
            break
        name = line[start : word.end()]
        if " " in name and name in names and _goes_on(line, word.end()):
            found = start, word.end()
        at = word.end() + 1
    return found


def _goes_on(line: str, end: int) -> bool:
    """Whether a word in small letters follows in *line* behind *end*, maybe behind brackets."""
    bracket = _BRACKET.match(line, end)
    rest = line[bracket.end() if bracket else end :]
    return rest.startswith(" ") and rest.lstrip(" ")[:1].islower()


def numbered_labels(lines: Sequence[str], found: Mapping[int, Label]) -> dict[int, Label]:
    """The labels of those who put numbered questions; *found* are the other labels.

    The numbers ascend, and others speak between the questions.
    """
    known: dict[str, tuple[Label, int]] = {}
    for index, label in found.items():
        spans = [span for span in (label.title, label.name) if span]
        if label.name and not (label.joint or label.collective):
            start, end = min(spans)[0], max(spans)[1]
            known.setdefault(lines[index][start:end], (label, start))
    questions = {index: None for index in numbered_in(lines, known) if index not in found}
    answered = sorted({*questions, *found})
    apart = all(
        before not in questions or after not in questions for before, after in pairwise(answered)
    )
    numbers = [int("".join(filter(str.isdigit, lines[i].split()[0]))) for i in questions]
    if len(questions) < _FEWEST or not apart or numbers != sorted(set(numbers)):
        return {}
    return {index: _moved(lines[index], known) for index in questions}


def _moved(line: str, known: Mapping[str, tuple[Label, int]]) -> Label:
    """The label of *line*, which is one of those *known* but for its place."""
    start, end = _name_in(line, known) or (0, 0)
    label, first = known[line[start:end]]
    bracket = _BRACKET.match(line, end)
    by = start - first
    name, title, honorific = (
        (span[0] + by, span[1] + by) if span else None
        for span in (label.name, label.title, label.honorific)
    )
    return msgspec.structs.replace(
        label, end=bracket.end() if bracket else end, name=name, title=title, honorific=honorific
    )
