"""Processes that do work: every order is answered, and what ends one costs one order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from edition.diagnostic import EditionError, Place, diagnostic
from edition.project.workers import WorkerEndedError, Workers


class StrangeError(Exception):
    """One that cannot be made again of what it says."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


def begin(factor: int) -> Callable[[object], object]:
    def answer(order: object) -> object:
        if order == "end":
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "leave":
            sys.exit(3)
        if order == "a lambda":
            return lambda: None
        if order == "a strange error":
            raise StrangeError("this", "that")
        if order == "who":
            return os.getpid()
        if order == "late":
            time.sleep(0.5)
        if order == "wrong":
            raise EditionError(diagnostic("M011", Place("source", 3)))
        if order == "interrupted":
            os.kill(os.getpid(), signal.SIGINT)
        return [order] * factor

    return answer


@pytest.fixture
def workers() -> Iterator[Workers[object, object]]:
    made: Workers[object, object] = Workers(2, begin, 2)
    yield made
    made.close()


def test_every_order_is_answered_whichever_is_done_first(
    workers: Workers[object, object],
) -> None:
    numbers = [workers.order(order) for order in ("late", 1, 2, 3)]
    assert [workers.answer(number) for number in reversed(numbers)] == [
        [3, 3], [2, 2], [1, 1], ["late", "late"]
    ]  # fmt: skip


def test_one_that_ends_over_an_order_loses_that_alone(workers: Workers[object, object]) -> None:
    numbers = [workers.order(order) for order in ("end", 1, "end", 2, 3)]
    for number in numbers[::2][:2]:
        with pytest.raises(WorkerEndedError, match="SIGKILL"):
            workers.answer(number)
    assert [workers.answer(number) for number in (numbers[1], numbers[3], numbers[4])] == [
        [1, 1], [2, 2], [3, 3]
    ]  # fmt: skip


def test_how_one_ended_is_told(workers: Workers[object, object]) -> None:
    with pytest.raises(WorkerEndedError, match="exit code 3"):
        workers.answer(workers.order("leave"))
    with pytest.raises(RuntimeError, match="StrangeError: this and that"):
        workers.answer(workers.order("a strange error"))
    with pytest.raises(Exception, match="lambda"):
        workers.answer(workers.order("a lambda"))
    assert workers.answer(workers.order(1)) == [1, 1]


def test_one_that_ends_with_nothing_to_do_loses_nothing(workers: Workers[object, object]) -> None:
    for number in [workers.order("who"), workers.order("who")]:
        process = workers.answer(number)
        assert isinstance(process, int)
        with suppress(ProcessLookupError):  # both were answered by one
            os.kill(process, signal.SIGKILL)
    time.sleep(0.3)
    assert [workers.answer(workers.order(n)) for n in range(3)] == [[0, 0], [1, 1], [2, 2]]


def test_what_an_order_raises_is_raised(workers: Workers[object, object]) -> None:
    number = workers.order("wrong")
    with pytest.raises(EditionError) as caught:
        workers.answer(number)
    assert (caught.value.finding.code, caught.value.finding.line) == ("M011", 3)


def test_an_interruption_is_for_who_gave_the_orders(workers: Workers[object, object]) -> None:
    assert workers.answer(workers.order("interrupted")) == ["interrupted"] * 2


def test_an_answer_that_nobody_fetches_is_no_fault(capfd: pytest.CaptureFixture[str]) -> None:
    made: Workers[object, object] = Workers(1, begin, 2)
    made.answer(made.order(1))
    made.order(2)
    time.sleep(0.3)  # the answer stands in the connection
    process = made._workers[0]._process
    made._workers[0].connection.close()
    process.join(5)
    made.close()
    assert (process.exitcode, capfd.readouterr()) == (0, ("", ""))


STARTED_IN_THE_BODY = """
import signal
from multiprocessing import resource_tracker
from edition.project.workers import _uninterrupted
with _uninterrupted():
    resource_tracker.ensure_running()
    print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))
print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""


def test_no_interruption_comes_before_a_process_knows_of_it() -> None:
    command = [sys.executable, "-c", STARTED_IN_THE_BODY]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "False"]
