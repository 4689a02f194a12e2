"""What stands before a sign at the beginning of a line, and may be a label: its openings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from edition.transcript.convention import Convention
from edition.transcript.exchange import TIME
from edition.transcript.word_sense import is_caseless, speaker_key

_LONGEST = 140  # characters, of a label
_MOST_WORDS = 8
_LONGEST_INITIALS = 3  # letters
_LONGEST_TITLE = 5  # letters, of one that is cut short
_MOST_STOPS = 6  # of initials and abbreviations, before the stop that ends a label
_NO_LABEL = re.compile(r"[?!;…“”„«»\"？！。；]|\.\.|([^\W\d_]{4,})\. |https?:|@")
_AROUND = " \u3000-–—|,:*_"
_ORNAMENT = re.compile(r"[^\w\s(\[（]{1,3}")
_ENDS = tuple(".!?…:,;-–—。？！：，")
_CIRCLED = re.compile(r"[◯○〇●◎] ?[^\s]+ [^\s]+(?= )")
_FRONT = re.compile(rf"(?:{TIME.pattern})[ \t]+")


class Opening(msgspec.Struct, frozen=True, gc=False):
    """What stands before a sign at the beginning of line *index*.

    *start* to *stop* are the words without ornament, time and remark; *end* is behind the sign.
    """

    index: int
    start: int
    stop: int
    end: int
    core: str
    shape: str
    timed: bool  # a time stands before it

    @property
    def key(self) -> str:
        """What tells it from others."""
        return speaker_key(self.core)


def openings_by_print(
    lines: Sequence[str], signs: Sequence[str], convention: Convention
) -> Mapping[tuple[str, str], list[Opening]]:
    """The openings of *lines*, by which of *signs* ends them and by the ornament before them."""
    found: dict[tuple[str, str], list[Opening]] = {}
    for index, line in enumerate(lines):
        if not line.strip(" "):
            continue
        ornament = match.group() if (match := _ORNAMENT.match(line.lstrip(" "))) else ""
        for sign, opening in _openings(index, lines, signs, convention):
            found.setdefault((sign, ornament), []).append(opening)
    return found


def _openings(
    index: int, lines: Sequence[str], signs: Sequence[str], convention: Convention
) -> Iterator[tuple[str, Opening]]:
    """What may be a label in line *index*, before each of the *signs* that it has."""
    line = lines[index]
    first = len(line) - len(line.lstrip(" "))
    front = _FRONT.match(line, first)
    shown: set[str] = set()
    for sign in signs:
        at = _sign_at(line, sign, front.end() if front else first, convention)
        kind = sign.removeprefix(")")  # "A. Roe (GREENS). " is printed as "The Chair. " is
        if at > 0 and kind not in shown:
            end = at + len(sign)
            end += len(line[end:]) - len(line[end:].lstrip(" \u3000"))
            stop = at + len(sign) - len(kind)
            if line[end:] and (opening := _opening(index, line, (first, stop), end, convention)):
                shown.add(kind)
                yield kind, opening
    last = first + _LONGEST
    below = lines[index + 1].strip(" ") if index + 1 < len(lines) else ""
    below = below or (lines[index + 2].strip(" ") if index + 2 < len(lines) else "")
    alone = line.rstrip(" ")
    if len(alone) <= last and below and not alone.endswith(_ENDS):
        opening = _opening(index, line, (first, len(alone)), len(line), convention)
        if opening is not None:
            yield "", opening


def _sign_at(line: str, sign: str, first: int, convention: Convention) -> int:
    """Where *sign* stands behind the words that begin at *first*, if near enough; or -1.

    The stop of an initial or a title is none, "REP. ROE. ", nor is a colon between digits.
    """
    last = first + _LONGEST
    if sign == " ":
        words = _CIRCLED.match(line, first)
        return words.end() if words else -1
    at = line.find(sign, first + 1, last)
    for _ in range(_MOST_STOPS):
        titled = at > 0 and sign == ". " and _is_title(line[first:at], convention)
        if at < 0 or not (titled or _is_within(line, sign, at)):
            return at
        at = line.find(sign, at + 1, last)
    return -1


def _is_title(text: str, convention: Convention) -> bool:
    """Whether *text* is one short word that stands before a name, and is none."""
    word = text.strip(_AROUND).lower()
    return len(word) <= _LONGEST_TITLE and (
        word in convention.honorifics or word in convention.offices
    )


def _is_within(line: str, sign: str, at: int) -> bool:
    """Whether the *sign* at *at* belongs to the words around it: "A. Roe", "10:30"."""
    if sign == ". ":
        return line[at - 1].isupper() and (at < 2 or not line[at - 2].isalnum())
    return sign == ":" and line[at - 1].isdigit() and line[at + 1 : at + 2].isdigit()


def _opening(
    index: int, line: str, part: tuple[int, int], end: int, convention: Convention
) -> Opening | None:
    """The opening in this *part* of *line*; None where its words can be no label."""
    start, stop = part
    ornament = _ORNAMENT.match(line, start, stop)
    start = ornament.end() if ornament else start
    text = line[start:stop]
    time = TIME.match(text.lstrip(" "))
    if time is not None:
        start += len(text) - len(text.lstrip(" ")) + time.end()
        text = line[start:stop]
    while (at := _remark_at_end(text)) >= 0:
        text = text[:at]
    core = text.strip(_AROUND).lstrip("[(")
    words = core.split()
    if not 1 <= len(name_in(core)) <= _MOST_WORDS or _ends(core, convention) or len(core) < 2:
        return None
    lower = {word.lower().strip(".") for word in words if len(word) > 1}
    initials = len(words) == 1 and core.isupper() and len(core) <= _LONGEST_INITIALS  # "JA"
    article = words[0].lower() in convention.articles and words[-1][0].isupper()  # "The President"
    opens = words[0].lower() in convention.openers and len(words[0].strip(".")) > 1
    opens = opens and not (initials or (article and len(words) > 1))
    named = words[-1].lower() not in convention.not_names
    if opens or not lower or not named or not convention.sentence_words.isdisjoint(words):
        return None
    shape = _shape(words)
    start += text.index(core)
    if not shape:
        return None
    timed = time is not None
    return Opening(index, start, start + len(core), end, core, shape, timed)


def _ends(core: str, convention: Convention) -> bool:
    """Whether a sentence ends in *core*, or what no label has stands in it; "DOTT. " ends none."""
    titles = convention.honorifics | convention.offices
    return any(not (stop[1] and stop[1].lower() in titles) for stop in _NO_LABEL.finditer(core))


def _remark_at_end(text: str) -> int:
    """Where the bracket or the time begins with which *text* ends; -1 if neither does."""
    text = text.rstrip(" ")
    at = max(text.rfind("("), text.rfind("["))
    if text.endswith((")", "]")) and at >= 0:
        return at
    at = text.rfind(" ") + 1
    match = TIME.match(text, at)
    return at if match is not None and match.end() == len(text) else -1


def _shape(words: Sequence[str]) -> str:
    """How *words* are written: in capitals, as names, in small letters, in a script without."""
    letters = [word for word in words if any(map(str.isalpha, word))]
    if not letters:
        return ""
    if all(map(is_caseless, letters)):
        return "caseless"
    long = [word for word in letters if len(word.strip(".")) > 1] or letters
    if all(word.isupper() for word in long):
        return "capitals"
    if all(word.islower() for word in letters):
        return "small"
    return "names" if letters[0][0].isupper() else ""


def name_in(core: str) -> Sequence[str]:
    """The words of *core* before a comma, behind which the office stands."""
    return core.partition(",")[0].split()
