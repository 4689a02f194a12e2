"""Text whose paragraphs are run together: labels in mid-line, behind the end of a sentence.

A stretch before the delimiter is a label there if it recurs, if its end does, or if somebody is
in it whom the title or the lead names. The text counts as run together only if most of its
labels stand so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.candidates import Candidate, candidate_in
from edition.transcript.convention import Convention
from edition.transcript.exchange import in_capitals
from edition.transcript.word_sense import Words, speaker_key

_SHORTEST_LINE = 200  # characters, of one that may hold more than a turn
_MOST_WORDS = 16  # in a label
_LONGEST_ABBREVIATED = 7  # characters
_ENDS_SENTENCE = re.compile(r"[.!?…”\"»)>\]] +(?=[^\W\d_])")
_ABBREVIATED = re.compile(r"(?:^|[\s.])([^\W\d_]{1,4})\.\s*$")


class _Place(NamedTuple):
    """A candidate for a label and the offset in its line at which it begins."""

    offset: int
    candidate: Candidate


def places_of_labels(lines: Sequence[str], convention: Convention) -> Mapping[int, Sequence[int]]:
    """Where in the *lines*, which are plain, labels stand in mid-line: offsets by index."""
    delimiter = convention.labels.delimiter
    if not delimiter:
        return {}
    found = [
        place
        for index, line in enumerate(lines)
        if len(line) >= _SHORTEST_LINE and delimiter in line
        for place in _places_in(index, line, convention)
    ]
    words = Words(lines, convention)
    if sum(place.offset > 0 and not words.is_sentence(place.candidate) for place in found) < 2:
        return {}
    known = _Known(found, words)
    believed = [place for place in found if known.is_label(place.candidate)]
    inside = [place for place in believed if place.offset]
    if len(inside) < 2 or len(inside) * 2 < len(believed) + known.labels_at_line_starts:
        return {}
    places: dict[int, list[int]] = {}
    for place in inside:
        places.setdefault(place.candidate.index, []).append(place.offset)
    return places


def _places_in(index: int, line: str, convention: Convention) -> list[_Place]:
    """What stands before a delimiter in *line*, from the sentence's beginning."""
    found = []
    delimiter = convention.labels.delimiter
    start = 0  # of the sentence
    for end in [*_ENDS_SENTENCE.finditer(line), None]:
        stop = end.start() if end else len(line)
        if end is not None and _is_abbreviated(
            line[max(start, end.start() - _LONGEST_ABBREVIATED) : end.start() + 1], convention
        ):
            continue
        last = min(stop, start + convention.labels.longest)
        if line[start : start + 1].isupper() and line.find(delimiter, start, last) > 0:
            candidate = candidate_in(index, line[start:stop], convention)
            if candidate is not None and len(candidate.words) <= _MOST_WORDS:
                found.append(_Place(start, candidate))
        start = end.end() if end else stop
    return found


def _is_abbreviated(text: str, convention: Convention) -> bool:
    """Whether the full stop at the end of *text* is that of an initial or a "Mr"."""
    match = _ABBREVIATED.search(text)
    if match is None:
        return False
    word = match.group(1)
    return (len(word) == 1 and word.isupper()) or word.lower() in convention.honorifics


class _Known:
    """Which labels the document itself shows to be labels."""

    def __init__(self, places: Sequence[_Place], words: Words) -> None:
        self._words = words
        lines, convention = words.lines, words.convention
        cores = [place.candidate.core for place in places if self._is_name(place.candidate)]
        self._times = Counter(cores)
        first = min(place.candidate.index for place in places)
        front = [re.findall(r"[^\W\d_][\w’'-]*", line) for line in lines[:first]]
        self._named = {
            (before, after)
            for words in front
            for before, after in pairwise(words)
            if before[0].isupper() and after[0].isupper()
        }
        recurring = {core for core, count in self._times.items() if count > 1}
        self._ends = {speaker_key(core) for core in recurring if " " in core}
        starts = (
            candidate_in(index, line, convention)
            for index, line in enumerate(lines)
            if len(line) < _SHORTEST_LINE and convention.labels.delimiter in line
        )
        self.labels_at_line_starts = sum(
            candidate.core in recurring for candidate in starts if candidate is not None
        )

    def is_label(self, candidate: Candidate) -> bool:
        """Whether *candidate* recurs, ends as one that does, or holds a name of the front."""
        if candidate.generic:
            return True
        words = [match.group() for match in candidate.words]
        if self._words.is_sentence(candidate):
            return False
        if self._times[candidate.core] > 1 and (
            len(words) > 1 or in_capitals(candidate.core) or not self._words.is_common(words[0])
        ):
            return True
        ends = (speaker_key("".join(words[first:])) for first in range(1, len(words)))
        if not self._ends.isdisjoint(ends):
            return True
        return not self._named.isdisjoint(pairwise(words)) and candidate.after[:1].isupper()

    def _is_name(self, candidate: Candidate) -> bool:
        """Whether it could be a label by itself: capitals, but for small words and titles."""
        convention = self._words.convention
        small = convention.particles | convention.offices | convention.articles
        words = [match.group() for match in candidate.words]
        return (
            not candidate.generic
            and not self._words.is_sentence(candidate)
            and all(self._words.is_name_word(word) or word.lower() in small for word in words)
        )
