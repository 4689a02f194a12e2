"""``edition build`` killed at any moment, run twice at once, or stopped: the next one mends it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from edition.diagnostic import FileAccessError
from edition.project.building import build
from edition.project.folder import Project
from edition.project.lock import alone_in
from edition.project.newly_encoded import NewlyEncoded
from edition.project.report import Watch
from tests.small_edition import TRANSCRIPT

COMMAND = [sys.executable, "-m", "edition", "build"]
OPTIONS = ((), ("--text", "speech"), ("--epub",), ("--only", "text"), ("--anew",), ("--width", "9"))
LEFT_OVER = ".0123456789ab.part"


def everything_in(folder: Path) -> dict[str, bytes | None]:
    """The bytes of every file below *folder*, and None for each folder."""
    paths = sorted(folder.rglob("*"))
    return {str(it.relative_to(folder)): it.read_bytes() if it.is_file() else None for it in paths}


def made_afresh(folder: Path, elsewhere: Path) -> dict[str, bytes | None]:
    """What lies in ``output/`` when an edition of the same source is built in a new folder."""
    shutil.copytree(folder / "source", elsewhere / "source")
    build(Project(elsewhere))
    made = everything_in(elsewhere / "output")
    shutil.rmtree(elsewhere)
    return made


def started(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, str(folder), *options], stderr=subprocess.PIPE)


@contextmanager
def mounted(disk: Path, size: str) -> Iterator[Path]:
    """A file system of its own at *disk*."""
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a file system: run as root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def annotate(folder: Path, number: int) -> None:
    tei = folder / "source" / "first.xml"
    note = f'Let us begin.<note type="annotation" resp="#encoder">Number {number}.</note>'
    if tei.exists():
        tei.write_text(tei.read_text("utf-8").replace("Let us begin.", note), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment_the_next_build_makes_what_a_first_one_would(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    began = time.perf_counter()
    made_afresh(folder, tmp_path / "fresh")
    needed = time.perf_counter() - began
    for number in range(4):
        annotate(folder, number)
        child = started(folder, *rng.choice(OPTIONS))
        time.sleep(rng.uniform(0.2, 1.2) * needed)
        child.kill()
        child.communicate()
    for file in (folder / "source").glob("second.*"):
        file.unlink()
    assert build(Project(folder)).documents == 1
    assert everything_in(folder / "output") == made_afresh(folder, tmp_path / "fresh")


def test_what_was_made_before_a_build_was_killed_is_not_made_again(folder: Path) -> None:
    build(Project(folder))
    annotate(folder, 1)
    command = [*COMMAND, str(folder), "--explain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().startswith(b"first: ")
        child.kill()
    made: list[str] = []
    build(Project(folder), watch=Watch(making=lambda sources, _why: made.append(sources.stem)))
    assert made in ([], ["first"])  # it may have come to the end of that


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_builds_at_once_leave_what_one_would(folder: Path, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    builds = []
    for options in rng.sample(OPTIONS, 3):
        builds.append(started(folder, *options))
        time.sleep(rng.uniform(0, 1))
    for one in builds:
        _, said = one.communicate(timeout=120)
        assert one.returncode == 0, said
    build(Project(folder))
    assert everything_in(folder / "output") == made_afresh(folder, tmp_path / "fresh")


def test_a_second_build_waits_for_the_first_and_says_so(folder: Path) -> None:
    build(Project(folder))
    with alone_in(folder / "output", pytest.fail):
        waiting = started(folder)
        assert waiting.stderr is not None
        said = waiting.stderr.readline().decode()
        assert f"Waiting for another build into {folder / 'output'} (process {os.getpid()})" in said
        assert waiting.poll() is None
    assert waiting.wait(timeout=60) == 0
    waiting.stderr.close()
    assert not (folder / "output" / ".lock").exists()


def test_waiting_ends_with_ctrl_c(folder: Path) -> None:
    build(Project(folder))
    before = everything_in(folder / "output")
    with alone_in(folder / "output", pytest.fail):
        waiting = started(folder)
        assert waiting.stderr is not None
        waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        _, said = waiting.communicate(timeout=60)
        assert waiting.returncode == 130
        assert b"Traceback" not in said
    assert everything_in(folder / "output") == before


def test_what_a_killed_build_left_goes_with_the_next_and_nothing_else(folder: Path) -> None:
    build(Project(folder))
    before = everything_in(folder / "output")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (folder / "output" / "link").symlink_to(elsewhere)
    others = {
        elsewhere / LEFT_OVER: b"reached by a link",
        folder / "output" / ".notes.part": b"by no build",
        folder / "output" / "html" / LEFT_OVER[1:]: b"not hidden",
    }
    for file, data in others.items():
        file.write_bytes(data)
    for place in ("", "html", "html/facing"):
        (folder / "output" / place / LEFT_OVER).write_bytes(b"<html")
    (folder / "schemas" / LEFT_OVER).write_bytes(b"<grammar")
    (folder / "output" / ".lock").write_text("999999\n")
    assert build(Project(folder)).written == 0
    for file, data in others.items():
        assert file.read_bytes() == data
        file.unlink()
    (folder / "output" / "link").unlink()
    assert not (folder / "schemas" / LEFT_OVER).exists()
    assert everything_in(folder / "output") == before


def interrupted(folder: Path, *, after: str) -> None:
    """A build that also makes a text for corpora, stopped behind the document *after*."""

    def stop(sources: object) -> None:
        if getattr(sources, "stem", "") == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Project(folder), profiles=["speech"], watch=Watch(done=stop))


@pytest.mark.parametrize("after", ["first", "second"])
@pytest.mark.parametrize("is_first_build", [True, False])
def test_what_no_later_build_makes_is_removed(
    folder: Path, tmp_path: Path, after: str, *, is_first_build: bool
) -> None:
    if not is_first_build:
        build(Project(folder))
    interrupted(folder, after=after)
    assert (folder / "output" / "text" / "speech" / "first.txt").exists()
    report = build(Project(folder))
    assert report.removed == (1 if after == "first" else 2)
    assert everything_in(folder / "output") == made_afresh(folder, tmp_path / "fresh")


def test_what_somebody_changed_after_a_killed_build_stays(folder: Path) -> None:
    interrupted(folder, after="second")
    ours, theirs = (folder / "output" / "text" / "speech" / f"{it}.txt" for it in FILES)
    theirs.write_bytes(b"Notes.\n")
    outside = folder / "source" / "first.txt"
    with (folder / "output" / ".unfinished").open("a", encoding="utf-8") as journal:
        journal.write(f"\n{'0' * 64} ../source/first.txt\n{'0' * 63}")
    build(Project(folder))
    assert not ours.exists()
    assert theirs.read_bytes() == b"Notes.\n"
    assert outside.exists()


FILES = ("first", "second")


@pytest.mark.parametrize("name", [".lock", ".unfinished"])
def test_what_a_link_leads_to_is_not_touched(folder: Path, name: str) -> None:
    precious = folder / "precious"
    precious.write_bytes(b"precious")
    (folder / "output").mkdir()
    (folder / "output" / name).symlink_to(precious)
    with pytest.raises(FileAccessError) as caught:
        build(Project(folder))
    assert caught.value.finding.file.endswith(name)
    assert precious.read_bytes() == b"precious"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes that have names")
@pytest.mark.parametrize("name", [".lock", ".unfinished"])
def test_a_pipe_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / "output").mkdir()
    os.mkfifo(folder / "output" / name)
    with pytest.raises(FileAccessError) as caught:
        build(Project(folder))
    assert caught.value.finding.file.endswith(name)


@pytest.mark.parametrize("is_read_only", [False, True])
def test_an_output_of_another_disk(folder: Path, tmp_path: Path, *, is_read_only: bool) -> None:
    """Where nothing can be written, a build that need not write goes on, and another says so."""
    with mounted(tmp_path / "disk", "8m") as disk:
        (folder / "output").symlink_to(disk)
        build(Project(folder))
        made = everything_in(disk)
        if is_read_only:
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert build(Project(folder)).written == 0
        annotate(folder, 1)
        if is_read_only:
            with pytest.raises(FileAccessError):
                build(Project(folder))
            assert everything_in(disk) == made
        else:
            assert build(Project(folder)).written > 0


def test_a_build_on_a_disk_that_was_full_is_completed(folder: Path, tmp_path: Path) -> None:
    for number in range(9):
        text = TRANSCRIPT.format(name=f"no. {number}")
        (folder / "source" / f"doc{number:02}.txt").write_text(text, encoding="utf-8")
    with mounted(tmp_path / "disk", "8m") as disk:
        (folder / "output").symlink_to(disk)
        for left in (40, 200, 600):  # KiB
            ballast = disk / "ballast"
            ballast.write_bytes(bytes(shutil.disk_usage(disk).free - left * 1024))
            with pytest.raises(FileAccessError) as caught:
                build(Project(folder), profiles=["speech"])
            assert "No space left" in caught.value.finding.message
            ballast.unlink()
        build(Project(folder))
        assert everything_in(disk) == made_afresh(folder, tmp_path / "fresh")


def test_what_a_killed_build_had_to_add_to_the_registers_is_added(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = TRANSCRIPT.format(name="third").replace("Boris Petrov", "Karl Neumann")
    (folder / "source" / "third.txt").write_text(other, encoding="utf-8")
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    build(Project(whole))

    class Killed(BaseException):
        pass

    def die(_new: NewlyEncoded) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(NewlyEncoded, "propose", die)
        with pytest.raises(Killed):
            build(Project(folder))
    assert not (folder / "source" / "persons.xml").exists()
    (folder / "source" / "third.xml").unlink()  # as if it had not been written any more
    (folder / "source" / "third.txt").unlink()
    assert "G007" not in [finding.code for finding in build(Project(folder)).findings]
    assert "Boris Petrov" in (folder / "source" / "persons.xml").read_text(encoding="utf-8")
    assert "Neumann" not in (folder / "source" / "persons.xml").read_text(encoding="utf-8")
    assert not (folder / "source" / "machine" / ".proposed").exists()
    assert everything_in(folder / "output") == made_afresh(folder, tmp_path / "fresh")
    (folder / "source" / "third.txt").write_text(other, encoding="utf-8")
    build(Project(folder))
    for name in ("persons.xml", "first.xml", "third.xml"):
        assert (folder / "source" / name).read_bytes() == (whole / "source" / name).read_bytes()
