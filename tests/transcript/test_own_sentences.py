"""Sentences of speakers that begin as what a record tells between speeches does."""

from __future__ import annotations

import pytest

import edition
from edition.transcript.convention_files import Conventions, parse_convention
from edition.transcript.furniture import furniture_in
from edition.transcript.model import Kind, Label, Transcript
from edition.transcript.notes import OTHER
from edition.transcript.reader import read

OWN = {
    "en": [
        "The Committee concluded that 40 per cent of the schools had no library.",
        "Parliament ended the slave trade in 1807.",
        "Parliament was closed on 5 May 1640.",
        "Parliament was divided.",
        "The Court ended in 1971 with the new law on courts.",
        "The House rose 10 feet above the street.",
        "The meeting was adjourned at 5 because the strike began.",
        "The meeting ended.",
        "The session was suspended for as long as it took.",
        "Council resumed work in 1946.",
        "On resuming work I was ill.",
        "Bill passed away in 1999.",
        "Bill passed.",
        "Bill carried the letter to the post office.",
        "Bill read law at Oxford.",
        "Bill was put in prison in the spring.",
        "Order carried the day.",
        "Motion lost me my job.",
        "Question put that way, nobody agreed.",
        "Clause 28 was passed by the Commons in 1988 and we marched.",
        "The resolution was adopted by the Security Council in a night.",
        "A proposal was rejected.",
        "The ballot was held in secret in 1990.",
        "The vote was taken from her.",
        "Members of it interjected all day.",
        "Majority rule came in 1994.",
        "Transcribed by my sister, it was lost again.",
        "This transcript was edited by the Chair before we saw it.",
        "End of story.",
    ],
    "es": [
        "Era la mejor escuela de la provincia.",
        "Eran las diez de la noche cuando llegó la guerra.",
        "Eran las diez de la noche.",
        "Eran las once y llovía.",
        "Se levanta la sesión a las diez si nadie habla.",
        "Se abre la sesión a las puertas del pueblo.",
        "Efectuada la votación, nos fuimos a casa.",
    ],
    "fr": [
        "La séance est levée à dix heures hier.",
        "La séance est ouverte à tous.",
        "La réunion est reprise à la demande du maire.",
    ],
    "de": [
        "Die Sitzung wurde unterbrochen, weil ein Kind weinte.",
        "Ende Mai 1945 kam um 10 Uhr ein Brief.",
        "Schluss war erst um 22 Uhr.",
    ],
    "nl": [
        "Sluiting van de school kwam om 12 uur.",
        "De vergadering wordt om 9 uur door de burgemeester geopend.",
    ],
    "it": [
        "La seduta comincia quando arrivano le 9.",
        "La seduta è sospesa dal 1922 e nessuno parla.",
    ],
}
TALK = "Talk\n\n5 May 2019, Leeds\n\n{talk}Bob Low: Yes.\n\n{line}\n\n{more}Ann Roe: Good.\n"
QUESTIONS = "Ann Roe: What was it?\n\nBob Low: It was long ago.\n\n" * 3


def talk(line: str, more: str = "") -> Transcript:
    return read(TALK.format(talk=QUESTIONS, line=line, more=more).encode(), "talk.txt")


@pytest.mark.parametrize("line", [line for lines in OWN.values() for line in lines])
@pytest.mark.parametrize("more", ["", "I was there.\n\n"])
def test_somebodys_own_sentence_is_speech(line: str, more: str) -> None:
    transcript = talk(line, more)
    assert line in [block.text for block in transcript.of_kind(Kind.SPEECH)]
    assert "T048" not in {found.code for found in transcript.diagnostics}


@pytest.mark.parametrize(
    "line",
    [
        "The House divided.",
        "The meeting rose at ten o’clock.",
        "La séance est levée à dix heures.",
        "Se levanta la sesión a las diez.",
        "La seduta termina alle 11.",
    ],
)
def test_what_a_record_tells_is_a_sentence_where_the_turn_goes_on(line: str) -> None:
    assert line in [block.text for block in talk(line, "Then we sang.\n\n").of_kind(Kind.SPEECH)]


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("The House rose at 10 p.m.", '<incident xml:id="e1" type="break" '),
        ("Transcribed by Tom Hill", '<note type="editorial" '),
    ],
)
def test_what_is_taken_out_of_a_turn_for_its_words_is_told(line: str, made: str) -> None:
    transcript = talk(line)
    told = [found.line for found in transcript.diagnostics if found.code == "T048"]
    assert told == [transcript.blocks[18].line]
    assert transcript.blocks[18].text == line
    encoded = edition.encode(transcript).decode()
    assert f'{made}cert="medium" resp="#encoder"' in encoded


def test_a_line_that_ends_a_record_is_none_before_other_turns() -> None:
    line = "Eran las diez de la noche."
    end = TALK.format(talk=QUESTIONS, line="No.", more="") + f"\n{line}\n"
    assert [b.text for b in read(end.encode(), "talk.txt").of_kind(Kind.STAGE)] == [line]
    assert talk(line).of_kind(Kind.STAGE) == ()


TIMES = ["10.30 a.m.", "12 noon", "14:30", "Page 12"]


@pytest.mark.parametrize("line", TIMES)
@pytest.mark.parametrize("more", ["", "Then we went home.\n\n"])
def test_one_time_in_a_turn_is_what_somebody_says(line: str, more: str) -> None:
    assert line in [block.text for block in talk(line, more).of_kind(Kind.SPEECH)]


def own_line(answers: list[str]) -> Transcript:
    asked = "Ann Roe\n\nWhen was it, and was that late?\n\nBob Low\n\n"
    turns = "".join(f"{asked}{answer}\n\n" for answer in answers)
    return read(f"Talk\n\n5 May 2019, Leeds\n\n{turns}Ann Roe\n\nGood.\n".encode(), "talk.txt")


def test_a_time_may_be_an_answer() -> None:
    transcript = own_line([*TIMES, "It was late."])
    assert transcript.of_kind(Kind.FURNITURE) == ()
    spoken = [block.text for block in transcript.of_kind(Kind.SPEECH)]
    assert [line for line in spoken if line in TIMES] == TIMES


@pytest.mark.parametrize(("stamped", "kinds"), [(2, 2), (1, 0)])
def test_times_below_half_of_the_labels_are_those_of_the_recording(
    stamped: int, kinds: int
) -> None:
    lines = ["Ann Roe", "0:10", "Is it?", "Bob Low", "0:15", "Yes.", "Ann Roe", "So.", "Bob", "No."]
    if stamped == 1:
        lines[4] = "Oh."
    labels = {i: Label(len(lines[i]), None, None) for i in (0, 3, 6, 8)}
    found = furniture_in(lines, labels, Conventions().load("own-line"))
    assert list(found.values()) == ["timeStamp"] * kinds


def test_a_time_that_ends_a_wrapped_paragraph_is_said() -> None:
    line = "It was a long way, and we did not go home before the next day, at\n10 a.m.\n\n"
    asked = (
        "Ann Roe: When did you go home, and was it not too late for all of you then,\nor late?\n\n"
    )
    others = f"{asked}Bob Low: {line}".replace("10 a.m.", "noon, or so.") * 8
    transcript = read(f"Talk\n\n{others}{asked}Bob Low: {line}".encode(), "talk.txt")
    assert transcript.of_kind(Kind.FURNITURE) == ()
    assert not any(block.spans for block in transcript.blocks)


CONVENTION = b"""
name = "own"
title = "Own"
language = "en"
{}
[labels]
delimiter = ":"
"""


@pytest.mark.parametrize(
    ("table", "line", "kind"),
    [
        ("narration", "The House divided.", Kind.STAGE),
        ("furniture", "12.30 p.m.\n\nAnn Roe: Yes.\n\n12.40 p.m.", Kind.FURNITURE),
        ("events", "(Applause.)", Kind.STAGE),
    ],
)
def test_a_convention_may_do_without_what_its_language_has(
    table: str, line: str, kind: Kind
) -> None:
    source = TALK.format(talk=QUESTIONS, line=line, more="").encode()
    for stated in ("", f"{table} = []"):
        own = parse_convention(CONVENTION.replace(b"{}", stated.encode()), "own.toml")
        made = read(source, "talk.txt", "own", conventions=Conventions({"own": own}))
        events = {block.event for block in made.of_kind(kind)} - {OTHER}
        assert bool(events) == (not stated)
