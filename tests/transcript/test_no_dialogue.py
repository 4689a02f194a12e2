"""Texts in which nobody speaks, though something recurs before one sign: no speakers are made."""

from __future__ import annotations

import pytest

from edition.transcript.model import Transcript
from edition.transcript.reader import read

SAID = [
    "It was a good day, was it not?",
    "Nobody came before noon.",
    "The second was longer. Who would do it again?",
    "All agreed that it was.",
    "It rained in the evening, did it not?",
    "We read it again, and it was short.",
    "The third time it was clear.",
    "It is to be sent in May, or is it?",
    "It was sent in May.",
    "There was no answer before June.",
    "Is there anything else?",
    "There is nothing else to be told.",
]
NOBODY = {
    "a diary": ("{who} – {said}", ["12 May 2001", "13 May 2001"]),
    "a log": ("{who} | {said}", ["INFO", "WARN", "ERROR"]),
    "verses": ("{who} – {said}", ["Gen 1", "Gen 2"]),
    "shares": ("{who} | {said}", ["AAPL", "MSFT", "IBM"]),
    "things to do": ("[{who}] {said}", ["done", "open"]),
    "chess": ("{who} > {said}", ["White", "Black"]),
    "a song": ("{who}\n{said}", ["Verse", "Chorus"]),
    "products": ("{who}\n{said}", ["Red kettle", "Blue kettle"]),
    "a house": ("{who}\n{said}", ["Ground floor", "First floor", "Roof"]),
    "minutes": ("{who}\n{said}", ["Finance", "Planning", "Highways"]),
    "news": ("{who} – {said}", ["London", "Paris", "Berlin"]),
    "towns of two words": ("{who} – {said}", ["New York", "Los Angeles", "San Francisco"]),
    "matches": ("{who} | {said}", ["Arsenal", "Chelsea"]),
    "the week": ("{who}\n{said}", ["Monday", "Tuesday", "Wednesday"]),
    "rooms": ("{who} | {said}", ["Room 4", "Room 5"]),
    "bodies": ("{who} | {said}", ["Public Works", "Foreign Affairs", "General Services"]),
    "parts": ("{who}\n{said}", ["Early Life", "Later Life"]),
}


def text_of(form: str, labels: list[str]) -> str:
    """Entries under *labels* in turn."""
    entries = [form.format(who=labels[at % len(labels)], said=said) for at, said in enumerate(SAID)]
    return "A text\n\n" + "\n\n".join(entries) + "\n"


@pytest.mark.parametrize("what", NOBODY)
def test_no_speaker_is_invented(what: str) -> None:
    found = read(text_of(*NOBODY[what]).encode(), "x.txt")
    assert [speaker.name for speaker in found.speakers] == []


@pytest.mark.parametrize(
    "labels",
    [
        ["Ann Roe", "Tom Low"],
        ["Mr Okeke", "Mrs Ndiaye"],
        ["The Senate President", "Senator Ann Roe"],
        ["Participant 3", "Participant 4"],
    ],
    ids=" ".join,
)
def test_people_speak_where_their_names_or_titles_stand_so(labels: list[str]) -> None:
    found = read(text_of("{who} | {said}", labels).encode(), "x.txt")
    assert len(found.turns) == len(SAID)


def interview(*between: str) -> Transcript:
    """Anna Bell asks Tom Reed, and *between* stand lines of another print."""
    lines = [
        "Anna Bell: Good evening. How did it go?",
        "Tom Reed: We had some trouble in the night.",
        "Anna Bell: What did they say?",
        "Tom Reed: They said this.",
        *between,
        "Anna Bell: Who was there?",
        "Tom Reed: Nobody was there.",
    ]
    return read("\n\n".join(["An interview", *lines]).encode(), "x.txt")


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("{who} | {said}", ["INFO", "WARN"]),
        ("{who} | {said}", ["Ann Roe", "Ida Low"]),
        ("{who} – {said}", ["London", "Paris"]),
        ("{who}\n\n{said}", ["Verse", "Chorus"]),
    ],
)
def test_what_a_speaker_quotes_in_print_takes_nobodys_turns(form: str, labels: list[str]) -> None:
    quoted = [form.format(who=labels[at % 2], said=said) for at, said in enumerate(SAID)]
    found = interview(*quoted)
    assert [speaker.name for speaker in found.speakers] == ["Anna Bell", "Tom Reed"]
    assert len(found.turns) == 6


def test_labels_of_another_print_that_recur_are_told() -> None:
    labels = ["Ann Roe", "Ida Low"]
    quoted = [f"{labels[at % 2]} – {said}" for at, said in enumerate(SAID)]
    found = interview(*quoted)
    doubted = [one.line for one in found.diagnostics if one.code == "T025"]
    named = {speaker.name for speaker in found.speakers}
    assert named == {"Anna Bell", "Tom Reed"} or len(doubted) == len(labels)
