"""Run by the Python that has roc-validator and rocrate: puts the context of RO-Crate 1.1 into the
cache argv[1], from the file that comes with rocrate, so that crates are judged without a network.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import rocrate  # type: ignore[import-not-found]
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests_cache import CachedSession  # type: ignore[import-not-found]
from urllib3 import HTTPResponse

_CONTEXT = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"


class _FromPackage(HTTPAdapter):
    """Answers every request with that file."""

    def send(self, request: PreparedRequest, *_: object, **__: object) -> Response:
        raw = HTTPResponse(
            BytesIO(_CONTEXT.read_bytes()),
            headers={"Content-Type": "application/ld+json"},
            status=200,
            preload_content=False,
            request_url=request.url,
        )
        return self.build_response(request, raw)


session = CachedSession(sys.argv[1], expire_after=-1)
session.mount("https://", _FromPackage())
assert session.get("https://w3id.org/ro/crate/1.1/context").json()
