"""Cues become paragraphs, voices and names before a colon become labels, times stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.diagnostic import EditionError
from edition.transcript.decode import Decoded, decode
from edition.transcript.model import Kind
from edition.transcript.reader import read

DATA = Path(__file__).parent.parent.parent / "data"
CALL = (DATA / "call.vtt").read_text(encoding="utf-8")


def vtt(*cues: str) -> Decoded:
    """Cues of a second each, one after the other."""
    timed = (f"00:{i:02}.000 --> 00:{i + 1:02}.000\n{cue}\n\n" for i, cue in enumerate(cues))
    return decode(f"WEBVTT\n\n{''.join(timed)}".encode(), "meeting.vtt")


def test_names_and_voices_are_labels_alike() -> None:
    voices = CALL
    for name in ("Anna Weld", "Tom Burke", "Lee Okafor"):
        voices = voices.replace(f"{name}: ", f"<v {name}>")
    named, voiced = (decode(text.encode(), "call.vtt") for text in (CALL, voices))
    assert named.lines == voiced.lines
    transcript = read(voices.encode(), "call.vtt")
    speakers = [turn.speaker for turn in transcript.turns]
    assert len(speakers) == 5
    assert len(set(speakers)) == 3
    assert transcript.times[4][0].seconds == 12.3


@pytest.mark.parametrize(
    ("cues", "lines"),
    [
        (["one", "two"], ["one two"]),
        (["one", "- two\n- three"], ["one", "- two", "- three"]),
        (["one", ">> two"], ["one", ">> two"]),
        (["one", "[Applause]", "two"], ["one", "[Applause]", "two"]),
        (["<v A>one", "<v A>two", "<v B>three"], ["A: one two", "B: three"]),
        (["<v A>one <v B>two"], ["A: one ", "B: two"]),
        (["<v A>one", "[Applause]", "<v A>two"], ["A: one", "[Applause]", "two"]),
        (["a &lt; b <unknown> c<c.red>d</c>"], ["a < b <unknown> cd"]),
        (["", "one"], ["one"]),
    ],
)
def test_paragraphs(cues: list[str], lines: list[str]) -> None:
    assert list(vtt(*cues).lines) == lines


def test_silence_begins_a_paragraph() -> None:
    srt = "1\n00:00:00,000 --> 00:00:01,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n"
    assert decode(srt.encode(), "x").lines == ("one", "two")


def test_after_a_minute_the_next_sentence_begins_a_paragraph() -> None:
    lines = vtt(*["word"] * 58, "end.", "not yet.", "now.", "begin.").lines
    assert [line.split(" ")[-1] for line in lines] == ["yet.", "begin."]


def test_a_cue_without_voice_among_voices_is_told() -> None:
    decoded = vtt("<v A>one", "two", "<v A>three", "[Applause]")
    assert decoded.lines == ("A: one", "two", "A: three", "[Applause]")
    (finding,) = decoded.diagnostics
    assert finding.code == "T051"
    assert "00:01.000" in finding.message


@pytest.mark.parametrize(
    ("name", "data"), [("x.vtt", b"WEBVTT\n\nNOTE nothing\n"), ("x.srt", b"no cues\n")]
)
def test_a_file_without_cues_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(EditionError) as caught:
        decode(data, name)
    assert caught.value.finding.code == "T050"


@pytest.mark.parametrize(
    "timing", ["00:0O:03.000 -> 00:04", "00:03.000 -->", "00.03 --> 00.04", "nonsense --> 00:99"]
)
@pytest.mark.parametrize("head", ["WEBVTT\n\n", ""])
def test_a_cue_whose_times_are_damaged_keeps_its_words_and_is_told(head: str, timing: str) -> None:
    first, last = "1\n00:01.000 --> 00:02.000\none", "3\n00:05.000 --> 00:06.000\nx\n"
    text = f"{head}{first}\n\n2\n{timing}\ntwo\n\n{last}"
    decoded = decode(text.encode(), "x.vtt" if head else "x.srt")
    assert "one two" in decoded.lines
    assert timing in {decoded.lines[index] for index in decoded.furniture}
    (finding,) = decoded.diagnostics
    assert (finding.code, timing in finding.message) == ("T055", True)


@pytest.mark.parametrize("head", ["WEBVTT\n\n", ""])
def test_a_cue_that_ends_before_it_begins_has_no_end_and_is_told(head: str) -> None:
    text = f"{head}1\n00:12.000 --> 00:11.000\none\n\n2\n00:12.000 --> 00:13.000\ntwo\n"
    decoded = decode(text.encode(), "x.vtt" if head else "x.srt")
    (times,) = decoded.times.values()
    assert [(time.seconds, time.ends) for time in times] == [(12, False), (12, False), (13, True)]
    (finding,) = decoded.diagnostics
    assert (finding.code, "00:12.000" in finding.message) == ("T056", True)


def test_an_arrow_between_figures_is_spoken() -> None:
    decoded = decode(b"1\n00:00:01,000 --> 00:00:02,000\nwe went from\n1 -> 10\n", "x.srt")
    assert "we went from 1 -> 10" in decoded.lines


def test_an_arrow_in_what_is_said_is_no_damage() -> None:
    assert vtt("from 1 -> to 2\n--> go").lines == ("from 1 -> to 2 --> go",)


@pytest.mark.parametrize("sung", ["♪ music ♪", "♪♪", "♪ Row, row, row your boat ♪"])
def test_what_stands_between_notes_of_music_is_said_by_nobody(sung: str) -> None:
    cues = ["ANNA: Good evening.", sung, "ANNA: It was a song.", "BEN: So it was.", "BEN: ♪ La ♪"]
    timed = (f"00:0{i}:00.000 --> 00:0{i}:01.000\n{cue}\n" for i, cue in enumerate(cues))
    found = read("\n".join(["WEBVTT\n", *timed]).encode(), "c.vtt")
    assert [block.text for block in found.of_kind(Kind.STAGE)] == [sung]


def test_words_outside_of_cues_are_told() -> None:
    head = "WEBVTT - talk\nKind: captions\n\nNOTE made by hand\n\nSTYLE\n::cue {}\n\n"
    cue = "1\n00:01.000 --> 00:02.000\none"
    decoded = decode(f"{head}{cue}\n\nlost words\n\n{cue}\n".encode(), "x.vtt")
    (finding,) = decoded.diagnostics
    assert (finding.code, "lost words" in finding.message) == ("T065", True)
    assert not decode(f"{head}{cue}\n".encode(), "x.vtt").diagnostics
