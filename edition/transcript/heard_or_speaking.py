"""Whether a word such as SOUND before a colon tells what is heard, or is what a person is called.

A radio play prints "SOUND: FOOTSTEPS", the record of a film's making "SOUND: We are ready."
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from edition.transcript.convention import Convention

_FEWEST = 2  # sentences behind a word show that somebody is called so
_CUES = 3  # times as many cues as sentences show that nobody is


def without_speakers(convention: Convention, plain: Sequence[str]) -> Convention:
    """*convention*, without the narrations whose words are labels of speakers in *plain*."""
    named = {word for entry in convention.narration if entry.label for word in entry.words.split()}
    if not named:
        return convention
    sentences: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for line in plain:
        first = "".join(line.split(maxsplit=1)[:1])
        if first in named and ":" in line:
            found = convention.narration_in(line)
            (cues if found is not None and found.label else sentences)[_stem(first)] += 1
    people = {
        word
        for word, count in sentences.items()
        if count >= _FEWEST and count * _CUES >= cues[word]
    }
    if not people:
        return convention
    narration = [
        msgspec.structs.replace(
            entry, words=" ".join(w for w in entry.words.split() if _stem(w) not in people)
        )
        if entry.label
        else entry
        for entry in convention.narration
    ]
    return msgspec.structs.replace(convention, narration=narration)


def _stem(word: str) -> str:
    return word.rstrip(":")
