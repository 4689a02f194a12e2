"""The server: an address of this machine, a thread for each request.

Python's own is enough for one reader, and one dependency less. Nothing asks the network what the
machine is called.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from typing import TYPE_CHECKING, Any

from edition.serving.board import Board
from edition.serving.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_PORT = 8000
_LAST_PORT = 8099
_LOOPBACK = ("127.0.0.1", "::1")


class Server(ThreadingMixIn, TCPServer):
    """Gives the files below *output* to browsers, and tells them of each build on *board*."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # where it would let two programs have one port

    def __init__(
        self, address: tuple[str, int], output: Path, board: Board, complain: Callable[[str], None]
    ) -> None:
        """Take *address*; *complain* is told what goes wrong. Raises OSError where it is taken."""
        self.output = output
        self.board = board
        self._complain = complain
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, Reply)

    @property
    def url(self) -> str:
        """Where the pages are, for a browser on this machine."""
        host, port = str(self.server_address[0]), self.server_address[1]
        if host == "0.0.0.0":  # noqa: S104 - every address, among which is
            host = "127.0.0.1"
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def answers_to(self, host: str) -> bool:
        """Whether a request for *host* is meant for this server.

        One by a page of the web, whose name was turned to this machine (DNS rebinding), is not.
        """
        if self.server_address[0] not in _LOOPBACK:
            return True
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return name in ("127.0.0.1", "localhost", "[::1]")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who has gone is no error; anything else is told in a line."""
        error = sys.exception()
        if not isinstance(error, OSError):
            self._complain(f"A request could not be answered: {type(error).__name__}: {error}")

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Answer requests while the body runs, then give up the address."""
        thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.board.end()
            self.shutdown()
            thread.join()
            self.server_close()


def bound(
    host: str, port: int | None, output: Path, board: Board, complain: Callable[[str], None]
) -> Server:
    """A server at *host* and *port*; where no port is said, the first free one from 8000 on.

    Raises OSError where the address is taken or is none of this machine.
    """
    if port is not None:
        return Server((host, port), output, board, complain)
    for free in range(FIRST_PORT, _LAST_PORT):
        try:
            return Server((host, free), output, board, complain)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    return Server((host, _LAST_PORT), output, board, complain)
