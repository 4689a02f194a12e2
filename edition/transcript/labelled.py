"""The paragraphs of a text, and the labels with which they begin."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from edition.transcript.asking import letters_of
from edition.transcript.broken_labels import are_labels, firsts_of_labels
from edition.transcript.convention import Convention
from edition.transcript.decode import Decoded
from edition.transcript.emphasis import emphasised_labels
from edition.transcript.examination import oaths_in
from edition.transcript.front import dateline
from edition.transcript.furniture import furniture_in
from edition.transcript.heard import heard_in
from edition.transcript.induced import NONE, Induced, induced_beside
from edition.transcript.inputs.formats import Format
from edition.transcript.labels import labels_in
from edition.transcript.layout import (
    MOST_IN_BRACKET,
    Layout,
    cut,
    of_lines,
    paragraphs,
    width_of,
    with_continued,
    with_next,
)
from edition.transcript.model import Event, Label
from edition.transcript.named_at_start import named_at_start, titled_at_start
from edition.transcript.notes import whole_bracket
from edition.transcript.pages import NO_PAGES, Pages
from edition.transcript.run_in import places_of_answers, run_in_labels
from edition.transcript.run_together import places_of_labels
from edition.transcript.set_off_questions import set_off_questions
from edition.transcript.word_sense import speaker_key

_ENDS = tuple(".!?:;…\"'”’»)]}*_=")  # of a sentence, or of a mark


class Labelled(NamedTuple):
    """Paragraphs, their labels by index, and those that only look as if they had one.

    *examiners* are paragraphs that say whose questions follow, *heard* are events that are printed
    as labels are; *induced* says what shows the labels, where only their print does. *furniture*
    has its kinds by line (from 1) and offset in it.
    """

    layout: Layout
    labels: Mapping[int, Label]
    doubted: frozenset[int]
    examiners: frozenset[int] = frozenset()
    heard: Mapping[int, Event] = MappingProxyType({})
    furniture: Mapping[tuple[int, int], str] = MappingProxyType({})
    induced: Induced = NONE

    def furniture_at(self, index: int) -> str | None:
        """What kind of furniture the paragraph *index* is; None for one of the text."""
        return self.furniture.get((self.layout.lines[index], self.layout.columns[index]))


def labelled(decoded: Decoded, convention: Convention, pages: Pages = NO_PAGES) -> Labelled:
    """The paragraphs of *decoded*, which is without what *pages* print, with their labels.

    Labels are looked for line by line: where one stands a paragraph begins. Pages are printed
    wrapped, and a paragraph may go on from one to the next.
    """
    layout = of_lines(decoded)
    layout = cut(layout, places_of_labels(layout.plain, convention))
    set_off: dict[int, Label] = {}
    if answers := places_of_answers(layout.plain, convention):
        layout = cut(layout, answers)
        set_off = run_in_labels(layout.plain, layout.columns, convention)
    if decoded.emphasised and len(layout.lines) == len(decoded.lines):
        voices = decoded.format is Format.WEBVTT
        set_off |= emphasised_labels(layout.texts, decoded.emphasised, convention, voices=voices)
        if not set_off and convention.labels.recurs > 1:
            set_off = set_off_questions(layout.plain, decoded.emphasised)
    found = _labelled(layout, convention, set_off)
    if not set_off:
        found = _in_one(found, convention)
    found = _without_examiners(_without_heard(found, convention), convention)
    found = _with_oaths(_in_paragraphs(found, decoded, convention, pages), convention)
    named = named_at_start(found.layout.plain, found.labels)
    named |= titled_at_start(found.layout.plain, found.labels, convention)
    return found._replace(doubted=found.doubted | named)


def _in_paragraphs(
    found: Labelled, decoded: Decoded, convention: Convention, pages: Pages
) -> Labelled:
    """*found*, with the lines of each paragraph in one."""
    layout = found.layout
    kinds = furniture_in(layout.plain, found.labels, convention)
    furniture = {(layout.lines[i], layout.columns[i]): kind for i, kind in kinds.items()}
    found = found._replace(furniture=furniture)
    wrapped = convention.wrapped or bool(pages.numbers)
    if not (wrapped and (width := width_of(layout.plain, usual=True))):
        return _with_continued(found, decoded, kinds.keys(), convention)
    aside = kinds.keys() | {i for i, line in enumerate(layout.lines) if line - 1 in pages.edges}
    first = min(found.labels, default=len(layout.plain))
    dated = {i for i, line in enumerate(layout.plain[:first]) if dateline(line, convention)}
    spacing = {i for i, line in enumerate(layout.lines) if line - 1 in pages.spacing}
    starts = found.labels.keys() | dated | (_apart(layout, convention) if pages.numbers else set())
    ends = {index: label.end for index, label in found.labels.items()}
    return _moved(found, *paragraphs(layout, width, starts, aside, spacing, labels=ends))


def _with_oaths(found: Labelled, convention: Convention) -> Labelled:
    """*found*, with each note of who was sworn in one."""
    oaths = oaths_in(found.layout.plain, found.labels, convention)
    continued = {i for first, last in oaths.items() for i in range(first + 1, last + 1)}
    return _moved(found, *with_continued(found.layout, continued)) if continued else found


def _moved(found: Labelled, layout: Layout, places: Mapping[int, int]) -> Labelled:
    """*found* in *layout*, in which its stretches have the indices *places*."""
    labels = {places[index]: label for index, label in found.labels.items()}
    doubted, examiners = (
        frozenset(places[index] for index in lines if index in places)
        for lines in (found.doubted, found.examiners)
    )
    heard = {places[index]: event for index, event in found.heard.items() if index in places}
    return Labelled(layout, labels, doubted, examiners, heard, found.furniture, found.induced)


def _with_continued(
    found: Labelled, decoded: Decoded, furniture: Container[int], convention: Convention
) -> Labelled:
    """*found*, with the lines of a turn in one where a line break stands within a sentence.

    Or within a note in brackets.
    """
    layout, plain = found.layout, found.layout.plain
    alone = {
        index for index, label in found.labels.items() if not plain[index][label.end :].strip()
    }
    own = found.labels.keys() | found.doubted | found.examiners | found.heard.keys()
    brackets = convention.marks.bracketed_events

    def is_said(index: int) -> bool:
        text = plain[index].strip(" ")
        return bool(text) and index not in furniture and whole_bracket(text, brackets) is None

    continued = {
        index
        for index in range(min(found.labels, default=len(plain)) + 1, len(plain))
        if layout.lines[index] - 1 in decoded.continued
        and index not in own
        and index - 1 not in alone
        and is_said(index - 1)
        and is_said(index)
        and not plain[index - 1].rstrip(" ").endswith(_ENDS)
    }
    continued |= _in_brackets(plain, own, brackets)
    return _moved(found, *with_continued(layout, continued)) if continued else found


def _in_brackets(plain: Sequence[str], own: Container[int], brackets: str) -> set[int]:
    """The lines that go on a note in *brackets*, which begins a line and is not closed on it.

    No line of it is blank or one of *own*, and the bracket is all that they have together.
    """
    found: set[int] = set()
    for first, line in enumerate(plain):
        start = line.lstrip(" ")[:1]
        if not start or start not in brackets or first in found or first in own:
            continue
        note, last = line, first
        while whole_bracket(note, brackets) is None and last - first < MOST_IN_BRACKET:
            last += 1
            if last >= len(plain) or last in own or not plain[last].strip(" "):
                break
            note = f"{note} {plain[last]}"
        else:
            if whole_bracket(note, brackets) is not None:
                found.update(range(first + 1, last + 1))
    return found


def _without_heard(found: Labelled, convention: Convention) -> Labelled:
    """*found*, without the labels behind which no words stand, but what is heard there."""
    heard = heard_in(found.layout.plain, found.labels, convention)
    if not heard:
        return found
    kept = {index: label for index, label in found.labels.items() if index not in heard}
    return found._replace(labels=kept, heard=heard)


def _apart(layout: Layout, convention: Convention) -> set[int]:
    """The lines of *layout* with headings and notes of one line, and those behind them."""
    brackets = convention.marks.bracketed_events
    alone = {
        index
        for index, line in enumerate(layout.plain)
        if convention.heading_in(line) is not None
        or convention.narration_in(line) is not None
        or whole_bracket(line, brackets) is not None
    }
    return alone | {_filled_below(layout.plain, index) for index in alone}


def _without_examiners(found: Labelled, convention: Convention) -> Labelled:
    """*found*, without the labels behind which nothing stands but "Q." below.

    "MR. GROOME:" says there who asks.
    """
    plain, labels = found.layout.plain, found.labels
    asks = frozenset(convention.roles.asks.split()) if convention.roles.examiner else frozenset()
    examiners = frozenset(
        index
        for index, label in (labels.items() if asks else ())
        if label.name is not None
        and not plain[index][label.end :].strip(" ")
        and (below := _filled_below(plain, index)) in labels
        and labels[below].generic
        and speaker_key(letters_of(plain[below][: labels[below].end])) in asks
    )
    kept = {index: label for index, label in labels.items() if index not in examiners}
    return found._replace(labels=kept, examiners=examiners) if examiners else found


def _filled_below(plain: Sequence[str], index: int) -> int:
    """The next line with words behind *index*; -1 if there is none."""
    return next((i for i in range(index + 1, len(plain)) if plain[i].strip(" ")), -1)


def _labelled(layout: Layout, convention: Convention, set_off: Mapping[int, Label]) -> Labelled:
    """*layout* and its labels."""
    labels, doubted, _ = labels_in(layout.texts, layout.plain, convention, set_off=set_off)
    if convention.labels.signs:
        induced = induced_beside(len(labels), layout.plain, convention, labels.keys)
        if induced.labels:
            doubted -= induced.labels.keys()
            return Labelled(layout, induced.labels, doubted, induced=induced)
    return Labelled(layout, labels, doubted)


def _in_one(found: Labelled, convention: Convention) -> Labelled:
    """*found*, with the labels that are broken in two in one line."""
    firsts = firsts_of_labels(found.layout, found.labels, convention)
    if not firsts:
        return found
    layout, joined = with_next(found.layout, firsts)
    tried = _labelled(layout, convention, {})
    good = are_labels(joined, layout, tried.labels)
    if len(good) == len(joined):
        return tried
    kept = [first for first, index in zip(firsts, joined, strict=True) if index in good]
    return _labelled(with_next(found.layout, kept)[0], convention, {}) if kept else found
