"""Labels that are misprinted: a full stop where the delimiter should stand, nothing, two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.model import Label

# The second line of a label that is broken in two: "(retranslated): Thank you."
_REMARK_ALONE = re.compile(r" *\([^()]*\) *:")
_STOPS = tuple('.!?…)]”"')
_SENTENCE = re.compile(r" [^\W\d_a-z]")


def without_delimiter(
    lines: Sequence[str], found: Mapping[int, Label], convention: Convention
) -> Iterator[tuple[int, Label]]:
    """Labels that end in a full stop by mistake, by their lines; *found* are the others.

    A known name ("Sebastian Kurz. Yes"), also with nothing behind it before a word that begins a
    sentence ("Megyn Kelly With this?"), or alone on a line between two paragraphs; or one that
    names nobody and has a remark ("Reply (without a microphone). Yes").
    """
    names = (lines[i][slice(*label.name)] for i, label in found.items() if label.name is not None)
    known = frozenset(name for name in names if " " in name)
    by_word: dict[str, list[str]] = {}  # longer names first
    for name in sorted(known, key=lambda name: (-len(name), name)):
        by_word.setdefault(name.partition(" ")[0], []).append(name)
    remarked = re.compile(rf"\s*([^\W\d_]+)\s*(?:{convention.labels.remark})\.(?=\s|$)")
    first, last = min(found, default=0), max(found, default=0)
    for index, line in enumerate(lines):
        if index in found:
            continue
        start = line.strip()
        full = by_word.get(start.partition(" ")[0], ())
        label = _stopped_label(line, start, full) or _bare_label(line, start, full, convention)
        if label is not None:
            yield index, label
            continue
        inside = start in known and first < index < last
        if inside and _is_between_paragraphs(index, lines, found):
            begin, end = _indent(line), len(line.rstrip())
            yield index, Label(end, (begin, end), None, misprinted=True)
            continue
        match = remarked.match(line)
        if match is not None and convention.names_nobody(match.group(1)):
            yield index, Label(match.end(), None, None, generic=True)


def _stopped_label(line: str, start: str, names: Sequence[str]) -> Label | None:
    """The label that is one of *names* and a full stop, if a sentence begins after it."""
    for name in names:
        end = len(name) + 1
        if start.startswith(f"{name}.") and _SENTENCE.match(start, end):
            first = _indent(line)
            return Label(first + end, (first, first + len(name)), None, misprinted=True)
    return None


def _bare_label(
    line: str, start: str, names: Sequence[str], convention: Convention
) -> Label | None:
    """The label that is one of *names*, if a word that opens sentences follows with a capital."""
    for name in names:
        if start.startswith(f"{name} "):
            word = start[len(name) :].split(maxsplit=1)[0]
            said = start[len(name) :].lstrip()
            opens = _opens(word, convention) or convention.opening.match(said) is not None
            if word[0].isupper() and opens:
                first = _indent(line)
                return Label(first + len(name), (first, first + len(name)), None, misprinted=True)
            return None
    return None


def _opens(word: str, convention: Convention) -> bool:
    """Whether *word*, with a capital, opens a sentence."""
    plain = word.strip(",.!?…").lower()
    return plain in convention.openers or plain in convention.sentence_words


def _indent(line: str) -> int:
    """How much white space *line* begins with."""
    return len(line) - len(line.lstrip())


def _is_between_paragraphs(index: int, lines: Sequence[str], found: Mapping[int, Label]) -> bool:
    """Whether line *index* has sentences before and behind it, and the one behind has no label."""
    before = next((i for i in range(index - 1, -1, -1) if lines[i].strip()), index)
    after = next((i for i in range(index + 1, len(lines)) if lines[i].strip()), index)
    ended = [lines[i].rstrip().endswith(_STOPS) for i in (before, after)]
    return all(ended) and after not in found and lines[after].lstrip()[0].isupper()


def on_two_lines(lines: Sequence[str], found: Mapping[int, Label]) -> set[int]:
    """The lines that seem to be the second of a label broken in two; *found* are labels."""
    return {i for i, line in enumerate(lines) if i not in found and _REMARK_ALONE.match(line)}
