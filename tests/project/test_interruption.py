"""Whole or not at all: interruption, full disks, folders that cannot be written."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edition.diagnostic import EditionError, FileAccessError, Place, Severity, diagnostic
from edition.project.building import build
from edition.project.folder import Project
from edition.publishing.document import Publishing
from edition.saxon.child import Child
from tests.project.conftest import Snapshot
from tests.small_edition import TRANSCRIPT

Snap = Callable[[Path], Snapshot]
COMMAND = [sys.executable, "-m", "edition", "build"]


def temporary_files(folder: Path) -> list[Path]:
    return [*folder.rglob(".*.part")]


def started(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, str(folder)], stderr=subprocess.PIPE)


def wait_for(condition: Callable[[], object], child: subprocess.Popen[bytes]) -> None:
    while not condition():
        assert child.poll() is None, "the build ended before it could be interrupted"
        time.sleep(0.001)


@pytest.mark.slow
def test_an_interrupted_build_leaves_whole_files_and_can_be_taken_up(
    folder: Path, tmp_path: Path, snapshot: Snap
) -> None:
    for number in range(60):
        text = TRANSCRIPT.format(name=f"no. {number}")
        (folder / "source" / f"doc{number:02}.txt").write_text(text, encoding="utf-8")
    pages = folder / "output" / "html"
    child = started(folder)
    wait_for((pages / "doc05.html").exists, child)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130
    assert said.decode().strip() == "Interrupted. Files written until now are whole."
    assert not (pages / "doc59.html").exists(), "the build was not interrupted"
    assert temporary_files(folder) == []
    interrupted = snapshot(folder)
    del interrupted["output/manifest.json"]  # it notes what was made until then,
    del interrupted["output/.unfinished"]  # and this what was about to be
    build(Project(folder))
    finished = snapshot(folder)
    for name, (data, *_) in interrupted.items():
        assert finished[name][0] == data


@pytest.mark.slow
def test_an_interruption_from_the_keyboard_is_told_once(folder: Path) -> None:
    for number in range(60):
        text = TRANSCRIPT.format(name=f"no. {number}")
        (folder / "source" / f"doc{number:02}.txt").write_text(text, encoding="utf-8")
    child = subprocess.Popen(
        [*COMMAND, str(folder)], stderr=subprocess.PIPE, start_new_session=True
    )
    wait_for((folder / "output" / "html" / "doc05.html").exists, child)
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does it: to the whole group
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130
    assert said.decode().strip() == "Interrupted. Files written until now are whole."


@pytest.mark.parametrize(("stylesheet", "code"), [("checks", "S001"), ("document", "P004")])
def test_an_engine_that_ends_over_a_document_is_its_finding_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stylesheet: str, code: str
) -> None:
    killed: list[Child] = []

    def send(child: Child, kind: str, *values: object) -> None:
        fatal = kind == "transform" and stylesheet in str(values[0]) and not killed
        if fatal:
            killed.append(child)
            os.kill(child.pid, signal.SIGSTOP)
        real_send(child, kind, *values)
        if fatal:
            os.kill(child.pid, signal.SIGKILL)

    real_send = Child.send
    monkeypatch.setattr(Child, "send", send)
    report = build(Project(folder))
    (finding,) = [f for f in report.findings if f.code in ("S001", "P004")]
    assert (finding.code, Path(finding.file).name) == (code, "first.xml")
    assert "SIGKILL" in finding.message
    assert (folder / "output" / "html" / "second.html").exists()
    assert not (folder / "output" / "html" / "first.html").exists()


@pytest.mark.parametrize(("depth", "code"), [(150, "S000"), (5_000, "X001")])
def test_elements_nested_too_deep_are_a_finding_of_their_document_alone(
    folder: Path, depth: int, code: str
) -> None:
    build(Project(folder))
    tei = folder / "source" / "first.xml"
    nested = f"{'<hi>' * depth}I have read{'</hi>' * depth}"
    tei.write_text(tei.read_text("utf-8").replace("I have read", nested), encoding="utf-8")
    (folder / "output" / "html" / "second.html").unlink()
    report = build(Project(folder))
    (finding,) = [f for f in report.findings if f.code in ("S000", "S001", "X001")]
    assert (finding.code, Path(finding.file).name) == (code, "first.xml")
    assert (folder / "output" / "html" / "second.html").exists()


def test_a_build_needs_no_standard_stream(folder: Path) -> None:
    command = 'exec "$@" <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", command, "sh", *COMMAND, str(folder)], check=False)
    assert done.returncode == 0
    assert (folder / "output" / "html" / "second.html").exists()


def test_a_full_disk_is_a_message_and_leaves_what_was_there(folder: Path, snapshot: Snap) -> None:
    build(Project(folder))
    before = snapshot(folder)
    (folder / "source" / "third.txt").write_text(TRANSCRIPT.format(name="third"), encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, str(folder)],
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
    )
    assert done.returncode == 3
    assert b"cannot be written: File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert temporary_files(folder) == []
    after = snapshot(folder)
    assert {name: after[name] for name in before} == before


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 128 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("needs the right to mount a file system: run as root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_keeps_the_source(folder: Path, tiny_disk: Path) -> None:
    (folder / "output").symlink_to(tiny_disk)
    for number in range(40):
        text = TRANSCRIPT.format(name=f"no. {number}")
        (folder / "source" / f"doc{number:02}.txt").write_text(text, encoding="utf-8")
    with pytest.raises(FileAccessError) as caught:
        build(Project(folder))
    assert "No space left" in caught.value.finding.message
    assert temporary_files(tiny_disk) == []
    assert len(list((folder / "source").glob("*.txt"))) == 42


def test_an_output_that_is_a_file_is_a_message(folder: Path) -> None:
    (folder / "output").write_bytes(b"not a folder")
    with pytest.raises(FileAccessError):
        build(Project(folder))
    assert (folder / "output").read_bytes() == b"not a folder"


def test_a_page_whose_place_is_taken_by_a_folder_is_a_message(folder: Path) -> None:
    (folder / "output" / "html" / "first.html").mkdir(parents=True)
    with pytest.raises(FileAccessError) as caught:
        build(Project(folder))
    assert caught.value.finding.file.endswith("first.html")
    assert temporary_files(folder) == []


@pytest.mark.skipif(os.getuid() == 0, reason="root may read and write everything")
def test_files_without_permission_are_messages(folder: Path) -> None:
    (folder / "source" / "first.txt").chmod(0)
    report = build(Project(folder))
    assert [f.code for f in report.findings if f.code.startswith("IO")] == ["IO01"]
    (folder / "output" / "text").chmod(0o500)
    (folder / "source" / "second.xml").unlink()
    with pytest.raises(FileAccessError):
        build(Project(folder), width=30)


def test_a_fault_of_a_stylesheet_is_none_of_the_encoding(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise EditionError(diagnostic("P003", Place("first.xml"), reason="no luck"))

    monkeypatch.setattr(Publishing, "publication", fail)
    findings = build(Project(folder)).findings
    assert {f.code for f in findings if f.severity is Severity.ERROR} == {"P003"}
    assert (folder / "source" / "first.xml").exists()
