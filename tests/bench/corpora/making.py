"""Editions of any size to be measured: real transcripts where there are some, and shuffled ones."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.bench.corpus import SOURCES, shuffled, transcripts

REAL = Path(__file__).parents[4] / "shared" / "samples" / "kremlin"
_SETTINGS = """\
[edition]
title = "Meetings"
publisher = "Example Press"

[source]
convention = "kremlin"
language = "en"
"""


def kind() -> str:
    """What the transcripts are."""
    if REAL.is_dir():
        return "transcripts of the Kremlin, first as they are, then with their turns shuffled"
    return f"the transcript in {SOURCES.name}/, first as it is, then with its turns shuffled"


def make_edition(folder: Path, count: int) -> None:
    """Write *count* transcripts and settings into *folder*, of which nothing is encoded yet."""
    source = folder / "source"
    source.mkdir(parents=True)
    (source / "edition.toml").write_text(_SETTINGS, encoding="utf-8")
    for number, data in enumerate(islice(_all(count), count)):
        (source / f"meeting-{number:07}.txt").write_bytes(data)


def copy_source(folder: Path, elsewhere: Path) -> None:
    """Copy an edition, encoded or not, without what was built of it."""
    shutil.copytree(folder / "source", elsewhere / "source")


def _all(count: int) -> Iterator[bytes]:
    real = [path.read_bytes() for path in sorted(REAL.glob("*.txt"))]
    if not real:
        yield from transcripts(count)
        return
    yield from real
    for number in range(len(real), count):
        text = real[number % len(real)].decode()
        yield shuffled(text, random.Random(number)).encode()
