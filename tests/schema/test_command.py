"""``edition schema``: the files made, checked and copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edition.cli import main
from edition.resources import SCHEMAS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", *arguments])


def test_the_files_of_the_checkout_are_fresh() -> None:
    result = run("--check")
    assert (result.exit_code, result.output) == (0, "")


def test_making_them_again_changes_nothing() -> None:
    before = {file: file.stat().st_mtime_ns for file in SCHEMAS.iterdir()}
    assert run().exit_code == 0
    assert {file: file.stat().st_mtime_ns for file in SCHEMAS.iterdir()} == before


def test_a_stale_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.schema.stale", lambda: ["edition.rng"])
    result = run("--check")
    assert result.exit_code == 1
    assert "schemas/edition.rng" in result.output


def test_a_project_gets_its_own_copy(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schemas"
    assert run("--copy", str(folder)).exit_code == 0
    names = {"edition.odd", "edition.rng", "edition.sch", "guide.html", "editing.md"}
    assert {file.name for file in folder.iterdir()} == names
    assert all(file.read_bytes() == (SCHEMAS / file.name).read_bytes() for file in folder.iterdir())


def test_a_copy_where_nobody_may_write_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("--copy", str(tmp_path / "file" / "folder"))
    assert result.exit_code == 3
    assert "IO02" in result.output


def test_check_and_copy_exclude_each_other(tmp_path: Path) -> None:
    assert run("--check", "--copy", str(tmp_path)).exit_code == 2


def test_an_installed_program_has_nothing_to_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.resources.SCHEMAS", Path("/usr/share/schemas"))
    assert run().exit_code == 2
