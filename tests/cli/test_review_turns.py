"""``edition review`` of turns: whose speech the program doubts, and what a scholar decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import edition
from edition.cli import main
from edition.diagnostic import Severity
from tests.reviewed import SETTINGS, review

TEXT = """\
Meeting

March 4, 2016, Moscow

Ivan Petrov: Hello to Mr Ivan Sidorov.

Anna Petrova: Good day.

Ivan Petrov: We met them there.

May I ask where they went?

They went home.

Ivan Petrov: That is right.
"""
THIRD = '<u xml:id="u3" who="#IvanPetrov" ana="#guest" {}>'
DOUBTED, DECIDED = 'cert="low" resp="#encoder"', 'cert="high" resp="#jd"'


def encoded() -> Result:
    arguments = ["--plain", "encode", "source/meeting.txt", "--convention", "kremlin"]
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("source").mkdir()
    Path("source/edition.toml").write_text(SETTINGS, encoding="utf-8")
    Path("source/meeting.txt").write_text(TEXT, encoding="utf-8")
    assert encoded().exit_code == 0
    return Path("source/meeting.xml")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.cli.review.is_at_terminal", lambda: True)


def decided(meeting: Path, *arguments: str) -> str:
    """The file after a decision, which is sound, and stays when the transcript is encoded again."""
    result = review(*arguments)
    assert result.exit_code == 0, result.output
    text = meeting.read_text(encoding="utf-8")
    found = edition.check(edition.parse(text.encode(), "meeting.xml"), source=TEXT.encode())
    assert [f for f in found if f.severity is not Severity.NOTE] == []
    Path("source/meeting.txt").write_text(TEXT.replace("home", "away"), encoding="utf-8")
    assert encoded().exit_code == 0
    again = meeting.read_text(encoding="utf-8")
    assert again.partition("<text>")[2] == text.replace("home", "away").partition("<text>")[2]
    assert not [doubt for doubt in turns() if doubt["what"] == "turn"]
    return text


def turns() -> list[dict[str, object]]:
    doubts: list[dict[str, object]] = json.loads(review("--format", "json").stdout)
    return [doubt for doubt in doubts if doubt["what"] == "turn"]


def test_a_turn_that_may_have_lost_a_label_is_listed(meeting: Path) -> None:
    (doubt,) = turns()
    assert (doubt["key"], doubt["ref"], doubt["cert"]) == ("meeting:u3", "IvanPetrov", "low")
    assert doubt["choices"] == ["AnnaPetrova"]
    assert doubt["cut"] == "p4"
    assert [paragraph[0] for paragraph in doubt["paragraphs"]] == ["p4", "p5"]  # type: ignore[attr-defined]
    assert "is labelled in line 9 of the source and again in line 15" in str(doubt["why"])
    told = review("--list").stdout
    assert told == review().stdout
    assert "meeting:u3  “IvanPetrov” (who speaks, low)" in told
    assert "We met them there. >>May I ask where they went?<<" in told
    assert "another may begin at: p4 “May I ask where they went?”" in told


def test_a_speaker_that_is_right(meeting: Path) -> None:
    text = decided(meeting, "--right", "u3")
    assert THIRD.format(DECIDED) in text
    assert f'match="@who" locus="value" {DECIDED}>' in text


def test_another_speaker_leaves_the_label_of_nobody(meeting: Path) -> None:
    text = decided(meeting, "--is", "meeting:u3", "AnnaPetrova")
    assert f'<u xml:id="u3" who="#AnnaPetrova" ana="#guest" {DECIDED}>' in text
    assert text.count("<persName>Ivan Petrov</persName>:</note>") == 1


def test_who_was_only_named_is_a_participant_then(meeting: Path) -> None:
    text = decided(meeting, "--cut", "u3", "IvanSidorov")
    assert '<u xml:id="u3a" who="#IvanSidorov" ana="#unlabelled"' in text
    participants = text.partition("<particDesc>")[2].partition("</particDesc>")[0]
    assert '<person xml:id="IvanSidorov" cert="low" resp="#encoder" role="speaker">' in participants
    assert text.count('xml:id="IvanSidorov"') == 1


@pytest.mark.parametrize("key", ["u3", "p4"])
def test_a_turn_is_cut_and_goes_on_behind(meeting: Path, key: str) -> None:
    text = decided(meeting, "--cut", key, "AnnaPetrova", "--cut", "p5", "IvanPetrov")
    lines = [line.strip() for line in text.splitlines()]
    start = lines.index(THIRD.format(DECIDED))
    assert lines[start + 1 : start + 10] == [
        '<seg xml:id="p3">We met them there.</seg>',
        "</u>",
        f'<u xml:id="u3a" who="#AnnaPetrova" ana="#unlabelled" {DECIDED}>',
        '<seg xml:id="p4">May I ask where they went?</seg>',
        "</u>",
        f'<u xml:id="u3b" who="#IvanPetrov" ana="#guest" prev="#u3" {DECIDED}>',
        '<seg xml:id="p5">They went home.</seg>',
        "</u>",
        '<note type="speaker"><persName ref="#IvanPetrov">Ivan Petrov</persName>:</note>',
    ]
    assert '<tagUsage gi="u" occurs="6"/>' in text
    assert '<measure unit="turns" quantity="6">6 turns</measure>' in text
    assert review("--cut", "p4", "AnnaPetrova").exit_code == 0


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (["--wrong", "u3"], "N024"),
        (["--not-a-name", "u3"], "N024"),
        (["--cut", "p3", "AnnaPetrova"], "N025"),
        (["--cut", "u2", "AnnaPetrova"], "N025"),
        (["--cut", "p99", "AnnaPetrova"], "N012"),
        (["--cut", "u3", "Nobody"], "N013"),
        (["--is", "u3", "Moscow"], "N014"),
    ],
)
def test_what_is_no_decision_on_a_turn(meeting: Path, decision: list[str], code: str) -> None:
    before = meeting.read_bytes()
    result = review(*decision)
    assert result.exit_code == 1, result.output
    assert f"[{code}]" in result.stderr
    assert meeting.read_bytes() == before


@pytest.mark.usefixtures("terminal")
def test_the_walk_cuts_where_the_label_is_lost(meeting: Path) -> None:
    result = review("-i", "source/meeting.xml", stdin="c1\ny\n")
    assert result.exit_code == 0, result.output
    assert '<u xml:id="u3a" who="#AnnaPetrova"' in meeting.read_text(encoding="utf-8")


@pytest.mark.usefixtures("terminal")
def test_the_walk_asks_before_which_paragraph(meeting: Path) -> None:
    text = meeting.read_text(encoding="utf-8").replace('target="#u3 #p4"', 'target="#u3"')
    meeting.write_text(text, encoding="utf-8")
    result = review("-i", "source/meeting.xml", stdin="cp5\nAnnaPetrova\ny\n")
    assert result.exit_code == 0, result.output
    assert "could be cut before: p5 “They went home.”" in result.output
    assert '</u>\n        <u xml:id="u3a" who="#AnnaPetrova"' in meeting.read_text(encoding="utf-8")


@pytest.mark.usefixtures("terminal")
def test_the_walk_takes_a_speaker_back(meeting: Path) -> None:
    text = meeting.read_text(encoding="utf-8")
    second = '<u xml:id="u2" who="#AnnaPetrova" ana="#guest"{}>'
    assert second.format("") in text
    text = text.replace(second.format(""), second.format(f" {DOUBTED}"))
    meeting.write_text(text, encoding="utf-8")
    result = review("-i", "source/meeting.xml", stdin="1uyyy\n")
    assert result.exit_code == 0, result.output
    text = meeting.read_text(encoding="utf-8")
    assert second.format(f" {DECIDED}") in text
    assert THIRD.format(DECIDED) in text
