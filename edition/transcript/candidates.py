"""Candidates for labels: what stands before a delimiter at the start of a line."""

from __future__ import annotations

import re

import msgspec

from edition.transcript.convention import Convention

_WORD = re.compile(r"[^\s,()]+")
_LONGEST_TOOLTIP = 400
# A tooltip that begins with the surname again: "Sadyr Japarov Japarov SadyrPresident of …".
_PASTED = re.compile(r"\b([^\W\d_]{3,}) \1 .*")
_BRACKETS = (("(", ")"), ("[", "]"))
_BRACKET = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
STOPS = tuple('.!?…"”»)]—-。？！」؟।')
_FEW_WORDS = 4
_CLOSES = re.compile(r"\A[^()]*[^()\W]\)\Z")  # no smile
_REMARK = re.compile(  # not "(for the Minister)"
    r"\((?P<round>[^()]*)\)\s*(?:\([a-z][^()]*\)\s*)?$|\[(?P<square>[^\[\]]*)\]\s*$"
)


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A stretch before a delimiter at the start of line *index*."""

    index: int
    end: int  # after the delimiter
    core: str  # without white space around it, remark and tooltip
    start: int  # of core in the line
    after: str  # what follows the delimiter, stripped
    words: tuple[re.Match[str], ...]  # of core
    generic: bool
    remark: tuple[int, int] | None = None  # the inside of brackets at the end of the label

    def word(self, index: int) -> str:
        """The word at *index* of core."""
        return self.words[index].group()

    def is_heading(self) -> bool:
        """Whether a name in capitals follows, and no speech: "WITNESS: ANN ROE [Resumed]"."""
        said = _BRACKET.sub("", self.after).strip(" ")
        return said.isupper() and " " in said and said[-1].isalnum()

    def is_note(self) -> bool:
        """Whether what follows begins in small letters or with a number, and ends with no stop."""
        begins = self.after[:1]
        return (begins.islower() or begins.isdigit()) and not self.is_ended()

    def is_entry(self) -> bool:
        """Whether a number or a time follows, and no sentence: "22.14 uur"."""
        number = self.after[:1].isdigit() and len(self.after.split()) <= _FEW_WORDS
        return number and not self.is_ended()

    def closes_bracket(self) -> bool:
        """Whether what follows closes a bracket that a line above has opened."""
        return _CLOSES.search(self.after) is not None

    def is_signature(self) -> bool:
        """Whether nothing but a name follows: "M. Repková", "Thomas Lehnen / dpa"."""
        words = self.after.replace("/", " ").split()
        named = all(word.strip(".,").isalpha() for word in words) and self.after[:1].isupper()
        large = sum(word[0].isupper() for word in words) >= len(words) - 1
        return 1 < len(words) <= _FEW_WORDS and named and large and not self.is_ended()

    def is_ended(self) -> bool:
        """Whether what follows ends as a sentence or a note does."""
        return self.after.endswith(STOPS)


def candidate_in(
    index: int, text: str, convention: Convention, delimiter: str = ""
) -> Candidate | None:
    """What stands before the first delimiter of *text*, line *index*, if it is short enough.

    The *delimiter* is that of *convention*, if none is given.
    """
    delimiter = delimiter or convention.labels.delimiter
    longest = convention.labels.longest
    before = convention.before.match(text)
    first = before.end() if before else 0
    at = _delimiter_at(text, delimiter, first, first + longest + _LONGEST_TOOLTIP)
    if at <= first or convention.chrome.holds(text) or convention.narration_in(text) is not None:
        return None
    prefix = text[first:at]
    if (nested := _nested(prefix)) is not None:
        return _holding(index, text, (first, at + len(delimiter)), nested, convention)
    core = convention.remark.sub("", convention.tooltip.sub("", prefix)).strip(" ")
    if convention.labels.tooltip:
        core = _PASTED.sub(r"\1", core)
    words = words_in(core)
    if not words or len(core) > longest:
        return None
    end = at + len(delimiter)
    start = at - len(prefix.lstrip(" "))
    generic = convention.names_nobody(core)
    bracket = _REMARK.search(prefix) if prefix.rstrip().endswith((")", "]")) else None
    part = (bracket.lastgroup or "") if bracket else ""
    remark = (first + bracket.start(part), first + bracket.end(part)) if bracket else None
    return Candidate(index, end, core, start, text[end:].strip(" "), words, generic, remark)


def _nested(prefix: str) -> tuple[int, int] | None:
    """Where the brackets open, and those inside them, with which *prefix* ends together.

    "The Chair (Hon. Ann Roe (Crewe, GREENS))".
    """
    inner = prefix.rfind("(") if prefix.rstrip(" ").endswith("))") else -1
    outer = prefix.rfind("(", 0, inner) if inner > 0 else -1
    alone = outer > 0 and ")" not in prefix[outer:inner] and prefix.count(")", inner) == 2
    return (outer, inner) if alone else None


def _holding(
    index: int,
    text: str,
    part: tuple[int, int],
    nested: tuple[int, int],
    convention: Convention,
) -> Candidate | None:
    """The office in this *part* of *text*, and behind it in brackets who holds it."""
    first, end = part
    outer, inner = (first + at for at in nested)
    core = text[first:outer].strip(" ")
    words = words_in(core)
    if not words or end - first > 2 * convention.labels.longest:
        return None
    start = outer - len(text[first:outer].lstrip(" "))
    holder = (outer + 1, outer + 1 + len(text[outer + 1 : inner].rstrip(" ")))
    generic = convention.names_nobody(core)
    return Candidate(index, end, core, start, text[end:].strip(" "), words, generic, holder)


def words_in(core: str) -> tuple[re.Match[str], ...]:
    """The words of the *core* of a label."""
    return tuple(_WORD.finditer(core))


def _delimiter_at(text: str, delimiter: str, first: int, last: int) -> int:
    """Where the delimiter stands that is not in brackets: "Speaker 1 (00:12): Hello"; or -1."""
    at = text.find(delimiter, first, last)
    while at > 0 and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit():
        at = text.find(delimiter, at + 1, last)  # a time of day, or a verse
    for opening, closing in _BRACKETS:
        if at > 0 and text.rfind(opening, first, at) > text.rfind(closing, first, at):
            closed = text.find(closing, at, last)
            at = text.find(delimiter, closed, last) if closed > 0 else at
    return at
