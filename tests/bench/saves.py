"""What a save costs while the edition is served: a word of one document edited, all kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from edition.project.folder import Project
from edition.serving import Board, Rebuilder
from tests.bench.corpus import SOURCES
from tests.bench.measure import Spent, spent

_DOCUMENTS = (1, 50)


def saves(folder: Path) -> Spent:
    """Print what builds after a save need, in editions of more and more copies of one document.

    Returns what is needed where there is one, in *folder*.
    """
    print("\nA save of one document while it is served, median of 9\n")
    print(f"{'documents':>28}{'ms':>10}{'busy ms':>10}")
    needs = []
    for documents in _DOCUMENTS:
        needs.append(_save(folder / str(documents), documents))
        print(f"{documents:>28}{needs[-1].wall * 1e3:>10.0f}{needs[-1].busy * 1e3:>10.0f}")
    return needs[0]


def _save(folder: Path, documents: int) -> Spent:
    source = folder / "source"
    shutil.copytree(SOURCES, source)
    first = min(source.glob("*.txt"))
    tei = first.with_suffix(".xml")
    for number in range(1, documents):
        for file in (first, tei):
            shutil.copy(file, file.with_stem(f"{file.stem}-{number}"))
    rebuilder = Rebuilder(Project(folder), Board())
    rebuilder.rebuild()
    text = tei.read_bytes()
    written = 0

    def save() -> None:
        nonlocal written
        written += 1
        tei.write_bytes(text.replace(b"</body>", b"<!-- %d --></body>" % written))
        rebuilder.rebuild()

    save()
    return spent(save, times=9)
