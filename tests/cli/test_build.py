"""``edition build``: what it says to whom, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.cli._closing import closing
from edition.diagnostic import Place, diagnostic
from edition.project.report import Build, DocumentRun
from tests.small_edition import write_small_edition


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two transcripts and settings, not built yet."""
    return write_small_edition(tmp_path)


def run(*arguments: object, **options: Any) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)


def test_a_file_is_no_edition(tmp_path: Path) -> None:
    file = tmp_path / "meeting.txt"
    file.write_text("Meeting", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(file)])
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_a_clean_build_is_silent_where_nobody_watches(folder: Path) -> None:
    result = run("build", folder)
    assert (result.exit_code, result.output) == (0, "")
    assert (folder / "output" / "html" / "index.html").is_file()


def test_verbose_tells_all_notes_and_a_summary(folder: Path) -> None:
    result = run("--verbose", "build", folder)
    assert result.exit_code == 0
    assert "note: no editor is named [M101]" in result.stderr
    last = result.stderr.strip().splitlines()[-1]
    assert re.fullmatch(
        r"2 documents, 6 turns, \d+ words\. 0 errors, 0 warnings, \d+ notes\. "
        rf"\d+ files written to {re.escape(str(folder))}/output, in \d+\.\d s\.",
        last,
    )


def test_the_folder_is_this_one_where_none_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run("build").exit_code == 0
    assert (folder / "output" / "html" / "first.html").is_file()


def test_only_and_width(folder: Path) -> None:
    assert run("build", folder, "--only", "text", "--width", "30").exit_code == 0
    assert not (folder / "output" / "html").exists()
    lines = (folder / "output" / "text" / "first.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 30


def test_width_0_is_a_line_for_each_paragraph(folder: Path) -> None:
    assert run("build", folder, "--width", "0").exit_code == 0
    text = (folder / "output" / "text" / "first.txt").read_text(encoding="utf-8")
    assert "committee.\nLet us begin.\nBoris" in text


@pytest.mark.parametrize("arguments", [["--only", "pdf"], ["--width", "-1"], ["--odd"]])
def test_wrong_use(folder: Path, arguments: list[str]) -> None:
    assert run("build", folder, *arguments).exit_code == 2


def test_errors_in_a_document_are_told_and_end_with_1(folder: Path) -> None:
    (folder / "source" / "broken.xml").write_bytes(b"<TEI>\n<text></TEI>")
    result = run("build", folder)
    assert result.exit_code == 1
    assert f"{folder}/source/broken.xml:2:" in result.stderr
    assert "[X001]" in result.stderr


def test_warnings_end_with_1_only_when_strict(folder: Path) -> None:
    with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[transcript.third]\ntitle = "T"\n')
    assert run("build", folder).exit_code == 0
    result = run("build", folder, "--strict")
    assert result.exit_code == 1
    assert "warning: there is no transcript named third" in result.stderr


def test_quiet_tells_errors_only(folder: Path) -> None:
    with (folder / "source" / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[transcript.third]\ntitle = "T"\n')
    (folder / "source" / "broken.xml").write_bytes(b"<TEI>\n<text></TEI>")
    result = run("--quiet", "build", folder)
    assert "error" in result.stderr
    assert "warning" not in result.stderr


def test_a_file_that_cannot_be_read_ends_with_3(folder: Path) -> None:
    (folder / "source" / "lost.txt").symlink_to("nowhere")
    result = run("build", folder)
    assert result.exit_code == 3
    assert "lost.txt:1:1: error: cannot be read: No such file" in result.stderr


@pytest.mark.parametrize("name", [b"two\nlines.txt", b"latin-\xe9.txt", b"\x1b[31m.txt"])
def test_a_name_that_cannot_be_printed_is_told_without_harm(folder: Path, name: bytes) -> None:
    (folder / "source" / os.fsdecode(name)).write_bytes(b"text")
    result = run("build", folder)
    assert result.exit_code == 1
    assert "cannot name a document: it holds a character that cannot be printed" in result.stderr
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_no_project_ends_with_3_and_says_what_to_do(tmp_path: Path) -> None:
    result = run("build", tmp_path / "nothing")
    assert result.exit_code == 3
    assert "there is no folder source/ here" in result.stderr
    assert "one file each" in result.stderr


def test_wrong_settings_end_with_1_at_their_line(folder: Path) -> None:
    (folder / "source" / "edition.toml").write_text("\n[editon]\n", encoding="utf-8")
    result = run("build", folder)
    assert result.exit_code == 1
    assert "edition.toml:2:1: error: editon is not known [M005]" in result.stderr
    assert "Did you mean edition?" in result.stderr


def at_a_terminal(*arguments: str, **environment: str) -> tuple[int, bytes]:
    """The exit code of the command and what a person at the terminal sees."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "edition", *arguments],
        stderr=theirs,
        env=os.environ | environment,
    ) as child:
        os.close(theirs)
        said = b""
        while part := _read(ours):
            said += part
    os.close(ours)
    return child.returncode, said


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # what Linux says when the other side has gone
        return b""


def test_a_person_at_a_terminal_sees_progress_and_a_summary(folder: Path) -> None:
    code, said = at_a_terminal("build", str(folder))
    assert code == 0
    assert b"Building" in said
    assert b"2 documents, 6 turns" in said
    assert b"(edition --verbose build)" in said


def test_a_terminal_has_colour_unless_it_is_declined(tmp_path: Path) -> None:
    assert b"\x1b[31m" in at_a_terminal("build", str(tmp_path), NO_COLOR="")[1]
    assert b"\x1b[" not in at_a_terminal("build", str(tmp_path), NO_COLOR="1")[1]
    assert b"\x1b[" not in at_a_terminal("--plain", "build", str(tmp_path))[1]


def test_quiet_is_quiet_at_a_terminal_too(folder: Path) -> None:
    assert at_a_terminal("--quiet", "build", str(folder)) == (0, b"")


def test_explain_says_of_each_document_that_is_made_why_it_is(folder: Path) -> None:
    def explained(*options: str) -> list[str]:
        return run("build", folder, "--explain", *options).stdout.splitlines()

    new = "it has not been made yet"
    assert explained() == [f"first: {new}", f"second: {new}"]
    assert explained() == []
    tei = folder / "source" / "first.xml"
    tei.write_text(tei.read_text("utf-8").replace("</body>", "<!-- --></body>"), encoding="utf-8")
    assert explained() == ["first: its TEI changed"]
    transcript = folder / "source" / "second.txt"
    transcript.write_bytes(transcript.read_bytes() + b"\n")
    assert explained() == ["second: its transcript changed"]
    (folder / "output" / "html" / "second.html").write_text("", encoding="utf-8")
    assert explained() == ["second: html/second.html in output/ is not as it was made"]
    asked = "what is asked for changed"
    assert explained("--width", "20") == [f"first: {asked}", f"second: {asked}"]
    settings = folder / "source" / "edition.toml"
    settings.write_text(settings.read_text("utf-8").replace("1.0.0", "1.0.1"), encoding="utf-8")
    assert explained("--width", "20") == [
        f"{name}: edition.toml changed" for name in ("first", "second")
    ]
    anew = "everything is made anew"
    assert explained("--width", "20", "--anew") == [f"first: {anew}", f"second: {anew}"]
    (folder / "output" / "manifest.json").write_text("{", encoding="utf-8")
    assert explained("--width", "20") == [f"first: {new}", f"second: {new}"]


def test_fail_fast_stops_at_the_first_document_with_an_error(folder: Path) -> None:
    (folder / "source" / "broken.xml").write_bytes(b"<TEI>\n<text></TEI>")
    result = run("build", folder, "--fail-fast")
    assert result.exit_code == 1
    assert "Stopped at broken, the first document with an error; 2 documents not looked at" in (
        result.stderr
    )
    (folder / "source" / "broken.xml").unlink()
    (folder / "source" / "broken.xml").symlink_to("nowhere")
    assert run("build", folder, "--fail-fast").exit_code == 3
    (folder / "source" / "broken.xml").unlink()
    assert run("build", folder, "--fail-fast").exit_code == 0


def test_a_report_is_written_for_programs(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    assert run("build", folder, "--report", file, "--jobs", "3").output == ""
    report = json.loads(file.read_text(encoding="utf-8"))
    assert (report["end"], report["jobs"], report["totals"]["made"]) == ("complete", 3, 2)


def test_with_many_documents_a_person_sees_how_fast_it_goes(folder: Path) -> None:
    for number in range(20):
        shutil.copy(folder / "source" / "first.txt", folder / "source" / f"copy{number}.txt")
    _, said = at_a_terminal("build", str(folder), "--only", "text")
    assert b"22/22" in said
    assert b" a second" in said
    assert b" a second" not in at_a_terminal("build", str(write_small_edition(folder / "few")))[1]


def test_a_large_build_closes_with_tables() -> None:
    found = [diagnostic("F001", Place(f"d{n % 40}.xml"), printed="x", line=1) for n in range(60)]
    found.append(diagnostic("M011", Place("source")))
    runs = [DocumentRun(f"d{n}", "left" if n else "wrong") for n in range(120)]
    for finding in found[:60]:
        runs[int(finding.file[1:-4])].found([finding])
    build = Build(documents=120, findings=found, runs=runs, seconds={"documents": 4.0})
    lines = closing(build, Path("output"), 5.0, notes_shown=False).splitlines()
    assert lines[0].split() == ["code", "severity", "found", "documents", "most", "in"]
    assert lines[1].split() == [
        "F001",
        "error",
        "60",
        "40",
        "d0",
        "(2),",
        "d1",
        "(2),",
        "d2",
        "(2)",
    ]
    assert "Documents: 119 left, 1 wrong; 24.0 a second" in lines
    assert "  documents            4.0 s" in lines
    assert lines[-1].startswith("120 documents, 0 turns")
