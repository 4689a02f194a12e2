"""Labels that name nobody ("Speaker 2") are no entries of a register, and none is missed there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main

TALK = """\
Talk about tea

March 7, 2021

[00:00:02] Nadia Weld: Hello. My guest knows tea.

[00:00:09] {label}: Good day. I do.

[00:00:11] Nadia Weld: Tell us about it.

[00:00:14] {label}: It is hot.
"""


@pytest.mark.parametrize(("label", "is_listed"), [("Speaker 2", False), ("Anna Berg", True)])
def test_who_has_no_name_is_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, label: str, is_listed: bool
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "tea.txt").write_text(TALK.format(label=label), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    runs = [CliRunner().invoke(main, ["--plain", "build", "--only", "text"]) for _ in range(2)]
    assert [run.exit_code for run in runs] == [0, 0]
    assert "G007" not in "".join(run.output for run in runs)
    register = (source / "persons.xml").read_text(encoding="utf-8")
    assert (f">{label}<" in register) is is_listed
    assert f">{label}<" in (source / "tea.xml").read_text(encoding="utf-8")
