"""Processes that do work beside this one: what is ordered first may be done last.

Each has what it needs from the beginning, gets one order after another and answers each. Where
one ends over an order, by whatever cause, that order is lost and no other: a new one goes on.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from pickle import dumps, loads
from typing import Any, Generic, Protocol, TypeVar

Order = TypeVar("Order", contravariant=True)  # noqa: PLC0105 - the term of the house
Outcome = TypeVar("Outcome", covariant=True)  # noqa: PLC0105
_PATIENCE = 5.0  # seconds in which a process that has nothing more to do ends by itself


class Crew(Protocol[Order, Outcome]):
    """Those who do orders: processes of this machine, or of others."""

    @property
    def count(self) -> int:
        """How many orders are done at once."""

    def order(self, order: Order) -> int:
        """Let *order* be done as soon as one of them is free; returns the number of it."""

    def answer(self, number: int) -> Outcome:
        """Wait for the answer to an order, which is taken out.

        Raises what answering it raised, or WorkerEndedError.
        """

    def close(self) -> None:
        """End what is under way, and let them go."""


class WorkerEndedError(Exception):
    """The process that had an order ended over it; says how."""


class Workers(Generic[Order, Outcome]):
    """*count* processes in which *begin* of what is *given* returns what answers an order.

    All of these are sent to the processes, and so are orders and answers: pickle must know them.
    """

    def __init__(
        self, count: int, begin: Callable[..., Callable[[Order], Outcome]], *given: object
    ) -> None:
        self._begin = begin
        self._given = given
        self._ordered = 0
        self._waiting: deque[tuple[int, Order]] = deque()
        self._answers: dict[int, tuple[bool, Any]] = {}
        self._workers = [self._started() for _ in range(count)]

    @property
    def count(self) -> int:
        """How many orders are done at once."""
        return len(self._workers)

    def order(self, order: Order) -> int:
        """Let *order* be done as soon as a process is free; returns the number of it."""
        self._ordered += 1
        self._waiting.append((self._ordered, order))
        self._hand_out()
        return self._ordered

    def answer(self, number: int) -> Outcome:
        """Wait for the answer to an order, which is taken out.

        Raises what answering it raised, or WorkerEndedError.
        """
        while number not in self._answers:
            self._fetch()
        outcome: Outcome = opened(self._answers.pop(number))
        return outcome

    def close(self) -> None:
        """End the processes, at once where they are still at work."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.end(at_once=worker.number is not None)
        self._workers = []

    def _started(self) -> _Worker:
        return _Worker(self._begin, self._given)

    def _hand_out(self) -> None:
        """Give what waits to those that have nothing to do."""
        for place, worker in enumerate(self._workers):
            if worker.number is None and self._waiting:
                number, order = self._waiting.popleft()
                try:
                    worker.take(number, order)
                except OSError:  # it has ended while it had nothing to do
                    self._workers[place] = self._replaced(worker)
                    self._workers[place].take(number, order)

    def _fetch(self) -> None:
        """Wait until any of those at work has answered, or ended."""
        busy = {it.connection: it for it in self._workers if it.number is not None}
        for connection in wait(list(busy)):
            worker = busy[connection]  # type: ignore[index]
            number, worker.number = worker.number, None
            assert number is not None  # noqa: S101 - it was busy
            try:
                self._answers[number] = worker.connection.recv()
            except (EOFError, OSError):
                place = self._workers.index(worker)
                self._workers[place] = self._replaced(worker)  # it has ended, or is about to
                self._answers[number] = False, WorkerEndedError(worker.manner)
        self._hand_out()

    def _replaced(self, worker: _Worker) -> _Worker:
        worker.connection.close()
        worker.end(at_once=False)
        return self._started()


class _Worker:
    """A process, and the number of the order that it has."""

    def __init__(
        self, begin: Callable[..., Callable[[Any], Any]], given: tuple[object, ...]
    ) -> None:
        # A new interpreter: a fork would keep the locks and pipes of this process open.
        context = get_context("spawn")
        self.number: int | None = None
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, begin, given), daemon=True)
        with _uninterrupted():
            self._process.start()
        theirs.close()

    def take(self, number: int, order: object) -> None:
        """Let the process have an *order*. Raises OSError where it has ended."""
        self.connection.send(order)
        self.number = number

    @property
    def manner(self) -> str:
        """How the process ended."""
        code = self._process.exitcode or 0
        with suppress(ValueError):
            return signal.Signals(-code).name
        return f"exit code {code}"

    def end(self, *, at_once: bool) -> None:
        """Wait until the process has ended, which has no connection any more."""
        if at_once:
            self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let what is started in the body not be interrupted before it can say that it must not be."""
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # to start it in the body would let interruptions in
    _mask(signal.SIG_BLOCK)
    try:
        yield
    finally:
        _mask(signal.SIG_UNBLOCK)


def _mask(how: int) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(how, {signal.SIGINT})


def _serve(
    orders: Connection, begin: Callable[..., Callable[[Any], Any]], given: tuple[object, ...]
) -> None:
    """Answer *orders* until nobody has any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who gave the orders is told, and ends them
    _mask(signal.SIG_UNBLOCK)
    answer = begin(*given)
    while True:
        try:
            order = orders.recv()
        except (EOFError, OSError):  # an OSError where the last answer was not fetched
            return
        try:
            orders.send_bytes(answered(answer, order))
        except OSError:
            return


def answered(answer: Callable[[Any], Any], order: object) -> bytes:
    """What *answer* says to *order*, or raises, for another process, which :func:`opened` it."""
    try:
        return dumps((True, answer(order)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other side is to tell it
        return _told(error)


def opened(said: tuple[bool, Any]) -> Any:
    """What was answered in another process. Raises what was raised there."""
    is_done, outcome = said
    if not is_done:
        raise outcome
    return outcome


def _told(error: Exception) -> bytes:
    """*error* for another process; one that would not come whole as its type and text."""
    try:
        data = dumps((False, error))
        loads(data)  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - whatever an error of somebody else's code raises
        return dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    return data
