"""``make bench-corpus``: how large editions are made, in one run beside what others use.

Prints tables; asserts nothing. ``--sizes`` says how large the editions are, ``--plot FILE`` draws
how they grow.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.corpora.builds import Built, build, change_one, change_register
from tests.bench.corpora.making import copy_source, kind, make_edition
from tests.bench.corpora.peers import peers
from tests.bench.corpora.plot import Line, Panel, plot

_OF_PEERS = 20  # files: some need a second for each


class Grown(NamedTuple):
    """What builds of an edition of so many documents needed."""

    documents: int
    first: Built
    nothing: Built
    one: Built


def jobs(folder: Path, documents: int) -> Built:
    """Print what one process and two need; leaves the edition built in *folder*."""
    print(
        f"\nThe whole pipeline, {documents} documents, from text to pages and from TEI to pages\n"
    )
    print(f"{'':28}{'s':>10}{'busy s':>10}{'docs/s':>10}{'busy ms/doc':>13}")
    make_edition(folder, documents)
    alone = folder.with_name("alone")
    copy_source(folder, alone)
    one, two = build(alone, "--jobs", "1"), build(folder, "--jobs", "2")
    again = [build(it, "--anew", "--jobs", n) for it, n in ((alone, "1"), (folder, "2"))]
    rows = {
        "from text, 1 process": one,
        "from text, 2 processes": two,
        "from TEI, 1 process": again[0],
        "from TEI, 2 processes": again[1],
    }
    for name, built in rows.items():
        busy = built.needs.busy / documents * 1e3
        print(f"{name:28}{_needs(built)}{built.rate:>10.1f}{busy:>13.1f}")
    print(f"\nSpeed-up of 2 processes: from text {one.needs.wall / two.needs.wall:.2f},", end=" ")
    print(f"from TEI {again[0].needs.wall / again[1].needs.wall:.2f}")
    _steps(again[1])
    return again[0]


def _steps(built: Built) -> None:
    """Where the time of the leading process goes, and that of making documents."""
    documents = built.report.documents
    print("\nSteps of the last, s: ", end="")
    print(", ".join(f"{step} {seconds:.1f}" for step, seconds in built.report.steps.items()))
    steps: dict[str, float] = {}
    for document in documents:
        for step, seconds in document.seconds.items():
            steps[step] = steps.get(step, 0.0) + seconds
    print("Of a document, ms: ", end="")
    print(", ".join(f"{step} {it / len(documents) * 1e3:.1f}" for step, it in steps.items()))


def beside_peers(folder: Path, ours: Built) -> None:
    """Print what others need for the TEI in *folder*, and how much more than we or less."""
    files = sorted(folder.glob("source/meeting-*.xml"))[:_OF_PEERS]
    mine = ours.needs.busy / ours.report.totals.documents
    print("\nBeside others, for a document, busy ms; of ours it is all that a build makes of TEI\n")
    print(f"{'':34}{'busy ms':>10}{'ours / it':>12}")
    for peer in peers(files, folder):
        print(f"{peer.name:34}{peer.needs.busy * 1e3:>10.1f}{mine / peer.needs.busy:>12.2f}")
    print(f"{'edition build, 1 process':34}{mine * 1e3:>10.1f}{1:>12.2f}")


def edited(folder: Path) -> None:
    """Print what is made after an edit of a register."""
    key, number = change_register(folder)
    built = build(folder, "--jobs", "2")
    made = sum(bool(it.why) for it in built.report.documents)
    print(f"\nEdit of the entry {key}, of which {number} documents have a copy: ", end="")
    reasons = sorted({it.why for it in built.report.documents if it.why})
    print(f"{made} made anew ({'; '.join(reasons)}),", end=" ")
    print(f"in {built.needs.wall:.1f} s ({built.needs.busy:.1f} busy)")


def growth(folder: Path, sizes: Sequence[int]) -> list[Grown]:
    """Print how builds grow with the number of documents."""
    print("\nGrowth, by 2 processes\n")
    print(f"{'':10}{'from text':>20}{'':>14}{'no change':>18}{'one changed':>18}")
    heads = ("busy ms/doc", "docs/s", "parent MB", "s", "busy s", "s", "busy s")
    print(
        f"{'documents':>10}" + "".join(f"{it:>{w}}" for it, w in zip(heads, _WIDTHS, strict=True))
    )
    grown = [_grown(folder / str(size), size) for size in sizes]
    for it in grown:
        first = it.first
        figures = (
            f"{first.needs.busy / it.documents * 1e3:.1f}",
            f"{first.rate:.1f}",
            f"{first.report.peak_megabytes:.0f}",
            *_pair(it.nothing),
            *_pair(it.one),
        )
        row = "".join(f"{it:>{w}}" for it, w in zip(figures, _WIDTHS, strict=True))
        print(f"{it.documents:>10,}{row}")
    return grown


_WIDTHS = (12, 10, 12, 9, 9, 9, 9)


def _grown(folder: Path, size: int) -> Grown:
    make_edition(folder, size)
    first, nothing = build(folder, "--jobs", "2"), build(folder)
    change_one(folder)
    return Grown(size, first, nothing, build(folder))


def _pair(built: Built) -> tuple[str, str]:
    return f"{built.needs.wall:.2f}", f"{built.needs.busy:.2f}"


def _needs(built: Built) -> str:
    return f"{built.needs.wall:>10.1f}{built.needs.busy:>10.1f}"


def drawn(grown: Sequence[Grown]) -> bytes:
    """How a build grows, as a picture."""
    of_document = [(it.documents, it.first.needs.busy / it.documents * 1e3) for it in grown]
    unchanged = [(it.documents, it.nothing.needs.busy / it.documents * 1e3) for it in grown]
    memory = [(it.documents, it.first.report.peak_megabytes) for it in grown]
    panels = [
        Panel("A document", "busy ms", [Line("made from text", of_document)]),
        Panel("A document", "busy ms", [Line("when nothing changed", unchanged)]),
        Panel("Leading process", "MB, most", [Line("memory", memory)]),
    ]
    return plot(panels, f"Builds of {', '.join(f'{it.documents:,}' for it in grown)} documents")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", default="100,1000", help="of editions, with commas between")
    arguments.add_argument("--plot", type=Path, help="where a picture of the growth goes (SVG)")
    chosen = arguments.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    print(f"Of {kind()}; processors: {os.cpu_count()}, load: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        ours = jobs(Path(folder, "jobs"), sizes[0])
        beside_peers(Path(folder, "jobs"), ours)
        edited(Path(folder, "jobs"))
        grown = growth(Path(folder, "growth"), sizes)
    if chosen.plot:
        chosen.plot.write_bytes(drawn(grown))


if __name__ == "__main__":
    main()
