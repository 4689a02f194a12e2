"""Who asks and who answers in court, where "Q." and "A." are printed for the names.

The examiner is named above: "Cross-examination by Mr. Roe", "BY MS. LI:". So is the witness:
"WITNESS: ANN DEE", "ANN DEE (sworn)", "ANN DEE, having been duly sworn"; or the label itself is in
capitals where somebody is called: "ANN DEE. I am a baker." What names the witness may go on below:
"ANN DEE," and "having been duly sworn, testified as follows:" are one oath.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from edition.transcript.asking import letters_of
from edition.transcript.convention import Convention
from edition.transcript.line_patterns import any_of
from edition.transcript.model import Event, Label
from edition.transcript.word_sense import speaker_key

_LONGEST = 120  # characters, of a line that names somebody
_LONGEST_OATH = 300  # characters, of a witness's name and what is told of the oath
_MOST_OATH = 4  # lines
_LINE_NUMBER = re.compile(r"^ *(?:[0-9]{1,2} +)?| +\Z")
_OATH = re.compile(  # what follows the name, and no more
    r"(?i:\b(?:sworn|affirmed|recalled|resumed|continued|called|testified|examined|oath)\b)"
    r"[^.?!:]*[.:)\]\s]*\Z"
)
_OBJECTS = re.compile(r"[^\w]*(?:[\[(][^\])]{0,20}[\])])?[^\w]*(?i:objection|i object)\b")

SWORN = Event("kinesic", "gesture")
"""A witness takes the oath."""


class Named(NamedTuple):
    """The title and the name of somebody, as printed; '' for no title."""

    title: str
    name: str


def examined_in(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, Named]:
    """Who speaks in each of the lines with *labels* that have only "Q.", "A." or "THE WITNESS"."""
    roles = convention.roles
    if not is_examination(lines, labels, convention):
        return {}
    examiner, witness = any_of(roles.examiner), any_of(roles.witness)
    asks, answers = frozenset(roles.asks.split()), frozenset(roles.answers.split())
    short = {i: line for i, line in enumerate(lines) if len(line) <= _LONGEST and i not in labels}
    examiners = {i: one for i, line in short.items() if (one := _named(examiner, line, convention))}
    witnesses = {
        i: one
        for i, line in enumerate(lines)
        if i not in labels and (one := _witness_in(line, witness, convention))
    }
    if roles.examiner and not examiners:
        examiners = _speaking_before(lines, labels, asks, convention)
    asking: Named | None = None
    answering = min(witnesses.values()) if len({*witnesses.values()}) == 1 else None
    found: dict[int, Named] = {}
    for index, line in enumerate(lines):
        label = labels.get(index)
        asking = examiners.get(index, asking)
        if label is None:
            answering = witnesses.get(index, answering)
            continue
        if roles.called and label.name and line[slice(*label.name)].isupper():
            answering = Named("", line[slice(*label.name)])
        said = speaker_key(letters_of(line[: label.end]))
        if label.generic and said in asks and asking is not None:
            found[index] = asking
        elif answering is not None and (
            (label.generic and said in answers) or _is_witness(line, label)
        ):
            found[index] = answering
    return found


def is_examination(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> bool:
    """Whether "Q." is printed, and lines above may say who asks, as the *convention* knows them."""
    roles = convention.roles
    if roles.called or not (roles.examiner and roles.witness):
        return roles.called
    asks = frozenset(roles.asks.split())
    return any(
        label.generic and speaker_key(letters_of(lines[index][: label.end])) in asks
        for index, label in labels.items()
    )


def _speaking_before(
    lines: Sequence[str],
    labels: Mapping[int, Label],
    asks: Container[str],
    convention: Convention,
) -> dict[int, Named]:
    """Who asks from each "Q." on that stands right below what counsel said to the court.

    Nobody else is named as the examiner. Whoever objects does not ask, nor does the bench.
    """
    found: dict[int, Named] = {}
    speaking: tuple[int, Named] | None = None  # the line of the label, and who it is
    for index, line in enumerate(lines):
        if not line.strip(" "):
            speaking = None
        elif (label := labels.get(index)) is None:
            continue
        elif label.name is not None:
            title = line[slice(*label.title)] if label.title else ""
            polite = title.lower().strip(".") in convention.honorifics
            objects = _OBJECTS.match(line, label.end) is not None
            named = Named(title, line[slice(*label.name)])
            speaking = (index, named) if polite and not objects else None
        elif speaking is not None and speaker_key(letters_of(line[: label.end])) in asks:
            found[index] = speaking[1]
            speaking = None
        else:
            speaking = None
    return found


def oaths_in(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> dict[int, int]:
    """The lines that tell who was sworn, without a label, and the last line of each.

    The name is in capitals; what follows it may stand on the lines below.
    """
    found: dict[int, int] = {}
    if not is_examination(lines, labels, convention):
        return found
    witness = any_of(convention.roles.witness)
    for first, line in enumerate(lines):
        if first in labels or len(line) > _LONGEST_OATH or not any(map(str.isupper, line)):
            continue
        told = line
        filled = (i for i in range(first + 1, len(lines)) if lines[i].strip(" "))
        for last in [first, *islice(filled, _MOST_OATH - 1)]:
            if last > first:
                below = _LINE_NUMBER.sub("", lines[last])
                if last in labels or not below[:1].islower() or not _is_open(told, below):
                    break
                told = f"{told.rstrip(' ')} {below}"
            if _OATH.search(told) and _witness_in(told, witness, convention):
                found[first] = last
    return found


def _is_open(told: str, below: str) -> bool:
    """Whether *told* may go on with *below*: no sentence and no bracket ends there."""
    return len(told) + len(below) < _LONGEST_OATH and not told.rstrip(" ").endswith(
        (".", ":", ")", "]", "?", "!")
    )


def _witness_in(line: str, pattern: re.Pattern[str], convention: Convention) -> Named | None:
    """The witness whom *line* names as *pattern* says."""
    if len(line) > _LONGEST_OATH:
        return None
    told = " ".join(line.split())
    return (
        _named(pattern, told, convention) if len(told) <= _LONGEST or _OATH.search(told) else None
    )


def _is_witness(line: str, label: Label) -> bool:
    """Whether *label* of *line* is "THE WITNESS" and no name."""
    return label.name is None and speaker_key(letters_of(line[: label.end])) == "thewitness"


def _named(pattern: re.Pattern[str], line: str, convention: Convention) -> Named | None:
    """The person whom *line* names as *pattern* says; without a title it is a full name.

    An office is nobody: "THE COURT", "COURT REPORTER".
    """
    match = pattern.search(line)
    if match is None:
        return None
    first, _, rest = (match["name"] or "").strip(" ,").partition(" ")
    titles = convention.honorifics | convention.offices
    words = first.lower(), *rest.lower().split()
    if first.lower() in convention.articles or convention.offices.issuperset(words):
        return None
    if first.lower().strip(".") in titles:
        return Named(first, rest) if rest else None
    if first[-1:].isdigit():
        return Named("", first)  # a witness who is protected
    return Named("", f"{first} {rest}") if rest else None
