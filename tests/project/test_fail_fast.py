"""A build that stops at the first document with an error, and what the next one finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.project.building import build
from edition.project.folder import Project
from edition.project.hands import Hands
from edition.project.report import Watch
from tests.project.test_building_killed import everything_in, made_afresh
from tests.small_edition import TRANSCRIPT

MANY = 30


@pytest.fixture
def many(folder: Path) -> Path:
    """An edition of so many transcripts, of which the eleventh and the last have no words."""
    for number in range(MANY):
        said = TRANSCRIPT.format(name=f"number {number}")
        (folder / "source" / f"a{number:02}.txt").write_text(said, encoding="utf-8")
    for number in (10, MANY - 1):
        (folder / "source" / f"a{number:02}.txt").write_bytes(b"")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_stops_at_the_first_and_keeps_what_is_made(many: Path, jobs: int) -> None:
    report = build(Project(many), hands=Hands(jobs), fail_fast=True)
    assert report.stopped_at == "a10"
    assert report.documents == 11
    assert [run.name for run in report.runs] == [f"a{number:02}" for number in range(11)]
    assert (report.outcomes()["made"], report.outcomes()["wrong"]) == (10, 1)
    assert sorted(tei.stem for tei in (many / "source").glob("a*.xml")) == [
        f"a{number:02}" for number in range(10)
    ]
    assert (many / "output" / "html" / "a09.html").is_file()
    assert not (many / "output" / "html" / "a11.html").exists()
    assert not list(many.rglob("*.part"))


def test_the_next_build_goes_on_and_leaves_what_a_first_one_would(
    many: Path, tmp_path: Path
) -> None:
    build(Project(many), fail_fast=True)
    again = build(Project(many), fail_fast=True)
    assert again.outcomes()["left"] == 10
    for number in (10, MANY - 1):
        (many / "source" / f"a{number:02}.txt").unlink()
    made: list[str] = []
    report = build(
        Project(many),
        fail_fast=True,
        watch=Watch(making=lambda sources, _why: made.append(sources.stem)),
    )
    assert (report.stopped_at, len(made)) == ("", MANY - 12 + 2)
    assert everything_in(many / "output") == made_afresh(many, tmp_path / "fresh")


def test_one_that_stops_before_it_makes_anything_changes_nothing(folder: Path) -> None:
    build(Project(folder))
    (folder / "source" / "a.txt").symlink_to("nowhere")
    before = everything_in(folder / "output")
    report = build(Project(folder), fail_fast=True)
    assert (report.stopped_at, report.documents) == ("a", 1)
    assert everything_in(folder / "output") == before


def test_what_was_removed_from_the_source_stays_till_a_whole_build(folder: Path) -> None:
    shutil.copy(folder / "source" / "first.txt", folder / "source" / "a.txt")
    build(Project(folder))
    (folder / "source" / "first.xml").unlink()
    (folder / "source" / "first.txt").unlink()
    tei = folder / "source" / "a.xml"
    tei.write_text(tei.read_text("utf-8").replace("<body>", "<body><nonsense/>"), encoding="utf-8")
    assert build(Project(folder), fail_fast=True).stopped_at == "a"
    assert (folder / "output" / "html" / "first.html").is_file()
    assert build(Project(folder)).stopped_at == ""
    assert not (folder / "output" / "html" / "first.html").exists()
