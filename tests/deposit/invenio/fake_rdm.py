"""A repository on this machine: :class:`Records` behind a real server, which fails when told to."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from tests.deposit.invenio.fake_records import Answer, Records, refusal
from tests.loopback import Loopback

TOKEN = "canary-Zx81-Quetzalcoatl-0042"
OF_TOKEN = TOKEN[:8]  # a part of it is too much, too

# before: nothing has happened; after: it has, and the answer is lost or wrong
Fault = Literal[
    "closed before", "closed after", "half an answer", "busy", "asks to wait", "failed before",
    "failed after", "no JSON", "sent elsewhere", "other bytes", "tells the token", "refused",
    "tells the token in a success", "interrupted before", "interrupted after",
]  # fmt: skip
FAULTS: tuple[Fault, ...] = Fault.__args__  # type: ignore[attr-defined]


class Asked(NamedTuple):
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class FakeRDM:
    """The server at ``base``. *faults* are by the number of the request, from 1 on."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.faults: dict[int, Fault] = {}
        self.wait = "0"  # seconds, or a date
        self.elsewhere = "http://127.0.0.1:9"
        self._lock = threading.Lock()
        self._server = Loopback(self._handler())
        self.base = self._server.address
        # Addresses in answers lead elsewhere: who follows them is found out.
        self.records = Records(TOKEN, "https://elsewhere.invalid")

    def forget(self) -> None:
        """Forget what was asked, and the faults."""
        self.asked, self.faults = [], {}

    def sent(self) -> int:
        """How many bytes of files arrived."""
        return sum(len(it.body) for it in self.asked if it.path.endswith("/content"))

    def published(self) -> int:
        """How often something was published."""
        return len(self.records.published)

    def files(self, record: str) -> int:
        """How many files *record* has."""
        return len(self.records.records[record].files)

    def relations(self, record: str) -> dict[str, str]:
        """What *record* is to what else, by its identifier."""
        there = self.records.records[record].metadata.get("related_identifiers", [])
        return {it["identifier"]: it["relation_type"]["id"] for it in there}

    @contextmanager
    def at_work(self) -> Iterator[FakeRDM]:
        thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 1 << 16  # an answer is one packet, and waits for nothing

            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                fake.take(self)

            do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - named by http.server

        return Handler

    def take(self, request: BaseHTTPRequestHandler) -> None:
        """Answer *request*, or fail as the faults say."""
        with self._lock:
            headers = {key.lower(): value for key, value in request.headers.items()}
            body = request.rfile.read(int(headers.get("content-length", "0")))
            path = unquote(urlsplit(request.path).path)
            self.asked.append(Asked(request.command, path, headers, body))
            fault = self.faults.get(len(self.asked))
            if fault in _BEFORE:
                self._fail_before(request, self.asked[-1], _BEFORE[fault])
                return
            said = self.records.handle(request.command, path, headers, body)
            if fault is not None:
                said = self._spoilt(fault, said, self.asked[-1])
            self._reply(request, said, fault)

    def _fail_before(
        self, request: BaseHTTPRequestHandler, asked: Asked, said: Answer | None
    ) -> None:
        if asked.path.endswith("/content") and asked.method == "PUT":
            record, name = asked.path.split("/")[3], asked.path.split("/")[-2]
            self.records.records[record].files.pop(name, None)  # a broken entry disappears
        if said is None:
            request.close_connection = True
            return
        if not said.status:
            self._interrupt(request)
            return
        if said.status == 302:
            said.headers["Location"] = self.elsewhere + asked.path
        if said.status == 429:
            said.headers["Retry-After"] = self.wait
        if said.status == 400:
            said = refusal(400, _escaped(asked))
        self._reply(request, said, None)

    def _spoilt(self, fault: Fault, said: Answer, asked: Asked) -> Answer:
        if fault == "failed after":
            return refusal(504, "Gateway timeout")
        if fault == "no JSON":
            return Answer(200, b"<html><body>Welcome</body></html>", "text/html")
        if fault == "tells the token in a success" and said.body.startswith(b"{"):
            wrong = [
                {"field": "metadata.title", "messages": [asked.headers.get("authorization", "")]}
            ]
            said.body = json.dumps(json.loads(said.body) | {"errors": wrong}).encode()
        if fault == "other bytes" and asked.path.endswith("/commit"):
            record, name = asked.path.split("/")[3], asked.path.split("/")[-2]
            file = self.records.records[record].files[name]
            file.content = b"something else " * 3
        return said

    def _reply(self, request: BaseHTTPRequestHandler, said: Answer, fault: Fault | None) -> None:
        if fault == "closed after":
            request.close_connection = True
            return
        if fault == "interrupted after":
            self._interrupt(request)
            return
        request.send_response(said.status)
        request.send_header("Content-Type", said.kind)
        request.send_header("Content-Length", str(len(said.body)))
        for name, value in said.headers.items():
            request.send_header(name, value)
        request.end_headers()
        if fault == "half an answer":
            request.wfile.write(said.body[: len(said.body) // 2])
            request.close_connection = True
        else:
            request.wfile.write(said.body)

    def _interrupt(self, request: BaseHTTPRequestHandler) -> None:
        """Ctrl-C, while the client in this process waits for its answer."""
        os.kill(os.getpid(), signal.SIGINT)
        request.close_connection = True


def _escaped(asked: Asked) -> str:
    """What a careless server repeats of a request, long, with the token at the end of a line."""
    token = asked.headers.get("authorization", "")
    return f"{token} {'x' * (590 - len(token))} {token}"


_BEFORE: dict[str | None, Answer | None] = {
    "closed before": None,
    "interrupted before": Answer(0),
    "busy": refusal(503, "Service unavailable"),
    "asks to wait": Answer(429, b'{"message": "slowly"}'),
    "failed before": refusal(500, "Internal server error"),
    "sent elsewhere": Answer(302),
    "tells the token": Answer(400),
    "refused": refusal(403, "Permission denied."),
}
