"""Which convention prints a text: the one whose labels explain most of it.

Every convention is tried on a stretch of the text, and those that are close on all of its opening.
A label counts one if its speaker recurs and half if not; a mark of the maker counts some labels.
Without a mark two speakers must recur, and the convention explain a good deal more than the
generic one does; not so a project's own, which is taken where it explains as many labels as any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from edition.transcript.convention import Convention
from edition.transcript.convention_files import Conventions
from edition.transcript.decode import Decoded
from edition.transcript.formed import formed_labels
from edition.transcript.front import dateline
from edition.transcript.induced import MANY_MORE, induced_beside
from edition.transcript.labels import labels_in
from edition.transcript.layout import Layout, cut
from edition.transcript.model import Label
from edition.transcript.run_in import places_of_answers
from edition.transcript.run_together import places_of_labels
from edition.transcript.word_sense import speaker_key

GENERIC = "generic"
_MOST_LINES = 800  # are looked at
_GLIMPSE = 240  # of them, the last, are looked at first, and all only by conventions that are close
_LONGEST_LINE = 50_000  # characters of it
_ALIKE = 0.9  # of the score of the best: as good
_FOREIGN = 3  # times as many small words of another language show that a text is not in one
_FEWEST_SMALL = 20  # small words, in a text that shows its language
_CLEARLY = 1.5  # times the small words of another language show which it is
_ENOUGH = 8.0  # labels in a glimpse
_CLOSE = 0.5  # of what the best explains; what explains less is out
_MARK = 4.0  # the weight of a maker's mark, in labels
_FEWEST = 2  # speakers who recur where no mark shows the maker
_ONCE = 0.5  # the weight of a label that stands once
_UNMARKED = 0.85  # the weight of labels where no mark shows the maker
_FORMED = 0.2  # of the labels at least are printed in the forms of a convention that has forms
_WORSE = 0.07  # for each mark a convention may explain so much less than the generic one does
_SHORT = 200  # lines, of a text that is looked at in full
_GLANCE = 3
_INDUCED_MARGIN = 1 - 1 / MANY_MORE
_TOP = 90  # lines with words among which a date line or the publisher's name is a mark


class Choice(NamedTuple):
    """The convention chosen, the next best, and how far they are apart.

    *line* is the number of the line that shows who printed the text, if one does; *margin* is
    the share by which the best explains more than the next.
    """

    convention: Convention
    line: int | None
    runner_up: Convention | None
    margin: float


def choose(decoded: Decoded, conventions: Conventions) -> Choice:
    """The one of *conventions* for *decoded*."""
    if not conventions.own and (shown := _shown(decoded, conventions)) is not None:
        return shown
    generic = conventions.load(GENERIC)
    if not conventions.own and places_of_answers(decoded.plain, generic):
        return Choice(generic, None, None, 0)
    layout = _opening(decoded, generic)
    makers = (conventions.load(name) for name in conventions.names() if name != GENERIC)
    ranked = _ranked([generic, *makers], layout, slice(-_GLIMPSE, None), conventions.own)
    if len(layout.texts) > _GLIMPSE and not _is_plain(ranked):
        close = [one.convention for one in ranked if _is_close(one.score, ranked[0].score)]
        again = [generic, *(one for one in close if one is not generic)]
        ranked = _ranked(again, layout, slice(None), conventions.own)
    best, *others = ranked
    if _is_induced(best, layout, generic):
        return Choice(generic, None, best.convention if best.score else None, _INDUCED_MARGIN)
    if not best.score:
        return Choice(generic, None, None, 0)
    second = others[0] if others and others[0].score else None
    margin = max(0, 1 - (second.score if second else 0) / best.score)
    return Choice(best.convention, None, second.convention if second else None, margin)


def _is_induced(best: _Ranked, layout: Layout, generic: Convention) -> bool:
    """Whether the print shows more labels than the *best* convention knows, and its own, too."""
    known = partial(labels_in, layout.texts, layout.plain, best.convention)
    count = best.explained.labels
    found = induced_beside(
        count, layout.plain, generic, lambda: known().believed if best.score else ()
    )
    return bool(found.labels)


def _opening(decoded: Decoded, generic: Convention) -> Layout:
    """The lines that are looked at, cut where labels stand in mid-line."""
    lines, plain = (
        [line[:_LONGEST_LINE] for line in lines[:_MOST_LINES]]
        for lines in (decoded.lines, decoded.plain)
    )
    layout = Layout(lines, plain, range(1, len(lines) + 1), [0] * len(lines))
    whole = cut(layout, places_of_labels(plain, generic))
    return whole._replace(texts=whole.texts[:_MOST_LINES], plain=whole.plain[:_MOST_LINES])


class _Ranked(NamedTuple):
    """A convention, and how well it explains a text."""

    convention: Convention
    explained: _Explained
    score: float


def _ranked(
    tried: Sequence[Convention], layout: Layout, part: slice, own: Collection[str]
) -> list[_Ranked]:
    """The conventions *tried*, the generic one first, by what they explain of a *part* of a text.

    The best is first; one of the project's *own* that explains as many labels as any other does.
    """
    plain = layout.plain[part]
    explained = [_explained(one, layout, part, own=one.name in own) for one in tried]
    share = explained[0].share
    foreign = _foreign(tried, plain)
    ranked = [
        _Ranked(
            one,
            found,
            found.weight
            if one.name in (GENERIC, *own)
            else _score(found, share, foreign=one.language in foreign),
        )
        for one, found in zip(tried, explained, strict=True)
    ]
    ranked.sort(key=lambda one: -one.score)
    ranked = _by_language(ranked, plain)
    best = ranked[0].explained.recurrent
    ranked.sort(
        key=lambda one: one.convention.name not in own or not 0 < one.explained.recurrent >= best
    )
    return ranked


def _by_language(ranked: list[_Ranked], plain: Sequence[str]) -> list[_Ranked]:
    """*ranked*, the best first, and before it what is as good and prints the text's language.

    Makers print in several languages in one way; small words tell which it is.
    """
    best = ranked[0]
    alike = [one for one in ranked if one.score >= best.score * _ALIKE and one.score]
    if len({one.convention.language for one in alike} - {"und"}) < _FEWEST:
        return ranked
    words = _words(plain)
    counts = {
        one.convention.name: _count_small(one.convention, words)
        for one in alike
        if one.convention.language != "und"
    }
    least = counts.get(best.convention.name, 0)
    most = max(alike, key=lambda one: counts.get(one.convention.name, 0))
    clearly = counts.get(most.convention.name, 0) >= max(least * _CLEARLY, 1)
    if not clearly or most is best:
        return ranked
    return [most, *(one for one in ranked if one is not most)]


def _foreign(tried: Sequence[Convention], plain: Sequence[str]) -> set[str]:
    """The languages of those *tried* that the text is clearly not in, by its small words."""
    words = _words(plain)
    counts: dict[str, int] = {}
    for one in tried:
        if one.language != "und":
            counts[one.language] = max(counts.get(one.language, 0), _count_small(one, words))
    most = max(counts.values(), default=0)
    if most < _FEWEST_SMALL:
        return set()
    return {language for language, count in counts.items() if count * _FOREIGN < most}


def _words(plain: Sequence[str]) -> Counter[str]:
    """How often each word stands in the lines *plain*, in lower case."""
    return Counter(" ".join(plain).lower().split())


def _count_small(convention: Convention, words: Mapping[str, int]) -> int:
    """How many of *words* stand in every text of the language of *convention*."""
    small = convention.sentence_words | convention.articles | convention.openers
    return sum(words.get(word, 0) for word in small)


def _is_close(score: float, best: float) -> bool:
    """Whether a convention of this *score* in a glimpse may be better than the *best* there."""
    if best >= _ENOUGH:
        return score >= best * _CLOSE
    return score > 0 or best < _FEWEST


def _is_plain(ranked: Sequence[_Ranked]) -> bool:
    """Whether the first explains enough, and the others so little that no more need be read."""
    return ranked[0].score >= _ENOUGH and ranked[1].score < ranked[0].score * _CLOSE


def _shown(decoded: Decoded, conventions: Conventions) -> Choice | None:
    """The convention whose publisher or own date line stands near the top.

    The date line is one that others print too: it must name a place of the maker, or another mark
    must stand in the text.
    """
    kremlin = conventions.load("kremlin")
    filled = [index for index, line in enumerate(decoded.plain[:400]) if line.strip(" ")]
    for index in filled[:_TOP]:
        line = decoded.plain[index]
        date = dateline(line, kremlin, own=True)
        is_own = date is not None and (
            any(place in line for place in kremlin.marks.places) or _marks(kremlin, decoded.plain)
        )
        if is_own or kremlin.chrome.is_publisher(line):
            return Choice(kremlin, index + 1, None, 1)
    return None


class _Explained(NamedTuple):
    """What a convention explains of a text.

    *labels* by number; their *share*, by weight; those of speakers who recur; how many these
    are; marks of the maker. It is *strange* here if few of the labels are printed in its forms,
    or if it would believe whatever stands once before its delimiter, or needs a mark, and has
    none here.
    """

    share: float
    recurrent: int
    recurring: int
    marks: int
    strange: bool
    labels: int = 0

    @property
    def weight(self) -> float:
        """The labels and the marks; nothing if there is no label."""
        return self.share + self.marks * _MARK if self.share else 0


def _explained(convention: Convention, layout: Layout, part: slice, *, own: bool) -> _Explained:
    """What *convention*, one of the project's *own* or not, explains of *part* of a text.

    Marks of the maker count wherever they stand.
    """
    credulous = bool(convention.labels.delimiter) and convention.labels.recurs < _FEWEST
    outside = _outside_speech(layout.plain, convention) if credulous else layout.plain
    marks = _marks(convention, outside)
    lines, plain = layout.texts[part], layout.plain[part]
    forms = formed_labels(lines, convention) if marks or _occurs(convention, lines) else {}
    strange = bool(convention.labels.forms) and not forms
    unproved = credulous and not marks
    if strange or ((unproved or (convention.marks.needed and not marks)) and not own):
        return _Explained(0, 0, 0, marks, strange=True)
    believed, _, formed = labels_in(lines, plain, convention, forms)
    times = _speakers(believed, plain)
    once = 0 if unproved else _ONCE
    return _Explained(
        sum(count if count > 1 else once for count in times.values()),
        sum(count for count in times.values() if count > 1),
        sum(count > 1 for count in times.values()),
        marks,
        strange=bool(convention.labels.forms) and formed < len(believed) * _FORMED,
        labels=len(believed),
    )


def _occurs(convention: Convention, lines: Sequence[str]) -> bool:
    """Whether a form of *convention* is met at a glance, at every third line of a long text."""
    glance = lines[::_GLANCE] if len(lines) > _SHORT else lines
    return any(form.match(line) for line in glance if line for form in convention.forms)


def _outside_speech(plain: Sequence[str], convention: Convention) -> list[str]:
    """The lines before the first that may have a label, and what may be labels."""
    delimiter, longest = convention.labels.delimiter, convention.labels.longest
    first = next((i for i, line in enumerate(plain) if delimiter in line), len(plain))
    labelled = (line[:longest].partition(delimiter) for line in plain[first:])
    return [*plain[:first], *(label for label, found, _ in labelled if found)]


def _score(explained: _Explained, generic: float, *, foreign: bool) -> float:
    """How well a convention explains a text of which the generic one explains *generic*.

    0 if nothing points to its maker (no mark, in a *foreign* language), or if it is worse than the
    generic one.
    """
    if explained.strange or (foreign and not explained.marks):
        return 0
    if not explained.marks:
        return explained.share * _UNMARKED if explained.recurring >= _FEWEST else 0
    enough = generic * max(0, 1 - explained.marks * _WORSE)
    return explained.weight if explained.share >= enough else 0


def _speakers(labels: Mapping[int, Label], lines: Sequence[str]) -> Counter[str]:
    """How often each speaker is labelled; the number of a line is no part of a label."""
    return Counter(
        speaker_key(lines[index][slice(*label.name)])
        if label.name
        else speaker_key(lines[index][: label.end]).lstrip("0123456789")
        for index, label in labels.items()
    )


def _marks(convention: Convention, lines: Sequence[str]) -> int:
    """How many of the maker's marks stand in *lines*."""
    text = "\n".join(lines) if convention.marks.maker else ""
    return sum(mark in text for mark in convention.marks.maker)
