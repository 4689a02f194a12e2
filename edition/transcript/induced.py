"""Labels of a print that nobody described: what recurs at the beginning of lines before one sign.

Where no form and no name shows who speaks, the print itself may: "◯의장 문희준  의석을 …",
"Jaak Valgus | Aitäh!", a name in small letters on a line of its own. Of every line what stands
before each of the signs of the convention is an opening; the sign and the ornament in front of it
with the most openings that recur are those of the labels, if people speak in turn. The words must
show it: sentences follow, the openings alternate, questions are answered by others, and most
openings are people's. Better no speakers than invented ones: a diary, a log and a song recur, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from edition.transcript.candidates import Candidate, words_in
from edition.transcript.convention import Convention
from edition.transcript.evidence import Evidence
from edition.transcript.exchange import TIME, answered_in, is_sentence, is_table, said_after
from edition.transcript.model import Label
from edition.transcript.personal_labels import PersonalLabels, are_caseless
from edition.transcript.word_sense import is_caseless, speaker_key

MANY_MORE = 1.3
"""Times as many labels as are known otherwise show that these are not all."""

_LONGEST = 140  # characters, of a label
_MOST_WORDS = 8
_SHORT_WORD = 4  # letters, of what may stand between names: "De heer Roe"
_LONGEST_INITIALS = 3  # letters
_FEWEST = 4  # labels
_FEWEST_SPEAKERS = 2  # who recur
_COVERED = 0.3  # of the lines with words have a label
_ENOUGH = 0.7  # of them are labels that nothing can add much to
_SPOKEN = 0.8  # of what follows the labels are sentences
_RUNNING = 0.25  # of the labels at most stand twice running
_ANSWERED = 0.1  # of the labels end with a question, and another one speaks next
_MANY_ANSWERED = 0.25  # so many, and it is enough that one label is a person's
_NO_LABEL = re.compile(r"[?!;…“”„«»\"？！。；]|\.\.|[^\W\d_]{4,}\. |https?:|@")
_REMARK = re.compile(r"\s*(?P<bracket>[(\[])(?P<inside>[^()\[\]]*)[)\]]")
_AROUND = " \u3000-–—|,:*_"
_ORNAMENT = re.compile(r"[^\w\s(\[（]{1,3}")
_ENDS = tuple(".!?…:,;-–—。？！：，")


class _Opening(msgspec.Struct, frozen=True, gc=False):
    """What stands before a sign at the beginning of line *index*.

    *start* to *stop* are the words without ornament, time and remark; *end* is behind the sign.
    """

    index: int
    start: int
    stop: int
    end: int
    core: str
    shape: str
    unnamed: bool  # it names nobody, or many at once

    @property
    def key(self) -> str:
        """What tells it from others."""
        return speaker_key(self.core)


class Induced(NamedTuple):
    """The labels by their print, by index, and what shows that people speak.

    Of so many *speakers*, that is labels that differ, *people* are known for people; *answers* is
    how often a question is answered by another.
    """

    labels: Mapping[int, Label]
    speakers: int
    people: int
    answers: int


NONE = Induced({}, 0, 0, 0)


def induced_beside(
    known: int, lines: Sequence[str], convention: Convention, labels: Callable[[], Collection[int]]
) -> Induced:
    """The labels by their print, if there are many more than the *known* ones, and these with them.

    *labels* gives the indices of those known: none of them is given up for what the print shows.
    """
    filled = _count_begun(lines, spaced=False)
    if known > filled * _ENOUGH:
        return NONE
    induced = induced_labels(lines, convention)
    if len(induced.labels) <= known * MANY_MORE:
        return NONE
    return induced if induced.labels.keys() >= set(labels()) else NONE


def induced_labels(lines: Sequence[str], convention: Convention) -> Induced:
    """The labels among *lines*, which are plain, by what recurs before one sign."""
    best = NONE
    printed = _by_print(lines, convention)
    for sign, ornament in sorted(
        printed, key=lambda one: [*convention.labels.signs, ""].index(one[0])
    ):
        believed = _believed(printed[sign, ornament], lines)
        if len(believed) > len(best.labels) and _is_exchange(believed, lines):
            shown = _shown(believed, lines, convention)
            best = best if shown is None else shown
    return best


def _shown(
    believed: Sequence[_Opening], lines: Sequence[str], convention: Convention
) -> Induced | None:
    """The labels that the openings *believed* are, if people answer one another; None if not."""
    cores = list(dict.fromkeys(one.core for one in believed if not one.unnamed))
    ends = {one.index: one.end for one in believed}
    said = [line[ends.get(index, 0) :] for index, line in enumerate(lines)]
    answers = answered_in(lines, [(one.index, one.core) for one in believed])
    personal = PersonalLabels(said, convention)
    if answers < len(believed) * _ANSWERED:
        return None
    if are_caseless(cores):
        people = sum(map(personal.is_mentioned, cores))
        shown = people > 0 or not _running(believed)
    else:
        people = personal.count(cores)
        asked = answers >= len(believed) * _MANY_ANSWERED
        shown = people * 2 > len(cores) or (people > 0 and asked)
    labels = _labels(believed, lines, convention)
    return Induced(labels, len(cores), people, answers) if shown else None


def _by_print(
    lines: Sequence[str], convention: Convention
) -> Mapping[tuple[str, str], list[_Opening]]:
    """The openings of *lines*, by sign and by the ornament in front of them."""
    found: dict[tuple[str, str], list[_Opening]] = {}
    for index, line in enumerate(lines):
        if not line.strip(" "):
            continue
        ornament = match.group() if (match := _ORNAMENT.match(line.lstrip(" "))) else ""
        for sign, opening in _openings(index, line, lines, convention):
            found.setdefault((sign, ornament), []).append(opening)
    return found


def _openings(
    index: int, line: str, lines: Sequence[str], convention: Convention
) -> Iterator[tuple[str, _Opening]]:
    """What may be a label in *line*, before each of the signs that it has."""
    first = len(line) - len(line.lstrip(" "))
    last = first + _LONGEST
    for sign in convention.labels.signs:
        at = line.find(sign, first + 1, last)
        if at > 0:
            end = at + len(sign)
            end += len(line[end:]) - len(line[end:].lstrip(" \u3000"))
            if line[end:] and (opening := _opening(index, line, (first, at), end, convention)):
                yield sign, opening
    below = lines[index + 1].strip(" ") if index + 1 < len(lines) else ""
    below = below or (lines[index + 2].strip(" ") if index + 2 < len(lines) else "")
    alone = line.rstrip(" ")
    if len(alone) <= last and below and not alone.endswith(_ENDS):
        opening = _opening(index, line, (first, len(alone)), len(line), convention)
        if opening is not None:
            yield "", opening


def _opening(
    index: int, line: str, part: tuple[int, int], end: int, convention: Convention
) -> _Opening | None:
    """The opening in this *part* of *line*; None where its words can be no label."""
    start, stop = part
    ornament = _ORNAMENT.match(line, start, stop)
    start = ornament.end() if ornament else start
    text = line[start:stop]
    if (time := TIME.match(text.lstrip(" "))) is not None:
        start += len(text) - len(text.lstrip(" ")) + time.end()
        text = line[start:stop]
    while (at := _remark_at_end(text)) >= 0:
        text = text[:at]
    core = text.strip(_AROUND).lstrip("[(")
    words = core.split()
    if not 1 <= len(_name_in(core)) <= _MOST_WORDS or _NO_LABEL.search(core) or len(core) < 2:
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
    unnamed = convention.names_nobody(core) or convention.names_many(core)
    return _Opening(index, start, start + len(core), end, core, shape, unnamed) if shape else None


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


def _believed(openings: Sequence[_Opening], lines: Sequence[str]) -> list[_Opening]:
    """Those of *openings* that recur in the shape that most have, and those written so once."""
    times = Counter(opening.key for opening in openings)
    recurring = [opening for opening in openings if times[opening.key] > 1]
    if len(recurring) < _FEWEST or len({one.key for one in recurring}) < _FEWEST_SPEAKERS:
        return []
    shape = Counter(one.shape for one in recurring).most_common(1)[0][0]
    first = min(one.index for one in recurring)
    most = max(len(_name_in(one.core)) for one in recurring)
    spaced = all(_is_apart(one.index, lines) for one in recurring)
    return [
        one
        for one in openings
        if times[one.key] > 1
        or (
            one.index > first
            and (not spaced or _is_apart(one.index, lines))
            and (one.unnamed or (one.shape == shape and _is_like(one, most)))
        )
    ]


def _name_in(core: str) -> Sequence[str]:
    """The words of *core* before a comma, behind which the office stands."""
    return core.partition(",")[0].split()


def _is_like(opening: _Opening, most: int) -> bool:
    """Whether it has no more than *most* words, all as those of names if it begins as a name."""
    words = _name_in(opening.core)
    return len(words) <= most and (opening.shape != "names" or all(map(_is_written_as_name, words)))


def _is_apart(index: int, lines: Sequence[str]) -> bool:
    """Whether a blank line is before line *index*."""
    return index == 0 or not lines[index - 1].strip(" ")


def _is_written_as_name(word: str) -> bool:
    """Whether *word* has a capital, or is a small word in a name."""
    return word[:1].isupper() or len(word) <= _SHORT_WORD


def _is_exchange(believed: Sequence[_Opening], lines: Sequence[str]) -> bool:
    """Whether speech seems to follow the openings *believed*, of one and then of another."""
    if not believed:
        return False
    cores = [one.core for one in believed]
    said = [said_after(lines, one.index, one.end) for one in believed]
    body = lines[believed[0].index :]
    filled = _count_begun(body, spaced=all(_is_apart(one.index, lines) for one in believed))
    return (
        len(believed) >= filled * _COVERED
        and sum(is_sentence(text) and not text.isupper() for text in said) >= len(said) * _SPOKEN
        and _running(believed) <= len(cores) * _RUNNING
        and len(set(said)) * 2 > len(said)
        and set(said).isdisjoint(cores)
        and not is_table(cores)
    )


def _running(believed: Sequence[_Opening]) -> int:
    """How many of *believed* stand twice running."""
    return sum(before.core == after.core for before, after in pairwise(believed))


def _count_begun(body: Sequence[str], *, spaced: bool) -> int:
    """How many lines of *body* have words; where they are *spaced*, how many paragraphs begin."""
    return sum(
        bool(line.strip(" ")) and not (spaced and index and body[index - 1].strip(" "))
        for index, line in enumerate(body)
    )


def _labels(
    believed: Sequence[_Opening], lines: Sequence[str], convention: Convention
) -> dict[int, Label]:
    """The labels that the openings *believed* are, with their parts."""
    candidates = [_candidate(one, lines[one.index], convention) for one in believed]
    evidence = Evidence(candidates, lines, convention)
    return {
        one.index: Label(one.end, None, None, generic=True)
        if one.generic
        else msgspec.structs.replace(evidence.plainly(one), by_print=True)
        for one in candidates
    }


def _candidate(opening: _Opening, line: str, convention: Convention) -> Candidate:
    """*opening* as a candidate for a label of *line*."""
    bracket = _REMARK.match(line, opening.stop, opening.end)
    remark = (bracket.start("inside"), bracket.end("inside")) if bracket else None
    return Candidate(
        index=opening.index,
        end=opening.end,
        core=opening.core,
        start=opening.start,
        after=line[opening.end :].strip(" "),
        words=words_in(opening.core),
        generic=convention.names_nobody(opening.core),
        remark=remark,
    )
