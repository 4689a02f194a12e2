"""The server that stands for a repository in the tests."""

from __future__ import annotations

import io
import socket
import struct
import sys
import threading
from urllib.parse import urlsplit

import pytest

from tests.deposit.invenio.fake_rdm import FakeRDM


def test_a_client_that_resets_the_connection_is_no_error_of_the_server(
    fake: FakeRDM, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its thread may outlive the test, and then there is nowhere to tell an error."""
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    before = set(threading.enumerate())
    client = socket.create_connection((urlsplit(fake.base).hostname, urlsplit(fake.base).port))
    client.send(b"GET / HTTP/1.1\r\n")
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    while not (threads := {it for it in {*threading.enumerate()} - before if it.is_alive()}):
        pass
    client.close()
    for thread in threads:
        thread.join(5)
