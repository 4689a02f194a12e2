"""What a person may take for a label, though nothing shows that it is one: it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edition.transcript.candidates import Candidate
from edition.transcript.convention import Convention
from edition.transcript.evidence import Evidence
from edition.transcript.word_sense import speaker_key

_BRACKET_AT_END = re.compile(r" *\([^()]*\)$")
_WORDS = re.compile(r"[^\s,()]+")
_FEW_WORDS = 6  # in what only looks like a label
_LONG_WORD = 4  # letters; shorter ones join the words of a title
_OPENS_SPEECH = "“\"«„‘'¿¡—–"
_MOST_NAMES = 4  # in a person's name


def looks_like_label(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether a person may take *candidate* for a label, by what *evidence* knows of words."""
    convention = evidence.convention
    core = _BRACKET_AT_END.sub("", candidate.core)
    words = _WORDS.findall(core)
    titled = len(words) > _FEW_WORDS  # then words join those of the title
    if not words or not candidate.after or (titled and not evidence.has_office(candidate)):
        return False
    if words[0].lower() in convention.openers or evidence.stops_sentence(core):
        return False
    small = convention.particles | convention.offices
    named = all(
        evidence.is_name_word(word) or word in small or (titled and len(word) < _LONG_WORD)
        for word in words
    )
    return named or _is_in_small_letters(candidate, words, evidence)


def names_doubted(
    lines: Sequence[str], doubted: Iterable[int], convention: Convention
) -> list[str]:
    """What seems to name somebody before the colon in the lines *doubted*."""
    delimiter = convention.labels.delimiter or ":"
    before = (lines[index].partition(delimiter)[0] for index in sorted(doubted))
    return [_BRACKET_AT_END.sub("", name[convention.untimed(name) :]).strip(" ") for name in before]


def may_speak(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether *candidate*, in a dialogue, may say who speaks, though it has no name's form.

    It is no sentence, speech seems to follow, and it recurs, tells of somebody ("Woman in red")
    or has the name of somebody who is labelled ("Tom's wife").
    """
    words = _WORDS.findall(_BRACKET_AT_END.sub("", candidate.core))
    if not 1 <= len(words) <= _FEW_WORDS or not words[0][0].isupper():
        return False
    if evidence.is_sentence(candidate) or evidence.stops_sentence(candidate.core):
        return False
    after = candidate.after[:1]
    if not (after.isupper() or after in tuple(_OPENS_SPEECH)):
        return False
    return evidence.recurs(candidate) or _tells_who(words, evidence)


def _tells_who(words: Sequence[str], evidence: Evidence) -> bool:
    """Whether *words* are about one who speaks: a word for people, or a name that is labelled.

    A word for people ends them, or a small word joins more to it: "Man on the left".
    """
    people = evidence.convention.voices
    for word, behind in zip(words, [*words[1:], ""], strict=True):
        heads = not behind or (behind.islower() and len(behind) < _LONG_WORD)
        if heads and (evidence.is_office(word) or word.lower() in people):
            return True
        name = word.replace("’", "'").removesuffix("'s")
        if evidence.is_named(name):
            return True
    return False


def _is_in_small_letters(candidate: Candidate, words: Sequence[str], evidence: Evidence) -> bool:
    """Whether *words*, no sentence, are a name in lower case: "ann roe: Yes".

    They end in the last name of somebody who is labelled, or begin a paragraph.
    """
    if evidence.is_sentence(candidate) or not 1 < len(words) <= _MOST_NAMES:
        return False
    if speaker_key(words[-1]) in evidence.last_names:
        return True
    index = candidate.index
    return (
        (index == 0 or not evidence.lines[index - 1].strip(" "))
        and len(words) < _MOST_NAMES
        and all(word.isalpha() and word.islower() for word in words)
        and candidate.after[:1].isupper()
    )
