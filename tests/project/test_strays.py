"""What lies in source/ and no command reads is told, by each command that looks there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.project.folder import Project
from edition.project.strays import unread


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--plain", *arguments])


@pytest.fixture
def source(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder source/ of a small edition, which is the current folder."""
    monkeypatch.chdir(folder)
    return Path("source")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("third.TXT", "third.txt"),
        ("third.Xml", "third.xml"),
        ("third.rtf", "save it as .docx"),
        ("third.PDF", "save it as .docx"),
        ("third", "give it its ending (.txt"),
        ("third.jpg", "keep it outside source/"),
        ("edition.TOML", "keep it outside source/"),
    ],
)
def test_a_file_that_nothing_reads_is_told(name: str, advice: str, source: Path) -> None:
    (source / name).write_text("Ms Adler: Good evening.\n", encoding="utf-8")
    for command in (["encode"], ["build", "--only", "text"]):
        result = run(*command)
        assert result.exit_code == 0
        assert f"{source / name}:1:1: warning: nothing reads this [M015]" in result.stderr
        assert advice in result.stderr


def test_a_folder_of_transcripts_is_told(source: Path) -> None:
    (source / "1911").mkdir()
    assert "move them there" in run("encode").stderr


def test_a_folder_that_is_called_as_a_transcript_is_told_once(source: Path) -> None:
    (source / "third.txt").mkdir()
    for command in (["encode"], ["build", "--only", "text"]):
        result = run(*command)
        assert (result.exit_code, result.stderr.count("third.txt")) == (0, 1)
        assert "move them there" in result.stderr


def test_what_is_known_or_for_people_is_not_told(source: Path) -> None:
    assert run("encode").exit_code == 0  # now there are records, too
    for name in (".hidden", "README", "Readme.rst", "first.xml.bak2", "first.txt~", "first.orig"):
        (source / name).write_text("x", encoding="utf-8")
    (source / "conventions").mkdir()
    (source / "conventions" / "README").write_text("x", encoding="utf-8")
    assert unread(Project(Path())) == []


def test_a_convention_with_another_ending_is_told(source: Path) -> None:
    (source / "conventions").mkdir()
    (source / "conventions" / "town.TOML").write_text("x", encoding="utf-8")
    (finding,) = unread(Project(Path()))
    assert (finding.code, finding.hint) == ("M015", "A convention is a file NAME.toml.")


def _as_file(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def _locked(path: Path) -> None:
    path.mkdir()
    path.chmod(0)


@pytest.mark.parametrize("spoil", [_as_file, _locked])
def test_conventions_that_cannot_be_read_keep_transcripts_from_being_encoded(
    spoil: Callable[[Path], None], source: Path
) -> None:
    if spoil is _locked and os.geteuid() == 0:
        pytest.skip("root may read everything")
    spoil(source / "conventions")
    encoded = run("encode")
    assert encoded.exit_code == 1
    assert f"{source / 'conventions'}:1:1: error: cannot be read" in encoded.stderr
    assert "E003" in encoded.stderr
    built = run("build", "--only", "text")
    assert built.exit_code == 3
    assert built.stderr.count("IO01") == 1
    assert run("convention", "list").exit_code == 1
    assert not (source / "first.xml").exists()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<TEI xmlns='http://www.tei-c.org/ns/0'/>", "<TEI> in the namespace http://www.tei"),
        ("<TEI/>", "<TEI> in no namespace"),
        ("<html/>", "<html> in no namespace"),
    ],
)
@pytest.mark.parametrize("name", ["first.xml", "stray.xml"])
def test_encode_tells_xml_that_is_no_tei(name: str, written: str, told: str, source: Path) -> None:
    (source / name).write_text(written, encoding="utf-8")
    result = run("encode")
    assert result.exit_code == 1
    assert told in result.stderr
    assert "M016" in result.stderr
    assert (source / name).read_text(encoding="utf-8") == written
    assert (source / "second.xml").exists()


def test_with_force_such_a_file_is_replaced_and_kept(source: Path) -> None:
    (source / "first.xml").write_text("<TEI/>", encoding="utf-8")
    assert run("encode", "--force", "source/first.txt").exit_code == 0
    assert (source / "first.xml.bak").read_text(encoding="utf-8") == "<TEI/>"


def test_two_sources_of_one_name_end_with_1(source: Path) -> None:
    (source / "first.md").write_text("x", encoding="utf-8")
    result = run("encode")
    assert (result.exit_code, "M014" in result.stderr) == (1, True)
