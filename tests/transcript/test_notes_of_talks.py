"""Dates, lists of presence, timed and lower-case notes, remarks at the end of recorded talks."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.transcript.model import Block, Kind, Transcript
from edition.transcript.reader import read

TALK = (
    "The Slow River\n{date}\n\n[00:00:02] Nadia Okafor: Hello. Shall we begin?\n\n"
    "[00:00:09] Tom Hale: (laughs) It is raining (laughs at home).\n\n[00:01:10] [music]\n\n"
    "[00:01:15] Nadia Okafor: Where did you go?\n\n[00:01:29] Tom Hale: To the mill.\n"
)
MEETING = (
    "Town Council\n\nPRESENT: Mayor Lucille Odom\n\nABSENT: Council Member Pruitt\n\n"
    "MAYOR ODOM: Shall we begin?\n\nMR. KERR: Yes, please do.\n\nMAYOR ODOM: We vote.\n\n"
    "FOR: Brandt, Kerr\n\nABSENT: Pruitt\n\nMR. KERR: Thank you, all.\n"
)
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def talk(date: str) -> Transcript:
    return read(TALK.format(date=date).encode(), "talk.txt")


def block(transcript: Transcript, words: str) -> Block:
    return next(block for block in transcript.blocks if words in block.text)


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("Recorded 3 February 2022 in Bristol", "2022-02-03", "Bristol"),
        ("Lyon, le 1er juin 2018", "2018-06-01", "Lyon"),
        ("Recorded 3 February 2022", "2022-02-03", ""),
        ("Recorded 3 February 2022, Bristol", "2022-02-03", "Bristol"),
    ],
)
def test_a_date_in_words_is_the_date_of_the_talk(line: str, date: str, place: str) -> None:
    found = block(talk(line), line)
    assert found.kind is Kind.DATELINE
    assert found.dateline is not None
    assert found.dateline.date == date
    span = found.dateline.place_span
    assert (line[slice(*span)] if span else "") == place


def test_a_language_behind_a_date_is_no_place() -> None:
    found = block(talk("Recorded 3 February 2022 in English"), "Recorded")
    assert found.dateline is None or found.dateline.place_span is None


def test_a_list_of_presence_is_no_vote_and_those_absent_from_a_vote_are() -> None:
    transcript = read(MEETING.encode(), "council.txt")
    assert block(transcript, "ABSENT: Council Member").kind is Kind.LEAD
    assert [b.kind for b in transcript.blocks if b.text == "ABSENT: Pruitt"] == [Kind.STAGE]


def test_a_note_is_heard_at_the_time_before_it() -> None:
    transcript = talk("Recorded 3 February 2022")
    root = etree.fromstring(edition.encode(transcript))
    (music,) = root.iterfind(".//t:kinesic", TEI)
    assert music.findtext("t:desc", "", TEI) == "[music]"
    assert music.get("start") == "#ms70000"
    assert root.find(".//t:when[@interval='70']", TEI) is not None
    assert [fw.text for fw in root.iterfind(".//t:fw", TEI)] == ["[00:01:10]"]


def test_a_known_word_in_brackets_at_the_start_of_a_turn_is_an_event() -> None:
    said = block(talk("Recorded 3 February 2022"), "raining")
    notes = [said.text[span.start : span.end] for span in said.spans if span.kind == "event"]
    assert notes == ["(laughs)"]


def test_a_note_of_the_editors_behind_the_last_turn_is_no_speech() -> None:
    note = "Note : l'entretien a été relu par Mme Roux."
    text = (
        "Entretien\n\nAnne Roux : Et la guerre ?\n\nPaul Petit : J'étais trop petit.\n\n"
        f"Anne Roux : Note bien : je ne dirai rien.\n\nPaul Petit : Voilà.\n\n{note}\n"
    )
    transcript = read(text.encode(), "entretien.txt")
    assert block(transcript, note).kind is Kind.EDITORIAL
    assert block(transcript, "Note bien").kind is Kind.SPEECH
