"""Addresses on the web as URIs: letters beyond ASCII and signs that no URI has are escaped."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

# What each part may hold unescaped (RFC 3986, 3.3–3.5); %, where it begins what is escaped already.
_PATH = "/:@!$&'()*+,;=~%"
_QUERY = f"{_PATH}?"
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def as_uri(written: str) -> str:
    """*written*, an address as people copy it, as a URI; what is escaped already stays.

    The name of a server is written as the web knows it (IDNA). Raises ValueError for what is no
    address of a server.
    """
    parts = urlsplit(_NO_ESCAPE.sub("%25", written))
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise ValueError("it does not begin with https:// and the name of a server")
    if any(it.isspace() for it in written):
        raise ValueError("there is white space in it")
    known = host if ":" in host else host.encode("idna").decode()
    if quote(known, safe=":") != known:
        raise ValueError("no server is called so")
    server = f"[{known}]" if ":" in known else known
    server += f":{parts.port}" if parts.port is not None else ""
    path, query, fragment = (
        quote(part, safe=safe)
        for part, safe in ((parts.path, _PATH), (parts.query, _QUERY), (parts.fragment, _QUERY))
    )
    return urlunsplit((parts.scheme, server, path, query, fragment))


def uri_or_nothing(written: str) -> str:
    """*written* as a URI; '' for what is no address."""
    try:
        return as_uri(written)
    except ValueError:
        return ""
