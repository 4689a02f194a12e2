"""What may happen to a build of many documents: it costs what it must, and no file is half."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

from edition.diagnostic import FileAccessError
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.hands import Hands
from edition.project.report import Watch
from tests.project.test_building_killed import (
    COMMAND,
    everything_in,
    made_afresh,
    mounted,
)
from tests.small_edition import TRANSCRIPT

MANY = 20
BOMB = """\
<?xml version="1.0"?>
<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&d;</p></body></text></TEI>
"""
HOSTILE = {
    "h00.txt": b"",
    "h01.txt": b"\x00\x01\x02\xff\xfe" * 1000,
    "h02.xml": BOMB.encode(),
    "h03.xml": b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + b"<p>" * 5000,
    "h04.docx": b"PK\x03\x04 no archive at all",
    "h05.html": b"<html><body>" + b"<div>" * 3000 + b"A",
    "h06.vtt": b"WEBVTT\n\n99:99:99.999 --> nonsense\n<v \xff>",
    "h07.txt": "\u202e\u0000A: B\n".encode() * 200,
    "h08.xml": b"<persons/>",
}


@pytest.fixture
def many(folder: Path) -> Path:
    """An edition of so many transcripts that several processes make them."""
    for number in range(MANY):
        text = TRANSCRIPT.format(name=f"number {number}")
        (folder / "source" / f"n{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_hostile_documents_cost_only_themselves(many: Path, jobs: int) -> None:
    for name, data in HOSTILE.items():
        (many / "source" / name).write_bytes(data)
    report = build(Project(many), hands=Hands(jobs))
    outcomes = {run.name: run.outcome for run in report.runs}
    assert {outcomes[f"n{number:02}"] for number in range(MANY)} == {"made"}
    assert outcomes["h00"] == outcomes["h02"] == outcomes["h03"] == outcomes["h04"] == "wrong"
    assert not [it for it in report.findings if it.code == "P011"]


def test_what_is_found_does_not_depend_on_how_many_processes_meet_it(
    many: Path, tmp_path: Path
) -> None:
    for name, data in HOSTILE.items():
        (many / "source" / name).write_bytes(data)
    editions, reports = [], []
    for jobs in (1, 2):
        copy = tmp_path / "copy" / "edition"
        shutil.copytree(many, copy)
        reports.append(build(Project(copy), hands=Hands(jobs)))
        editions.append(everything_in(copy))
        shutil.rmtree(copy)
    assert reports[0] == reports[1]
    assert editions[0] == editions[1]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_process_is_left_of_a_parent_that_is_killed(many: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, str(many), "--jobs", "2", "--explain"], stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        while not parent.stdout.readline().startswith(b"n08"):
            pass
        started = below(parent.pid)
        parent.kill()
    assert len(started) >= 3  # workers, and engines
    until = time.monotonic() + 60
    while any(is_running(process) for process in started) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [process for process in started if is_running(process)]
    report = build(Project(many), hands=Hands(2))
    assert report.outcomes().total() == MANY + 2
    assert everything_in(many / "output") == made_afresh(many, tmp_path / "fresh")


def below(process: int) -> list[int]:
    """The processes that *process* started, and they."""
    found = []
    with suppress(OSError):
        for file in Path(f"/proc/{process}/task").glob("*/children"):
            for child in map(int, file.read_text().split()):
                found += [child, *below(child)]
    return found


def is_running(process: int) -> bool:
    """Whether it is there, and no zombie that nobody has waited for."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_each_worker_killed_in_turn_leaves_a_whole_edition(many: Path, tmp_path: Path) -> None:
    build(Project(many))

    def kill(sources: Sources) -> None:
        if sources.stem in {"n08", "n10", "n12"}:
            for worker in active_children():
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)

    report = build(Project(many), anew=True, hands=Hands(2), watch=Watch(done=kill))
    assert {it.code for it in report.findings if it.severity == "error"} <= {"P011"}
    build(Project(many))
    assert everything_in(many / "output") == made_afresh(many, tmp_path / "fresh")


def test_a_disk_that_fills_up_ends_a_build_of_several_processes(many: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "16m") as disk:
        (many / "output").symlink_to(disk)
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(shutil.disk_usage(disk).free - 900 * 1024))
        with pytest.raises(FileAccessError, match="No space left"):
            build(Project(many), hands=Hands(2))
        assert active_children() == []
        ballast.unlink()
        build(Project(many), hands=Hands(2))
        assert everything_in(disk) == made_afresh(many, tmp_path / "fresh")


def test_a_clock_that_was_set_back_changes_nothing(many: Path) -> None:
    build(Project(many))
    made = everything_in(many)
    long_ago, to_come = 1.0, time.time() + 1e8
    for number, file in enumerate(sorted(many.rglob("*"))):
        if file.is_file():
            moment = to_come if number % 2 else long_ago
            os.utime(file, (moment, moment))
    report = build(Project(many))
    assert (report.outcomes()["left"], report.written) == (MANY + 2, 0)
    page = many / "output" / "html" / "n03.html"
    said = page.stat()
    page.write_bytes(page.read_bytes().replace(b"minutes", b"seconds"))
    os.utime(page, ns=(said.st_atime_ns, said.st_mtime_ns))
    tei = many / "source" / "n04.xml"
    before = tei.read_bytes()
    tei.write_bytes(before.replace(b"Let us begin.", b"Let us began."))
    os.utime(tei, (long_ago, long_ago))
    made_again = {run.name for run in build(Project(many)).runs if run.why}
    assert made_again == {"n03", "n04"}
    tei.write_bytes(before)
    build(Project(many))
    assert everything_in(many) == made
