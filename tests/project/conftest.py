"""What the tests of building share: a small edition, and a look at what lies in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_edition import write_small_edition

Snapshot = dict[str, tuple[bytes, int, int]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two transcripts and settings, not built yet."""
    return write_small_edition(tmp_path / "edition")


@pytest.fixture
def snapshot() -> Callable[[Path], Snapshot]:
    """Every file below a folder: its bytes, when it was written, its inode."""

    def taken(folder: Path) -> Snapshot:
        return {
            str(path.relative_to(folder)): (
                path.read_bytes(),
                path.stat().st_mtime_ns,
                path.stat().st_ino,
            )
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return taken
