"""A small edition: two transcripts and settings, for tests that need a folder to build."""

from __future__ import annotations

from pathlib import Path

TRANSCRIPT = """\
Meeting of the {name} committee

March 3, 2021, Moscow

President of Russia Vladimir Putin: Good morning, members of the {name} committee.

Let us begin.

Boris Petrov: I have read the minutes. (Applause.)

Vladimir Putin: Thank you.
"""
SETTINGS = """\
[edition]
version = "1.0.0"
publisher = "Example Press"

[source]
convention = "kremlin"
"""


def write_small_edition(folder: Path) -> Path:
    """Write the small edition into *folder*, not built yet."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in ("first", "second"):
        (source / f"{name}.txt").write_text(TRANSCRIPT.format(name=name), encoding="utf-8")
    (source / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    return folder
