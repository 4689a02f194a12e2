"""What is no speech in minutes, and who chairs."""

from __future__ import annotations

import pytest

from edition.transcript.model import Kind
from edition.transcript.reader import read

MINUTES = (
    "Minutes of the Club\n\nMrs Pike ({office}): Good morning.\n\nMr Lee: Good morning.\n\n"
    "Mrs Pike: Let us vote.\n\n{line}\n\nMr Lee: Ah.\n\n{office}: Order.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "The motion was carried by 4 votes to 1, Mr Lee dissenting.",
        "The motion was put to the vote and lost.",
        "The amendment, as amended, was agreed to.",
        "All the resolutions were carried unanimously.",
        "A show of hands was taken.",
        "The meeting was suspended at 11.15 and resumed at 11.40.",
        "The public hearing adjourned until 2 May.",
        "The meeting closed at 12.05.",
        "Question put and passed. Bill read a second time.",
    ],
)
def test_what_minutes_tell_is_no_speech(line: str) -> None:
    transcript = read(MINUTES.format(office="Chair", line=line).encode(), "club.txt")
    assert [b.kind for b in transcript.blocks if b.text == line] == [Kind.STAGE]


@pytest.mark.parametrize(
    "line",
    [
        "The motion was carried by 4 votes to 1, and I was glad.",
        "The motion was carried home by a horse.",
        "The meeting was adjourned at five, and she went home.",
        "The meeting was long.",
        "The motion was carried unanimously. The meeting was long.",
        "The committee rose to its feet.",
    ],
)
def test_what_somebody_tells_is_speech(line: str) -> None:
    transcript = read(MINUTES.format(office="Chair", line=line).encode(), "club.txt")
    assert [b.kind for b in transcript.blocks if b.text == line] == [Kind.SPEECH]


@pytest.mark.parametrize("office", ["Chair", "Chairman"])
def test_an_office_behind_the_name_is_whoever_bears_it(office: str) -> None:
    transcript = read(MINUTES.format(office=office, line="So.").encode(), "club.txt")
    pike, lee = transcript.speakers
    assert (pike.name, pike.titles, pike.chairs) == ("Mrs Pike", (office,), True)
    assert (lee.titles, lee.chairs) == ((), False)
    assert transcript.turns[-1].speaker == pike.key


def test_a_remark_behind_the_name_is_no_office() -> None:
    transcript = read(MINUTES.format(office="reading", line="So.").encode(), "club.txt")
    assert transcript.speakers[0].titles == ()


MOTIONS = [
    "Moved by Mr Lee\nSeconded by Mrs Pike\n\nTHAT the club buy a boat; and\nTHAT it be blue.",
    "MOVED BY: Mr Lee\nSECONDED BY: Mrs Pike\nThat the club buy a boat.",
    "Moved by Mr Lee, seconded by Mrs Pike, that the club buy a boat.",
    "WHEREAS the old boat is rotten;\nBE IT RESOLVED THAT the club buy a boat.",
    "Recorded vote\nFor: Lee, Pike and Orr\nAgainst: None\nCARRIED (3 to 0)",
    "A party vote was called for on the question.\nAyes 65\nLabour 51; Green 14.",
]


@pytest.mark.parametrize("motion", MOTIONS)
def test_a_motion_and_its_vote_are_no_speech(motion: str) -> None:
    transcript = read(MINUTES.format(office="Chair", line=motion).encode(), "club.txt")
    kinds = {block.kind for block in transcript.blocks if block.text and block.text in motion}
    assert kinds == {Kind.STAGE}
    assert len(transcript.turns) == 5


@pytest.mark.parametrize(
    "line",
    [
        "Moved by the music, I wept.",
        "That the club is poor is known.",
        "Seconded. I agree with him.",
        "Labour 51; Green 14.",
        "Against: Yes.",
    ],
)
def test_what_only_begins_as_a_motion_does_is_speech(line: str) -> None:
    transcript = read(MINUTES.format(office="Chair", line=line).encode(), "club.txt")
    assert [block.kind for block in transcript.blocks if block.text == line] == [Kind.SPEECH]


def test_a_constituency_behind_a_polite_name_is_nobody() -> None:
    data = b"Dr. MALONEY (Melbourne East): So.\n\nMr. LEE (Port Albert): No.\n\nDr. MALONEY: Yes.\n"
    speakers = read(data, "house.txt", "generic").speakers
    assert [it.name for it in speakers] == ["Dr. MALONEY", "Mr. LEE"]
