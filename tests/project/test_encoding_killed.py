"""``edition encode`` killed at any moment, or run twice at once, or without space to write."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main
from edition.project.lock import locked
from tests.reviewed import contents, write_reviewed

TEXT = "Meeting\n\nMarch 4, 2016, Moscow\n\nIvan Petrov: Hello, Anna.\n\nAnna Petrova: Good day.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "meeting.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def encode(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--plain", "encode", *map(str, arguments)])
    return result.exit_code, result.stderr


def edited(text: Path) -> Path:
    """The TEI file of *text*, encoded and then changed by hand; the transcript is another now."""
    encode(text)
    tei = text.with_suffix(".xml")
    written = tei.read_text(encoding="utf-8").replace("Hello", "<hi>Hello</hi>")
    tei.write_text(written, encoding="utf-8")
    text.write_text(TEXT.replace("Good day.", "Good day.\n\nOne more."), encoding="utf-8")
    return tei


@pytest.mark.slow
def test_killed_at_any_moment_the_file_is_old_or_new_and_the_next_run_loses_nothing(
    text: Path,
) -> None:
    tei = edited(text)
    record = tei.parent / "machine" / tei.name
    before, remembered = tei.read_bytes(), record.read_bytes()
    encode(text)
    after = tei.read_bytes()
    assert after != before
    rng = random.Random(1)
    command = [sys.executable, "-m", "edition", "encode", str(text)]
    began = time.perf_counter()
    tei.write_bytes(before)
    record.write_bytes(remembered)
    subprocess.run(command, check=True, capture_output=True)
    needed = time.perf_counter() - began
    for _ in range(12):
        tei.write_bytes(before)
        record.write_bytes(remembered)
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.3, 1.05) * needed)
        child.kill()
        child.wait()
        assert tei.read_bytes() in (before, after)
        assert encode(text)[0] == 0
        assert tei.read_bytes() == after


@pytest.mark.parametrize("step", ["pending", "target", "record"])
def test_interrupted_between_two_files_the_next_run_ends_as_if_it_had_not_been(
    text: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    tei = edited(text)
    files = [tei, tei.parent / "machine" / tei.name]
    before = [file.read_bytes() for file in files]
    encode(text)
    after = [file.read_bytes() for file in files]
    pending = files[1].with_name(files[1].name + ".next")
    contents = {
        "pending": (before[0], before[1], after[1]),
        "target": (after[0], before[1], after[1]),
        "record": (after[0], after[1], None),
    }[step]
    for file, data in zip([*files, pending], contents, strict=True):
        if data is not None:
            file.write_bytes(data)
    assert encode(text)[0] == 0
    assert [file.read_bytes() for file in files] == after
    assert not pending.exists()


def test_two_at_once_are_not_let_and_it_is_told_who_is_there(text: Path) -> None:
    with locked([text.parent]):
        code, said = encode(text)
    assert code == 1
    assert "E014" in said
    assert str(os.getpid()) in said
    assert not text.with_suffix(".xml").exists()
    assert encode(text)[0] == 0
    assert sorted(path.name for path in text.parent.rglob(".*")) == []


def test_what_a_killed_run_left_of_its_lock_means_nothing(text: Path) -> None:
    (text.parent / "machine").mkdir()
    (text.parent / "machine" / ".lock").write_text("999999\n", encoding="utf-8")
    assert encode(text)[0] == 0


def test_what_a_killed_run_was_writing_is_removed_and_nothing_else(text: Path) -> None:
    (text.parent / "machine").mkdir()
    left = [text.parent / ".0123456789ab.part", text.parent / "machine" / ".556cca256a1c.part"]
    own = text.parent / ".mine.part"
    for file in [*left, own]:
        file.write_bytes(b"<TEI")
    assert encode(text)[0] == 0
    assert [file.exists() for file in [*left, own]] == [False, False, True]


def test_without_space_on_the_disk_nothing_is_half_written(text: Path) -> None:
    tei = edited(text)
    files = {path: path.read_bytes() for path in text.parent.rglob("*") if path.is_file()}
    program = (
        "import resource, signal, sys; from edition.__main__ import main; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
        f"sys.argv = ['edition', 'encode', {str(text)!r}]; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 3
    assert b"IO02" in done.stderr
    assert tei.is_file()
    assert {p: p.read_bytes() for p in text.parent.rglob("*") if p.is_file()} == files


def test_build_and_review_wait_for_whoever_writes_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_reviewed(Path(), registers=True)
    (Path("source") / "another.txt").write_text(TEXT, encoding="utf-8")
    before = contents(Path("source"))
    with locked([Path("source")]):
        for arguments in (["build"], ["review", "--right", "Jen"]):
            result = CliRunner().invoke(main, ["--plain", *arguments])
            assert result.exit_code == 1
            assert "E014" in result.stderr
    assert contents(Path("source")) == before
