"""Interviews in which "Q" asks and "A" answers, and hardly anybody else speaks: two people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

_FEWEST = 4  # turns
_PUT_IN = 0.15  # of the turns are those of others


def asking_in(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, str]:
    """What is printed for whoever asks or answers in each of the lines with *labels*.

    The first label of each, for all of theirs: "Question" where "Q" follows. Nothing where
    others are labelled too, as in court, where many ask and answer; but a neighbour may put in a
    word, if nothing shows that this is a court: no title, no office.
    """
    asks, answers = (
        frozenset(words.split()) for words in (convention.roles.asks, convention.roles.answers)
    )
    printed = {
        index: letters_of(lines[index][: label.end])
        for index, label in sorted(labels.items())
        if label.generic
    }
    sides = {index: speaker_key(word) in answers for index, word in printed.items()}
    known = all(speaker_key(word) in asks | answers for word in printed.values())
    others = [label for index, label in labels.items() if index not in printed]
    few = len(others) <= len(printed) * _PUT_IN and all(map(_is_plain_name, others))
    if len(printed) < _FEWEST or not few or not known or len({*sides.values()}) < 2:
        return {}
    first = {side: printed[index] for index, side in reversed([*sides.items()])}
    return {index: first[side] for index, side in sides.items()}


def _is_plain_name(label: Label) -> bool:
    return label.name is not None and label.title is None and label.honorific is None


def letters_of(label: str) -> str:
    """*label* without its sign and the number of its line: "Q" of "14  Q.  "."""
    return "".join(sign for sign in label if sign.isalpha())
