"""Who speaks between two turns of one and the same, in a dialogue whose other labels are known.

Labels hardly stand twice running. Where one does, and between the two something else is printed
as a label is, that is who answered: "Deepa's iPhone:", "Občan z Hornej ulice:". No list of words
and no form of a name need know it. Called by name before it, it is shown as well; and where
nearly every paragraph has a label, it is enough that it stands three times.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from edition.transcript.called import called_in
from edition.transcript.candidates import Candidate
from edition.transcript.evidence import Evidence
from edition.transcript.exchange import is_sentence
from edition.transcript.model import Label
from edition.transcript.word_sense import speaker_key

_MOST_WORDS = 9
_FEWEST_SHOWN = 2  # of what is written as a phrase is: "Predseda komisie"
_OFTEN = 3  # times
_VERY_OFTEN = 5  # where no sentence need follow: "ann_l: lol"
_NEARLY_ALL = 0.85  # of the paragraphs have a label
_BULLETS = "-–—•*·"  # begin an item of a list


def between_turns(
    found: Mapping[int, Label],
    candidates: Sequence[Candidate],
    lines: Sequence[str],
    evidence: Evidence,
) -> dict[int, Label]:
    """The labels among *candidates*, beside those *found*, of whoever speaks between others."""
    spaced = all(_is_apart(index, lines) for index in found)
    first = min(found)
    like = [
        c
        for c in candidates
        if c.index not in found
        and _may_be_label(c, evidence)
        and (not spaced or _is_apart(c.index, lines))
    ]
    often = Counter(c.core for c in like)
    others = {
        c.index: c for c in like if often[c.core] >= _VERY_OFTEN or (c.index > first and _speaks(c))
    }
    if not others:
        return {}
    times = Counter(c.core for c in others.values())
    shown = _shown(found, others, lines, evidence)
    dense = _is_dense(found, others, lines)
    believed = {
        core
        for core in times
        if (times[core] > 1 or _is_written_as_name(core))
        and (
            shown[core] >= (1 if _has_names(core) else _FEWEST_SHOWN)
            or (dense and times[core] >= _OFTEN)
        )
    }
    return {
        index: msgspec.structs.replace(evidence.plainly(c), by_print=True)
        for index, c in others.items()
        if c.core in believed
    }


def _speaks(candidate: Candidate) -> bool:
    """Whether a sentence follows *candidate*, which ends with no number: "Article 4"."""
    after = candidate.after
    return not candidate.core[-1].isdigit() and not after[:1].islower() and is_sentence(after)


def _may_be_label(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether *candidate* is no sentence, heading or item of a list."""
    core = candidate.core
    return (
        len(candidate.words) <= _MOST_WORDS
        and not candidate.generic
        and core[0] not in _BULLETS
        and not candidate.is_heading()
        and not evidence.is_sentence(candidate)
        and not evidence.stops_sentence(core)
    )


def _shown(
    found: Mapping[int, Label],
    others: Mapping[int, Candidate],
    lines: Sequence[str],
    evidence: Evidence,
) -> Counter[str]:
    """How often each of *others* is called right before, or parts two turns of one speaker.

    Nothing is where labels of one speaker stand running that nothing parts.
    """
    ends = {index: label.end for index, label in found.items()}
    ends |= {index: c.end for index, c in others.items()}
    said = [line[ends.get(index, 0) :] for index, line in enumerate(lines)]
    names = {index: _key(label, lines[index]) for index, label in found.items()}
    names |= {index: c.core for index, c in others.items()}
    order = [(index, names[index]) for index in sorted(names)]
    called = Counter(called_in(said, order, evidence.convention).values())
    parting: Counter[str] = Counter()
    running = 0
    for before, after in pairwise(sorted(found)):
        if names[before] != names[after]:
            continue
        inside = {others[i].core for i in range(before + 1, after) if i in others}
        running += not inside
        if len(inside) == 1:
            parting.update(inside)
    if running * 2 > parting.total():
        parting.clear()
    return Counter({core: called[core] + parting[core] for core in {*called, *parting}})


def _is_dense(
    found: Mapping[int, Label], others: Mapping[int, Candidate], lines: Sequence[str]
) -> bool:
    """Whether nearly every paragraph from the first label on has one, *others* aside."""
    body = range(min(found), len(lines))
    filled = sum(bool(lines[index].strip(" ")) for index in body if index not in others)
    return len(found) >= filled * _NEARLY_ALL


def _key(label: Label, line: str) -> str:
    """What tells the speaker of *label*, in *line*, from others."""
    return speaker_key(line[slice(*(label.name or label.title or (0, label.end)))])


def _is_apart(index: int, lines: Sequence[str]) -> bool:
    """Whether a blank line is before line *index*."""
    return index == 0 or not lines[index - 1].strip(" ")


def _has_names(core: str) -> bool:
    """Whether a word behind the first in *core* has a capital: "p. Roe", "Občan z Hornej ulice"."""
    return any(word.lower() != word for word in core.split()[1:]) or "@" in core


def _is_written_as_name(core: str) -> bool:
    """Whether *core* is two words or more, all of which but abbreviations have a capital."""
    words = core.partition(",")[0].split()
    return len(words) > 1 and all(word[0].isupper() or word.endswith(".") for word in words)
