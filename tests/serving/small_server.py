"""A small edition, built and served in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from edition.project.folder import Project
from edition.serving import Board, Rebuilder, Server, bound
from tests.small_edition import write_small_edition


@dataclass
class Served:
    """The folder of the edition, what builds it, and the server; *complaints* are what it tells."""

    folder: Path
    rebuilder: Rebuilder
    server: Server
    complaints: list[str]

    def ask(self, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        """The response, read in whole."""
        connection = HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=10)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        response.body = response.read()  # type: ignore[attr-defined]
        connection.close()
        return response


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """The small edition in *folder*, built and served."""
    project, board, complaints = Project(write_small_edition(folder)), Board(), list[str]()
    rebuilder = Rebuilder(project, board)
    rebuilder.rebuild()
    server = bound("127.0.0.1", None, project.output, board, complaints.append)
    with server.at_work():
        yield Served(folder, rebuilder, server, complaints)
