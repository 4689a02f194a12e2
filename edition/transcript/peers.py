"""In a dialogue: who is labelled again and again though no name shows it, and nobody at all.

Where others speak in turn, what stands before the delimiter twice and more, and begins a sentence
each time, is a label, too, if it begins with a person's name. Where nothing shows that it does,
only if several have a short word behind, the group of each, and it is told: "Jari Koskinen ps:",
but not "Red Cross appeal:".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from edition.transcript.candidates import Candidate
from edition.transcript.evidence import Evidence
from edition.transcript.model import Label
from edition.transcript.personal_labels import PersonalLabels

_CHEVRONS = ">>"  # another one speaks, in captions that are written while people speak
_MOST_WORDS = 6
_LONGEST_GROUP = 4  # letters
_FEWEST_GROUPED = 2  # names that differ and have a group behind
_FEWEST_FRONTED = 2  # labels behind chevrons


def peers_of(
    found: Mapping[int, Label],
    candidates: Sequence[Candidate],
    lines: Sequence[str],
    evidence: Evidence,
) -> dict[int, Label]:
    """The labels among *candidates*, beside those *found*, that recur in the same dialogue.

    They begin paragraphs with two names; those that are printed as they are count, too.
    """
    said = [line[found[i].end :] if i in found else line for i, line in enumerate(lines)]
    personal = PersonalLabels(said, evidence.convention)
    alone = all(not lines[index][label.end :].strip(" ") for index, label in found.items())
    others = [c for c in candidates if c.index not in found]
    named = [c for c in others if _is_named(c, evidence)]
    grouped = {c.core for c in named if _has_group(c)}
    unsure = {c.core for c in named if not personal.is_person(f"{c.word(0)} {c.word(1)}")}
    refused = unsure - (grouped if len(grouped) >= _FEWEST_GROUPED else set())
    rest = [c for c in named if c.core not in refused]
    rest += [c for c in others if alone and c.core not in refused and _is_alone(c, evidence)]
    times = Counter(c.core for c in rest)
    spaced = all(not _follows(index, lines) for index in found)
    prints = {_print_of(c) for c in rest if times[c.core] > 1}
    return {
        c.index: msgspec.structs.replace(
            evidence.plainly(c)
            if c.remark
            else Label(c.end, (c.start, c.start + len(c.core)), None),
            by_print=c.core in unsure,
        )
        for c in rest
        if _print_of(c) in prints
        and not c.after[:1].islower()
        and not (spaced and _follows(c.index, lines))
    }


def offices_of(candidates: Sequence[Candidate], evidence: Evidence) -> dict[int, Label]:
    """The labels among *candidates* that are an office in capitals: "THE VIDEOGRAPHER:".

    One is enough where the forms of a convention show who else speaks.
    """
    articles = evidence.convention.articles
    return {
        c.index: evidence.plainly(c)
        for c in candidates
        if c.core.isupper()
        and c.after
        and len(c.words) > 1
        and c.word(0).lower() in articles
        and evidence.is_office_only(c)
    }


def _print_of(candidate: Candidate) -> tuple[bool, ...]:
    """Which words of *candidate* have a capital."""
    return tuple(match.group()[0].isupper() for match in candidate.words)


def _is_named(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether *candidate* begins with two names, and is no sentence."""
    words = [match.group() for match in candidate.words]
    return (
        2 < len(words) <= _MOST_WORDS
        and not evidence.is_sentence(candidate)
        and not evidence.stops_sentence(candidate.core)
        and all(map(evidence.is_name_word, words[:2]))
        and not any(map(evidence.is_common, words[:2]))
        and not any(map(evidence.names_no_person, words[:2]))
    )


def _has_group(candidate: Candidate) -> bool:
    """Whether one short word in small letters stands behind two names: "ps"."""
    _, _, *group = [match.group() for match in candidate.words]
    return len(group) == 1 and group[0].islower() and len(group[0]) <= _LONGEST_GROUP


def _is_alone(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether *candidate* has its line to itself, and recurs: an office in small letters."""
    return (
        not candidate.after
        and evidence.recurs(candidate)
        and len(candidate.words) <= _MOST_WORDS
        and not evidence.is_sentence(candidate)
        and not evidence.stops_sentence(candidate.core)
    )


def _follows(index: int, lines: Sequence[str]) -> bool:
    """Whether line *index* has words right before it."""
    return index > 0 and bool(lines[index - 1].strip(" "))


def unnamed_changes(found: Mapping[int, Label], lines: Sequence[str]) -> dict[int, Label]:
    """The chevrons with which lines begin that have no label, where they stand before labels."""
    fronted = sum(lines[index].lstrip(" ").startswith(_CHEVRONS) for index in found)
    if fronted < _FEWEST_FRONTED or fronted * 2 < len(found):
        return {}
    changes: dict[int, Label] = {}
    for index, line in enumerate(lines):
        words = line.lstrip(" ")
        if index not in found and words.startswith(_CHEVRONS) and words.strip("> "):
            end = len(line) - len(words.lstrip(">").lstrip(" "))
            changes[index] = Label(end, None, None, generic=True)
    return changes
