"""Answers to requests: files below ``output/`` and nothing else, read and never written."""

from __future__ import annotations

from functools import cache
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs, urlsplit

from edition.serving.events import event
from edition.serving.published import file_at, read, version

if TYPE_CHECKING:
    from edition.serving.server import Server

HOME = "/html/index.html"
_ROOTS = ("/", "/html", "/html/")
_SCRIPT, _EVENTS = "/edition-serve/page.js", "/edition-serve/events"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    # Its declaration says in which encoding it is.
    ".xml": "application/xml",
    ".rng": "application/xml",
    ".sch": "application/xml",
}
_MESSAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"></head>
<body><main><h1>{title}</h1><p>{words}</p><p><a href="{home}">All documents</a></p></main></body>
</html>
"""
_ABSENT = "When its document is added or mended, it appears here."
_BREATH = 10.0  # seconds after which a silent line is tried: whoever has gone is forgotten


class Reply(BaseHTTPRequestHandler):
    """The answer to one request."""

    timeout = 30  # seconds for the request to come
    server_version = "edition"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with headers and body."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._answer()

    def refuse(self) -> None:
        """Nothing can be changed here."""
        words = "Pages can be read here, and nothing else."
        self._say(HTTPStatus.METHOD_NOT_ALLOWED, words, ("Allow", "GET, HEAD"))

    def __getattr__(self, name: str) -> Any:
        """The answer to every other method, which the base class looks for as ``do_METHOD``."""
        if name.startswith("do_"):
            return self.refuse
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's
        """Say nothing of each request."""

    @property
    def _server(self) -> Server:
        return cast("Server", self.server)

    def _answer(self) -> None:
        address = urlsplit(self.path)
        if not self._server.answers_to(self.headers.get("Host", "localhost")):
            self._say(HTTPStatus.MISDIRECTED_REQUEST, "This address is not known here.")
        elif address.path in _ROOTS:
            self._say(HTTPStatus.FOUND, "", ("Location", HOME))
        elif address.path == "/favicon.ico":
            self._say(HTTPStatus.NO_CONTENT, "")
        elif address.path == _SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _script())
        elif address.path == _EVENTS:
            page = parse_qs(address.query).get("page", [HOME])[0]
            self._tell_builds(page)
        else:
            self._give(file_at(self._server.output, address.path))

    def _give(self, file: Path | None) -> None:
        data = read(file)
        if file is None or data is None:
            self._say(HTTPStatus.NOT_FOUND, _ABSENT)
            return
        kind = _TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        if file.suffix == ".html":
            data = _with_script(data, version(data))
        self._send(HTTPStatus.OK, kind, data)

    def _say(self, status: HTTPStatus, words: str, *headers: tuple[str, str]) -> None:
        """Answer with a page of a few *words*, which waits for the one that was asked for."""
        page = _MESSAGE.format(title=status.phrase, words=escape(words), home=HOME).encode()
        if status is HTTPStatus.NOT_FOUND:
            page = _with_script(page, "")
        self._send(status, _TYPES[".html"], page if words else b"", *headers)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        self._send_headers(("Content-Type", kind), ("Content-Length", str(len(body))), *headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_headers(self, *headers: tuple[str, str]) -> None:
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()

    def _tell_builds(self, page: str) -> None:
        """Tell the page at *page* of the last build and of each that follows, until it goes."""
        self.send_response(HTTPStatus.OK)
        self._send_headers(("Content-Type", "text/event-stream; charset=utf-8"))
        if self.command == "HEAD":
            return
        board, number = self._server.board, 0
        self.wfile.write(b"retry: 500\n\n")
        while not board.has_ended:
            told = b":\n\n"
            if board.await_after(number, _BREATH):
                with board.pages:
                    number = board.last.number
                    told = event(board.last, self._server.output, page)
            self.wfile.write(told)


def _with_script(page: bytes, own: str) -> bytes:
    """*page*, an HTML page of checksum *own*, with the script that looks after it."""
    script = f'<script src="{_SCRIPT}" data-version="{own}" defer></script>'.encode()
    head, end, rest = page.rpartition(b"</body>")
    return head + script + end + rest


@cache
def _script() -> bytes:
    return Path(__file__).with_name("page.js").read_bytes()
