"""Reading and writing whole files: all of it or nothing, at whatever moment it ends."""

from __future__ import annotations

import itertools
import os
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from edition.diagnostic import FileAccessError
from edition.files import append, read_bytes, write_whole


@pytest.mark.parametrize("lasting", [True, False])
def test_what_is_written_is_read_again(tmp_path: Path, *, lasting: bool) -> None:
    file = tmp_path / "new" / "folder" / "file"
    assert write_whole(file, b"bytes\x00\r\n", lasting=lasting)
    assert read_bytes(file) == b"bytes\x00\r\n"
    assert [path.name for path in file.parent.iterdir()] == ["file"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_whole(file, b"same")
    before = (file.stat().st_mtime_ns, file.stat().st_ino)
    assert not write_whole(file, b"same")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_a_new_file_has_the_permissions_that_files_have_here(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("lasting", [True, False])
def test_a_read_only_file_is_left_as_it_is(tmp_path: Path, *, lasting: bool) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(FileAccessError, match="read-only"):
        write_whole(file, b"new", lasting=lasting)
    assert file.read_bytes() == b"old"
    assert not write_whole(file, b"old", lasting=lasting)  # nothing to write
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_of_any_legal_length_can_be_written(tmp_path: Path) -> None:
    assert write_whole(tmp_path / ("n" * 255), b"x")


@pytest.mark.parametrize("target", ["folder", "file/below", "n" * 256])
def test_what_cannot_be_written_is_a_finding_and_leaves_nothing(
    tmp_path: Path, target: str
) -> None:
    (tmp_path / "folder" / "full").mkdir(parents=True)
    (tmp_path / "file").write_bytes(b"here")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FileAccessError) as caught:
        write_whole(tmp_path / target, b"x")
    assert caught.value.finding.code == "IO02"
    assert caught.value.finding.file == str(tmp_path / target)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_cannot_be_read_is_a_finding_under_the_name_given(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError) as caught:
        read_bytes(tmp_path / "missing", "as the user wrote it")
    assert caught.value.finding.code == "IO01"
    assert caught.value.finding.file == "as the user wrote it"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interruption_at_any_step_leaves_the_old_bytes_or_the_new(tmp_path: Path) -> None:
    file = tmp_path / "file"
    seen = set()
    for moment in itertools.count(1):
        file.write_bytes(b"old")
        if not interrupted_at(moment, file, b"new"):
            break
        assert [path.name for path in tmp_path.iterdir()] == ["file"]
        seen.add(file.read_bytes())
    assert moment > 10
    assert seen == {b"old", b"new"}


def interrupted_at(moment: int, file: Path, data: bytes) -> bool:
    """Write, with Ctrl-C at the given step of any Python code below; False: none so late.

    In a thread of its own: its tracing is not that of coverage, and what a broken-off handler
    of exceptions leaves behind ends with it.
    """
    steps = itertools.count(1)
    interrupted = False

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal interrupted
        if event in ("line", "return") and not interrupted and next(steps) == moment:
            interrupted = True
            raise KeyboardInterrupt
        return trace

    def write() -> None:
        sys.settrace(trace)
        try:
            write_whole(file, data)
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(None)

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    return interrupted


@pytest.mark.skipif(os.getuid() == 0, reason="root may read and write everything: run as a user")
def test_a_folder_without_permission_is_a_finding(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FileAccessError):
        write_whole(tmp_path / "file", b"x")


def test_what_cannot_be_added_whole_is_not_added(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="needs limits to the size of files")
    file = tmp_path / "file"
    append(file, b"first\n")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(FileAccessError, match="File too large"):
            append(file, b"second\n")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert file.read_bytes() == b"first\n"
