"""The paragraphs of a text, and the labels with which they begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from edition.transcript.broken_labels import are_labels, firsts_of_labels
from edition.transcript.convention import Convention
from edition.transcript.decode import Decoded
from edition.transcript.emphasis import emphasised_labels
from edition.transcript.front import dateline
from edition.transcript.inputs.formats import Format
from edition.transcript.labels import labels_in
from edition.transcript.layout import Layout, cut, of_lines, paragraphs, width_of, with_next
from edition.transcript.model import Label
from edition.transcript.run_together import places_of_labels
from edition.transcript.word_sense import speaker_key

_TIME = re.compile(r"[\s*_]*\\?[\[(]?(?:[0-9]{1,3}:){1,3}[0-9]{2}(?:\.[0-9]{1,3})?\\?[\])]?[\s*_]*")


class Labelled(NamedTuple):
    """Paragraphs, their labels by index, and those that only look as if they had one."""

    layout: Layout
    labels: Mapping[int, Label]
    doubted: frozenset[int]


def labelled(decoded: Decoded, convention: Convention) -> Labelled:
    """The paragraphs of *decoded* with their labels.

    Labels are looked for line by line: where one stands a paragraph begins.
    """
    layout = of_lines(decoded)
    layout = cut(layout, places_of_labels(layout.plain, convention))
    set_off: dict[int, Label] = {}
    if decoded.emphasised and len(layout.lines) == len(decoded.lines):
        voices = decoded.format is Format.WEBVTT
        set_off = emphasised_labels(layout.texts, decoded.emphasised, convention, voices=voices)
    found = _labelled(layout, convention, set_off)
    if not set_off:
        found = _in_one(found, convention)
    found = _unnamed(found)
    layout = found.layout
    if not (convention.wrapped and (width := width_of(layout.plain, usual=True))):
        return found
    aside = {i for i, line in enumerate(layout.plain) if convention.furniture_in(line)}
    first = min(found.labels, default=len(layout.plain))
    dated = {i for i, line in enumerate(layout.plain[:first]) if dateline(line, convention)}
    layout, places = paragraphs(layout, width, found.labels.keys() | dated, aside)
    labels = {places[index]: label for index, label in found.labels.items()}
    doubted = frozenset(places[index] for index in found.doubted if index in places)
    return Labelled(layout, labels, doubted)


def _unnamed(found: Labelled) -> Labelled:
    """*found*, where labels behind which a time stands and nothing else, each time, name nobody.

    "**Break:** [10:49]", "Jingle: 00:12": what is heard there, and nobody's name.
    """
    plain = found.layout.plain
    timed = {
        index: speaker_key(plain[index][: label.end])
        for index, label in found.labels.items()
        if _TIME.fullmatch(plain[index], label.end)
    }
    spoken = {
        speaker_key(plain[index][: label.end])
        for index, label in found.labels.items()
        if timed and index not in timed
    }
    nobody = {
        index: Label(found.labels[index].end, None, None, generic=True)
        for index, key in timed.items()
        if key not in spoken
    }
    return found._replace(labels={**found.labels, **nobody}) if nobody else found


def _labelled(layout: Layout, convention: Convention, set_off: Mapping[int, Label]) -> Labelled:
    """*layout* and its labels."""
    labels, doubted, _ = labels_in(layout.texts, layout.plain, convention, set_off=set_off)
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
