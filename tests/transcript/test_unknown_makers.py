"""Texts of makers without a convention: every label of a dialogue, and none where there is none.

In ``tests/data/dialogues`` each label stands in ⟦label|speaker⟧, without a speaker if it names
nobody.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import edition
from edition.transcript.model import Transcript
from edition.transcript.reader import read

DATA = Path(__file__).parent.parent / "data"
DIALOGUES = sorted((DATA / "dialogues").glob("*.txt"))
OTHERS = sorted((DATA / "no-dialogue").iterdir())
MARKED = re.compile("⟦([^|⟧]*)\\|([^⟧]*)⟧")


def transcript_of(path: Path) -> tuple[Transcript, dict[int, str]]:
    """The transcript at *path* without its marks, and who speaks from each labelled line on."""
    text = path.read_text(encoding="utf-8")
    marks = enumerate(map(MARKED.search, text.split("\n")), 1)
    said = {line: mark[2] for line, mark in marks if mark}
    return read(MARKED.sub(r"\1", text).encode(), path.name), said


def test_there_are_texts_of_both_kinds() -> None:
    assert len(DIALOGUES) >= 25
    assert len(OTHERS) >= 15


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_every_label_of_a_dialogue_is_found_and_nothing_else(path: Path) -> None:
    transcript, said = transcript_of(path)
    assert [turn.line for turn in transcript.turns] == list(said)


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_a_speaker_is_never_two_and_two_are_never_one(path: Path) -> None:
    transcript, said = transcript_of(path)
    pairs = {(said[turn.line], turn.speaker) for turn in transcript.turns if said[turn.line]}
    assert len({who for who, _ in pairs}) == len(pairs) == len({key for _, key in pairs})


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_where_nobody_speaks_no_speaker_is_invented(path: Path) -> None:
    transcript = read(path.read_bytes(), path.name)
    assert transcript.turns == ()
    assert "T021" in {found.code for found in transcript.diagnostics}
    assert b"<u " not in edition.encode(transcript)
