"""Labels of a print that nobody described: what recurs at the beginning of lines before one sign.

Where no form and no name shows who speaks, the print itself may: "◯의장 문희준  의석을 …",
"Jaak Valgus | Aitäh!", a name in small letters on a line of its own. Of every line what stands
before each of the signs of the convention is an opening; the sign and the ornament in front of it
with the most openings that recur are those of the labels, if people speak in turn. The words must
show it: sentences follow, the openings alternate, questions are answered by others or whoever
speaks next is called, and most openings are people's. Better no speakers than invented ones: a
diary, a log and a song recur, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from edition.transcript.called import called_in
from edition.transcript.candidates import Candidate, words_in
from edition.transcript.convention import Convention
from edition.transcript.evidence import Evidence
from edition.transcript.exchange import answered_in, is_sentence, is_table, said_after
from edition.transcript.given_names import given_names
from edition.transcript.label_parts import label_of
from edition.transcript.model import Label
from edition.transcript.openings import Opening, name_in, openings_by_print
from edition.transcript.personal_labels import PersonalLabels, are_caseless
from edition.transcript.word_sense import speaker_key

MANY_MORE = 1.3
"""Times as many labels as are known otherwise show that these are not all."""

_FAR_MORE = 3  # the same before a delimiter, where other labels are known by their words
_SHORT_WORD = 4  # letters, of what may stand between names: "De heer Roe"
_OFTEN = 3  # times that each label stands
_NEARLY_ALL = 0.9  # of the paragraphs have one of them
_GLIMPSE = 3000  # lines that show which sign ends the labels, of a long text
_FEWEST = 4  # labels
_FEWEST_SPEAKERS = 2  # who recur
_COVERED = 0.3  # of the lines with words have a label
_ENOUGH = 0.7  # of them are labels that nothing can add much to
_SPOKEN = 0.8  # of what follows the labels are sentences
_MOSTLY = 0.7  # of the openings have a time: the others are none
_RUNNING = 0.25  # of the labels at most stand twice running
_ANSWERED = 0.1  # of the labels end with a question, and another one speaks next
_FEWEST_DESCRIBED = 8  # labels with a name and who that is
_DESCRIBED = re.compile(r"[^\W\d_a-z][^,]{1,40}, [^\W\d_]{4}")
_FEWEST_ANSWERS = 2  # where labels stand on lines of their own, as names do in a list
_FEWEST_CALLED = 3  # or so many are called
_MANY_ANSWERED = 0.25  # so many, and it is enough that one label is a person's
_MOST_IN_CAPITALS = 6  # words, of what is a label though its words are more than those of others
_SENTENCE_ENDS = (".", "!", "?", "…")
_GAP = re.compile(" +")
_REMARK = re.compile(r"\s*(?P<bracket>[(\[])(?P<inside>[^()\[\]]*)[)\]]")


class Induced(NamedTuple):
    """The labels by their print, by index, and what shows that people speak.

    Of so many *speakers*, that is labels that differ, *people* are known for people; *answers* is
    how often a question is answered by another, *called* how often the next to speak is called.
    *sign* is what ends the labels.
    """

    labels: Mapping[int, Label]
    speakers: int
    people: int
    answers: int
    called: int
    sign: str = ""


NONE = Induced({}, 0, 0, 0, 0)


def induced_beside(
    known: int, lines: Sequence[str], convention: Convention, labels: Callable[[], Collection[int]]
) -> Induced:
    """The labels by their print, if there are many more than the *known* ones, and these with them.

    *labels* gives the indices of those known: none of them is given up for what the print shows.
    """
    filled = _count_begun(lines, spaced=False)
    if known > filled * _ENOUGH:
        return NONE
    signs = convention.labels.signs
    if known * _FAR_MORE > filled:
        signs = [sign for sign in signs if sign != convention.labels.delimiter]
    if len(lines) > 2 * _GLIMPSE:  # the print is one from beginning to end
        glimpse = induced_labels(lines[:_GLIMPSE], signs, convention)
        if not glimpse.labels:
            return NONE
        signs = [sign for sign in signs if sign == glimpse.sign]
    induced = induced_labels(lines, signs, convention)
    more = _FAR_MORE if induced.sign == convention.labels.delimiter else MANY_MORE
    if len(induced.labels) <= known * more:
        return NONE
    return induced if induced.labels.keys() >= set(labels()) else NONE


def induced_labels(lines: Sequence[str], signs: Sequence[str], convention: Convention) -> Induced:
    """The labels among *lines*, which are plain, by what recurs before one of *signs*."""
    best = NONE
    printed = openings_by_print(lines, signs, convention)
    for sign, ornament in sorted(printed, key=lambda one: ([*signs, ""].index(one[0]), one[1])):
        believed = _believed(printed[sign, ornament], lines, convention)
        if len(believed) > len(best.labels) and _is_exchange(believed, lines):
            shown = _shown(believed, lines, convention)
            best = best if shown is None else shown._replace(sign=sign)
    return best


def _shown(
    believed: Sequence[Opening], lines: Sequence[str], convention: Convention
) -> Induced | None:
    """The labels that the openings *believed* are, if people answer one another; None if not."""
    times = Counter(one.key for one in believed)
    most = max(len(name_in(one.core)) for one in believed if times[one.key] > 1)
    usual = (one.core for one in believed if len(name_in(one.core)) <= most)
    cores = list(dict.fromkeys(usual))
    cores = [core for core in cores if not _is_unnamed(core, convention)]
    ends = {one.index: one.end for one in believed}
    said = [line[ends.get(index, 0) :] for index, line in enumerate(lines)]
    known = {one.key for one in believed if " " in one.core}
    order = [(one.index, one.core[_known_end(one.core, known) or 0 :]) for one in believed]
    answers = answered_in(lines, order)
    alone = not any(lines[one.index][one.end :].strip(" ") for one in believed)
    called = called_in(said, order, convention)
    personal = PersonalLabels(said, convention)
    if answers + len(called) < len(believed) * _ANSWERED and not _are_described(believed):
        return None
    if alone and answers < _FEWEST_ANSWERS and len(called) < _FEWEST_CALLED:
        return None
    if are_caseless(cores):
        people = sum(map(personal.is_mentioned, cores))
        shown = people > 0 or not _running(believed)
    else:
        people = sum(core in called.values() or personal.is_person(core) for core in cores)
        asked = answers >= len(believed) * _MANY_ANSWERED
        shown = people * 2 > len(cores) or (asked and (people > 0 or _are_voices(believed)))
        shown = shown or (answers >= _FEWEST_ANSWERS and _is_everywhere(believed, lines))
        shown = shown or _are_described(believed)
    labels = _labels(believed, lines, convention)
    return Induced(labels, len(cores), people, answers, len(called)) if shown else None


def _are_described(believed: Sequence[Opening]) -> bool:
    """Whether most are a name, a comma and who that is: "Roe, minister of finance".

    Many recur, and never twice running, as entries of a list do not.
    """
    times = Counter(one.key for one in believed)
    recurring = sum(number > 1 for number in times.values())
    described = sum(_DESCRIBED.match(one.core) is not None for one in believed)
    enough = len(believed) >= _FEWEST_DESCRIBED and recurring >= _FEWEST_SPEAKERS + 1
    return enough and not _running(believed) and described >= len(believed) * _MOSTLY


def _is_everywhere(believed: Sequence[Opening], lines: Sequence[str]) -> bool:
    """Whether each paragraph has a colon and one of few names of a chat: "hruby_j", "eva99"."""
    times = Counter(one.key for one in believed)
    chosen = sum(" " not in core and not core.istitle() for core in {one.core for one in believed})
    colons = all(lines[one.index][one.stop : one.end].strip(" ") == ":" for one in believed)
    if not colons or chosen * 2 <= len(times):
        return False
    spaced = all(_is_apart(one.index, lines) for one in believed)
    filled = _count_begun(lines[believed[0].index :], spaced=spaced)
    return min(times.values()) >= _OFTEN and len(believed) >= filled * _NEARLY_ALL


def _are_voices(believed: Sequence[Opening]) -> bool:
    """Whether *believed* are codes in capitals behind a time, most with a number: "HOT-1"."""
    codes = {one.core for one in believed}
    numbered = sum(core[-1].isdigit() for core in codes)
    alike = all(one.timed and one.shape == "capitals" and " " not in one.core for one in believed)
    return alike and numbered * 2 > len(codes)


def _believed(
    openings: Sequence[Opening], lines: Sequence[str], convention: Convention
) -> list[Opening]:
    """Those of *openings* that recur in the shape that most have, and those written so once."""
    if sum(one.timed for one in openings) > len(openings) * _MOSTLY:
        openings = [one for one in openings if one.timed]
    times = Counter(opening.key for opening in openings)
    recurring = [opening for opening in openings if times[opening.key] > 1]
    if len(recurring) < _FEWEST or len({one.key for one in recurring}) < _FEWEST_SPEAKERS:
        return []
    shape = Counter(one.shape for one in recurring).most_common(1)[0][0]
    first = min(one.index for one in recurring)
    most = max(len(name_in(one.core)) for one in recurring)
    known = {one.key for one in recurring if " " in one.core}
    spaced = all(_is_apart(one.index, lines) for one in recurring)
    return [
        one
        for one in openings
        if times[one.key] > 1
        or (
            one.index > first
            and (not spaced or _is_apart(one.index, lines))
            and (
                (one.shape == shape and (_is_like(one, most) or _is_voice(one, lines)))
                or _is_told(one.core, convention)
                or _known_end(one.core, known) is not None
            )
        )
    ]


def _is_unnamed(core: str, convention: Convention) -> bool:
    """Whether *core* names nobody, or many at once."""
    return convention.names_nobody(core) or convention.names_many(core)


def _is_told(core: str, convention: Convention) -> bool:
    """Whether *core* is a label wherever people speak: "Speaker 3", "Everybody", "Question"."""
    return convention.numbers_person(core) or _is_unnamed(core, convention)


def _is_voice(opening: Opening, lines: Sequence[str]) -> bool:
    """Whether some words in capitals have a sentence behind them: "BİR SES – Doğru!"."""
    few = len(opening.core.split()) <= _MOST_IN_CAPITALS
    said = lines[opening.index][opening.end :].strip(" ")
    return opening.shape == "capitals" and few and said.endswith(_SENTENCE_ENDS)


def _known_end(core: str, known: Collection[str]) -> int | None:
    """Where one of the *known* names begins with which *core* ends: "FOR THE GREENS ANN ROE"."""
    starts = (match.end() for match in _GAP.finditer(core))
    return next((start for start in starts if speaker_key(core[start:]) in known), None)


def _is_like(opening: Opening, most: int) -> bool:
    """Whether it has no more than *most* words, all as those of names if it begins as a name."""
    words = name_in(opening.core)
    return len(words) <= most and (opening.shape != "names" or all(map(_is_written_as_name, words)))


def _is_apart(index: int, lines: Sequence[str]) -> bool:
    """Whether a blank line is before line *index*."""
    return index == 0 or not lines[index - 1].strip(" ")


def _is_written_as_name(word: str) -> bool:
    """Whether *word* has a capital, or is a small word in a name."""
    return word[:1].isupper() or len(word) <= _SHORT_WORD


def _is_exchange(believed: Sequence[Opening], lines: Sequence[str]) -> bool:
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


def _running(believed: Sequence[Opening]) -> int:
    """How many of *believed* stand twice running."""
    return sum(before.core == after.core for before, after in pairwise(believed))


def _count_begun(body: Sequence[str], *, spaced: bool) -> int:
    """How many lines of *body* have words; where they are *spaced*, how many paragraphs begin."""
    return sum(
        bool(line.strip(" ")) and not (spaced and index and body[index - 1].strip(" "))
        for index, line in enumerate(body)
    )


def _labels(
    believed: Sequence[Opening], lines: Sequence[str], convention: Convention
) -> dict[int, Label]:
    """The labels that the openings *believed* are, with their parts."""
    candidates = [_candidate(one, lines[one.index], convention) for one in believed]
    evidence = Evidence(candidates, lines, convention)
    inverted = _inverted({one.core for one in believed})
    known = {speaker_key(one.core) for one in believed if " " in one.core}
    return {
        one.index: Label(one.end, None, None, generic=True)
        if one.generic
        else msgspec.structs.replace(_label(one, evidence, inverted, known), by_print=True)
        for one in candidates
    }


def _label(
    candidate: Candidate, evidence: Evidence, inverted: Collection[str], known: Collection[str]
) -> Label:
    """The label that *candidate* is, the name with which it ends apart if it is *known*."""
    if candidate.core in inverted:
        return label_of(candidate, 0)
    first = _known_end(candidate.core, known)
    return evidence.plainly(candidate) if first is None else label_of(candidate, first)


def _inverted(cores: Collection[str]) -> frozenset[str]:
    """Those of *cores* that are a surname, a comma and given names, if most with a comma are."""
    names = [core for core in cores if core.count(",") == 1 and core.istitle()]
    given = [core.partition(",")[2].split()[:1] for core in names]
    known = sum(not given_names().isdisjoint(words) for words in given)
    most = known * 2 > sum("," in core for core in cores)
    return frozenset(names) if most else frozenset()


def _candidate(opening: Opening, line: str, convention: Convention) -> Candidate:
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
