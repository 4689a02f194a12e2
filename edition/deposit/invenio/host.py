"""The repository: the one scheme, name and port that anything is ever sent to."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from edition.diagnostic import EditionError, Place, diagnostic
from edition.header.addresses import as_uri

_LOCAL = "localhost"
_PORT = re.compile(r":\d{1,5}\Z")


class Host(NamedTuple):
    """A repository by the beginning of its addresses, such as ``https://repository.example.org``.

    It has no path and no final slash.
    """

    base: str

    @classmethod
    def of(cls, written: str, where: str) -> Host:
        """The repository at the address *written* by a person, in the file or option *where*.

        Raises EditionError (U001) where that is no bare address, or not encrypted: only a server
        on this machine may be asked by ``http``.
        """
        if reason := _fault(written):
            raise EditionError(diagnostic("U001", Place(where), reason=reason))
        parts = urlsplit(written)
        return cls(f"{parts.scheme}://{parts.netloc.lower()}")

    @property
    def name(self) -> str:
        """The name of the server, with its port where one is written: what tokens are kept by."""
        return urlsplit(self.base).netloc

    def api(self, *steps: str) -> str:
        """The address of ``/api/records`` and *steps* below it, each one name."""
        return "/".join([f"{self.base}/api/records", *(quote(step, safe="") for step in steps)])

    def page(self, record: str) -> str:
        """Where people see the published *record*."""
        return f"{self.base}/records/{record}"

    def form(self, record: str) -> str:
        """Where its owner sees the draft *record*."""
        return f"{self.base}/uploads/{record}"


def _fault(written: str) -> str:
    """Why *written* is no address of a repository, or ''."""
    if "@" in written:  # told first, for the others repeat what stands before the path
        return "a name or password in an address is seen by everybody"
    shown = _without_rest(written)
    try:
        parts = urlsplit(written)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return f"“{shown}” is no address"
    if parts.scheme not in ("http", "https") or not host or not written.isascii():
        return f"“{shown}” is no address such as https://repository.example.org"
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        return f"“{shown}” has more than the name of the server"
    try:
        as_uri(written)
    except ValueError as error:
        return f"“{shown}” is no address: {error}"
    if port is None and _PORT.search(parts.netloc):
        return f"“{shown}” has no such port"
    if parts.scheme == "http" and not _is_this_machine(host):
        return f"“{shown}” is not encrypted: it must begin with https://"
    return ""


def _without_rest(written: str) -> str:
    """*written* as it may be shown: scheme and server. What follows may open something."""
    server = re.match(r"(?:[a-z]*:?//)?[^/?#;\s\\]*", written, re.IGNORECASE)
    shown = server[0] if server else ""
    return shown if shown == written.rstrip("/") else f"{shown}…"


def _is_this_machine(host: str) -> bool:
    if host == _LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
