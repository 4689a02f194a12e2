"""Processes of a Dask cluster that do work: as :mod:`edition.project.workers`, on other machines.

Each worker process has what it needs from the beginning, and makes its state once. An order goes
out as a task of its own; a worker that is lost has its orders done by another. Orders and answers
carry all bytes: nothing is read or written but by who gives the orders, and no disk is shared.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pickle import dumps, loads
from threading import Lock
from typing import Any, Generic

from distributed import Client, Future, get_worker
from distributed.diagnostics.plugin import WorkerPlugin
from distributed.scheduler import KilledWorker

from edition.diagnostic import EditionError, Place, diagnostic
from edition.project.program import program_checksum
from edition.project.workers import Order, Outcome, WorkerEndedError, answered, opened

_LOOK = 5.0  # seconds after which it is looked again how many workers there are


@dataclass(frozen=True)
class Patience:
    """Seconds in which the scheduler must answer, and a first worker be there."""

    scheduler: float = 10.0
    worker: float = 60.0


class Cluster(Generic[Order, Outcome]):
    """The workers of the Dask cluster at *address*, in which *begin* of what is *given* answers.

    Raises EditionError (P013) where there is no scheduler or no worker, later also where they are
    lost; (P014) where a worker has another program.
    """

    def __init__(
        self,
        address: str,
        begin: Callable[..., Callable[[Order], Outcome]],
        *given: object,
        patience: Patience = Patience(),
    ) -> None:
        self._address = address
        self._ordered = 0
        self._futures: dict[int, Future[Any]] = {}
        self._looked = 0.0
        self._count = 1
        _be_silent()
        try:
            self._client = _Client(
                address, timeout=patience.scheduler, set_as_default=False, name="edition"
            )
        except Exception as error:  # noqa: BLE001 - of a wrong address it raises what comes
            raise self._lost(_said(error)) from None
        self._name = f"edition-{os.urandom(6).hex()}"
        try:
            self._prepare(_Desk(begin, given, program_checksum()), patience.worker)
        except BaseException:
            self.close()
            raise

    def _prepare(self, desk: _Desk, patience: float) -> None:
        """Let all workers have *desk*, and the first be there."""
        try:
            self._client.register_plugin(desk, name=self._name)
        except OSError as error:  # it has no answer of the scheduler
            raise self._lost(_said(error)) from None
        except Exception as error:  # noqa: BLE001 - whatever a worker makes of a program it lacks
            raise _another_program(_said(error)) from None
        with self._told_if_lost():
            try:
                self._client.wait_for_workers(1, timeout=patience)
            except TimeoutError:
                raise self._lost(f"it has had no worker for {patience:g} seconds") from None

    @property
    def count(self) -> int:
        """How many orders are done at once, as it was some seconds ago: workers come and go."""
        if time.monotonic() - self._looked > _LOOK:
            with self._told_if_lost():
                self._count = max(1, len(self._client.nthreads()))
            self._looked = time.monotonic()
        return self._count

    def order(self, order: Order) -> int:
        """Let *order* be done as soon as a worker is free; returns the number of it."""
        self._ordered += 1
        key = f"{self._name}-{self._ordered}"
        data = dumps(order)
        with self._told_if_lost():
            self._futures[self._ordered] = self._client.submit(
                _answer, self._name, data, key=key, pure=False
            )
        return self._ordered

    def answer(self, number: int) -> Outcome:
        """Wait for the answer to an order, which is taken out.

        Raises what answering it raised, or WorkerEndedError where it ended one worker after
        another.
        """
        future = self._futures.pop(number)
        with self._told_if_lost():
            said = future.result()
        outcome: Outcome = opened(loads(said))  # noqa: S301 - our own
        return outcome

    def close(self) -> None:
        """Let the cluster forget what was ordered and given."""
        with suppress(Exception):  # whatever it is, nothing of the cluster is needed any more
            self._client.cancel(list(self._futures.values()))
            self._client.unregister_worker_plugin(self._name)
        self._futures.clear()
        with suppress(Exception):
            self._client.close()

    @contextmanager
    def _told_if_lost(self) -> Iterator[None]:
        """Tell what goes wrong in the cluster: what answering raises comes as an answer."""
        try:
            yield
        except EditionError:
            raise
        except KilledWorker as error:
            manner = f"on the cluster, after {error.allowed_failures + 1} workers had"
            raise WorkerEndedError(manner) from None
        except (ImportError, AttributeError, LookupError) as error:
            raise _another_program(_said(error)) from None
        except Exception as error:  # noqa: BLE001 - of a lost scheduler it raises what comes
            raise self._lost(_said(error)) from None

    def _lost(self, reason: str) -> EditionError:
        place = Place("--cluster")
        return EditionError(diagnostic("P013", place, address=self._address, reason=reason))


class _Client(Client):
    """One that is closed where it cannot begin, and not when this process ends, with tracebacks."""

    def start(self, **kwargs: Any) -> None:
        try:
            super().start(**kwargs)  # type: ignore[no-untyped-call]
        except BaseException:
            with suppress(Exception):
                self.close()
            raise


class _Desk(WorkerPlugin):
    """In each worker process: what was given, and what was begun of it.

    What is begun in the thread of a task does not keep the worker from saying that it lives.
    """

    def __init__(
        self, begin: Callable[..., Callable[[Any], Any]], given: tuple[object, ...], program: str
    ) -> None:
        self._begin = begin
        self._given = given
        self._program = program

    def setup(self, worker: Any) -> None:
        self._address = worker.address
        self._answer: Callable[[Any], Any] | None = None
        self._lock = Lock()  # one at a time, however many threads a worker has

    def answered(self, order: bytes) -> bytes:
        """The answer to *order*, or what was raised."""
        with self._lock:
            return answered(self._answer_to, loads(order))  # noqa: S301 - our own

    def _answer_to(self, order: object) -> object:
        if self._answer is None:
            if program_checksum() != self._program:
                reason = f"{self._address} has another edition, library or Python"
                raise _another_program(reason)
            try:
                self._answer = self._begin(*self._given)
            except EditionError as error:  # it has what who gave the orders has, but for programs
                raise _another_program(f"{self._address}: {error.finding.message}") from None
        return self._answer(order)


def _answer(name: str, order: bytes) -> bytes:
    """The task of a worker."""
    desk = get_worker().plugins[name]
    assert isinstance(desk, _Desk)  # noqa: S101 - what was registered
    return desk.answered(order)


def _another_program(reason: str) -> EditionError:
    return EditionError(diagnostic("P014", Place("--cluster"), reason=reason))


def _said(error: Exception) -> str:
    """What *error* says, in a line."""
    return " ".join(str(error).split()) or type(error).__name__


def _be_silent() -> None:
    """Let only findings tell what goes wrong, and not the log of Dask."""
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
