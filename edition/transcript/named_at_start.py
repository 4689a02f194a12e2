"""Paragraphs that begin as labels do, and have none: with a speaker's name, or somebody's title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from edition.transcript.convention import Convention
from edition.transcript.model import Label

_MARKS = r"[*_]{0,3}"  # of Markdown
# The sign ends no clause of a sentence that the name begins: "Mr Roe – who had come – said".
_SIGN = re.compile(
    rf"(?:{_MARKS} *;{_MARKS} *[^\s]"
    rf"|{_MARKS} *(?:[.:]?(?: ?[–—]| -)|[.:]){_MARKS}\s+[“\"«„‘'¿¡(\[]?[^\W_a-zß-öø-ÿа-яё]"
    rf"|{_MARKS} *[.:;]?{_MARKS} *\n *[^\W\d_a-zß-öø-ÿа-яё])"
)
_ALONE = re.compile(rf"{_MARKS} *(?:[.:;]|[-–—])?{_MARKS} *")
# The first stop behind a word that is no title cut short, and a sentence after it.
_STOP = re.compile(r"[^\W\d_]{3,}(?P<stop>\.)(?=\s+[“\"«„‘'¿¡(\[]?[^\W\d_a-zß-öø-ÿа-яё])")
_LONGEST = 100  # characters before that stop
_MOST_WORDS = 9
_WITHIN = frozenset("!?:;\n")  # in no label
_ENDS = tuple(".!?:;…\"'”’»)]}*_")  # of what stands above a paragraph


def named_at_start(lines: Sequence[str], labels: Mapping[int, Label]) -> frozenset[int]:
    """The paragraphs among *lines* behind the first of *labels* that begin as theirs do.

    With the name and title of a speaker as a label prints them, two words or more, and a sign
    behind them with which no sentence goes on, or nothing; and with words behind that, or below.
    """
    printed = {text for i, label in labels.items() if " " in (text := _printed(lines[i], label))}
    by_word: dict[str, list[str]] = {}
    for text in sorted(printed, key=len, reverse=True):
        by_word.setdefault(text.split(" ", 1)[0], []).append(text)
    first = min(labels, default=len(lines))
    unlabelled = (i for i in range(first + 1, len(lines)) if i not in labels)
    return frozenset(i for i in unlabelled if _begins(i, lines, labels, by_word))


def titled_at_start(
    lines: Sequence[str], labels: Mapping[int, Label], convention: Convention
) -> frozenset[int]:
    """The paragraphs among *lines* that begin with a word of politeness, others, and a stop.

    Only where *labels* end with a stop; and the same words begin another paragraph without label,
    or stand in the paragraph above, where who speaks next is called.
    """
    stopped = sum(lines[i][: label.end].rstrip().endswith(".") for i, label in labels.items())
    if stopped * 2 <= len(labels):
        return frozenset()
    titled = {
        i: words
        for i, line in enumerate(lines)
        if i not in labels and (words := _titled(line.strip(" "), convention))
    }
    times = Counter(titled.values())
    return frozenset(
        i
        for i, words in titled.items()
        if times[words] > 1 or words in next(filter(str.strip, reversed(lines[:i])), "")
    )


def _titled(text: str, convention: Convention) -> str:
    """What stands before the first stop of *text*, if a word of politeness and no sentence."""
    stop = _STOP.search(text, 0, _LONGEST)
    words = text[: stop.start("stop")].split() if stop else []
    if stop is None or not 1 < len(words) <= _MOST_WORDS:
        return ""
    before = text[: stop.start("stop")]
    plain = {word.strip(".,").lower() for word in words}
    if words[0].strip(".").lower() not in convention.honorifics or _WITHIN.intersection(before):
        return ""
    if words[1].strip(".,").lower() in convention.addressed:
        return ""
    says = plain & (convention.openers - convention.articles - convention.honorifics)
    return "" if says or plain & convention.sentence_words else before


def _printed(line: str, label: Label) -> str:
    """Name and title of one who speaks alone, as *label* prints them in *line*; or ''."""
    if label.generic or label.collective or label.several or label.joint:
        return ""
    spans = [span for span in (label.honorific, label.title, label.name) if span is not None]
    if not spans:
        return ""
    return line[min(start for start, _ in spans) : max(end for _, end in spans)]


def _begins(
    index: int,
    lines: Sequence[str],
    labels: Mapping[int, Label],
    by_word: Mapping[str, Iterable[str]],
) -> bool:
    """Whether line *index* begins with a name of *by_word*, by first words, as a label would."""
    text = lines[index].lstrip(" *_")
    for name in by_word.get(text.split(" ", 1)[0], ()):
        if not text.startswith(name):
            continue
        if _SIGN.match(text, len(name)):
            return _is_apart(index, lines)
        if _ALONE.fullmatch(text, len(name)):
            return _is_apart(index, lines) and _is_said(index, lines, labels, by_word)
    return False


def _is_apart(index: int, lines: Sequence[str]) -> bool:
    """Whether no sentence of the line above can go on in line *index*."""
    above = lines[index - 1].rstrip(" ")
    return not above or above.endswith(_ENDS)


def _is_said(
    index: int,
    lines: Sequence[str],
    labels: Mapping[int, Label],
    by_word: Mapping[str, Iterable[str]],
) -> bool:
    """Whether the words below line *index* begin as a sentence does, and are no name."""
    below = next((i for i in range(index + 1, len(lines)) if lines[i].strip(" ")), None)
    if below is None or below in labels:
        return False
    text = lines[below].lstrip(" *_“\"«„‘'¿¡")
    names = by_word.get(text.split(" ", 1)[0], ())
    return text[:1].isupper() and not any(map(text.startswith, names))
