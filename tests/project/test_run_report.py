"""What a build reports for programs: whole, true, and as its schema says."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from edition.diagnostic import FileAccessError
from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.hands import Hands
from edition.project.report import Build, Watch
from edition.project.run_report import RunReport, report_schema, reported

SCHEMA = Path(__file__).parents[2] / "docs" / "build-report.schema.json"


def built(folder: Path, watch: Watch | None = None, *, fail_fast: bool = False) -> RunReport:
    """What a build of *folder* reports, also where it fails."""
    file, report = folder / "reports" / "last.json", Build()
    try:
        with reported(file, report, str(folder), Hands()):
            build(Project(folder), report=report, watch=watch or Watch(), fail_fast=fail_fast)
    except (FileAccessError, KeyboardInterrupt):
        pass
    return msgspec.json.decode(file.read_bytes(), type=RunReport)


def test_it_has_each_document_what_was_done_and_found(folder: Path) -> None:
    report = built(folder)
    assert (report.end, report.totals.documents, report.totals.made) == ("complete", 2, 2)
    first = report.documents[0]
    assert (first.name, first.outcome, first.why) == ("first", "made", "it has not been made yet")
    assert first.encoded
    assert first.bytes_read == (folder / "source" / "first.txt").stat().st_size
    assert {"read", "encode", "publish", "lay out", "write"} <= first.seconds.keys()
    files = [it for it in (folder / "output").rglob("*first.*") if it.is_file()]
    assert first.bytes_made == sum(file.stat().st_size for file in files)
    assert report.totals.words > 0
    assert report.versions["edition"]
    assert sum(report.steps.values()) <= report.seconds
    assert "documents" in report.steps


def test_what_was_left_and_what_is_wrong_are_told_apart(folder: Path) -> None:
    build(Project(folder))
    (folder / "source" / "broken.xml").write_bytes(b"<TEI>\n<text></TEI>")
    (folder / "source" / "lost.txt").symlink_to("nowhere")
    report = built(folder)
    outcomes = {it.name: it.outcome for it in report.documents}
    assert outcomes == {"broken": "wrong", "first": "left", "lost": "unread", "second": "left"}
    assert report.documents[0].findings == {"X001": 1}
    broken = next(it for it in report.findings if it.code == "X001")
    assert (broken.severity, broken.number, broken.documents) == ("error", 1, 1)
    assert report.totals.bytes_made == 0
    again = built(folder)
    assert {it.name: it.outcome for it in again.documents} == outcomes


def test_it_is_written_however_a_build_ends(folder: Path) -> None:
    def stop(_sources: Sources) -> None:
        raise KeyboardInterrupt

    assert built(folder, Watch(done=stop)).end == "interrupted"
    (folder / "source" / "a.txt").write_bytes(b"")
    stopped = built(folder, fail_fast=True)
    assert (stopped.end, stopped.stopped_at) == ("stopped", "a")
    (folder / "source" / "a.txt").unlink()
    (folder / "output" / "html").rename(folder / "elsewhere")
    (folder / "output" / "html").write_bytes(b"")
    failed = built(folder)
    assert failed.end == "failed"
    assert failed.failure.startswith("IO02 ")
    assert ":1:1:" not in failed.failure
    assert failed.totals.documents == len(failed.documents)


@pytest.mark.parametrize(
    ("error", "end", "failure"),
    [
        (ZeroDivisionError("by nothing"), "failed", "ZeroDivisionError by nothing"),
        (SystemExit(), "failed", "SystemExit"),
        (KeyboardInterrupt(), "interrupted", ""),
    ],
)
def test_what_an_earlier_run_wrote_does_not_stand_for_one_that_fails(
    tmp_path: Path, error: BaseException, end: str, failure: str
) -> None:
    file = tmp_path / "last.json"
    with reported(file, Build(), str(tmp_path), Hands()):
        pass
    assert msgspec.json.decode(file.read_bytes(), type=RunReport).end == "complete"
    was_there = []

    def run() -> None:
        with reported(file, Build(), str(tmp_path), Hands()):
            was_there.append(file.exists())
            raise error

    with pytest.raises(type(error)):
        run()
    assert was_there == [False]
    report = msgspec.json.decode(file.read_bytes(), type=RunReport)
    assert (report.end, report.failure) == (end, failure)


def test_a_report_that_is_read_only_stays(tmp_path: Path) -> None:
    file = tmp_path / "last.json"
    file.write_text("kept", encoding="utf-8")
    file.chmod(0o444)
    with (
        pytest.raises(FileAccessError, match="read-only"),
        reported(file, Build(), str(tmp_path), Hands()),
    ):
        pass
    assert file.read_text(encoding="utf-8") == "kept"


def test_where_it_cannot_be_written_that_is_told(folder: Path) -> None:
    report = Build()
    with (
        pytest.raises(FileAccessError) as caught,
        reported(folder / "source" / "edition.toml" / "report.json", report, str(folder), Hands()),
    ):
        build(Project(folder), report=report)
    assert caught.value.finding.code == "IO02"
    assert (folder / "output" / "manifest.json").is_file()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "kept.json", tmp_path / "link.json"
    file.write_text("of another run", encoding="utf-8")
    link.symlink_to(file)
    with reported(link, Build(), str(tmp_path), Hands()):
        pass
    assert link.is_symlink()
    assert msgspec.json.decode(file.read_bytes(), type=RunReport).end == "complete"


def test_its_schema_is_as_documented() -> None:
    """Written by ``python -m tests.project.test_run_report``."""
    assert SCHEMA.read_bytes() == report_schema()


if __name__ == "__main__":
    SCHEMA.write_bytes(report_schema())
