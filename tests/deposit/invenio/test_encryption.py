"""What goes wrong with the encryption: whether anything was sent is told as it is."""

from __future__ import annotations

import os
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from socket import create_server

import pytest

from edition.deposit.invenio.connection import Connection
from edition.deposit.invenio.drafts import Drafts
from edition.deposit.invenio.failures import ServerError
from edition.deposit.invenio.host import Host
from edition.deposit.invenio.opening import open_deposit
from edition.deposit.invenio.reserving import reserve, to_reserve
from edition.deposit.invenio.token import Token
from edition.diagnostic import EditionError
from tests.deposit.invenio.fake_rdm import TOKEN
from tests.deposit.invenio.small_deposit import SLUG, write_edition

# Of this machine alone, with its key; good for a hundred years.
CERTIFICATE = str(Path(__file__).with_name("localhost.pem"))
_DAMAGED = b"\x17\x03\x03\x00\x20" + b"x" * 32  # looks encrypted, and cannot be decrypted


@contextmanager
def server(asked: list[bytes]) -> Iterator[str]:
    """One that takes each request whole, into *asked*, and sends a damaged answer."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)

    def answer() -> None:
        with suppress(OSError):  # it is closed
            while True:
                raw, _ = listening.accept()
                with suppress(OSError), context.wrap_socket(raw, server_side=True) as stream:
                    request = b""
                    while not request.endswith(b"}}"):
                        request += stream.recv(1 << 16)
                    asked.append(request)
                    os.write(stream.fileno(), _DAMAGED)

    with closing(create_server(("127.0.0.1", 0))) as listening:
        threading.Thread(target=answer, daemon=True).start()
        yield f"https://localhost:{listening.getsockname()[1]}"


@pytest.mark.parametrize(
    ("is_trusted", "first", "second", "stage", "times"),
    [(True, "U059", "U014", "creating", 1), (False, "U020", "U020", "", 0)],
)
def test_only_before_a_connection_nothing_was_sent(
    tmp_path: Path, *, is_trusted: bool, first: str, second: str, stage: str, times: int
) -> None:
    write_edition(tmp_path)
    asked = list[bytes]()
    with (
        server(asked) as base,
        closing(Connection(Host.of(base, "--to"), Token(TOKEN, "here"))) as connection,
    ):
        deposit = open_deposit(tmp_path, SLUG, base)
        connection._session.verify = CERTIFICATE if is_trusted else True
        for code in (first, second):
            with pytest.raises(EditionError) as raised:
                reserve(to_reserve(deposit), Drafts(connection))
            assert raised.value.finding.code == code
            if isinstance(raised.value, ServerError):
                what = "the encryption failed" if is_trusted else "certificate"
                assert what in raised.value.finding.message
    state = deposit.file.read()
    assert (state.stage if state else "", len(asked)) == (stage, times)
