"""What a page is told of a build: where its document was edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.project.folder import Project
from edition.project.lock import alone_in
from edition.serving import Board, Rebuilder
from tests.small_edition import write_small_edition


def test_an_edit_is_found_by_whichever_build_reads_it(tmp_path: Path) -> None:
    project = Project(write_small_edition(tmp_path / "edition"))
    board = Board()
    rebuilder = Rebuilder(project, board)
    rebuilder.rebuild()
    assert not board.last.edits
    with alone_in(project.output, pytest.fail):  # between two saves another build may write
        assert (project.output / "html" / "first.html").exists()

    file = project.source / "first.xml"
    note = '<note type="annotation" resp="#encoder">They are long.</note>'
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("the minutes.", f"the minutes.{note}"), encoding="utf-8")
    rebuilder.rebuild()
    assert list(board.last.edits) == ["first"]
    edit = board.last.edits["first"]
    assert edit.ids
    rebuilder.rebuild()
    assert board.last.edits["first"] == edit
