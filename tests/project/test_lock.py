"""A lock counts only if it is that of the file that others see."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest

from edition.diagnostic import EditionError
from edition.files import open_here
from edition.project import lock


def let_another_end(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run end, and a third begin and end, just as another has opened *file* to lock it.

    The run that ends takes its file away: who has opened that could lock what nobody sees.
    """
    is_taken = lock._is_taken
    ended: list[Path] = []

    def late(stream: BinaryIO) -> bool:
        if not ended:
            ended.append(file)
            file.unlink()
            file.touch()
        return is_taken(stream)

    monkeypatch.setattr(lock, "_is_taken", late)


def test_a_build_has_the_lock_that_others_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".lock"
    is_taken = lock._is_taken
    let_another_end(file, monkeypatch)
    with lock.alone_in(tmp_path, pytest.fail), open_here(file, "rb") as stream:
        assert not is_taken(stream)


def test_a_run_that_got_a_lock_nobody_sees_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_another_end(tmp_path / "machine" / ".lock", monkeypatch)
    with pytest.raises(EditionError, match="another run"), lock.locked([tmp_path]):
        pass
