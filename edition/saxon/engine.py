"""The XSLT engine as everybody uses it: a stylesheet on a document gives a result.

Saxon is in a child process. It can be at work while its user is, and where it breaks down
(without memory, for one, it aborts its process) one document has a finding and the next has a
new child. Threads may share the engine; a fork gets its own.
"""

from __future__ import annotations

import atexit
import os
import signal
from collections import deque
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Literal, NamedTuple

from edition.resources import XSLT
from edition.saxon.child import Child

if TYPE_CHECKING:
    from edition.tei.document import Document

Parameter = str | int | bool
Task = Literal["rules and texts", "pages"]
# A larger request waits until every answer is fetched: of two processes that write to each
# other, each waiting for room in a pipe, none would ever read.
_SMALL = 2048
_MOST_AWAITED = 4


class Result(NamedTuple):
    """What a stylesheet wrote, and what it said by ``xsl:message``, in order."""

    text: str
    messages: tuple[str, ...]


class EngineError(Exception):
    """A stylesheet does not compile, or stopped; says why."""


class BrokenEngineError(EngineError):
    """The process of the engine ended over a document, or could not be started; says how."""


class Transformation:
    """A stylesheet at work on a document; made by :meth:`Stylesheet.begin`."""

    def __init__(
        self, engine: Engine, path: str, document: Document, parameters: dict[str, Parameter]
    ) -> None:
        self._engine = engine
        self.path = path
        self.document = document
        self.parameters = parameters
        self.answer: Result | EngineError | None = None

    def result(self) -> Result:
        """Wait for what the stylesheet makes. Raises EngineError."""
        answer = self.answer or self._engine.await_answer(self)
        if isinstance(answer, EngineError):
            raise answer
        return answer


class Stylesheet:
    """A stylesheet of the house; made by :meth:`Engine.stylesheet`."""

    def __init__(self, engine: Engine, path: str) -> None:
        self._engine = engine
        self._path = path

    def begin(self, document: Document, **parameters: Parameter) -> Transformation:
        """Let the engine apply the stylesheet to *document* while the caller goes on."""
        named = {name.replace("_", "-"): value for name, value in parameters.items()}
        transformation = Transformation(self._engine, self._path, document, named)
        self._engine.ask(transformation)
        return transformation

    def transform(self, document: Document, **parameters: Parameter) -> Result:
        """Apply the stylesheet to *document*. Raises EngineError."""
        return self.begin(document, **parameters).result()


class Engine:
    """The child process, started when first needed, and what is asked of it.

    Get it from :func:`engine`. A document is sent once for all stylesheets that follow.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._child: Child | None = None
        self._data = b""
        self._awaited: deque[Transformation] = deque()

    def stylesheet(self, path: Path, theme: str = "") -> Stylesheet:
        """The stylesheet in the file *path*, compiled once a child.

        Of a theme, a package that overrides that of pages, *theme* stands for the bytes.
        """
        return Stylesheet(self, f"{path}\0{theme}" if theme else str(path))

    def prepare(self, *stylesheets: Path) -> None:
        """Let the engine start and compile *stylesheets* while the caller goes on.

        Nothing is raised: who transforms is told what is wrong.
        """
        with self._lock:
            try:
                child = self._started()
                for path in stylesheets:
                    child.send("compile", str(path))
            except (OSError, EngineError):
                self.close()

    def ask(self, transformation: Transformation) -> None:
        """Send what is to be transformed; nothing is raised before the answer is awaited."""
        with self._lock:
            if len(self._awaited) >= _MOST_AWAITED or self._is_large(transformation):
                while self._awaited:
                    self._fetch()
            self._send(transformation)

    def await_answer(self, transformation: Transformation) -> Result | EngineError:
        """Fetch answers until that to *transformation* is there."""
        with self._lock:
            while transformation.answer is None:
                if transformation in self._awaited:
                    self._fetch()
                else:  # it was asked of a child that ended over another
                    self.ask(transformation)
            return transformation.answer

    def close(self) -> None:
        """End the child. What is still awaited, or asked later, is asked of a new one."""
        with self._lock:
            self._end_child()

    def forget(self) -> None:
        """In a fork: leave the child to the parent, and the lock to a thread that is not here."""
        self._lock = RLock()
        if self._child is not None:
            self._child.disown()
        self._child = None
        self._awaited.clear()

    def _started(self) -> Child:
        if self._child is None:
            self._data = b""
            self._child = Child(str(XSLT / "packages.xml"))
        return self._child

    def _is_large(self, asked: Transformation) -> bool:
        size = sum(len(str(value)) for value in asked.parameters.values())
        return size > _SMALL or asked.document.data != self._data

    def _send(self, asked: Transformation, *, again: bool = True) -> None:
        try:
            child = self._started()
            if asked.document.data != self._data:
                child.send("document", asked.document.data)
                self._data = asked.document.data
            child.send("transform", asked.path, asked.parameters)
            self._awaited.append(asked)
        except OSError as error:
            self._lose_child(str(error))
            if again:
                self._send(asked, again=False)
            else:
                asked.answer = BrokenEngineError(str(error))
        except BaseException:
            self._end_child()
            raise

    def _fetch(self) -> None:
        """Fetch the next answer, which may be that the child has ended."""
        try:
            done, *said = self._started().receive()
        except (EOFError, OSError) as error:
            self._lose_child(str(error))
        except BaseException:  # half an answer may be left in the pipe
            self._end_child()
            raise
        else:
            answer = Result(said[0], tuple(said[1])) if done else EngineError(*said)
            self._awaited.popleft().answer = answer

    def _lose_child(self, reason: str) -> None:
        """The child has ended: by the first that is awaited, for it was at work on that."""
        blamed = self._awaited.popleft() if self._awaited else None
        code = self._end_child()
        if blamed is not None:
            blamed.answer = BrokenEngineError(reason if code is None else _manner(code))

    def _end_child(self) -> int | None:
        child, self._child = self._child, None
        self._awaited.clear()
        return None if child is None else child.end()


_engines: dict[Task, Engine] = {}  # of this process


def engine(task: Task = "rules and texts") -> Engine:
    """The engine of this process for *task*.

    Pages have one of their own: it works beside the other, and neither has so much in memory
    that Saxon would stop to collect garbage (for 0.1 s) while it makes its first document.
    """
    if task not in _engines:
        made = Engine()
        # Of two threads that ask at once both get the first; a lock might be held in a fork.
        if _engines.setdefault(task, made) is made:
            atexit.register(made.close)
            if hasattr(os, "register_at_fork"):
                os.register_at_fork(after_in_child=made.forget)
    return _engines[task]


def _manner(code: int) -> str:
    """How a process ended that ended with *code*."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
