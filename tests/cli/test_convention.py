"""``edition convention``: a scholar's own, and how a text is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main

OWN = """\
name = "archive"
title = "The archive's tapes"
language = "en"

[labels]

[[labels.forms]]
print = "<<{name}>>"
"""
TEXT = "Tape 1\n\n<<Anna Li>> Hello.\n(Applause.)\nMore. (Laughter.)\n<<Bob Orr>> Bye.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--plain", *map(str, arguments)])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "source" / "conventions"
    folder.mkdir(parents=True)
    (folder / "archive.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "source" / "tape.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_a_projects_own_convention_is_listed_and_shown() -> None:
    assert "The archive's tapes (of this project)" in run("convention", "list").stdout
    assert run("convention", "show", "archive").stdout == OWN
    assert run("convention", "show", "nothing").exit_code == 1


@pytest.mark.usefixtures("project")
def test_each_line_is_shown_with_what_it_is() -> None:
    result = run("convention", "test", "source/tape.txt", "--convention", "archive")
    assert result.exit_code == 0
    assert [line.split()[:2] for line in result.stdout.splitlines()[2:6]] == [
        ["3", "Anna"],
        ["4", "stage"],
        ["5", "speech"],
        ["6", "Bob"],
    ]
    assert "2 turns: Anna Li 1, Bob Orr 1." in result.stdout


@pytest.mark.usefixtures("project")
def test_what_could_not_be_placed_is_marked() -> None:
    result = run("convention", "test", "source/tape.txt", "--convention", "hansard")
    assert " ? prose" in result.stdout
    assert "Not placed: " in result.stdout


@pytest.mark.usefixtures("project")
def test_a_file_of_a_convention_can_be_tried_anywhere(tmp_path: Path) -> None:
    elsewhere = tmp_path / "other.toml"
    elsewhere.write_text(OWN.replace('"archive"', '"other"'), encoding="utf-8")
    result = run("convention", "test", "source/tape.txt", "--convention", elsewhere, "--summary")
    assert result.stdout.startswith("Paragraphs: ")
    assert "2 turns" in result.stdout


def test_the_conventions_beside_a_transcript_are_known_from_anywhere(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    shown = run("convention", "test", project / "source" / "tape.txt", "--summary")
    assert "The archive's tapes" in shown.output


def test_the_project_encodes_by_its_own_convention(project: Path) -> None:
    assert run("encode").exit_code == 0
    written = (project / "source" / "tape.xml").read_text(encoding="utf-8")
    assert '<ab type="convention">archive</ab>' in written
    assert written.count("<u ") == 2


@pytest.mark.parametrize(
    ("wrong", "line", "told"),
    [
        ('print = "<<{nam}>>"', 8, "there is no part “nam”"),
        ('print = "<<[{name}>>"', 8, "not closed"),
        ('prnt = "<<{name}>>"', 8, "prnt is not known"),
        ('print = "<<{name}>>"\nfont = 1', 9, "font is not known"),
        ('print = "<<{name}>>"\n[front]\ndate = "(a+)+"', 10, "a repetition without bound"),
        ('print = "<<{name}>>"\n[front]\ndate = "(a"', 10, "no regular expression"),
    ],
)
def test_what_is_wrong_in_a_convention_is_told_where_it_stands(
    project: Path, wrong: str, line: int, told: str
) -> None:
    file = project / "source" / "conventions" / "archive.toml"
    file.write_text(OWN.replace('print = "<<{name}>>"', wrong), encoding="utf-8")
    result = run("encode")
    assert result.exit_code == 1
    assert f"archive.toml:{line}:1: error: " in result.stderr
    assert told in result.stderr
    assert not (project / "source" / "tape.xml").exists()


@pytest.mark.usefixtures("project")
def test_a_convention_is_called_as_its_file() -> None:
    Path("source/conventions/archive.toml").rename("source/conventions/tapes.toml")
    result = run("convention", "list")
    assert "tapes.toml:1:1: error: name: the file is called tapes" in result.stderr
