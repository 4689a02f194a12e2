"""Addresses on the web as URIs: letters beyond ASCII and signs that no URI has are escaped."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

# What each part may hold unescaped (RFC 3986, 3.3–3.5); %, where it begins what is escaped already.
_PATH = "/:@!$&'()*+,;=~%"
_QUERY = f"{_PATH}?"
# What servers are asked by, with the word that opens them: behind one of &#; or the first “?”. That
# there is a “=” is seen first, and nothing is gone back on: the time grows with the address.
_SECRET = re.compile(
    r"((?:[&#;]|(?<![^=])[^?=&#;]*+\?)"
    r"(?=[^=&#;]*+=)(?>[^=&#;]*?(?:token|secret|password|key|auth))[^=&#;]*+=)[^&#;]*",
    re.IGNORECASE,
)
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
# A name of a server is of labels (RFC 1123, 2.1); "_" is in none, but servers are called so.
_LABEL = r"(?!-)[a-z0-9_-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\.?\Z")


def as_uri(written: str) -> str:
    """*written*, an address as people copy it, as a URI; what is escaped already stays.

    The name of a server is written as the web knows it (IDNA 2008, Unicode TS 46). Raises
    ValueError, with the reason for people, for what is no address of a server.
    """
    parts = _parts(written)
    host = parts.hostname or ""
    server = f"[{host}]" if ":" in host else _as_known(host)
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


def without_password(written: str) -> str:
    """*written* as it may be shown: who may see what is there, and by which word, is not."""
    shown = re.sub(r"(//)[^/?#]*@", r"\1…@", written)
    return _SECRET.sub(r"\1…", shown)


def _parts(written: str) -> SplitResult:
    """The parts of *written*, which names a server. Raises ValueError with the reason."""
    if any(it.isspace() for it in written):
        raise ValueError("there is white space in it")
    try:
        parts = urlsplit(_NO_ESCAPE.sub("%25", written))
    except ValueError:  # in words for programmers
        raise ValueError("what stands behind // is no name of a server") from None
    if parts.scheme not in ("http", "https"):
        raise ValueError("it does not begin with https:// or http://")
    if parts.username is not None:
        raise ValueError("before the name of the server stands who may see it, for all to read")
    if not parts.hostname:
        raise ValueError("no server is named in it")
    try:
        _ = parts.port
    except ValueError:
        raise ValueError("behind the name of the server stands no number of a port") from None
    return parts


def _as_known(host: str) -> str:
    """The name *host* of a server in letters of ASCII. Raises ValueError where it has none."""
    known = host
    if not host.isascii():
        import idna

        try:
            known = idna.encode(host, uts46=True).decode()
        except idna.IDNAError:
            raise ValueError(
                f"the name of its server, {host}, cannot be written in letters of ASCII without a "
                "loss; write the form with xn-- that a browser shows"
            ) from None
    if not _HOST.match(known):
        raise ValueError("no server is called so")
    return known
