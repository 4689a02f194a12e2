"""The child process with the engine, seen from the parent."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from importlib.machinery import PathFinder
from io import FileIO
from typing import Any, cast

from edition.saxon.server import read_frame, write_frame

_SERVER = os.path.join(os.path.dirname(__file__), "server.py")
_ROOM = 1 << 20  # bytes of a pipe: a document or a page fits in, and nobody waits to be rid of it
# A group of its own: Ctrl-C is for the parent, which then ends the child.
_ALONE: dict[str, Any] = {"process_group": 0}
if sys.platform == "win32":
    _ALONE = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}


class Child:
    """A process that serves as :mod:`edition.saxon.server` says, from its start to its end."""

    def __init__(self, configuration: str) -> None:
        """Start it, without waiting. Raises OSError."""
        self._process = subprocess.Popen(  # noqa: S603 - this Python, and paths of ours
            [sys.executable, "-I", "-S", _SERVER, _folder_of_saxonche(), configuration],
            bufsize=0,  # nothing that a fork of this process could write a second time
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **_ALONE,
        )
        self._requests = cast("FileIO", self._process.stdin)
        self._answers = cast("FileIO", self._process.stdout)
        _widen(self._requests)
        _widen(self._answers)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, *request: object) -> None:
        """Send a request. Raises OSError where the child has gone."""
        write_frame(self._requests, request)

    def receive(self) -> Any:
        """The next answer. Raises EOFError where the child has gone."""
        return read_frame(self._answers)

    def end(self) -> int:
        """End it at once, if it has not ended; returns its exit code, negative for a signal."""
        self._process.kill()
        self.release()
        return self._process.wait()

    def release(self) -> None:
        """Let go of it: it ends when nobody holds its input any more."""
        self._requests.close()
        self._answers.close()

    def disown(self) -> None:
        """What a fork does with the child of its parent: it is not its to wait for."""
        self.release()
        self._process.returncode = 0


def _widen(pipe: FileIO) -> None:
    """Give *pipe* more room, where the system lets one."""
    if sys.platform == "linux":
        from fcntl import F_SETPIPE_SZ, fcntl

        with suppress(OSError):  # this user has too much in pipes already
            fcntl(pipe, F_SETPIPE_SZ, _ROOM)


def _folder_of_saxonche() -> str:
    """Where saxonche lies. The current folder is not asked: it may hold anybody's files."""
    here = ""
    with suppress(FileNotFoundError):  # somebody removed it
        here = os.getcwd()
    folders = [entry for entry in sys.path if os.path.isabs(entry) and entry != here]
    spec = PathFinder.find_spec("saxonche", folders)
    if spec is None or spec.origin is None:
        return ""  # the child will say that it is missing
    return os.path.dirname(spec.origin)
