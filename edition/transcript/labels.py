"""Which lines begin a turn: labels are candidates first, and believed on evidence.

A stretch before the delimiter is a label if it names nobody in a known way ("Question"); if it
is a name, or a title and a name, and nothing speaks against it; or if it recurs or its last
words are another label. What decides is named in the tests, case by case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.transcript.convention import Convention
from edition.transcript.model import Label

_WORD = re.compile(r"[^\s,()]+")
_GLUED = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+(?:[^\W\d_a-z][^\W\d_A-Z]+)+$")
_STOPS_SENTENCE = re.compile(r"[?!;“”\"«»<>\[\]]|[^\W\d_]{4,}\. ")
_LONGEST_TOOLTIP = 400


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch before a delimiter at the start of line *index*."""

    index: int
    end: int  # after the delimiter
    core: str  # without white space around it, remark and tooltip
    start: int  # of core in the line
    after: str  # what follows the delimiter
    words: tuple[re.Match[str], ...]
    generic: bool


def speaker_key(name: str) -> str:
    """What tells two names apart: their letters, whatever the case, gaps and stops."""
    return "".join(character for character in name.casefold() if character.isalnum())


def find_labels(lines: Sequence[str], convention: Convention) -> dict[int, Label]:
    """The labels among *lines*, which are plain: index of the line to Label."""
    candidates = [
        candidate
        for index, text in enumerate(lines)
        if (candidate := _candidate(index, text, convention)) is not None
    ]
    known = _Evidence(candidates, lines, convention)
    found = {c.index: label for c in candidates if (label := known.judge(c)) is not None}
    found |= _without_delimiter(lines, found)
    return found


def _candidate(index: int, text: str, convention: Convention) -> _Candidate | None:
    """What stands before the first delimiter of line *index*, if it is short enough."""
    delimiter, longest = convention.labels.delimiter, convention.labels.longest
    at = text.find(delimiter, 0, longest + _LONGEST_TOOLTIP)
    if at < 1 or convention.chrome_line.match(text):
        return None
    prefix = text[:at]
    core = convention.remark.sub("", convention.tooltip.sub("", prefix)).strip()
    if not core or len(core) > longest:
        return None
    end = at + len(delimiter)
    return _Candidate(
        index,
        end,
        core,
        len(prefix) - len(prefix.lstrip()),
        text[end:],
        tuple(_WORD.finditer(core)),
        bool(convention.generic_label.match(core)),
    )


class _Evidence:
    """What the document itself says about its candidates."""

    def __init__(
        self, candidates: list[_Candidate], lines: Sequence[str], convention: Convention
    ) -> None:
        self.convention = convention
        self.times = Counter(candidate.core for candidate in candidates)
        self._text = "\n".join(lines)
        plain = [c for c in candidates if self._is_bare_name(c)]
        self.bare = {speaker_key(c.core): c.core for c in plain if self._bare_is_believed(c)}

    def judge(self, candidate: _Candidate) -> Label | None:
        """The label that *candidate* is, or None."""
        if candidate.generic:
            return self._generic(candidate)
        if _STOPS_SENTENCE.search(candidate.core) or not candidate.words:
            return None
        if self._is_sentence(candidate):
            return None
        if speaker_key(candidate.core) in self.bare:
            return _label(candidate, 0)
        return self._titled(candidate) or self._named_first(candidate) or self._single(candidate)

    def _generic(self, candidate: _Candidate) -> Label | None:
        after = candidate.after.strip()
        if after and after[0].islower() and not self._recurs(candidate):
            return None
        return Label(candidate.end, None, None, generic=True)

    def _titled(self, candidate: _Candidate) -> Label | None:
        """A title and then a name: "President of Russia Vladimir Putin"."""
        words = candidate.words
        if len(words) < 2 or (len(words) == 2 and not self._recurs(candidate)):
            return None
        first = self._known_suffix(candidate)
        if first is None:
            if not self._has_office(candidate) and not self._recurs(candidate):
                return None
            first = self._name_at_end(words)
        if first is None or not self._follows_well(candidate):
            return None
        return _label(candidate, words[first].start())

    def _known_suffix(self, candidate: _Candidate) -> int | None:
        """Index of the word from which the end of *candidate* is a label by itself."""
        words = candidate.words
        for first in range(1, len(words)):
            if speaker_key(candidate.core[words[first].start() :]) in self.bare:
                return first
        return None

    def _name_at_end(self, words: Sequence[re.Match[str]]) -> int | None:
        """Index of the first word of the name that ends a titled label: its last two words.

        More where particles or initials belong to it. 0 where the label is an office and
        nothing else ("President of Russia").
        """
        if not self._is_name_word(words[-1].group()):
            return None
        first, needed = len(words) - 1, 1
        while first > 1 and needed > 0:
            word = words[first - 1].group()
            if word.lower() in self.convention.offices:
                break
            if word.lower() in self.convention.particles or len(word.rstrip(".")) == 1:
                first -= 1
                continue
            if not self._is_name_word(word):
                break
            first -= 1
            needed -= 1
        last = words[-1].group().lower()
        if last in self.convention.offices or last in self.convention.not_names:
            return None
        nameless = needed > 0 and words[first - 1].group().islower()
        return 0 if nameless else first

    def _named_first(self, candidate: _Candidate) -> Label | None:
        """A name, a comma and where the person is from: "Dmitry, Moscow"."""
        head, comma, tail = candidate.core.partition(",")
        if not comma or len(tail) > 80 or not self._follows_well(candidate):
            return None
        words = head.split()
        tail_words = [w for w in tail.split() if len(w) > 3]
        offices = self.convention.offices
        capitalised = sum(1 for w in tail_words if w[0].isupper() or w.lower() in offices)
        if not 1 <= len(words) <= 3 or not all(map(self._is_name_word, words)):
            return None
        if words[-1].lower() in offices or not tail_words:
            return None
        if capitalised * 2 < len(tail_words) or (len(words) == 1 and self._is_common(words[0])):
            return None
        return Label(candidate.end, (candidate.start, candidate.start + len(head)), None)

    def _single(self, candidate: _Candidate) -> Label | None:
        """One word: the last word of another label, or one that recurs and is no common word."""
        if len(candidate.words) != 1:
            return None
        word = candidate.core
        key = speaker_key(word)
        if any(key == speaker_key(name.split()[-1]) for name in self.bare.values()):
            return _label(candidate, 0)
        often = self.times[candidate.core] >= max(2, self.convention.labels.recurs)
        if often and self._is_name_word(word) and not self._is_common(word):
            return _label(candidate, 0)
        return None

    def _is_bare_name(self, candidate: _Candidate) -> bool:
        """Whether *candidate* could be a name and nothing else."""
        words = [match.group() for match in candidate.words]
        if candidate.generic or "," in candidate.core or _STOPS_SENTENCE.search(candidate.core):
            return False
        if len(words) == 1:
            return bool(_GLUED.match(words[0]))
        if not 2 <= len(words) <= 4 or words[0].lower() in self.convention.openers:
            return False
        if any(w.lower() in self.convention.offices for w in words):
            return False
        return all(
            self._is_name_word(word) or word.lower() in self.convention.particles for word in words
        ) and self._is_name_word(words[-1])

    def _bare_is_believed(self, candidate: _Candidate) -> bool:
        if self.times[candidate.core] >= max(2, self.convention.labels.recurs):
            return self._follows_well(candidate) or self.times[candidate.core] > 2
        if self.convention.labels.recurs > 1 or not self._follows_well(candidate):
            return False
        last = candidate.words[-1].group()
        if last.lower() in self.convention.not_names or self._is_common(last):
            return False
        return bool(candidate.after.strip())

    def _follows_well(self, candidate: _Candidate) -> bool:
        """Whether speech seems to follow: not a quotation, not a list, not nothing."""
        after = candidate.after.strip()
        if not after:
            return self.times[candidate.core] > 1 or self._has_office(candidate)
        if after[0] in '“"«„' and self.times[candidate.core] == 1:
            return self._has_office(candidate)
        return not after[0].islower() or self.times[candidate.core] > 1

    def _recurs(self, candidate: _Candidate) -> bool:
        return self.times[candidate.core] >= max(2, self.convention.labels.recurs)

    def _has_office(self, candidate: _Candidate) -> bool:
        """Whether a title's word stands before the name, and no verb makes it a sentence."""
        words = [match.group() for match in candidate.words]
        return any(word.lower().strip(".") in self.convention.offices for word in words[:-1])

    def _is_sentence(self, candidate: _Candidate) -> bool:
        """Whether the first word opens a sentence, or a verb stands among the words."""
        words = [match.group().lower() for match in candidate.words]
        return words[0] in self.convention.openers or not self.convention.sentence_words.isdisjoint(
            words
        )

    def _is_name_word(self, word: str) -> bool:
        """A capitalised word, of letters, hyphens, apostrophes and stops."""
        first = word.lstrip("’'(")[:1]
        return bool(first) and first.isupper() and not any(c.isdigit() for c in word)

    def _is_common(self, word: str) -> bool:
        """Whether the document uses *word* in lower case too: then it is no name."""
        lower = word.lower()
        at = self._text.find(lower)
        while at >= 0:
            around = self._text[at - 1 : at] + self._text[at + len(lower) : at + len(lower) + 1]
            if not any(character.isalnum() for character in around):
                return True
            at = self._text.find(lower, at + 1)
        return False


def _label(candidate: _Candidate, name_at: int) -> Label:
    """The label of *candidate* whose name begins at *name_at* in its core."""
    start = candidate.start + name_at
    title = candidate.core[:name_at].rstrip(" ,")
    return Label(
        candidate.end,
        (start, candidate.start + len(candidate.core)),
        (candidate.start, candidate.start + len(title)) if title else None,
    )


def _without_delimiter(
    lines: Sequence[str], found: dict[int, Label]
) -> Iterable[tuple[int, Label]]:
    """Labels that end in a full stop by mistake: a known name and ". " ("Sebastian Kurz. Yes")."""
    names = {
        lines[index][slice(*label.name)] for index, label in found.items() if label.name is not None
    }
    full = [re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)) if " " in name]
    if not full:
        return ()
    pattern = re.compile(rf"\s*({'|'.join(full)})\.(?= [^\W\d_a-z])")
    return (
        (index, Label(match.end(), match.span(1), None))
        for index, line in enumerate(lines)
        if index not in found and (match := pattern.match(line))
    )
