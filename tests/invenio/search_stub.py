"""An OpenSearch that takes everything and finds nothing: all that a repository needs of it here."""

from __future__ import annotations

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

_TAKEN = {"acknowledged": True, "shards_acknowledged": True, "result": "created", "_version": 1}
_SHARDS = {"total": 1, "successful": 1, "failed": 0, "skipped": 0}
_NONE = {"took": 0, "timed_out": False, "_shards": _SHARDS, "errors": False, "items": []}
_NO_HITS = _NONE | {"hits": {"total": {"value": 0, "relation": "eq"}, "hits": []}}
_ABOUT = {"name": "stub", "version": {"number": "2.11.0", "distribution": "opensearch"}}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        is_missing = self.command == "HEAD" and self.path != "/"
        data = json.dumps(_said(self.path, body)).encode()
        self.send_response(404 if is_missing else 200)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    do_POST = do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815 - named by http.server


def _said(path: str, body: bytes) -> dict[str, Any]:
    if path == "/":
        return _ABOUT
    if "_search" in path or "_count" in path:
        return _NO_HITS | {"count": 0}
    if "_bulk" in path:
        actions = re.findall(rb'^\{"(index|create|delete|update)"', body, re.MULTILINE)
        return _NONE | {"items": [{kind.decode(): {"status": 201}} for kind in actions]}
    return _TAKEN | {"_shards": _SHARDS, "_id": "1", "_index": "stub", "deleted": 0, "failures": []}


def serve() -> str:
    """Begin to answer, and say at which address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"
