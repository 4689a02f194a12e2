"""Several processes make documents: the edition is the same, and one that ends costs a document."""

from __future__ import annotations

import os
import shutil
import signal
from multiprocessing import active_children
from pathlib import Path
from string import ascii_lowercase

import pytest

from edition.project.building import build
from edition.project.folder import Project, Sources
from edition.project.hands import Hands
from edition.project.report import Build, Watch
from tests.project.test_building_killed import everything_in
from tests.small_edition import TRANSCRIPT

MANY = 24


@pytest.fixture
def many(folder: Path) -> Path:
    """An edition of so many transcripts that several processes make them; two are wrong."""
    for number in range(MANY):
        said = TRANSCRIPT.format(name=f"number {number}")
        said = said.replace("Boris Petrov", f"Boris Petrov{ascii_lowercase[number]}")
        (folder / "source" / f"n{number:02}.txt").write_text(said, encoding="utf-8")
    (folder / "source" / "n10.txt").write_bytes(b"")
    build(Project(folder))
    tei = folder / "source" / "n15.xml"
    tei.write_text(tei.read_text("utf-8").replace("<body>", "<body><nonsense/>"), encoding="utf-8")
    for file in (folder / "source").glob("n1*.xml"):
        if file.stem not in {"n15", "n16"}:
            file.unlink()
    return folder


def test_they_make_what_one_makes_and_tell_it_in_the_same_order(many: Path) -> None:
    before = many.with_name("before")
    shutil.copytree(many, before)
    reports, editions = [], []
    for jobs in (1, 3):
        done: list[str] = []
        watch = Watch(done=lambda sources: done.append(sources.stem))  # noqa: B023 - called now
        reports.append(build(Project(many), anew=True, hands=Hands(jobs), watch=watch))
        editions.append((everything_in(many), done))
        shutil.rmtree(many)
        shutil.copytree(before, many)
    assert reports[0] == reports[1]
    assert reports[0].encoded == 7
    assert editions[0] == editions[1]


def build_and_kill_one(folder: Path, after: int) -> Build:
    """Build *folder* by two processes, of which one is killed when *after* documents are done."""
    done: list[Sources] = []

    def kill(sources: Sources) -> None:
        done.append(sources)
        if len(done) == after:
            number = active_children()[0].pid
            assert number is not None
            os.kill(number, signal.SIGKILL)

    return build(Project(folder), anew=True, hands=Hands(2), watch=Watch(done=kill))


def test_a_document_over_which_one_ends_is_told_and_the_others_are_made(many: Path) -> None:
    report = build_and_kill_one(many, after=8)
    ended = [finding for finding in report.findings if finding.code == "P011"]
    assert len(ended) <= 1  # none where it had nothing to do just then
    assert all("SIGKILL" in finding.message for finding in ended)
    assert report.documents == MANY + 2
    build(Project(many))
    completed = everything_in(many / "output")
    build(Project(many), anew=True)
    assert completed == everything_in(many / "output")


def test_a_file_that_is_saved_while_its_document_is_made_elsewhere_stays(many: Path) -> None:
    own = (many / "source" / "n16.xml").read_bytes()

    def save(sources: Sources, _why: str) -> None:
        if sources.stem == "n17":
            sources.tei.write_bytes(own)

    report = build(Project(many), anew=True, hands=Hands(2), watch=Watch(making=save))
    assert [it.code for it in report.findings if Path(it.file).stem == "n17"] == ["E017"]
    assert (many / "source" / "n17.xml").read_bytes() == own


def test_none_is_left_when_a_build_ends(many: Path) -> None:
    def stop(sources: Sources) -> None:
        if sources.stem == "n09":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Project(many), anew=True, hands=Hands(2), watch=Watch(done=stop))
    assert active_children() == []


def test_what_is_left_of_an_interrupted_build_is_as_of_a_whole_one(many: Path) -> None:
    whole = many.with_name("whole")
    shutil.copytree(many, whole)
    for tei in (*many.glob("source/*.xml"), *whole.glob("source/*.xml")):
        tei.unlink()
    shutil.rmtree(many / "output")
    shutil.rmtree(whole / "output")

    def stop(sources: Sources) -> None:
        if sources.stem == "n12":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(Project(many), watch=Watch(done=stop))
    build(Project(many))
    build(Project(whole))
    assert everything_in(many) == everything_in(whole)
