"""Which lines begin a turn: labels are candidates first, and believed on evidence.

A stretch before the delimiter is a label if it names nobody in a known way ("Question"); if it
is a name, or a title and a name, and nothing speaks against it; or if it recurs or its last
words are another label. What decides is named in the tests, case by case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from edition.transcript.between_turns import between_turns
from edition.transcript.candidates import Candidate, candidate_in
from edition.transcript.convention import Convention
from edition.transcript.dialogue import Document
from edition.transcript.dialogue_edges import closing, front_form, naming, silent, unfronted
from edition.transcript.doubts import looks_like_label, may_speak
from edition.transcript.evidence import Evidence
from edition.transcript.exchange import Exchange, questions_in, said_after, unlabelled_in
from edition.transcript.formed import formed_labels
from edition.transcript.misprints import on_two_lines, without_delimiter
from edition.transcript.model import Label
from edition.transcript.numbered import numbered_labels
from edition.transcript.peers import offices_of, peers_of, unnamed_changes
from edition.transcript.personal_labels import PersonalLabels, are_caseless
from edition.transcript.word_sense import Words, speaker_key

_NUMBER_OF_LINE = " 0123456789"
_COLON = ":"  # of a label, whatever the forms


class Labels(NamedTuple):
    """The labels by the index of their line, and the lines that only look as if they had one.

    *formed* is how many of the labels are believed for their form.
    """

    believed: dict[int, Label]
    doubted: frozenset[int]
    formed: int = 0


def labels_in(
    lines: Sequence[str],
    plain: Sequence[str],
    convention: Convention,
    formed: dict[int, Label] | None = None,
    set_off: Mapping[int, Label] | None = None,
) -> Labels:
    """The labels of the *lines* by the forms of *convention*, and by the document's evidence.

    *plain* are the lines as patterns see them, *formed* the labels by their form if known, and
    *set_off* those that the format of the file sets off.
    """
    formed = formed_labels(lines, convention) if formed is None else formed
    formed = {**(set_off or {}), **formed}
    found = find_labels(plain, convention, formed)
    alone = formed and not (found.believed or set_off) and convention.labels.dialogue
    if alone and not (
        _exchange(formed, plain, convention).is_dialogue()
        and _are_people(formed, plain, convention)
    ):
        formed = {}
    return Labels(formed | found.believed, found.doubted, len(formed))


def _are_people(formed: Mapping[int, Label], plain: Sequence[str], convention: Convention) -> bool:
    """Whether half of the labels *formed* are those of people, if the convention wants them to be.

    "Verse", "Finance" and "London – " stand where names do in a song, in minutes and in news.
    """
    if not convention.labels.people:
        return True
    spans = {
        index: [span for span in (label.title, label.name) if span]
        for index, label in formed.items()
        if not (label.generic or label.collective)
    }
    cores = {plain[index][min(spans)[0] : max(spans)[1]] for index, spans in spans.items() if spans}
    said = [
        line[formed[index].end :] if index in formed else line for index, line in enumerate(plain)
    ]
    return are_caseless(cores) or PersonalLabels(said, convention).count(cores) * 2 >= len(cores)


def _exchange(
    formed: Mapping[int, Label], plain: Sequence[str], convention: Convention
) -> Exchange:
    """What the labels *formed* make of the text."""
    order = sorted(formed)
    spans = [formed[index].name or formed[index].title or (0, formed[index].end) for index in order]
    printed = (plain[index][slice(*span)] for index, span in zip(order, spans, strict=True))
    names = [name.lstrip(_NUMBER_OF_LINE) or name for name in printed]
    return Exchange(
        labels=names,
        said=[said_after(plain, index, formed[index].end) for index in order],
        words=Words(plain, convention),
        recurring=sum(count > 1 for count in Counter(map(speaker_key, names)).values()),
        order=names,
        questions=questions_in(plain, order),
        unlabelled=unlabelled_in(plain, order),
    )


def find_labels(
    lines: Sequence[str], convention: Convention, formed: Mapping[int, Label] | None = None
) -> Labels:
    """The labels among *lines*, which are plain; *formed* are those found by their form."""
    formed = formed or {}
    if not convention.labels.delimiter:
        return Labels({}, _unlike_forms(lines, convention, formed))
    candidates = _candidates(lines, convention, formed)
    evidence = Evidence(candidates, lines, convention)
    evidence.know((lines[index], label) for index, label in formed.items())
    found = {c.index: label for c in candidates if (label := evidence.judge(c)) is not None}
    evidence.learn((lines[index], label) for index, label in found.items())
    found |= {
        c.index: label
        for c in candidates
        if c.index not in found and (label := evidence.judge(c)) is not None
    }
    found |= {
        c.index: label
        for c in candidates
        if c.index in found and (label := evidence.known_together(c)) is not None
    }
    if convention.labels.recurs > 1:
        document = Document(lines, {c.index: c for c in candidates}, evidence)
        found = _of_dialogue(found, document, evidence, formed=bool(formed))
    if formed and convention.labels.recurs > 1:
        found = offices_of(candidates, evidence) | found
    if found and convention.labels.recurs > 1:
        found |= peers_of(found, candidates, lines, evidence)
        found |= unnamed_changes(found, lines)
        found |= between_turns(found, candidates, lines, evidence)
    found |= {
        c.index: evidence.with_office(c, found[c.index]) for c in candidates if c.index in found
    }
    found.update(without_delimiter(lines, found, convention))
    if found and convention.labels.recurs > 1:
        found |= numbered_labels(lines, found)
    doubted = {
        c.index
        for c in candidates
        if c.index not in found and not c.is_heading() and looks_like_label(c, evidence)
    }
    if found and convention.labels.recurs > 1:
        doubted |= {c.index for c in candidates if c.index not in found and may_speak(c, evidence)}
    return Labels(found, frozenset(doubted | on_two_lines(lines, found)))


def _candidates(
    lines: Sequence[str], convention: Convention, formed: Container[int], delimiter: str = ""
) -> list[Candidate]:
    """The candidates among *lines*, but for those *formed*."""
    delimiter = delimiter or convention.labels.delimiter
    return [
        candidate
        for index, text in enumerate(lines)
        if delimiter in text
        and index not in formed
        and (candidate := candidate_in(index, text, convention, delimiter)) is not None
    ]


def _unlike_forms(
    lines: Sequence[str], convention: Convention, formed: Mapping[int, Label]
) -> frozenset[int]:
    """The lines that look as if they had a label, which no form of *convention* covers.

    Where none has a colon, those alone that recur, in a dialogue.
    """
    colons = any(_COLON in form.print for form in convention.labels.forms)
    if not formed or not (colons or convention.labels.dialogue):
        return frozenset()
    candidates = _candidates(lines, convention, formed, _COLON)
    evidence = Evidence(candidates, lines, convention)
    evidence.learn((lines[index], label) for index, label in formed.items())
    return frozenset(
        c.index
        for c in candidates
        if looks_like_label(c, evidence)
        and (colons or evidence.times[c.core] > 1)
        and not (c.is_heading() or convention.heading_in(lines[c.index]))
    )


def _of_dialogue(
    found: dict[int, Label], document: Document, evidence: Evidence, *, formed: bool
) -> dict[int, Label]:
    """The labels of an unknown maker: *found* and those like them, if people speak in turn.

    With *formed* other labels show that they do.
    """
    form = front_form(document)
    found = {index: label for index, label in found.items() if index not in form}
    believed = found | {
        index: evidence.plainly(document.candidates[index])
        for index in document.roles(found) - form
    }
    named = {index for index, label in believed.items() if not label.generic}
    first = min(named, default=0)
    named -= naming(document, named)
    named -= unfronted(document, named) | closing(document, named)
    named -= silent(document, believed.keys())
    spoken = (i for i in believed if i >= first or document.is_spoken(i))
    believed = {i: believed[i] for i in spoken if i in named or believed[i].generic}
    alike = document.like(named) - form
    if not formed and not document.exchange(believed, alike).is_dialogue():
        return {}
    return believed | {index: evidence.plainly(document.candidates[index]) for index in alike}
