"""What nobody could hear, and sounds between turns: told by their words, and not speech."""

from __future__ import annotations

import pytest

import edition
from edition import read
from edition.transcript.model import Event, Kind


def _talk(said: str) -> bytes:
    return f"Ann Roe: Is it?\n\nBob Low: {said}\n\nAnn Roe: Why?\n\nBob Low: No.\n".encode()


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("de", "(unverständlicherweise)"),
        ("de", "(unverständlich für uns alle)"),
        ("en", "(unclear even to his own party)"),
        ("en", "(the question is unclear in many places)"),
        ("en", "(Unclear language)"),
        ("en", "(mostly unclear)"),
        ("en", "(response inaudible to most of us)"),
        ("es", "(en gran parte ininteligible para el lector)"),
        ("fr", "(une musique inaudible pour nous)"),
        ("it", "(cose incomprensibili per tutti)"),
        ("ru", "(не слышно было ни слова)"),
    ],
)
def test_words_that_somebody_says_of_the_unheard_are_no_gap(language: str, printed: str) -> None:
    said = _talk(f"It was an answer {printed} and he left.")
    for convention in ("generic", *_PRINTED_IN.get(language, ())):
        assert not any(block.spans for block in read(said, "x.txt", convention).blocks), convention


_PRINTED_IN = {
    "de": ["bundestag"],
    "en": ["press-briefing"],
    "es": ["european-parliament-es"],
    "fr": ["assemblee-nationale"],
    "it": ["european-parliament-it"],
    "ru": ["kremlin", "state-duma"],
}


@pytest.mark.parametrize(
    "printed",
    [
        "(unverständlich)",
        "(Wort unverständlich)",
        "[akustisch nicht zu verstehen]",
        "(unclear)",
        "(name unclear)",
        "[two words inaudible]",
        "[inaudible at 0:23]",
        "[inaudible - 00:23-00:25]",
        "(Remarks unclear.)",
        "[mots inaudibles]",
        "(palabras ininteligibles)",
        "(parola incomprensibile)",
        "[niezrozumiałe 00:03]",
        "(нрзб.)",
        "(не слышно)",
        "[ohörbart]",
    ],
)
def test_the_sign_of_the_unheard_is_a_gap_and_not_told(printed: str) -> None:
    transcript = read(_talk(f"We met {printed} again."), "x.txt", "generic")
    (span,) = next(block.spans for block in transcript.blocks if block.spans)
    assert span.event == Event("gap", "inaudible")
    assert not {"T024", "T058"} & {found.code for found in transcript.diagnostics}


@pytest.mark.parametrize(
    "printed",
    [
        "[inaudible response]",
        "(Inaudible response)",
        "[mostly unclear]",
        "[Inaudible due to noise]",
    ],
)
def test_more_than_the_sign_of_the_unheard_is_told(printed: str) -> None:
    transcript = read(_talk(f"We met {printed} again."), "x.txt")
    (told,) = [found for found in transcript.diagnostics if found.code == "T058"]
    assert (told.line, told.excerpt) == (3, printed)
    gap = f'reason="inaudible" resp="#encoder" cert="medium"><desc>{printed}</desc></gap>'
    assert gap in edition.encode(transcript).decode()


def test_a_paragraph_that_is_more_than_the_sign_of_the_unheard_is_told() -> None:
    transcript = read(_talk("Yes.\n\n[inaudible response]\n\nSo."), "x.txt")
    (block,) = transcript.of_kind(Kind.STAGE)
    assert (block.event, block.inferred) == (Event("gap", "inaudible"), True)
    assert "T048" in {found.code for found in transcript.diagnostics}


_CREW = """The harbour

DIRECTOR: Is everybody ready for the third take?

SOUND: We need a minute, there is a plane over the house.

CAMERA: We are ready, and the light is going.

SOUND: Rolling

CAMERA: It is good now, so please hurry.

SOUND: The plane is gone, we can go on.

MUSIC: Do you want the strings?

DIRECTOR: Later than we had them.

MUSIC: That is what I thought.
"""


def test_people_called_sound_and_music_speak() -> None:
    transcript = read(_CREW.encode(), "x.txt")
    assert not transcript.of_kind(Kind.STAGE)
    names = {speaker.key: speaker.name for speaker in transcript.speakers}
    spoken = [names[turn.speaker or ""] for turn in transcript.turns]
    assert spoken == [line.partition(":")[0] for line in _CREW.split("\n")[2::2]]


def test_one_sentence_behind_sound_is_no_event() -> None:
    text = _talk("It was hard.\n\nSOUND: we never had the right people for it.")
    assert not read(text, "x.txt").of_kind(Kind.STAGE)


@pytest.mark.parametrize(
    "cue",
    [
        "SOUND: FOOTSTEPS",
        "MUSIC: fade under",
        "SOUND: IT IS RAINING. A DOOR",
        "SFX: It is raining.",
    ],
)
def test_a_cue_of_a_radio_play_is_an_event_and_told(cue: str) -> None:
    text = _talk(f"Who is it?\n\n{cue}\n\nIs it you?")
    transcript = read(text, "x.txt")
    (block,) = transcript.of_kind(Kind.STAGE)
    assert (block.text, block.event) == (cue, Event("incident", "sound"))
    assert "T048" in {found.code for found in transcript.diagnostics}


def test_one_cue_with_a_sentence_does_not_make_a_speaker_of_sound() -> None:
    said = "Is it?\n\nSOUND: FOOTSTEPS\n\nBob Low: No.\n\nSOUND: A DOOR\n\nAnn Roe: "
    text = f"Ann Roe: {said}{said}{said}{said}So.\n\nSOUND: We hear a dog.\n\nBob Low: Yes.\n"
    transcript = read(text.encode(), "x.txt")
    assert len(transcript.of_kind(Kind.STAGE)) == 8
