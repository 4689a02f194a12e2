"""Candidates for labels: what stands before a delimiter at the start of a line."""

from __future__ import annotations

import re

import msgspec

from edition.transcript.convention import Convention

_WORD = re.compile(r"[^\s,()]+")
_LONGEST_TOOLTIP = 400


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A stretch before a delimiter at the start of line *index*."""

    index: int
    end: int  # after the delimiter
    core: str  # without white space around it, remark and tooltip
    start: int  # of core in the line
    after: str  # what follows the delimiter, stripped
    words: tuple[re.Match[str], ...]  # of core
    generic: bool

    def word(self, index: int) -> str:
        """The word at *index* of core."""
        return self.words[index].group()


def candidate_in(index: int, text: str, convention: Convention) -> Candidate | None:
    """What stands before the first delimiter of *text*, line *index*, if it is short enough."""
    delimiter, longest = convention.labels.delimiter, convention.labels.longest
    at = text.find(delimiter, 0, longest + _LONGEST_TOOLTIP)
    if at < 1 or convention.is_chrome(text):
        return None
    prefix = text[:at]
    core = convention.remark.sub("", convention.tooltip.sub("", prefix)).strip(" ")
    words = tuple(_WORD.finditer(core))
    if not words or len(core) > longest:
        return None
    end = at + len(delimiter)
    start = len(prefix) - len(prefix.lstrip(" "))
    generic = convention.names_nobody(core)
    return Candidate(index, end, core, start, text[end:].strip(" "), words, generic)
