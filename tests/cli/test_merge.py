"""``edition merge``: two editors, two branches, one file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import edition
from edition.cli import main

TEXT = """Meeting

March 4, 2016, Moscow

Ivan Petrov: Hello to all. It was late.

We met them there.

Anna Petrova: Good day.
"""
TEI = edition.encode(edition.read(TEXT.encode(), "meeting.txt", "kremlin")).decode()

MOSCOW = '<placeName ref="#Moscow" cert="high" resp="#encoder">Moscow</placeName>'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--plain", "merge", *map(str, arguments)])


def versions(folder: Path, ours: str, theirs: str) -> list[Path]:
    files = [folder / name for name in ("base.xml", "ours.xml", "theirs.xml")]
    for file, text in zip(files, (TEI, ours, theirs), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def test_what_either_changed_is_there(tmp_path: Path) -> None:
    ours = TEI.replace("Hello", "<hi>Hello</hi>").replace("Good day", "Good evening")
    theirs = TEI.replace("was late", "<emph>was</emph> late").replace("them there", "him there")
    result = run(*versions(tmp_path, ours, theirs))
    assert (result.exit_code, result.stderr) == (0, "")
    for words in ("<hi>Hello</hi>", "<emph>was</emph>", "Good evening", "met him there"):
        assert words in result.stdout
    assert '<tagUsage gi="emph" occurs="1"/>' in result.stdout
    assert '<tagUsage gi="hi" occurs="1"/>' in result.stdout


@pytest.mark.parametrize("is_ours", [True, False])
def test_lines_end_as_those_of_ours(tmp_path: Path, *, is_ours: bool) -> None:
    files = versions(tmp_path, TEI, TEI)
    dos, other = files[1:] if is_ours else files[:0:-1]
    dos.write_bytes(TEI.replace("\n", "\r\n").encode())
    other.write_bytes(TEI.replace("It was late", "It was very late").encode())
    assert run(*files, "-o", tmp_path / "merged.xml").exit_code == 0
    merged = (tmp_path / "merged.xml").read_bytes()
    assert b"very late" in merged
    assert merged.count(b"\r\n") == (merged.count(b"\n") if is_ours else 0)


def test_where_both_changed_the_same_ours_stands_and_it_is_told(tmp_path: Path) -> None:
    ours, theirs = TEI.replace("Hello", "Hallo"), TEI.replace("Hello", "Hullo")
    out = tmp_path / "out.xml"
    result = run(*versions(tmp_path, ours, theirs), "-o", out, "--name", "meeting.xml")
    assert result.exit_code == 1
    assert "meeting.xml:" in result.stderr
    assert "Hullo" in result.stderr
    assert "E015" in result.stderr
    assert out.read_text(encoding="utf-8") == ours


@pytest.mark.parametrize(
    ("tag", "decided"),
    [
        ('<u who="#IvanPetrov"', '<u cert="{}" who="#IvanPetrov"'),  # both add it
        ('<placeName ref="#Moscow" cert="high"', '<placeName ref="#Moscow" cert="{}"'),
    ],
)
def test_where_both_decided_how_sure_a_name_is_it_is_told(
    tmp_path: Path, tag: str, decided: str
) -> None:
    base = TEI.replace('<u xml:id="u1" who="#IvanPetrov"', '<u who="#IvanPetrov" xml:id="u1"')
    base = base.replace("met them there", f"met in {MOSCOW}")
    ours, theirs = (base.replace(tag, decided.format(how)) for how in ("medium", "low"))
    assert len({base, ours, theirs}) == 3
    files = versions(tmp_path, ours, theirs)
    files[0].write_text(base, encoding="utf-8")
    result = run(*files)
    assert (result.exit_code, result.stderr.count("E015")) == (1, 1)
    assert result.stdout == ours


def test_a_version_that_is_no_xml_is_told_and_nothing_written(tmp_path: Path) -> None:
    result = run(*versions(tmp_path, TEI, "<TEI"), "-o", tmp_path / "out.xml")
    assert (result.exit_code, "X001" in result.stderr) == (1, True)
    assert not (tmp_path / "out.xml").exists()


def test_what_a_merge_that_was_killed_has_left_goes_with_the_next(tmp_path: Path) -> None:
    left = tmp_path / f".{'0' * 12}.part"
    left.write_bytes(b"<TEI")
    files = versions(tmp_path, TEI, TEI.replace("Hello", "Hullo"))
    assert run(*files, "-o", tmp_path / "out.xml").exit_code == 0
    assert {it.name for it in tmp_path.iterdir()} == {*(it.name for it in files), "out.xml"}


def test_a_folder_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    result = run(*versions(tmp_path, TEI, TEI), "-o", tmp_path / "no" / "out.xml")
    assert (result.exit_code, "Make it first" in result.stderr) == (2, True)
    assert not (tmp_path / "no").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_merges_two_branches_by_it(tmp_path: Path) -> None:
    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        return subprocess.run(
            ["git", *who, *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
        )

    file = tmp_path / "meeting.xml"

    def commit(text: str) -> None:
        file.write_text(text, encoding="utf-8")
        git("add", "-A")
        git("commit", "-qm", "Changed")

    git("init", "-q", "-b", "main")
    driver = f"{sys.executable} -m edition merge %O %A %B -o %A --name %P"
    git("config", "merge.edition.driver", driver)
    (tmp_path / ".gitattributes").write_text("*.xml merge=edition\n", encoding="utf-8")
    commit(TEI)
    git("checkout", "-qb", "names")
    commit(TEI.replace("Hello to", "<hi>Hello</hi> to"))
    git("checkout", "-q", "main")
    commit(TEI.replace("It was late", "It was very late"))  # in the same line
    done = git("merge", "--no-edit", "names")
    assert done.returncode == 0, done.stderr
    assert "<hi>Hello</hi> to all. It was very late." in file.read_text(encoding="utf-8")
