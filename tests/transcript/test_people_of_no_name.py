"""Labels of people whose names are not told, and lines that only look like labels."""

from __future__ import annotations

import pytest

from edition.transcript.model import Kind, Transcript
from edition.transcript.reader import read

TALK = """A talk about the sea

Anna Bell: Good evening.

Tom Muir: Good evening.

Anna Bell: What do you say?

Tom Muir: Nothing.

{}

Tom Muir: She wrote by hand.

Anna Bell: Thanks. And now?

Tom Muir: Now we go.
"""


def talk(*lines: str) -> Transcript:
    return read(TALK.format("\n\nAnna Bell: Yes.\n\n".join(lines)).encode(), "talk.txt")


def told(transcript: Transcript, code: str = "T025") -> list[int]:
    return [one.line for one in transcript.diagnostics if one.code == code]


def label_at(transcript: Transcript, line: int) -> str:
    label = next(block.label for block in transcript.blocks if block.line == line)
    return "" if label is None else "many" if label.collective else "nobody" * label.generic


@pytest.mark.parametrize(
    "label",
    [
        "From the floor",
        "A voice from the back",
        "Another voice",
        "Man in the audience",
        "Question from the floor",
        "Someone",
        "Delegate from Peru",
        "Une voix dans la salle",
        "Eine Stimme aus dem Saal",
        "Una voz del público",
        "Uit de zaal",
    ],
)
def test_people_of_no_name_are_unknown(label: str) -> None:
    found = talk(f"{label}: And the ships?", f"{label}: Which ones?")
    assert (label_at(found, 11), label_at(found, 15)) == ("nobody", "nobody")
    assert [one.name for one in found.speakers] == ["Anna Bell", "Tom Muir"]


@pytest.mark.parametrize(
    "label",
    [
        *("The audience", "The crowd", "Shouts from the back", "Das Publikum", "La salle"),
        *(
            "SEVERAL COUNCILLORS",
            "Councillors",
            "A number of delegates",
            "Several hon. councillors",
        ),
    ],
)
def test_a_crowd_is_many_people(label: str) -> None:
    assert label_at(talk(f"{label}: And the ships?"), 11) == "many"


def test_a_sentence_about_a_crowd_is_no_label() -> None:
    assert label_at(talk("The public: that is what we are for."), 11) == ""


def test_frage_in_capitals_names_nobody() -> None:
    text = (
        "BRINKMANN: Da war der Bunker.\n\nFRAGE: Was sagte die Gewerkschaft?\n\n"
        "FRAU BRINKMANN: Und ich habe Suppe gekocht.\n\nBRINKMANN: Dreihundert, Else.\n"
    )
    assert label_at(read(text.encode(), "x.txt"), 3) == "nobody"


@pytest.mark.parametrize("line", ["Seconded: Anna Bell", "Votes: 3 to 1", "Moved: Tom Muir"])
def test_what_minutes_say_of_a_vote_is_no_speaker(line: str) -> None:
    found = talk(line)
    assert [one.name for one in found.speakers] == ["Anna Bell", "Tom Muir"]
    assert told(found) == [11]


@pytest.mark.parametrize("label", ["Tom's wife", "Woman in red", "The delegate of Peru"])
def test_a_line_that_tells_of_somebody_as_labels_do_is_told(label: str) -> None:
    assert told(talk(f"{label}: And the ships?")) == [11]


def test_words_that_recur_before_a_colon_are_told() -> None:
    transcript = talk("Number one of all: Ships.", "Number one of all: Boats.")
    assert told(transcript) == [11]
    (finding,) = (one for one in transcript.diagnostics if one.code == "T025")
    assert "begin alike: 1" in finding.message


@pytest.mark.parametrize(
    "line",
    [
        "You had an outstanding ancestor: He wrote.",
        "The reason is simple: Nobody knew.",
        "Two questions: Who came, and when?",
        "Public transport: They have none.",
    ],
)
def test_a_sentence_with_a_colon_is_not_told(line: str) -> None:
    assert told(talk(line)) == []


def test_a_bracket_on_two_lines_is_one_note() -> None:
    found = talk("(The Chairman left the\nroom at nine.)")
    note = next(block for block in found.blocks if block.line == 11)
    assert (note.kind, note.text) == (Kind.STAGE, "(The Chairman left the\nroom at nine.)")
    assert told(found, "T024") == [11]


def test_a_bracket_that_is_not_closed_stays_in_lines() -> None:
    found = talk("(The Chairman left the\nroom at nine.\n\nTom Muir: Yes.)")
    assert [block.text for block in found.blocks if block.line == 12] == ["room at nine."]


@pytest.mark.parametrize("sign", ["[redacted]", "[name withheld]", "[?]", "[blip 00:12:03]"])
def test_a_bracket_of_unknown_kind_in_speech_is_told_once(sign: str) -> None:
    found = talk(f"Anna Bell: He met {sign} there, and {sign} said it.")
    assert told(found, "T059") == [11]


@pytest.mark.parametrize("text", ["[T]hey came", "[laughs] They came", "They came [1]"])
def test_a_letter_a_known_note_or_a_number_in_brackets_is_not_told(text: str) -> None:
    assert told(talk(f"Anna Bell: {text}."), "T059") == []
