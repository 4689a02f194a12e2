"""Labels that are broken in two: the title on a line, and name or remark and speech on the next."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.layout import Layout
from edition.transcript.model import Label

_REMARK = re.compile(r" *\([^()]*\) *")
_ENDS = tuple(".!?…:;,”\"')]»")
_SHARE_BLANK = 0.3  # of the lines of a text in which a blank line parts the paragraphs
_LONG_WORD = 4  # letters; shorter ones join the words of a title


def firsts_of_labels(
    layout: Layout, labels: Mapping[int, Label], convention: Convention
) -> list[int]:
    """The lines of *layout*, by index, that with the next one may be a label; none of *labels*.

    "Prime Minister of Italy Paolo Gentiloni" and below it "(retranslated): Thank you"; also
    "Prime Minister of Italy" and below it "Paolo Gentiloni: Thank you", where a blank line
    parts paragraphs; and "Paolo" and below it "Gentiloni: Thank you", where he is named so
    elsewhere.
    """
    delimiter, plain = convention.labels.delimiter, layout.plain
    if not delimiter:
        return []
    full = {plain[index][slice(*label.name)] for index, label in labels.items() if label.name}
    spaced = sum(not line.strip(" ") for line in plain) > len(plain) * _SHARE_BLANK
    found: list[int] = []
    for index in range(len(plain) - 1):
        if delimiter not in plain[index + 1] or layout.columns[index + 1] or index in labels:
            continue
        if _parts_name(plain[index], plain[index + 1].partition(delimiter)[0], full):
            found.append(index)
            continue
        if not _may_begin(plain[index], convention) or index - 1 in found[-1:]:
            continue
        if _may_end(index, plain, convention, spaced=spaced):
            found.append(index)
    return found


def are_labels(
    joined: Iterable[int], layout: Layout, labels: Mapping[int, Label]
) -> frozenset[int]:
    """Those of the *joined* stretches of *layout* that have one of *labels* over both lines."""
    return frozenset(
        index
        for index in joined
        if index in labels and "\n" in layout.texts[index][: labels[index].end]
    )


def _parts_name(line: str, end: str, names: Collection[str]) -> bool:
    """Whether *line* and the *end* of a label below it are one of *names*."""
    return f"{line.strip(' ')} {end.strip(' ')}" in names


def _may_begin(line: str, convention: Convention) -> bool:
    """Whether *line* may be the first of a label: short, not ended, and without a delimiter."""
    text = line.strip(" ")
    return (
        0 < len(text) <= convention.labels.longest
        and convention.labels.delimiter not in text
        and not text.endswith(_ENDS)
        and text[0].isalpha()
    )


def _may_end(index: int, plain: Sequence[str], convention: Convention, *, spaced: bool) -> bool:
    """Whether the line after *index* ends a label: a remark, or a name after a title."""
    end = plain[index + 1].partition(convention.labels.delimiter)[0]
    if _REMARK.fullmatch(end):
        return True
    begins = index == 0 or not plain[index - 1].strip(" ")
    if not (spaced and begins and end[:1].isalpha()):
        return False
    words = plain[index].replace(",", " ").split()
    titled = [word.lower().strip(".") in convention.offices for word in words]
    return titled[0] and all(
        one or word[0].isupper() or len(word) < _LONG_WORD
        for word, one in zip(words, titled, strict=True)
    )
