"""What a save costs while the edition is served: a word of one document edited, all kept."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from edition.diagnostic import Diagnostic
from edition.project.folder import Project
from edition.serving import Board, Edit, Rebuilder
from tests.bench.corpus import SOURCES
from tests.bench.measure import Spent, busy

_DOCUMENTS = (1, 50)
_TIMES = 9


class _Noting(Board):
    """A board that notes when the first build is put up."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: Spent | None = None

    def await_first(self) -> Spent:
        """Begin to wait for it; returns the time now."""
        self.noted = None
        return Spent(time.perf_counter(), busy())

    def put(self, findings: tuple[Diagnostic, ...], edits: Mapping[str, Edit]) -> None:
        if self.noted is None:
            self.noted = Spent(time.perf_counter(), busy())
        super().put(findings, edits)


def saves(folder: Path) -> Spent:
    """Print what builds after a save need, in editions of more and more copies of one document.

    Returns what is needed until the page is there, where there is one, in *folder*.
    """
    print(f"\nA save of one document while it is served, median of {_TIMES}\n")
    print(f"{'':28}{'page':>20}{'all':>20}")
    print(f"{'documents':>28}{'ms':>10}{'busy ms':>10}{'ms':>10}{'busy ms':>10}")
    needs = []
    for documents in _DOCUMENTS:
        page, whole = _save(folder / str(documents), documents)
        figures = "".join(f"{it * 1e3:>10.0f}" for it in (*page, *whole))
        print(f"{documents:>28}{figures}")
        needs.append(page)
    return needs[0]


def _save(folder: Path, documents: int) -> tuple[Spent, Spent]:
    """What a save needs until the page of the document is put up, and until all is made."""
    source = folder / "source"
    shutil.copytree(SOURCES, source)
    first = min(source.glob("*.txt"))
    tei = first.with_suffix(".xml")
    for number in range(1, documents):
        for file in (first, tei):
            shutil.copy(file, file.with_stem(f"{file.stem}-{number}"))
    board = _Noting()
    rebuilder = Rebuilder(Project(folder), board)
    rebuilder.rebuild()
    text = tei.read_bytes()
    until_page: list[Spent] = []
    until_end: list[Spent] = []
    for number in range(_TIMES + 1):
        tei.write_bytes(text.replace(b"</body>", b"<!-- %d --></body>" % number))
        begun = board.await_first()
        rebuilder.rebuild()
        ended = Spent(time.perf_counter(), busy())
        if number and board.noted is not None:  # the first warms up
            until_page.append(_between(begun, board.noted))
            until_end.append(_between(begun, ended))
    return _median(until_page), _median(until_end)


def _between(begun: Spent, ended: Spent) -> Spent:
    return Spent(ended.wall - begun.wall, ended.busy - begun.busy)


def _median(runs: list[Spent]) -> Spent:
    return Spent(median(run.wall for run in runs), median(run.busy for run in runs))
