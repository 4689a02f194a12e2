"""From Transcript to TEI: :func:`encode`."""

from __future__ import annotations

import msgspec
from lxml.etree import _Element as Element

from edition.names.model import Naming
from edition.settings import RESERVED, Settings
from edition.tei.body import Body, certainty_of
from edition.tei.entries import Copy, add_entries, copying
from edition.tei.facts import Facts
from edition.tei.front import add_front
from edition.tei.header import add_header
from edition.tei.ids import Identifiers
from edition.tei.inline import element, free
from edition.tei.languages import state_languages
from edition.tei.marks import Marks
from edition.tei.mentions import Mentions
from edition.tei.reading import counts
from edition.tei.serialise import new_root, serialise
from edition.tei.statements import statements
from edition.tei.timeline import Timeline
from edition.transcript.model import Transcript


def encode(
    transcript: Transcript,
    settings: Settings | None = None,
    *,
    naming: Naming | None = None,
    copy: Copy = lambda _identifier: None,
    schemas: str | None = None,
    change_date: str | None = None,
) -> bytes:
    """The TEI file for *transcript*: the same bytes for the same values, whenever it runs.

    *settings* say what the text does not carry; *naming* what is named in it (speakers only by
    default), and *copy* gives the entry of a register by its identifier. *schemas* is the
    relative address of the folder that holds the schemas (none named by default); *change_date*
    is the ISO date of the encoding for ``revisionDesc`` (left out by default).
    """
    settings = settings or Settings()
    naming = naming or Naming()
    if naming.language:
        transcript = msgspec.structs.replace(transcript, language=naming.language)
    ids = Identifiers([*reserved(settings), *naming.register.entries])
    people = {
        speaker.key: naming.speakers.get(speaker.key) or ids.of_person(speaker.name)
        for speaker in transcript.speakers
    }
    facts = Facts(transcript, settings, people, change_date)
    timeline = Timeline(transcript)
    marks = Marks(Mentions(naming), timeline)
    root = new_root()
    text = element(root, "text")
    add_front(text, transcript, ids, marks)
    body = Body(transcript, people, ids, marks)
    body.add_to(text)
    taken = {*reserved(settings), *naming.register.entries, *people.values()}
    copy = copying(naming, copy, taken)
    stand_off = free("standOff")
    add_entries(stand_off, naming, copy)
    _doubts(stand_off, transcript, body)
    timeline.add_to(stand_off)
    if len(stand_off):
        root.append(stand_off)
    add_header(root, facts, counts(root), copy)
    state_languages(root, facts.language)
    return serialise(root, schemas)


def reserved(settings: Settings) -> list[str]:
    """The identifiers that no person or place can have: the header's own, and the editors'."""
    return [*RESERVED, *(editor.id for editor in settings.editors)]


def _doubts(stand_off: Element, transcript: Transcript, body: Body) -> None:
    """``certainty``, with the evidence, for what may be the words of somebody else."""
    words = statements()["texts"]
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    for lost in transcript.lost_labels:
        turn = transcript.turns[lost.turn]
        identifier = body.turns[lost.turn]
        evidence = words["lost_label"].format(
            speaker=names[turn.speaker or ""],
            line=turn.line,
            next_label=lost.next_label,
            where=lost.where,
        )
        target = f"#{identifier}"
        if lost.likely is not None:
            likely = body.paragraphs[lost.likely]
            target += f" #{likely}"
            evidence += " " + words["lost_label_likely"].format(id=likely, line=lost.likely)
        _doubt(stand_off, target, evidence)
    for line in transcript.doubted_labels:
        index = transcript.block_at(line).turn or 0
        target = f"#{body.turns[index]} #{body.paragraphs[line]}"
        _doubt(stand_off, target, words["doubted_label"].format(line=line))
    inferred: dict[tuple[str, str], list[str]] = {}
    for index, turn in enumerate(transcript.turns):
        if turn.inferred and turn.speaker is not None:
            inferred.setdefault((turn.inferred, turn.speaker), []).append(f"#{body.turns[index]}")
    for (why, key), targets in inferred.items():
        _doubt(stand_off, " ".join(targets), words[why].format(name=names[key]), cert="medium")
    for identifier, who in body.summaries.items():
        evidence = words[f"summarised_{who.evidence}"].format(name=names[who.speaker])
        _doubt(stand_off, f"#{identifier}", evidence, cert=certainty_of(who))


def _doubt(stand_off: Element, target: str, evidence: str, cert: str = "low") -> None:
    """A ``certainty``: whose speech *target* is, is not sure, for the reason *evidence*."""
    certainty = element(
        stand_off,
        "certainty",
        target=target,
        match="@who",
        locus="value",
        cert=cert,
        resp="#encoder",
    )
    element(certainty, "desc", evidence)
