"""``edition validate``: which files, which transcript, which format, which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from tests.checking.meeting import SOURCE, changed, tei
from tests.tei.registers import PLACES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``source`` of an edition, which is the current folder."""
    source = tmp_path / "source"
    source.mkdir()
    monkeypatch.chdir(tmp_path)
    (source / "meeting.txt").write_bytes(SOURCE)
    (source / "meeting.xml").write_text(tei(), encoding="utf-8")
    return source


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["validate", *map(str, arguments)])


def test_a_clean_file_says_nothing_but_that(folder: Path) -> None:
    result = run(folder / "meeting.xml")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "1 file checked: nothing found.\n"


def test_without_a_name_all_files_of_the_edition_are_checked(folder: Path) -> None:
    (folder / "second.xml").write_text(changed("the best", "the worst"), encoding="utf-8")
    (folder / "second.txt").write_bytes(SOURCE)
    (folder / "places.xml").write_text(PLACES, encoding="utf-8")
    (folder / "unencoded.txt").write_bytes(SOURCE)
    result = run()
    assert result.exit_code == 1
    assert result.stdout.startswith("source/second.xml:")
    assert "[F003]" in result.stdout
    assert result.stderr == "3 files checked: 1 error, 0 warnings, 0 notes.\n"


def test_nothing_to_check_is_not_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source").mkdir()
    assert run().exit_code == 2
    (tmp_path / "source").rmdir()
    assert run().exit_code == 3


def test_a_broken_file_does_not_keep_others_from_being_checked(folder: Path) -> None:
    (folder / "a.xml").write_text("<TEI", encoding="utf-8")
    (folder / "z.xml").write_text(changed('ana="#guest"', 'ana="#gast"'), encoding="utf-8")
    result = run(folder / "z.xml", folder / "none.xml", folder, folder / "a.xml")
    assert result.exit_code == 3
    for code in ("X001", "IO01", "S201"):
        assert f"[{code}]" in result.stdout
    assert "4 files checked" in result.stderr


def test_the_transcript_is_found_by_name_then_by_header(folder: Path) -> None:
    (folder / "renamed.xml").write_text(changed("the best", "the worst"), encoding="utf-8")
    assert "[F003]" in run(folder / "renamed.xml").stdout
    (folder / "meeting.txt").unlink()
    result = run(folder / "renamed.xml")
    assert result.exit_code == 0
    assert result.stderr.endswith("1 file not compared with a transcript.\n")


def test_the_transcript_can_be_named(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(SOURCE.replace(b"pupils", b"students"))
    result = run(folder / "meeting.xml", "--source", other)
    assert result.exit_code == 1
    assert "“students.” in line" in result.stdout
    assert run("--source", other).exit_code == 2
    assert run(folder / "meeting.xml", folder / "x.xml", "--source", other).exit_code == 2
    assert run(folder / "meeting.xml", "--source", tmp_path / "none.txt").exit_code == 3


@pytest.mark.parametrize(("fail_on", "code"), [("note", 1), ("warning", 1), ("error", 0)])
def test_how_grave_a_finding_must_be(folder: Path, fail_on: str, code: int) -> None:
    warned = changed("All the best", "All  the best")
    (folder / "meeting.xml").write_text(warned, encoding="utf-8")
    result = run(folder / "meeting.xml", "--fail-on", fail_on)
    assert result.exit_code == code
    assert "warning: white space" in result.stdout


def test_formats_for_programs_are_whole_on_standard_output(folder: Path) -> None:
    (folder / "meeting.xml").write_text(changed("the best", "the worst"), encoding="utf-8")
    (record,) = json.loads(run("--format", "json").stdout)
    assert (record["code"], record["xml_id"]) == ("F003", "p7")
    (sarif,) = json.loads(run("--format", "sarif").stdout)["runs"]
    assert sarif["results"][0]["ruleId"] == "F003"
    assert run("--format", "github").stdout.startswith("::error file=source/meeting.xml,line=")


def test_quiet_prints_errors_only_and_ends_as_before(folder: Path) -> None:
    (folder / "meeting.xml").write_text(changed("very much. All", "very much.  All"), "utf-8")
    result = CliRunner().invoke(main, ["--quiet", "validate"])
    assert (result.exit_code, result.output) == (1, "")


def test_colour_where_it_is_asked_for(folder: Path) -> None:
    (folder / "meeting.xml").write_text(changed("the best", "the worst"), encoding="utf-8")
    assert "\x1b[" in CliRunner().invoke(main, ["--color", "validate"]).stdout
    assert "\x1b[" not in CliRunner().invoke(main, ["--plain", "validate"]).stdout
    assert "\x1b[" not in run().stdout


def test_a_file_given_twice_is_checked_once(folder: Path) -> None:
    assert "1 file checked" in run(folder / "meeting.xml", folder / "meeting.xml").stderr


def test_in_a_process_of_its_own_piped_and_plain(folder: Path) -> None:
    (folder / "meeting.xml").write_text(changed("the best", "the worst"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "edition", "validate"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder.parent,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert done.stdout.splitlines()[0].endswith("“best” in line 30 of the source [F003]")
    assert "Traceback" not in done.stderr
