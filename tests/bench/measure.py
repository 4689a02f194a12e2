"""Measuring: time and memory of calls in this process, and of whole commands."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

T = TypeVar("T")

PAGE = resource.getpagesize()


class Cost(NamedTuple):
    """What a whole command needed, medians of several runs."""

    seconds: float
    megabytes: float


def spent(call: Callable[[], T], times: int = 1) -> tuple[float, T]:
    """The processor seconds of *call*, the median of *times* runs, and what it returned."""
    runs = []
    for _ in range(times):
        started = time.process_time()
        result = call()
        runs.append(time.process_time() - started)
    return median(runs), result


def resident() -> float:
    """Megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE / 1e6


def python(arguments: Sequence[str], before: Callable[[], object], times: int = 7) -> Cost:
    """Wall seconds and peak megabytes of ``python ARGUMENTS``; *before* runs before each.

    The peak is never less than what this process held when it started the child.
    """
    seconds, megabytes = [], []
    for _ in range(times):
        before()
        started = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds.append(time.perf_counter() - started)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in (0, 1):
            raise SystemExit(f"python {' '.join(arguments)} ended with {child.returncode}")
        megabytes.append(usage.ru_maxrss * 1024 / 1e6)
    return Cost(median(seconds), median(megabytes))
