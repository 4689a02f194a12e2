"""Measuring: time and memory of calls, with the engine that they use, and of whole commands."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Spent(NamedTuple):
    """Seconds by the clock, and seconds that processors were busy."""

    wall: float
    busy: float


class Cost(NamedTuple):
    """What a whole command needed: seconds, median of several runs, and peak megabytes."""

    seconds: float
    parent: float
    children: float

    @property
    def largest(self) -> float:
        """The megabytes of its largest process."""
        return max(self.parent, self.children)


def spent(call: Callable[[], object], times: int = 1) -> Spent:
    """What *call* needs, here and in the processes that it started; medians of *times* runs."""
    runs = []
    for _ in range(times):
        wall, before = time.perf_counter(), busy()
        call()
        runs.append(Spent(time.perf_counter() - wall, busy() - before))
    return Spent(median(run.wall for run in runs), median(run.busy for run in runs))


def by_turns(calls: Sequence[Callable[[], object]], rounds: int = 5) -> list[float]:
    """The seconds that processors are busy with each of *calls*: of *rounds* the best.

    They are made by turns, so that what else the machine does meanwhile falls on all of them.
    """
    taken = [[spent(call).busy for call in calls] for _ in range(rounds)]
    return [min(seconds) for seconds in zip(*taken, strict=True)]


def spent_with_children(call: Callable[[], object]) -> Spent:
    """What *call* needs, here and in processes that it started, that they started, and that end."""
    wall, before = time.perf_counter(), _of_ended()
    call()
    return Spent(time.perf_counter() - wall, _of_ended() - before)


def _of_ended() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


def resident() -> tuple[float, float]:
    """Megabytes that this process holds now, and the largest that it started."""
    return _megabytes("self", "VmRSS"), _largest("self", "VmRSS")


def python(arguments: Sequence[str], before: Callable[[], object], times: int = 7) -> Cost:
    """What ``python ARGUMENTS`` needs; *before* runs before each time.

    Memory is looked at in runs of their own, so that the looking costs no time.
    """
    seconds = []
    for _ in range(times):
        before()
        started = time.perf_counter()
        _succeed(_started(arguments).wait(), arguments)
        seconds.append(time.perf_counter() - started)
    before()
    child = _started(arguments)
    parent = children = 0.0
    while child.poll() is None:
        parent = max(parent, _megabytes(child.pid, "VmHWM"))
        children = max(children, _largest(child.pid, "VmHWM"))
        time.sleep(0.001)
    return Cost(median(seconds), parent, children)


def _started(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _succeed(code: int, arguments: Sequence[str]) -> None:
    if code not in (0, 1):
        raise SystemExit(f"python {' '.join(arguments)} ended with {code}")


def busy() -> float:
    """Processor seconds of this process and of those that it started and that still run."""
    started = (Path(f"/proc/{pid}/schedstat").read_text().split()[0] for pid in _children("self"))
    return time.process_time() + sum(map(int, started)) / 1e9


def _children(pid: int | str) -> Iterator[str]:
    try:
        for file in Path(f"/proc/{pid}/task").glob("*/children"):
            yield from file.read_text().split()
    except OSError:  # it has ended
        return


def _largest(pid: int | str, name: str) -> float:
    return max((_megabytes(child, name) for child in _children(pid)), default=0.0)


def _megabytes(pid: int | str, name: str) -> float:
    """The line *name* of /proc/PID/status; 0 where the process has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith(f"{name}:")]
    return int(found[0]) * 1024 / 1e6 if found else 0.0
