"""``make bench``: how fast and how large, against the floor of parsing alone.

Prints tables; asserts nothing. ``--documents`` says how many the memory is watched over.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from edition.checking import check
from edition.names.known import Known
from edition.names.naming import name as name_in
from edition.publishing.document import publish
from edition.settings import Settings
from edition.tei.document import Document, parse
from edition.tei.encode import encode
from edition.transcript.model import Transcript
from edition.transcript.reader import read
from tests.bench.corpus import SOURCES, clear_transcripts, long_register, transcripts
from tests.bench.editions import editions
from tests.bench.measure import Cost, by_turns, python, spent
from tests.bench.memory import NAME, memory, whole
from tests.bench.saves import saves

TARGETS = {
    "cold build, s": 0.35,
    "documents/s a core": 60,
    "peak, MB": 120,
    "a save to its page, busy s": 0.3,
    "of an edition, docs/busy s": 60,
}
_DOCUMENTS = 100  # of the edition that is built
_LONG = "name, 100,000 in register"
_ALL = "all, from text to pages"
FLOOR = "parse + serialise (floor)"


class Sample(NamedTuple):
    """One document at every stage."""

    data: bytes
    transcript: Transcript
    tei: bytes
    document: Document


def sample(data: bytes) -> Sample:
    """*data*, read, encoded and parsed again."""
    transcript = read(data, NAME)
    tei = encode(transcript, Settings())
    return Sample(data, transcript, tei, parse(tei, "transcript.xml"))


def floor(tei: bytes) -> bytes:
    """The least that anything with this TEI costs: parse and serialise."""
    return bytes(etree.tostring(etree.fromstring(tei), encoding="utf-8"))


STAGES: dict[str, Callable[[Sample], object]] = {
    FLOOR: lambda it: floor(it.tei),
    "read": lambda it: read(it.data, NAME),
    "name": lambda it: name_in(it.transcript),
    "encode": lambda it: encode(it.transcript, Settings()),
    "parse": lambda it: parse(it.tei, "transcript.xml"),
    "validate": lambda it: check(it.document, source=it.data),
    "publish html + text": lambda it: publish(it.document),
}


def speed(clean: list[Sample], doubtful: list[Sample]) -> float:
    """Print what each stage needs a document; returns documents a second for all of them."""
    megabytes = sum(len(it.tei) for it in clean) / len(clean) / 1e6
    print(f"Warm, one document after another, {len(clean)} of {megabytes:.3f} MB TEI\n")
    print(f"{'stage':28}{'ms/doc':>10}{'busy ms':>10}{'docs/s':>10}{'floors':>10}")
    base = spent(partial(_each, STAGES[FLOOR], clean), times=3).busy / len(clean)
    rows = [(row, stage, clean) for row, stage in STAGES.items()]
    rows.append((_ALL, lambda it: whole(it.data, named=False), clean))
    rows.append(("the same, with names", lambda it: whole(it.data), clean))
    of_others = _of_others(clean)
    register = long_register(100_000)
    ready = spent(lambda: Known(register))
    known = Known(register)

    def by_register(it: Sample) -> object:
        return name_in(it.transcript, known)

    rows.append((_LONG, by_register, clean))
    rows.append(("validate, with findings", STAGES["validate"], doubtful))
    busy = {}
    for row, stage, over in rows:
        _each(stage, over)  # warms up
        needs = spent(partial(_each, stage, over), times=3)
        wall, busy[row] = needs.wall / len(over), needs.busy / len(over)
        figures = f"{busy[row] * 1e3:10.2f}{1 / wall:10.0f}{busy[row] / base:10.1f}"
        print(f"{row:28}{wall * 1e3:10.2f}{figures}")
    print(f"\nA register of 100,000 made ready: {ready.busy:.2f} s")
    by_it, without = by_turns([partial(_each, one, clean) for one in (by_register, STAGES["name"])])
    print(f"Naming by it, of naming without: {by_it / without:.2f}")
    print(f"Naming, of reading and encoding: {of_others:.2f}")
    return 1 / busy[_ALL]


def _of_others(samples: list[Sample]) -> float:
    """What naming *samples* takes, of reading and encoding them; in a small process."""
    stages = (STAGES["name"], STAGES["read"], STAGES["encode"])
    naming, reading, encoding = by_turns([partial(_each, stage, samples) for stage in stages])
    return naming / (reading + encoding)


def _each(stage: Callable[[Sample], object], samples: list[Sample]) -> None:
    for it in samples:
        stage(it)


def cold(folder: Path) -> Cost:
    """Print what the commands need for one transcript; returns what a build of it does."""
    source = folder / "source"
    source.mkdir(parents=True)
    first = min(SOURCES.glob("*.txt"))
    shutil.copy(first, source)
    if (SOURCES / "edition.toml").is_file():
        shutil.copy(SOURCES / "edition.toml", source)

    def as_new() -> None:
        shutil.rmtree(folder / "output", ignore_errors=True)
        for file in source.glob("*.xml"):
            file.unlink()

    build = ["-m", "edition", "build", str(folder)]
    validate = ["-m", "edition", "validate", str(source / f"{first.stem}.xml")]
    runs = {
        "python -c pass (floor)": (["-c", "pass"], lambda: None),
        "edition --version": (["-m", "edition", "--version"], lambda: None),
        "edition build, all new": (build, as_new),
        "edition build, nothing new": (build, lambda: None),
        "edition validate": (validate, lambda: None),
    }
    print("\nCold, a whole process, one transcript, median of 7; megabytes of each\n")
    print(f"{'':28}{'s':>10}{'parent':>10}{'children':>10}")
    costs = {}
    for name, (arguments, before) in runs.items():
        cost = costs[name] = python(arguments, before)
        print(f"{name:28}{cost.seconds:10.3f}{cost.parent:10.0f}{cost.children:10.0f}")
    return costs["edition build, all new"]


def against_targets(reached: dict[str, float]) -> None:
    """Print each target, what was reached, and their ratio."""
    print(f"\n{'':28}{'target':>10}{'reached':>10}{'ratio':>10}")
    for name, target in TARGETS.items():
        ratio = reached[name] / target
        print(f"{name:28}{target:>10}{reached[name]:>10.2f}{ratio:>10.2f}")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--documents", type=int, default=2000)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cost = cold(Path(folder, "cold"))
        save = saves(Path(folder, "served"))
        of_edition = editions(Path(folder, "edition"), _DOCUMENTS)
    print()
    rate = speed([*map(sample, clear_transcripts(20))], [*map(sample, transcripts(20))])
    sys.stdout.flush()
    # In a process of its own, that holds nothing else.
    watched = get_context("spawn").Process(target=memory, args=(chosen.documents,))
    watched.start()
    watched.join()
    against_targets(
        {
            "cold build, s": cost.seconds,
            "documents/s a core": rate,
            "peak, MB": cost.largest,
            "a save to its page, busy s": save.busy,
            "of an edition, docs/busy s": of_edition,
        }
    )


if __name__ == "__main__":
    main()
