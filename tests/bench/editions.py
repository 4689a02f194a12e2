"""What builds of a whole edition of many documents need, with all its pages, data and search."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.corpus import SOURCES
from tests.bench.measure import Spent, spent_with_children


def editions(folder: Path, documents: int) -> float:
    """Print what builds of an edition of *documents* need; returns documents a second of a core.

    The documents are copies of one with its names marked, under names of their own.
    """
    source = folder / "source"
    shutil.copytree(SOURCES, source)
    first = min(source.glob("*.txt"))
    for number in range(1, documents):
        for file in (first, first.with_suffix(".xml")):
            shutil.copy(file, file.with_stem(f"{file.stem}-{number}"))
    print(f"\nAn edition of {documents} documents, all that `edition build` makes of their TEI\n")
    print(f"{'':28}{'s':>10}{'busy s':>10}{'docs/busy s':>12}")
    whole = _build("all", folder, documents)
    _build("nothing changed", folder, documents)
    tei = first.with_suffix(".xml")
    tei.write_bytes(tei.read_bytes().replace(b"</body>", b"<!-- looked at --></body>"))
    _build("one changed", folder, documents)
    return documents / whole.busy


def _build(name: str, folder: Path, documents: int) -> Spent:
    command = [sys.executable, "-m", "edition", "build", str(folder)]
    needs = spent_with_children(
        lambda: subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
    )
    rate = documents / needs.busy
    print(f"{name:28}{needs.wall:>10.2f}{needs.busy:>10.2f}{rate:>12.1f}")
    return needs
