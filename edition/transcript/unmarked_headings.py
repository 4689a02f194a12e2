"""Headings that nothing marks: short lines between turns, in a text that punctuates its speech."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from edition.transcript.convention import Convention
from edition.transcript.convention_tables import Heading
from edition.transcript.given_names import is_full_name
from edition.transcript.model import Label
from edition.transcript.notes import whole_bracket

UNMARKED = Heading(words="", pattern="")
_FEWEST = 15  # paragraphs that show how a text ends them
_FEW = 4  # paragraphs, where the headings are in capitals
_EXCEPTIONS = 0.03  # of its paragraphs may end without a stop
_LONGEST = 90  # characters
_NUMBER = re.compile(
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)]?|[IVXLC]{1,6}[.)]|[A-Z][.)]|\([a-z0-9]\)) +"
)
_PAPER = re.compile(r" *[0-9]{1,3}(?:[./-][0-9]{1,5}){1,3} *")  # its number
_TITLED = re.compile(r"(?<![.!?…] )\([A-Z0-9][^()]*\w\)\Z")  # of a paper: "(SSI 2022/35)"
_ITEM_ENDS = ("; and", "; or")
_FEW_WORDS = 8
_MOST = 4  # lines, one below the other


def headings_before_labels(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> frozenset[int]:
    """The headings among *lines*, which are plain, by their indices; *labels* are none.

    They stand right before a label and behind the end of a sentence, and no stop ends them; nearly
    all other paragraphs of the text have one. One word is a heading beside others, where all have.
    """
    shorts = {
        index
        for index in range(min(labels, default=len(lines)), len(lines))
        if index not in labels and _is_short(lines[index], convention)
    }
    if not shorts:
        return frozenset()
    body = _spoken(lines, labels, convention)
    shorts |= _beside(shorts, lines, body, convention)
    runs = [(short, list(run)) for short, run in groupby(body, shorts.__contains__)]
    found = [
        index
        for (_, before), (short, run), (_, after) in zip(runs, runs[1:], runs[2:], strict=False)
        if short and len(run) <= _MOST and after[0] in labels and _is_ended(lines[before[-1]])
        for index in run
    ]
    heads = frozenset(found)
    said = [
        i
        for i in body
        if i not in heads and not _is_alone(lines[i], labels.get(i)) and ("." * 4) not in lines[i]
    ]
    unended = sum(not _is_ended(lines[index]) for index in said)
    if len(said) < _FEWEST or unended > len(said) * _EXCEPTIONS:
        return _in_capitals(found, said, lines)
    sure = [i for i in found if " " in lines[i].strip(" ") or lines[i].isupper()]
    return frozenset(found if sure and not unended else sure)


def _in_capitals(found: Sequence[int], said: Sequence[int], lines: Sequence[str]) -> frozenset[int]:
    """Those of *found* that are in capitals and behind a blank line, if what is *said* is not."""
    loud = sum(lines[index].isupper() for index in said)
    if len(said) < _FEW or loud > len(said) * _EXCEPTIONS:
        return frozenset()
    apart = (i for i in found if not lines[i - 1].strip(" "))
    return frozenset(i for i in apart if lines[i].isupper() and " " in lines[i].strip(" "))


def _beside(
    shorts: set[int], lines: Sequence[str], body: Sequence[int], convention: Convention
) -> set[int]:
    """The lines of the *body* that head a part only together with one of *shorts*.

    The number of a paper above one ("23.3014"), and below one in capitals what a colon ends.
    """
    found: set[int] = set()
    for above, below in pairwise(body):
        if below in shorts and _PAPER.fullmatch(lines[above]):
            found.add(above)
        text = lines[below].strip(" ")
        if above in shorts and lines[above].isupper() and text.endswith(":"):
            words = set(map(str.lower, text[:-1].split()))
            few = len(words) <= _FEW_WORDS and ":" not in text[:-1]
            if few and text[:1].isupper() and convention.sentence_words.isdisjoint(words):
                found.add(below)
    return found


def _spoken(lines: Sequence[str], labels: Mapping[int, Label], convention: Convention) -> list[int]:
    """The lines with words from the first label on, but for what is known to be no speech."""
    return [
        index
        for index in range(min(labels, default=len(lines)), len(lines))
        if index in labels
        or (
            lines[index].strip(" ")
            and convention.furniture_in(lines[index]) is None
            and convention.narration_in(lines[index]) is None
            and convention.heading_in(lines[index]) is None
            and whole_bracket(lines[index], convention.marks.bracketed_events) is None
        )
    ]


def _is_short(line: str, convention: Convention) -> bool:
    """Whether *line* may be a heading: short, with no stop or verb, and no word that opens one.

    A person's whole name is an answer rather.
    """
    text = line.strip(" ")
    if len(text) > _LONGEST:
        return False
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    return (
        text[:1].isupper()
        and (not _is_ended(text) or _TITLED.search(text) is not None)
        and ":" not in text
        and convention.sentence_words.isdisjoint(map(str.lower, text.split()))
        and (" " in text or text.lower() not in convention.openers)
        and not is_full_name(text, convention)
    )


def _is_ended(line: str) -> bool:
    """Whether something ends *line* as a sentence or note ends, or an item of a list ("; and")."""
    text = line.rstrip(" ")
    return not text[-1:].isalnum() or text.endswith(_ITEM_ENDS)


def _is_alone(line: str, label: Label | None) -> bool:
    """Whether nothing stands behind the *label* of *line*."""
    return label is not None and not line[label.end :].strip(" ")
